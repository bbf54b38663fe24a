package screen

import (
	"strconv"

	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data"
	"gongkailan/data/workday"
)

// StatusTone gives the colours in which an item's status is told.
func StatusTone(s data.Status) ui.Tone {
	switch s {
	case data.ToCheck, data.ToApprove, data.ToDecide, data.ToSuperior, data.Approved:
		return ui.Waiting
	case data.Published:
		return ui.Good
	case data.Returned:
		return ui.Bad
	case data.Withholding, data.WithheldWait, data.WithheldTell, data.Withheld:
		return ui.Ruling
	default:
		return ui.Plain
	}
}

// OpinionTone gives the colours in which an opinion's state is told.
func OpinionTone(s data.OpinionState) ui.Tone {
	switch s {
	case data.OpinionToAssign, data.OpinionInHand:
		return ui.Waiting
	case data.OpinionAnswered:
		return ui.Good
	default:
		return ui.Plain
	}
}

// OpinionAbout says in a few open words what an opinion is: how it came in, and about which item.
func OpinionAbout(w words.Words, o data.Opinion) string {
	way := w.T("opinion.way." + string(o.Way))
	if o.ItemNumber == "" {
		return way
	}
	return w.T("cases.about", way, o.ItemNumber)
}

// OpinionLeft says neutrally how many working days are left to answer; of an answered one nothing.
func OpinionLeft(w words.Words, calendar workday.Calendar, o data.Opinion, today data.Date) (string, ui.Tone) {
	if !o.IsOpen() {
		return "—", ui.Plain
	}
	return DueIn(w, calendar, o.Due, today)
}

// DueIn says neutrally how many working days are left until a day, or have passed since.
func DueIn(w words.Words, calendar workday.Calendar, due, today data.Date) (string, ui.Tone) {
	const soon = 5
	switch {
	case due < today:
		return w.T("today.over", calendar.Between(due, today)), ui.Bad
	case due == today:
		return w.T("today.lastday"), ui.Waiting
	case calendar.Between(today, due) <= soon:
		return w.T("today.daysleft", calendar.Between(today, due)), ui.Waiting
	default:
		return w.T("today.daysleft", calendar.Between(today, due)), ui.Plain
	}
}

// DayCells words the days of a strip: the working days counted from 1, and of the others why they do not count.
func DayCells(w words.Words, days []workday.Day, last data.Date) []ui.DayView {
	cells := make([]ui.DayView, len(days))
	n := 0
	for i, day := range days {
		weekday := w.T("day." + strconv.Itoa(int(day.Date.Time().Weekday())))
		cell := ui.DayView{Day: strconv.Itoa(day.Date.Time().Day()) + " " + weekday, Note: w.T("day.off"), Framed: day.Date == last}
		weekend := day.Date.Time().Weekday()%6 == 0
		switch {
		case day.Counts && weekend:
			n++
			cell.Note, cell.Tone = w.T("day.moved", n), ui.Good
		case day.Counts:
			n++
			cell.Note, cell.Tone = strconv.Itoa(n), ui.Good
		case !weekend:
			cell.Note = w.T("day.holiday")
		}
		cells[i] = cell
	}
	return cells
}
