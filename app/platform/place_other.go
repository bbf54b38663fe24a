//go:build !windows

package platform

import (
	"fyne.io/fyne/v2"

	"gongkailan/app/prefs"
)

// PlaceOf tells where a window stands; never, on this system: the window library tells nobody, and Wayland tells no
// program at all. The size is remembered; the place is the window manager's.
func PlaceOf(fyne.Window) (prefs.Place, bool) { return prefs.Place{}, false }

// PutAt leaves the window where the window manager has put it.
func PutAt(fyne.Window, prefs.Place) {}

// CloseDialogs has nothing to close: the dialogs of this system lie in the window itself, whose owner takes them away.
func CloseDialogs(fyne.Window) {}
