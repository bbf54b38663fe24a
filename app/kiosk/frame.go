package kiosk

// rect is a place on the screen, in units of the design.
type rect struct{ x, y, w, h float32 }

func (r rect) right() float32  { return r.x + r.w }
func (r rect) bottom() float32 { return r.y + r.h }

// inset gives the rectangle without a border of so many units.
func (r rect) inset(dx, dy float32) rect { return rect{r.x + dx, r.y + dy, r.w - 2*dx, r.h - 2*dy} }

func (r rect) has(x, y, slack float32) bool {
	return x >= r.x-slack && x <= r.right()+slack && y >= r.y-slack && y <= r.bottom()+slack
}

// row cuts the rectangle into n columns with gaps.
func (r rect) row(n int, between float32) []rect {
	cells := make([]rect, n)
	w := (r.w - between*float32(n-1)) / float32(n)
	for i := range cells {
		cells[i] = rect{r.x + float32(i)*(w+between), r.y, w, r.h}
	}
	return cells
}

// grid cuts the rectangle into cells of n columns and so many rows, in reading order.
func (r rect) grid(columns, rows int, between float32) []rect {
	var cells []rect
	h := (r.h - between*float32(rows-1)) / float32(rows)
	for i := range rows {
		line := rect{r.x, r.y + float32(i)*(h+between), r.w, h}
		cells = append(cells, line.row(columns, between)...)
	}
	return cells
}

// frame is where everything lies on a screen. All sizes are in units of the design; scale is pixels per unit.
type frame struct {
	scale    float32
	w, h     float32
	least    float32 // the least side of what can be touched
	portrait bool

	head     rect // the unit's name and the clock
	sheet    rect // the page as it hangs
	line     rect // its state
	list     rect // sections and lists, where no page is open
	groups   rect // the categories of 全部公开
	tiles    rect // the large buttons
	switches rect
	verify   rect // the way to 核验 where there is no room among the switches
	issued   rect
	field    rect // what is typed
	pad      rect // the keys to type it
	narrow   bool // the pad has no room for ten keys side by side
	chapters rect // the ways to an item's notice and attachments
	unseen   rect // which attachments are no pages
}

// newFrame lays out a screen of so many pixels. Everything is measured by the shorter side, so that a screen of fewer
// pixels shows the same picture smaller. On an upright panel the controls lie in the lowest quarter, on a wide one at
// the right, low too. low brings lists into the lower half, where children and people in wheelchairs reach them. least is
// the least side of what can be touched, in units: the smaller the panel, the more of them.
func newFrame(width, height, least float32, low bool, at Place) frame {
	f := frame{least: least, scale: max(min(width, height), 1) / unit}
	f.w, f.h = width/f.scale, height/f.scale
	f.portrait = f.h > f.w
	if f.portrait {
		f.upright(at)
		switch {
		case at.isTyped():
			f.typedUpright()
		case low:
			f.lower()
		}
	} else {
		f.wide(at)
		if at.isTyped() {
			f.typedWide()
		}
	}
	return f
}

func (f *frame) upright(at Place) {
	inner := f.w - 2*margin
	f.head = rect{0, 0, f.w, 150}
	f.switches = rect{margin, f.h - 40 - f.least, inner, f.least}
	f.issued = rect{f.w - margin - 290, f.switches.y, 290, f.least}
	tile := float32(180)
	if at == Browse || at == Category || at == Speak || at == Ballot || at == AskBack {
		tile = 150
	}
	f.tiles = rect{margin, f.switches.y - 34 - tile, inner, tile}
	f.line = rect{margin, f.tiles.y - 114, inner, 52}
	f.sheet = rect{margin, f.head.bottom() + 36, inner, f.line.y - 24 - f.head.bottom() - 36}
	f.list = rect{margin, f.head.bottom() + 30, inner, f.tiles.y - 30 - f.head.bottom() - 30}
	f.groups = f.list
}

// lower keeps the page in the upper half and moves what can be touched into the lower one, the large buttons to the
// very foot.
func (f *frame) lower() {
	foot := f.switches.bottom()
	f.switches.y = f.tiles.y
	f.issued.y = f.switches.y
	f.tiles.y = foot - f.tiles.h
	half := f.h / 2
	f.list = rect{f.list.x, half + 20, f.list.w, f.switches.y - 30 - half - 20}
	f.groups = f.list
}

func (f *frame) wide(at Place) {
	const column, foot = 540, 40
	f.head = rect{0, 0, f.w, 116}
	top := f.head.bottom() + 32
	x := f.w - margin - column
	f.issued = rect{x, f.h - foot - 34, column, 34}
	f.switches = rect{x, f.issued.y - 14 - f.least, column, f.least}
	tiles := max(2*140+20, 3*f.least+2*20)
	if at == Browse {
		tiles = 2*112 + 20 // the categories need room beside them
	}
	under := f.switches.y
	if at == Loop || at == Browse {
		f.verify = rect{x, f.switches.y - 16 - f.least, column, f.least}
		under = f.verify.y
	}
	f.tiles = rect{x, under - gap - tiles, column, tiles}
	f.line = rect{x, top, column, f.tiles.y - gap - top}
	f.groups = f.line
	f.sheet = rect{margin, top, x - 40 - margin, f.h - foot - top}
	f.list = f.sheet
}

// upper is where the loop's page goes on while low controls leave the upper half free.
func (f frame) upper() rect {
	top := f.head.bottom() + 30
	return rect{margin, top, f.w - 2*margin, f.h/2 - 24 - top}
}
