package store

import (
	"context"
	"fmt"
	"math"
	"path/filepath"

	"gongkailan/data"
)

// The full-text index is SQLite's own. It is written in the transaction that writes the item, and is for finding
// only: what a search shows is read from items, and narrowed by what stands there.

const docOf = `
INSERT INTO search_docs (item_id, version)
VALUES (?, ?)
    ON CONFLICT (item_id, version) DO UPDATE
   SET version = excluded.version
RETURNING doc`

const docErase = `
DELETE FROM search_text
 WHERE docid = ?`

const docWrite = `
INSERT INTO search_text (docid, title, body, names, numbers, initials, syllables)
VALUES (?, ?, ?, ?, ?, ?, ?)`

// index writes what a version is found by, in place of what it was found by before.
func (t *Tx) index(ctx context.Context, it data.Item, names []string) error {
	var doc int64
	if err := t.get(ctx, &doc, docOf, it.ID, it.Version); err != nil {
		return fmt.Errorf("index the item %s: %w", it.Number, err)
	}
	if err := t.exec(ctx, docErase, doc); err != nil {
		return fmt.Errorf("index the item %s: %w", it.Number, err)
	}
	d := documentOf(it, names)
	if err := t.exec(ctx, docWrite, doc, d.Title, d.Body, d.Names, d.Numbers, d.Initials, d.Syllables); err != nil {
		return fmt.Errorf("index the item %s: %w", it.Number, err)
	}
	return nil
}

const indexFilled = `
SELECT filled
  FROM search_state
 WHERE id = 1`

const indexIsFilled = `
UPDATE search_state
   SET filled = 1
 WHERE id = 1`

// indexNext finds the next items after one that are not indexed yet.
const indexNext = `
SELECT ` + itemColumns + `
  FROM items
 WHERE (id > ? OR (id = ? AND version > ?))
   AND NOT EXISTS (SELECT 1 FROM search_docs AS d WHERE d.item_id = items.id AND d.version = items.version)
 ORDER BY id, version
 LIMIT ?`

// indexStep is how many items are indexed in one transaction.
const indexStep = 200

// fillIndex indexes the items of a database that is older than the index. It works in steps, each of which stays when a
// later one is cut off, and goes on where it was at the next opening.
func (s *Store) fillIndex(ctx context.Context) error {
	filled := false
	if err := s.read.GetContext(ctx, &filled, indexFilled); err != nil {
		return fmt.Errorf("state of the search index: %w", err)
	}
	if !filled && s.readOnly {
		return data.Refuse(data.ErrRefused, "store.old", filepath.Base(s.path))
	}
	var last data.Item
	for !filled {
		err := s.Write(ctx, func(t *Tx) error {
			items, err := t.itemList(ctx, indexNext, last.ID, last.ID, last.Version, indexStep)
			if err != nil {
				return err
			}
			for _, it := range items {
				if err := t.index(ctx, it, nil); err != nil {
					return err
				}
				last = it
			}
			if filled = len(items) == 0; filled {
				return t.exec(ctx, indexIsFilled)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// hits is what the index says to a question.
type hits struct {
	match string
	Count int    `db:"count"`
	Docs  string `db:"docs"` // a list in JSON; all where whole
	whole bool
	most  int // how many are few
}

const hitsFound = `
SELECT count(*) AS count, json_group_array(docid) AS docs
  FROM (SELECT docid
          FROM search_text
         WHERE search_text MATCH ?
         LIMIT ?) AS found`

// Up to so many hits are looked up one by one. Of more, the newest are quickly come upon by going through the items from
// the newest on; counting has to go through all in either way, so that looking up pays for longer.
const (
	fewToList  = 6000
	fewToCount = 40_000
)

// hits asks the index. A short phrase of common words is answered as it is read, so that it costs little to learn that
// there are more than a few; a long one is not answered before all is read, so that all of it is taken at once.
func (t *Tx) hits(ctx context.Context, match string, long bool, few int) (hits, error) {
	h := hits{match: match, whole: long, most: few}
	limit := few + 1
	if long {
		limit = all
	}
	if err := t.get(ctx, &h, hitsFound, match, limit); err != nil {
		return h, fmt.Errorf("search the index: %w", err)
	}
	return h, nil
}

// The ways to join hits and items.
const (
	fromFewHits = `json_each(?) AS h
 CROSS JOIN search_docs AS d
 CROSS JOIN items AS i`
	whereFewHits = `d.doc = h.value AND i.id = d.item_id AND i.version = d.version`

	whereManyHits = `(SELECT d.doc FROM search_docs AS d WHERE d.item_id = i.id AND d.version = i.version)
       IN (SELECT docid FROM search_text WHERE search_text MATCH ?)`

	whereManyKnown = `(SELECT d.doc FROM search_docs AS d WHERE d.item_id = i.id AND d.version = i.version)
       IN (SELECT h.value FROM json_each(?) AS h)`
)

// join adds the hits to the parts of a search.
func (h hits) join(p *parts) {
	switch {
	case h.Count <= h.most:
		p.from, p.fromArgs = fromFewHits, []any{h.Docs}
		p.add(true, whereFewHits)
	case h.whole:
		p.add(true, whereManyKnown, h.Docs)
	default:
		p.add(true, whereManyHits, h.match)
	}
}

// all is the limit that limits nothing.
const all = math.MaxInt32
