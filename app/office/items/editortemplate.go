package items

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/reports"
)

// wording is how title and body come about: written freely, or made from the fields of a template, live. What the item
// says elsewhere in the form (issuer, dates, period, contact, attachments) is not asked for again.
type wording struct {
	editor   *editor
	template reports.Template // without a code while the text is written freely
	fields   []formPart
	held     reports.Values // what stood in the fields of templates that were chosen before
	own      string         // the person's own title over the template's; "" for the template's
	faults   []error
	listed   map[string]string // of the faults: what is said, by the place

	offered   string   // what links are there
	composing bool     // the title that is being shown is the template's, not typed
	written   *written // the free text before a template was chosen
	left      *left    // the form before its text was made free

	pick             *ui.Select
	codes            []string // of the templates in pick; "" for free text
	ways             *fyne.Container
	titleNote, place *fyne.Container
	unpainted        *fyne.Container
	body, kind       fyne.CanvasObject
	bodyRow, kindRow *fyne.Container
}

// written is a text that was written freely.
type written struct{ title, body string }

// left is a form and the text that it had made.
type left struct {
	code  string
	held  reports.Values
	own   string
	title string
	body  string
}

func newWording(e *editor) *wording {
	w := e.page.env.Words
	t := &wording{
		editor: e, held: reports.Values{}, ways: container.NewStack(), titleNote: container.NewStack(),
		place: ui.Column(8), unpainted: container.NewStack(),
	}
	names := []string{w.T("editor.template.none")}
	t.codes = []string{""}
	for _, fitting := range []bool{true, false} {
		for _, template := range reports.Templates() {
			if !template.Composes() || fitting != t.fits(template) {
				continue
			}
			name := w.T("template." + template.Code)
			if fitting {
				name = w.T("editor.template.fits", name)
			}
			names, t.codes = append(names, name), append(t.codes, template.Code)
		}
	}
	t.pick = ui.NewSelect(names, nil)
	t.pick.Selected = names[0]
	t.pick.OnChanged = func(string) {
		if e.filled {
			t.choose(t.codes[max(0, t.pick.SelectedIndex())])
		}
	}
	return t
}

// fits tells whether the template is made for the item's entry.
func (t *wording) fits(template reports.Template) bool {
	return template.Entry != "" && template.Entry == t.editor.base.EntryCode
}

func (t *wording) isFree() bool { return t.template.Code == "" }

// fill shows the form of a draft. One whose fields cannot be read is written freely: its text is there.
func (t *wording) fill(form data.Form) {
	t.template, t.own, t.held, t.left, t.written = reports.Template{}, "", reports.Values{}, nil, nil
	if template, err := reports.TemplateOf(form.Template); err == nil && template.Composes() {
		if values, err := template.Read([]byte(form.Fields)); err == nil {
			t.template, t.held, t.own = template, values, values["title"].Text
		}
	}
	t.build()
}

// form is what is kept of the form beside the text.
func (t *wording) form() data.Form {
	if t.isFree() {
		return data.Form{}
	}
	values := t.values()
	if t.own != "" {
		values["title"] = reports.Value{Text: t.own}
	}
	return data.Form{Template: t.template.Code, Fields: values.JSON()}
}

// values is what stands in the fields.
func (t *wording) values() reports.Values {
	v := reports.Values{}
	for _, part := range t.fields {
		v[part.key()] = part.value()
	}
	return v
}

// given tells whether a field is answered elsewhere: by the rest of the item's form, or by its attachments.
func given(f reports.Field) bool {
	return f.Type == reports.PictureField || slices.Contains([]string{
		"title", "issuer", "issue_date", "from", "to",
		"contact_office", "contact_phone", "contact_address", "contact_mailbox", "attachments",
	}, f.Key)
}

// whole is what stands in the fields with what the item says elsewhere.
func (t *wording) whole(c data.Content) reports.Values {
	v := t.values()
	for key, text := range map[string]string{
		"title": t.own, "issuer": c.Issuer, "issue_date": string(c.IssueDate), "from": string(c.From), "to": string(c.To),
		"contact_office": c.Contact.Office, "contact_phone": c.Contact.Phone,
		"contact_address": c.Contact.Address, "contact_mailbox": c.Contact.Mailbox,
	} {
		if t.asks(key) {
			v[key] = reports.Value{Text: text}
		}
	}
	for _, f := range t.template.Fields {
		if f.Type == reports.PictureField {
			v[f.Key] = reports.Value{Pictures: picturesOf(c.Attachments)}
		}
	}
	if t.asks("attachments") {
		var rows []map[string]string
		for _, a := range c.Attachments {
			rows = append(rows, map[string]string{"name": a.Name})
		}
		v["attachments"] = reports.Value{Rows: rows}
	}
	return v
}

func (t *wording) asks(key string) bool {
	return slices.ContainsFunc(t.template.Fields, func(f reports.Field) bool { return f.Key == key })
}

// text gives title and body of the content.
func (t *wording) text(c data.Content) (title, body string) {
	if t.isFree() {
		return t.editor.title.Text, t.editor.body.Text
	}
	draft := t.template.Draft(t.whole(c))
	return draft.Title, draft.Body
}

// compose shows the template's title where the person has not written another.
func (t *wording) compose() {
	if t.isFree() || t.own != "" {
		return
	}
	title, _ := t.text(t.editor.content())
	if title != t.editor.title.Text {
		t.composing = true
		t.editor.title.SetText(title)
		t.composing = false
	}
}

// titled is called when the title has changed: one that was typed over a template's stays.
func (t *wording) titled() {
	if t.composing {
		return
	}
	if !t.isFree() {
		t.own = t.editor.title.Text
		t.say()
	}
	t.editor.changed()
}

// build lays the fields of the template out, or makes room for the free text.
func (t *wording) build() {
	e := t.editor
	t.fields, t.faults, t.listed = nil, nil, nil
	t.place.Objects = t.layOut()
	t.bodyRow.Objects, t.kindRow.Objects = nil, nil
	if t.isFree() { // else the template makes them
		t.bodyRow.Objects, t.kindRow.Objects = []fyne.CanvasObject{t.body}, []fyne.CanvasObject{t.kind}
	}
	t.bodyRow.Hidden, t.kindRow.Hidden = !t.isFree(), !t.isFree()
	was := e.filled
	e.filled = false
	t.pick.SetSelectedIndex(max(0, slices.Index(t.codes, t.template.Code)))
	e.filled = was
	t.compose()
	t.say()
	e.files.show() // a picture is placed by hand only in a free text
	t.place.Refresh()
	e.relaid()
}

// layOut makes the fields; of two short ones that follow each other the second stands beside the first.
func (t *wording) layOut() []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	var half fyne.CanvasObject // a short one with room beside it
	for _, f := range t.template.Fields {
		if given(f) {
			continue
		}
		part := t.part(f)
		t.fields = append(t.fields, part)
		switch {
		case !isShort(f):
			rows, half = append(rows, part.object()), nil
		case half == nil:
			half = part.object()
			rows = append(rows, pair(half, ui.Space(1, 1)))
		default:
			rows[len(rows)-1], half = pair(half, part.object()), nil
		}
	}
	return rows
}

// part makes what a field is filled in with.
func (t *wording) part(f reports.Field) formPart {
	if len(f.Columns) > 0 {
		return newRows(t, f, t.held[f.Key].Rows)
	}
	return newSlot(t, f, []string{f.Key}, t.held[f.Key].Text)
}
