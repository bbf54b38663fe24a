package items

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/data"
)

// fileEndings are the kinds of files that may be attached: documents and pictures, nothing that runs.
func fileEndings() []string {
	return []string{
		".pdf", ".ofd", ".doc", ".docx", ".wps", ".xls", ".xlsx", ".et", ".csv", ".ppt", ".pptx", ".txt", ".rtf",
		".jpg", ".jpeg", ".png", ".tif", ".tiff",
	}
}

// checkEnding refuses a file of a kind that is not attached.
func checkEnding(name string) error {
	if !slices.Contains(fileEndings(), strings.ToLower(filepath.Ext(name))) {
		return data.Refuse(data.ErrInvalid, "attach.kind", name)
	}
	return nil
}

// fileList is the item's attachments, in the order in which the notice names them.
type fileList struct {
	editor  *editor
	list    []data.Attachment
	naming  int                  // which is being renamed; -1 for none
	pending []screen.DroppedFile // on their way, one after another: each may be large
	rows    *fyne.Container
	object  *fyne.Container
}

func newFileList(e *editor) *fileList {
	f := &fileList{editor: e, naming: -1, rows: ui.Column(4)}
	w := e.page.env.Words
	add := ui.NewButton(w.T("editor.file.add"), f.choose)
	f.object = ui.Column(10, f.rows, ui.Line(12, add, ui.Text(w.T("editor.file.drop"), ui.SizeSmall, ui.SecondInk())))
	return f
}

func (f *fileList) fill(list []data.Attachment) {
	f.list, f.naming = slices.Clone(list), -1
	f.show()
}

func (f *fileList) said() (string, bool) {
	w := f.editor.page.env.Words
	if len(f.list) == 0 {
		return w.T("editor.file.none"), false
	}
	names := make([]string, len(f.list))
	for i, a := range f.list {
		names[i] = a.Name
	}
	return w.T("editor.file.some", len(f.list), strings.Join(names, w.T("list.comma"))), false
}

// choose asks for a file.
func (f *fileList) choose() {
	f.editor.page.env.Files.Open(fileEndings(), func(name string, raw []byte, err error) {
		if err != nil {
			f.editor.page.env.Refused(err)
			return
		}
		f.add(screen.DroppedFile{Name: name, Read: func() ([]byte, error) { return raw, nil }})
	})
}

// drop takes files that were let go over the window.
func (f *fileList) drop(files []screen.DroppedFile) {
	f.editor.parts.files.fold.Open(true)
	for _, file := range files {
		f.add(file)
	}
	f.editor.reveal(f.rows)
}

// add keeps a file beside the database and attaches it, all beside the main goroutine.
func (f *fileList) add(file screen.DroppedFile) {
	if err := f.fits(file.Name); err != nil {
		f.editor.page.env.Refused(err)
		return
	}
	f.pending = append(f.pending, file)
	f.show()
	if len(f.pending) == 1 {
		f.next()
	}
}

// next adds the first of those that are on their way, and then the others.
func (f *fileList) next() {
	file := f.pending[0]
	f.editor.keepFile(file.Name, file.Read, func(a data.Attachment, err error) {
		f.pending = f.pending[1:]
		if err == nil {
			err = f.fits(a.Name)
		}
		if err == nil {
			f.list = append(slices.Clone(f.list), a)
			f.changed()
		} else {
			f.show()
			f.editor.page.env.Refused(err)
		}
		if len(f.pending) > 0 {
			f.next()
		}
	})
}

// fits refuses a kind of file that is not attached, and a second file of the same name.
func (f *fileList) fits(name string) error {
	if slices.ContainsFunc(f.list, func(a data.Attachment) bool { return a.Name == name }) {
		return data.Refuse(data.ErrInvalid, "attach.twice", name)
	}
	return checkEnding(name)
}

// keepFile keeps a file beside the database, beside the main goroutine.
func (e *editor) keepFile(name string, read func() ([]byte, error), done func(data.Attachment, error)) {
	ui.Load(e.page.env.Loader.Again(), func(ctx context.Context) (data.Attachment, error) {
		raw, err := read()
		if err != nil {
			return data.Attachment{}, err
		}
		return e.page.env.Session.KeepFile(ctx, name, raw)
	}, done)
}

// openFile shows a kept file with the system's viewer.
func (e *editor) openFile(a data.Attachment) {
	env := e.page.env
	env.ShowPaper(e.page.printer, func(ctx context.Context) (string, error) {
		raw, err := env.Desk.File(ctx, a)
		if err != nil {
			return "", err
		}
		return env.Files.Put(env.Words.T("editor.file.copy", e.page.number, a.Name), raw) // nobody's own file of that name is touched
	})
}

func (f *fileList) changed() {
	f.show()
	f.editor.changed()
}

// show draws the rows anew.
func (f *fileList) show() {
	w := f.editor.page.env.Words
	f.rows.Objects = nil
	for i := range f.list {
		f.rows.Add(f.row(i))
	}
	for _, file := range f.pending {
		f.rows.Add(ui.Text(w.T("editor.file.adding", file.Name), ui.SizeSmall, ui.SecondInk()))
	}
	f.rows.Refresh()
	f.editor.relaid()
}

func (f *fileList) row(i int) fyne.CanvasObject {
	w, a := f.editor.page.env.Words, f.list[i]
	if i == f.naming {
		return f.renaming(i)
	}
	link := func(key string, do func()) fyne.CanvasObject {
		return ui.NewLinkIn(w.T(key), ui.SizeSmall, ui.Red(), do)
	}
	links := ui.Line(10, ui.Text(fileSize(a.Size), ui.SizeSmall, ui.SecondInk()), link("editor.file.open", func() { f.editor.openFile(a) }))
	if i > 0 {
		links.Add(link("editor.up", func() { f.swap(i, i-1) }))
	}
	if isPicture(a.Name) && f.editor.words.isFree() && !strings.Contains(f.editor.body.Text, figureMark(a.Name)) {
		links.Add(link("editor.file.place", func() { f.place(a.Name) }))
	}
	links.Add(link("editor.rename", func() {
		f.naming = i
		f.show()
	}))
	links.Add(link("editor.remove", func() {
		f.list = slices.Delete(slices.Clone(f.list), i, i+1)
		f.naming = -1
		f.changed()
	}))
	return ui.Frame(nil, nil, ui.Text(number(i), ui.SizeText, ui.SecondInk()), ui.Pad(0, 0, 10, 0, links),
		ui.Pad(4, 4, 6, 0, ui.NewCut(a.Name, ui.SizeText, ui.Ink())))
}

// place puts a picture at the end of the body, with its name under it; both can be moved and mended there.
func (f *fileList) place(name string) {
	body := f.editor.body
	text := strings.TrimRight(body.Text, "\n")
	if text != "" {
		text += "\n"
	}
	body.SetText(text + figureMark(name) + captionOf(name) + "］")
	f.show()
	f.editor.parts.text.fold.Open(true)
	f.editor.reveal(body)
}

func (f *fileList) swap(i, j int) {
	f.list = slices.Clone(f.list)
	f.list[i], f.list[j] = f.list[j], f.list[i]
	f.naming = -1
	f.changed()
}

// renaming is a row in which the name is typed. The ending stays, or the system would not know how to open the file.
func (f *fileList) renaming(i int) fyne.CanvasObject {
	w := f.editor.page.env.Words
	ending := filepath.Ext(f.list[i].Name)
	name := widget.NewEntry()
	name.SetText(strings.TrimSuffix(f.list[i].Name, ending))
	rename := func() {
		wanted := strings.TrimSpace(name.Text) + ending
		err := data.CheckFileName(wanted)
		if wanted != f.list[i].Name && err == nil {
			err = f.fits(wanted)
		}
		if err != nil {
			f.editor.page.env.Refused(err)
			return
		}
		f.list = slices.Clone(f.list)
		if body := f.editor.body; f.editor.words.isFree() && strings.Contains(body.Text, figureMark(f.list[i].Name)) {
			body.SetText(strings.ReplaceAll(body.Text, figureMark(f.list[i].Name), figureMark(wanted)))
		}
		f.list[i].Name, f.naming = wanted, -1
		f.changed()
	}
	return ui.Frame(nil, nil, ui.Text(number(i), ui.SizeText, ui.SecondInk()),
		ui.Line(8, ui.Text(ending, ui.SizeText, ui.SecondInk()), ui.NewButton(w.T("editor.rename.done"), rename)),
		container.NewStack(ui.Pad(0, 0, 6, 6, name)))
}
