package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// Sizes of the drawing of a board, in pixels: it is as wide as the card at most.
const (
	drawingWidth float32 = 860
	widestPocket float32 = 78
	headRow      float32 = 24
	pocketGap    float32 = 4
)

// picture draws the board: heads over their columns, and each pocket with its place and, where it is for A3, that.
func (f *boardForm) picture(g data.BoardGrid) fyne.CanvasObject {
	width := min(widestPocket, drawingWidth/float32(g.Columns))
	height := max(22, width*0.62)
	board := container.NewWithoutLayout()
	at := func(object fyne.CanvasObject, x, y, w, h float32) {
		object.Move(fyne.NewPos(x, y))
		object.Resize(fyne.NewSize(w-pocketGap, h-pocketGap))
		board.Add(object)
	}
	for _, h := range g.Heads {
		at(f.headOf(h), float32(h.First-1)*width, 0, float32(h.Last-h.First+1)*width, headRow)
	}
	for row := 1; row <= g.Rows; row++ {
		for column := 1; column <= g.Columns; column++ {
			p := data.BoardPlace{Row: row, Column: column}
			at(f.pocket(g, p, width), float32(column-1)*width, headRow+float32(row-1)*height, width, height)
		}
	}
	return container.NewStack(ui.Space(width*float32(g.Columns), headRow+height*float32(g.Rows)), board)
}

func (f *boardForm) headOf(h data.BoardHead) fyne.CanvasObject {
	text := h.Category
	for _, c := range f.facts.categories {
		if c.Code == h.Category {
			text = f.short(c)
		}
	}
	ground := canvas.NewRectangle(ui.Selected())
	ground.CornerRadius = 4
	return container.NewStack(ground, container.New(shares{1}, ui.NewCut(" "+text, ui.SizeSmall, ui.DeepRed())))
}

// smallestLabel is how wide a pocket must be for its place to be written in it.
const smallestLabel float32 = 34

func (f *boardForm) pocket(g data.BoardGrid, p data.BoardPlace, width float32) fyne.CanvasObject {
	sheet := canvas.NewRectangle(ui.White())
	sheet.StrokeColor, sheet.StrokeWidth, sheet.CornerRadius = ui.SecondInk(), 1, 3
	text := p.String()
	if g.IsLarge(p) {
		sheet.FillColor, sheet.StrokeWidth = ui.Behind(), 2
		text += " A3"
	}
	if width < smallestLabel {
		text = ""
		if g.IsLarge(p) {
			text = "3"
		}
	}
	label := ui.Text(text, 11.5, ui.Ink())
	label.Alignment = fyne.TextAlignCenter
	drawn := container.NewStack(sheet, label)
	if !f.may {
		return drawn
	}
	return ui.NewPress(drawn, func() { f.turn(p) })
}
