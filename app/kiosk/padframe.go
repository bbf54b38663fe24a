package kiosk

// Measures of the pad of letters, in units of the design.
const (
	keyGap      float32 = 16
	fieldHeight float32 = 92
	padHeight   float32 = 640
	padWide     float32 = 984
	narrowWide  float32 = 840 // of the narrow pad on a wide screen: the switches under it need so much
)

// isTyped tells whether the place has the pad of letters.
func (p Place) isTyped() bool { return p == Search }

// tenKeys is the least width of a pad with the keys as on a keyboard, eightKeys that of a narrow one.
func (f frame) tenKeys() float32   { return 10*f.least + 9*keyGap }
func (f frame) eightKeys() float32 { return narrowAcross*f.least + (narrowAcross-1)*keyGap }

// typedUpright lays out an upright screen with the pad: it lies in the lower half, and over it what was typed.
func (f *frame) typedUpright() {
	if f.h < 1800 { // every line of keys counts
		f.tiles.h = f.least
		f.switches.y = f.h - 20 - f.least
		f.issued.y = f.switches.y
	} else {
		f.tiles.h = 120
	}
	f.tiles.y = f.switches.y - 20 - f.tiles.h
	foot := f.tiles.y - 20
	top := max(f.h/2, foot-padHeight)
	f.pad = rect{margin, top, f.w - 2*margin, foot - top}
	f.narrow = f.pad.w < f.tenKeys()
	f.field = rect{margin, top - keyGap - fieldHeight, f.pad.w, fieldHeight}
	f.list.h = f.field.y - 16 - f.list.y
}

// typedWide lays out a wide screen with the pad: it lies at the right, what belongs to it at the left.
func (f *frame) typedWide() {
	const foot, between, leftLeast = 40, 40, 400
	top := f.head.bottom() + 32
	keys := f.tenKeys()
	if f.narrow = f.w-2*margin-between-keys < leftLeast; f.narrow {
		keys = max(f.eightKeys(), narrowWide)
	}
	wide := max(keys, min(padWide, f.w*0.52))
	x := f.w - margin - wide
	f.issued = rect{f.w - margin - 290, f.h - foot - f.least, 290, f.least}
	f.switches = rect{x, f.issued.y, wide - 310, f.least}
	f.field = rect{x, top, wide, fieldHeight}
	f.pad = rect{x, f.field.bottom() + keyGap, wide, f.switches.y - 20 - f.field.bottom() - keyGap}
	f.tiles = rect{margin, f.h - foot - 120, x - between - margin, 120}
	f.list = rect{margin, top, f.tiles.w, f.tiles.y - 20 - top}
}
