package app

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// monitor is one of the machine's, at its place on the common desktop, in the units of the system.
type monitor struct {
	name string
	x, y int
}

// monitors lists the machine's monitors, the main one first, once the window library has been started.
func monitors() []monitor {
	var all []monitor
	for _, m := range glfw.GetMonitors() {
		x, y := m.GetPos()
		all = append(all, monitor{name: m.GetName(), x: x, y: y})
	}
	return all
}

// chosen finds a monitor by its name or its number, counted from 1.
func chosen(all []monitor, choice string) (monitor, bool) {
	for i, m := range all {
		if strings.EqualFold(m.name, choice) || strconv.Itoa(i+1) == choice {
			return m, true
		}
	}
	return monitor{}, false
}

// inside is how far inside a monitor a window is put: enough to lie on no other one, even if it is put a little wrong.
const inside = 16

// placeOn gives what puts a window on the chosen monitor before it is shown; nil where none was chosen. A window that
// fills the screen fills the monitor it lies on. A monitor that is not there any more is told, and the main one serves.
func placeOn(choice string, missing func()) func(fyne.Window) {
	if choice == "" {
		return nil
	}
	return func(window fyne.Window) {
		all := monitors()
		m, there := chosen(all, choice)
		if !there {
			var names []string
			for _, m := range all {
				names = append(names, m.name)
			}
			fyne.LogError("the chosen monitor is not there: "+choice+"; there are: "+strings.Join(names, ", "), nil)
			missing()
			return
		}
		if on, ok := window.(desktop.Window); ok {
			on.RequestPosition(m.x+inside, m.y+inside)
		}
	}
}
