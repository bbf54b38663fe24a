package ui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"
)

func TestColumnsShareTheWidthAndKeepTheGap(t *testing.T) {
	test.NewTempApp(t)
	a, b, c := Space(10, 20), Space(30, 10), Space(5, 5)
	grid := Columns(2, 14, a, b, c)
	require.Equal(t, fyne.NewSize(74, 39), grid.MinSize())
	grid.Resize(fyne.NewSize(114, 100))
	require.Equal(t, fyne.NewPos(64, 0), b.Position())
	require.Equal(t, fyne.NewSize(50, 20), b.Size())
	require.Equal(t, fyne.NewPos(0, 34), c.Position())
}

func TestAFrameLeavesNoSpaceAndFollowsReading(t *testing.T) {
	test.NewTempApp(t)
	top, left, middle := Space(10, 20), Space(30, 10), Space(5, 5)
	frame := Frame(top, nil, left, nil, middle)
	frame.Resize(fyne.NewSize(100, 100))
	require.Equal(t, fyne.NewPos(30, 20), middle.Position())
	require.Equal(t, fyne.NewSize(70, 80), middle.Size())
	require.Equal(t, []fyne.CanvasObject{top, left, middle}, frame.Objects)
}

func rows(n int) [][]Cell {
	list := make([][]Cell, n)
	for i := range list {
		list[i] = []Cell{{Text: "a"}}
	}
	return list
}

func TestPanelsAreAsHighAsTheirRowsAndShareWhatIsScarce(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(Theme{})
	panel := func(n int) *TablePanel {
		p := NewTablePanel("待我办理", nil, NewTable([]TableColumn{{Title: "编号", Share: 1}}, nil))
		p.SetRows(rows(n), "没有")
		return p
	}
	few, many := panel(2), panel(100)
	column := Fitting(Gap, few, many)
	column.Resize(fyne.NewSize(500, 600))
	require.Equal(t, few.Wanted(), few.Size().Height)
	require.Equal(t, float32(600), few.Size().Height+Gap+many.Size().Height)

	none := panel(0)
	require.Equal(t, "没有", none.Hint())
	require.Less(t, none.Wanted(), few.Wanted())
	before := none.Wanted()
	none.Unfold(Space(1, 50))
	require.Equal(t, before+50, none.Wanted())
}

func TestALinkInARowDoesItsOwnAndTheRestOpensTheRow(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(Theme{})
	opened, pressed := -1, 0
	table := NewTable([]TableColumn{{Share: 1}, {Share: 1}}, func(row int) { opened = row })
	table.SetRows([][]Cell{{{Text: "事项"}, {Text: "计时依据", Press: func() { pressed++ }}}})
	window := test.NewTempWindow(t, table)
	window.Resize(fyne.NewSize(400, 200))
	tap := func(text string) {
		var under fyne.Tappable
		for _, o := range test.LaidOutObjects(window.Content()) {
			if tappable, ok := o.(fyne.Tappable); ok {
				under = tappable
			}
			if written, ok := o.(*canvas.Text); ok && written.Text == text {
				test.Tap(under)
			}
		}
	}
	tap("计时依据")
	require.Equal(t, 1, pressed)
	require.Equal(t, -1, opened)
	tap("事项")
	require.Equal(t, 0, opened)
}

func TestADateFieldSaysWhenItCannotReadADate(t *testing.T) {
	test.NewTempApp(t)
	parse := func(text string) (string, error) {
		_, err := time.Parse(time.DateOnly, text)
		return text, err
	}
	f := NewDateField(DateWords{Wrong: "请写成 2026-03-05"}, parse, time.Now)
	told := []string{}
	f.OnChange = func(date string) { told = append(told, date) }
	f.SetDate("2026-03")
	require.Empty(t, f.Date())
	require.True(t, f.wrong.Visible())
	f.SetDate("2026-03-05")
	require.False(t, f.wrong.Visible())
	f.SetDate("")
	require.Equal(t, []string{"2026-03-05", ""}, told)
}
