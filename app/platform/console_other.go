//go:build !windows

package platform

// AttachConsole does nothing where every program has the console that it was started from.
func AttachConsole() {}
