package reports

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"gongkailan/data"
	"gongkailan/reports/page"
)

// BoardInput is what the sheets about the whole board are made from.
type BoardInput struct {
	Unit      data.Unit
	Day       data.Date
	Catalogue data.Catalogue
	Hanging   []data.Hanging // in the order of the board
	// Notice lays a version out as it hangs. It is called on several goroutines at a time.
	Notice func(data.Item) (page.Document, error)
}

// slot is the part of the board that belongs to a category.
type slot struct {
	category data.Category
	items    []data.Item
	notices  []page.Document
}

// slots gives a slot for every category of the catalogue, and one for what hangs outside it where there is such.
func (in BoardInput) slots(notices []page.Document) []slot {
	var list []slot
	at := map[string]int{}
	for _, c := range in.Catalogue.Categories {
		at[c.Code] = len(list)
		list = append(list, slot{category: c})
	}
	for i, h := range in.Hanging {
		n, known := at[h.Category.Code]
		if !known {
			n = len(list)
			at[h.Category.Code] = n
			list = append(list, slot{category: h.Category})
		}
		list[n].items = append(list[n].items, h.Item)
		if notices != nil {
			list[n].notices = append(list[n].notices, notices[i])
		}
	}
	return list
}

func (in BoardInput) items() []data.Item {
	items := make([]data.Item, len(in.Hanging))
	for i, h := range in.Hanging {
		items[i] = h.Item
	}
	return items
}

// WholeBoard lays out all that hangs: the index sheet, and for each category its header sheet and its notices. It tells
// how far it is and can be cancelled as BoardPack can.
func WholeBoard(ctx context.Context, in BoardInput, widths page.Widths, progress func(done, total int)) (page.Document, error) {
	notices, err := layNotices(ctx, in.items(), in.Notice, progress)
	if err != nil {
		return page.Document{}, err
	}
	slots := in.slots(notices)
	docs := []page.Document{boardIndex(in, slots, widths)}
	for _, s := range slots {
		docs = append(docs, boardHeader(in, s, widths))
		docs = append(docs, s.notices...)
	}
	return collated("公开栏 "+in.Day.Chinese(), docs...), nil
}

// layNotices lays notices out, several at a time. It tells how many are done, from one goroutine at a time.
func layNotices(
	ctx context.Context, items []data.Item, notice func(data.Item) (page.Document, error), progress func(done, total int),
) ([]page.Document, error) {
	docs := make([]page.Document, len(items))
	var told sync.Mutex
	done := 0
	several, ctx := errgroup.WithContext(ctx)
	several.SetLimit(runtime.GOMAXPROCS(0))
	for i, it := range items {
		several.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			doc, err := notice(it)
			if err != nil {
				return fmt.Errorf("lay out %s: %w", it.Number, err)
			}
			docs[i] = doc
			told.Lock()
			defer told.Unlock()
			done++
			progress(done, len(items))
			return nil
		})
	}
	return docs, several.Wait()
}

// collated puts documents one behind the other.
func collated(title string, docs ...page.Document) page.Document {
	all := page.Document{Title: title}
	for _, doc := range docs {
		all.Pages = append(all.Pages, doc.Pages...)
	}
	return all
}

// shortTitle is a category's name for headers and tables.
func shortTitle(c data.Category) string {
	if c.Short != "" {
		return oneLine(c.Short)
	}
	return oneLine(c.Title)
}

// oneLine gives a text as one line, however it was typed.
func oneLine(text string) string { return strings.Join(strings.Fields(clean(text)), " ") }
