// Package boardpack gathers what is printed for the board of paper and writes it as PDF: what changes today, the whole
// board, its header sheets, its index.
//
// The desk's screens and the command line make the same papers; here is what they share. It knows no window and no file:
// who asks says whom to tell how far it is, and puts the bytes where they belong.
package boardpack

import (
	"bytes"
	"context"
	"sync"
	"time"

	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/workday"
	"gongkailan/reports"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
	"gongkailan/reports/pdf"
)

// Job is what papers are made from, and who is told how far they are.
type Job struct {
	Desk     *desk.Desk
	Faces    *face.Set
	Calendar workday.Calendar
	Now      time.Time
	Laid     func(done, total int) // notices that are laid out
	Painted  func(done, total int) // pages that are written
	// Named is told what is left out because its signatures do not hold, before anything is laid out; may be nil.
	Named func([]desk.LeftOut)
}

// Paper is a PDF and what is in it.
type Paper struct {
	PDF   []byte
	Pages int
	Up    []data.Hanging // what is hung, for the whole board all that hangs
	Down  []data.Leaving
	Left  []desk.LeftOut
	Count map[Version]int // pages of each notice
}

// Version names a version of an item.
type Version struct {
	Number  string
	Version int
}

// Of names the version that the item is.
func Of(it data.Item) Version { return Version{it.Number, it.Version} }

// File reads the bytes of an attachment.
type File func(context.Context, data.Attachment) ([]byte, error)

// Notices lays notices out as they hang, and keeps them, because one is asked for more than once. It may be used by
// several goroutines.
type Notices struct {
	calendar workday.Calendar
	file     File
	faces    *face.Set
	lock     sync.Mutex
	kept     map[Version]page.Document
}

// NewNotices gives notices of which none is laid out yet. File reads the pictures that stand in them.
func NewNotices(calendar workday.Calendar, file File, faces *face.Set) *Notices {
	return &Notices{calendar: calendar, file: file, faces: faces, kept: map[Version]page.Document{}}
}

// Lay gives the notice of a version that was approved, which changes no more.
func (n *Notices) Lay(ctx context.Context, it data.Item) (page.Document, error) {
	n.lock.Lock()
	doc, ok := n.kept[Of(it)]
	n.lock.Unlock()
	if ok {
		return doc, nil
	}
	doc, err := reports.NoticeOf(it, n.calendar.Between, reports.PicturesOf(ctx, n.file), n.faces)
	if err != nil {
		return doc, err
	}
	n.lock.Lock()
	defer n.lock.Unlock()
	n.kept[Of(it)] = doc
	return doc, nil
}

func (n *Notices) laying(ctx context.Context) func(data.Item) (page.Document, error) {
	return func(it data.Item) (page.Document, error) { return n.Lay(ctx, it) }
}

// Sheets tells what a notice takes on the board; one that cannot be laid out takes a sheet, and is refused where it is to
// be printed.
func (n *Notices) Sheets(ctx context.Context) func(data.Item) data.Sheets {
	return func(it data.Item) data.Sheets {
		doc, err := n.Lay(ctx, it)
		if err != nil {
			return data.Sheets{Count: 1}
		}
		return SheetsOf(doc)
	}
}

func (n *Notices) counts() map[Version]int {
	n.lock.Lock()
	defer n.lock.Unlock()
	counts := map[Version]int{}
	for v, doc := range n.kept {
		counts[v] = len(doc.Pages)
	}
	return counts
}

// SheetsOf tells what a notice takes on the board.
func SheetsOf(doc page.Document) data.Sheets {
	s := data.Sheets{Count: len(doc.Pages)}
	if s.Count > 0 {
		s.Large = doc.Pages[0].Width*doc.Pages[0].Height > page.SheetWidth*page.SheetHeight
	}
	return s
}

// Changes makes the pack of all that changes on the board on the day. On the day of the desk, the list names the pockets
// of a board that the office described.
func (j Job) Changes(ctx context.Context, day data.Date) (Paper, error) {
	c, left, err := j.Desk.BoardChanges(ctx, day)
	if err != nil {
		return Paper{}, err
	}
	j.name(left)
	unit, err := j.Desk.Unit(ctx)
	if err != nil {
		return Paper{}, err
	}
	n := NewNotices(j.Calendar, j.Desk.File, j.Faces)
	in := reports.BoardPackInput{Unit: unit, Changes: c, LeftOut: desk.Numbers(left), Notice: n.laying(ctx)}
	if in.Places, err = j.places(ctx, day, n); err != nil {
		return Paper{}, err
	}
	doc, err := reports.BoardPack(ctx, in, j.Faces, j.Laid)
	if err != nil {
		return Paper{}, err
	}
	return j.write(ctx, doc, Paper{Up: c.Up, Down: c.Down, Left: left, Count: n.counts()})
}

// places gives the pockets of what hangs and is to be hung today; nil where they are not known.
func (j Job) places(ctx context.Context, day data.Date, n *Notices) (func(data.Item) []data.BoardPlace, error) {
	if day != j.Desk.Today() {
		return nil, nil
	}
	state, _, err := j.Desk.BoardState(ctx)
	if err != nil || !state.Grid.Described() {
		return nil, err
	}
	plan := sync.OnceValue(func() map[Version][]data.BoardPlace {
		return placesOf(data.PlanBoard(state, n.Sheets(ctx)))
	})
	return func(it data.Item) []data.BoardPlace { return plan()[Of(it)] }, nil
}

func placesOf(plan data.BoardPlan) map[Version][]data.BoardPlace {
	places := map[Version][]data.BoardPlace{}
	for _, p := range plan.Posted {
		places[Version{p.Number, p.Version}] = p.Pockets
	}
	for _, p := range plan.ToHang {
		places[Of(p.Item)] = p.Pockets
	}
	return places
}

// Whole makes the pack of the board as it stands at the end of the day.
func (j Job) Whole(ctx context.Context, day data.Date) (Paper, error) {
	return j.standing(ctx, day, func(in reports.BoardInput) (page.Document, error) {
		return reports.WholeBoard(ctx, in, j.Faces, j.Laid)
	})
}

// Headers makes the header sheets of the categories.
func (j Job) Headers(ctx context.Context, day data.Date) (Paper, error) {
	return j.standing(ctx, day, func(in reports.BoardInput) (page.Document, error) {
		return reports.BoardHeaders(in, j.Faces), nil
	})
}

// Index makes the sheet that tells what hangs.
func (j Job) Index(ctx context.Context, day data.Date) (Paper, error) {
	return j.standing(ctx, day, func(in reports.BoardInput) (page.Document, error) {
		return reports.BoardIndex(ctx, in, j.Faces, j.Laid)
	})
}

// standing makes a paper about all that hangs.
func (j Job) standing(ctx context.Context, day data.Date, lay func(reports.BoardInput) (page.Document, error)) (Paper, error) {
	hanging, left, err := j.Desk.BoardStanding(ctx, day)
	if err != nil {
		return Paper{}, err
	}
	j.name(left)
	unit, err := j.Desk.Unit(ctx)
	if err != nil {
		return Paper{}, err
	}
	catalogue, err := j.Desk.Catalogue(ctx, "")
	if err != nil {
		return Paper{}, err
	}
	n := NewNotices(j.Calendar, j.Desk.File, j.Faces)
	doc, err := lay(reports.BoardInput{Unit: unit, Day: day, Catalogue: catalogue, Hanging: hanging, Notice: n.laying(ctx)})
	if err != nil {
		return Paper{}, err
	}
	return j.write(ctx, doc, Paper{Up: hanging, Left: left, Count: n.counts()})
}

func (j Job) name(left []desk.LeftOut) {
	if j.Named != nil {
		j.Named(left)
	}
}

// write paints the pages. It fails with the context's error once that is cancelled.
func (j Job) write(ctx context.Context, doc page.Document, p Paper) (Paper, error) {
	var out bytes.Buffer
	if err := pdf.WriteContext(ctx, &out, doc, j.Faces, j.Now, j.Painted); err != nil {
		return Paper{}, err
	}
	p.PDF, p.Pages = out.Bytes(), len(doc.Pages)
	return p, ctx.Err()
}
