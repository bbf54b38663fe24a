package bulletin

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"gongkailan/reports/page"
)

// Pages gives the pages of the item, those of its notice first, then those of its attachments in order; nil where there is
// no such item. They are unpacked and checked at each
// call: ask for what is shown, and keep it while it is.
func (b Bulletin) Pages(number string) []page.Page {
	i := slices.IndexFunc(b.Items, func(it Item) bool { return it.Number == number })
	if i < 0 {
		return nil
	}
	return b.leaves(i)
}

// LeafMark names the pages of the item in a file that was read: the same in the next file where they are unchanged, so
// that what is on the screen need not be painted anew. It is "" in a bulletin that was not read.
func (b Bulletin) LeafMark(number string) string {
	i := slices.IndexFunc(b.Items, func(it Item) bool { return it.Number == number })
	if i < 0 || b.parts == nil {
		return ""
	}
	return entryOf(part{raw: b.parts[pagesName(i)]}).Digest
}

// NoticePages gives the pages of the item's notice alone.
func (b Bulletin) NoticePages(it Item) []page.Page {
	pages := b.Pages(it.Number)
	return pages[:min(it.Sheets, len(pages))]
}

// pagesName names the part with the pages of the item at a place; the number itself may hold any character.
func pagesName(i int) string { return fmt.Sprintf("%s%05d.json.gz", pagesFolder, i+1) }

// packLeaves gives the part with the pages of the item at a place. Pictures lie in parts of their own, under their
// digests, each once; the page has the digest in their stead.
func packLeaves(i int, pages []page.Page, pictures map[string][]byte) (part, error) {
	packed := slices.Clone(pages)
	for n, p := range packed {
		figures := slices.Clone(p.Figures)
		for f := range figures {
			sum := sha256.Sum256(figures[f].Image)
			pictures[hex.EncodeToString(sum[:])] = figures[f].Image
			figures[f].Image = sum[:]
		}
		packed[n].Figures = figures
	}
	raw, err := squeezed(packed)
	return part{pagesName(i), raw}, err
}

// leaves gives the pages of the item at a place; nil unless there are as many as its record says and each can be painted.
func (b Bulletin) leaves(i int) []page.Page {
	pages := b.Items[i].Leaves
	if b.parts != nil {
		pages = b.unpackLeaves(i)
	}
	if len(pages) != b.Items[i].AllSheets() || slices.ContainsFunc(pages, func(p page.Page) bool { return !isSoundPage(p) }) {
		return nil
	}
	return pages
}

func (b Bulletin) unpackLeaves(i int) []page.Page {
	var pages []page.Page
	if unsqueezed(b.parts[pagesName(i)], mostOfOne, &pages) != nil {
		return nil
	}
	for _, p := range pages {
		for f := range p.Figures {
			p.Figures[f].Image = b.parts[pictureFolder+hex.EncodeToString(p.Figures[f].Image)]
		}
	}
	return pages
}

// haveSoundLeaves tells whether every item has pages that can be painted.
func (b Bulletin) haveSoundLeaves() bool {
	return each(len(b.Items), func(i int) bool { return b.leaves(i) != nil })
}

// squeezed gives a value as JSON under gzip, without name and time: equal values give equal bytes.
func squeezed(value any) ([]byte, error) {
	var out bytes.Buffer
	squeeze := gzip.NewWriter(&out)
	if err := json.NewEncoder(squeeze).Encode(value); err != nil {
		return nil, fmt.Errorf("write the bulletin: %w", err)
	}
	if err := squeeze.Close(); err != nil {
		return nil, fmt.Errorf("write the bulletin: %w", err)
	}
	return out.Bytes(), nil
}

// unsqueezed reads what squeezed wrote, of at most so many bytes.
func unsqueezed(raw []byte, most int64, value any) error {
	plain, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		return err
	}
	text, err := io.ReadAll(io.LimitReader(plain, most+1))
	if err != nil {
		return err
	}
	if int64(len(text)) > most {
		return errNotAsWritten
	}
	return json.Unmarshal(text, value)
}
