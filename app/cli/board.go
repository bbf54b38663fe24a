package cli

import (
	"context"
	"errors"

	"gongkailan/app/boardpack"
	"gongkailan/data"
	"gongkailan/data/desk"
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
		calendar, err := d.Calendar(c.ctx)
		if err != nil {
			return err
		}
		p := boardPrint{c}
		job := boardpack.Job{
			Desk: d, Faces: faces, Calendar: calendar, Now: c.Now(), Laid: p.laid, Painted: p.painted, Named: p.name,
		}
		print := job.Changes
		if b.All {
			print = job.Whole
		}
		paper, err := print(c.ctx, day)
		if err != nil {
			return err
		}
		return p.write(b.Out, day, paper)
	})
	if errors.Is(err, context.Canceled) || err != nil && errors.Is(c.ctx.Err(), context.Canceled) {
		return data.Refuse(data.ErrRefused, "print.cancelled")
	}
	return err
}

// boardPrint is one run of the command.
type boardPrint struct{ call *call }

// name tells what is not printed, and why.
func (p boardPrint) name(left []desk.LeftOut) {
	for _, l := range left {
		p.call.say("cli.board.left", l.Number, p.call.words.Error(l.Why))
	}
}

// often is after how many notices or pages a long pack tells how far it is.
const often = 500

func (p boardPrint) laid(done, total int) {
	if done%often == 0 && done < total {
		p.call.say("cli.board.laid", done, total)
	}
}

func (p boardPrint) painted(done, total int) {
	if done%often == 0 && done < total {
		p.call.say("cli.board.painted", done, total)
	}
}

func boardAnswerOf(day data.Date, paper boardpack.Paper) boardAnswer {
	a := boardAnswer{Date: day, Up: []boardUp{}, Down: []boardOff{}, Pages: paper.Pages}
	for _, h := range paper.Up {
		a.Up = append(a.Up, boardUp{h.Item.Number, h.Item.Title, h.Category.Code, paper.Count[boardpack.Of(h.Item)]})
	}
	for _, l := range paper.Down {
		a.Down = append(a.Down, boardOff{l.Item.Number, l.Item.Title, l.Why})
	}
	return a
}

func (p boardPrint) write(path string, day data.Date, paper boardpack.Paper) error {
	c := p.call
	if err := c.write(path, paper.PDF); err != nil {
		return err
	}
	answer := boardAnswerOf(day, paper)
	for _, u := range answer.Up {
		c.print("%s  %s  %s", c.words.T("cli.board.up"), u.Number, u.Title)
	}
	for _, off := range answer.Down {
		c.print("%s  %s  %s  %s", c.words.T("cli.board.down"), off.Number, off.Title, c.words.T("board."+string(off.Why)))
	}
	c.print("%s", c.words.T("cli.board.pages", answer.Pages))
	return c.document(answer)
}
