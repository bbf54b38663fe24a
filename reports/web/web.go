// Package web makes a folder of plain web pages of what is published, for a file share or a web server.
//
// The pages need no script, no network and no font of their own: a double click on index.html opens them, and every
// link leads to a file beside it. Each page is there twice, in usual and in large type, and links stay within a kind, so
// that whoever needs large type chooses it once. The folder holds nothing but what its readers may see.
package web

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"gongkailan/data"
)

// Words puts what the pages say around the items into the reader's language.
type Words interface {
	T(key string, args ...any) string
	Date(d data.Date) string
}

// Input is what the pages are made from.
type Input struct {
	Unit      data.Unit
	Key       string // the fingerprint of the unit's key, by which it knows its folder again
	Catalogue data.Catalogue
	Offices   []data.Office
	Items     []data.Item  // with their steps
	Channel   data.Channel // by which people reach the folder: data.LAN or data.Internet
	At        time.Time    // of what time the items are
	Language  string       // "zh" or "en"; the items themselves are Chinese
	Words     Words
	// WorkingDays counts the working days after the first date up to and including the last.
	WorkingDays func(after, last data.Date) int
	// Attachment gives the bytes of an attachment by their digest; nil where attachments are not at hand, and are only
	// named.
	Attachment func(digest string) ([]byte, error)
}

// LeftOut is an item that has no page, and why.
type LeftOut struct {
	Number string
	Why    error
}

// Made tells what the pages hold.
type Made struct {
	Items   []data.Item // the newest first
	LeftOut []LeftOut
	Files   int
	Altered []string // files of an older folder that somebody had changed or deleted by hand
}

// Put takes one file of the folder.
type Put func(name string, content []byte) error

// Make makes every page and hands it to put, attachments and items first, the index last. An item that this folder's
// readers must not see is refused and the work with it; one whose attachment is not what was approved is left out.
func Make(ctx context.Context, in Input, put Put) (Made, error) {
	s := &site{Input: in, today: data.DateOf(in.At), put: once(put)}
	for _, it := range in.Items {
		if !it.IsOnline(in.Channel, s.today) {
			return Made{}, data.Refuse(data.ErrRefused, "web.audience", it.Number)
		}
	}
	return s.make(ctx)
}

// site is one run of Make.
type site struct {
	Input
	today data.Date
	put   Put
	files int
	kept  []entry // the newest first
	left  []LeftOut
}

// entry is an item that has a page.
type entry struct {
	item        data.Item
	category    data.Category
	attachments []attached
}

func (s *site) make(ctx context.Context) (Made, error) {
	pages, err := newPages()
	if err != nil {
		return Made{}, err
	}
	if err := s.collect(ctx); err != nil {
		return Made{}, err
	}
	for _, large := range []bool{false, true} {
		if err := s.makePages(ctx, pages, large); err != nil {
			return Made{}, err
		}
	}
	made := Made{LeftOut: s.left, Files: s.files}
	for _, e := range s.kept {
		made.Items = append(made.Items, e.item)
	}
	return made, nil
}

// collect writes attachments and sorts the items, those that went up last first.
func (s *site) collect(ctx context.Context) error {
	for _, it := range s.Items {
		if err := ctx.Err(); err != nil {
			return err
		}
		files, err := s.attachmentsOf(it)
		if err != nil {
			s.left = append(s.left, LeftOut{it.Number, err})
			continue
		}
		e := entry{item: it, category: s.Catalogue.CategoryOf(it.EntryCode)}
		for _, f := range files {
			if f.content != nil {
				if err := s.write(f.file, f.content); err != nil {
					return err
				}
			}
			f.content = nil
			e.attachments = append(e.attachments, f)
		}
		s.kept = append(s.kept, e)
	}
	slices.SortStableFunc(s.kept, func(a, b entry) int {
		if up := strings.Compare(string(b.item.PublishedOn()), string(a.item.PublishedOn())); up != 0 {
			return up
		}
		return strings.Compare(b.item.Number, a.item.Number)
	})
	return nil
}

func (s *site) makePages(ctx context.Context, pages pages, large bool) error {
	for _, e := range s.kept {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := s.page(pages, "item", s.itemView(s.frame(itemPage(e.item.Number), e.item.Title, large), e)); err != nil {
			return err
		}
	}
	for _, c := range s.categories() {
		if err := s.page(pages, "category", s.categoryView(s.frame(categoryPage(c.Code), c.Title, large), c)); err != nil {
			return err
		}
	}
	if err := s.page(pages, "about", s.aboutView(s.frame("about", s.Words.T("web.about"), large))); err != nil {
		return err
	}
	if err := s.page(pages, "catalogue", s.catalogueView(s.frame("catalogue", s.Words.T("web.catalogue"), large))); err != nil {
		return err
	}
	if !large {
		if err := s.write(styleFile, style()); err != nil {
			return err
		}
	}
	return s.page(pages, "index", s.indexView(s.frame("index", s.Words.T("web.title"), large)))
}

// categories gives those of the catalogue, and the one outside it where an item lies there.
func (s *site) categories() []data.Category {
	list := slices.Clone(s.Catalogue.Categories)
	outside := data.OutsideCatalogue()
	if slices.ContainsFunc(s.kept, func(e entry) bool { return e.category.Code == outside.Code }) {
		list = append(list, outside)
	}
	return list
}

func (s *site) page(pages pages, kind string, view view) error {
	content, err := pages.render(kind, view)
	if err != nil {
		return fmt.Errorf("make the page %s: %w", view.File(), err)
	}
	return s.write(view.File(), content)
}

func (s *site) write(name string, content []byte) error {
	if err := s.put(name, content); err != nil {
		return err
	}
	s.files++
	return nil
}

// once refuses a second file of a name with other bytes: one item's page must not stand in another's place.
func once(put Put) Put {
	seen := map[string]string{}
	return func(name string, content []byte) error {
		digest := digestOf(content)
		if before, there := seen[name]; there && before != digest {
			return data.Refuse(data.ErrInvalid, "web.twice", name)
		}
		seen[name] = digest
		return put(name, content)
	}
}
