package kiosk

import (
	"strconv"
	"strings"

	"gongkailan/reports/bulletin"
)

// chapter is what an item is made of for who reads it: its notice, and each attachment that is shown as pages.
type chapter struct {
	which  int    // of the attachments, from 1 as they are counted in the notice; 0 for the notice
	name   string // of the attachment
	first  int    // page of the item
	sheets int
}

// chaptersOf gives the chapters of an item in their order, and the attachments that are no pages.
func chaptersOf(it bulletin.Item) (shown, unseen []chapter) {
	shown = []chapter{{sheets: it.Sheets}}
	first := it.Sheets
	for i, a := range it.Attachments {
		c := chapter{which: i + 1, name: a.Name, first: first, sheets: a.Sheets}
		if a.Sheets == 0 {
			unseen = append(unseen, c)
			continue
		}
		shown = append(shown, c)
		first += a.Sheets
	}
	return shown, unseen
}

// chapterAt tells which of the chapters a page of the item belongs to.
func chapterAt(chapters []chapter, sheet int) int {
	for i, c := range chapters {
		if sheet < c.first+c.sheets {
			return i
		}
	}
	return len(chapters) - 1
}

// turnTo opens a page of the item that is read.
func (s Session) turnTo(sheet string, shelf Shelf) Session {
	n, err := strconv.Atoi(sheet)
	if err != nil || n < 0 || s.At != Item {
		return s
	}
	s.Reading.Page, s.Reading.Part = n, 0
	return s.settle(shelf)
}

// positionIn gives which of how many pages of its chapter, or parts of them in large type, the spot is, counted from 1.
func (s *shelf) positionIn(c chapter, at Spot, large bool) (n, of int) {
	for i := c.first; i < c.first+c.sheets; i++ {
		if i == at.Page {
			n = of + at.Part + 1
		}
		of += s.partsOf(Spot{Number: at.Number, Page: i}, large)
	}
	return n, of
}

// item shows one item, page by page: its notice, and after it its attachments.
func (s *screen) item(e *easel) {
	at := s.session.Reading
	it, ok := s.shelf.item(at.Number)
	if !ok {
		return
	}
	chapters, unseen := chaptersOf(it)
	open := chapterAt(chapters, at.Page)
	e.frame = e.frame.enclosed(len(chapters) > 1, len(s.unseenLines(e, unseen)))
	ahead, more := s.shelf.Step(s.session, at, 1)
	_, before := s.shelf.Step(s.session, at, -1)
	s.page(e, e.frame.sheet, at, ahead)
	n, of := s.shelf.positionIn(chapters[open], at, s.session.Large)
	if !s.tellsPrint(e) {
		s.readingCode(e, at, s.aboutChapter(e, it, chapters[open], s.words().T("page.of", n, of)))
	}
	pen := e.pen(sizeSmall, e.colours.second)
	for i, line := range s.unseenLines(e, unseen) {
		e.write(rect{e.frame.unseen.x, e.frame.unseen.y + float32(i)*unseenPitch, e.frame.unseen.w, unseenPitch}, pen, line)
	}
	if len(chapters) > 1 {
		s.chapters(e, chapters, open)
	}
	s.itemTiles(e, it, before, more)
	s.switches(e)
}

// itemTiles shows what can be done with an item: 返回, 上一页 and 下一页 where there is such a page, 对这件提意见, and 打印 where
// the unit lets visitors print.
func (s *screen) itemTiles(e *easel, it bulletin.Item, before, more bool) {
	printing, offered := s.printTile(it)
	if !offered {
		s.turning(e, before, more)
		s.speakOf(e)
		return
	}
	previous, next := s.turns(before, more)
	speak := s.speakTile()
	speak.text = s.words().T("kiosk.speak.of")
	if e.frame.portrait {
		e.buttons(e.frame.tiles.row(5, gap), []button{s.backButton(), previous, next, speak, printing})
		return
	}
	rows := e.frame.tiles.grid(1, 2, 20)
	e.buttons(append(rows[0].row(3, 20), rows[1].row(2, 20)...), []button{s.backButton(), speak, printing, previous, next})
}

// unseenPitch is the height of a line that names attachments which are no pages.
const unseenPitch = sizeSmall * 1.4

// enclosed makes room, under the page and on a wide screen in the column, for the way to the attachments and for so many
// lines about those that are no pages.
func (f frame) enclosed(ways bool, lines int) frame {
	bottom := f.line.y - 24
	if !f.portrait {
		bottom = f.line.bottom()
	}
	place, end := f.sheet, bottom
	if !f.portrait {
		place = f.line
	}
	if ways {
		f.chapters = rect{place.x, bottom - f.least, place.w, f.least}
		bottom = f.chapters.y - 16
	}
	if lines > 0 {
		high := float32(lines) * unseenPitch
		f.unseen = rect{place.x, bottom - high, place.w, high}
		bottom = f.unseen.y - 16
	}
	if bottom == end {
		return f
	}
	if f.portrait {
		f.sheet.h = bottom - f.sheet.y
	} else {
		f.line.h = bottom - f.line.y
	}
	return f
}

// unseenLines say which attachments are read at the window: by their names, or where those are long by their numbers.
func (s *screen) unseenLines(e *easel, unseen []chapter) []string {
	const most = 2
	if len(unseen) == 0 {
		return nil
	}
	w, pen, wide := s.words(), e.pen(sizeSmall, e.colours.second), e.frame.sheet.w
	if !e.frame.portrait {
		wide = e.frame.line.w
	}
	var names, counted []string
	for _, c := range unseen {
		names = append(names, w.T("kiosk.item.named", c.which, c.name))
		counted = append(counted, w.T("kiosk.item.attachment", c.which))
	}
	said := w.T("kiosk.item.window", strings.Join(names, w.T("kiosk.item.and")))
	if len(pen.lines(said, wide, most+1)) > most {
		said = w.T("kiosk.item.window", strings.Join(counted, w.T("kiosk.item.and")))
	}
	if len(pen.lines(said, wide, most+1)) > most {
		said = w.T("kiosk.item.window.many", len(unseen))
	}
	return pen.lines(said, wide, most)
}

// chapters shows the ways to the notice and to each attachment. Where there are more than fit, arrows at both ends lead
// to the others; their places never move.
func (s *screen) chapters(e *easel, all []chapter, open int) {
	across := 5
	if !e.frame.portrait {
		across = 3
	}
	cells := e.frame.chapters.row(across, keyGap)
	if len(all) <= across {
		for i, c := range all {
			s.chapterTile(e, cells[i], c, i == open)
		}
		return
	}
	per := across - 2
	from := open / per * per
	if from > 0 {
		s.toChapter(e, cells[0], previousIcon(), all[from-1])
	}
	for i := from; i < min(len(all), from+per); i++ {
		s.chapterTile(e, cells[1+i-from], all[i], i == open)
	}
	if from+per < len(all) {
		s.toChapter(e, cells[across-1], nextIcon(), all[from+per])
	}
}

// chapterTile leads to a chapter; the one that is open has a tick.
func (s *screen) chapterTile(e *easel, r rect, c chapter, open bool) {
	text := s.chapterName(c)
	ground, ink := e.colours.card, e.colours.ink
	if open {
		ground, ink = e.colours.ink, e.colours.card
	}
	e.card(r, ground)
	label := e.pen(28*s.enlarged(), ink).centred()
	e.write(r, label.fitted(mark(text, open), r.w-16, sizeSmall), mark(text, open))
	e.touch(r, func() { s.handle(Event{Kind: TurnTo, Text: strconv.Itoa(c.first)}) })
}

// toChapter is an arrow that leads to a chapter.
func (s *screen) toChapter(e *easel, r rect, sign icon, c chapter) {
	const side = 36
	e.card(r, e.colours.card)
	e.at(rect{r.x + (r.w-side)/2, r.y + (r.h-side)/2, side, side}, sign.raster(e.colours.accent))
	e.touch(r, func() { s.handle(Event{Kind: TurnTo, Text: strconv.Itoa(c.first)}) })
}

func (s *screen) chapterName(c chapter) string {
	if c.which == 0 {
		return s.words().T("kiosk.item.notice")
	}
	return s.words().T("kiosk.item.attachment", c.which)
}

// aboutChapter says under the page, on a wide screen beside it, what is read: of the notice how the item stands, of an
// attachment its name; and which page it is.
func (s *screen) aboutChapter(e *easel, it bulletin.Item, open chapter, count string) float32 {
	if open.which == 0 {
		return s.about(e, it, count)
	}
	c, line := e.colours, e.frame.line
	which, second := e.pen(sizeText, c.ink).strong(), e.pen(28, c.second)
	if e.frame.portrait {
		label, wide := s.chapterName(open), second.wide(count)
		e.write(rect{line.x, line.y, line.w, line.h}, which, label)
		name := rect{line.x + which.wide(label) + 20, line.y, 0, line.h}
		name.w = line.right() - wide - 32 - name.x
		ink := e.pen(28, c.ink)
		e.write(name, ink, ink.cut(open.name, name.w))
		e.write(rect{line.right() - wide - 2, line.y, wide + 2, line.h}, second.trailing(), count)
		return line.bottom()
	}
	const lines, under = 2, 52
	title := e.pen(34*s.enlarged(), c.second)
	name := which
	name.size *= s.enlarged()
	room := line.h - lines*name.size*1.35 - under
	most := max(1, min(3, int(room/(title.size*1.35))))
	line.y += e.lines(line, title, it.Title, most, title.size*1.35) + 10
	line.y += e.lines(line, name, s.words().T("kiosk.item.named", open.which, open.name), lines, name.size*1.35) + 2
	e.write(rect{line.x, line.y, line.w, 40}, second, count)
	return line.y + 40
}
