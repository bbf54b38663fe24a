package cli

import (
	"bytes"
	"fmt"
	"strings"

	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/reports"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
	"gongkailan/reports/pdf"
)

type itemCommands struct {
	List itemList `cmd:"" help:"List items, the newest first."`
	Show itemShow `cmd:"" help:"Show one item with its steps."`
}

// itemRow is an item as JSON.
type itemRow struct {
	Number   string        `json:"number"`
	Version  int           `json:"version"`
	Title    string        `json:"title"`
	Entry    string        `json:"entry"`
	Status   data.Status   `json:"status"`
	Audience data.Audience `json:"audience"`
	From     data.Date     `json:"from"`
	To       data.Date     `json:"to"`
	Steps    []stepRow     `json:"steps,omitempty"`
	Body     string        `json:"body,omitempty"`
}

type stepRow struct {
	Act    data.Act       `json:"act"`
	Person string         `json:"person"`
	At     string         `json:"at"`
	Note   string         `json:"note"`
	Digest string         `json:"digest"`
	Seal   data.SealState `json:"seal"`
}

func rowOf(it data.Item, today data.Date) itemRow {
	return itemRow{
		Number: it.Number, Version: it.Version, Title: it.Title, Entry: it.EntryCode,
		Status: it.StatusOn(today), Audience: it.Audience, From: it.From, To: it.To,
	}
}

type itemShow struct {
	Number string `arg:"" help:"The item's number, e.g. 2026-0012."`
}

// Run prints one item with its text and steps.
func (s *itemShow) Run(c *call) error {
	return c.with(func(d *desk.Desk) error {
		it, err := d.Item(c.ctx, s.Number)
		if err != nil {
			return err
		}
		row := rowOf(it, d.Today())
		row.Body, row.Steps = it.Body, []stepRow{}
		c.print("%s  %s\n%s\n\n%s\n", it.Number, c.words.T("status."+string(row.Status)), it.Title, it.Body)
		for _, step := range it.Steps {
			at := step.At.In(data.Shanghai()).Format("2006-01-02 15:04")
			c.print("%s  %s  %s  %s", at, c.words.T("act."+string(step.Act)), step.Person, c.words.T("seal."+string(step.Seal)))
			row.Steps = append(row.Steps, stepRow{step.Act, step.Person, at, step.Note, step.Digest, step.Seal})
		}
		return c.document(row)
	})
}

type noticeCommand struct {
	Number string `arg:"" help:"The item's number."`
	Out    string `required:"" help:"The PDF to write." placeholder:"FILE.pdf"`
	Font   string `help:"A TrueType face for the body in place of the embedded one." placeholder:"FILE.ttf"`
	styleFlags
	facesOption
}

// Run writes the notice of the version that is up, or of the newest where none is. One whose seal is broken is refused.
func (n *noticeCommand) Run(c *call) error {
	return c.with(func(d *desk.Desk) error {
		faces, err := n.facesOf(c, d, n.Font)
		if err != nil {
			return err
		}
		it, err := soundItem(c, d, n.Number)
		if err != nil {
			return err
		}
		calendar, err := d.Calendar(c.ctx)
		if err != nil {
			return err
		}
		doc, err := reports.NoticeIn(n.style(), it, calendar.Between, reports.PicturesOf(c.ctx, d.File), faces)
		if err != nil {
			return err
		}
		return c.writePDF(n.Out, doc, faces)
	})
}

// soundItem reads the version that hangs, or the newest where none does, and checks its seals: what was changed by
// hand is not printed.
func soundItem(c *call, d *desk.Desk, number string) (data.Item, error) {
	it, err := d.Live(c.ctx, number)
	if err != nil {
		if it, err = d.Item(c.ctx, number); err != nil {
			return it, err
		}
	}
	return it, d.Sound(c.ctx, it)
}

type approvalCommand struct {
	Number string `arg:"" help:"The item's number."`
	Out    string `required:"" help:"The PDF to write." placeholder:"FILE.pdf"`
	facesOption
}

// Run writes the approval form of the item's newest version, broken seals shown as such.
func (a *approvalCommand) Run(c *call) error {
	return c.with(func(d *desk.Desk) error {
		faces, err := a.facesOf(c, d, "")
		if err != nil {
			return err
		}
		doc, err := approvalOf(c, d, a.Number, faces)
		if err != nil {
			return err
		}
		return c.writePDF(a.Out, doc, faces)
	})
}

func approvalOf(c *call, d *desk.Desk, number string, faces *face.Set) (page.Document, error) {
	it, err := d.Item(c.ctx, number)
	if err != nil {
		return page.Document{}, err
	}
	f, err := c.frame(d)
	if err != nil {
		return page.Document{}, err
	}
	return reports.ApprovalForm(reports.ApprovalInput{
		Unit: f.unit, Item: it, Catalogue: f.catalogue, Offices: f.offices, Today: d.Today(),
	}, faces), nil
}

func (c *call) writePDF(path string, doc page.Document, faces *face.Set) error {
	raw, err := c.paintPDF(doc, faces)
	if err != nil {
		return err
	}
	return c.write(path, raw)
}

// mostNamed is how many characters a message names.
const mostNamed = 10

// nameMissing tells which characters are not painted as themselves, because no face has them.
func (c *call) nameMissing(doc page.Document, faces *face.Set) {
	missing := faces.Missing(doc)
	if len(missing) == 0 {
		return
	}
	var names []string
	for _, r := range missing[:min(mostNamed, len(missing))] {
		names = append(names, fmt.Sprintf("%c（U+%04X）", r, r))
	}
	c.say("cli.missing", len(missing), strings.Join(names, "、"))
}

func (c *call) paintPDF(doc page.Document, faces *face.Set) ([]byte, error) {
	c.nameMissing(doc, faces)
	var out bytes.Buffer
	err := pdf.Write(&out, doc, faces, c.Now())
	return out.Bytes(), err
}
