package ui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/stretchr/testify/require"
)

func TestTheWheelScrollsTheFormUnderAnyField(t *testing.T) {
	test.NewTempApp(t)
	line, text := widget.NewEntry(), widget.NewMultiLineEntry()
	text.SetMinRowsVisible(4)
	var later func()
	scroll := ScrollingForm(container.NewVBox(line, text, Space(1, 900)), func(wait time.Duration, do func()) func() {
		require.Equal(t, aside, wait)
		later = do
		return func() {}
	})
	w := test.NewTempWindow(t, scroll)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(300, 300))
	glass := scroll.Content.(*fyne.Container).Objects[1].(*WheelGlass)
	turn := func(over fyne.CanvasObject) float32 {
		before := scroll.Offset.Y
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(over).AddXY(20, 10)
		glass.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{AbsolutePosition: at}, Scrolled: fyne.NewDelta(0, -10)})
		return scroll.Offset.Y - before
	}
	require.Equal(t, scroll.Content.Size(), glass.Size(), "it lies over the whole form")
	require.EqualValues(t, 10, turn(line))
	require.EqualValues(t, 10, turn(text))

	w.Canvas().Focus(text)
	require.EqualValues(t, 10, turn(line), "the mouse is elsewhere")
	require.Zero(t, turn(text), "the text that is being written has the wheel")
	require.False(t, glass.Visible())
	later()
	require.True(t, glass.Visible())

	w.Canvas().Focus(line)
	require.EqualValues(t, 10, turn(text))
}
