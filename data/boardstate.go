package data

import (
	"cmp"
	"slices"
)

// Unsound is why a version comes off the board whose signatures do not hold: nobody knows that this is what was agreed.
const Unsound Removal = "unsound"

// Posting is a use of the board that stands, with what is known of the version that hangs there by it.
type Posting struct {
	ItemUse
	Item     Item // its zero value where the version is gone
	Category Category
	Why      Removal // why it is to be taken down; "" while it hangs rightly
}

// BoardState is what should hang on the board on a day and what is recorded as hanging there.
type BoardState struct {
	Day       Date
	Grid      BoardGrid
	Catalogue Catalogue
	Hanging   []Hanging // what should hang, and what waits to be published, in the order of the board
	Posted    []Posting
}

// BoardStateOn gathers what should hang on the day and judges what is recorded as hanging. Versions are all versions of
// the items concerned, with their steps; holds tells whether a version's signatures hold, and what does not is never
// hung and always taken down.
func BoardStateOn(day Date, grid BoardGrid, versions []Item, posted []ItemUse, c Catalogue, holds func(Item) bool) BoardState {
	s := BoardState{Day: day, Grid: grid, Catalogue: c, Hanging: HangingOn(day, versions, c)}
	for _, it := range versions {
		if slices.Contains(it.Channels, Board) && awaits(it, day) {
			s.Hanging = append(s.Hanging, Hanging{Item: it, Category: c.CategoryOf(it.EntryCode), Awaits: true})
		}
	}
	s.Hanging = slices.DeleteFunc(s.Hanging, func(h Hanging) bool { return !holds(h.Item) })
	slices.SortStableFunc(s.Hanging, func(a, b Hanging) int { return c.boardOrder(a.Item, b.Item) })
	of := byItem(versions)
	for _, u := range posted {
		s.Posted = append(s.Posted, postingOf(day, u, of[u.ItemID], c, holds))
	}
	slices.SortStableFunc(s.Posted, func(a, b Posting) int {
		return cmp.Or(c.boardOrder(a.Item, b.Item), cmp.Compare(a.ID, b.ID))
	})
	return s
}

// postingOf judges what hangs by a use.
func postingOf(day Date, u ItemUse, versions []Item, c Catalogue, holds func(Item) bool) Posting {
	p := Posting{ItemUse: u, Why: Unsound, Category: OutsideCatalogue()}
	at := slices.IndexFunc(versions, func(it Item) bool { return it.Version == u.Version })
	if at < 0 {
		return p
	}
	p.Item = versions[at]
	p.Category = c.CategoryOf(p.Item.EntryCode)
	s := stayOf(p.Item, versions)
	switch {
	case !holds(p.Item), s.up == "":
	case s.off != "" && s.off <= day:
		p.Why = s.why
	default:
		p.Why = ""
	}
	return p
}

// Unposted gives what should hang and is not recorded as hanging.
func (s BoardState) Unposted() []Hanging {
	var list []Hanging
	for _, h := range s.Hanging {
		if !slices.ContainsFunc(s.Posted, func(p Posting) bool { return p.ItemID == h.Item.ID && p.Version == h.Item.Version }) {
			list = append(list, h)
		}
	}
	return list
}

// ToDo counts what the person can do at the board: what is up and not recorded as hanging, and what is to be taken down.
func (s BoardState) ToDo(by Person) int {
	may := func(it Item) bool { return MayRecordUse(it, by, s.Day) == nil }
	n := 0
	for _, h := range s.Unposted() {
		if !h.Awaits && may(h.Item) {
			n++
		}
	}
	for _, p := range s.Posted {
		if p.Why != "" && may(p.Item) {
			n++
		}
	}
	return n
}
