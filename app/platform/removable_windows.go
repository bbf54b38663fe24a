package platform

import "golang.org/x/sys/windows"

// Removable lists the drives that can be taken along, as sticks are.
func Removable() []string {
	mask, err := windows.GetLogicalDrives()
	if err != nil {
		return nil
	}
	var found []string
	for letter := 'C'; letter <= 'Z'; letter++ { // A and B are drives of disks that would have to spin up first
		if mask&(1<<(letter-'A')) == 0 {
			continue
		}
		root := string(letter) + `:\`
		name, err := windows.UTF16PtrFromString(root)
		if err == nil && windows.GetDriveType(name) == windows.DRIVE_REMOVABLE {
			found = append(found, root)
		}
	}
	return found
}
