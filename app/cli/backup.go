package cli

import (
	"errors"

	"gongkailan/data/desk"
)

// backupCommand makes a back-up of the database and the kept files. It needs no sign-in: who can read the database can
// copy it, and keys lie in it only under their owners' passwords.
type backupCommand struct {
	Out string `required:"" help:"The back-up to write." placeholder:"FILE.gkbak"`
}

type backupDocument struct {
	File    string   `json:"file"`
	Bytes   int64    `json:"bytes"`
	Files   int      `json:"files"`
	LeftOut []string `json:"left_out"`
}

// Run makes the back-up; damaged kept files are left out and named, and then it fails.
func (b *backupCommand) Run(c *call) error {
	return c.with(func(d *desk.Desk) error {
		if err := c.mayReplace(b.Out); err != nil {
			return err
		}
		made, err := d.Backup(c.ctx, b.Out)
		if err != nil {
			return err
		}
		c.say("cli.backup.done", made.Path, made.Files)
		if err := c.document(backupDocument{made.Path, made.Size, made.Files, append([]string{}, made.LeftOut...)}); err != nil {
			return err
		}
		for _, digest := range made.LeftOut {
			c.say("cli.backup.left", digest)
		}
		if len(made.LeftOut) > 0 {
			return errSaid
		}
		return nil
	})
}

// restoreCommand makes a new database from a back-up. It is named by --db, as every database is.
type restoreCommand struct {
	File string `arg:"" help:"The back-up to restore."`
}

type restoreDocument struct {
	DB     string `json:"db"`
	Unit   string `json:"unit"`
	Made   string `json:"made"`
	Files  int    `json:"files"`
	OK     bool   `json:"ok"`
	Broken int    `json:"broken"`
}

// Run restores the back-up and checks every signature in it. It fails where any does not hold; the database is there
// all the same, since the one that was backed up was no better.
func (r *restoreCommand) Run(c *call) error {
	path, err := c.database()
	if err != nil {
		return err
	}
	made, err := desk.Restore(c.ctx, r.File, path)
	if err != nil {
		return err
	}
	c.say("cli.restore.done", made.Unit, made.Made, path)
	d, err := desk.Open(c.ctx, path, c.options())
	if err != nil {
		return err
	}
	v, err := d.Verify(c.ctx)
	if err = errors.Join(err, d.Close()); err != nil {
		return err
	}
	doc := restoreDocument{DB: path, Unit: made.Unit, Made: made.Made, Files: made.Files, OK: v.OK, Broken: len(v.Broken)}
	if err := c.document(doc); err != nil {
		return err
	}
	if !v.OK {
		c.say("cli.restore.broken", len(v.Broken))
		return errSaid
	}
	return nil
}
