package app

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"time"

	"gongkailan/app/words"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/outbox"
	"gongkailan/data/seal"
	"gongkailan/data/wholefile"
	"gongkailan/reports"
	"gongkailan/reports/bulletin"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

// IssueBulletin makes the bulletin of what is public now, signs it as the person of the session and puts it at the
// path, the old file staying until the new one is whole. What does not hold is left out and named.
func IssueBulletin(ctx context.Context, d *desk.Desk, by *desk.Session, path string, now time.Time) (bulletin.Bulletin, error) {
	unit, err := d.Unit(ctx)
	if err != nil {
		return bulletin.Bulletin{}, err
	}
	with := newTypesetting(facesOf(unit.Demo, d.Path()))
	b, err := issueIn(ctx, d, by, path, now, with)
	return b, errors.Join(err, with.attached.press.Close(ctx))
}

// typesetting is with what pages are set: the faces that the office prints in, since the lobby's lines are those of the
// wall, though it paints them with the embedded faces; and the pages of attachments that were made before.
type typesetting struct {
	faces    *face.Set
	attached *enclosures
}

func newTypesetting(faces *face.Set) typesetting { return typesetting{faces, newEnclosures()} }

// issueIn does what IssueBulletin does, with what pages are set with.
func issueIn(
	ctx context.Context, d *desk.Desk, by *desk.Session, path string, now time.Time, with typesetting,
) (bulletin.Bulletin, error) {
	b, err := layOut(ctx, d, now, with)
	if err != nil {
		return bulletin.Bulletin{}, err
	}
	if b.Serial, err = d.NextBulletin(ctx); err != nil {
		return bulletin.Bulletin{}, err
	}
	if err := notBehind(ctx, d, b, path); err != nil {
		return bulletin.Bulletin{}, err
	}
	raw, err := bulletin.Pack(b, func(payload []byte) (seal.Signed, error) {
		return by.SignBulletin(ctx, b.Serial, payload)
	})
	if err != nil {
		return bulletin.Bulletin{}, err
	}
	if err := wholefile.Write(path, raw); err != nil {
		return bulletin.Bulletin{}, data.Refuse(data.ErrInvalid, "file.unwritable", filepath.Base(path))
	}
	return b, nil
}

// notBehind refuses to put a bulletin in the place of a newer one of the same unit: a database that has forgotten one
// was cut short or comes from an old back-up, and would bring withdrawn items back to the lobby.
func notBehind(ctx context.Context, d *desk.Desk, b bulletin.Bulletin, path string) error {
	fingerprint, err := d.Fingerprint(ctx)
	if err != nil {
		return err
	}
	return bulletin.MayReplace(path, fingerprint, b.Serial)
}

// records gathers what the public file says today but for the pages, and the items of which it has them, in the same
// order.
func records(ctx context.Context, d *desk.Desk, now time.Time) (bulletin.Bulletin, []data.Item, error) {
	b := bulletin.Bulletin{Issued: now.UTC().Format(time.RFC3339), LeftOut: []bulletin.LeftOut{}, Items: []bulletin.Item{}}
	if err := d.SoundFrame(ctx); err != nil {
		return b, nil, err
	}
	unit, err := d.Unit(ctx)
	if err != nil {
		return b, nil, err
	}
	b.Unit = unit.Name
	catalogue, err := d.Catalogue(ctx, "")
	if err != nil {
		return b, nil, err
	}
	shown, left, err := d.Public(ctx)
	if err != nil {
		return b, nil, err
	}
	for _, c := range catalogue.Categories {
		b.Categories = append(b.Categories, headOf(c))
	}
	opening, err := d.Opening(ctx)
	if err != nil {
		return b, nil, err
	}
	b.Office = opening.Keys[:min(len(opening.Keys), outbox.MostKeys)]
	for _, it := range shown {
		public := publicItem(it, catalogue)
		public.ClosedTo = slices.DeleteFunc(opening.ClosedTo(it.ID), func(place int) bool { return place >= len(b.Office) })
		b.Items = append(b.Items, public)
		if head := headOf(catalogue.CategoryOf(it.EntryCode)); !slices.Contains(b.Categories, head) {
			b.Categories = append(b.Categories, head)
		}
	}
	for _, l := range left {
		b.LeftOut = append(b.LeftOut, leftOut(l.Number, l.Why))
	}
	if b.Gone, err = goneNotices(ctx, d); err != nil {
		return b, nil, err
	}
	err = offer(ctx, d, &b)
	return b, shown, err
}

// offer puts in what the lobby offers beside reading, how what visitors sent stands, and whose signature is taken no more.
func offer(ctx context.Context, d *desk.Desk, b *bulletin.Bulletin) error {
	settings, err := d.Settings(ctx)
	if err != nil {
		return err
	}
	b.Offer = settings.Lobby
	for _, r := range settings.Rounds {
		if r.To >= d.Today() {
			b.Rounds = append(b.Rounds, r)
		}
	}
	if b.Replies, err = d.Replies(ctx); err != nil {
		return err
	}
	b.Revoked, err = d.RevokedCertificates(ctx)
	return err
}

// layOut gathers what is public and sets its pages.
func layOut(ctx context.Context, d *desk.Desk, now time.Time, with typesetting) (bulletin.Bulletin, error) {
	b, shown, err := records(ctx, d, now)
	if err != nil {
		return bulletin.Bulletin{}, err
	}
	calendar, err := d.Calendar(ctx)
	if err != nil {
		return bulletin.Bulletin{}, err
	}
	pictures := reports.PicturesOf(ctx, d.File)
	photos, set := space(mostPhotos), b.Items[:0]
	var laid []data.Item
	for i, it := range shown {
		doc, err := reports.NoticeOf(it, calendar.Between, pictures, with.faces)
		if err == nil && !photos.take(doc.Pages) {
			err = tooManyPictures(it.Number)
		}
		var refusal *data.Refusal
		switch {
		case errors.As(err, &refusal): // what came down must come down, though a picture of another item is gone
			b.LeftOut = append(b.LeftOut, leftOut(it.Number, refusal))
		case err != nil:
			return bulletin.Bulletin{}, err
		default:
			set, laid = append(set, b.Items[i].WithNotice(doc.Pages)), append(laid, it)
		}
	}
	b.Items = set
	for i, it := range laid { // after all notices, which go before any attachment
		if b.Items[i], err = with.attach(ctx, d, it, b.Items[i], &photos); err != nil {
			return bulletin.Bulletin{}, err
		}
	}
	return b, nil
}

// attach gives the public item with the pages of its attachments. One that cannot be shown, or does not fit the file any
// more, stands there with the reason: visitors can read it at the counter.
func (t typesetting) attach(ctx context.Context, d *desk.Desk, it data.Item, public bulletin.Item, photos *space) (bulletin.Item, error) {
	list, err := t.attached.pages(ctx, d, it, t.faces)
	if err != nil {
		return public, err
	}
	for _, a := range list {
		switch {
		case a.Why != nil:
			public = public.WithAttachment(a.Name, nil, a.Why.Code)
		case !photos.take(a.Pages):
			public = public.WithAttachment(a.Name, nil, "bulletin.large")
		default:
			public = public.WithAttachment(a.Name, a.Pages, "")
		}
	}
	return public, nil
}

// space is how many bytes of pictures still fit the public file.
type space int

// take takes the room that the pictures on the pages need, and tells whether there was enough.
func (r *space) take(pages []page.Page) bool {
	weight := space(weightOf(page.Document{Pages: pages}))
	if weight > *r {
		return false
	}
	*r -= weight
	return true
}

func tooManyPictures(number string) error {
	return data.Refuse(data.ErrRefused, "bulletin.pictures", number)
}

// leftOut names an item that the file does not hold; the lobby's own texts are Chinese, whatever the desk speaks. Which
// seal is broken, and whose, is said at the desk only: the file is for everybody, and the item may be for members.
func leftOut(number string, why error) bulletin.LeftOut {
	if errors.Is(why, data.ErrBroken) {
		why = data.Refuse(data.ErrBroken, "bulletin.seals")
	}
	return bulletin.LeftOut{Number: number, Why: words.For(words.Chinese).Error(why)}
}

// mostPhotos is how many bytes of pictures the public file holds; it may not be larger than the lobby reads.
const mostPhotos = bulletin.MostBytes / 2

// weightOf is how many bytes of pictures are in a document.
func weightOf(doc page.Document) int {
	bytes := 0
	for _, p := range doc.Pages {
		for _, f := range p.Figures {
			bytes += len(f.Image)
		}
	}
	return bytes
}

// goneNotices lists what came down, so that the lobby can say so of a notice that still hangs somewhere.
func goneNotices(ctx context.Context, d *desk.Desk) ([]bulletin.Gone, error) {
	down, err := d.GoneNotices(ctx)
	if err != nil {
		return nil, err
	}
	var gone []bulletin.Gone
	for _, g := range down {
		digest := g.Item.Digest()
		gone = append(gone, bulletin.Gone{
			Code: data.NoticeCodeOf(digest), Digest: digest, Number: g.Item.Number, State: g.Verdict.Reason,
			On: g.Verdict.On, Newer: g.Verdict.Newer,
		})
	}
	return gone, nil
}

func publicItem(it data.Item, catalogue data.Catalogue) bulletin.Item {
	title := data.OutsideCatalogue().Title
	if entry, ok := catalogue.Known(it.EntryCode); ok {
		title = entry.Title
	}
	public := bulletin.Item{
		Number: it.Number, Title: it.Title, Kind: it.Kind, Category: catalogue.CategoryOf(it.EntryCode).Code, Entry: title,
		Audience: it.Audience, From: it.PublishedOn(), To: it.To, First: it.From,
	}
	if s, ok := data.SealOf(it); ok {
		public = public.Sealed(s)
	}
	return public
}

// headOf is a category as the public file has it.
func headOf(c data.Category) bulletin.Category {
	return bulletin.Category{Code: c.Code, Title: c.Title, Short: c.Short}
}
