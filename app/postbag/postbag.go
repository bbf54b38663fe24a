// Package postbag brings home what visitors sent at the lobby's screen: the sealed files of a folder, on a stick or a
// file share.
//
// The window and the command line do the same; here is what they share. A file is put aside only after what is in it
// stands in the database, and nothing of a message is told but its number: what was refused stays where it lies.
package postbag

import (
	"context"
	"os"
	"path/filepath"

	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/outbox"
	"gongkailan/data/wholefile"
)

// aside is the folder beside the messages into which those go that have been taken in. They are kept, sealed as they
// are, so that a database that is lost with its last day can be given them again.
const aside = "已取"

// Bag is a folder with what visitors sent, and who fetches it.
type Bag struct {
	By     *desk.Session
	Folder string
}

// Fetched is what became of the files of a folder.
type Fetched struct {
	Imported []desk.Taken // registered, by number
	Ballots  int
	Already  int // had been taken in before
	Refused  []Left
}

// Left is a file that was not taken in, or not put aside, and why.
type Left struct {
	File string
	Why  error
}

// Fetch takes the messages in, one transaction each, and tells progress after each. Broken off, it gives what it had come
// to. It fails with ErrNotFound where the folder cannot be read, and with ErrRefused where the session is locked.
func (b Bag) Fetch(ctx context.Context, progress func(done, total int)) (Fetched, error) {
	var f Fetched
	names, err := outbox.List(b.Folder)
	if err != nil {
		return f, data.Refuse(data.ErrNotFound, "postbag.folder", b.Folder)
	}
	for i, name := range names {
		if err := ctx.Err(); err != nil {
			return f, err
		}
		if b.By.Locked() {
			return f, data.Refuse(data.ErrRefused, "session.locked")
		}
		if err := b.fetch(ctx, name, &f); err != nil {
			f.Refused = append(f.Refused, Left{name, err})
		}
		progress(i+1, len(names))
	}
	return f, nil
}

// fetch takes one file in and puts it aside.
func (b Bag) fetch(ctx context.Context, name string, f *Fetched) error {
	raw, err := outbox.Read(b.Folder, name)
	if err != nil {
		return err
	}
	taken, err := b.By.TakeMessage(ctx, raw)
	if err != nil {
		return err
	}
	switch {
	case taken.Already:
		f.Already++
	case taken.Kind == data.MessageBallot:
		f.Ballots++
	default:
		f.Imported = append(f.Imported, taken)
	}
	return b.putAside(name)
}

// putAside moves a file that has been taken in. Where that cannot be done it will be found to be there already the next
// time.
func (b Bag) putAside(name string) error {
	folder := filepath.Join(b.Folder, aside)
	if err := os.Mkdir(folder, 0o700); err != nil && !os.IsExist(err) {
		return data.Refuse(data.ErrRefused, "outbox.unremoved", name)
	}
	if err := os.Rename(filepath.Join(b.Folder, name), filepath.Join(folder, name)); err != nil {
		return data.Refuse(data.ErrRefused, "outbox.unremoved", name)
	}
	wholefile.SyncFolder(folder)
	wholefile.SyncFolder(b.Folder)
	return nil
}
