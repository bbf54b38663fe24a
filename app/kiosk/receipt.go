package kiosk

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2/canvas"

	"gongkailan/data"
	"gongkailan/reports"
)

// receipt shows what the visitor takes home: the code, large and as a QR code, and what it is for.
func (s *screen) receipt(e *easel) {
	w, c, k := s.words(), e.colours, s.enlarged()
	s.single(e, button{text: w.T("kiosk.receipt.finish"), icon: tickIcon(), beside: true, primary: true, event: Event{Kind: Finish}})
	s.switches(e)
	place := s.area(e)
	e.card(place, c.card)
	inner := place.inset(44, 36)
	_, goodInk := c.good, c.goodInk
	title := e.pen(48*k, goodInk).strong().centred()
	said := w.T("kiosk.receipt.title")
	inner.y += e.lines(inner, title.fitted(said, inner.w, sizeTile), said, 1, 70) + 6
	text := e.pen(sizeText*k, c.ink).centred()
	pitch := text.size * 1.4
	inner.y += e.lines(inner, text.strong(), w.T("kiosk.receipt.keep"), 3, pitch) + 18
	e.codeBoxes(rect{inner.x, inner.y, inner.w, 170}, s.session.speech.code, data.ReceiptLength, 110)
	inner.y += 170 + 20
	how := w.T("kiosk.receipt.how")
	text = text.fitted(how, inner.w, text.size*0.92)
	high := pitch * float32(len(text.lines(how, inner.w, 6)))
	side := min(560, place.bottom()-36-high-24-inner.y, inner.w)
	if rows, err := reports.CodeOf(w.T("kiosk.receipt.code", s.bulletin.Unit, data.ShownReceipt(s.session.speech.code))); err == nil && side >= 180 {
		e.at(rect{inner.x + (inner.w-side)/2, inner.y, side, side}, codePicture(rows))
		inner.y += side + 20
	}
	e.lines(inner, text, how, 6, pitch)
}

// codeBoxes shows a code in boxes, in groups of four, a dash between them, and marks the box that is next.
func (e *easel) codeBoxes(place rect, typed string, length int, most float32) {
	const group, between, within = 4, 44, 10
	groups := float32(length / group)
	side := min(most, (place.w-(groups-1)*between-(float32(length)-groups)*within)/float32(length))
	wide := side*float32(length) + (groups-1)*between + (float32(length)-groups)*within
	x := place.x + (place.w-wide)/2
	pen := e.pen(side*0.72, e.colours.ink).strong().centred()
	for i := range length {
		box := rect{x, place.y + (place.h-side*1.3)/2, side, side * 1.3}
		e.card(box, e.colours.card)
		if i < len(typed) {
			e.write(box, pen, typed[i:i+1])
		} else if i == len(typed) {
			e.ring(box)
		}
		x += side + within
		if i%group == group-1 && i < length-1 {
			e.fill(rect{x + 4, place.y + place.h/2 - 3, between - within - 8, 6}, e.colours.ink)
			x += between - within
		}
	}
}

// codePicture paints a QR code with its quiet zone, black on white whatever the colours are: that is what phones read.
func codePicture(rows []string) *canvas.Raster {
	const quiet = 4
	return canvas.NewRaster(func(w, h int) image.Image {
		picture := image.NewGray(image.Rect(0, 0, w, h))
		side := len(rows) + 2*quiet
		for y := range h {
			for x := range w {
				picture.SetGray(x, y, color.Gray{Y: 0xFF})
				i, j := y*side/h-quiet, x*side/w-quiet
				if i >= 0 && i < len(rows) && j >= 0 && j < len(rows[i]) && rows[i][j] == '1' {
					picture.SetGray(x, y, color.Gray{})
				}
			}
		}
		return picture
	})
}
