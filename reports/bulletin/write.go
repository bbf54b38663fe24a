package bulletin

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"sync"

	"gongkailan/data"
	"gongkailan/data/seal"
)

// Pack gives the bytes of the public file. Sign signs the manifest as it stands in the file. An item that is not for the
// whole society, or has no page, is refused, and with it the file; so is anything that Read would refuse.
func Pack(b Bulletin, sign func(payload []byte) (seal.Signed, error)) ([]byte, error) {
	for _, it := range b.Items {
		if it.Audience != data.Society || it.Sheets == 0 {
			return nil, data.Refuse(data.ErrRefused, "bulletin.audience", it.Number)
		}
	}
	if !b.isSound() || !b.haveSoundLeaves() {
		return nil, data.Refuse(data.ErrInvalid, "bulletin.unsound")
	}
	raw, err := packed(b, sign)
	if err == nil && len(raw) > MostBytes {
		return nil, data.Refuse(data.ErrInvalid, "bulletin.large")
	}
	return raw, err
}

func packed(b Bulletin, sign func(payload []byte) (seal.Signed, error)) ([]byte, error) {
	parts, err := b.pack()
	if err != nil {
		return nil, err
	}
	m := manifest{Format: format, Unit: b.Unit, Serial: b.Serial, Issued: b.Issued, Parts: make([]entry, len(parts))}
	for i, p := range parts {
		m.Parts[i] = entryOf(p)
	}
	payload, err := json.Marshal(m)
	if err != nil {
		return nil, fmt.Errorf("write the manifest: %w", err)
	}
	signed, err := sign(payload)
	if err != nil {
		return nil, err
	}
	block, err := json.Marshal(signed)
	if err != nil {
		return nil, fmt.Errorf("write the bulletin's signature: %w", err)
	}
	var out bytes.Buffer
	err = assemble(&out, append([]part{{manifestName, payload}, {signatureName, block}}, parts...))
	return out.Bytes(), err
}

// pack gives all parts but manifest and signature.
func (b Bulletin) pack() ([]part, error) {
	records, err := squeezed(b)
	if err != nil {
		return nil, err
	}
	parts := []part{{recordsName, records}}
	pictures := map[string][]byte{}
	for i, it := range b.Items {
		p, err := packLeaves(i, it.Leaves, pictures)
		if err != nil {
			return nil, err
		}
		parts = append(parts, p)
	}
	for _, digest := range slices.Sorted(maps.Keys(pictures)) {
		parts = append(parts, part{pictureFolder + digest, pictures[digest]})
	}
	return parts, nil
}

// each calls a function for the numbers from 0 to n−1, several at once, and tells whether all were true.
func each(n int, holds func(i int) bool) bool {
	workers := runtime.GOMAXPROCS(0)
	good := make([]bool, workers)
	var done sync.WaitGroup
	for w := range workers {
		done.Go(func() {
			good[w] = true
			for i := w; i < n && good[w]; i += workers {
				good[w] = holds(i)
			}
		})
	}
	done.Wait()
	return !slices.Contains(good, false)
}
