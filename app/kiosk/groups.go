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

// groups shows tiles in two columns.
func (s *screen) groups(e *easel, place rect, tiles []group) {
	cells := place.grid(2, s.groupRows(e, len(tiles)), gap)
	for i, g := range tiles {
		s.group(e, cells[i], g)
	}
}

func (s *screen) group(e *easel, r rect, g group) {
	c, w := e.colours, s.words()
	e.card(r, c.card)
	if g.accent {
		e.pill(rect{r.x, r.y, 10, r.h}, c.accent, c.accent, 0)
	}
	title := writing{size: sizeSection * s.enlarged(), ink: c.ink, bold: true}
	count := writing{size: sizeSmall, ink: c.second}
	text, room := s.sectionTitle(g.code), r.w-2*30
	title = title.fitted(text, room, sizeSmall)
	top := r.y + (r.h-50-38)/2
	e.write(rect{r.x + 34, top, room, 50}, title, title.cut(text, room))
	below := rect{r.x + 34, top + 50, room, 38}
	number := w.T("kiosk.count", g.count)
	e.write(below, count, number)
	if g.publicity > 0 {
		x := below.x + count.wide(number+" · ")
		e.write(rect{x - count.wide("· "), below.y, 40, below.h}, count, "·")
		count.ink = c.accent
		e.write(rect{x, below.y, room, below.h}, count, w.T("kiosk.count.publicity", g.publicity))
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
		none := writing{size: sizeText, ink: e.colours.second}
		e.lines(place, none, s.words().T("kiosk.none.category"), 3, 44)
		return
	}
	from := min(s.session.List*per, len(items)-1)
	shown := items[from:min(len(items), from+per)]
	place.h = float32(len(shown)) * tallRow(s.session.Large)
	s.rows(e, place, shown)
	s.countOfList(e, len(items), pages)
}

// countOfList says how many items there are, and which page of how many is shown.
func (s *screen) countOfList(e *easel, items, pages int) {
	text := s.words().T("kiosk.count", items)
	if pages > 1 {
		text += " · " + s.words().T("page.of", s.session.List+1, pages)
	}
	w := writing{size: 28, ink: e.colours.second}
	if e.frame.portrait {
		last := e.frame.tiles.row(4, gap)[3]
		w = w.fitted(text, last.w, sizeIssued)
		e.lines(rect{last.x, last.y + last.h/2 - 40, last.w, last.h}, w, text, 2, 40)
		return
	}
	title := writing{size: 38 * s.enlarged(), ink: e.colours.ink, bold: true}
	place := e.frame.line
	place.y += e.lines(place, title, s.sectionTitle(s.session.Category), 2, title.size*1.35) + 12
	e.write(rect{place.x, place.y, place.w, 40}, w, text)
}
