//go:build !windows

package platform

import (
	"os"
	"path/filepath"
	"slices"
)

// Removable lists the folders of sticks and other media that can be taken along, where the system has put them.
func Removable() []string {
	var found []string
	for _, pattern := range []string{"/media/*/*", "/run/media/*/*"} {
		there, _ := filepath.Glob(pattern) // the pattern is sound
		for _, path := range there {
			if info, err := os.Stat(path); err == nil && info.IsDir() {
				found = append(found, path)
			}
		}
	}
	slices.Sort(found)
	return found
}
