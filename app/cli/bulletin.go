package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/reports/bulletin"
)

type bulletinCommands struct {
	Issue  bulletinIssue  `cmd:"" help:"Make the public file of what is public now."`
	Verify bulletinVerify `cmd:"" help:"Check a public file."`
	Show   bulletinShow   `cmd:"" help:"Show what a public file holds."`
}

type bulletinIssue struct {
	Out []string `required:"" help:"The file to write, or a folder, where it has the name of the database; may be given several times." placeholder:"FILE" sep:"none"`
}

// Run issues the bulletin; what does not hold in its signatures is left out and named.
func (b *bulletinIssue) Run(c *call) error {
	return c.with(func(d *desk.Desk) error {
		paths, err := b.paths(c, d)
		if err != nil {
			return err
		}
		session, err := c.signIn(d)
		if err != nil {
			return err
		}
		issued, err := c.Issue(c.ctx, d, session, paths[0], c.Now())
		if err != nil {
			return err
		}
		if err := c.copyTo(paths[0], paths[1:]); err != nil {
			return err
		}
		return c.showBulletin(issued)
	})
}

// paths gives the files to write. Before anything is signed it refuses what may not be replaced: a file that is none of
// ours, and a public file of this unit that is newer.
func (b *bulletinIssue) paths(c *call, d *desk.Desk) ([]string, error) {
	fingerprint, err := d.Fingerprint(c.ctx)
	if err != nil {
		return nil, err
	}
	next, err := d.NextBulletin(c.ctx)
	if err != nil {
		return nil, err
	}
	usual := strings.TrimSuffix(filepath.Base(d.Path()), filepath.Ext(d.Path())) + ".gkb"
	var paths []string
	for _, path := range b.Out {
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			path = filepath.Join(path, usual)
		}
		if err := c.mayReplace(path); err != nil {
			return nil, err
		}
		if err := bulletin.MayReplace(path, fingerprint, next); err != nil {
			return nil, err
		}
		paths = append(paths, path)
	}
	return paths, nil
}

// copyTo puts the same bytes at further places. It goes on after one that cannot be written, and names it.
func (c *call) copyTo(from string, paths []string) error {
	if len(paths) == 0 {
		return nil
	}
	raw, err := os.ReadFile(from)
	if err != nil {
		return data.Refuse(data.ErrInvalid, "file.unreadable", filepath.Base(from))
	}
	failed := error(nil)
	for _, path := range paths {
		if err := c.put(path, raw); err != nil {
			fmt.Fprintln(c.Err, c.words.Error(err))
			failed = errSaid
		}
	}
	return failed
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

// printAttachments lists the files that belong to an item, with their pages.
func (c *call) printAttachments(b bulletin.Bulletin, number string) {
	for _, it := range b.Items {
		if it.Number != number {
			continue
		}
		for _, a := range it.Attachments {
			key := "cli.bulletin.attachment"
			if a.Sheets == 0 {
				key = "cli.bulletin.unshown"
			}
			c.print("    %s", c.words.T(key, a.Name, a.Sheets))
		}
	}
}

func (c *call) showBulletin(b bulletin.Bulletin) error {
	s := b.Summary()
	c.print("%s  %s  %s", s.Unit, c.words.T("cli.bulletin.serial", s.Serial), s.Issued)
	for _, it := range s.Items {
		c.print("%s  %s  %s – %s", it.Number, it.Title, it.From, it.To)
		c.printAttachments(b, it.Number)
	}
	for _, l := range s.LeftOut {
		c.say("cli.bulletin.left", l.Number, l.Why)
	}
	return c.document(s)
}
