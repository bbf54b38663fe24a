package platform

import (
	"context"
	"fmt"
	"syscall"
	"unsafe"
)

// What ShellExecute gives where no program is there for the verb: SE_ERR_NOASSOC, and SE_ERR_ASSOCINCOMPLETE where the
// program that shows PDF, as a browser, has no verb for printing.
const (
	noAssociation         = 31
	incompleteAssociation = 27
	// hidden is SW_HIDE: the program that prints shows no window of its own.
	hidden = 0
)

// printFile hands a PDF to the program that prints such files. Where there is none, the error is errNoPrinting.
func printFile(path string) (sent bool, err error) {
	switch code, err := shell("print", path, hidden); {
	case err != nil:
		return false, fmt.Errorf("print: %w", err)
	case code == noAssociation || code == incompleteAssociation:
		return false, errNoPrinting
	case code <= lastError:
		return false, fmt.Errorf("print: code %d", code)
	}
	return true, nil
}

// lastError is the greatest number with which ShellExecute tells that it could not do something.
const lastError = 32

// shell asks the system to do something with a file, and gives its answer.
func shell(verb, path string, show uintptr) (uintptr, error) {
	what, err := syscall.UTF16PtrFromString(verb)
	if err != nil {
		return 0, err
	}
	target, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return 0, err
	}
	code, _, _ := syscall.NewLazyDLL("shell32.dll").NewProc("ShellExecuteW").Call(
		0, uintptr(unsafe.Pointer(what)), uintptr(unsafe.Pointer(target)), 0, 0, show)
	return code, nil
}

// sendToPrinter has the program that prints such files print one. That program may read the file only after this has
// returned.
func sendToPrinter(_ context.Context, path string) error {
	sent, err := printFile(path)
	if err == nil && !sent {
		return errUnsent
	}
	return err
}
