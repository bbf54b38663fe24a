package catalog

import (
	"bytes"
	"context"
	"time"

	"gongkailan/app/ui"
	"gongkailan/assets"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/intake"
	"gongkailan/reports"
	"gongkailan/reports/pdf"
)

// adopted is a catalogue that was saved as a version, and why the lobby does not know it yet.
type adopted struct {
	catalogue data.Catalogue
	late      error
}

// revise saves a new version. The lobby's heads come from the catalogue, so the bulletin is issued anew; where this
// person may not sign one, the next that is issued brings it.
func (c *Catalog) revise(r desk.Revision, then func(done bool)) {
	c.busy = true
	ui.Load(c.worker, func(ctx context.Context) (adopted, error) {
		catalogue, err := c.env.Session.ReviseCatalogue(ctx, r)
		if err != nil || catalogue.From > c.today() {
			return adopted{catalogue: catalogue}, err
		}
		return adopted{catalogue, c.env.Changed(ctx, c.env.Session)}, nil
	}, func(a adopted, err error) {
		w := c.env.Words
		c.busy = false
		switch {
		case err != nil:
			c.refuse(err)
		case a.late != nil:
			c.env.Notices.Refused(c.env.Late(a.late, "catalog.late", a.catalogue.Version))
		case a.catalogue.From > c.today():
			c.env.Notices.Done(w.T("catalog.ahead", a.catalogue.Version, w.Date(a.catalogue.From)))
		default:
			c.env.Notices.Done(w.T("catalog.adopted", a.catalogue.Version))
		}
		then(err == nil)
	})
}

// unsaved tells, and says, that there are changes which have to be saved or given up first.
func (c *Catalog) unsaved() bool {
	if !c.settle() {
		return true
	}
	if c.draft == nil {
		return false
	}
	c.env.Notices.Refused(c.env.Words.T("catalog.savefirst"))
	return true
}

// Import asks for a plan and shows what it was read as.
func (c *Catalog) Import() {
	if !c.unsaved() {
		c.env.Files.Open([]string{".txt", ".docx", ".xlsx"}, c.taken)
	}
}

// taken reads the plan beside the main goroutine: a workbook or document may be large.
func (c *Catalog) taken(name string, raw []byte, err error) {
	if c.busy {
		return
	}
	c.busy = true
	ui.Load(c.worker, func(context.Context) (proposal, error) {
		if err != nil {
			return proposal{}, err
		}
		plan, err := intake.ReadPlan(raw)
		if err != nil {
			return proposal{}, err
		}
		current, err := c.current()
		return proposal{name: name, note: name, plan: plan, current: current}, err
	}, func(p proposal, err error) {
		c.busy = false
		if err != nil {
			c.refuse(err)
			return
		}
		c.showReview(p)
	})
}

// current is the catalogue whose defaults a plan takes: the newest version, the usual one where there is none.
func (c *Catalog) current() (data.Catalogue, error) {
	if newest := c.read.newest(); newest.Version > 0 {
		return newest, nil
	}
	return data.ReadCatalogue(assets.DefaultCatalogue())
}

// Export writes the catalogue that is shown into a workbook and opens it.
func (c *Catalog) Export() {
	w, r, shown := c.env.Words, c.read, c.saved()
	if c.tree.routine {
		c.write(w.T("catalog.routinefile")+".xlsx", func() ([]byte, error) {
			var book bytes.Buffer
			err := reports.RoutineBook(&book, c.routine())
			return book.Bytes(), err
		})
		return
	}
	c.write(w.T("catalog.file", shown.Version)+".xlsx", func() ([]byte, error) {
		var book bytes.Buffer
		err := reports.CatalogueBook(&book, r.unit, shown, r.offices)
		return book.Bytes(), err
	})
}

// ExportPaper lays the catalogue that is shown out on sheets for paper and opens them.
func (c *Catalog) ExportPaper() {
	w, r, shown, faces := c.env.Words, c.read, c.saved(), c.env.Faces
	name, made := w.T("catalog.file", shown.Version)+".pdf", c.env.Now()
	routine := c.tree.routine
	if routine {
		name = w.T("catalog.routinefile") + ".pdf"
	}
	c.write(name, func() ([]byte, error) {
		doc := reports.CatalogueList(r.unit, shown, r.offices, faces)
		if routine {
			doc = reports.RoutineList(c.routine(), faces)
		}
		var file bytes.Buffer
		err := pdf.Write(&file, doc, faces, made.Truncate(time.Second))
		return file.Bytes(), err
	})
}

// saved is what is shown, without what is not saved yet: paper and workbooks carry what is signed.
func (c *Catalog) saved() data.Catalogue {
	if c.draft != nil {
		return c.draft.base
	}
	return c.shown()
}

// routine is the list of what is due as a report takes it.
func (c *Catalog) routine() reports.Routine {
	return reports.Routine{
		Unit: c.read.unit, Today: c.today(), Catalogue: c.saved(), Offices: c.read.offices, Up: c.read.up,
		WorkingDays: c.env.Calendar.Between,
	}
}

// write makes a document beside the main goroutine, saves and opens it, and says where it is.
func (c *Catalog) write(name string, made func() ([]byte, error)) {
	w := c.env.Words
	if !c.read.there {
		c.env.Notices.Refused(w.T("catalog.none"))
		return
	}
	ui.Load(c.writer, func(context.Context) (string, error) {
		raw, err := made()
		if err != nil {
			return "", err
		}
		return c.env.Files.Save(name, raw)
	}, func(path string, err error) {
		if err != nil {
			c.refuse(err)
			return
		}
		c.env.Notices.DoneWith(w.T("catalog.saved", path), w.T("file.folder"), c.env.ShowFolder)
	})
}
