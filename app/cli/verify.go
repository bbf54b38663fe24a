package cli

import (
	"strconv"

	"gongkailan/data/desk"
)

// verifyCommand checks every signature and the whole chain.
type verifyCommand struct{}

type verifyDocument struct {
	OK      bool        `json:"ok"`
	Records int         `json:"records"`
	Broken  []brokenRow `json:"broken"`
}

type brokenRow struct {
	Record string `json:"record"`
	Number string `json:"number"`
	Why    string `json:"why"`
}

// Run names what is broken and then fails.
func (v *verifyCommand) Run(c *call) error {
	return c.with(func(d *desk.Desk) error {
		result, err := d.Verify(c.ctx)
		if err != nil {
			return err
		}
		doc := verifyDocument{OK: result.OK, Records: result.Records, Broken: []brokenRow{}}
		for _, b := range result.Broken {
			row := brokenRow{Number: b.Number, Why: c.words.Error(b.Why)}
			if b.Record > 0 {
				row.Record = strconv.FormatInt(b.Record, 10)
			}
			doc.Broken = append(doc.Broken, row)
			c.say("cli.verify.broken", row.Number, row.Record, row.Why)
		}
		if err := c.document(doc); err != nil {
			return err
		}
		if !result.OK {
			return errSaid
		}
		if result.Fingerprint == "" {
			c.say("cli.verify.unfounded")
			return nil
		}
		c.print("%s", c.words.T("cli.verify.ok", result.Records, result.Fingerprint))
		return nil
	})
}
