package board

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// photo is the place of a form for a photo. It is kept beside the database only once the form is recorded.
type photo struct {
	board  *Board
	object *fyne.Container
	loader *ui.Loader
	name   string // "" while there is none
	raw    []byte
}

func (b *Board) newPhoto() *photo {
	p := &photo{board: b, object: container.NewStack(), loader: b.env.Loader.Again()}
	p.lay()
	return p
}

func (p *photo) lay() {
	w := p.board.env.Words
	var row fyne.CanvasObject = ui.Line(12, ui.NewButton(w.T("board.photo.add"), p.choose), ui.Text(w.T("board.photo.optional"), ui.SizeSmall, ui.SecondInk()))
	if p.name != "" {
		row = ui.Line(8, ui.Text(w.T("board.photo.is", shortened(p.name, mostPlace+mostPlace/2)), ui.SizeText, ui.Ink()), ui.NewClose(ui.SecondInk(), p.remove))
	}
	p.object.Objects = []fyne.CanvasObject{row}
	p.object.Refresh()
}

// choose asks for a file; one that is no photo is refused with the reason.
func (p *photo) choose() {
	p.board.env.Files.Open(data.PhotoEndings(), func(name string, raw []byte, err error) {
		if err != nil {
			p.board.env.Refused(err)
			return
		}
		ui.Load(p.loader, func(context.Context) (string, error) {
			_, err := data.Photo(name, raw)
			return name, err
		}, func(name string, err error) {
			if err != nil {
				p.board.env.Refused(err)
				return
			}
			p.name, p.raw = name, raw
			p.lay()
		})
	})
}

func (p *photo) remove() {
	p.name, p.raw = "", nil
	p.lay()
}

// keep gives a function that keeps the photo and gives it as an attachment, nil where there is none.
func (p *photo) keep() func(context.Context) (*data.Attachment, error) {
	by := p.board.env.Session
	name, raw := p.name, p.raw
	return func(ctx context.Context) (*data.Attachment, error) {
		if name == "" {
			return nil, nil
		}
		kept, err := by.KeepPhoto(ctx, name, raw)
		return &kept, err
	}
}
