package items

import (
	"maps"

	"fyne.io/fyne/v2"

	"gongkailan/app/ui"
	"gongkailan/reports"
)

// choose has the text made from a template, "" for free text. Fields that both templates have keep what stands in them,
// and so do those of a template that was chosen before.
func (t *wording) choose(code string) {
	switch {
	case code == t.template.Code:
		return
	case code == "":
		t.free()
		return
	}
	template, err := reports.TemplateOf(code)
	if err != nil {
		t.editor.page.env.Refused(err)
		return
	}
	if t.isFree() {
		t.written = &written{t.editor.title.Text, t.editor.body.Text}
	}
	t.hold()
	t.template, t.own, t.left = template, "", nil
	t.editor.kind.SetSelected(t.editor.kinds.name(string(template.Kind)))
	t.build()
	t.editor.changed()
}

// hold keeps what stands in the fields for another template, or for the way back.
func (t *wording) hold() {
	for key, value := range t.values() {
		t.held[key] = value
	}
}

// free makes the text free: it stays as it is, and can be edited word by word.
func (t *wording) free() {
	t.hold()
	title, body := t.text(t.editor.content())
	t.left = &left{t.template.Code, t.held, t.own, title, body}
	t.template, t.written = reports.Template{}, nil
	t.write(title, body)
}

// write shows a free text.
func (t *wording) write(title, body string) {
	t.composing = true
	t.editor.title.SetText(title)
	t.composing = false
	t.editor.body.SetText(body)
	t.build()
	t.editor.changed()
}

// restore brings the form back whose text was made free.
func (t *wording) restore() {
	back := t.left
	t.left = nil
	template, err := reports.TemplateOf(back.code)
	if err != nil {
		t.editor.page.env.Refused(err)
		return
	}
	t.template, t.held, t.own = template, back.held, back.own
	t.editor.kind.SetSelected(t.editor.kinds.name(string(template.Kind)))
	t.build()
	t.editor.changed()
}

// rewrite brings the free text back that a template has replaced.
func (t *wording) rewrite() {
	t.hold()
	back := t.written
	t.template, t.own, t.written = reports.Template{}, "", nil
	t.write(back.title, back.body)
}

// say shows what can be done with the form and the title.
func (t *wording) say() {
	w := t.editor.page.env.Words
	var ways, title []fyne.CanvasObject
	offered := ""
	link := func(key string, do func(), args ...any) fyne.CanvasObject {
		offered += key + " "
		return ui.NewLinkIn(w.T(key, args...), ui.SizeSmall, ui.Red(), do)
	}
	switch {
	case !t.isFree():
		ways = append(ways, link("editor.template.free", t.free))
		if t.written != nil && (t.written.body != "" || t.written.title != "") {
			ways = append(ways, link("editor.template.rewrite", t.rewrite))
		}
	case t.left != nil && t.editor.title.Text == t.left.title && t.editor.body.Text == t.left.body:
		ways = append(ways, link("editor.template.restore", t.restore))
	case t.editor.body.Text == "" && len(t.codes) > 1 && t.fitting() != "":
		code := t.fitting()
		ways = append(ways, link("editor.template.use", func() { t.choose(code) }, w.T("template."+code)))
	}
	if !t.isFree() && t.own != "" {
		title = append(title, link("editor.title.back", func() {
			t.own = ""
			t.compose()
			t.say()
			t.editor.changed()
		}))
	}
	if offered == t.offered {
		return // so that nothing moves under the hand of who types
	}
	t.offered = offered
	for _, place := range []struct {
		where *fyne.Container
		links []fyne.CanvasObject
	}{{t.ways, ways}, {t.titleNote, title}} {
		place.where.Objects = []fyne.CanvasObject{ui.Line(14, place.links...)}
		place.where.Hidden = len(place.links) == 0
		place.where.Refresh()
	}
	t.editor.relaid()
}

// fitting is the code of the first template that is made for the entry; "" for none.
func (t *wording) fitting() string {
	for _, code := range t.codes {
		if template, err := reports.TemplateOf(code); err == nil && t.fits(template) {
			return code
		}
	}
	return ""
}

// change puts every text of the template's fields through a change, and lays the form out anew where one did change.
func (t *wording) change(change func(string) string) {
	changed := false
	one := func(text string) string {
		after := change(text)
		changed = changed || after != text
		return after
	}
	values := t.values()
	for key, v := range values {
		v.Text = one(v.Text)
		for _, row := range v.Rows {
			for column, text := range row {
				row[column] = one(text)
			}
		}
		values[key] = v
	}
	if changed {
		maps.Copy(t.held, values)
		t.build()
		t.editor.changed()
	}
}
