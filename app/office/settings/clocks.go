package settings

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// clockForm is how many working days each thing may take, each beside what is usual.
type clockForm struct {
	form
	clocks []clock
}

// clock is one of them: its name, its field and where its number is kept.
type clock struct {
	key   string
	of    func(*data.Clocks) *int
	entry *widget.Entry
}

func newClocks(s *Settings) section {
	f := &clockForm{form: s.forKeepers(), clocks: []clock{
		{key: "publish", of: func(c *data.Clocks) *int { return &c.Publish }},
		{key: "immediate", of: func(c *data.Clocks) *int { return &c.PublishImmediate }},
		{key: "topic", of: func(c *data.Clocks) *int { return &c.Topic }},
		{key: "application", of: func(c *data.Clocks) *int { return &c.Application }},
		{key: "applicationmost", of: func(c *data.Clocks) *int { return &c.ApplicationMost }},
		{key: "question", of: func(c *data.Clocks) *int { return &c.Question }},
		{key: "opinion", of: func(c *data.Clocks) *int { return &c.Opinion }},
	}}
	now := s.facts.settings.Clocks.Complete()
	for i := range f.clocks {
		f.clocks[i].entry = f.entry(strconv.Itoa(*f.clocks[i].of(&now)))
	}
	return f
}

func (f *clockForm) object() fyne.CanvasObject {
	usual := data.UsualClocks()
	columns := []column{{f.t("settings.clocks.what"), 4.6}, {f.t("settings.clocks.days"), 1.2}, {f.t("settings.clocks.usual"), 1.6}, {"", 1.4}}
	rows := make([][]fyne.CanvasObject, len(f.clocks))
	for i, c := range f.clocks {
		days := strconv.Itoa(*c.of(&usual))
		var reset fyne.CanvasObject = ui.Space(1, 1)
		if f.may {
			reset = ui.NewLinkIn(f.t("settings.clocks.reset"), ui.SizeText, ui.SecondInk(), func() { c.entry.SetText(days) })
		}
		rows[i] = []fyne.CanvasObject{cell(f.t("settings.clocks." + c.key)), c.entry, muted(f.t("settings.clocks.usually", days)), reset}
	}
	return stack(f.keepersMay(), ui.Card(f.t("settings.clocks"), nil, ui.Column(12,
		f.note(f.t("settings.clocks.note")), sheet(columns, rows), f.saving(f.keep))))
}

func (f *clockForm) keep() {
	var clocks data.Clocks
	for _, c := range f.clocks {
		days, err := strconv.Atoi(trimmed(c.entry))
		if err != nil || days < 1 { // 0 would mean the usual to the rule, and is no answer here
			f.env.Refused(data.Refuse(data.ErrInvalid, "clocks.range"))
			return
		}
		*c.of(&clocks) = days
	}
	f.change(func(now *data.Settings) { now.Clocks = clocks }, clocksSection, f.t("settings.saved"))
}
