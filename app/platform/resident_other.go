//go:build !windows

package platform

import (
	"os"
	"strconv"
	"strings"
)

// Resident is how much of the machine's memory this program holds, in bytes; 0 where the system does not tell.
func Resident() int64 {
	raw, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0
	}
	fields := strings.Fields(string(raw))
	if len(fields) < 2 {
		return 0
	}
	pages, err := strconv.ParseInt(fields[1], 10, 64)
	if err != nil {
		return 0
	}
	return pages * int64(os.Getpagesize())
}
