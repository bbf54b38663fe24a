package platform

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

// memoryCounters is PROCESS_MEMORY_COUNTERS of psapi.h.
type memoryCounters struct {
	size, faults                                              uint32
	peakResident, resident                                    uintptr
	peakPaged, paged, peakNonPaged, nonPaged, pagefile, peakP uintptr
}

// Resident is how much of the machine's memory this program holds, in bytes; 0 where the system does not tell.
func Resident() int64 {
	c := memoryCounters{size: uint32(unsafe.Sizeof(memoryCounters{}))}
	told, _, _ := windows.NewLazySystemDLL("kernel32.dll").NewProc("K32GetProcessMemoryInfo").Call(
		uintptr(windows.CurrentProcess()), uintptr(unsafe.Pointer(&c)), uintptr(c.size))
	if told == 0 {
		return 0
	}
	return int64(c.resident)
}
