package catalog

import (
	"bytes"
	"context"
	"errors"

	"gongkailan/app/ui"
	"gongkailan/assets"
	"gongkailan/data"
	"gongkailan/data/intake"
	"gongkailan/reports"
)

// adopted is a catalogue that came into force, and why the lobby does not know it yet.
type adopted struct {
	catalogue data.Catalogue
	late      error
}

// adopt puts a catalogue in force from today. The lobby's heads come from it, so the bulletin is issued anew; where
// this person may not sign one, the next that is issued brings it.
func (c *Catalog) adopt(wanted func(context.Context) (data.Catalogue, error), then func(done bool)) {
	today := c.today()
	c.busy = true
	ui.Load(c.worker, func(ctx context.Context) (adopted, error) {
		catalogue, err := wanted(ctx)
		if err != nil {
			return adopted{}, err
		}
		catalogue.From = today
		if catalogue, err = c.env.Session.ImportCatalogue(ctx, catalogue); err != nil {
			return adopted{}, err
		}
		return adopted{catalogue, c.env.Changed(ctx, c.env.Session)}, nil
	}, func(a adopted, err error) {
		w := c.env.Words
		c.busy = false
		switch {
		case err != nil:
			c.refuse(err)
		case a.late != nil:
			c.env.Notices.Refused(w.T("catalog.late", a.catalogue.Version, w.Error(a.late)))
		default:
			c.env.Notices.Done(w.T("catalog.adopted", a.catalogue.Version))
		}
		then(err == nil)
	})
}

// Import asks for a plan and shows what it was read as.
func (c *Catalog) Import() {
	c.env.Files.Open([]string{".txt", ".docx", ".xlsx"}, c.taken)
}

// reading is a plan as read, and the catalogue whose defaults its entries take.
type reading struct {
	plan    intake.Plan
	current data.Catalogue
}

// taken reads the plan beside the main goroutine: a workbook or document may be large.
func (c *Catalog) taken(name string, raw []byte, err error) {
	if c.busy {
		return
	}
	c.busy = true
	ui.Load(c.worker, func(ctx context.Context) (reading, error) {
		if err != nil {
			return reading{}, err
		}
		plan, err := intake.ReadPlan(raw)
		if err != nil {
			return reading{}, err
		}
		current, err := c.env.Desk.Catalogue(ctx, "")
		if errors.Is(err, data.ErrNotFound) {
			current, err = data.ReadCatalogue(assets.DefaultCatalogue())
		}
		return reading{plan, current}, err
	}, func(r reading, err error) {
		c.busy = false
		if err != nil {
			c.refuse(err)
			return
		}
		c.showReview(name, r)
	})
}

// Export writes the catalogue in force into a workbook and opens it.
func (c *Catalog) Export() {
	r, w := c.read, c.env.Words
	if !r.there {
		c.env.Notices.Refused(w.T("catalog.none"))
		return
	}
	ui.Load(c.writer, func(context.Context) (string, error) {
		var book bytes.Buffer
		if err := reports.CatalogueBook(&book, r.unit, r.catalogue, r.offices); err != nil {
			return "", err
		}
		return c.env.Files.Save(w.T("catalog.file", r.catalogue.Version)+".xlsx", book.Bytes())
	}, func(path string, err error) {
		if err != nil {
			c.refuse(err)
			return
		}
		c.env.Notices.DoneWith(w.T("catalog.saved", path), w.T("file.folder"), c.folder)
	})
}

// folder shows where workbooks are written.
func (c *Catalog) folder() {
	if err := c.env.Files.ShowFolder(); err != nil {
		c.refuse(err)
	}
}
