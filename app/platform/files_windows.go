package platform

import (
	"context"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"unsafe"

	"fyne.io/fyne/v2/driver"

	"gongkailan/app/ui"
)

// showNormal is SW_SHOWNORMAL of ShellExecute.
const showNormal = 1

// OpenFile shows a file or a folder with the program that the system has for it, and does not wait for that program.
func OpenFile(path string) error {
	code, err := shell("open", path, showNormal)
	if err != nil {
		return fmt.Errorf("open with the system's viewer: %w", err)
	}
	if code <= lastError {
		return fmt.Errorf("open with the system's viewer: code %d", code)
	}
	return nil
}

// openFileName is OPENFILENAMEW of commdlg.h, laid out as the 64-bit system expects it.
type openFileName struct {
	size           uint32
	owner          uintptr
	instance       uintptr
	filter         *uint16
	customFilter   *uint16
	maxCustFilter  uint32
	filterIndex    uint32
	file           *uint16
	maxFile        uint32
	fileTitle      *uint16
	maxFileTitle   uint32
	initialFolder  *uint16
	title          *uint16
	flags          uint32
	fileOffset     uint16
	fileExtension  uint16
	defaultEnding  *uint16
	customData     uintptr
	hook           uintptr
	templateName   *uint16
	reserved       uintptr
	reservedNumber uint32
	flagsEx        uint32
}

// The flags of OPENFILENAMEW that are used: the file must be there, a file is not replaced unasked, the working folder
// stays, the new look.
const (
	askToReplace  = 0x0002
	fileMustExist = 0x1000
	pathMustExist = 0x0800
	noChangeDir   = 0x0008
	explorerLook  = 0x80000
	longestPath   = 32768
)

// pick asks for a file with the system's own dialog. It runs beside the main goroutine, on a thread of its own, because
// the dialog keeps its thread until it is closed.
func (f Files) pick(endings []string, chosen func(path string)) {
	owner := f.owner()
	title := f.Words().T("file.choose")
	kinds := f.Words().T("file.kinds")
	ui.Load(f.Loader.Again(), func(context.Context) (string, error) {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		return askForFile(owner, title, kinds, endings)
	}, func(path string, err error) {
		if err == nil && path != "" {
			chosen(path)
		}
	})
}

// owner is the window over which the dialog stands.
func (f Files) owner() uintptr {
	var handle uintptr
	if native, ok := f.Window.(driver.NativeWindow); ok {
		native.RunNative(func(context any) {
			if w, ok := context.(driver.WindowsWindowContext); ok {
				handle = w.HWND
			}
		})
	}
	return handle
}

// askForFile shows the dialog and gives the path, "" where it was cancelled.
func askForFile(owner uintptr, title, kinds string, endings []string) (string, error) {
	return dialog("GetOpenFileNameW", openFileName{owner: owner, flags: fileMustExist | pathMustExist}, title, kinds, endings, "")
}

// askForPlace shows the dialog in which a file gets its name and its place, "" where it was cancelled.
func askForPlace(owner uintptr, title, kinds, name string) (string, error) {
	return dialog("GetSaveFileNameW", openFileName{owner: owner, flags: askToReplace | pathMustExist},
		title, kinds, []string{filepath.Ext(name)}, name)
}

// dialog shows one of the two dialogs for files.
func dialog(which string, ask openFileName, title, kinds string, endings []string, name string) (string, error) {
	var patterns []string
	for _, ending := range endings {
		patterns = append(patterns, "*"+ending)
	}
	filter := syscall.StringToUTF16(kinds)
	filter = append(filter, syscall.StringToUTF16(strings.Join(patterns, ";"))...)
	filter = append(filter, 0)
	head, err := syscall.UTF16PtrFromString(title)
	if err != nil {
		return "", fmt.Errorf("ask for a file: %w", err)
	}
	ending, err := syscall.UTF16PtrFromString(strings.TrimPrefix(endings[0], "."))
	if err != nil {
		return "", fmt.Errorf("ask for a file: %w", err)
	}
	path := make([]uint16, longestPath)
	copy(path[:longestPath-1], syscall.StringToUTF16(name))
	ask.filter, ask.file, ask.maxFile, ask.title, ask.defaultEnding = &filter[0], &path[0], longestPath, head, ending
	ask.flags |= noChangeDir | explorerLook
	ask.size = uint32(unsafe.Sizeof(ask))
	taken, _, _ := syscall.NewLazyDLL("comdlg32.dll").NewProc(which).Call(uintptr(unsafe.Pointer(&ask)))
	if taken == 0 {
		return "", nil // cancelled
	}
	return syscall.UTF16ToString(path), nil
}

// place asks where a file is to be put with the system's own dialog, which asks before it replaces one.
func (f Files) place(name string, chosen func(path string)) {
	owner, title, kinds := f.owner(), f.Words().T("file.saveas", name), f.Words().T("file.kinds")
	ui.Load(f.Loader.Again(), func(context.Context) (string, error) {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		return askForPlace(owner, title, kinds, name)
	}, func(path string, err error) {
		if err == nil && path != "" {
			chosen(path)
		}
	})
}
