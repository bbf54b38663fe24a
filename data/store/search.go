package store

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/jmoiron/sqlx"

	"gongkailan/data"
)

// Filter narrows a list of items. Empty fields narrow nothing.
type Filter struct {
	Status   []data.Status // any of these; without, the newest version of each item whatever its status
	Query    string        // words, all of which the item is found by: text, number, names, initials of the title in pinyin
	OfficeID string
	Entry    string // code of the catalogue entry
	Category string // code of the category: entries "3", "3.1", "3.2" …
	Audience data.Audience
	Mode     data.Mode
	Year     int       // of the number
	EndFrom  data.Date // the last day is not before this one
	EndTo    data.Date // there is a last day, and it is not after this one
	// ChangedFrom keeps what was saved or acted upon on that day or later.
	ChangedFrom data.Date
	Today       data.Date // what the status is told on; required with Status
	Limit       int       // 0: no limit
	Offset      int
}

// The parts of the search. Each is a constant; what a person typed goes into their places.
const (
	whereNewest   = `NOT EXISTS (SELECT 1 FROM items AS n WHERE n.version > 1 AND n.id = i.id AND n.version > i.version)`
	whereStatus   = `i.status IN (?)`
	whereUp       = `(i.status <> 'published' OR i.to_on = '' OR i.to_on >= ?)`
	whereExpired  = `(i.status <> 'published' OR (i.to_on <> '' AND i.to_on < ?))`
	whereOffice   = `i.office_id = ?`
	whereEntry    = `i.entry_code = ?`
	whereCategory = `(i.entry_code = ? OR i.entry_code LIKE ? ESCAPE '!')`
	whereAudience = `i.audience = ?`
	whereMode     = `i.mode = ?`
	whereYear     = `i.number LIKE ? ESCAPE '!'`
	whereEndFrom  = `i.to_on >= ?`
	whereChanged  = `i.updated_at >= ?`
	whereEndTo    = `i.to_on <> '' AND i.to_on <= ?`
	whereNothing  = `1 = 0`

	and = `
   AND `
)

// parts is what a search is put together from.
type parts struct {
	from      string
	fromArgs  []any
	where     []string
	whereArgs []any
}

// add adds a condition with what goes into its places.
func (p *parts) add(wanted bool, condition string, values ...any) {
	if wanted {
		p.where = append(p.where, condition)
		p.whereArgs = append(p.whereArgs, values...)
	}
}

// parts gives what the filter asks for. The words are looked up in the index first, because how many hits they have
// decides on the way: up to few of them are looked up one by one.
func (t *Tx) parts(ctx context.Context, f Filter, few int) (*parts, error) {
	p := &parts{from: "items AS i"}
	p.add(len(f.Status) == 0, whereNewest)
	if len(f.Status) > 0 {
		stored, up, expired := storedStatus(f.Status)
		p.add(true, whereStatus, stored)
		p.add(up && !expired, whereUp, f.Today)
		p.add(expired && !up, whereExpired, f.Today)
	}
	p.add(f.OfficeID != "", whereOffice, f.OfficeID)
	p.add(f.Entry != "", whereEntry, f.Entry)
	p.add(f.Category != "", whereCategory, f.Category, like(f.Category)+".%")
	p.add(f.Audience != "", whereAudience, f.Audience)
	p.add(f.Mode != "", whereMode, f.Mode)
	p.add(f.Year != 0, whereYear, strconv.Itoa(f.Year)+"-%")
	p.add(f.EndFrom != "", whereEndFrom, f.EndFrom)
	p.add(f.EndTo != "", whereEndTo, f.EndTo)
	p.add(f.ChangedFrom != "", whereChanged, writeInstant(f.ChangedFrom.Begin()))
	return p, t.ask(ctx, f.Query, few, p)
}

// ask adds what a person typed.
func (t *Tx) ask(ctx context.Context, typed string, few int, p *parts) error {
	if strings.TrimSpace(typed) == "" {
		return nil
	}
	if l, ok := longPhraseOf(typed); ok && few == fewToList { // counting goes through all hits in either way
		if done, err := t.askLong(ctx, l, p); done || err != nil {
			return err
		}
	}
	people, err := t.People(ctx)
	if err != nil {
		return err
	}
	match, long, ok := question(typed, people)
	if !ok {
		p.add(true, whereNothing) // nothing but marks
		return nil
	}
	h, err := t.hits(ctx, match, long, few)
	if err != nil {
		return err
	}
	h.join(p)
	return nil
}

// storedStatus gives the statuses as stored, and whether those that are up and those that have expired are wanted:
// expiry is told from the last day and never stored.
func storedStatus(wanted []data.Status) (stored []data.Status, up, expired bool) {
	up, expired = slices.Contains(wanted, data.Published), slices.Contains(wanted, data.Expired)
	for _, s := range wanted {
		if s != data.Expired {
			stored = append(stored, s)
		}
	}
	if expired && !up {
		stored = append(stored, data.Published)
	}
	return stored, up, expired
}

// like takes their meaning from the marks of LIKE in what a person typed.
func like(text string) string {
	return strings.NewReplacer("!", "!!", "%", "!%", "_", "!_").Replace(text)
}

// searchPage finds a page by what lists are narrowed by and ordered by alone, which an index holds, and only then reads
// the page's items. The id is a UUID v7, so that its order is the order of drafting.
const (
	searchPage = `
SELECT ` + itemColumns + `
  FROM (SELECT i.id AS page_id, i.version AS page_version
          FROM `

	searchWhere = `
         WHERE `

	searchOrder = `
         ORDER BY i.id DESC, i.version DESC
         LIMIT ? OFFSET ?) AS page
 CROSS JOIN items
 WHERE id = page_id
   AND version = page_version
 ORDER BY id DESC, version DESC`

	searchCount = `
SELECT count(*)
  FROM `
)

// Items lists items without steps, the newest first.
func (t *Tx) Items(ctx context.Context, f Filter) ([]data.Item, error) {
	limit := f.Limit
	if limit <= 0 {
		limit = all
	}
	p, err := t.parts(ctx, f, fewToList)
	if err != nil {
		return nil, err
	}
	query, args, err := p.statement(searchPage, searchOrder, limit, f.Offset)
	if err != nil {
		return nil, err
	}
	return t.itemList(ctx, query, args...)
}

// CountItems tells how many items the filter lets through, whatever its limit.
func (t *Tx) CountItems(ctx context.Context, f Filter) (int, error) {
	p, err := t.parts(ctx, f, fewToCount)
	if err != nil {
		return 0, err
	}
	query, args, err := p.statement(searchCount, "")
	if err != nil {
		return 0, err
	}
	var n int
	if err := t.get(ctx, &n, query, args...); err != nil {
		return 0, fmt.Errorf("count items: %w", err)
	}
	return n, nil
}

// statement puts the parts together, with a list spread over as many places as it has members.
func (p *parts) statement(head, tail string, more ...any) (string, []any, error) {
	conditions := p.where
	if len(conditions) == 0 {
		conditions = []string{"1 = 1"}
	}
	args := append(append(slices.Clone(p.fromArgs), p.whereArgs...), more...)
	query, args, err := sqlx.In(head+p.from+searchWhere+strings.Join(conditions, and)+tail, args...)
	if err != nil {
		return "", nil, fmt.Errorf("search items: %w", err)
	}
	return query, args, nil
}
