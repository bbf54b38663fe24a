package kiosk

import "gongkailan/data"

// group is a tile that opens a category or a section.
type group struct {
	code      string
	count     int
	publicity int
	accent    bool
}

// groupTiles lists the categories with what is in them.
func (s *screen) groupTiles() []group {
	var tiles []group
	for _, c := range s.shelf.categories {
		g := group{code: c.Code}
		for _, it := range s.shelf.under(c.Code) {
			g.count++
			if it.Kind == data.Publicity {
				g.publicity++
			}
		}
		tiles = append(tiles, g)
	}
	return tiles
}

// groups shows tiles in as many columns as the place asks for.
func (s *screen) groups(e *easel, place rect, tiles []group) {
	across, rows := e.frame.raster(len(tiles), place.h)
	cells, per := place.grid(across, rows, gap), groupsAtOnce(len(tiles), across, rows)
	from := min(s.session.List*per, len(tiles)-1)
	for i, g := range tiles[max(0, from):min(len(tiles), max(0, from)+per)] {
		s.group(e, cells[i], g)
	}
	if per < len(tiles) {
		s.otherGroups(e, cells[len(cells)-1], from+per < len(tiles))
	}
}

// otherGroups leads to the tiles for which there was no room, and from the last of them to the first.
func (s *screen) otherGroups(e *easel, r rect, more bool) {
	b := button{text: s.words().T("kiosk.groups.more"), icon: nextIcon(), beside: true, event: Event{Kind: Next}}
	if !more {
		b.text, b.icon, b.event.Kind = s.words().T("kiosk.groups.first"), previousIcon(), OpenAll
	}
	e.button(r, b)
}

func (s *screen) group(e *easel, r rect, g group) {
	c, w := e.colours, s.words()
	if g.accent {
		e.edged(r)
	} else {
		e.card(r, c.card)
	}
	title := e.pen(sizeSection*s.enlarged(), c.ink).strong()
	count := e.pen(sizeSmall, c.second)
	aside := float32(34)
	if r.w < 240 { // one of four columns
		aside = 18
	}
	text, room := s.sectionTitle(g.code), r.w-2*aside
	title = title.fitted(text, room, sizeSmall)
	if title.wide(text) > room { // the whole name tells more than how many there are
		const pitch = sizeSmall * 1.3
		lines := float32(len(title.lines(text, room, 2)))
		e.lines(rect{r.x + aside, r.y + (r.h-lines*pitch)/2, room, 0}, title, text, 2, pitch)
		e.touch(r, func() { s.handle(Event{Kind: OpenCategory, Text: g.code}) })
		return
	}
	titleHigh, countHigh := min(50, r.h*0.53), min(38, r.h*0.42)
	top := r.y + (r.h-titleHigh-countHigh)/2
	e.write(rect{r.x + aside, top, room, titleHigh}, title, text)
	below := rect{r.x + aside, top + titleHigh, room, countHigh}
	number := w.T("kiosk.count", g.count)
	e.write(below, count, number)
	publicity := w.T("kiosk.count.publicity", g.publicity)
	if g.publicity > 0 && count.wide(number+" · "+publicity) <= room {
		x := below.x + count.wide(number+" · ")
		e.write(rect{x - count.wide("· "), below.y, 40, below.h}, count, "·")
		count.ink = c.accent
		e.write(rect{x, below.y, room, below.h}, count, publicity)
	}
	e.touch(r, func() { s.handle(Event{Kind: OpenCategory, Text: g.code}) })
}

// category lists the items of a category or section, page by page.
func (s *screen) category(e *easel) {
	items := s.shelf.under(s.session.Category)
	per := rowsOn(e.frame.list.h, s.session.Large)
	pages := s.shelf.Lists(s.session)
	s.turning(e, s.session.List > 0, s.session.List+1 < pages)
	s.switches(e)
	if e.frame.portrait && s.session.Low {
		s.onAbove(e)
	}
	place := e.frame.list
	if len(items) == 0 {
		s.noneHere(e, place)
		return
	}
	from := min(s.session.List*per, len(items)-1)
	shown := items[from:min(len(items), from+per)]
	place.h = float32(len(shown)) * tallRow(s.session.Large)
	s.rows(e, place, shown)
	s.countOfList(e, len(items), pages)
}

// noneHere says on a card that there is nothing.
func (s *screen) noneHere(e *easel, place rect) {
	place.h = min(place.h, 150)
	e.card(place, e.colours.card)
	none := e.pen(sizeText, e.colours.second)
	e.write(place.inset(34, 0), none, none.cut(s.words().T("kiosk.none.category"), place.w-68))
}

// countOfList says how many items there are, and which page of how many is shown.
func (s *screen) countOfList(e *easel, items, pages int) {
	lines := []string{s.words().T("kiosk.count", items)}
	if pages > 1 {
		lines = append(lines, s.words().T("page.of", s.session.List+1, pages))
	}
	w := e.pen(sizeSmall, e.colours.second)
	place := e.frame.tiles.row(4, gap)[3]
	place.y += place.h/2 - float32(len(lines))*20
	if !e.frame.portrait {
		title := e.pen(38*s.enlarged(), e.colours.ink).strong()
		place = e.frame.line
		place.y += e.lines(place, title, s.sectionTitle(s.session.Category), 2, title.size*1.35) + 12
	}
	for i, line := range lines {
		e.write(rect{place.x, place.y + float32(i)*40, place.w, 40}, w.fitted(line, place.w, sizeIssued), line)
	}
}
