package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"
)

func TestAColumnIsLeftOutAndComesBack(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(Theme{})
	table := NewTable([]TableColumn{{Title: "甲", Share: 1}, {Title: "乙", Share: 1}}, nil)
	table.SetRows([][]Cell{{{Text: "一"}, {Text: "二"}}})
	window := test.NewTempWindow(t, table)
	window.Resize(fyne.NewSize(400, 300))
	second := func() (visible bool, x float32) {
		for _, o := range test.LaidOutObjects(window.Content()) {
			if v, ok := o.(*cellView); ok && v.cell.Text == "二" && v.Visible() {
				return true, v.Position().X
			}
		}
		return false, 0
	}
	there, x := second()
	require.True(t, there)
	table.SetShares(1, 0)
	there, _ = second()
	require.False(t, there)
	table.SetShares(3, 1)
	there, moved := second()
	require.True(t, there)
	require.Greater(t, moved, x)
	table.ScrollTo(-1) // nothing to scroll to
}
