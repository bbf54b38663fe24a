//go:build !windows

package platform

import (
	"fmt"
	"os/exec"
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
)

// OpenFile shows a file or a folder with the program that the system has for it, and does not wait for that program.
func OpenFile(path string) error {
	opener := "xdg-open"
	if runtime.GOOS == "darwin" {
		opener = "open"
	}
	command := exec.Command(opener, path)
	if err := command.Start(); err != nil {
		return fmt.Errorf("open with the system's viewer: %w", err)
	}
	go func() { _ = command.Wait() }() // only so that the ended program leaves the list of processes
	return nil
}

// pick asks for a file with Fyne's dialog, in the words of the desk.
func (f Files) pick(endings []string, chosen func(path string)) {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil || file == nil {
			return // cancelled, or not readable; the person sees that nothing was chosen
		}
		path := file.URI().Path()
		_ = file.Close() // it is read anew, with a limit
		chosen(path)
	}, f.Window)
	d.SetFilter(storage.NewExtensionFileFilter(endings))
	d.SetConfirmText(f.Words.T("file.choose"))
	d.SetDismissText(f.Words.T("file.cancel"))
	size := f.Window.Canvas().Size()
	d.Resize(fyne.NewSize(size.Width*0.8, size.Height*0.8))
	d.Show()
}
