package data

// Sheets is what a notice takes on the board: so many pockets, for A3 where it is large.
type Sheets struct {
	Count int
	Large bool
}

// Lack is why no pockets are proposed for what should hang.
type Lack string

const (
	LackBoard   Lack = "board"   // nobody has described the board
	LackLarge   Lack = "large"   // the board has no A3 pockets for it, or too few
	LackCleared Lack = "cleared" // there will be room once what is to come down is taken down
	LackRoom    Lack = "room"    // its part of the board is full
)

// Proposal is something that should hang and is not recorded as hanging, and where it may be hung.
type Proposal struct {
	Hanging
	Sheets  Sheets
	Pockets []BoardPlace // one a sheet, in the order of its pages; none where Lack says why
	Lack    Lack
}

// Pocket is a pocket of the board with what is in it, or is proposed for it.
type Pocket struct {
	Place    BoardPlace
	Large    bool
	Posting  *Posting  // what hangs there
	Proposal *Proposal // what may be hung there; only in a pocket in which nothing hangs
	Page     int       // which page of it, from 1
}

// BoardPlan is the board as it hangs and as it is to be.
type BoardPlan struct {
	BoardState
	Pockets []Pocket // row by row; none while the board is not described
	ToHang  []Proposal
}

// Stale gives what is to be taken down, in the order of the board.
func (p BoardPlan) Stale() []Posting { return p.posted(func(why Removal) bool { return why != "" }) }

// Right gives what hangs rightly, in the order of the board.
func (p BoardPlan) Right() []Posting { return p.posted(func(why Removal) bool { return why == "" }) }

func (p BoardPlan) posted(keep func(Removal) bool) []Posting {
	var list []Posting
	for _, one := range p.Posted {
		if keep(one.Why) {
			list = append(list, one)
		}
	}
	return list
}

// PlanBoard proposes pockets for all that should hang and is not recorded as hanging, in the order of the board: under
// the head of its category, or where no head is, the first free pockets from left to right and from top to bottom that
// lie side by side, one for each sheet; A3 pockets for A3 sheets only. What hangs stays where it is. SheetsOf is asked
// only about what is to be hung.
func PlanBoard(s BoardState, sheetsOf func(Item) Sheets) BoardPlan {
	plan := BoardPlan{BoardState: s}
	taken, cleared := map[BoardPlace]bool{}, map[BoardPlace]bool{}
	for _, posting := range s.Posted {
		for _, place := range posting.Pockets {
			taken[place] = true
			if posting.Why == "" {
				cleared[place] = true
			}
		}
	}
	for _, h := range s.Unposted() {
		p := Proposal{Hanging: h, Sheets: sheetsOf(h.Item)}
		p.Sheets.Count = max(1, p.Sheets.Count)
		p.Pockets, p.Lack = s.Grid.propose(h.Category.Code, p.Sheets, taken)
		if p.Lack == LackRoom {
			// What is freed goes to those that stand first, as it will when they are planned anew.
			if later, lack := s.Grid.propose(h.Category.Code, p.Sheets, cleared); lack == "" {
				p.Lack = LackCleared
				mark(cleared, later)
			}
		}
		mark(taken, p.Pockets)
		mark(cleared, p.Pockets)
		plan.ToHang = append(plan.ToHang, p)
	}
	plan.fill()
	return plan
}

func mark(places map[BoardPlace]bool, more []BoardPlace) {
	for _, p := range more {
		places[p] = true
	}
}

// fill puts into every pocket what hangs there or is proposed for it.
func (p *BoardPlan) fill() {
	at := map[BoardPlace]*Pocket{}
	for _, place := range p.Grid.Places() {
		p.Pockets = append(p.Pockets, Pocket{Place: place, Large: p.Grid.IsLarge(place)})
	}
	for i := range p.Pockets {
		at[p.Pockets[i].Place] = &p.Pockets[i]
	}
	for i := range p.Posted {
		for page, place := range p.Posted[i].Pockets {
			if pocket := at[place]; pocket != nil && pocket.Posting == nil {
				pocket.Posting, pocket.Page = &p.Posted[i], page+1
			}
		}
	}
	for i := range p.ToHang {
		for page, place := range p.ToHang[i].Pockets {
			at[place].Proposal, at[place].Page = &p.ToHang[i], page+1
		}
	}
}

// Places gives all pockets of the board, row by row.
func (g BoardGrid) Places() []BoardPlace {
	return g.placesIn(1, g.Columns)
}

func (g BoardGrid) placesIn(first, last int) []BoardPlace {
	var list []BoardPlace
	for row := 1; row <= g.Rows; row++ {
		for column := first; column <= last; column++ {
			list = append(list, BoardPlace{Row: row, Column: column})
		}
	}
	return list
}

// span is a run of columns under one head, or under none.
type span struct {
	category    string
	first, last int
}

// spans cuts the board's columns where the head over them changes.
func (g BoardGrid) spans() []span {
	var list []span
	for column := 1; column <= g.Columns; column++ {
		head := g.HeadOver(column)
		if n := len(list); n > 0 && list[n-1].category == head {
			list[n-1].last = column
			continue
		}
		list = append(list, span{head, column, column})
	}
	return list
}

// propose finds free pockets for sheets of a category: under its head, else where no head is.
func (g BoardGrid) propose(category string, sheets Sheets, taken map[BoardPlace]bool) ([]BoardPlace, Lack) {
	if !g.Described() {
		return nil, LackBoard
	}
	fits := false // there is a place that is large enough, were it free
	for _, head := range []string{category, ""} {
		for _, s := range g.spans() {
			if s.category != head {
				continue
			}
			if g.side(s, sheets, nil) != nil {
				fits = true
			}
			if run := g.side(s, sheets, taken); run != nil {
				return run, ""
			}
		}
	}
	if !fits && sheets.Large {
		return nil, LackLarge
	}
	return nil, LackRoom
}

// side finds as many free pockets of the sheets' size side by side as there are sheets: in one row, else from the end of
// a row on to the next, as one reads. It gives nil where there are none.
func (g BoardGrid) side(s span, sheets Sheets, taken map[BoardPlace]bool) []BoardPlace {
	for _, oneRow := range []bool{true, false} {
		var run []BoardPlace
		for _, place := range g.placesIn(s.first, s.last) {
			if taken[place] || g.IsLarge(place) != sheets.Large {
				run = nil
				continue
			}
			if oneRow && len(run) > 0 && run[0].Row != place.Row {
				run = nil
			}
			if run = append(run, place); len(run) == sheets.Count {
				return run
			}
		}
	}
	return nil
}

// EvenHeads gives the board's columns to the categories of the catalogue, as evenly as they can be; none where there are
// fewer columns than categories.
func EvenHeads(columns int, c Catalogue) []BoardHead {
	n := len(c.Categories)
	if n == 0 || columns < n {
		return nil
	}
	heads := make([]BoardHead, n)
	for i, category := range c.Categories {
		heads[i] = BoardHead{Category: category.Code, First: i*columns/n + 1, Last: (i + 1) * columns / n}
	}
	return heads
}
