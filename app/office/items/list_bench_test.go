package items

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/seal"
	"gongkailan/data/store"
	"gongkailan/data/workday"
)

// benchItems is how many items the unit has written in twelve years.
const benchItems = 100_000

// crowded makes a unit with that many items, and signs its clerk in.
func crowded(b *testing.B, now func() time.Time) (*desk.Desk, *desk.Session) {
	b.Helper()
	path := filepath.Join(b.TempDir(), "many.db")
	d, err := desk.Create(b.Context(), path, desk.Setup{
		Unit: data.Unit{Name: "云岭县食品药品监督管理局"}, Offices: []data.Office{{ID: "o1", Name: "办公室"}, {ID: "o2", Name: "人事股"}},
		Catalogue: data.Catalogue{
			Categories: []data.Category{{Code: "3", Title: "组织建设", Short: "组织建设"}},
			Entries:    []data.Entry{{Code: "3.5", Category: "3", Title: "干部任用", Mode: data.Immediate, Audience: data.Society, Decision: data.ByDeputy}},
		},
		People: []desk.Newcomer{{
			Person: data.Person{Name: "陈静", OfficeID: "o1", Roles: []data.Role{data.Clerk, data.Admin}}, Password: "longenough1",
		}},
	}, desk.Options{Now: now, Calendar: workday.New(), Cost: seal.Cost{Time: 1, Memory: 8, Threads: 1}})
	require.NoError(b, err)
	b.Cleanup(func() { require.NoError(b, d.Close()) })
	s, err := store.Open(b.Context(), path)
	require.NoError(b, err)
	defer func() { require.NoError(b, s.Close()) }()
	const step = 2000
	for first := 0; first < benchItems; first += step {
		require.NoError(b, s.Write(b.Context(), func(tx *store.Tx) error {
			for i := first; i < first+step; i++ {
				if err := tx.AddItem(b.Context(), crowd(i)); err != nil {
					return err
				}
			}
			return nil
		}))
	}
	by, err := d.SignIn(b.Context(), "陈静", "longenough1")
	require.NoError(b, err)
	return d, by
}

func crowd(i int) data.Item {
	const yearly = benchItems/12 + 1
	year := 2015 + i/yearly
	at := time.Date(year, 1, 1, 1, i%yearly*60, 0, 0, time.UTC)
	from := data.DateOf(at)
	title := fmt.Sprintf("关于第%d批拟任职人选的公示", i)
	return data.Item{
		ID: fmt.Sprintf("0198%08x-7000-8000-000000000000", i), Version: 1, Number: fmt.Sprintf("%d-%04d", year, i%yearly+1),
		OfficeID: []string{"o1", "o2"}[i%2],
		Content: data.Content{
			EntryCode: "3.5", Kind: data.Publicity, Title: title,
			Body: title + strings.Repeat("根据《党政领导干部选拔任用工作条例》有关规定，经局党组会议研究决定，现予以公示。\n", 6),
			Mode: data.Immediate, Audience: data.Audiences()[i%3], Decision: data.ByDeputy, Channels: []data.Channel{data.Board},
			From: from, To: from.AddDays(30), Issuer: "局党组", IssueDate: from,
		},
		Status: data.Archived, CreatedBy: "p", CreatedAt: at, UpdatedAt: at,
	}
}

// BenchmarkListScreenOfAHundredThousand is from the press to the first rows as they stand in a window of 1366 × 768;
// counting goes on behind. Resident memory of the whole process stands beside.
func BenchmarkListScreenOfAHundredThousand(b *testing.B) {
	now := func() time.Time { return time.Date(2026, 3, 5, 9, 0, 0, 0, data.Shanghai()) }
	d, by := crowded(b, now)
	app := test.NewApp()
	defer app.Quit()
	app.Settings().SetTheme(ui.Theme{})
	window := app.NewWindow("")
	window.Resize(fyne.NewSize(1366, 768))
	var work []func()
	env := screen.Env{
		Desk: d, Session: by, Words: words.For(words.Chinese), Now: now, Calendar: workday.New(),
		Loader:  ui.NewLoader(func(f func()) { work = append(work, f) }, func(f func()) { f() }),
		Notices: ui.NewNotices(func(time.Duration, func()) {}),
		After:   func(_ time.Duration, do func()) func() { do(); return func() {} }, Go: func(screen.Route) {},
	}
	rows := func(l *List, do func()) { // does something and reads the first rows, not the count
		work = nil
		do()
		work[0]()
		require.NotEmpty(b, l.table.Rows())
	}
	list := NewList(env, screen.Route{})
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			list = NewList(env, screen.Route{})
			window.SetContent(list.Object())
			rows(list, list.Load)
		}
	})
	b.Run("filter", func(b *testing.B) {
		for b.Loop() {
			list.filters.set(chosen{office: "o2", audience: string(data.Society)})
			rows(list, list.Load)
		}
	})
	list.filters.set(chosen{})
	for _, query := range []string{"第54321批", "公示", "关于第99887批拟任职人选的公示", "rzrx"} {
		b.Run("search "+query, func(b *testing.B) {
			for b.Loop() {
				rows(list, func() { list.query.SetText(query) })
				list.query.OnChanged, list.query.Text = nil, ""
				list.query.OnChanged = list.typed
			}
		})
	}
	rows(list, list.Load)
	for len(work) > 1 { // the count, so that the end is known
		next := work[1]
		work = append(work[:1], work[2:]...)
		next()
	}
	at := 0
	b.Run("scroll", func(b *testing.B) {
		for b.Loop() {
			at = (at + 37_123) % benchItems
			work = nil
			list.table.ScrollTo(at)
			for len(work) > 0 {
				next := work[0]
				work = work[1:]
				next()
			}
		}
	})
	b.Run("memory", func(b *testing.B) {
		for b.Loop() {
			runtime.GC()
		}
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		b.ReportMetric(float64(m.Sys)/(1<<20), "MB-from-system")
		b.ReportMetric(resident(), "MB-resident")
	})
}
