package items

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// fileField takes one file: a scan, a photo. It is kept beside the database as soon as it is chosen.
type fileField struct {
	page   *Page
	loader *ui.Loader
	file   *data.Attachment
	place  *fyne.Container
}

func newFileField(p *Page) *fileField {
	f := &fileField{page: p, loader: p.env.Loader.Again(), place: container.NewStack()}
	f.show()
	return f
}

// scanEndings are the files that a scan or a photo may be.
func scanEndings() []string { return []string{".pdf", ".jpg", ".jpeg", ".png"} }

func (f *fileField) object() fyne.CanvasObject { return ui.Pad(3, 0, 0, 0, f.place) }

func (f *fileField) show() {
	w := f.page.env.Words
	line := ui.Line(12, ui.NewLink(w.T("items.choosefile"), f.choose))
	if f.file != nil {
		line = ui.Line(12, ui.Text(f.file.Name, ui.SizeText, ui.Ink()), ui.NewLink(w.T("items.dropfile"), f.drop))
	}
	f.place.Objects = []fyne.CanvasObject{line}
	f.place.Refresh()
}

func (f *fileField) choose() { f.page.env.Files.Open(scanEndings(), f.take) }

func (f *fileField) take(name string, raw []byte, err error) {
	by := f.page.env.Session
	ui.Load(f.loader, func(ctx context.Context) (data.Attachment, error) {
		if err != nil {
			return data.Attachment{}, err
		}
		return by.KeepFile(ctx, name, raw)
	}, func(a data.Attachment, err error) {
		if err != nil {
			f.page.env.Refused(err)
			return
		}
		f.file = &a
		f.show()
	})
}

func (f *fileField) drop() {
	f.file = nil
	f.show()
}

// openFile shows a kept file with the system's viewer.
func (p *Page) openFile(a data.Attachment) {
	p.env.ShowPaper(p.printer, func(ctx context.Context) (string, error) {
		raw, err := p.env.Desk.File(ctx, a)
		if err != nil {
			return "", err
		}
		return p.env.Files.Put(a.Name, raw)
	})
}
