package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// TablePanel is a white sheet with a title over a table, as high as its rows ask for. Where there are no rows it says
// in words what that means, in place of empty lines.
type TablePanel struct {
	widget.BaseWidget
	table *Table
	hint  *canvas.Text
	foot  *fyne.Container
	body  *fyne.Container
	head  fyne.CanvasObject
}

// hintHeight is the height of the words in place of rows.
const hintHeight float32 = 34

// NewTablePanel puts a table under a title, "" for none, with an optional action at the right of it.
func NewTablePanel(title string, action fyne.CanvasObject, table *Table) *TablePanel {
	p := &TablePanel{table: table, hint: Text("", SizeText, SecondInk()), foot: container.NewStack(), head: Space(1, 1)}
	if title != "" {
		p.head = Pad(12, 10, 17, 17, Frame(nil, nil, Bold(title, SizeCard, Ink()), action, Space(1, 22)))
	}
	p.hint.Hide()
	p.body = Panel(Pad(1, 6, 1, 1, Frame(p.head, p.foot, nil, nil,
		container.NewStack(table, Pad(0, 6, 17, 17, p.hint)))))
	p.ExtendBaseWidget(p)
	return p
}

// SetRows shows rows, or the hint where there are none.
func (p *TablePanel) SetRows(rows [][]Cell, hint string) { p.SetSource(readyRows(rows), hint) }

// SetSource shows rows that are asked for by number, or the hint where there are none.
func (p *TablePanel) SetSource(rows Rows, hint string) {
	p.table.SetSource(rows)
	p.hint.Text = hint
	if rows.Len() == 0 {
		p.table.Hide()
		p.hint.Show()
	} else {
		p.table.Show()
		p.hint.Hide()
	}
	p.Refresh()
}

// Hint gives the words that stand in place of rows, "" while there are rows.
func (p *TablePanel) Hint() string {
	if p.hint.Visible() {
		return p.hint.Text
	}
	return ""
}

// Unfold shows something under the table; nil takes it away.
func (p *TablePanel) Unfold(object fyne.CanvasObject) {
	p.foot.Objects = nil
	if object != nil {
		p.foot.Objects = []fyne.CanvasObject{object}
	}
	p.foot.Refresh()
	p.Refresh()
}

// Wanted is how high the panel is with all its rows in sight.
func (p *TablePanel) Wanted() float32 {
	height := p.head.MinSize().Height + p.footHeight() + 9
	if p.hint.Visible() {
		return height + hintHeight
	}
	return height + p.table.Wanted()
}

func (p *TablePanel) footHeight() float32 {
	if len(p.foot.Objects) == 0 {
		return 0
	}
	return p.foot.MinSize().Height
}

// MinSize leaves two rows in sight.
func (p *TablePanel) MinSize() fyne.Size {
	p.ExtendBaseWidget(p)
	return fyne.NewSize(320, min(p.Wanted(), p.head.MinSize().Height+p.footHeight()+headHeight+2*RowHeight+9))
}

// CreateRenderer shows the sheet.
func (p *TablePanel) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.body) }
