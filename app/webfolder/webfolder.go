// Package webfolder makes the folder of web pages of what is published, for a file share or a web server.
//
// The desk's menu and the command line make the same pages; here is what they share. It knows no window: who asks says
// where the folder is, and shows what became of it.
package webfolder

import (
	"context"
	"path/filepath"
	"time"

	"gongkailan/app/words"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/reports/web"
)

// Job is what pages are made, and from what.
type Job struct {
	Desk     *desk.Desk
	Channel  data.Channel // data.Internet: only what is for the whole society; data.LAN: also what is for the staff
	Language string       // of the words around the items
	Now      time.Time
}

// Made is what a folder holds, and what was left out because its signatures do not hold.
type Made struct {
	web.Made
	Dir  string // absolute
	Left []desk.LeftOut
}

// Into makes the pages in the folder; see web.Write. As for a bulletin, unit and catalogue must be as they were signed.
func (j Job) Into(ctx context.Context, dir string) (Made, error) {
	in, left, err := j.input(ctx)
	if err != nil {
		return Made{}, err
	}
	if dir, err = filepath.Abs(dir); err != nil {
		return Made{}, err
	}
	made, err := web.Write(ctx, dir, in)
	return Made{made, dir, left}, err
}

func (j Job) input(ctx context.Context) (web.Input, []desk.LeftOut, error) {
	in := web.Input{
		Channel: j.Channel, At: j.Now, Language: j.Language, Words: words.For(j.Language),
		Attachment: func(digest string) ([]byte, error) { return j.Desk.File(ctx, data.Attachment{Digest: digest}) },
	}
	if err := j.Desk.SoundFrame(ctx); err != nil {
		return in, nil, err
	}
	var err error
	if in.Unit, err = j.Desk.Unit(ctx); err != nil {
		return in, nil, err
	}
	if in.Key, err = j.Desk.Fingerprint(ctx); err != nil {
		return in, nil, err
	}
	if in.Catalogue, err = j.Desk.Catalogue(ctx, ""); err != nil {
		return in, nil, err
	}
	if in.Offices, err = j.Desk.Offices(ctx); err != nil {
		return in, nil, err
	}
	calendar, err := j.Desk.Calendar(ctx)
	if err != nil {
		return in, nil, err
	}
	in.WorkingDays = calendar.Between
	var left []desk.LeftOut
	in.Items, left, err = j.Desk.Online(ctx, j.Channel)
	return in, left, err
}

// Record records for every item of the folder that the channel has been used (S7), where that is not recorded for its
// version yet and the person may do it. It gives how many were recorded.
func (m Made) Record(ctx context.Context, d *desk.Desk, by *desk.Session, channel data.Channel, evidence string) (int, error) {
	recorded := 0
	for _, it := range m.Items {
		if data.MayRecordUse(it, by.Person(), d.Today()) != nil {
			continue
		}
		uses, err := d.Uses(ctx, it.ID)
		if err != nil {
			return recorded, err
		}
		if stands(uses, it.Version, channel) {
			continue
		}
		use := data.Use{Channel: channel, On: d.Today(), Place: m.Dir, Evidence: evidence}
		if _, err := by.RecordUse(ctx, it, use); err != nil {
			return recorded, err
		}
		recorded++
	}
	return recorded, nil
}

func stands(uses []data.ItemUse, version int, channel data.Channel) bool {
	for _, u := range uses {
		if u.Channel == channel && u.Version == version && u.Ended == nil {
			return true
		}
	}
	return false
}
