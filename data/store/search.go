package store

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/jmoiron/sqlx"

	"gongkailan/data"
)

// Filter narrows a list of items. Empty fields narrow nothing.
type Filter struct {
	Status   []data.Status // any of these; without, the newest version of each item whatever its status
	Query    string        // part of the number or the title
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
	searchItems = `
SELECT ` + itemColumns + `
  FROM items AS i
 WHERE `

	searchCount = `
SELECT count(*)
  FROM items AS i
 WHERE `

	whereNewest   = `NOT EXISTS (SELECT 1 FROM items AS n WHERE n.id = i.id AND n.version > i.version)`
	whereStatus   = `i.status IN (?)`
	whereUp       = `(i.status <> 'published' OR i.to_on = '' OR i.to_on >= ?)`
	whereExpired  = `(i.status <> 'published' OR (i.to_on <> '' AND i.to_on < ?))`
	whereQuery    = `(i.title LIKE ? ESCAPE '!' OR i.number LIKE ? ESCAPE '!')`
	whereOffice   = `i.office_id = ?`
	whereEntry    = `i.entry_code = ?`
	whereCategory = `(i.entry_code = ? OR i.entry_code LIKE ? ESCAPE '!')`
	whereAudience = `i.audience = ?`
	whereMode     = `i.mode = ?`
	whereYear     = `i.number LIKE ? ESCAPE '!'`
	whereEndFrom  = `i.to_on >= ?`
	whereChanged  = `i.updated_at >= ?`
	whereEndTo    = `i.to_on <> '' AND i.to_on <= ?`

	// The id is a UUID v7, so that its order is the order of drafting and the primary key gives it.
	searchOrder = `
 ORDER BY i.id DESC, i.version DESC
 LIMIT ? OFFSET ?`

	and = `
   AND `
)

// conditions gives the parts that the filter asks for and what goes into their places.
func (f Filter) conditions() ([]string, []any) {
	var where []string
	var args []any
	add := func(wanted bool, part string, values ...any) {
		if wanted {
			where = append(where, part)
			args = append(args, values...)
		}
	}
	add(len(f.Status) == 0, whereNewest)
	if len(f.Status) > 0 {
		stored, up, expired := storedStatus(f.Status)
		add(true, whereStatus, stored)
		add(up && !expired, whereUp, f.Today)
		add(expired && !up, whereExpired, f.Today)
	}
	query := like(strings.TrimSpace(f.Query))
	add(query != "", whereQuery, "%"+query+"%", "%"+query+"%")
	add(f.OfficeID != "", whereOffice, f.OfficeID)
	add(f.Entry != "", whereEntry, f.Entry)
	add(f.Category != "", whereCategory, f.Category, like(f.Category)+".%")
	add(f.Audience != "", whereAudience, f.Audience)
	add(f.Mode != "", whereMode, f.Mode)
	add(f.Year != 0, whereYear, strconv.Itoa(f.Year)+"-%")
	add(f.EndFrom != "", whereEndFrom, f.EndFrom)
	add(f.EndTo != "", whereEndTo, f.EndTo)
	add(f.ChangedFrom != "", whereChanged, writeInstant(f.ChangedFrom.Begin()))
	return where, args
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

// Items lists items without steps, the newest first.
func (t *Tx) Items(ctx context.Context, f Filter) ([]data.Item, error) {
	limit := f.Limit
	if limit <= 0 {
		limit = math.MaxInt32
	}
	where, args := f.conditions()
	query, args, err := sqlx.In(searchItems+strings.Join(where, and)+searchOrder, append(args, limit, f.Offset)...)
	if err != nil {
		return nil, fmt.Errorf("search items: %w", err)
	}
	return t.itemList(ctx, query, args...)
}

// CountItems tells how many items the filter lets through, whatever its limit.
func (t *Tx) CountItems(ctx context.Context, f Filter) (int, error) {
	where, args := f.conditions()
	query, args, err := sqlx.In(searchCount+strings.Join(where, and), args...)
	if err != nil {
		return 0, fmt.Errorf("count items: %w", err)
	}
	var n int
	if err := t.get(ctx, &n, query, args...); err != nil {
		return 0, fmt.Errorf("count items: %w", err)
	}
	return n, nil
}
