package cli

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/app/demo"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/seal"
)

// BenchmarkNoticeProcess measures the notice of one item as a user meets it: the whole process, from its start to the
// closed file, with the greatest memory it took. The bare start of the same program, which opens nothing, stands beside
// it, because machines differ and noise is the same for both. `make bench` builds the program first.
func BenchmarkNoticeProcess(b *testing.B) {
	program, folder, db, built := benchUnit(b)
	require.NoError(b, built.Desk.Close())
	for name, args := range map[string][]string{
		"notice": {"notice", built.Item.Number, "--db", db, "--out", filepath.Join(folder, "n.pdf")},
		"start":  {"workday", "2026-03-05", "1"},
	} {
		benchProcess(b, program, name, args)
	}
}

// BenchmarkBoardProcess measures the whole board of 500 items as one PDF, the whole process: besides laying the pages
// out it reads the database and checks every signature.
func BenchmarkBoardProcess(b *testing.B) {
	program, folder, db, built := benchUnit(b)
	hangMany(b, built, 500)
	require.NoError(b, built.Desk.Close())
	benchProcess(b, program, "board500", []string{"board", "--all", "--db", db, "--out", filepath.Join(folder, "b.pdf")})
	benchProcess(b, program, "start", []string{"workday", "2026-03-05", "1"})
}

// benchUnit gives the program that `make bench` has built, and a demonstration unit in a folder.
func benchUnit(b *testing.B) (program, folder, db string, built demo.Built) {
	b.Helper()
	program, err := filepath.Abs("../../gongkailan")
	require.NoError(b, err)
	if _, err := os.Stat(program); err != nil {
		b.Skip("the program is not built; run make bench")
	}
	folder = b.TempDir()
	db = filepath.Join(folder, "demo.db")
	built, err = demo.Build(b.Context(), db, demo.Options{Now: time.Now, Cost: seal.Cost{Time: 1, Memory: 8, Threads: 1}})
	require.NoError(b, err)
	return program, folder, db, built
}

// hangMany brings so many items up, each through all its steps.
func hangMany(b *testing.B, built demo.Built, n int) {
	b.Helper()
	ctx, unit := b.Context(), demo.Read()
	as := func(role data.Role, office string) *desk.Session {
		s, err := built.Desk.SignIn(ctx, unit.With(role, office), unit.Password)
		require.NoError(b, err)
		return s
	}
	clerk, checker, approver := as(data.Clerk, unit.Main.Office), as(data.Checker, ""), as(data.Approver, "")
	entry := built.Item.EntryCode
	for i := range n {
		item, err := clerk.NewDraft(ctx, entry)
		require.NoError(b, err)
		content := built.Item.Content
		content.Title, content.Decision = fmt.Sprintf("关于第%d号事项的公告", i+1), data.ByDeputy
		item.Content = content
		for _, act := range []func(data.Item) (data.Item, error){
			func(it data.Item) (data.Item, error) { return clerk.SaveDraft(ctx, it) },
			func(it data.Item) (data.Item, error) { return clerk.Propose(ctx, it, data.Statement{}) },
			func(it data.Item) (data.Item, error) {
				return checker.Check(ctx, it, data.Statement{Findings: &data.Findings{NotSecret: true, Necessary: true, Accurate: true}})
			},
			func(it data.Item) (data.Item, error) { return approver.Approve(ctx, it, data.Statement{}) },
			func(it data.Item) (data.Item, error) { return clerk.Publish(ctx, it, data.Statement{}) },
		} {
			item, err = act(item)
			require.NoError(b, err)
		}
	}
}

func benchProcess(b *testing.B, program, name string, args []string) {
	b.Helper()
	b.Run(name, func(b *testing.B) {
		var most int64
		for b.Loop() {
			run := exec.Command(program, args...)
			require.NoError(b, run.Run())
			if usage, ok := run.ProcessState.SysUsage().(*syscall.Rusage); ok {
				most = max(most, usage.Maxrss)
			}
		}
		b.ReportMetric(float64(most)/1024, "MB-most")
	})
}
