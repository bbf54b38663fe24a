package demo

import (
	"context"
	"slices"

	"gongkailan/data"
	"gongkailan/data/desk"
)

// Opinion is an opinion that came in, and up to which act it is brought.
type Opinion struct {
	Way     data.OpinionWay `json:"way"`
	DaysAgo int             `json:"days_ago"`
	Subject string          `json:"subject"`
	Text    string          `json:"text"`
	To      string          `json:"to"` // the office whose clerk handles it, "" while it is not assigned
}

// around makes what stands around the items: the board of paper with what hangs on it, opinions, and what visitors did at
// the lobby's screen.
func (b *builder) around(ctx context.Context) error {
	b.clock.SetBack(0, 5)
	checker, err := b.as(ctx, b.unit.With(data.Checker, ""))
	if err != nil {
		return err
	}
	grid := b.unit.Board
	grid.Heads = data.EvenHeads(grid.Columns, b.catalogue)
	if err := checker.SaveSettings(ctx, data.Settings{Board: grid, Rounds: []data.Round{b.round()}}); err != nil {
		return err
	}
	if err := b.hang(ctx, checker, grid); err != nil {
		return err
	}
	if err := b.opinions(ctx, checker); err != nil {
		return err
	}
	return b.lobby(ctx, checker)
}

// hang records that what is up hangs, under the head of its category; the newest still waits for it, so that there is
// something to do.
func (b *builder) hang(ctx context.Context, checker *desk.Session, grid data.BoardGrid) error {
	hanging, _, err := b.desk.BoardStanding(ctx, b.desk.Today())
	if err != nil {
		return err
	}
	slices.SortFunc(hanging, func(x, y data.Hanging) int { return x.Item.CreatedAt.Compare(y.Item.CreatedAt) })
	taken := map[data.BoardPlace]bool{}
	for i, h := range hanging {
		if h.Awaits || i == len(hanging)-1 {
			continue
		}
		at, ok := pocketFor(grid, h.Category.Code, taken)
		if !ok {
			continue
		}
		taken[at] = true
		use := data.Use{Channel: data.Board, On: b.desk.Today(), Pockets: []data.BoardPlace{at}}
		if _, err := checker.RecordUse(ctx, h.Item, use); err != nil {
			return err
		}
	}
	return nil
}

// pocketFor gives the first free pocket under the head of the category.
func pocketFor(grid data.BoardGrid, category string, taken map[data.BoardPlace]bool) (data.BoardPlace, bool) {
	for row := 1; row <= grid.Rows; row++ {
		for column := 1; column <= grid.Columns; column++ {
			at := data.BoardPlace{Row: row, Column: column}
			if grid.HeadOver(column) == category && !taken[at] {
				return at, true
			}
		}
	}
	return data.BoardPlace{}, false
}

func (b *builder) opinions(ctx context.Context, checker *desk.Session) error {
	people, err := b.desk.People(ctx)
	if err != nil {
		return err
	}
	for i, o := range b.unit.Opinions {
		b.clock.SetBack(o.DaysAgo, 20+i)
		said := data.OpinionSaid{ReceivedOn: b.desk.Today(), Way: o.Way}
		registered, err := checker.RegisterOpinion(ctx, said, data.OpinionText{Subject: o.Subject, Text: o.Text})
		if err != nil {
			return err
		}
		name := b.unit.With(data.Clerk, o.To)
		at := slices.IndexFunc(people, func(p data.Person) bool { return o.To != "" && p.Name == name })
		if at < 0 {
			continue
		}
		if _, err := checker.AssignOpinion(ctx, registered.Number, people[at].ID); err != nil {
			return err
		}
	}
	return nil
}
