package desk

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"gongkailan/data"
)

// KeepFile keeps a file beside the database and gives it as an attachment. What it belongs to is told by whoever puts
// the attachment into a draft, a ruling or a record.
func (s *Session) KeepFile(_ context.Context, name string, raw []byte) (data.Attachment, error) {
	if s.Locked() {
		return data.Attachment{}, data.Refuse(data.ErrRefused, "session.locked")
	}
	name = strings.TrimSpace(filepath.Base(strings.ReplaceAll(name, `\`, "/")))
	if err := data.CheckFileName(name); err != nil {
		return data.Attachment{}, err
	}
	digest, err := s.desk.store.KeepFile(raw)
	if err != nil {
		return data.Attachment{}, err
	}
	return data.Attachment{Name: name, Digest: digest, Size: int64(len(raw))}, nil
}

// KeepPhoto keeps a photo as KeepFile keeps a file, if it is one: see data.Photo.
func (s *Session) KeepPhoto(ctx context.Context, name string, raw []byte) (data.Attachment, error) {
	if _, err := data.Photo(name, raw); err != nil {
		return data.Attachment{}, err
	}
	return s.KeepFile(ctx, name, raw)
}

// File gives the bytes of an attachment. It fails with ErrNotFound where the file is gone and ErrBroken where it was
// changed; the refusal names the attachment.
func (d *Desk) File(_ context.Context, a data.Attachment) ([]byte, error) {
	raw, err := d.store.File(a.Digest)
	if err != nil {
		return nil, named(err, a.Name)
	}
	return raw, nil
}

// named puts the name of a file into the refusal about it.
func named(err error, name string) error {
	var r *data.Refusal
	if errors.As(err, &r) {
		return data.Refuse(r.Kind, r.Code, append([]string{name}, r.Args...)...)
	}
	return err
}

// brokenFiles names the files that are missing or changed, of all that versions, acts and records name.
func (d *Desk) brokenFiles(e evidence) []Broken {
	var list []Broken
	seen := map[string]bool{}
	look := func(number string, files ...*data.Attachment) {
		for _, a := range files {
			if a == nil || seen[number+a.Digest] {
				continue
			}
			seen[number+a.Digest] = true
			if _, err := d.store.File(a.Digest); err != nil {
				list = append(list, Broken{Number: number, Why: refusal(named(err, a.Name))})
			}
		}
	}
	for _, of := range e.dossiers {
		for _, it := range of.versions {
			look(it.Number, filesOf(it)...)
		}
	}
	for _, u := range e.uses {
		look(u.Number, u.File)
		if u.Ended != nil {
			look(u.Number, u.Ended.File)
		}
	}
	return list
}

// filesOf gives all files that a version and its acts name.
func filesOf(it data.Item) []*data.Attachment {
	files := []*data.Attachment{it.Filing.Document}
	for i := range it.Attachments {
		files = append(files, &it.Attachments[i])
	}
	for _, step := range it.Steps {
		if step.Ruling != nil {
			files = append(files, step.Ruling.Scan)
		}
	}
	return files
}
