package issuing

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strconv"

	"gongkailan/data"
	"gongkailan/data/wholefile"
	"gongkailan/reports/bulletin"
)

// parcel is the public file that is brought to the places.
type parcel struct {
	raw []byte
	bulletin.Bulletin
}

// parcel reads the file beside the database whole. It fails with fs.ErrNotExist where there is none yet.
func (i *Issuer) parcel(ctx context.Context) (*parcel, error) {
	fingerprint, err := i.opt.Desk.Fingerprint(ctx)
	if err != nil {
		return nil, err
	}
	raw, err := readFile(i.opt.Path)
	if err != nil {
		return nil, fmt.Errorf("read the public file: %w", err)
	}
	b, err := bulletin.Read(raw, fingerprint)
	if err != nil {
		return nil, err
	}
	return &parcel{raw, b}, nil
}

// deliver brings the newest file to every place, all at once, and waits for them for a while. It fails with Unreached
// where some did not get it.
func (i *Issuer) deliver(ctx context.Context) error {
	i.mu.Lock()
	folders := i.folders()
	i.mu.Unlock()
	if len(folders) == 0 {
		return nil
	}
	p, err := i.parcel(ctx)
	if errors.Is(err, fs.ErrNotExist) {
		return nil // nothing was issued yet
	}
	if err != nil {
		return err
	}
	var late Unreached
	for at, why := range atOnce(ctx, i, folders, func(folder string) error { return i.bring(folder, p) }, tooSlow) {
		if why != nil {
			late.Places = append(late.Places, folders[at])
		}
	}
	if len(late.Places) > 0 {
		return late
	}
	return nil
}

// deliverTo brings the newest file to one place. It fails with the reason why the place did not get it.
func (i *Issuer) deliverTo(ctx context.Context, folder string) error {
	p, err := i.parcel(ctx)
	if err != nil {
		return err
	}
	return atOnce(ctx, i, []string{folder}, func(folder string) error { return i.bring(folder, p) }, tooSlow)[0]
}

// unseen tells whether this run has not tried some place yet: what was brought before is known of that place only once it
// is looked at.
func (i *Issuer) unseen() bool {
	i.mu.Lock()
	defer i.mu.Unlock()
	for _, folder := range i.folders() {
		if _, tried := i.places[folder]; !tried {
			return true
		}
	}
	return false
}

// bring brings the file to a place and notes how that went.
func (i *Issuer) bring(folder string, p *parcel) error {
	i.mu.Lock()
	if i.places[folder].busy {
		i.mu.Unlock()
		return tooSlow(folder)
	}
	i.places[folder] = placed{busy: true, why: tooSlow(folder)}
	i.mu.Unlock()
	err := i.put(folder, p)
	i.mu.Lock()
	defer i.mu.Unlock()
	i.places[folder] = placed{why: err}
	return err
}

// put writes the file into the folder, beside and renamed. Neither a newer file nor another unit's is replaced; a damaged
// one is.
func (i *Issuer) put(folder string, p *parcel) error {
	there, err := i.readIn(folder)
	var refusal *data.Refusal
	switch {
	case errors.As(err, &refusal) && refusal.Code == "place.gone":
		return err
	case err != nil: // nothing, or nothing that holds
	case there.Fingerprint != p.Fingerprint:
		return data.Refuse(data.ErrRefused, "place.foreign", folder)
	case there.Mark == p.Mark:
		return nil
	case there.Serial >= p.Serial:
		return data.Refuse(data.ErrRefused, "place.behind", folder, strconv.Itoa(there.Serial), strconv.Itoa(p.Serial))
	}
	if err := wholefile.Write(filepath.Join(folder, filepath.Base(i.opt.Path)), p.raw); err != nil {
		return data.Refuse(data.ErrInvalid, "place.unwritable", folder)
	}
	return nil
}

// atOnce asks something of every folder, each beside the others, and gives the answers in order when all are there or its
// patience is at its end; slow answers for those that have not.
func atOnce[T any](ctx context.Context, i *Issuer, folders []string, ask, slow func(folder string) T) []T {
	type answer struct {
		at   int
		said T
	}
	answers := make(chan answer, len(folders))
	for at, folder := range folders {
		i.opt.Go(func() { answers <- answer{at, ask(folder)} })
	}
	late := make(chan struct{})
	defer i.opt.After(patience, func() { close(late) })()
	said, there := make([]T, len(folders)), make([]bool, len(folders))
	for range folders {
		var a answer
		select {
		case a = <-answers: // those that are there count, even where the time is over
		default:
			select {
			case a = <-answers:
			case <-late:
				continue
			case <-ctx.Done():
				continue
			case <-i.ctx.Done():
				continue
			}
		}
		said[a.at], there[a.at] = a.said, true
	}
	for at, folder := range folders {
		if !there[at] {
			said[at] = slow(folder)
		}
	}
	return said
}

func tooSlow(folder string) error { return data.Refuse(data.ErrNotFound, "place.slow", folder) }
