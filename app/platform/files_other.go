//go:build !windows

package platform

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"
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
	d.SetTitleText(f.Words().T("file.choose"))
	d.SetConfirmText(f.Words().T("file.choose"))
	d.SetDismissText(f.Words().T("file.cancel"))
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
	d.SetTitleText(f.Words().T("file.saveinfolder", name))
	d.SetConfirmText(f.Words().T("file.savehere"))
	d.SetDismissText(f.Words().T("file.cancel"))
	f.show(d)
}

// PickFolder asks for a folder with Fyne's dialog; nothing is told when the person cancels.
func (f Files) PickFolder(chosen func(path string)) {
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if err != nil || folder == nil {
			return // cancelled, or not readable; the person sees that nothing was chosen
		}
		chosen(folder.Path())
	}, f.Window)
	d.SetTitleText(f.Words().T("file.choosefolder"))
	d.SetConfirmText(f.Words().T("file.choose"))
	d.SetDismissText(f.Words().T("file.cancel"))
	f.show(d)
}

// show shows a dialog over most of the window; it has no size before it is shown. Esc cancels it.
func (f Files) show(d *dialog.FileDialog) {
	window := f.Window.Canvas()
	before := window.OnTypedKey()
	d.SetOnClosed(func() { window.SetOnTypedKey(before) })
	d.Show()
	size := window.Size()
	d.Resize(fyne.NewSize(size.Width*0.8, size.Height*0.8))
	window.SetOnTypedKey(func(key *fyne.KeyEvent) {
		if key.Name == fyne.KeyEscape {
			d.Dismiss()
		} else if before != nil {
			before(key)
		}
	})
	if overlay, ok := window.Overlays().Top().(fyne.Widget); ok {
		for _, part := range overlay.CreateRenderer().Objects() { // nothing else tells what is in it
			if dialog, ok := part.(*widget.PopUp); ok {
				f.namePlaces(dialog.Content)
				dialog.Move(fyne.NewPos(size.Width*0.1, size.Height*0.1))
			}
		}
	}
}

// namePlaces has the list of usual places in the words of the desk; Fyne names them in English in every language. Esc
// still cancels after one was chosen.
func (f Files) namePlaces(object fyne.CanvasObject) {
	switch o := object.(type) {
	case *fyne.Container:
		for _, part := range o.Objects {
			f.namePlaces(part)
		}
	case *container.Split:
		f.namePlaces(o.Leading)
	case *widget.List:
		named := o.UpdateItem
		o.UpdateItem = func(id widget.ListItemID, row fyne.CanvasObject) {
			named(id, row)
			f.nameLabels(row)
		}
		chosen := o.OnSelected
		o.OnSelected = func(id widget.ListItemID) {
			chosen(id)
			f.Window.Canvas().Unfocus() // the list would keep Esc to itself
		}
		o.Refresh()
	}
}

// nameLabels puts the words of the desk into the labels of a row.
func (f Files) nameLabels(row fyne.CanvasObject) {
	switch o := row.(type) {
	case *fyne.Container:
		for _, part := range o.Objects {
			f.nameLabels(part)
		}
	case *widget.Label:
		o.SetText(f.Words().T(o.Text))
	}
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
