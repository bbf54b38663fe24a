package desk

import (
	"context"
	"slices"

	"gongkailan/data"
	"gongkailan/data/store"
)

// Traced is the version of an item to which a notice's code leads.
type Traced struct {
	Item   data.Item     // with its steps; only the number where the version is not there any more
	Broken *data.Refusal // why its seals do not hold; nil where they do
	Next   data.Successor
}

// TraceNotice gives the versions of items whose notice has the code: one, or none; two items in a hundred thousand
// million may share one. It goes by what was signed, so that a version that was changed by hand is found as well, and
// named as broken.
func (d *Desk) TraceNotice(ctx context.Context, code string) ([]Traced, error) {
	return view(ctx, d, func(tx *store.Tx) ([]Traced, error) {
		signed, err := tx.SignedVersions(ctx, kindAct)
		if err != nil {
			return nil, err
		}
		var found []Traced
		for _, s := range signed {
			if data.NoticeCodeOf(s.Digest) != code {
				continue
			}
			certs, err := certificates(ctx, tx)
			if err != nil {
				return nil, err
			}
			of, err := readDossier(ctx, tx, certs, s.ItemID)
			if err != nil {
				return nil, err
			}
			found = append(found, certs.trace(of, s, d.Today()))
		}
		return found, nil
	})
}

// trace looks at the version that was signed.
func (s seals) trace(of dossier, signed store.Signed, today data.Date) Traced {
	it, there := of.version(signed.Version)
	if !there {
		return Traced{Item: data.Item{Number: signed.Number}, Broken: data.Refuse(data.ErrBroken, "item.missing", signed.Number)}
	}
	t := Traced{Item: it}
	if f := s.examine(of, it); f != nil {
		t.Broken = f.why
	}
	t.Next = s.successor(of, it, today)
	return t
}

// goneYears is for how long the lobby still tells of a notice that it is down.
const goneYears = 2

// Gone is a notice that was public for the whole society and is down.
type Gone struct {
	Item    data.Item
	Verdict data.Verdict
}

// GoneNotices gives the versions that were public for the whole society and came down in the last two years, whose
// seals hold, in the order of drafting.
func (d *Desk) GoneNotices(ctx context.Context) ([]Gone, error) {
	today := d.Today()
	return view(ctx, d, func(tx *store.Tx) ([]Gone, error) {
		certs, err := certificates(ctx, tx)
		if err != nil {
			return nil, err
		}
		dossiers, err := publishedDossiers(ctx, tx)
		if err != nil {
			return nil, err
		}
		gone := []Gone{}
		since := today.AddMonths(-12 * goneYears)
		dossiers = slices.DeleteFunc(dossiers, func(of dossier) bool { return !of.changedSince(since) })
		certs.checkAll(dossiers)
		for _, of := range dossiers {
			of.sealed(certs)
			gone = append(gone, certs.gone(of, since, today)...)
		}
		return gone, nil
	})
}

// changedSince tells whether a version can have come down since the day: it was changed or had its last day then. Older
// ones need no check of their signatures, however many there are.
func (d dossier) changedSince(day data.Date) bool {
	return slices.ContainsFunc(d.versions, func(it data.Item) bool {
		return it.To >= day || data.DateOf(it.UpdatedAt) >= day
	})
}

// gone lists the versions of one item that came down since the day.
func (s seals) gone(of dossier, since, today data.Date) []Gone {
	var list []Gone
	for _, it := range of.versions {
		if it.Audience != data.Society || it.PublishedOn() == "" {
			continue
		}
		v := data.Judge(it, s.successor(of, it, today), today)
		if v.State == data.NoticeDown && v.On >= since && s.examine(of, it) == nil {
			list = append(list, Gone{Item: it, Verdict: v})
		}
	}
	return list
}

// successor gives the first later version that went up, with the code of the version that is up now and holds.
func (s seals) successor(of dossier, it data.Item, today data.Date) data.Successor {
	var next data.Successor
	for _, other := range of.versions {
		if other.Version <= it.Version || other.PublishedOn() == "" {
			continue
		}
		if next.On == "" {
			next.On = other.PublishedOn()
		}
		if other.StatusOn(today) == data.Published && s.examine(of, other) == nil {
			next.Code = data.NoticeCode(other)
		}
	}
	return next
}
