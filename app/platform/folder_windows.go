package platform

import (
	"context"
	"fmt"
	"runtime"
	"syscall"
	"unsafe"

	"gongkailan/app/ui"
)

// browseInfo is BROWSEINFOW of shlobj.h, laid out as the 64-bit system expects it.
type browseInfo struct {
	owner       uintptr
	root        uintptr
	displayName *uint16
	title       *uint16
	flags       uint32
	callback    uintptr
	param       uintptr
	image       int32
}

// The flags of BROWSEINFOW that are used: folders of the file system only, the larger look with a box to type in.
const (
	fileSystemOnly = 0x0001
	withEditBox    = 0x0010
	newLook        = 0x0040
	longestName    = 260
	apartment      = 0x2 // COINIT_APARTMENTTHREADED, which the larger look asks for
)

// PickFolder asks for a folder with the system's own dialog; nothing is told when the person cancels.
func (f Files) PickFolder(chosen func(path string)) {
	owner, title := f.owner(), f.Words().T("file.choosefolder")
	ui.Load(f.Loader.Again(), func(context.Context) (string, error) {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		return askForFolder(owner, title)
	}, func(path string, err error) {
		if err == nil && path != "" {
			chosen(path)
		}
	})
}

// askForFolder shows the dialog and gives the path, "" where it was cancelled. The thread is this call's alone.
func askForFolder(owner uintptr, title string) (string, error) {
	head, err := syscall.UTF16PtrFromString(title)
	if err != nil {
		return "", fmt.Errorf("ask for a folder: %w", err)
	}
	com, shell := syscall.NewLazyDLL("ole32.dll"), syscall.NewLazyDLL("shell32.dll")
	if _, _, err := com.NewProc("CoInitializeEx").Call(0, apartment); err != syscall.Errno(0) {
		return "", fmt.Errorf("ask for a folder: %w", err)
	}
	defer com.NewProc("CoUninitialize").Call() //nolint:errcheck // it has no result
	name := make([]uint16, longestName)
	ask := browseInfo{owner: owner, displayName: &name[0], title: head, flags: fileSystemOnly | withEditBox | newLook}
	list, _, _ := shell.NewProc("SHBrowseForFolderW").Call(uintptr(unsafe.Pointer(&ask)))
	if list == 0 {
		return "", nil // cancelled
	}
	defer com.NewProc("CoTaskMemFree").Call(list) //nolint:errcheck // it has no result
	path := make([]uint16, longestPath)
	taken, _, _ := shell.NewProc("SHGetPathFromIDListEx").Call(list, uintptr(unsafe.Pointer(&path[0])), longestPath, 0)
	if taken == 0 {
		return "", nil // a place that is no folder
	}
	return syscall.UTF16ToString(path), nil
}
