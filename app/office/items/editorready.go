package items

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"gongkailan/data"
)

// judge looks for what is to be mended in the fields and shows it: where the person has typed and, once the draft was
// tried to be sent, everywhere.
func (t *wording) judge() {
	if t.isFree() {
		t.say()
		return
	}
	e := t.editor
	t.faults = t.template.Faults(t.whole(e.content()), e.page.env.Calendar.Between)
	before := t.listed
	t.listed = map[string]string{}
	for _, fault := range t.faults {
		if place := placeOf(fault); place != "" && t.listed[place] == "" {
			t.listed[place] = e.page.env.Words.Error(besideField(fault))
		}
	}
	for _, part := range t.fields {
		part.judge(t.listed, e.sent)
	}
	if !maps.Equal(before, t.listed) || e.sent {
		e.relaid()
	}
}

// placeOf is where the fault lies; "" where it has no place of its own.
func placeOf(fault error) string {
	var refusal *data.Refusal
	if errors.As(fault, &refusal) && len(refusal.Args) > 0 && strings.HasPrefix(refusal.Args[0], "field:") {
		return refusal.Args[0]
	}
	return ""
}

// besideField words a fault of a cell without its row: it stands beside the cell.
func besideField(fault error) error {
	var refusal *data.Refusal
	at := strings.Split(placeOf(fault), "/")
	if !errors.As(fault, &refusal) || len(at) < 4 {
		return fault
	}
	args := slices.Clone(refusal.Args)
	args[0] = strings.Join(slices.Delete(at, 2, 3), "/")
	return data.Refuse(refusal.Kind, refusal.Code, args...)
}

// ready tells whether the draft can be sent. Else it shows everything that is missing and leads to the first.
func (e *editor) ready() error {
	e.sent = true
	e.judge()
	if len(e.words.faults) > 0 {
		e.lead(e.words.faults[0])
		return e.words.faults[0]
	}
	if err := e.content().Check(); err != nil {
		e.lead(err)
		return err
	}
	return nil
}

// lead opens the part of the form that a refusal is about and goes to what is to be mended.
func (e *editor) lead(err error) {
	part, object := e.whereOf(err)
	if part == nil {
		return
	}
	part.fold.Open(true)
	e.judge() // a row that was opened for it
	e.reveal(object)
}

// whereOf finds what a refusal is about: a field of the template, or a part of the form by the code of the refusal.
func (e *editor) whereOf(err error) (*part, fyne.CanvasObject) {
	if place := placeOf(err); place != "" {
		for _, one := range e.words.fields {
			if object := one.find(place); object != nil {
				return e.parts.text, object
			}
		}
		return e.elsewhere(place[strings.LastIndexByte(place, '/')+1:])
	}
	var refusal *data.Refusal
	if !errors.As(err, &refusal) {
		return nil, nil
	}
	switch refusal.Code {
	case "item.title":
		return e.parts.text, e.title
	case "item.body":
		return e.parts.text, e.body
	case "item.audience", "item.channels", "item.channel":
		return e.parts.reach, e.reach.channels
	case "item.issuer":
		return e.parts.sign, e.issuer
	case "item.from", "item.to", "item.period", "item.review", "item.longterm", "item.mode":
		return e.parts.period, e.period.from.Entry
	case "stage.name", "stage.summary", "stage.which", "stage.mode":
		return e.parts.period, e.period.stages.object
	}
	return nil, nil
}

// elsewhere finds what a template takes from the rest of the form.
func (e *editor) elsewhere(key string) (*part, fyne.CanvasObject) {
	switch key {
	case "title":
		return e.parts.text, e.title
	case "from":
		return e.parts.period, e.period.from.Entry
	case "to":
		return e.parts.period, e.period.to.Entry
	case "issuer":
		return e.parts.sign, e.issuer
	case "issue_date":
		return e.parts.sign, e.issued.Entry
	case "contact_office":
		return e.parts.sign, e.office
	case "contact_phone":
		return e.parts.sign, e.phone
	case "contact_address":
		return e.parts.sign, e.address
	case "contact_mailbox":
		return e.parts.sign, e.mailbox
	case "attachments":
		return e.parts.files, e.files.rows
	}
	return nil, nil
}

// paintable says which characters no face can paint: they would be empty boxes on paper.
func (e *editor) paintable(missing []rune) {
	said := ""
	if len(missing) > 0 {
		w := e.page.env.Words
		names := make([]string, len(missing))
		for i, r := range missing {
			names[i] = fmt.Sprintf("%c（U+%04X）", r, r)
		}
		said = w.T("editor.unpainted", strings.Join(names, w.T("list.comma")))
	}
	if said == e.unpainted {
		return
	}
	e.unpainted = said
	show(e.words.unpainted, said)
	e.relaid()
}
