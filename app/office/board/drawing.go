package board

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// drawing is the board as it stands on the wall: heads over columns, pockets in the proportions of their paper.
type drawing struct {
	heads   []data.BoardHead
	columns []float32 // how wide each is, an A4 pocket being 1
	rows    []float32 // how high each is, an A4 pocket being 1
}

const (
	large      = math.Sqrt2 // A3 beside A4
	paperRatio = math.Sqrt2 // height of a sheet by its width

	pocketGap    float32 = 10
	captionRoom  float32 = 36 // number and state under a pocket
	headRoom     float32 = 48 // heads over the columns
	leastPocket  float32 = 44 // width of an A4 pocket
	widestPocket float32 = 132
	leastCell    float32 = 60 // of a column: a number must be read under the pocket
)

func newDrawing(grid data.BoardGrid) *drawing {
	d := &drawing{heads: grid.Heads, columns: make([]float32, grid.Columns), rows: make([]float32, grid.Rows)}
	for i := range d.columns {
		d.columns[i] = 1
	}
	for i := range d.rows {
		d.rows[i] = 1
	}
	for _, p := range grid.Large {
		if grid.Has(p) {
			d.columns[p.Column-1], d.rows[p.Row-1] = large, large
		}
	}
	return d
}

// cell gives how wide a column is when an A4 pocket has that width.
func (d *drawing) cell(column int, unit float32) float32 {
	return max(leastCell, d.columns[column]*unit) + pocketGap
}

func (d *drawing) row(row int, unit float32) float32 {
	return d.rows[row]*unit*paperRatio + captionRoom + pocketGap
}

func (d *drawing) headHeight() float32 {
	if len(d.heads) == 0 {
		return 0
	}
	return headRoom
}

// size gives how large the board is drawn when an A4 pocket has that width.
func (d *drawing) size(unit float32) fyne.Size {
	size := fyne.NewSize(0, d.headHeight())
	for column := range d.columns {
		size.Width += d.cell(column, unit)
	}
	for row := range d.rows {
		size.Height += d.row(row, unit)
	}
	return size
}

// unit gives the largest width of an A4 pocket at which the board fits.
func (d *drawing) unit(room fyne.Size) float32 {
	low, high := leastPocket, widestPocket
	for range 12 {
		middle := (low + high) / 2
		if size := d.size(middle); size.Width <= room.Width && size.Height <= room.Height {
			low = middle
		} else {
			high = middle
		}
	}
	return low
}

// MinSize is the board at its smallest; where there is less room it is scrolled.
func (d *drawing) MinSize([]fyne.CanvasObject) fyne.Size { return d.size(leastPocket) }

// Layout places the heads, then the pockets row by row.
func (d *drawing) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	unit := d.unit(room)
	left := make([]float32, len(d.columns)+1)
	left[0] = max(0, (room.Width-d.size(unit).Width)/2)
	for column := range d.columns {
		left[column+1] = left[column] + d.cell(column, unit)
	}
	for i, h := range d.heads {
		objects[i].Move(fyne.NewPos(left[h.First-1]+pocketGap/2, 0))
		objects[i].Resize(fyne.NewSize(left[h.Last]-left[h.First-1]-pocketGap, headRoom-pocketGap))
	}
	y := d.headHeight()
	at := len(d.heads)
	for row := range d.rows {
		height := d.row(row, unit)
		for column := range d.columns {
			objects[at].Move(fyne.NewPos(left[column], y))
			objects[at].Resize(fyne.NewSize(left[column+1]-left[column], height))
			at++
		}
		y += height
	}
}

// layWall is the board as it hangs, or what stands in its place while it is not described.
func (b *Board) layWall() fyne.CanvasObject {
	b.prints.begin()
	plan := b.shown.plan
	switch {
	case !b.read:
		return ui.Space(1, 1)
	case !plan.Grid.Described():
		return b.layList()
	}
	d := newDrawing(plan.Grid)
	var objects []fyne.CanvasObject
	for _, h := range d.heads {
		objects = append(objects, b.layHeader(h))
	}
	for i := range plan.Pockets {
		objects = append(objects, b.layPocket(plan.Pockets[i], d))
	}
	board := container.NewScroll(&fyne.Container{Layout: d, Objects: objects})
	board.SetMinSize(fyne.NewSize(300, 200))
	b.prints.paint()
	return ui.Panel(ui.Pad(14, 8, 14, 10, ui.Frame(ui.Pad(0, 10, 5, 5, b.legend()), nil, nil, nil, board)))
}

// layHeader is a head over its columns.
func (b *Board) layHeader(h data.BoardHead) fyne.CanvasObject {
	ground := canvas.NewRectangle(ui.Behind())
	ground.CornerRadius = 4
	name := h.Category
	if c, ok := b.shown.plan.Catalogue.Category(h.Category); ok {
		name = shortTitle(c)
	}
	return container.NewStack(ground, ui.Pad(0, 0, 4, 4, ui.NewTwoLines(name, ui.SizeSmall, ui.Ink())))
}

func shortTitle(c data.Category) string {
	if c.Short != "" {
		return c.Short
	}
	return c.Title
}

// legend counts the pockets by their state.
func (b *Board) legend() fyne.CanvasObject {
	w := b.env.Words
	counts := map[state]int{}
	for _, p := range b.shown.plan.Pockets {
		counts[b.stateOf(p).state]++
	}
	line := ui.Line(8)
	for _, s := range []state{hangs, ends, stale, proposed, empty} {
		if counts[s] > 0 {
			line.Add(ui.Badge(w.T("board.count."+string(s), counts[s]), s.tone()))
		}
	}
	return line
}
