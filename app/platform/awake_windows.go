package platform

import (
	"context"

	"golang.org/x/sys/windows"
)

// What SetThreadExecutionState is asked.
const (
	continuous      = 0x80000000 // ES_CONTINUOUS
	systemRequired  = 0x00000001 // ES_SYSTEM_REQUIRED
	displayRequired = 0x00000002 // ES_DISPLAY_REQUIRED
)

// KeepAwake keeps the screen from going dark and the machine from sleeping, as long as the thread of this call lives. It
// is called on the main goroutine.
func KeepAwake(context.Context) error {
	kernel := windows.NewLazySystemDLL("kernel32.dll").NewProc("SetThreadExecutionState")
	if before, _, err := kernel.Call(continuous | systemRequired | displayRequired); before == 0 {
		return err
	}
	return nil
}
