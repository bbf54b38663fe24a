package platform

import (
	"os"
	"os/exec"
	"syscall"
)

// TieTo prepares a program that is about to be started so that it ends with us and is not reached by what is typed at
// our console. The thread that starts it must live as long as we do.
func TieTo(command *exec.Cmd) {
	command.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL, Setpgid: true}
}

// Tie has a program that was started end with us. Here TieTo has done it.
func Tie(*os.Process) (release func(), err error) { return func() {}, nil }

// Quit has one of our programs write where it stands, and end.
func Quit(process *os.Process) error { return process.Signal(syscall.SIGQUIT) }
