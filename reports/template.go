package reports

import (
	"slices"
	"strconv"

	"gongkailan/data"
	"gongkailan/reports/page"
)

// Template is a document of the field that a clerk fills in: named fields with types, and the words that they make.
type Template struct {
	Code string // names it in files and on the command line; its words are in the translations, under template.<code>
	// Entry is the code of the default catalogue's entry that such documents belong to; "" for none.
	Entry string
	// Kind is how the notice is built: a 公示 has a period and how to object. "" for letters and forms, which are no item.
	Kind   data.Kind
	Titled bool // the title is the clerk's own; others propose one
	Fields []Field
	// agree tells whether fields that are right each by itself agree with each other: sums, orders of dates. nil for none.
	agree func(v Values) error
	// Exactly one of the two makes the document: write gives its words, draw its pages.
	write func(v Values) Text
	draw  func(v Values, style page.Style, widths page.Widths) page.Document
}

// Templates lists every template in the order in which a clerk looks for one.
func Templates() []Template {
	list := []Template{
		inspectionPreview(),
		appointment(),
		membership(),
		honours(),
		dues(),
		progress(),
		consultation(),
		consultationResult(),
		appraisal(),
		correction(),
		withdrawal(),
		withheld(),
		topicReply(),
		applicationReply(),
		minutesExtract(),
		superiorLetter(),
		filingLetter(),
		rectification(),
		opinionSheet(),
		archiveCover(),
		archiveStamp(),
		general("publicity", data.Publicity),
		general("announcement", data.Announcement),
		general("circular", data.Announcement),
	}
	for i, t := range list {
		list[i].Fields = append(slices.Clone(t.Fields), frameFields(t)...)
	}
	return list
}

// TemplateOf finds a template by its code. It fails with data.ErrNotFound.
func TemplateOf(code string) (Template, error) {
	for _, t := range Templates() {
		if t.Code == code {
			return t, nil
		}
	}
	return Template{}, data.Refuse(data.ErrNotFound, "document.template", code)
}

// frameFields are what every document of words has besides: who issues it and when, and a 公示 its period and how to
// object. They come from the unit's own records where these are at hand.
func frameFields(t Template) []Field {
	if t.draw != nil {
		return nil
	}
	list := []Field{lineField("title"), lineField("issuer"), dateField("issue_date")}
	list[0].Optional = !t.Titled
	if t.Kind == data.Publicity {
		list = append(append(list, dateField("from"), dateField("to")), contactFields()...)
	}
	return list
}

// FrameOf gives the frame fields as the unit's records have them; the period as of the day.
func FrameOf(t Template, unit data.Unit, period data.Period, today data.Date) Values {
	all := Values{
		"issuer": {Text: unit.Issuer}, "issue_date": {Text: string(today)},
		"from": {Text: string(period.From)}, "to": {Text: string(period.To)},
		"contact_office": {Text: unit.Contact.Office}, "contact_phone": {Text: unit.Contact.Phone},
		"contact_address": {Text: unit.Contact.Address}, "contact_mailbox": {Text: unit.Contact.Mailbox},
	}
	known := Values{}
	for _, f := range t.Fields {
		if value, ok := all[f.Key]; ok && value.Text != "" {
			known[f.Key] = value
		}
	}
	return known
}

// Text makes the words of the document from its fields, for a notice to be edited further. WorkingDays counts the
// working days after the first date up to and including the last. It fails with data.ErrInvalid and names the field and
// the reason; a template that draws a form has no words.
func (t Template) Text(v Values, workingDays func(after, last data.Date) int) (Text, error) {
	if err := v.check(t); err != nil {
		return Text{}, err
	}
	if t.write == nil {
		return Text{}, data.Refuse(data.ErrInvalid, "document.form", "template:"+t.Code)
	}
	text := t.write(v)
	text.Issuer, text.IssueDate = v.text("issuer"), v.date("issue_date")
	text.Names = append(text.Names, text.Issuer)
	if title := v.text("title"); title != "" {
		text.Title = title
	}
	if t.Kind == data.Publicity {
		from, to := v.date("from"), v.date("to")
		if to < from {
			return Text{}, data.Refuse(data.ErrInvalid, "item.period", from.Chinese(), to.Chinese())
		}
		days := workingDays(from.AddDays(-1), to)
		if days < data.MinPublicityDays {
			return Text{}, data.Refuse(data.ErrInvalid, "document.period", Place(t.Code, "to"), strconv.Itoa(days), strconv.Itoa(data.MinPublicityDays))
		}
		contact := data.Contact{
			Office: v.text("contact_office"), Phone: v.text("contact_phone"),
			Address: v.text("contact_address"), Mailbox: v.text("contact_mailbox"),
		}
		item := data.Item{Content: data.Content{Body: text.Body, From: from, To: to, Contact: contact}}
		text.Closing = publicity(item, days)
	}
	return text, nil
}

// Pages makes the document from its fields.
func (t Template) Pages(v Values, workingDays func(after, last data.Date) int, style page.Style, widths page.Widths) (page.Document, error) {
	if t.draw != nil {
		if err := v.check(t); err != nil {
			return page.Document{}, err
		}
		return t.draw(v, style, widths), nil
	}
	text, err := t.Text(v, workingDays)
	if err != nil {
		return page.Document{}, err
	}
	return text.Pages(style, widths)
}
