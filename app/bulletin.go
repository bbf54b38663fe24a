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
	return issueIn(ctx, d, by, path, now, facesOf(unit.Demo, d.Path()))
}

// issueIn does what IssueBulletin does, the pages measured with the faces that the office prints in: the lobby's lines
// are those of the wall, though it paints them with the embedded faces.
func issueIn(
	ctx context.Context, d *desk.Desk, by *desk.Session, path string, now time.Time, faces *face.Set,
) (bulletin.Bulletin, error) {
	b, err := layOut(ctx, d, now, faces)
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
	for _, it := range shown {
		b.Items = append(b.Items, publicItem(it, catalogue))
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

// offer puts in what the lobby offers beside reading, and whose signature it takes no more.
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
	b.Revoked, err = d.RevokedCertificates(ctx)
	return err
}

// layOut gathers what is public and sets its pages.
func layOut(ctx context.Context, d *desk.Desk, now time.Time, faces *face.Set) (bulletin.Bulletin, error) {
	b, shown, err := records(ctx, d, now)
	if err != nil {
		return bulletin.Bulletin{}, err
	}
	calendar, err := d.Calendar(ctx)
	if err != nil {
		return bulletin.Bulletin{}, err
	}
	pictures := reports.PicturesOf(ctx, d.File)
	photos, set := 0, b.Items[:0]
	for i, it := range shown {
		doc, err := reports.NoticeOf(it, calendar.Between, pictures, faces)
		photos += weightOf(doc)
		if err == nil && photos > mostPhotos {
			photos -= weightOf(doc)
			err = tooManyPictures(it.Number)
		}
		var refusal *data.Refusal
		switch {
		case errors.As(err, &refusal): // what came down must come down, though a picture of another item is gone
			b.LeftOut = append(b.LeftOut, leftOut(it.Number, refusal))
		case err != nil:
			return bulletin.Bulletin{}, err
		default:
			set = append(set, b.Items[i].WithNotice(doc.Pages))
		}
	}
	b.Items = set
	return b, nil
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
