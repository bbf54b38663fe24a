package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
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

// Rows are what a table shows, asked for by number. A row that is not there yet is shown empty; whoever brings it later
// refreshes the table.
type Rows interface {
	Len() int
	Row(row int) (cells []Cell, ok bool)
}

// readyRows are rows that are all there.
type readyRows [][]Cell

func (r readyRows) Len() int { return len(r) }

func (r readyRows) Row(row int) ([]Cell, bool) { return r[row], true }

// Table is a list of rows under fixed column heads. Rows are made only for what is in sight, so a hundred thousand
// cost no more than twenty. A row is opened by a click or, with the focus on the list, by the space bar or Enter.
type Table struct {
	widget.BaseWidget
	columns []TableColumn
	rows    Rows
	waiting []Cell // what stands for a row that is not there yet
	open    func(row int)
	list    *rowList
	body    *fyne.Container
}

// NewTable makes an empty table; open is called with the number of the row that was chosen.
func NewTable(columns []TableColumn, open func(row int)) *Table {
	t := &Table{columns: columns, open: open, rows: readyRows(nil), waiting: waitingRow(columns)}
	t.list = newRowList(t.count, t.newRow, t.fillRow, t.chosen)
	// As much space above the first row as the list keeps between rows, so that all rows are as high.
	t.body = Frame(t.head(), nil, nil, nil, Pad(theme.Padding(), 0, 0, 0, t.list))
	t.ExtendBaseWidget(t)
	return t
}

// waitingRow has a quiet … in the widest column.
func waitingRow(columns []TableColumn) []Cell {
	cells := make([]Cell, len(columns))
	widest := 0
	for i, column := range columns {
		if column.Share > columns[widest].Share {
			widest = i
		}
	}
	if len(cells) > 0 {
		cells[widest] = Cell{Text: "…", Muted: true}
	}
	return cells
}

// SetRows shows other rows; each has as many cells as there are columns.
func (t *Table) SetRows(rows [][]Cell) { t.SetSource(readyRows(rows)) }

// SetSource shows rows that are asked for by number.
func (t *Table) SetSource(rows Rows) {
	t.rows = rows
	t.list.UnselectAll()
	t.list.Refresh()
}

// Changed shows the rows anew where they stand, after some have come.
func (t *Table) Changed() { t.list.Refresh() }

// ScrollTo brings a row into sight.
func (t *Table) ScrollTo(row int) {
	if row >= 0 && row < t.rows.Len() {
		t.list.ScrollTo(row)
	}
}

// ScrollToTop brings the first row into sight.
func (t *Table) ScrollToTop() { t.list.ScrollToTop() }

// Wanted is how high the table is with all its rows in sight.
func (t *Table) Wanted() float32 { return headHeight + float32(t.rows.Len())*RowHeight }

// Rows gives what the table shows, row by row, those not there yet left out.
func (t *Table) Rows() [][]Cell {
	var rows [][]Cell
	for i := range t.rows.Len() {
		if cells, ok := t.rows.Row(i); ok {
			rows = append(rows, cells)
		}
	}
	return rows
}

// Open opens a row as a click on it does.
func (t *Table) Open(row int) { t.chosen(row) }

// CreateRenderer shows head and list.
func (t *Table) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.body) }

func (t *Table) count() int { return t.rows.Len() }

func (t *Table) chosen(row int) {
	t.list.UnselectAll()
	if row >= 0 && row < t.rows.Len() && t.open != nil {
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
	// The words stand in the middle between two lines, and so above the middle of the row.
	height := RowHeight - theme.Padding() - 1
	return Frame(nil, Hair(RowLine()), nil, nil,
		container.NewStack(Space(1, height), Pad(0, theme.Padding(), 0, 0, container.New(columnLayout{t.columns}, cells...))))
}

func (t *Table) fillRow(row widget.ListItemID, object fyne.CanvasObject) {
	if row < 0 || row >= t.rows.Len() {
		return
	}
	shown, ok := t.rows.Row(row)
	if !ok {
		shown = t.waiting
	}
	border := object.(*fyne.Container)
	cells := border.Objects[0].(*fyne.Container).Objects[1].(*fyne.Container).Objects[0].(*fyne.Container)
	for i, cell := range shown {
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
		if l.columns[i].Share == 0 { // left out, see SetShares
			object.Hide()
			continue
		}
		object.Show()
		width := (size.Width - 2*cellSpace) * l.columns[i].Share / shares
		least := object.MinSize()
		object.Resize(fyne.NewSize(width-cellSpace, least.Height))
		object.Move(fyne.NewPos(x, (size.Height-least.Height)/2))
		x += width
	}
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
