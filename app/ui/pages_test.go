package ui

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// later is a loader whose work waits until it is let go.
type later struct{ waiting []func() }

func (l *later) loader() *Loader {
	return NewLoader(func(f func()) { l.waiting = append(l.waiting, f) }, func(f func()) { f() })
}

func (l *later) letGo() {
	for len(l.waiting) > 0 {
		first := l.waiting[0]
		l.waiting = l.waiting[1:]
		first()
	}
}

func numbers(read *[]int, total int, name string) func(context.Context, int, int) ([]string, error) {
	return func(_ context.Context, offset, limit int) ([]string, error) {
		*read = append(*read, offset/PageSize)
		var rows []string
		for i := offset; i < min(total, offset+limit); i++ {
			rows = append(rows, fmt.Sprint(name, i))
		}
		return rows, nil
	}
}

func first(read func(context.Context, int, int) ([]string, error)) []string {
	rows, _ := read(context.Background(), 0, PageSize)
	return rows
}

func TestOnlyWhatWasAskedForLastIsReadNext(t *testing.T) {
	l, read, came := &later{}, []int{}, 0
	p := NewPages(l.loader(), func(s string) []Cell { return []Cell{{Text: s}} }, func() { came++ }, func(err error) { require.NoError(t, err) })
	all := numbers(&read, 100_000, "a")
	p.Begin(first(all), all)
	require.Equal(t, PageSize, p.Len(), "what is there can be seen before all are counted")
	p.SetTotal(100_000)
	read = nil
	for row := 500; row < 90_000; row += 50 {
		_, ok := p.Row(row)
		require.False(t, ok)
	}
	l.letGo()
	require.Equal(t, []int{5, 899}, read)
	require.Equal(t, 2, came)
	cells, ok := p.Row(89_950)
	require.True(t, ok)
	require.Equal(t, "a89950", cells[0].Text)
}

func TestALateResultNeverOverwritesANewerList(t *testing.T) {
	l, read := &later{}, []int{}
	p := NewPages(l.loader(), func(s string) []Cell { return []Cell{{Text: s}} }, func() {}, func(error) {})
	old, now := numbers(&read, 1000, "old"), numbers(&read, 1000, "new")
	p.Begin(first(old), old)
	p.SetTotal(1000)
	p.Row(500)
	p.Begin(first(now), now)
	p.SetTotal(1000)
	l.letGo()
	_, ok := p.At(500)
	require.False(t, ok)
	l.letGo()
	row, ok := p.At(500)
	require.True(t, ok)
	require.Equal(t, "new500", row)
}

func TestAPageThatCannotBeReadIsToldOnce(t *testing.T) {
	told := 0
	p := NewPages(AtOnce(), func(s string) []Cell { return nil }, func() {}, func(error) { told++ })
	p.Begin(make([]string, PageSize), func(context.Context, int, int) ([]string, error) { return nil, errors.New("gone") })
	p.SetTotal(1000)
	for range 3 {
		_, ok := p.At(700)
		require.False(t, ok)
	}
	require.Equal(t, 1, told)
	require.Equal(t, 1000, p.Len())
}

func TestAListThatHasChangedStaysInSightUntilItIsReadAnew(t *testing.T) {
	l, read := &later{}, []int{}
	p := NewPages(l.loader(), func(s string) []Cell { return nil }, func() {}, func(error) {})
	all := numbers(&read, 250, "a")
	p.Begin(first(all), all)
	p.SetTotal(250)
	p.At(240)
	l.letGo()
	p.Renew(first(all))
	row, ok := p.At(240)
	require.True(t, ok)
	require.Equal(t, "a240", row)
	read = nil
	l.letGo()
	require.Equal(t, []int{2}, read)
	p.SetTotal(120)
	_, ok = p.At(240)
	require.False(t, ok)
}

// TestAnyWayThroughAListShowsItsRows: whatever is scrolled to, right rows are shown, and few pages are in memory.
func TestAnyWayThroughAListShowsItsRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		total, read := rapid.IntRange(0, 5000).Draw(t, "total"), []int{}
		p := NewPages(AtOnce(), func(s string) []Cell { return []Cell{{Text: s}} }, func() {}, func(error) {})
		all := numbers(&read, total, "")
		p.Begin(first(all), all)
		p.SetTotal(total)
		for _, row := range rapid.SliceOfN(rapid.IntRange(-1, 5100), 0, 60).Draw(t, "rows") {
			cells, ok := p.Row(row)
			require.Equal(t, row >= 0 && row < total, ok)
			if ok {
				require.Equal(t, fmt.Sprint(row), cells[0].Text)
			}
			require.LessOrEqual(t, len(p.kept), mostPages)
		}
	})
}

func TestATableOfALongListShowsWhatIsScrolledTo(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(Theme{})
	var opened []int
	table := NewTable([]TableColumn{{Title: "n", Share: 1}, {Title: "row", Share: 3}}, func(row int) { opened = append(opened, row) })
	l, read := &later{}, []int{}
	p := NewPages(l.loader(), func(s string) []Cell { return []Cell{{}, {Text: s}} }, table.Changed, func(error) {})
	all := numbers(&read, 2000, "row ")
	p.Begin(first(all), all)
	p.SetTotal(2000)
	window := test.NewTempWindow(t, table)
	window.Resize(fyne.NewSize(600, 400))
	table.SetSource(p)
	seen := func() []string {
		var texts []string
		for _, o := range test.LaidOutObjects(window.Content()) {
			if cell, ok := o.(*cellView); ok && cell.cell.Text != "" {
				texts = append(texts, cell.cell.Text)
			}
		}
		return texts
	}
	require.Contains(t, seen(), "row 0")
	for _, row := range []int{1999, 1000, 150, 1999, 0, 777} {
		table.ScrollTo(row)
		l.letGo()
		require.Contains(t, seen(), fmt.Sprint("row ", row))
		require.NotContains(t, seen(), "…")
	}
	table.ScrollTo(1500)
	require.Contains(t, seen(), "…", "quiet until it is there")
	require.NotContains(t, seen(), "row 1500")
	l.letGo()

	window.Canvas().Focus(table.list)
	press := func(key fyne.KeyName) { table.list.TypedKey(&fyne.KeyEvent{Name: key}); l.letGo() }
	press(fyne.KeyEnd)
	require.Contains(t, seen(), "row 1999")
	press(fyne.KeyReturn)
	press(fyne.KeyUp)
	press(fyne.KeySpace)
	press(fyne.KeyHome)
	press(fyne.KeyDown)
	press(fyne.KeyEnter)
	require.Equal(t, []int{1999, 1998, 1}, opened)
	press(fyne.KeyPageDown)
	require.NotContains(t, seen(), "row 0")
	press(fyne.KeyPageUp)
	require.Contains(t, seen(), "row 0")
}
