package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// TableColumn is one column: its head and its share of the width.
type TableColumn struct {
	Title string
	Share float32
}

// Cell is what stands in one place of a table: a text, bold, muted or on a tone. With Press it is a link of its own in
// the row.
type Cell struct {
	Text  string
	Bold  bool
	Muted bool
	Tone  *Tone // set: the text is a badge
	Press func()
}

// Toned is a cell that shows its text as a badge.
func Toned(text string, tone Tone) Cell { return Cell{Text: text, Tone: &tone} }

// Table is a list of rows under fixed column heads. Rows are made only for what is in sight, so a hundred thousand
// cost no more than twenty. A row is opened by a click or, with the focus on the list, by the space bar.
type Table struct {
	widget.BaseWidget
	columns []TableColumn
	rows    [][]Cell
	open    func(row int)
	list    *widget.List
	body    *fyne.Container
}

// NewTable makes an empty table; open is called with the number of the row that was chosen.
func NewTable(columns []TableColumn, open func(row int)) *Table {
	t := &Table{columns: columns, open: open}
	t.list = widget.NewList(t.count, t.newRow, t.fillRow)
	t.list.HideSeparators = true
	t.list.OnSelected = t.chosen
	t.body = Frame(t.head(), nil, nil, nil, t.list)
	t.ExtendBaseWidget(t)
	return t
}

// SetRows shows other rows; each has as many cells as there are columns.
func (t *Table) SetRows(rows [][]Cell) {
	t.rows = rows
	t.list.UnselectAll()
	t.list.Refresh()
}

// Wanted is how high the table is with all its rows in sight.
func (t *Table) Wanted() float32 { return headHeight + float32(len(t.rows))*RowHeight }

// Rows gives what the table shows, row by row.
func (t *Table) Rows() [][]Cell { return t.rows }

// Open opens a row as a click on it does.
func (t *Table) Open(row int) { t.chosen(row) }

// CreateRenderer shows head and list.
func (t *Table) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.body) }

func (t *Table) count() int { return len(t.rows) }

func (t *Table) chosen(row int) {
	t.list.UnselectAll()
	if row >= 0 && row < len(t.rows) && t.open != nil {
		t.open(row)
	}
}

// headHeight is the height of the column heads.
const headHeight float32 = 32

func (t *Table) head() fyne.CanvasObject {
	heads := make([]fyne.CanvasObject, len(t.columns))
	for i, column := range t.columns {
		heads[i] = Text(column.Title, SizeSmall, SecondInk())
	}
	ground := canvas.NewRectangle(rgb(0xFBFAF7))
	ground.SetMinSize(fyne.NewSize(1, headHeight))
	return container.NewStack(ground, container.New(columnLayout{t.columns}, heads...))
}

func (t *Table) newRow() fyne.CanvasObject {
	cells := make([]fyne.CanvasObject, len(t.columns))
	for i := range cells {
		cells[i] = newCellView()
	}
	// The list keeps the theme's padding between its rows; the line is part of the row above it.
	height := RowHeight - theme.Padding() - 1
	return Frame(nil, Hair(RowLine()), nil, nil,
		container.NewStack(Space(1, height), container.New(columnLayout{t.columns}, cells...)))
}

func (t *Table) fillRow(row widget.ListItemID, object fyne.CanvasObject) {
	if row < 0 || row >= len(t.rows) {
		return
	}
	border := object.(*fyne.Container)
	cells := border.Objects[0].(*fyne.Container).Objects[1].(*fyne.Container)
	for i, cell := range t.rows[row] {
		if i < len(cells.Objects) {
			view := cells.Objects[i].(*cellView)
			view.row = func() { t.chosen(row) }
			view.show(cell)
		}
	}
}

// columnLayout gives each column its share of the width, with 12 px of space at both sides of the row.
type columnLayout struct{ columns []TableColumn }

const cellSpace float32 = 12

func (l columnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var height float32
	for _, object := range objects {
		height = max(height, object.MinSize().Height)
	}
	return fyne.NewSize(200, height)
}

func (l columnLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var shares float32
	for _, column := range l.columns {
		shares += column.Share
	}
	x := cellSpace
	for i, object := range objects {
		width := (size.Width - 2*cellSpace) * l.columns[i].Share / shares
		least := object.MinSize()
		object.Resize(fyne.NewSize(width-cellSpace, least.Height))
		object.Move(fyne.NewPos(x, (size.Height-least.Height)/2))
		x += width
	}
}

// cellView shows one cell and cuts a long text off with … so that no column runs into the next.
type cellView struct {
	widget.BaseWidget
	cell Cell
	row  func() // opens the row
	pill *canvas.Rectangle
	text *canvas.Text
}

func newCellView() *cellView {
	v := &cellView{pill: canvas.NewRectangle(Clear()), text: Text("", SizeText, Ink())}
	v.pill.CornerRadius = 11
	v.ExtendBaseWidget(v)
	return v
}

// Tapped does what the cell's own link says, else opens the row.
func (v *cellView) Tapped(*fyne.PointEvent) {
	switch {
	case v.cell.Press != nil:
		v.cell.Press()
	case v.row != nil:
		v.row()
	}
}

// Cursor shows the hand over a link.
func (v *cellView) Cursor() desktop.Cursor {
	if v.cell.Press != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

func (v *cellView) show(cell Cell) {
	v.cell = cell
	v.Refresh()
}

// CreateRenderer gives the renderer of the cell.
func (v *cellView) CreateRenderer() fyne.WidgetRenderer { return &cellRenderer{view: v} }

type cellRenderer struct{ view *cellView }

func (r *cellRenderer) Destroy() {}

func (r *cellRenderer) MinSize() fyne.Size { return fyne.NewSize(10, 23) }

func (r *cellRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.view.pill, r.view.text}
}

func (r *cellRenderer) Refresh() {
	r.Layout(r.view.Size())
	r.view.pill.Refresh()
	r.view.text.Refresh()
}

func (r *cellRenderer) Layout(size fyne.Size) {
	v, cell := r.view, r.view.cell
	v.text.TextStyle.Bold = cell.Bold
	v.text.TextSize = SizeText
	v.text.Color = Ink()
	v.pill.FillColor = Clear()
	if cell.Muted {
		v.text.Color = SecondInk()
	}
	if cell.Press != nil {
		v.text.Color = Red()
	}
	var inset float32
	if cell.Tone != nil {
		inset = 9
		v.text.Color, v.pill.FillColor = cell.Tone.Colours()
		v.text.TextSize = SizeSmall
	}
	v.text.Text = fit(cell.Text, size.Width-2*inset, v.text.TextSize, v.text.TextStyle)
	least := v.text.MinSize()
	v.pill.Resize(fyne.NewSize(least.Width+2*inset, 23))
	v.pill.Move(fyne.NewPos(0, (size.Height-23)/2))
	if cell.Tone == nil || cell.Text == "" {
		v.pill.Resize(fyne.NewSize(0, 0))
	}
	v.text.Resize(least)
	v.text.Move(fyne.NewPos(inset, (size.Height-least.Height)/2))
}

// NewCut is one line of text that is cut off with … where it does not fit its place.
func NewCut(text string, size float32, ink color.Color) fyne.CanvasObject {
	c := canvas.NewText(text, ink)
	c.TextSize = size
	return container.New(&cutLayout{text: text}, c)
}

// NewCutBold is NewCut in bold.
func NewCutBold(text string, size float32, ink color.Color) fyne.CanvasObject {
	return container.New(&cutLayout{text: text}, Bold(text, size, ink))
}

// NewCutCentred is NewCut with the text at the middle of its place.
func NewCutCentred(text string, size float32, ink color.Color) fyne.CanvasObject {
	c := Text(text, size, ink)
	c.Alignment = fyne.TextAlignCenter
	return container.New(&cutLayout{text: text}, c)
}

type cutLayout struct{ text string }

func (l *cutLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	t := objects[0].(*canvas.Text)
	return fyne.NewSize(10, fyne.MeasureText(l.text, t.TextSize, t.TextStyle).Height)
}

func (l *cutLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	t := objects[0].(*canvas.Text)
	t.Text = fit(l.text, size.Width, t.TextSize, t.TextStyle)
	t.Resize(size)
	t.Refresh()
}

// fit cuts a text so that it fits into the width, with … for what is left out.
func fit(text string, width, size float32, style fyne.TextStyle) string {
	if width <= 0 || fyne.MeasureText(text, size, style).Width <= width {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes)
	for low < high {
		middle := (low + high + 1) / 2
		if fyne.MeasureText(string(runes[:middle])+"…", size, style).Width <= width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return string(runes[:low]) + "…"
}
