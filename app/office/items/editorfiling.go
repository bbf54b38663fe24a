package items

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// filing is the 工作方案 of an item outside the catalogue and its 备案 with the superior (S4).
type filing struct {
	editor       *editor
	plan, number *widget.Entry
	on           *ui.DateField
	document     *data.Attachment
	file         *fyne.Container
	object       fyne.CanvasObject
}

func newFiling(e *editor) *filing {
	w := e.page.env.Words
	f := &filing{editor: e, plan: widget.NewEntry(), number: widget.NewEntry(), on: e.page.env.DateField(), file: ui.Column(0)}
	changed := func(string) { e.changed() }
	f.plan.OnChanged, f.number.OnChanged, f.on.OnChange = changed, changed, changed
	f.object = ui.Column(7, ui.Note(w.T("editor.filing.why"), false),
		ui.Named(w.T("editor.filing.plan"), f.plan),
		ui.Named(w.T("editor.filing.number"), f.number),
		ui.Named(w.T("editor.filing.on"), ui.Columns(2, ui.Gap, f.on, ui.Space(1, 1))),
		ui.Named(w.T("editor.filing.document"), f.file))
	return f
}

func (f *filing) fill(filed data.Filing) {
	f.plan.SetText(filed.Plan)
	f.number.SetText(filed.Number)
	f.on.SetDate(string(filed.On))
	f.document = filed.Document
	f.show()
}

func (f *filing) filing() data.Filing {
	return data.Filing{Plan: f.plan.Text, Number: f.number.Text, On: data.Date(f.on.Date()), Document: f.document}
}

func (f *filing) said() (string, bool) {
	w := f.editor.page.env.Words
	filed := f.filing()
	if filed.Plan == "" || filed.Number == "" || filed.On == "" {
		return w.T("editor.filing.missing"), f.editor.sent
	}
	return filed.Plan + " · " + filed.Number, false
}

// show draws the file of the plan, or the way to add one.
func (f *filing) show() {
	w := f.editor.page.env.Words
	f.file.Objects = nil
	if f.document == nil {
		f.file.Add(ui.Line(0, ui.NewButton(w.T("editor.file.add"), f.choose)))
	} else {
		a := *f.document
		links := ui.Line(10, ui.Text(fileSize(a.Size), ui.SizeSmall, ui.SecondInk()),
			ui.NewLinkIn(w.T("editor.file.open"), ui.SizeSmall, ui.Red(), func() { f.editor.openFile(a) }),
			ui.NewLinkIn(w.T("editor.remove"), ui.SizeSmall, ui.Red(), func() { f.set(nil) }))
		f.file.Add(ui.Frame(nil, nil, nil, ui.Pad(0, 0, 10, 0, links), ui.Pad(7, 4, 0, 0, ui.NewCut(a.Name, ui.SizeText, ui.Ink()))))
	}
	f.file.Refresh()
	f.editor.relaid()
}

func (f *filing) set(document *data.Attachment) {
	f.document = document
	f.show()
	f.editor.changed()
}

func (f *filing) choose() {
	env := f.editor.page.env
	env.Files.Open(fileEndings(), func(name string, raw []byte, err error) {
		if err == nil {
			err = checkEnding(name)
		}
		if err != nil {
			env.Refused(err)
			return
		}
		f.editor.keepFile(name, func() ([]byte, error) { return raw, nil }, func(a data.Attachment, err error) {
			if err != nil {
				env.Refused(err)
				return
			}
			f.set(&a)
		})
	})
}

// number is what stands before a row: its place from one on.
func number(i int) string { return strconv.Itoa(i+1) + "." }

// fileSize words how large a file is.
func fileSize(bytes int64) string {
	const kilo, mega = 1 << 10, 1 << 20
	switch {
	case bytes < kilo:
		return strconv.FormatInt(bytes, 10) + " B"
	case bytes < mega:
		return strconv.FormatInt((bytes+kilo-1)/kilo, 10) + " KB"
	default:
		return strconv.FormatFloat(float64(bytes)/mega, 'f', 1, 64) + " MB"
	}
}
