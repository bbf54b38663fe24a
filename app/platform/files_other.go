//go:build !windows

package platform

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
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
	d.SetTitleText(f.Words.T("file.choose"))
	d.SetConfirmText(f.Words.T("file.choose"))
	d.SetDismissText(f.Words.T("file.cancel"))
	f.show(d)
}

// place asks for a folder with Fyne's dialog and puts the file there under a name that is free: the dialog that asks for
// a name empties the file of that name before anything is written.
func (f Files) place(name string, chosen func(path string)) {
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if err != nil || folder == nil {
			return // cancelled, or not readable; the person sees that nothing was chosen
		}
		chosen(free(filepath.Join(folder.Path(), name)))
	}, f.Window)
	d.SetTitleText(f.Words.T("file.saveas"))
	d.SetConfirmText(f.Words.T("file.savehere"))
	d.SetDismissText(f.Words.T("file.cancel"))
	f.show(d)
}

// show shows a dialog over most of the window. It has no size before it is shown.
func (f Files) show(d *dialog.FileDialog) {
	d.Show()
	size := f.Window.Canvas().Size()
	d.Resize(fyne.NewSize(size.Width*0.8, size.Height*0.8))
}

// free gives the path, with a number where a file of that name is there already.
func free(path string) string {
	for n := 1; ; n++ {
		numbered := withNumber(path, n)
		if _, err := os.Lstat(numbered); err != nil {
			return numbered
		}
	}
}
