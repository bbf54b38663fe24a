package platform

import (
	"os"
	"syscall"
)

// attachParent is ATTACH_PARENT_PROCESS of AttachConsole.
const attachParent = ^uintptr(0)

// AttachConsole gives a program that is built without a console that of the shell it was started from, so that the
// command line answers there. Streams that go to a file or a pipe stay as they are.
func AttachConsole() {
	attached, _, _ := syscall.NewLazyDLL("kernel32.dll").NewProc("AttachConsole").Call(attachParent)
	if attached == 0 {
		return // started by a double click: there is no console
	}
	take := func(stream **os.File, name string, flag int) {
		if kind, err := syscall.GetFileType(syscall.Handle((*stream).Fd())); err == nil && kind != syscall.FILE_TYPE_UNKNOWN {
			return // sent somewhere by the shell
		}
		if console, err := os.OpenFile(name, flag, 0); err == nil {
			*stream = console
		}
	}
	take(&os.Stdin, "CONIN$", os.O_RDWR)
	take(&os.Stdout, "CONOUT$", os.O_RDWR)
	take(&os.Stderr, "CONOUT$", os.O_RDWR)
}
