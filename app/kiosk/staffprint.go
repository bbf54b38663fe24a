package kiosk

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/reports"
	"gongkailan/reports/bulletin"
	"gongkailan/reports/page"
	"gongkailan/reports/pdf"
)

// How much all visitors together may print.
const (
	printGap      = time.Minute
	mostInAnHour  = 10
	mostInADay    = 40
	printKeepTime = 5 * time.Minute // how long a file that was sent to the printer stays: it may be read late
)

// mayPrint tells whether a visitor may print now, after others printed at those times, and which times still count. A
// time ahead of the clock, from before it was set back, counts as now.
func mayPrint(times []time.Time, now time.Time) (counting []time.Time, may bool) {
	hour, last := 0, time.Duration(-1)
	for _, at := range times {
		if at.After(now) {
			at = now
		}
		ago := now.Sub(at)
		if ago >= 24*time.Hour {
			continue
		}
		counting = append(counting, at)
		if ago < time.Hour {
			hour++
		}
		if last < 0 || ago < last {
			last = ago
		}
	}
	return counting, (last < 0 || last >= printGap) && hour < mostInAnHour && len(counting) < mostInADay
}

// print prints what is on the screen, a notice, or the whole board.
func (s *screen) print(what, number string) {
	if s.options.Print == nil {
		s.done("printfail", 0)
		return
	}
	if what == deedVisitor {
		if !s.bulletin.Offer.Print {
			s.done("cancelled", 0)
			return
		}
		now, may := s.options.Now(), false
		if s.prints, may = mayPrint(s.prints, now); !may {
			s.done("toomany", 0)
			return
		}
		s.prints = append(s.prints, now)
	}
	lay, ok := s.printing(what, number)
	if !ok {
		s.done("gone", 0)
		return
	}
	o, now := s.options, s.options.Now()
	ui.Load(s.worker, func(ctx context.Context) (int, error) {
		doc, err := lay(ctx)
		if err != nil {
			return 0, err
		}
		var out bytes.Buffer
		if err := pdf.WriteContext(ctx, &out, doc, o.Faces, now, s.goesOn(ctx)); err != nil {
			return 0, err
		}
		path, err := putPrint(o.Folder, out.Bytes())
		if err != nil {
			return 0, err
		}
		ctx, cancel := context.WithTimeout(ctx, printTime)
		defer cancel()
		return len(doc.Pages), o.Print(ctx, path)
	}, func(pages int, err error) {
		switch {
		case errors.Is(err, context.Canceled):
			s.done("cancelled", 0)
		case err != nil:
			s.done("printfail", 0)
		default:
			s.done("printed", pages)
		}
	})
}

// printing gives what lays out what is to be printed; false where it is not there any more.
func (s *screen) printing(what, number string) (func(context.Context) (page.Document, error), bool) {
	b, day := s.bulletin, s.day
	if what == deedBoard {
		items := s.shelf.items
		return func(ctx context.Context) (page.Document, error) {
			return reports.WholeBoard(ctx, boardOf(b, items, day), s.options.Faces, func(int, int) {})
		}, len(items) > 0
	}
	it, ok := s.shelf.item(number)
	if !ok {
		return nil, false
	}
	at := s.session.staff.spot.Page
	return func(context.Context) (page.Document, error) {
		doc := page.Document{Title: it.Title, Pages: b.NoticePages(it)}
		if what == deedPage {
			all := b.Pages(number)
			doc.Pages = all[min(at, len(all)):min(at+1, len(all))]
		}
		if len(doc.Pages) == 0 {
			return doc, data.Refuse(data.ErrBroken, "bulletin.broken")
		}
		return doc, nil
	}, true
}

// boardOf is the board of paper as the screen shows it.
func boardOf(b bulletin.Bulletin, items []bulletin.Item, day data.Date) reports.BoardInput {
	in := reports.BoardInput{Unit: data.Unit{Name: b.Unit}, Day: day}
	for _, c := range b.Categories {
		in.Catalogue.Categories = append(in.Catalogue.Categories, data.Category{Code: c.Code, Title: c.Title, Short: c.Short})
	}
	pages := map[string]bulletin.Item{}
	for _, it := range items {
		category := data.Category{Code: it.Category}
		for _, c := range in.Catalogue.Categories {
			if c.Code == it.Category {
				category = c
			}
		}
		item := data.Item{Number: it.Number}
		item.Title, item.Kind, item.From, item.To = it.Title, it.Kind, it.From, it.To
		in.Hanging = append(in.Hanging, data.Hanging{Item: item, Category: category})
		pages[it.Number] = it
	}
	in.Notice = func(it data.Item) (page.Document, error) {
		return page.Document{Title: it.Title, Pages: b.NoticePages(pages[it.Number])}, nil
	}
	return in
}

// printFolder is where files for the printer lie for some minutes.
func printFolder(at string) string {
	if at == "" {
		at = os.TempDir()
	}
	return filepath.Join(at, "print")
}

// putPrint puts a file down for the printer.
func putPrint(at string, raw []byte) (string, error) {
	in := printFolder(at)
	if err := os.MkdirAll(in, 0o700); err != nil {
		return "", err
	}
	file, err := os.CreateTemp(in, "*.pdf")
	if err != nil {
		return "", err
	}
	_, err = file.Write(raw)
	return file.Name(), errors.Join(err, file.Close())
}

// tidyPrints removes the files that no printer reads any more.
func tidyPrints(at string, now time.Time) {
	files, _ := filepath.Glob(filepath.Join(printFolder(at), "*.pdf")) // the pattern is sound
	for _, path := range files {
		info, err := os.Stat(path)
		if err == nil && now.Sub(info.ModTime()).Abs() > printKeepTime {
			_ = os.Remove(path) // one that is held now goes the next time
		}
	}
}

// printTile lets a visitor print the notice that is open, where the unit allows it.
func (s *screen) printTile(it bulletin.Item) (tile button, offered bool) {
	if !s.bulletin.Offer.Print || s.options.Print == nil || s.session.work.deed != "" {
		return button{}, false
	}
	return button{
		text: s.words().T("kiosk.print.tile"), icon: printIcon(), event: Event{Kind: Deed, Text: deedVisitor + ":" + it.Number},
	}, true
}

// tellsPrint says in the place of the item's state how its printing goes, and tells whether it did.
func (s *screen) tellsPrint(e *easel) bool {
	text := s.worded()
	if text == "" {
		return false
	}
	w := e.pen(sizeText, e.colours.ink).strong()
	most := 4
	if e.frame.portrait {
		w, most = w.centred(), 2
	}
	place := e.frame.line
	if e.frame.portrait {
		place.y -= 12
	}
	e.lines(place, w, text, most, 40)
	return true
}

// worded says what goes on, or how the last deed went.
func (s *screen) worded() string {
	w, now := s.words(), s.session.work
	what, _ := cutDeed(now.deed)
	switch {
	case now.deed != "" && now.total > 0:
		return w.T("kiosk.doing."+what) + " " + w.T("kiosk.doing.of", now.done, now.total)
	case now.deed != "":
		return w.T("kiosk.doing." + what)
	case now.said != "":
		return w.T("kiosk.did."+now.said, now.count)
	}
	return ""
}

func printIcon() icon {
	return icon{bar(6, 2.5, 12, 5), bar(2.5, 8.5, 19, 8), bar(6, 17.5, 12, 4)}
}
