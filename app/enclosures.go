package app

import (
	"context"
	"errors"
	"slices"
	"sync"

	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/intake"
	"gongkailan/reports"
	"gongkailan/reports/enclosure"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

// enclosed is an attachment of an item as the lobby shows it: its pages, or why there are none.
type enclosed struct {
	Name  string // of the file, without its folder
	Pages []page.Page
	Why   *data.Refusal // nil where there are pages
}

// mostKept is how many bytes of pictures are kept, and mostTold of how many attachments anything is.
const (
	mostKept = 64 << 20
	mostTold = 1000
)

// enclosures makes the pages of attachments and keeps them, so that a bulletin that is issued anew does not paint a file
// again. What is kept depends on nothing but the file's digest and what its first line says.
type enclosures struct {
	press *enclosure.Press

	lock   sync.Mutex
	kept   map[enclosureKey]enclosed
	order  []enclosureKey // the oldest first
	weight int            // bytes of the pictures kept
}

type enclosureKey struct {
	digest, name string
	number       int
	faces        *face.Set
}

func newEnclosures() *enclosures {
	return &enclosures{press: enclosure.NewPress(enclosure.UsualLimits()), kept: map[enclosureKey]enclosed{}}
}

// pages gives the attachments that the note under an item's body names, in its order. A file that cannot be shown is no
// error: it stands there with the reason, for visitors can read it at the counter.
func (e *enclosures) pages(ctx context.Context, d *desk.Desk, item data.Item, faces *face.Set) ([]enclosed, error) {
	files, err := reports.Enclosures(item)
	if err != nil {
		return nil, err
	}
	var list []enclosed
	for i, a := range files {
		key := enclosureKey{digest: a.Digest, name: a.Name, number: i + 1, faces: faces}
		if len(files) == 1 {
			key.number = 0
		}
		one, err := e.one(ctx, d, a, key)
		if err != nil {
			return nil, err
		}
		list = append(list, one)
	}
	return list, nil
}

// one gives an attachment from what is kept, or makes its pages. A file that is gone or was changed is not kept as such:
// it may be put back.
func (e *enclosures) one(ctx context.Context, d *desk.Desk, a data.Attachment, key enclosureKey) (enclosed, error) {
	if kept, ok := e.get(key); ok {
		return kept, nil
	}
	made := enclosed{Name: a.Name}
	raw, err := d.File(ctx, a)
	if err != nil {
		if errors.As(err, &made.Why) {
			return made, nil
		}
		return enclosed{}, err
	}
	made.Pages, err = e.make(ctx, raw, key)
	if err != nil && !errors.As(err, &made.Why) {
		return enclosed{}, err
	}
	e.keep(key, made)
	return made, nil
}

// make makes the pages of a file by what it is.
func (e *enclosures) make(ctx context.Context, raw []byte, key enclosureKey) ([]page.Page, error) {
	switch enclosure.KindOf(raw) {
	case enclosure.PDF:
		return e.press.PDF(ctx, key.name, raw)
	case enclosure.Picture:
		return enclosure.Photo(key.name, raw)
	}
	shown, err := intake.Show(key.name, raw)
	if err != nil {
		return nil, err
	}
	text := enclosure.Text{Name: key.name, Number: key.number, Drawn: shown.Drawn}
	for _, p := range shown.Parts {
		text.Parts = append(text.Parts, enclosure.Part{Text: p.Text, Head: p.Head, Rows: p.Rows})
	}
	return text.Pages(key.faces)
}

func (e *enclosures) get(key enclosureKey) (enclosed, bool) {
	e.lock.Lock()
	defer e.lock.Unlock()
	kept, ok := e.kept[key]
	return kept, ok
}

// keep keeps an attachment, and forgets the oldest where it is too much.
func (e *enclosures) keep(key enclosureKey, made enclosed) {
	weight := weightOf(page.Document{Pages: made.Pages})
	if weight > mostKept {
		return
	}
	e.lock.Lock()
	defer e.lock.Unlock()
	if _, ok := e.kept[key]; ok {
		return
	}
	e.kept[key] = made
	e.order = append(e.order, key)
	e.weight += weight
	for e.weight > mostKept || len(e.order) > mostTold {
		oldest := e.order[0]
		e.weight -= weightOf(page.Document{Pages: e.kept[oldest].Pages})
		delete(e.kept, oldest)
		e.order = slices.Delete(e.order, 0, 1)
	}
}
