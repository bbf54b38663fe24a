package cli

import (
	"fmt"
	"path/filepath"

	"gongkailan/data/guard"
	"gongkailan/data/intake"
)

// guardCommand looks for personal data and secrecy marks in files. It needs no database.
type guardCommand struct {
	Files []string `arg:"" name:"file" help:"The files: text, CSV, HTML, .docx, .xlsx, .pdf and pictures (only what is written about them)."`
}

// guardRow is a finding as JSON; the keys are a contract.
type guardRow struct {
	File   string     `json:"file"`
	Line   int        `json:"line"`
	Where  string     `json:"where"`
	Kind   guard.Kind `json:"kind"`
	Text   string     `json:"text"`
	Masked string     `json:"masked"`
}

// Run lists what must not be published, and fails where there is anything or where a file cannot be read: one that nobody
// has looked into is not clean. For people the datum itself is not repeated, only its masked form.
func (g *guardCommand) Run(c *call) error {
	rows := []guardRow{}
	unread := 0
	for _, path := range g.Files {
		found, err := c.guarded(path)
		if err != nil {
			unread++
			fmt.Fprintf(c.Err, "%s: %s\n", filepath.Base(path), c.words.Error(err))
			continue
		}
		rows = append(rows, found...)
	}
	told := map[guard.Kind]bool{}
	for _, r := range rows {
		c.print("%s:%d\t%s\t%s\t%s", r.File, r.Line, c.words.Where(r.Where), c.words.T("guard.kind."+string(r.Kind)), r.Masked)
		told[r.Kind] = true
	}
	for _, kind := range guard.Kinds() {
		if told[kind] {
			c.print("%s", c.words.T("cli.guard.explain", c.words.T("guard.kind."+string(kind)), c.words.T("guard.why."+string(kind))))
		}
	}
	if err := c.document(rows); err != nil {
		return err
	}
	switch {
	case len(rows) > 0:
		c.say("cli.guard.found", len(rows))
		return errSaid
	case unread > 0:
		return errSaid
	}
	c.say("cli.guard.clean", len(g.Files))
	return nil
}

// guarded reads a file and gives what is found in it, in the order of the file.
func (c *call) guarded(path string) ([]guardRow, error) {
	raw, err := c.read(path)
	if err != nil {
		return nil, err
	}
	passages, err := intake.Passages(path, raw)
	if err != nil {
		return nil, err
	}
	var rows []guardRow
	for _, p := range passages {
		for _, f := range guard.Find(p.Text) {
			row := guardRow{File: path, Where: p.Where, Kind: f.Kind, Text: f.Text, Masked: f.Masked}
			if p.Line > 0 {
				row.Line = p.Line + f.Line - 1
			}
			rows = append(rows, row)
		}
	}
	return rows, nil
}
