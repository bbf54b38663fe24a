package cli

import (
	"gongkailan/data"
	"gongkailan/data/intake"
	"gongkailan/reports"
)

// typesetCommand lays a text out as a notice.
type typesetCommand struct {
	File string `arg:"" help:"The text; its first line is the title."`
	Out  string `help:"The PDF to write." placeholder:"FILE.pdf"`
	Font string `help:"A TrueType face for the body in place of the embedded one." placeholder:"FILE.ttf"`

	FullWidth bool `help:"Correct the half-width marks inside Chinese text; without it they are only told."`
	styleFlags
	facesOption
}

// Run writes the PDF and, with --json, prints where each line stands.
func (t *typesetCommand) Run(c *call) error {
	raw, err := c.read(t.File)
	if err != nil {
		return err
	}
	text, err := intake.Decode(raw)
	if err != nil {
		return err
	}
	text = t.marks(c, text)
	faces, err := t.faces(c, true, t.Font)
	if err != nil {
		return err
	}
	doc, err := reports.Typeset(text, t.style(), faces)
	if err != nil {
		return err
	}
	if t.Out != "" {
		if err := c.writePDF(t.Out, doc, faces); err != nil {
			return err
		}
	}
	out := reports.Lines(doc)
	for _, p := range out.Pages {
		for _, l := range p.Lines {
			if t.Out == "" {
				c.print("%s", l.Text)
			}
		}
	}
	return c.document(out)
}

// marks tells of the half-width marks inside Chinese text, a line each on the error stream, or corrects them where that
// was asked for: nothing in a text changes unless somebody wants it.
func (t *typesetCommand) marks(c *call, text string) string {
	found := data.HalfWidthMarks(text)
	if len(found) == 0 {
		return text
	}
	if t.FullWidth {
		c.say("cli.typeset.corrected", len(found))
		return data.CorrectMarks(text, found)
	}
	for _, m := range found {
		key := "cli.typeset.mark"
		if m.To == "" {
			key = "cli.typeset.stray"
		}
		c.say(key, m.Line, m.From, m.To, m.Before, m.After)
	}
	c.say("cli.typeset.hint", len(found))
	return text
}
