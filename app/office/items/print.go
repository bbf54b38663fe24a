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

// Print writes the notice as PDF and opens it. One whose seal is broken is refused.
func (p *Page) Print() {
	it, broken := p.current(), p.facts.broken
	p.document(p.env.Words.T("items.noticefile", p.number), func() (page.Document, error) {
		if broken != nil {
			return page.Document{}, broken
		}
		return reports.NoticeOf(it, p.env.Calendar.Between, p.env.Faces)
	})
}

// printForm writes the 审批表 as PDF and opens it.
func (p *Page) printForm() {
	f, it := p.facts, p.current()
	p.document(p.env.Words.T("items.formfile", p.number), func() (page.Document, error) {
		return reports.ApprovalForm(reports.ApprovalInput{
			Unit: f.unit, Item: it, Catalogue: f.catalogue, Offices: f.offices, Today: data.DateOf(p.env.Now()),
		}, p.env.Faces), nil
	})
}

// document lays something out, writes it as PDF beside the main goroutine and says where it is.
func (p *Page) document(name string, lay func() (page.Document, error)) {
	made, w := p.env.Now(), p.env.Words
	ui.Load(p.printer, func(context.Context) (string, error) {
		doc, err := lay()
		if err != nil {
			return "", err
		}
		var out bytes.Buffer
		if err := pdf.Write(&out, doc, p.env.Faces, made); err != nil {
			return "", err
		}
		return p.env.Files.Save(name+".pdf", out.Bytes())
	}, func(path string, err error) {
		if err != nil {
			p.env.Notices.Refused(w.Error(err))
			return
		}
		p.env.Notices.DoneWith(w.T("items.saved", path), w.T("file.folder"), func() { p.told(p.env.Files.ShowFolder()) })
	})
}
