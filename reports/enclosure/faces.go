package enclosure

import (
	"bytes"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"
)

// onlyFace is all that the sandbox sees of a machine: one face with the characters of Chinese. PDF files that name 宋体 or
// 仿宋 without holding it are common, and without a face their text would be left out silently.
type onlyFace struct{ raw []byte }

// facePath is where the painter looks for faces.
const facePath = "usr/share/fonts/face.ttf"

// Open gives the face and the folders above it.
func (o onlyFace) Open(name string) (fs.File, error) {
	switch {
	case !fs.ValidPath(name):
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	case name == facePath:
		return &faceFile{Reader: bytes.NewReader(o.raw), entry: entry{name: "face.ttf", size: int64(len(o.raw))}}, nil
	case name == ".":
		return &folder{entry: entry{name: ".", folder: true}, inside: o.entry("usr", true)}, nil
	case strings.HasPrefix(facePath, name+"/"):
		next, rest, _ := strings.Cut(facePath[len(name)+1:], "/")
		return &folder{entry: entry{name: name[strings.LastIndexByte(name, '/')+1:], folder: true}, inside: o.entry(next, rest != "")}, nil
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

func (o onlyFace) entry(name string, isFolder bool) []fs.DirEntry {
	e := entry{name: name, folder: isFolder}
	if !isFolder {
		e.size = int64(len(o.raw))
	}
	return []fs.DirEntry{fs.FileInfoToDirEntry(e)}
}

// faceFile is the face, open.
type faceFile struct {
	*bytes.Reader
	entry
}

func (f *faceFile) Stat() (fs.FileInfo, error) { return f.entry, nil }
func (f *faceFile) Close() error               { return nil }

// Size is that of the file; the reader has one too.
func (f *faceFile) Size() int64 { return f.entry.size }

// folder is a folder with what is inside and not yet read.
type folder struct {
	entry
	inside []fs.DirEntry
}

func (f *folder) Stat() (fs.FileInfo, error) { return f.entry, nil }
func (f *folder) Close() error               { return nil }

func (f *folder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.name, Err: fs.ErrInvalid}
}

func (f *folder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n > 0 && len(f.inside) == 0 {
		return nil, io.EOF
	}
	read := slices.Clone(f.inside)
	f.inside = nil
	return read, nil
}

// entry describes a file or folder.
type entry struct {
	name   string
	size   int64
	folder bool
}

func (e entry) Name() string       { return e.name }
func (e entry) Size() int64        { return e.size }
func (e entry) ModTime() time.Time { return time.Time{} }
func (e entry) IsDir() bool        { return e.folder }
func (e entry) Sys() any           { return nil }

func (e entry) Mode() fs.FileMode {
	if e.folder {
		return fs.ModeDir | 0o555
	}
	return 0o444
}
