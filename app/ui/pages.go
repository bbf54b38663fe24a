package ui

import "context"

const (
	// PageSize is how many rows are read at once: some four screens.
	PageSize = 100
	// mostPages is how many pages stay in memory.
	mostPages = 12
	// noPage stands where no page is meant.
	noPage = -1
)

// Pages are the rows of a long list, of which only those near what is in sight are in memory. A row that is not there is
// read when it comes into sight, with the page around it. While one page is read only the one that was asked for last
// waits, so that who scrolls through a hundred thousand rows waits for what is in sight and not for all that went by.
type Pages[T any] struct {
	loader  *Loader
	cells   func(T) []Cell
	changed func()      // rows have come
	failed  func(error) // a page could not be read

	read   func(ctx context.Context, offset, limit int) ([]T, error)
	total  int
	kept   map[int]*keptPage[T]
	uses   int
	flying int // the page that is being read
	next   int // the page to be read after it
	asking bool
}

type keptPage[T any] struct {
	rows  []T
	stale bool // shown until it has been read anew
	used  int
}

var _ Rows = (*Pages[int])(nil)

// NewPages makes an empty list. Cells puts a row into what a table shows; changed is called when rows have come that
// were asked for; failed is told why a page could not be read.
func NewPages[T any](loader *Loader, cells func(T) []Cell, changed func(), failed func(error)) *Pages[T] {
	return &Pages[T]{loader: loader, cells: cells, changed: changed, failed: failed, kept: map[int]*keptPage[T]{}, flying: noPage, next: noPage}
}

// Begin shows another list, of which the first page is there. How long it is may be told later by SetTotal; read reads
// its other pages.
func (p *Pages[T]) Begin(first []T, read func(ctx context.Context, offset, limit int) ([]T, error)) {
	p.Stop()
	p.read, p.kept = read, map[int]*keptPage[T]{}
	p.total = len(first)
	p.keep(0, first)
}

// Renew shows the same list after something in it has changed: the first page is there, the others stay until they have
// been read anew.
func (p *Pages[T]) Renew(first []T) {
	p.Stop()
	for _, page := range p.kept {
		page.stale = true
	}
	p.keep(0, first)
	if len(first) < PageSize {
		p.SetTotal(len(first))
	}
}

// SetTotal tells how many rows there are.
func (p *Pages[T]) SetTotal(total int) {
	p.total = total
	for number := range p.kept {
		if number > 0 && number*PageSize >= total {
			delete(p.kept, number)
		}
	}
}

// Stop reads nothing more until a row is asked for.
func (p *Pages[T]) Stop() {
	p.loader.Stop()
	p.flying, p.next = noPage, noPage
}

// Len is how many rows there are, as far as it is known.
func (p *Pages[T]) Len() int { return p.total }

// Row gives what the table shows of a row. One that is not there yet is asked for.
func (p *Pages[T]) Row(row int) ([]Cell, bool) {
	value, ok := p.At(row)
	if !ok {
		return nil, false
	}
	return p.cells(value), true
}

// At gives a row. One that is not there yet is asked for.
func (p *Pages[T]) At(row int) (T, bool) {
	var none T
	if row < 0 || row >= p.total {
		return none, false
	}
	number := row / PageSize
	if page, ok := p.kept[number]; !ok || page.stale {
		p.ask(number)
	}
	page, ok := p.kept[number]
	if !ok || row%PageSize >= len(page.rows) {
		return none, false
	}
	p.uses++
	page.used = p.uses
	return page.rows[row%PageSize], true
}

// ask has a page read, after the one that is being read.
func (p *Pages[T]) ask(number int) {
	switch {
	case p.read == nil || number == p.flying:
	case p.flying != noPage:
		p.next = number
	default:
		p.asking = true
		p.fetch(number)
		p.asking = false
	}
}

func (p *Pages[T]) fetch(number int) {
	p.flying = number
	read := p.read
	Load(p.loader, func(ctx context.Context) ([]T, error) {
		return read(ctx, number*PageSize, PageSize)
	}, func(rows []T, err error) { p.arrived(number, rows, err) })
}

func (p *Pages[T]) arrived(number int, rows []T, err error) {
	p.flying = noPage
	p.keep(number, rows) // one that could not be read stays empty, so that it is not asked for again and again
	switch end := number*PageSize + len(rows); {
	case err != nil:
		p.failed(err)
	case len(rows) < PageSize && end < p.total:
		p.SetTotal(end) // there are fewer than there were
	}
	if next := p.next; next != noPage {
		p.next = noPage
		p.fetch(next)
	}
	if !p.asking {
		p.changed()
	}
}

// keep puts a page into memory and gives up the one that has not been seen for longest.
func (p *Pages[T]) keep(number int, rows []T) {
	p.uses++
	p.kept[number] = &keptPage[T]{rows: rows, used: p.uses}
	for len(p.kept) > mostPages {
		oldest := noPage
		for other, page := range p.kept {
			if other != number && (oldest == noPage || page.used < p.kept[oldest].used) {
				oldest = other
			}
		}
		delete(p.kept, oldest)
	}
}
