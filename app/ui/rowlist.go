package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// rowList is a list that is worked by the keyboard as tables are elsewhere: Enter opens, PageUp, PageDown, Home and End
// go where they say.
type rowList struct {
	widget.List
}

func newRowList(count func() int, newRow func() fyne.CanvasObject, fill func(int, fyne.CanvasObject), chosen func(int)) *rowList {
	l := &rowList{}
	l.Length, l.CreateItem, l.UpdateItem, l.OnSelected = count, newRow, fill, chosen
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey does what the key says.
func (l *rowList) TypedKey(key *fyne.KeyEvent) {
	page := max(RowHeight, l.Size().Height-RowHeight)
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		l.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	case fyne.KeyPageDown:
		l.ScrollToOffset(l.GetScrollOffset() + page)
	case fyne.KeyPageUp:
		l.ScrollToOffset(max(0, l.GetScrollOffset()-page))
	case fyne.KeyHome:
		l.Highlight(0)
	case fyne.KeyEnd:
		l.Highlight(max(0, l.Length()-1))
	default:
		l.List.TypedKey(key)
	}
}
