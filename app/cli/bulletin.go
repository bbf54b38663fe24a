package cli

import (
	"fmt"

	"gongkailan/data/desk"
	"gongkailan/reports/bulletin"
)

type bulletinCommands struct {
	Issue  bulletinIssue  `cmd:"" help:"Make the public file of what is public now."`
	Verify bulletinVerify `cmd:"" help:"Check a public file."`
	Show   bulletinShow   `cmd:"" help:"Show what a public file holds."`
}

type bulletinIssue struct {
	Out string `required:"" help:"The file to write." placeholder:"FILE"`
}

// Run issues the bulletin; what does not hold in its signatures is left out and named.
func (b *bulletinIssue) Run(c *call) error {
	return c.with(func(d *desk.Desk) error {
		if err := c.mayReplace(b.Out); err != nil {
			return err
		}
		session, err := c.signIn(d)
		if err != nil {
			return err
		}
		issued, err := c.Issue(c.ctx, d, session, b.Out, c.Now())
		if err != nil {
			return err
		}
		return c.showBulletin(issued)
	})
}

type bulletinVerify struct {
	File    string `arg:"" help:"The public file."`
	UnitKey string `help:"The unit's fingerprint; a file of any other unit is refused." placeholder:"FINGERPRINT" name:"unit-key"`
}

// Run checks signature and content; it fails where anything is wrong.
func (b *bulletinVerify) Run(c *call) error { return c.readBulletin(b.File, b.UnitKey) }

type bulletinShow struct {
	File    string `arg:"" help:"The public file."`
	UnitKey string `help:"The unit's fingerprint; a file of any other unit is refused." placeholder:"FINGERPRINT" name:"unit-key"`
}

// Run shows what the file holds, which needs it to be sound as well.
func (b *bulletinShow) Run(c *call) error { return c.readBulletin(b.File, b.UnitKey) }

func (c *call) readBulletin(path, unitKey string) error {
	raw, err := c.read(path)
	if err != nil {
		return err
	}
	b, err := bulletin.Read(raw, unitKey)
	if err != nil {
		fmt.Fprintln(c.Err, c.words.Error(err))
		if err := c.document(bulletin.Summary{Items: []bulletin.ItemSummary{}, LeftOut: []bulletin.LeftOut{}}); err != nil {
			return err
		}
		return errSaid
	}
	c.say("cli.bulletin.key", b.Fingerprint)
	return c.showBulletin(b)
}

func (c *call) showBulletin(b bulletin.Bulletin) error {
	s := b.Summary()
	c.print("%s  %s  %s", s.Unit, c.words.T("cli.bulletin.serial", s.Serial), s.Issued)
	for _, it := range s.Items {
		c.print("%s  %s  %s – %s", it.Number, it.Title, it.From, it.To)
	}
	for _, l := range s.LeftOut {
		c.say("cli.bulletin.left", l.Number, l.Why)
	}
	return c.document(s)
}
