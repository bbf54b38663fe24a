package kiosk

import (
	"gongkailan/reports/bulletin"
)

// Heights of what 全部公开 is made of, in units of the design.
const (
	sectionHeight float32 = 92 // a heading, with its button
	cardHeight    float32 = 146
	rowHeight     float32 = 96
	groupHeight   float32 = 148
	mostCards             = 2 // of 公示 on one screen; the button of the section leads to the others
)

// rowsOn tells how many rows a list of a height shows.
func rowsOn(height float32, large bool) int { return max(1, int(height/tallRow(large))) }

func tallRow(large bool) float32 {
	if large {
		return 124
	}
	return 112
}

// browse shows 全部公开: what is under 公示, what is new, and the categories.
func (s *screen) browse(e *easel) {
	s.buttons(e, []button{s.backButton(), s.searchTile(), s.speakTile(), s.askTile()})
	s.switches(e)
	if e.frame.portrait && s.session.Low {
		s.browseLow(e)
		return
	}
	room, beside := e.frame.groupsRoom(len(s.shelf.categories))
	_, rows := e.frame.raster(len(s.shelf.categories), room.h)
	groups := room
	groups.h = min(float32(rows)*(groupHeight+gap)-gap, room.h)
	place := e.frame.list
	if !beside {
		groups.y = room.bottom() - groups.h
		place.h = groups.y - e.frame.sectionHigh() - 10 - place.y
	}
	s.heading(e, rect{groups.x, groups.y - e.frame.sectionHigh(), groups.w, e.frame.sectionHigh()}, s.words().T("kiosk.section.categories"), "", 0)
	s.groups(e, groups, s.groupTiles())
	s.sections(e, place)
}

// sectionHigh is how high a heading is, with its button.
func (f frame) sectionHigh() float32 { return max(sectionHeight, f.least+keyGap) }

// groupsRoom is the most that so many categories take: wide they stand at the head of the column where they have room
// there, elsewhere at the foot of the list.
func (f frame) groupsRoom(n int) (room rect, beside bool) {
	const share = 0.45 // of the list; above them is what is under 公示 and what is new
	if !f.portrait {
		room = rect{f.groups.x, f.groups.y + f.sectionHigh(), f.groups.w, f.groups.h - f.sectionHigh()}
		if rowsIn(n, 2)*(f.least+gap)-gap <= room.h {
			return room, true
		}
	}
	h := f.list.h * share
	return rect{f.list.x, f.list.bottom() - h, f.list.w, h}, false
}

// raster tells in how many columns and rows so many tiles stand: in two columns, unless the rows would become too low to
// hit; in no more rows than the height has room for.
func (f frame) raster(tiles int, height float32) (across, rows int) {
	const most = 4
	across = 2
	for rowsIn(tiles, across)*(f.least+gap)-gap > height && across < most {
		across++
	}
	return across, min(int(rowsIn(tiles, across)), max(1, int((height+gap)/(f.least+gap))))
}

// groupsAtOnce is how many of the tiles are shown at once; where not all are, one place is for the way to the others.
func groupsAtOnce(tiles, across, rows int) int {
	if tiles > across*rows {
		return max(1, across*rows-1)
	}
	return max(1, tiles)
}

// groupLists is on how many pages the tiles of 全部公开 are shown.
func (s *screen) groupLists(on *shelf, session Session) int {
	f, n := s.frameFor(session, Browse), len(on.categories)
	room, _ := f.groupsRoom(n)
	if f.portrait && session.Low {
		for _, code := range []string{publicitySection, latestSection} {
			n += min(1, len(on.under(code)))
		}
		room = f.groups
	}
	across, rows := f.raster(n, room.h)
	per := groupsAtOnce(n, across, rows)
	return (n + per - 1) / per
}

func rowsIn(tiles, columns int) float32 { return float32(max(1, (tiles+columns-1)/columns)) }

// browseLow shows everything as tiles in the lower half; above them the board goes on.
func (s *screen) browseLow(e *easel) {
	s.onAbove(e)
	var tiles []group
	for _, code := range []string{publicitySection, latestSection} {
		if n := len(s.shelf.under(code)); n > 0 {
			tiles = append(tiles, group{code: code, count: n, accent: code == publicitySection})
		}
	}
	tiles = append(tiles, s.groupTiles()...)
	place := e.frame.groups
	_, rows := e.frame.raster(len(tiles), place.h)
	place.h = min(place.h, float32(rows)*(groupHeight+gap)-gap)
	place.y = e.frame.groups.bottom() - place.h
	s.groups(e, place, tiles)
}

// onAbove lets the board go on in the upper half.
func (s *screen) onAbove(e *easel) {
	if s.shelf.Has(s.session.Slide.Number) {
		large := s.session.Large
		s.session.Large = false // a whole page fits there best
		s.page(e, e.frame.upper(), s.session.Slide, Spot{})
		s.session.Large = large
	}
}

// sections shows the cards of 公示 and under them as many of the newest items as there is room for.
func (s *screen) sections(e *easel, place rect) {
	w := s.words()
	publicity, latest := s.shelf.under(publicitySection), s.shelf.under(latestSection)
	if len(publicity)+len(latest) == 0 {
		e.write(rect{place.x, place.y, place.w, e.frame.sectionHigh()}, e.pen(sizeText, e.colours.second), w.T("kiosk.none.title"))
		return
	}
	y := place.y
	if len(publicity) > 0 {
		room := int((place.h - 2*e.frame.sectionHigh() - 14) / (cardHeight + 16)) // the heading of what is new keeps its place
		cards := publicity[:max(0, min(len(publicity), mostCards, room))]
		s.heading(e, rect{place.x, y, place.w, e.frame.sectionHigh()}, w.T("kiosk.section.publicity"), publicitySection, len(publicity)-len(cards))
		y += e.frame.sectionHigh()
		for _, it := range cards {
			s.publicityCard(e, rect{place.x, y, place.w, cardHeight}, it)
			y += cardHeight + 16
		}
		y += 14
	}
	high := max(rowHeight, e.frame.least)
	room := int((place.bottom() - y - e.frame.sectionHigh()) / high)
	switch rows := min(len(latest), room); {
	case rows > 0:
		s.heading(e, rect{place.x, y, place.w, e.frame.sectionHigh()}, w.T("kiosk.section.latest"), latestSection, len(latest)-rows)
		s.rows(e, rect{place.x, y + e.frame.sectionHigh(), place.w, float32(rows) * high}, latest[:rows])
	case len(latest) > 0 && place.bottom()-y >= e.frame.sectionHigh():
		s.heading(e, rect{place.x, y, place.w, e.frame.sectionHigh()}, w.T("kiosk.section.latest"), latestSection, len(latest))
	}
}

// heading names a section; where it has more than is shown, a button opens all of it.
func (s *screen) heading(e *easel, r rect, text, code string, more int) {
	e.write(rect{r.x, r.y, r.w, e.frame.least}, e.pen(sizeSection, e.colours.ink).strong(), text)
	if more <= 0 {
		return
	}
	label := e.pen(28, e.colours.accent).centred()
	all := s.words().T("kiosk.seeall", len(s.shelf.under(code)))
	wide := label.wide(all) + 56
	open := rect{r.right() - wide, r.y, wide, e.frame.least}
	e.card(open, e.colours.card)
	e.write(open, label, all)
	e.touch(open, func() { s.handle(Event{Kind: OpenCategory, Text: code}) })
}

// publicityCard shows an item under 公示: its title, its period and how long it still stays.
func (s *screen) publicityCard(e *easel, r rect, it bulletin.Item) {
	c := e.colours
	e.edged(r)
	text := rect{r.x + 42, r.y, r.w - 42 - 80, r.h}
	title := e.pen(sizeSection*s.enlarged(), c.ink).strong()
	second := e.pen(sizeSmall, c.second)
	e.write(rect{text.x, r.y + 26, text.w, 50}, title, title.cut(it.Title, text.w))
	e.write(rect{text.x, r.y + 82, text.w, 38}, second, second.cut(s.period(it), text.w))
	e.sign(rect{r.right() - 58, r.y + r.h/2 - 15, 30, 30}, nextIcon(), c.accent)
	e.touch(r, func() { s.handle(Event{Kind: OpenItem, Text: it.Number}) })
}

// rows shows items under each other in one card, with the day on which each went up.
func (s *screen) rows(e *easel, r rect, items []bulletin.Item) {
	c := e.colours
	e.card(r, c.card)
	high := r.h / float32(len(items))
	for i, it := range items {
		row := rect{r.x, r.y + float32(i)*high, r.w, high}
		if i > 0 {
			e.fill(rect{row.x + 1, row.y, row.w - 2, 2}, c.row)
		}
		title := rect{row.x + 34, row.y, row.w - 34 - 34, high}
		if row.w > 600 {
			title.w -= 160
			day := e.pen(sizeSmall, c.second).trailing()
			e.write(rect{row.right() - 34 - 160, row.y, 160, high}, day, s.words().ShortDate(it.From))
		}
		s.rowTitle(e, title, it.Title)
		e.touch(row, func() { s.handle(Event{Kind: OpenItem, Text: it.Number}) })
	}
}

// rowTitle writes a title on one line, or smaller on two.
func (s *screen) rowTitle(e *easel, r rect, title string) {
	w := e.pen(sizeRow*s.enlarged(), e.colours.ink)
	if w.wide(title) > r.w {
		w.size = 28 * s.enlarged()
	}
	pitch := w.size * 1.3
	count := min(2, len(w.lines(title, r.w, 2)))
	e.lines(rect{r.x, r.y + (r.h-float32(count)*pitch)/2, r.w, r.h}, w, title, 2, pitch)
}
