package cli

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"

	"gongkailan/app/platform"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/workday"
	"gongkailan/reports"
	"gongkailan/reports/bulletin"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
	"gongkailan/reports/pdf"
)

type verifyNoticeCommand struct {
	Notice   string `arg:"" help:"The 12 digits, the scanned text, a PDF, a photo or a scan; - reads standard input."`
	Bulletin string `help:"Check against a public file in place of the database." placeholder:"FILE"`
	UnitKey  string `help:"The unit's fingerprint; a file of any other unit is refused." placeholder:"FINGERPRINT" name:"unit-key"`
}

// noticeDocument is the answer as JSON.
type noticeDocument struct {
	OK     bool          `json:"ok"`
	State  data.Standing `json:"state"`
	Number string        `json:"number"`
	Title  string        `json:"title"`
	From   data.Date     `json:"from"`
	To     data.Date     `json:"to"`
	Why    string        `json:"why"`
}

// Run answers whether a notice is genuine and up, and fails for everything but 有效.
func (v *verifyNoticeCommand) Run(c *call) error {
	e, err := c.evidence(v.Notice)
	if err != nil {
		return c.refuseNotice(err)
	}
	if v.Bulletin != "" {
		raw, err := c.read(v.Bulletin)
		if err != nil {
			return err
		}
		b, err := bulletin.Read(raw, v.UnitKey)
		if err != nil {
			return err
		}
		verdict, err := e.against(publicRecord(b, c.today()), c.printedIn(e)...)
		if err != nil {
			return err
		}
		return c.answerNotice(verdict)
	}
	return c.with(func(d *desk.Desk) error {
		candidates, err := c.deskRecord(d, e.code)
		if err != nil {
			return err
		}
		verdict, err := e.against(candidates, c.printedIn(e)...)
		if err != nil {
			return err
		}
		return c.answerNotice(verdict)
	})
}

// printedIn gives the faces in which a file may have been printed on this machine.
func (c *call) printedIn(e evidence) []*face.Set {
	if e.paper == nil {
		return nil
	}
	return []*face.Set{face.Embedded(), platform.FaceSet(c.foundFaces())}
}

// refuseNotice tells what cannot be verified; a script gets a document all the same.
func (c *call) refuseNotice(err error) error {
	var refusal *data.Refusal
	if !errors.As(err, &refusal) {
		return err
	}
	why := c.words.Error(err)
	fmt.Fprintln(c.Err, why)
	if err := c.document(noticeDocument{State: data.NoticeUnread, Why: why}); err != nil {
		return err
	}
	return errSaid
}

func (c *call) answerNotice(v data.Verdict) error {
	doc := noticeDocument{
		OK: v.State == data.NoticeValid, State: v.State, Number: v.Number, Title: v.Title, From: v.From, To: v.To,
		Why: c.words.Verdict(v),
	}
	c.print("%s", c.words.Standing(v))
	for _, line := range []string{v.Number, v.Title, c.words.Period(v), doc.Why} {
		if line != "" {
			c.print("%s", line)
		}
	}
	if err := c.document(doc); err != nil {
		return err
	}
	if !doc.OK {
		return errSaid
	}
	return nil
}

// record is what is known of a code: how its notice stands, and how to compare it.
type record struct {
	verdict data.Verdict
	seal    *data.NoticeSeal // what the QR code must say; nil where it is not known
	// layouts gives how the notice may have been printed in the faces; nil where it is not known.
	layouts func(*face.Set) ([]page.Document, error)
}

// against judges the evidence by what is known of its code; of several items that share one it takes the one that fits
// best.
func (e evidence) against(records func(code string) []record, sets ...*face.Set) (data.Verdict, error) {
	if e.code == "" {
		return data.Verdict{State: data.NoticeMismatch, Reason: data.ReasonWithoutCode}, nil
	}
	best := data.UnknownNotice()
	for i, r := range records(e.code) {
		v, err := e.judge(r, sets)
		if err != nil {
			return best, err
		}
		if i == 0 || rank(v) < rank(best) {
			best = v
		}
	}
	return best, nil
}

func rank(v data.Verdict) int {
	return map[data.Standing]int{data.NoticeValid: 0, data.NoticeDown: 1, data.NoticeMismatch: 2}[v.State]
}

// judge compares the evidence with one record; a file must have been printed in one of the sets of faces.
func (e evidence) judge(r record, sets []*face.Set) (data.Verdict, error) {
	v := r.verdict
	if v.State == data.NoticeMismatch {
		return v, nil
	}
	if e.seal != nil && r.seal != nil {
		if part := e.seal.Differs(*r.seal); part != "" {
			return v.Mismatch(data.Verdict{Reason: data.ReasonOther, Detail: part}), nil
		}
	}
	if e.paper != nil && r.layouts != nil {
		difference, err := e.compare(r, sets)
		if err != nil || difference != nil {
			return v.Mismatch(*cmp.Or(difference, &data.Verdict{})), err
		}
	}
	if v.State == data.NoticeValid && e.seal != nil {
		v.Reason = data.ReasonScanned
	}
	if v.State == data.NoticeValid && e.paper != nil {
		v.Reason = data.ReasonRead
	}
	return v, nil
}

// compare tells in what the file differs from every way in which its notice may have been printed; nil for in nothing.
// A file with the right text must also be, byte for byte, the one that this program writes: its fonts could draw other
// characters than its text says, and its page could be cut.
func (e evidence) compare(r record, sets []*face.Set) (*data.Verdict, error) {
	made, dated := pdf.MadeOn(e.file)
	var first *data.Verdict
	for _, set := range sets {
		docs, err := r.layouts(set)
		if err != nil {
			return nil, err
		}
		difference, differs := e.paper.DiffersFromAll(docs)
		if differs {
			first = cmp.Or(first, &difference)
			continue
		}
		for _, doc := range docs {
			var same bytes.Buffer
			if err := pdf.Write(&same, doc, set, made); err != nil {
				return nil, err
			}
			if dated && bytes.Equal(same.Bytes(), e.file) {
				return nil, nil
			}
		}
		first = &data.Verdict{Reason: data.ReasonReset}
	}
	return first, nil
}

// publicRecord is what a public file knows.
func publicRecord(b bulletin.Bulletin, today data.Date) func(string) []record {
	return func(code string) []record {
		r := record{verdict: b.Judge(code, today)}
		if it, ok := b.ItemOf(code); ok {
			r.layouts = func(*face.Set) ([]page.Document, error) {
				return []page.Document{{Title: it.Title, Pages: b.NoticePages(it)}}, nil
			}
		}
		if seal, ok := b.SealOf(code); ok {
			r.seal = &seal
		}
		return []record{r}
	}
}

// deskRecord is what the database knows of the code.
func (c *call) deskRecord(d *desk.Desk, code string) (func(string) []record, error) {
	traced, err := d.TraceNotice(c.ctx, code)
	if err != nil {
		return nil, err
	}
	calendar, err := d.Calendar(c.ctx)
	if err != nil {
		return nil, err
	}
	pictures, today := reports.PicturesOf(c.ctx, d.File), d.Today()
	return func(string) []record {
		var list []record
		for _, t := range traced {
			list = append(list, c.tracedRecord(t, calendar, pictures, today))
		}
		return list
	}, nil
}

func (c *call) tracedRecord(t desk.Traced, calendar workday.Calendar, pictures reports.Pictures, today data.Date) record {
	if t.Broken != nil {
		return record{verdict: data.Verdict{
			State: data.NoticeMismatch, Reason: data.ReasonBroken, Number: t.Item.Number, Detail: c.words.Error(t.Broken),
		}}
	}
	r := record{verdict: data.Judge(t.Item, t.Next, today)}
	r.layouts = func(set *face.Set) ([]page.Document, error) {
		return reports.NoticeLayouts(t.Item, calendar.Between, pictures, set)
	}
	if seal, ok := data.SealOf(t.Item); ok {
		r.seal = &seal
	}
	return r
}
