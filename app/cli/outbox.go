package cli

import (
	"gongkailan/app/postbag"
	"gongkailan/data/desk"
)

type outboxCommands struct {
	Import outboxImport `cmd:"" help:"Take in what visitors sent at the lobby's screen."`
}

// outboxImport brings visitors' sealed messages home.
type outboxImport struct {
	Dir string `arg:"" help:"The folder with the messages, on a stick or a file share." placeholder:"DIR"`
}

// outboxDocument is what became of the files, as JSON; the keys are a contract.
type outboxDocument struct {
	Imported []outboxRow  `json:"imported"`
	Ballots  int          `json:"ballots"`
	Already  int          `json:"already"`
	Refused  []outboxLeft `json:"refused"`
}

type outboxRow struct {
	Number string `json:"number"`
	Kind   string `json:"kind"`
}

type outboxLeft struct {
	File string `json:"file"`
	Why  string `json:"why"`
}

// Run takes the messages in as the person of --as, to whom they must be sealed. Files that were not taken in are named
// and stay where they are; then it fails.
func (o *outboxImport) Run(c *call) error {
	return c.with(func(d *desk.Desk) error {
		session, err := c.signIn(d)
		if err != nil {
			return err
		}
		fetched, err := postbag.Bag{By: session, Folder: o.Dir}.Fetch(c.ctx, func(int, int) {})
		if err != nil {
			return err
		}
		return c.showFetched(fetched)
	})
}

func (c *call) showFetched(f postbag.Fetched) error {
	doc := outboxDocument{Imported: []outboxRow{}, Ballots: f.Ballots, Already: f.Already, Refused: []outboxLeft{}}
	for _, m := range f.Imported {
		doc.Imported = append(doc.Imported, outboxRow{m.Number, string(m.Kind)})
		c.print("%s  %s", m.Number, c.words.T("message.kind."+string(m.Kind)))
	}
	for _, l := range f.Refused {
		doc.Refused = append(doc.Refused, outboxLeft{l.File, c.words.Error(l.Why)})
		c.say("cli.outbox.left", l.File, c.words.Error(l.Why))
	}
	c.say("cli.outbox.done", len(f.Imported), f.Ballots, f.Already, len(f.Refused))
	if err := c.document(doc); err != nil {
		return err
	}
	if len(f.Refused) > 0 {
		return errSaid
	}
	return nil
}
