//go:build !windows

package outbox

import "golang.org/x/sys/unix"

// free gives how many bytes this program may still write on the folder's disk.
func free(folder string) (uint64, error) {
	var stat unix.Statfs_t
	if err := unix.Statfs(folder, &stat); err != nil {
		return 0, err
	}
	return uint64(stat.Bavail) * uint64(stat.Bsize), nil
}
