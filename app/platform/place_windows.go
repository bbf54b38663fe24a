package platform

import (
	"unsafe"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"golang.org/x/sys/windows"

	"gongkailan/app/prefs"
)

// rect is RECT of windef.h.
type rect struct{ left, top, right, bottom int32 }

// windowPlacement is WINDOWPLACEMENT of winuser.h. Its normal place is the one that a maximised window goes back to.
type windowPlacement struct {
	length          uint32
	flags           uint32
	show            uint32
	minLeft, minTop int32
	maxLeft, maxTop int32
	normal          rect
}

// What WINDOWPLACEMENT, MonitorFromRect and GetWindow are asked.
const (
	showPlain     = 1
	showMaximised = 3
	noMonitor     = 0 // MONITOR_DEFAULTTONULL
	enabledPopup  = 6 // GW_ENABLEDPOPUP
	messageClose  = 0x0010
)

func user32(name string) *windows.LazyProc {
	return windows.NewLazySystemDLL("user32.dll").NewProc(name)
}

// handle is the system's own name of a window; 0 before it is shown.
func handle(window fyne.Window) uintptr {
	var found uintptr
	if native, ok := window.(driver.NativeWindow); ok {
		native.RunNative(func(context any) {
			switch c := context.(type) {
			case driver.WindowsWindowContext:
				found = c.HWND
			case *driver.WindowsWindowContext:
				found = c.HWND
			}
		})
	}
	return found
}

// PlaceOf tells where a window stands; false where the system does not say.
func PlaceOf(window fyne.Window) (prefs.Place, bool) {
	place := windowPlacement{length: uint32(unsafe.Sizeof(windowPlacement{}))}
	done, _, _ := user32("GetWindowPlacement").Call(handle(window), uintptr(unsafe.Pointer(&place)))
	if done == 0 {
		return prefs.Place{}, false
	}
	n := place.normal
	return prefs.Place{
		Left: int(n.left), Top: int(n.top), Right: int(n.right), Bottom: int(n.bottom), Maximised: place.show == showMaximised,
	}, true
}

// PutAt puts a window where it stood, once it is shown. A place that no monitor shows any more is left alone.
func PutAt(window fyne.Window, at prefs.Place) {
	normal := rect{int32(at.Left), int32(at.Top), int32(at.Right), int32(at.Bottom)}
	monitor, _, _ := user32("MonitorFromRect").Call(uintptr(unsafe.Pointer(&normal)), noMonitor)
	if monitor == 0 {
		return
	}
	place := windowPlacement{length: uint32(unsafe.Sizeof(windowPlacement{})), show: showPlain, normal: normal}
	if at.Maximised {
		place.show = showMaximised
	}
	_, _, _ = user32("SetWindowPlacement").Call(handle(window), uintptr(unsafe.Pointer(&place))) // else it stays in the middle
}

// CloseDialogs closes the system's dialog that stands over a window, as when the desk is locked under it.
func CloseDialogs(window fyne.Window) {
	owner := handle(window)
	over, _, _ := user32("GetWindow").Call(owner, enabledPopup)
	if over != 0 && over != owner {
		_, _, _ = user32("PostMessageW").Call(over, messageClose, 0, 0) // a dialog that is gone already needs no closing
	}
}
