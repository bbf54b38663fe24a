package kiosk

// Measures of the pad of letters, in units of the design.
const (
	keyGap      float32 = 16
	fieldHeight float32 = 92
	padHeight   float32 = 640
	padLeast    float32 = 10*targetLeast + 9*keyGap // the least width: ten keys
	padWide     float32 = 984
)

// isTyped tells whether the place has the pad of letters.
func (p Place) isTyped() bool { return p == Search }

// typedUpright lays out an upright screen with the pad: it lies in the lower half, and over it what was typed.
func (f *frame) typedUpright() {
	if f.h < 1800 {
		f.tiles.h = targetLeast
	} else {
		f.tiles.h = 120
	}
	f.tiles.y = f.switches.y - 20 - f.tiles.h
	foot := f.tiles.y - 20
	top := max(f.h/2, foot-padHeight)
	f.pad = rect{margin, top, f.w - 2*margin, foot - top}
	f.field = rect{margin, top - keyGap - fieldHeight, f.pad.w, fieldHeight}
	f.list.h = f.field.y - 16 - f.list.y
}

// typedWide lays out a wide screen with the pad: it lies at the right, what belongs to it at the left.
func (f *frame) typedWide() {
	const foot, between = 40, 40
	top := f.head.bottom() + 32
	wide := max(padLeast, min(padWide, f.w*0.52))
	x := f.w - margin - wide
	f.issued = rect{f.w - margin - 290, f.h - foot - targetLeast, 290, targetLeast}
	f.switches = rect{x, f.issued.y, wide - 310, targetLeast}
	f.field = rect{x, top, wide, fieldHeight}
	f.pad = rect{x, f.field.bottom() + keyGap, wide, f.switches.y - 20 - f.field.bottom() - keyGap}
	f.tiles = rect{margin, f.h - foot - 120, x - between - margin, 120}
	f.list = rect{margin, top, f.tiles.w, f.tiles.y - 20 - top}
}
