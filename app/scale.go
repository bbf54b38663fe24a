package app

import (
	"os"
	"strconv"

	"fyne.io/fyne/v2"

	"gongkailan/app/ui"
)

// largeType is how much larger everything is in large type: at 1366 × 768 the desk then has the room of 1138 × 640, in
// which every area still fits. The window library rounds the scale to tenths.
const largeType = 1.2

// scaleVariable is read by the window library whenever the look is set.
const scaleVariable = "FYNE_SCALE"

// typeSize switches between the usual type and the large one.
type typeSize struct {
	app   fyne.App
	usual string // what the surroundings ask for, "" for nothing
	large bool
}

func newTypeSize(a fyne.App, large bool) *typeSize {
	t := &typeSize{app: a, usual: os.Getenv(scaleVariable)}
	t.choose(large)
	return t
}

// choose has windows that are opened from now on shown in large type or not.
func (t *typeSize) choose(large bool) {
	t.large = large
	scale := t.usual
	if large {
		scale = strconv.FormatFloat(largeType*t.factor(), 'f', 2, 64)
	}
	if err := os.Setenv(scaleVariable, scale); err != nil { // the window then stays as it is, which is seen
		fyne.LogError("the scale cannot be set", err)
	}
}

// factor is what the surroundings or the person's settings ask for.
func (t *typeSize) factor() float64 {
	if asked, err := strconv.ParseFloat(t.usual, 64); err == nil && asked > 0 {
		return asked
	}
	if asked := float64(t.app.Settings().Scale()); asked > 0 && t.usual != "auto" {
		return asked
	}
	return 1
}

// enlarge shows a window in large type or in the usual one. The window stays as large as it is on the screen.
func (t *typeSize) enlarge(window fyne.Window, large bool) {
	if large == t.large {
		return
	}
	room := window.Canvas().Size()
	before := window.Canvas().Scale()
	t.choose(large)
	t.app.Settings().SetTheme(ui.Theme{}) // has the window library read the scale anew
	change := before / window.Canvas().Scale()
	window.Resize(fyne.NewSize(room.Width*change, room.Height*change))
}
