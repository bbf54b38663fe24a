package cli

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/app/demo"
	"gongkailan/data/seal"
)

// BenchmarkNoticeProcess measures the notice of one item as a user meets it: the whole process, from its start to the
// closed file, with the greatest memory it took. The bare start of the same program, which opens nothing, stands beside
// it, because machines differ and noise is the same for both. `make bench` builds the program first.
func BenchmarkNoticeProcess(b *testing.B) {
	program, err := filepath.Abs("../../gongkailan")
	require.NoError(b, err)
	if _, err := os.Stat(program); err != nil {
		b.Skip("the program is not built; run make bench")
	}
	folder := b.TempDir()
	db := filepath.Join(folder, "demo.db")
	built, err := demo.Build(context.Background(), db, demo.Options{Now: time.Now, Cost: seal.Cost{Time: 1, Memory: 8, Threads: 1}})
	require.NoError(b, err)
	require.NoError(b, built.Desk.Close())
	for name, args := range map[string][]string{
		"notice": {"notice", built.Item.Number, "--db", db, "--out", filepath.Join(folder, "n.pdf")},
		"start":  {"workday", "2026-03-05", "1"},
	} {
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
}
