package settings

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/data/intake"
	"gongkailan/data/workday"
)

// holidayForm shows a year of the working-day calendar, and takes in the days of a notice by form or by file.
type holidayForm struct {
	form
	year   int
	date   *ui.DateField
	kind   *ui.Select
	name   *widget.Entry
	review *fyne.Container // what a file would change, before it is saved
}

// The years that can be looked at.
const (
	firstYear = 2002
	lastYear  = 2100
)

func newHolidays(s *Settings) section {
	f := &holidayForm{form: s.forKeepers(), year: s.today().Year(), review: container.NewStack()}
	if year, err := strconv.Atoi(s.page()); err == nil && year >= firstYear && year <= lastYear {
		f.year = year
	}
	f.date = f.form.date("")
	f.kind = f.pick([]string{f.t("settings.holiday.rests"), f.t("settings.holiday.works")}, 0)
	f.name = f.entry("")
	f.changed = false
	return f
}

func yearPage(year int) string { return holidaysSection + "/" + strconv.Itoa(year) }

func (f *holidayForm) object() fyne.CanvasObject {
	cards := []fyne.CanvasObject{f.keepersMay(), f.review, ui.Card(f.t("settings.holidays"), f.turns(), f.yearCard())}
	if f.may {
		cards = append(cards, f.addCard())
	}
	return stack(append(cards, f.listCard())...)
}

// turns lead to the years beside.
func (f *holidayForm) turns() fyne.CanvasObject {
	to := func(year int) func() {
		return func() { f.env.Go(f.route(yearPage(year))) }
	}
	return ui.Line(14, ui.NewLink(f.t("settings.year", f.year-1), to(f.year-1)), ui.Bold(f.t("settings.year", f.year), ui.SizeText, ui.Ink()),
		ui.NewLink(f.t("settings.year", f.year+1), to(f.year+1)))
}

func (f *holidayForm) yearCard() fyne.CanvasObject {
	return ui.Column(12, f.basis(), f.yearView(), f.legend())
}

// basis says what the year rests on: a notice that the program knows, the days that the office added, or nothing but
// weekends.
func (f *holidayForm) basis() fyne.CanvasObject {
	switch {
	case f.facts.notices.Official(f.year):
		return badge(f.t("settings.holidays.official"), ui.Good)
	case f.facts.calendar.Official(f.year):
		own := 0
		for _, h := range f.facts.settings.Holidays {
			if h.Date.Year() == f.year {
				own++
			}
		}
		return ui.Column(4, badge(f.t("settings.holidays.added", own), ui.Good), f.note(f.t("settings.holidays.addednote")))
	default:
		return ui.Column(4, badge(f.t("settings.holidays.estimate"), ui.Waiting), f.note(f.t("settings.holidays.estimatenote")))
	}
}

// known are the days of the year of which a notice says something, by day.
func (f *holidayForm) known() []workday.Day {
	var days []workday.Day
	year := strconv.Itoa(f.year)
	for _, d := range f.facts.calendar.Strip(data.Date(year+"-01-01"), data.Date(year+"-12-31")) {
		if _, said := f.facts.calendar.Said(d.Date); said {
			days = append(days, d)
		}
	}
	return days
}

func (f *holidayForm) listCard() fyne.CanvasObject {
	columns := []column{{f.t("settings.holiday.day"), 2}, {"", 1.2}, {f.t("settings.holiday.what"), 1.2}, {f.t("settings.holiday.why"), 3}, {f.t("settings.holiday.from"), 2}, {"", 1}}
	var rows [][]fyne.CanvasObject
	for _, d := range f.known() {
		rows = append(rows, f.row(d))
	}
	if len(rows) == 0 {
		return ui.Card(f.t("settings.holidays.list", f.year), nil, f.note(f.t("settings.holidays.none")))
	}
	return ui.Card(f.t("settings.holidays.list", f.year), nil, sheet(columns, rows))
}

func (f *holidayForm) row(d workday.Day) []fyne.CanvasObject {
	w := f.env.Words
	own := slices.ContainsFunc(f.facts.settings.Holidays, func(h data.Holiday) bool { return h.Date == d.Date })
	from, links := muted(f.t("settings.holiday.built")), fyne.CanvasObject(ui.Space(1, 1))
	if own {
		from = cell(f.t("settings.holiday.own"))
		if f.may {
			links = ui.NewLinkIn(f.t("wizard.remove"), ui.SizeText, ui.SecondInk(), func() { f.remove(d.Date) })
		}
	}
	return []fyne.CanvasObject{cell(w.Date(d.Date)), muted(w.Weekday(d.Date)), f.kindBadge(d.Counts), muted(w.Why(d.Reason)), from, links}
}

func (f *holidayForm) kindBadge(works bool) fyne.CanvasObject {
	if works {
		return badge(f.t("settings.holiday.works"), ui.Good)
	}
	return badge(f.t("settings.holiday.rests"), ui.Bad)
}

func (f *holidayForm) addCard() fyne.CanvasObject {
	add := ui.NewPrimary(f.t("settings.holiday.add"), f.add)
	if len(f.review.Objects) > 0 { // what asks to be pressed now is above
		add = ui.NewButton(f.t("settings.holiday.add"), f.add)
	}
	buttons := ui.Line(10, ui.NewButton(f.t("settings.holidays.file"), f.choose), add)
	return ui.Card(f.t("settings.holidays.add"), nil, ui.Column(12,
		ui.Columns(3, 14, ui.Field(f.t("settings.holiday.day"), f.date), ui.Field(f.t("settings.holiday.what"), f.kind),
			ui.Field(f.t("settings.holiday.name"), f.name)),
		f.note(f.t("settings.holidays.note")), container.NewBorder(nil, nil, nil, buttons)))
}

func (f *holidayForm) add() {
	on, err := dateIn(f.date)
	if err != nil {
		f.env.Refused(err)
		return
	}
	h := data.Holiday{Date: on, Works: f.kind.SelectedIndex() == 1, Name: trimmed(f.name)}
	f.put([]data.Holiday{h})
}

// put saves days over those that are there, and goes to the year of the first.
func (f *holidayForm) put(days []data.Holiday) {
	to := yearPage(days[0].Date.Year())
	f.change(func(now *data.Settings) { now.Holidays = data.WithHolidays(now.Holidays, days) }, to, f.t("settings.saved"))
}

func (f *holidayForm) remove(on data.Date) {
	if f.unsaved(f.changed) {
		return
	}
	f.change(func(now *data.Settings) {
		now.Holidays = slices.DeleteFunc(slices.Clone(now.Holidays), func(h data.Holiday) bool { return h.Date == on })
	}, yearPage(f.year), f.t("settings.saved"))
}

// choose asks for a file with days and shows what it would change.
func (f *holidayForm) choose() {
	f.env.Files.Open([]string{".csv", ".txt"}, func(name string, raw []byte, err error) {
		var days []data.Holiday
		if err == nil {
			days, err = readDays(raw)
		}
		if err != nil {
			f.env.Refused(err)
			return
		}
		f.preview(name, days)
	})
}

// mostDays is the largest file with days that is read, in bytes.
const mostDays = 1 << 20

// readDays reads the days of a file in any encoding that Windows writes.
func readDays(raw []byte) ([]data.Holiday, error) {
	if len(raw) > mostDays {
		return nil, data.Refuse(data.ErrInvalid, "intake.large")
	}
	text, err := intake.Decode(raw)
	if err != nil {
		return nil, err
	}
	days, err := workday.ReadHolidays(strings.NewReader(text))
	if err == nil && len(days) == 0 {
		err = data.Refuse(data.ErrInvalid, "intake.empty")
	}
	if err == nil {
		err = data.Settings{Holidays: days}.Check()
	}
	return days, err
}

// preview shows each day of a file beside what the calendar says of it now.
func (f *holidayForm) preview(name string, days []data.Holiday) {
	w := f.env.Words
	then := f.facts.calendar.Add(days)
	columns := []column{{f.t("settings.holiday.day"), 2}, {"", 1.2}, {f.t("settings.holidays.before"), 3}, {f.t("settings.holidays.after"), 3}, {"", 1.2}}
	changes := 0
	var rows [][]fyne.CanvasObject
	for _, h := range data.WithHolidays(nil, days) {
		before, after := f.facts.calendar.Day(h.Date), then.Day(h.Date)
		state := muted(f.t("settings.holidays.same"))
		if before != after {
			changes++
			state = badge(f.t("settings.holidays.changes"), ui.Waiting)
		}
		rows = append(rows, []fyne.CanvasObject{cell(w.Date(h.Date)), muted(w.Weekday(h.Date)), muted(w.Why(before.Reason)), cell(w.Why(after.Reason)), state})
	}
	f.year = days[0].Date.Year()
	f.changed = true
	save := ui.NewPrimary(f.t("settings.save"), func() { f.put(days) })
	f.review.Objects = []fyne.CanvasObject{ui.Card(f.t("settings.holidays.review", name), nil, ui.Column(12,
		ui.Text(f.t("settings.holidays.count", len(rows), changes), ui.SizeText, ui.Ink()), sheet(columns, rows),
		container.NewBorder(nil, nil, nil, ui.Line(10, ui.NewButton(f.t("settings.cancel"), f.drop), save))))}
	f.redraw()
}

func (f *holidayForm) drop() {
	f.changed = false
	f.review.Objects = nil
	f.redraw()
}

// redraw sets the cards anew: the one with the file comes and goes.
func (f *holidayForm) redraw() {
	scroll := ui.ScrollingForm(ui.Pad(4, 8, 4, 4, container.NewVBox(f.object())), f.env.After)
	f.place.Objects = []fyne.CanvasObject{scroll}
	f.place.Refresh()
}
