package cli

import (
	"gongkailan/data/intake"
	"gongkailan/reports"
	"gongkailan/reports/page"
)

// typesetCommand lays a text out as a notice.
type typesetCommand struct {
	File string `arg:"" help:"The text; its first line is the title."`
	Out  string `help:"The PDF to write." placeholder:"FILE.pdf"`
	Font string `help:"A TrueType face for the body in place of the embedded one." placeholder:"FILE.ttf"`
}

// typesetDocument is the laid-out text as JSON; the keys are a contract.
type typesetDocument struct {
	Pages []typesetPage `json:"pages"`
}

type typesetPage struct {
	Lines []typesetLine `json:"lines"`
}

type typesetLine struct {
	Text string    `json:"text"`
	X    float64   `json:"x_mm"`
	Y    float64   `json:"y_mm"`
	Size float64   `json:"size_pt"`
	Face page.Face `json:"face"`
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
	out := typesetDocument{Pages: []typesetPage{}}
	for _, p := range doc.Pages {
		lines := []typesetLine{}
		for _, l := range p.Lines {
			lines = append(lines, typesetLine{l.Text, l.X, l.Y, l.Size, l.Face})
			if t.Out == "" {
				c.print("%s", l.Text)
			}
		}
		out.Pages = append(out.Pages, typesetPage{lines})
	}
	return c.document(out)
}
