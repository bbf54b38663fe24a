package items

import (
	"bytes"
	"context"

	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/reports"
	"gongkailan/reports/page"
	"gongkailan/reports/pdf"
)

// sheet is a document of the item that is still to be laid out, and the name of its file.
type sheet struct {
	name string
	lay  func(context.Context) (page.Document, error)
}

// Print sends the notice to the printer.
func (p *Page) Print() { p.env.Print(p.printer, p.file(p.notice())) }

// ShowPaper opens the notice with the system's viewer.
func (p *Page) ShowPaper() { p.env.ShowPaper(p.printer, p.file(p.notice())) }

// SavePaperAs puts the notice where the person wants it.
func (p *Page) SavePaperAs() {
	s, painted := p.notice(), p.painted()
	ui.Run(p.env.Works, p.printer, p.env.Words.T("paper.saveas"), func(ctx context.Context, _ ui.Progress) ([]byte, error) {
		return painted(ctx, s)
	}, func(raw []byte, err error) {
		if err != nil {
			p.env.Refused(err)
			return
		}
		p.env.Files.SaveAs(s.name, raw, func(path string, err error) {
			if err != nil {
				p.env.Refused(err)
				return
			}
			p.env.Notices.Done(p.env.Words.T("items.saved", path))
		})
	})
}

// printForm opens the 审批表 with the system's viewer.
func (p *Page) printForm() {
	f, it := p.facts, p.current()
	p.env.ShowPaper(p.printer, p.file(sheet{p.env.Words.T("items.formfile", p.number) + ".pdf", func(context.Context) (page.Document, error) {
		return reports.ApprovalForm(reports.ApprovalInput{
			Unit: f.unit, Item: it, Catalogue: f.catalogue, Offices: f.offices, Today: data.DateOf(p.env.Now()),
		}, p.env.Faces), nil
	}}))
}

// notice is the notice as it stands on the screen. One whose seal is broken is refused.
func (p *Page) notice() sheet {
	it, broken := p.current(), p.facts.broken
	return sheet{p.env.Words.T("items.noticefile", p.number) + ".pdf", func(ctx context.Context) (page.Document, error) {
		if broken != nil {
			return page.Document{}, broken
		}
		return reports.NoticeOf(it, p.env.Calendar.Between, p.pictures.of(ctx), p.env.Faces)
	}}
}

// file gives what writes a sheet as PDF into the folder for documents, beside the main goroutine.
func (p *Page) file(s sheet) func(context.Context) (string, error) {
	painted := p.painted()
	return func(ctx context.Context) (string, error) {
		raw, err := painted(ctx, s)
		if err != nil {
			return "", err
		}
		return p.env.Files.Put(s.name, raw)
	}
}

// painted gives what lays a sheet out and paints it as PDF.
func (p *Page) painted() func(context.Context, sheet) ([]byte, error) {
	made := p.env.Now()
	return func(ctx context.Context, s sheet) ([]byte, error) {
		doc, err := s.lay(ctx)
		if err != nil {
			return nil, err
		}
		var out bytes.Buffer
		err = pdf.Write(&out, doc, p.env.Faces, made)
		return out.Bytes(), err
	}
}
