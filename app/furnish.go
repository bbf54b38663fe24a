package app

import (
	"context"
	"errors"
	"slices"

	"gongkailan/app/demo"
	"gongkailan/data"
	"gongkailan/data/desk"
)

// furnish gives the demonstration unit of the pictures what an office at work has besides items: a board that is described
// and on which something hangs, and an opinion.
func furnish(ctx context.Context, d *desk.Desk) error {
	unit := demo.Read()
	by, err := d.SignIn(ctx, unit.With(data.Checker, ""), unit.Password)
	if err != nil {
		return err
	}
	_, wrong := by.RegisterOpinion(ctx, data.OpinionSaid{ReceivedOn: d.Today(), Way: data.WayBox},
		data.OpinionText{Subject: "关于食堂采购", Text: "建议公开机关食堂大宗食材的采购价格。"})
	return errors.Join(wrong, furnishBoard(ctx, d, by))
}

// furnishBoard describes a board of three rows and six columns, and hangs the two oldest notices that belong on it.
func furnishBoard(ctx context.Context, d *desk.Desk, by *desk.Session) error {
	settings, err := d.Settings(ctx)
	if err != nil {
		return err
	}
	catalogue, err := d.Catalogue(ctx, d.Today())
	if err != nil {
		return err
	}
	settings.Board = data.BoardGrid{Place: "一楼大厅东侧", Rows: 3, Columns: 6, Heads: data.EvenHeads(6, catalogue)}
	if err := by.SaveSettings(ctx, settings); err != nil {
		return err
	}
	up, err := d.Items(ctx, desk.Filter{Status: []data.Status{data.Published}})
	if err != nil {
		return err
	}
	hung := 0
	for i := len(up) - 1; i >= 0 && hung < 2; i-- {
		it := up[i]
		if !slices.Contains(it.Channels, data.Board) {
			continue
		}
		hung++
		use := data.Use{
			Channel: data.Board, On: d.Today(), Place: settings.Board.Place,
			Pockets: []data.BoardPlace{{Row: 1, Column: columnOf(settings.Board, catalogue.CategoryOf(it.EntryCode).Code)}},
		}
		if _, err := by.RecordUse(ctx, it, use); err != nil {
			return err
		}
	}
	return nil
}

// columnOf is the first column under the head of a category, or the first of all.
func columnOf(board data.BoardGrid, category string) int {
	for _, h := range board.Heads {
		if h.Category == category {
			return h.First
		}
	}
	return 1
}
