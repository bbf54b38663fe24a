package outbox

import "golang.org/x/sys/windows"

// free gives how many bytes this program may still write on the folder's disk.
func free(folder string) (uint64, error) {
	path, err := windows.UTF16PtrFromString(folder)
	if err != nil {
		return 0, err
	}
	var left uint64
	if err := windows.GetDiskFreeSpaceEx(path, &left, nil, nil); err != nil {
		return 0, err
	}
	return left, nil
}
