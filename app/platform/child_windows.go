package platform

import (
	"fmt"
	"os"
	"os/exec"
	"syscall"
	"unsafe"

	"golang.org/x/sys/windows"
)

// TieTo prepares a program that is about to be started so that it is not reached by what is typed at our console.
func TieTo(command *exec.Cmd) {
	command.SysProcAttr = &syscall.SysProcAttr{CreationFlags: windows.CREATE_NEW_PROCESS_GROUP}
}

// Tie has a program that was started end with us: it is put into a job that the system ends when the last handle of it
// is closed, which is when we are gone. release lets go of the job of a program that has ended.
func Tie(process *os.Process) (release func(), err error) {
	job, err := windows.CreateJobObject(nil, nil)
	if err != nil {
		return nil, fmt.Errorf("make a job: %w", err)
	}
	release = func() { _ = windows.CloseHandle(job) } // a handle of ours that is open can be closed
	limits := windows.JOBOBJECT_EXTENDED_LIMIT_INFORMATION{
		BasicLimitInformation: windows.JOBOBJECT_BASIC_LIMIT_INFORMATION{LimitFlags: windows.JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE},
	}
	_, err = windows.SetInformationJobObject(job, windows.JobObjectExtendedLimitInformation,
		uintptr(unsafe.Pointer(&limits)), uint32(unsafe.Sizeof(limits)))
	if err == nil {
		err = assign(job, process.Pid)
	}
	if err != nil {
		release()
		return nil, fmt.Errorf("tie a program to a job: %w", err)
	}
	return release, nil
}

func assign(job windows.Handle, pid int) error {
	child, err := windows.OpenProcess(windows.PROCESS_SET_QUOTA|windows.PROCESS_TERMINATE, false, uint32(pid))
	if err != nil {
		return err
	}
	defer windows.CloseHandle(child)
	return windows.AssignProcessToJobObject(job, child)
}

// Quit does nothing where a program cannot be asked where it stands; it is ended by force a moment later.
func Quit(*os.Process) error { return nil }
