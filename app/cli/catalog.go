package cli

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"

	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/intake"
	"gongkailan/reports"
)

type catalogCommands struct {
	Import   catalogImport   `cmd:"" help:"Take a catalogue from a plan's text, .docx or .xlsx."`
	Export   catalogExport   `cmd:"" help:"Write the catalogue into an Excel workbook or, by the ending .pdf, onto sheets for paper."`
	List     catalogList     `cmd:"" help:"List the catalogue in force."`
	Versions catalogVersions `cmd:"" help:"List the versions of the catalogue and what each changed."`
	Sets     catalogSets     `cmd:"" help:"List the ready catalogues that a unit can begin with."`
}

// catalogImport reads a plan and, unless --dry-run, makes it the catalogue in force from today.
type catalogImport struct {
	File    string `arg:"" help:"The plan: .txt, .docx or .xlsx."`
	DryRun  bool   `help:"Print what would be taken, skipped and corrected, and change nothing."`
	Correct bool   `help:"Take all suggested corrections; without it the plan's wording stays."`
}

// categoryRow and entryRow are the catalogue as JSON; the keys are a contract.
type categoryRow struct {
	Code  string `json:"code"`
	Title string `json:"title"`
}

type entryRow struct {
	Code     string `json:"code"`
	Title    string `json:"title"`
	Category string `json:"category"`
}

type catalogDocument struct {
	Categories  []categoryRow       `json:"categories"`
	Entries     []entryRow          `json:"entries"`
	Skipped     []intake.Skipped    `json:"skipped"`
	Corrections []intake.Correction `json:"corrections"`
}

func documentOf(c data.Catalogue) catalogDocument {
	doc := catalogDocument{
		Categories: []categoryRow{}, Entries: []entryRow{}, Skipped: []intake.Skipped{}, Corrections: []intake.Correction{},
	}
	for _, k := range c.Categories {
		doc.Categories = append(doc.Categories, categoryRow{k.Code, k.Title})
	}
	for _, e := range c.Entries {
		doc.Entries = append(doc.Entries, entryRow{e.Code, e.Title, e.Category})
	}
	return doc
}

// Run prints what was taken, skipped and corrected; a plan that cannot be read changes nothing. A dry run shows what the
// import would store, with the defaults that the entries would get.
func (i *catalogImport) Run(c *call) error {
	raw, err := c.read(i.File)
	if err != nil {
		return err
	}
	plan, err := intake.ReadPlan(raw)
	if err != nil {
		return err
	}
	wanted := plan.Catalogue
	if i.Correct {
		wanted = plan.Accept()
	}
	taken, err := i.take(c, plan, wanted)
	if err != nil {
		return err
	}
	c.printCatalogue(taken)
	for _, s := range plan.Skipped {
		c.print("- %d: %s (%s)", s.Line, s.Text, c.words.Why(s.Why))
	}
	for _, x := range plan.Corrections {
		c.print("? %d: %s → %s", x.Line, x.From, x.To)
	}
	c.say("cli.catalog.read", len(taken.Categories), len(taken.Entries), len(plan.Skipped), len(plan.Corrections))
	if len(plan.Corrections) > 0 && !i.Correct {
		c.say("cli.catalog.typos")
	}
	doc := documentOf(taken)
	doc.Skipped = append(doc.Skipped, plan.Skipped...)
	doc.Corrections = append(doc.Corrections, plan.Corrections...)
	return c.document(doc)
}

// take makes the plan the catalogue in force, or in a dry run tells what it would be. A dry run needs no database; with
// one, the entries get the defaults of the catalogue there.
func (i *catalogImport) take(c *call, plan intake.Plan, wanted data.Catalogue) (data.Catalogue, error) {
	if i.DryRun && c.DB == "" {
		usual, err := usualCatalogue()
		return plan.WithDefaultsOf(wanted, usual), err
	}
	var taken data.Catalogue
	err := c.with(func(d *desk.Desk) error {
		current, err := d.Catalogue(c.ctx, "")
		if errors.Is(err, data.ErrNotFound) {
			current, err = usualCatalogue()
		}
		if err != nil {
			return err
		}
		offices, err := d.Offices(c.ctx)
		if err != nil {
			return err
		}
		var unknown []string
		if taken, unknown = plan.WithOffices(plan.WithDefaultsOf(wanted, current), offices); len(unknown) > 0 {
			c.say("cli.catalog.offices", strings.Join(unknown, c.words.T("cli.and")))
		}
		if i.DryRun {
			return nil
		}
		taken.From = d.Today()
		taken, err = c.adopt(d, taken, filepath.Base(i.File))
		return err
	})
	return taken, err
}

// adopt puts a catalogue in force and notes which file it came from. Before the unit has people, nobody has to sign in
// for it.
func (c *call) adopt(d *desk.Desk, wanted data.Catalogue, from string) (data.Catalogue, error) {
	founded, err := d.Founded(c.ctx)
	if err != nil {
		return data.Catalogue{}, err
	}
	if !founded {
		c.say("cli.catalog.unfounded")
		return d.ImportCatalogue(c.ctx, wanted)
	}
	session, err := c.signIn(d)
	if err != nil {
		return data.Catalogue{}, err
	}
	return session.ReviseCatalogue(c.ctx, desk.Revision{Catalogue: wanted, Note: from})
}

func (c *call) printCatalogue(catalogue data.Catalogue) {
	for _, k := range catalogue.Categories {
		c.print("%s  %s", k.Code, k.Title)
		for _, e := range catalogue.Entries {
			if e.Category == k.Code {
				c.print("  %-4s %s (%s, %s, %s)", e.Code, e.Title, c.words.T("mode."+string(e.Mode)),
					c.words.T("audience."+string(e.Audience)), c.words.T("decision."+string(e.Decision)))
			}
		}
	}
}

type catalogExport struct {
	Out string `required:"" help:"The workbook or PDF to write." placeholder:"FILE.xlsx|FILE.pdf"`
	facesOption
}

// Run writes the catalogue in force into a workbook that import reads back, or onto sheets for paper.
func (e *catalogExport) Run(c *call) error {
	return c.with(func(d *desk.Desk) error {
		f, err := c.frame(d)
		if err != nil {
			return err
		}
		if strings.EqualFold(filepath.Ext(e.Out), ".pdf") {
			faces, err := e.faces(c, f.unit.Demo, "")
			if err != nil {
				return err
			}
			return c.writePDF(e.Out, reports.CatalogueList(f.unit, f.catalogue, f.offices, faces), faces)
		}
		var book bytes.Buffer
		if err := reports.CatalogueBook(&book, f.unit, f.catalogue, f.offices); err != nil {
			return err
		}
		return c.write(e.Out, book.Bytes())
	})
}

type catalogList struct {
	On string `help:"The catalogue in force on that day." placeholder:"DATE"`
}

// Run prints the catalogue in force today or on a day.
func (l *catalogList) Run(c *call) error {
	var on data.Date
	if l.On != "" {
		var err error
		if on, err = data.ParseDate(l.On); err != nil {
			return err
		}
	}
	return c.with(func(d *desk.Desk) error {
		catalogue, err := d.Catalogue(c.ctx, on)
		if err != nil {
			return err
		}
		c.printCatalogue(catalogue)
		return c.document(documentOf(catalogue))
	})
}
