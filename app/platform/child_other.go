//go:build !windows && !linux

package platform

import (
	"os"
	"os/exec"
	"syscall"
)

// TieTo prepares a program that is about to be started so that it is not reached by what is typed at our console. This
// system has no way to end it with us: it ends itself when its input is closed.
func TieTo(command *exec.Cmd) { command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

// Tie does nothing here.
func Tie(*os.Process) (release func(), err error) { return func() {}, nil }

// Quit has one of our programs write where it stands, and end.
func Quit(process *os.Process) error { return process.Signal(syscall.SIGQUIT) }
