package cli

import (
	"path/filepath"
	"strings"

	"gongkailan/app/words"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/reports/web"
)

// webCommand makes a folder of web pages.
type webCommand struct {
	Out      string `required:"" help:"The folder for the pages; made where it is missing." placeholder:"DIR"`
	For      string `help:"Who will read it: internet, only what is for the whole society; lan, also what is for the staff." default:"internet" enum:"internet,lan"`
	Language string `help:"Language of the pages: zh or en; the items stay as they are." default:"zh" enum:"zh,en"`
}

// webAnswer is what was made, as JSON.
type webAnswer struct {
	Dir     string       `json:"dir"`
	Files   int          `json:"files"`
	Items   []webItem    `json:"items"`
	LeftOut []webLeftOut `json:"left_out"`
}

type webItem struct {
	Number string `json:"number"`
	Title  string `json:"title"`
}

type webLeftOut struct {
	Number string `json:"number"`
	Why    string `json:"why"`
}

// Run makes the pages of what is published now; what does not hold in its signatures is left out and named.
func (m *webCommand) Run(c *call) error {
	return c.with(func(d *desk.Desk) error {
		in, left, err := m.input(c, d)
		if err != nil {
			return err
		}
		dir, err := filepath.Abs(m.Out)
		if err != nil {
			return err
		}
		made, err := web.Write(c.ctx, dir, in)
		if err != nil {
			return err
		}
		if len(made.Altered) > 0 {
			c.say("cli.web.altered", len(made.Altered), strings.Join(made.Altered, " "))
		}
		return m.answer(c, dir, made, left)
	})
}

// input gathers what the pages are made from. As for a bulletin, unit and catalogue must be as they were signed.
func (m *webCommand) input(c *call, d *desk.Desk) (web.Input, []desk.LeftOut, error) {
	if err := d.SoundFrame(c.ctx); err != nil {
		return web.Input{}, nil, err
	}
	f, err := c.frame(d)
	if err != nil {
		return web.Input{}, nil, err
	}
	key, err := d.Fingerprint(c.ctx)
	if err != nil {
		return web.Input{}, nil, err
	}
	channel := data.Channel(m.For)
	items, left, err := d.Online(c.ctx, channel)
	return web.Input{
		Unit: f.unit, Key: key, Catalogue: f.catalogue, Offices: f.offices, Items: items, Channel: channel, At: c.Now(),
		Language: m.Language, Words: words.For(m.Language), WorkingDays: f.calendar.Between,
		Attachment: func(digest string) ([]byte, error) { return d.File(c.ctx, data.Attachment{Digest: digest}) },
	}, left, err
}

func (m *webCommand) answer(c *call, dir string, made web.Made, left []desk.LeftOut) error {
	a := webAnswer{Dir: dir, Files: made.Files, Items: []webItem{}, LeftOut: []webLeftOut{}}
	for _, it := range made.Items {
		a.Items = append(a.Items, webItem{it.Number, it.Title})
		c.print("%s  %s", it.Number, it.Title)
	}
	for _, l := range left {
		a.LeftOut = append(a.LeftOut, webLeftOut{l.Number, c.words.Error(l.Why)})
	}
	for _, l := range made.LeftOut {
		a.LeftOut = append(a.LeftOut, webLeftOut{l.Number, c.words.Error(l.Why)})
	}
	for _, l := range a.LeftOut {
		c.say("cli.web.left", l.Number, l.Why)
	}
	c.print("%s", c.words.T("cli.web.files", len(a.Items), a.Files))
	c.say("cli.wrote", dir)
	return c.document(a)
}
