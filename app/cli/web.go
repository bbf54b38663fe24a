package cli

import (
	"strings"

	"gongkailan/app/webfolder"
	"gongkailan/data"
	"gongkailan/data/desk"
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
		job := webfolder.Job{Desk: d, Channel: data.Channel(m.For), Language: m.Language, Now: c.Now()}
		made, err := job.Into(c.ctx, m.Out)
		if err != nil {
			return err
		}
		if len(made.Altered) > 0 {
			c.say("cli.web.altered", len(made.Altered), strings.Join(made.Altered, " "))
		}
		return m.answer(c, made)
	})
}

func (m *webCommand) answer(c *call, made webfolder.Made) error {
	a := webAnswer{Dir: made.Dir, Files: made.Files, Items: []webItem{}, LeftOut: []webLeftOut{}}
	for _, it := range made.Items {
		a.Items = append(a.Items, webItem{it.Number, it.Title})
		c.print("%s  %s", it.Number, it.Title)
	}
	for _, l := range made.Left {
		a.LeftOut = append(a.LeftOut, webLeftOut{l.Number, c.words.Error(l.Why)})
	}
	for _, l := range made.LeftOut {
		a.LeftOut = append(a.LeftOut, webLeftOut{l.Number, c.words.Error(l.Why)})
	}
	for _, l := range a.LeftOut {
		c.say("cli.web.left", l.Number, l.Why)
	}
	c.print("%s", c.words.T("cli.web.files", len(a.Items), a.Files))
	c.say("cli.wrote", made.Dir)
	return c.document(a)
}
