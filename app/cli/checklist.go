package cli

import (
	"bytes"

	"gongkailan/data/desk"
	"gongkailan/reports"
)

type checklistCommand struct {
	Export checklistExport `cmd:"" help:"Write the six-head checklist that inspectors take along."`
}

type checklistExport struct {
	Out string `required:"" help:"The workbook to write." placeholder:"FILE.xlsx"`
}

// Run writes the checklist with its evidence columns filled from the records.
func (e *checklistExport) Run(c *call) error {
	return c.with(func(d *desk.Desk) error {
		book, err := checklistOf(c, d)
		if err != nil {
			return err
		}
		return c.write(e.Out, book)
	})
}

func checklistOf(c *call, d *desk.Desk) ([]byte, error) {
	f, err := c.frame(d)
	if err != nil {
		return nil, err
	}
	listed, err := d.Items(c.ctx, desk.Filter{})
	if err != nil {
		return nil, err
	}
	settings, err := d.Settings(c.ctx)
	if err != nil {
		return nil, err
	}
	in := reports.ChecklistInput{
		Unit: f.unit, On: d.Today(), Catalogue: f.catalogue, Offices: f.offices,
		WorkingDays: f.calendar.Between, Clocks: settings.Clocks,
	}
	for _, row := range listed { // lists come without steps
		it, err := d.Item(c.ctx, row.Number)
		if err != nil {
			return nil, err
		}
		in.Items = append(in.Items, it)
	}
	var book bytes.Buffer
	if err := reports.Checklist(&book, in); err != nil {
		return nil, err
	}
	return book.Bytes(), nil
}
