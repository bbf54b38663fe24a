package cli

import (
	"bytes"
	"context"
	"errors"
	"sync"

	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/workday"
	"gongkailan/reports"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
	"gongkailan/reports/pdf"
)

// boardCommand writes what is to be printed for the board of paper.
type boardCommand struct {
	Out  string `required:"" help:"The PDF to write." placeholder:"FILE.pdf"`
	Date string `help:"The day, e.g. 2026-03-05; without, today." placeholder:"D"`
	All  bool   `help:"The whole board as it stands: index sheet, and by category header sheet and notices."`
	facesOption
}

// boardAnswer is the pack as JSON. With --all, up is everything that hangs.
type boardAnswer struct {
	Date  data.Date  `json:"date"`
	Up    []boardUp  `json:"up"`
	Down  []boardOff `json:"down"`
	Pages int        `json:"pages"`
}

type boardUp struct {
	Number   string `json:"number"`
	Title    string `json:"title"`
	Category string `json:"category"`
	Pages    int    `json:"pages"`
}

type boardOff struct {
	Number string       `json:"number"`
	Title  string       `json:"title"`
	Why    data.Removal `json:"why"`
}

// Run writes the pack. What does not hold in its signatures is not printed, and named. A pack that is broken off leaves
// no file, and an older one as it was.
func (b *boardCommand) Run(c *call) error {
	day := c.today()
	if b.Date != "" {
		var err error
		if day, err = data.ParseDate(b.Date); err != nil {
			return err
		}
	}
	err := c.with(func(d *desk.Desk) error {
		faces, err := b.facesOf(c, d, "")
		if err != nil {
			return err
		}
		p := &boardPrint{call: c, desk: d, faces: faces, calendar: workday.New(), pages: map[version]int{}}
		if b.All {
			return p.whole(b.Out, day)
		}
		return p.changes(b.Out, day)
	})
	if errors.Is(err, context.Canceled) || err != nil && errors.Is(c.ctx.Err(), context.Canceled) {
		return data.Refuse(data.ErrRefused, "print.cancelled")
	}
	return err
}

// boardPrint is one run of the command.
type boardPrint struct {
	call     *call
	desk     *desk.Desk
	faces    *face.Set
	calendar workday.Calendar
	counting sync.Mutex      // notices are laid out several at a time
	pages    map[version]int // of each notice
}

// version names a version of an item.
type version struct {
	number  string
	version int
}

// changes writes what changes on the board on the day.
func (p *boardPrint) changes(path string, day data.Date) error {
	c := p.call
	changes, left, err := p.desk.BoardChanges(c.ctx, day)
	if err != nil {
		return err
	}
	p.name(left)
	unit, err := p.desk.Unit(c.ctx)
	if err != nil {
		return err
	}
	doc, err := reports.BoardPack(c.ctx, reports.BoardPackInput{
		Unit: unit, Changes: changes, LeftOut: desk.Numbers(left), Notice: p.notice,
	}, p.faces, p.laid)
	if err != nil {
		return err
	}
	answer := p.answer(day, changes.Up)
	for _, l := range changes.Down {
		answer.Down = append(answer.Down, boardOff{l.Item.Number, l.Item.Title, l.Why})
	}
	return p.write(path, doc, answer)
}

// whole writes the board as it stands.
func (p *boardPrint) whole(path string, day data.Date) error {
	c := p.call
	hanging, left, err := p.desk.BoardStanding(c.ctx, day)
	if err != nil {
		return err
	}
	p.name(left)
	f, err := c.frame(p.desk)
	if err != nil {
		return err
	}
	doc, err := reports.WholeBoard(c.ctx, reports.BoardInput{
		Unit: f.unit, Day: day, Catalogue: f.catalogue, Hanging: hanging, Notice: p.notice,
	}, p.faces, p.laid)
	if err != nil {
		return err
	}
	return p.write(path, doc, p.answer(day, hanging))
}

func (p *boardPrint) notice(it data.Item) (page.Document, error) {
	doc, err := reports.NoticeOf(it, p.calendar.Between, reports.PicturesOf(p.call.ctx, p.desk.File), p.faces)
	p.counting.Lock()
	defer p.counting.Unlock()
	p.pages[version{it.Number, it.Version}] = len(doc.Pages)
	return doc, err
}

// name tells what is not printed, and why.
func (p *boardPrint) name(left []desk.LeftOut) {
	for _, l := range left {
		p.call.say("cli.board.left", l.Number, p.call.words.Error(l.Why))
	}
}

// often is after how many notices or pages a long pack tells how far it is.
const often = 500

func (p *boardPrint) laid(done, total int) {
	if done%often == 0 && done < total {
		p.call.say("cli.board.laid", done, total)
	}
}

func (p *boardPrint) painted(done, total int) {
	if done%often == 0 && done < total {
		p.call.say("cli.board.painted", done, total)
	}
}

func (p *boardPrint) answer(day data.Date, up []data.Hanging) boardAnswer {
	a := boardAnswer{Date: day, Up: []boardUp{}, Down: []boardOff{}}
	for _, h := range up {
		a.Up = append(a.Up, boardUp{h.Item.Number, h.Item.Title, h.Category.Code, p.pages[version{h.Item.Number, h.Item.Version}]})
	}
	return a
}

func (p *boardPrint) write(path string, doc page.Document, answer boardAnswer) error {
	c := p.call
	var out bytes.Buffer
	if err := pdf.WriteContext(c.ctx, &out, doc, p.faces, c.Now(), p.painted); err != nil {
		return err
	}
	if err := c.write(path, out.Bytes()); err != nil {
		return err
	}
	answer.Pages = len(doc.Pages)
	for _, u := range answer.Up {
		c.print("%s  %s  %s", c.words.T("cli.board.up"), u.Number, u.Title)
	}
	for _, off := range answer.Down {
		c.print("%s  %s  %s  %s", c.words.T("cli.board.down"), off.Number, off.Title, c.words.T("board."+string(off.Why)))
	}
	c.print("%s", c.words.T("cli.board.pages", answer.Pages))
	return c.document(answer)
}
