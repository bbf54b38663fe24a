package board

import (
	"context"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"golang.org/x/image/draw"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// look is what hangs somewhere, opened: since when, by whom, until when, and the photo of it.
type look struct {
	board   *Board
	posting data.Posting
	photo   *fyne.Container
	loader  *ui.Loader
}

func (b *Board) newLook(p data.Posting) *look {
	l := &look{board: b, posting: p, photo: container.NewStack(), loader: b.env.Loader.Again()}
	l.read()
	return l
}

func (l *look) renewed(f facts) opened {
	p, ok := f.posting(l.posting.ID)
	if !ok {
		return nil
	}
	l.posting = p
	return l
}

func (l *look) marks(place data.BoardPlace) bool { return marks(l.posting.Pockets, place) }

func marks(pockets []data.BoardPlace, place data.BoardPlace) bool {
	for _, p := range pockets {
		if p == place {
			return true
		}
	}
	return false
}

func (l *look) object() fyne.CanvasObject {
	b, p := l.board, l.posting
	w := b.env.Words
	lines := []string{w.T("board.since", w.Date(p.On), p.By, b.where(p.Use))}
	if p.Item.From != "" {
		lines = append(lines, b.period(p.Item))
	}
	rows := ui.Column(8, ui.Flush(ui.Paragraph(p.Item.Title)))
	for _, line := range lines {
		rows.Add(b.note(line))
	}
	if p.Why != "" {
		rows.Add(ui.Flush(ui.Wrong(w.T("board.why." + string(p.Why)))))
	}
	rows.Add(l.photo)
	buttons := ui.Line(12)
	if b.may(p.Item) {
		buttons.Add(ui.NewButton(w.T("board.downform"), func() { b.put(b.newTaking(p, "")) }))
	}
	if p.Item.Number != "" {
		buttons.Add(ui.NewLink(w.T("board.openitem"), func() { b.env.Go(itemRoute(p.Item)) }))
	}
	if b.may(p.Item) {
		buttons.Add(ui.NewLinkIn(w.T("board.wrong"), ui.SizeText, ui.SecondInk(), func() { b.put(b.newTaking(p, w.T("board.wrongnote"))) }))
	}
	rows.Add(buttons)
	return b.closable(p.Number+" · "+shortened(shortTitle(p.Category), mostPlace), rows)
}

// period words how long something hangs.
func (b *Board) period(it data.Item) string {
	w := b.env.Words
	if it.To == "" {
		return w.T("items.longterm", w.Date(it.From), w.Date(it.Review))
	}
	_, left := b.left(it)
	if it.To < b.today() {
		return w.T("items.fromto", w.Date(it.From), w.Date(it.To))
	}
	return w.T("items.fromto", w.Date(it.From), w.Date(it.To)) + " · " + left
}

// mostTitle is how many characters a card at the right has in its title.
const mostTitle = 30

// closable is a card that can be closed.
func (b *Board) closable(title string, content fyne.CanvasObject) fyne.CanvasObject {
	return ui.Card(shortened(title, mostTitle), ui.NewClose(ui.SecondInk(), func() { b.put(nil) }), content)
}

// photoHeight is how high a photo is shown, in points; widths follow.
const photoHeight = 200

// read reads the photo beside the main goroutine and makes it small.
func (l *look) read() {
	file := l.posting.File
	if file == nil {
		return
	}
	w := l.board.env.Words
	l.photo.Objects = []fyne.CanvasObject{l.board.note(w.T("board.photo.reading"))}
	ui.Load(l.loader, func(ctx context.Context) (image.Image, error) {
		raw, err := l.board.env.Desk.File(ctx, *file)
		if err != nil {
			return nil, err
		}
		picture, err := data.Photo(file.Name, raw)
		if err != nil {
			return nil, err
		}
		return smaller(picture), nil
	}, func(picture image.Image, err error) {
		if err != nil {
			l.photo.Objects = []fyne.CanvasObject{ui.Flush(ui.Wrong(w.Error(err)))}
		} else {
			shown := canvas.NewImageFromImage(picture)
			shown.FillMode = canvas.ImageFillContain
			shown.SetMinSize(fyne.NewSize(1, photoHeight))
			l.photo.Objects = []fyne.CanvasObject{shown}
		}
		l.photo.Refresh()
		l.board.side.Refresh()
	})
}

// smaller gives the picture at no more than twice the size at which it is shown.
func smaller(picture image.Image) image.Image {
	const most = 2 * photoHeight
	from := picture.Bounds()
	if from.Dy() <= most {
		return picture
	}
	to := image.Rect(0, 0, max(1, from.Dx()*most/from.Dy()), most)
	small := image.NewRGBA(to)
	draw.ApproxBiLinear.Scale(small, to, picture, from, draw.Src, nil)
	return small
}
