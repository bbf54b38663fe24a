package cli

import (
	"gongkailan/data/intake"
	"gongkailan/reports"
)

// typesetCommand lays a text out as a notice.
type typesetCommand struct {
	File string `arg:"" help:"The text; its first line is the title."`
	Out  string `help:"The PDF to write." placeholder:"FILE.pdf"`
	Font string `help:"A TrueType face for the body in place of the embedded one." placeholder:"FILE.ttf"`
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
	faces, err := c.faces(t.Font)
	if err != nil {
		return err
	}
	doc, err := reports.Typeset(text, faces)
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
