package kiosk

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"gongkailan/data"
)

// agedAfter is the age of a public file from which staff are warned: it is issued every working day.
const agedAfter = 36 * time.Hour

// staffTab and staffStrip are the heights of a tab and of what is told above the tabs.
func (f frame) staffTab() float32   { return max(96, f.least) }
func (f frame) staffStrip() float32 { return max(92, f.least+16) }

// staffTabs is where the buttons of the staff's pages lie.
func staffTabs(f frame) (place rect, columns, rows int) {
	if f.portrait {
		h := 2*f.staffTab() + gap
		return rect{margin, f.h - 40 - h, f.w - 2*margin, h}, 4, 2
	}
	return rect{margin, f.h - 40 - f.staffTab(), f.w - 2*margin, f.staffTab()}, 7, 1
}

// staffBody is where a page of the staff's place lies.
func staffBody(f frame) rect {
	tabs, _, _ := staffTabs(f)
	top := f.head.bottom() + 24
	return rect{margin, top, f.w - 2*margin, tabs.y - 20 - f.staffStrip() - top}
}

// staffPlace shows the page that staff have open, and the way to the others.
func (s *screen) staffPlace(e *easel) {
	w, open := s.words(), s.session.staff.page
	place, columns, rows := staffTabs(e.frame)
	cells := place.grid(columns, rows, 16)
	for i, name := range staffPages() {
		e.button(cells[i], button{text: mark(w.T("kiosk.staff.page."+name), name == open), primary: name == open, event: Event{Kind: OpenStaff, Text: name}})
	}
	e.button(cells[len(staffPages())], s.backButton())
	s.staffTells(e, rect{place.x, place.y - 16 - e.frame.staffStrip(), place.w, e.frame.staffStrip()})
	switch open {
	case staffWhy:
		s.whyPage(e)
	case staffPrint:
		s.printPage(e)
	case staffExport:
		s.exportPage(e)
	case staffMonitor:
		s.monitorPage(e)
	case staffLeave:
		s.leavePage(e)
	default:
		s.overview(e)
	}
}

// staffTells says what goes on, with a button that stops it, or how the last deed went.
func (s *screen) staffTells(e *easel, strip rect) {
	text := s.worded()
	if text == "" {
		return
	}
	if s.session.work.deed != "" {
		stop := rect{strip.right() - 220, strip.y + 8, 220, e.frame.least}
		e.button(stop, button{text: s.words().T("kiosk.staff.cancel"), event: Event{Kind: CancelDeed}})
		strip.w -= 240
	}
	pen := e.pen(28, e.colours.ink).strong()
	lines := pen.lines(text, strip.w, 2)
	e.lines(rect{strip.x, strip.y + (strip.h-38*float32(len(lines)))/2, strip.w, 0}, pen, text, 2, 38)
}

// row is one line of the overview; one that warns stands out by a mark.
type row struct {
	label, text string
	warns       bool
}

// overview tells how the lobby stands.
func (s *screen) overview(e *easel) {
	c, body := e.colours, staffBody(e.frame)
	if s.time.Fault != "" {
		place := rect{body.x, body.bottom() - e.frame.least, body.w, e.frame.least}
		e.button(place, button{text: s.words().T("kiosk.staff.clock.checked"), icon: tickIcon(), beside: true, event: Event{Kind: Deed, Text: deedClock}})
		body.h -= e.frame.least + 16
	}
	rows := s.overviewRows()
	label, plain := e.pen(sizeSmall, c.second), e.pen(sizeSmall, c.ink)
	spoken := func(r row) (writing, string) {
		if r.warns {
			return plain.strong(), "! " + r.text
		}
		return plain, r.text
	}
	beside := float32(230)
	for _, r := range rows {
		beside = max(beside, label.wide(r.label)+30)
	}
	inner := body.inset(28, 14)
	count := 0
	for _, r := range rows {
		pen, said := spoken(r)
		count += len(pen.lines(said, inner.w-beside, 2))
	}
	pitch := min(35, (inner.h-2*float32(len(rows)))/float32(count))
	high := float32(count) * pitch
	between := max(2, min(24, (inner.h-high)/float32(len(rows))))
	body.h = min(body.h, high+between*float32(len(rows))+28)
	e.card(body, c.card)
	y := inner.y + between/2
	for _, r := range rows {
		pen, said := spoken(r)
		e.write(rect{inner.x, y, beside, pitch}, label, r.label)
		y += e.lines(rect{inner.x + beside, y, inner.w - beside, 0}, pen, said, 2, pitch) + between
	}
}

// overviewRows lists what the overview tells.
func (s *screen) overviewRows() []row {
	w, o, f := s.words(), s.options.Staff, s.facts
	dash := "—"
	rows := []row{
		{w.T("kiosk.staff.unit"), orDash(s.bulletin.Unit), false},
		{w.T("kiosk.staff.fingerprint"), orDash(s.bulletin.Fingerprint), false},
		s.issueRow(),
		{w.T("kiosk.staff.path"), orDash(s.options.BulletinPath), false},
	}
	if trouble := s.troubled(); trouble != nil {
		rows = append(rows, row{w.T("kiosk.staff.trouble"), w.Error(trouble), true})
	}
	rows = append(rows, row{w.T("kiosk.staff.outbox"), w.T("kiosk.staff.waiting", f.waiting), false})
	restarts, memory := row{w.T("kiosk.staff.restarts"), dash, false}, row{w.T("kiosk.staff.memory"), dash, false}
	if f.stated {
		restarts.text = w.T("kiosk.staff.restarted", f.status.RestartsToday, f.status.Restarts)
		if last := f.status.LastExit; last != nil {
			at := last.At.In(data.Shanghai())
			restarts.text += w.T("kiosk.staff.lastexit", w.ShortDate(data.DateOf(at))+" "+at.Format("15:04"), exitWords(w.T, last.Reason))
		}
		memory.text = strconv.Itoa(f.status.Memory) + " MB"
	}
	monitor := o.Monitor
	if monitor == "" {
		monitor = w.T("kiosk.staff.monitor.main")
	}
	size := s.body.Size()
	wide, high := s.options.Panel(int(size.Width), int(size.Height))
	rows = append(rows, restarts, memory, s.clockRow(), row{w.T("kiosk.staff.monitor"), monitor, false},
		row{w.T("kiosk.staff.panel"), fmt.Sprintf("%.0f × %.0f mm", wide, high), false})
	for _, code := range f.status.Warnings {
		if !strings.HasPrefix(code, "clock-") { // the clock has a line of its own
			rows = append(rows, row{w.T("kiosk.staff.warning"), w.T("kiosk.warning." + code), true})
		}
	}
	return rows
}

// troubled is why the file that lies there is not shown, nil where it is.
func (s *screen) troubled() error {
	if s.trouble != nil {
		return s.trouble
	}
	return s.problem
}

// issueRow tells serial, issue and age of the public file.
func (s *screen) issueRow() row {
	w, at := s.words(), s.bulletin.IssuedAt()
	r := row{label: w.T("kiosk.staff.file"), text: "—"}
	if !at.IsZero() {
		age := s.options.Now().Sub(at)
		local := at.In(data.Shanghai())
		r.text = w.T("kiosk.staff.issue", s.bulletin.Serial, w.ShortDate(data.DateOf(at))+" "+local.Format("15:04"), max(0, int(age/time.Hour)))
		if r.warns = age > agedAfter; r.warns {
			r.text += w.T("kiosk.staff.aged")
		}
	}
	return r
}

// clockRow tells whether the clock is believed.
func (s *screen) clockRow() row {
	w, k := s.words(), s.time
	r := row{w.T("kiosk.staff.clock"), w.T("kiosk.staff.clock.sound"), k.Fault != ""}
	if r.warns {
		when := func(at time.Time) string {
			at = at.In(data.Shanghai())
			return w.ShortDate(data.DateOf(at)) + " " + at.Format("15:04")
		}
		r.text = w.T("kiosk.warning."+string(k.Fault), when(k.Was), when(k.Became))
	}
	return r
}

func orDash(text string) string {
	if text == "" {
		return "—"
	}
	return text
}

// exitWords says why a screen has ended.
func exitWords(t func(string, ...any) string, reason string) string {
	switch reason {
	case "hung", "nightly", "again", "left", "refused", "stop":
		return t("kiosk.exit." + reason)
	}
	return t("kiosk.exit.other", reason)
}

// stack puts large buttons into the body of a page, under a line that says what they are for.
func (s *screen) stack(e *easel, ask string, buttons []button) {
	body := staffBody(e.frame)
	pen := e.pen(sizeText, e.colours.ink)
	body.y += e.lines(rect{body.x, body.y + 10, body.w, 0}, pen, ask, 4, 44) + 34
	for _, b := range buttons {
		if body.y+110 > staffBody(e.frame).bottom() {
			return // more than a machine has
		}
		e.button(rect{body.x, body.y, body.w, 110}, b)
		body.y += 110 + gap
	}
}

// printPage prints what is on the screen, and the board.
func (s *screen) printPage(e *easel) {
	w, spot := s.words(), s.session.staff.spot
	if s.options.Print == nil {
		s.stack(e, w.T("kiosk.staff.print.none"), nil)
		return
	}
	var buttons []button
	ask := w.T("kiosk.staff.print.nothing")
	if it, ok := s.shelf.item(spot.Number); ok {
		ask = w.T("kiosk.staff.print.text", it.Title)
		buttons = append(buttons,
			button{text: w.T("kiosk.staff.print.page", spot.Page+1), icon: printIcon(), beside: true, event: deedFor(deedPage, it.Number)},
			button{text: w.T("kiosk.staff.print.notice", it.Sheets), icon: printIcon(), beside: true, event: deedFor(deedNotice, it.Number)})
	}
	if n := len(s.shelf.items); n > 0 {
		buttons = append(buttons, button{text: w.T("kiosk.staff.print.board", n), icon: printIcon(), beside: true, event: deedFor(deedBoard, "")})
	}
	s.stack(e, ask, buttons)
}

func deedFor(what, with string) Event { return Event{Kind: Deed, Text: what + ":" + with} }

// exportPage takes messages and the log along on a stick.
func (s *screen) exportPage(e *easel) {
	w := s.words()
	if len(s.facts.sticks) == 0 {
		s.stack(e, w.T("kiosk.staff.export.none"), []button{{text: w.T("kiosk.staff.export.again"), event: Event{Kind: OpenStaff, Text: staffExport}}})
		return
	}
	var buttons []button
	for _, stick := range s.facts.sticks {
		name := filepath.Base(stick)
		if name == string(filepath.Separator) {
			name = stick
		}
		if s.facts.waiting > 0 {
			buttons = append(buttons, button{text: w.T("kiosk.staff.export.take", s.facts.waiting, name), primary: len(s.facts.sticks) == 1, event: deedFor(deedTake, stick)})
		}
		buttons = append(buttons, button{text: w.T("kiosk.staff.export.logs", name), event: deedFor(deedLogs, stick)})
	}
	s.stack(e, w.T("kiosk.staff.export.text", s.facts.waiting), buttons)
}

// monitorPage lists the monitors.
func (s *screen) monitorPage(e *easel) {
	w, chosen := s.words(), s.options.Staff.Monitor
	if s.options.Staff.ChooseMonitor == nil || len(s.facts.monitors) == 0 {
		s.stack(e, w.T("kiosk.staff.monitor.none"), nil)
		return
	}
	var buttons []button
	for i, name := range s.facts.monitors {
		on := strings.EqualFold(name, chosen) || strconv.Itoa(i+1) == chosen || chosen == "" && i == 0
		b := button{text: mark(strconv.Itoa(i+1)+"　"+name, on), event: deedFor(deedMonitor, name)}
		if s.session.staff.armed == b.event.Text {
			b.text, b.primary = w.T("kiosk.staff.monitor.confirm", name), true
		}
		buttons = append(buttons, b)
	}
	s.stack(e, w.T("kiosk.staff.monitor.text"), buttons)
}

// leavePage closes the lobby view, at the second touch.
func (s *screen) leavePage(e *easel) {
	w := s.words()
	b := button{text: w.T("kiosk.staff.leave"), event: Event{Kind: Deed, Text: deedLeave}}
	if s.session.staff.armed == deedLeave {
		b.text, b.primary = w.T("kiosk.staff.leave.confirm"), true
	}
	s.stack(e, w.T("kiosk.staff.leave.text"), []button{b})
}
