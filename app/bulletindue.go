package app

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/reports"
	"gongkailan/reports/bulletin"
	"gongkailan/reports/face"
)

// bulletinDue tells whether the public file that was issued last says anything else than what is public now: an item that
// went up or came down or whose period is over, a round, what the lobby offers, a reply, a signature that counts no
// longer. No page is laid out for it. Where nothing was ever public, none is due.
func bulletinDue(ctx context.Context, d *desk.Desk, last bulletin.Bulletin, now time.Time, faces *face.Set) (bool, error) {
	b, shown, err := records(ctx, d, now)
	if err != nil {
		return false, err
	}
	if last.Serial == 0 {
		next, err := d.NextBulletin(ctx)
		return len(b.Items) > 0 || next > 1, err
	}
	if b, err = withoutUnset(ctx, d, b, shown, last, faces); err != nil {
		return false, err
	}
	before, err := gist(last)
	if err != nil {
		return false, err
	}
	after, err := gist(b)
	return b.Unit != last.Unit || before != after, err
}

// withoutUnset moves to those left out the items that the last file left out because their pages could not be set, and
// that still cannot: what is public has not changed by that.
func withoutUnset(
	ctx context.Context, d *desk.Desk, b bulletin.Bulletin, shown []data.Item, last bulletin.Bulletin, faces *face.Set,
) (bulletin.Bulletin, error) {
	calendar, err := d.Calendar(ctx)
	if err != nil {
		return b, err
	}
	pictures := reports.PicturesOf(ctx, d.File)
	set := b.Items[:0]
	for i, it := range shown {
		at := slices.IndexFunc(last.LeftOut, func(l bulletin.LeftOut) bool { return l.Number == it.Number })
		if at >= 0 {
			why := last.LeftOut[at].Why
			_, unset := reports.NoticeOf(it, calendar.Between, pictures, faces)
			if why == leftOut(it.Number, tooManyPictures(it.Number)).Why || unset != nil && why == leftOut(it.Number, unset).Why {
				b.LeftOut = append(b.LeftOut, last.LeftOut[at])
				continue
			}
		}
		set = append(set, b.Items[i])
	}
	b.Items = set
	return b, nil
}

// gist is what a public file says, without what only its pages or the moment of its issue decide, so that two can be
// compared.
func gist(b bulletin.Bulletin) (string, error) {
	b.Items = slices.Clone(b.Items)
	for i := range b.Items {
		b.Items[i].Sheets, b.Items[i].Attachments = 0, nil
	}
	b.Replies = slices.Clone(b.Replies)
	for i := range b.Replies {
		if len(b.Replies[i].Box) > 0 {
			b.Replies[i].Box = []byte{1} // enclosed anew each time; that there is one is what counts
		}
	}
	text, err := json.Marshal(b)
	return string(text), err
}
