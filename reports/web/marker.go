package web

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"

	"gongkailan/data"
)

// marker is the file by which the folder is known again. It says which files are ours; no other is touched.
const (
	markerFile = ".gongkailan-web"
	mostMarker = 64 << 20 // bytes; a hundred thousand items have some thirty million
)

// marker is what the file says.
type marker struct {
	Unit    string            `json:"unit"` // the fingerprint of the unit's key
	Channel data.Channel      `json:"channel"`
	Files   map[string]string `json:"files"` // SHA-256 by name; "" while it is being replaced
}

// readMarker reads the marker of the folder; false where it has none that can be read. Names that are none of ours are
// passed over: whoever can write into the folder must not make us delete what lies elsewhere.
func readMarker(root *os.Root) (marker, bool, error) {
	file, err := root.Open(markerFile)
	if errors.Is(err, fs.ErrNotExist) {
		return marker{}, false, nil
	}
	if err != nil {
		return marker{}, false, err
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, mostMarker+1))
	if err != nil {
		return marker{}, false, err
	}
	var m marker
	if len(raw) > mostMarker || json.Unmarshal(raw, &m) != nil || m.Files == nil {
		return marker{}, false, nil
	}
	for name := range m.Files {
		if !isOurs(name) {
			delete(m.Files, name)
		}
	}
	return m, true, nil
}

// bytes is the marker as a file; equal markers give equal bytes.
func (m marker) bytes() ([]byte, error) {
	raw, err := json.MarshalIndent(m, "", " ")
	return append(raw, '\n'), err
}

// during is the marker while the folder is being made anew: what is there and what will be is ours, so that a run that
// breaks off leaves nothing that the next would not know.
func (m marker) during(older marker) marker {
	both := marker{Unit: m.Unit, Channel: m.Channel, Files: map[string]string{}}
	if older.Channel == data.LAN {
		both.Channel = data.LAN // pages for the staff may still be there
	}
	for name := range older.Files {
		both.Files[name] = ""
	}
	for name := range m.Files {
		both.Files[name] = ""
	}
	return both
}
