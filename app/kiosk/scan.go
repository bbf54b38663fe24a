package kiosk

import (
	"image"

	"fyne.io/fyne/v2/canvas"

	"gongkailan/app/pageview"
	"gongkailan/reports/page"
)

// How large a verification code is on the panel, in mm across. A telephone held by somebody who stands before a lobby
// screen reads 25 mm; smaller ones stand enlarged beside the page.
const (
	leastCode    = 25.0
	enlargedCode = 40.0
	quietModules = 4 // white around the code, as ISO/IEC 18004 wants it
)

// shownCode is the verification code of what is shown, and how many mm it is across on the panel.
type shownCode struct {
	page.Code
	across float64
}

// codeOn gives the verification code that is seen of a page in a place; false where it has none. In large type it is on
// the last part of the page alone.
func (s *screen) codeOn(e *easel, place rect, at Spot) (shownCode, bool) {
	shown := s.picture(e, at)
	part := shown.Part
	if len(shown.Page.Codes) == 0 || !(part.Width > 0) || !(part.Height > 0) {
		return shownCode{}, false
	}
	perMM := min(float64(place.w)/part.Width, float64(place.h)/part.Height)
	code := shown.Page.Codes[0]
	return shownCode{Code: code, across: code.Side * perMM / s.unitsPerMM(e)}, true
}

// unitsPerMM is how many units of the design one mm of the panel is.
func (s *screen) unitsPerMM(e *easel) float64 {
	wide, _ := s.options.Panel(int(e.frame.w*e.frame.scale), int(e.frame.h*e.frame.scale))
	if !(wide > 0) {
		return 2
	}
	return float64(e.frame.w) / wide
}

// scanHeight is the height of an enlarged code with the white around it, in units.
func (s *screen) scanHeight(e *easel, code shownCode) float32 {
	modules := max(1, len(code.Rows))
	return float32(enlargedCode * s.unitsPerMM(e) * (1 + 2*quietModules/float64(modules)))
}

// scan puts an enlarged code with 扫码核验 beside or under it into the middle of a place, or nothing where it has no room.
func (s *screen) scan(e *easel, place rect, code shownCode) {
	side := s.scanHeight(e, code)
	w := e.pen(sizeText, e.colours.ink)
	text := s.words().T("kiosk.scan")
	wide := side + gap + w.wide(text)
	switch {
	case place.h < side-0.5 || place.w < side:
	case place.w >= wide:
		x := place.x + (place.w-wide)/2
		e.code(rect{x, place.y, side, side}, code.Code)
		e.write(rect{x + side + gap, place.y, w.wide(text), side}, w, text)
	case place.h >= side+50 && place.w >= w.wide(text):
		e.code(rect{place.x + (place.w-side)/2, place.y, side, side}, code.Code)
		e.write(rect{place.x, place.y + side + 6, place.w, 44}, w.centred(), text)
	}
}

// scanIn puts the enlarged code of a page where the screen has room: upright between the page and the line under it, wide
// in the column under what is said of the page.
func (s *screen) scanIn(e *easel, place rect, below float32, at Spot, code shownCode) {
	room := rect{e.frame.line.x, below + gap, e.frame.line.w, e.frame.line.bottom() - below - gap}
	if e.frame.portrait {
		foot := s.hung(e, place, at).bottom()
		room = rect{place.x, foot + gap, place.w, e.frame.underSheet() - foot - gap}
		if spare := room.h - s.scanHeight(e, code); spare > 0 {
			room.y += min(spare/2, 60)
		}
	}
	s.scan(e, room, code)
}

// underSheet is where what may stand under a page has to end: above its line, and above the way to its attachments.
func (f frame) underSheet() float32 {
	end := f.line.y - captionAbove
	for _, below := range []rect{f.chapters, f.unseen} {
		if below.h > 0 {
			end = min(end, below.y-captionAbove)
		}
	}
	return end
}

// readingCode puts the code of the page that is read where there is room for it.
func (s *screen) readingCode(e *easel, at Spot, below float32) {
	if code, ok := s.codeOn(e, e.frame.sheet, at); ok {
		s.scanIn(e, e.frame.sheet, below, at, code)
	}
}

// code paints a code with the white around it, dark on light in any colours.
func (e *easel) code(r rect, code page.Code) {
	set, colours := e.screen.options.Faces, e.colours.page
	n := max(1, len(code.Rows))
	whole := float64(n + 2*quietModules)
	sheet := page.Page{Width: whole, Height: whole, Codes: []page.Code{{X: quietModules, Y: quietModules, Side: float64(n), Rows: code.Rows}}}
	e.at(r, canvas.NewRaster(func(w, h int) image.Image {
		return pageview.PaintRegion(sheet, pageview.Whole(sheet), colours, set, w, h)
	}))
}
