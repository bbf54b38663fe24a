package store

import "syscall"

// onNetwork tells, as far as the kernel says, whether the folder lies on a network drive.
func onNetwork(folder string) bool {
	var stat syscall.Statfs_t
	if syscall.Statfs(folder, &stat) != nil {
		return false
	}
	switch uint32(stat.Type) { //nolint:unconvert // the field's type differs between architectures
	case 0x6969, // NFS
		0x517B,     // SMB
		0xFF534D42, // CIFS
		0xFE534D42, // SMB2
		0x5346414F: // AFS
		return true
	default:
		return false
	}
}
