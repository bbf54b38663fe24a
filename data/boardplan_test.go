package data_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data"
)

// wall is a board of two rows: two columns under 思想, one under 班子, one without a head.
func wall() data.BoardGrid {
	return data.BoardGrid{
		Rows: 2, Columns: 4,
		Heads: []data.BoardHead{{Category: "2", First: 1, Last: 2}, {Category: "1", First: 3, Last: 3}},
	}
}

func under(it data.Item, entry string) data.Item {
	it.EntryCode, it.Channels = entry, []data.Channel{data.Board}
	return it
}

func posted(it data.Item, pockets ...data.BoardPlace) data.ItemUse {
	return data.ItemUse{
		Use:    data.Use{ID: it.Number, Channel: data.Board, On: it.PublishedOn(), Pockets: pockets},
		ItemID: it.ID, Number: it.Number, Version: it.Version,
	}
}

func allHold(data.Item) bool { return true }

func sheets(n int) func(data.Item) data.Sheets {
	return func(data.Item) data.Sheets { return data.Sheets{Count: n} }
}

func places(p data.Proposal) []string {
	var names []string
	for _, place := range p.Pockets {
		names = append(names, place.String())
	}
	return names
}

const boardDay data.Date = "2026-03-10"

func planOf(grid data.BoardGrid, versions []data.Item, uses []data.ItemUse, sheetsOf func(data.Item) data.Sheets) data.BoardPlan {
	return data.PlanBoard(data.BoardStateOn(boardDay, grid, versions, uses, boardCatalogue(), allHold), sheetsOf)
}

// keeper keeps the board: the 党务公开办公室.
func keeper() data.Person { return data.Person{ID: "k", Roles: []data.Role{data.Checker}} }

func TestWhatIsToBeDoneIsCountedForWhoMayDoIt(t *testing.T) {
	a, b := under(hung("a", 1, "2026-03-02", ""), "1.1"), under(hung("b", 1, "2026-03-02", "2026-03-09"), "1.1")
	a.OfficeID, b.OfficeID = "rs", "bgs"
	plan := planOf(wall(), []data.Item{a, b}, []data.ItemUse{posted(b)}, sheets(1))
	require.Equal(t, 2, plan.ToDo(keeper()))
	require.Equal(t, 1, plan.ToDo(data.Person{ID: "c", OfficeID: "rs", Roles: []data.Role{data.Clerk}}))
	require.Zero(t, plan.ToDo(data.Person{ID: "a", OfficeID: "rs", Roles: []data.Role{data.Approver}}))
}

func TestWhatHangsIsProposedUnderItsHeadFromLeftToRight(t *testing.T) {
	a, b, c := under(hung("a", 1, "2026-03-02", ""), "2.1"), under(hung("b", 1, "2026-03-02", ""), "1.1"), under(hung("c", 1, "2026-03-02", ""), "2.1")
	plan := planOf(wall(), []data.Item{b, c, a}, nil, sheets(1))
	require.Len(t, plan.ToHang, 3)
	for i, wanted := range []struct{ number, place string }{{"a", "1-1"}, {"c", "1-2"}, {"b", "1-3"}} {
		require.Equal(t, wanted.number, plan.ToHang[i].Item.Number, "in the order of the board")
		require.Equal(t, []string{wanted.place}, places(plan.ToHang[i]))
	}
	require.Equal(t, 3, plan.ToDo(keeper()))
	require.Equal(t, "a", plan.Pockets[0].Proposal.Item.Number)
}

func TestSheetsOfANoticeHangSideBySide(t *testing.T) {
	left := under(hung("left", 1, "2026-03-02", ""), "2.1")
	two := under(hung("two", 1, "2026-03-02", ""), "2.1")
	uses := []data.ItemUse{posted(left, data.BoardPlace{Row: 1, Column: 1})}
	plan := planOf(wall(), []data.Item{left, two}, uses, sheets(2))
	require.Equal(t, []string{"2-1", "2-2"}, places(plan.ToHang[0]), "rather the next row than torn apart")
	plan = planOf(wall(), []data.Item{left, two}, uses, sheets(3))
	require.Equal(t, []string{"1-2", "2-1", "2-2"}, places(plan.ToHang[0]), "more than a row has: on as one reads")
}

func TestWithoutRoomUnderItsHeadItHangsWhereNoHeadIs(t *testing.T) {
	var versions []data.Item
	for i := range 5 {
		versions = append(versions, under(hung(fmt.Sprint(i), 1, "2026-03-02", ""), "1.1"))
	}
	plan := planOf(wall(), versions, nil, sheets(1))
	require.Equal(t, []string{"1-3"}, places(plan.ToHang[0]))
	require.Equal(t, []string{"2-3"}, places(plan.ToHang[1]))
	require.Equal(t, []string{"1-4"}, places(plan.ToHang[2]))
	require.Equal(t, []string{"2-4"}, places(plan.ToHang[3]))
	require.Empty(t, plan.ToHang[4].Pockets, "never under the head of another category")
	require.Equal(t, data.LackRoom, plan.ToHang[4].Lack)
}

func TestAnEndedOneIsStaleAndMakesRoomOnlyOnceItIsDown(t *testing.T) {
	grid := data.BoardGrid{Rows: 1, Columns: 1}
	old, now := under(hung("old", 1, "2026-03-02", "2026-03-09"), "1.1"), under(hung("new", 1, "2026-03-10", ""), "1.1")
	plan := planOf(grid, []data.Item{old, now}, []data.ItemUse{posted(old, data.BoardPlace{Row: 1, Column: 1})}, sheets(1))
	require.Equal(t, data.Ended, plan.Stale()[0].Why)
	require.Equal(t, data.LackCleared, plan.ToHang[0].Lack)
	require.Equal(t, 2, plan.ToDo(keeper()))
	plan = planOf(grid, []data.Item{old, now}, nil, sheets(1))
	require.Equal(t, []string{"1-1"}, places(plan.ToHang[0]))
}

func TestWhyItIsTakenDownIsTold(t *testing.T) {
	first, second := under(hung("x", 1, "2026-03-02", ""), "1.1"), under(hung("x", 2, "2026-03-05", ""), "1.1")
	pulled := acted(under(hung("y", 1, "2026-03-02", ""), "1.1"), data.ActWithdraw, "2026-03-06")
	sound := under(hung("z", 1, "2026-03-02", ""), "1.1")
	versions := []data.Item{first, second, pulled, sound}
	uses := []data.ItemUse{posted(first), posted(pulled), posted(sound), posted(under(hung("gone", 1, "2026-03-02", ""), "1.1"))}
	state := data.BoardStateOn(boardDay, wall(), versions, uses, boardCatalogue(), func(it data.Item) bool { return it.Number != "z" })
	why := map[string]data.Removal{}
	for _, p := range state.Posted {
		why[p.Number] = p.Why
	}
	require.Equal(t, map[string]data.Removal{"x": data.Superseded, "y": data.TakenDown, "z": data.Unsound, "gone": data.Unsound}, why)
	for _, h := range state.Hanging {
		require.NotEqual(t, "z", h.Item.Number, "what does not hold is not hung")
	}
}

func TestWhatWaitsIsPlannedAndNotCounted(t *testing.T) {
	waits := under(approved("w", 1, "2026-03-09", ""), "1.1")
	plan := planOf(wall(), []data.Item{waits}, nil, sheets(1))
	require.True(t, plan.ToHang[0].Awaits)
	require.Equal(t, []string{"1-3"}, places(plan.ToHang[0]))
	require.Zero(t, plan.ToDo(keeper()))
}

func TestLargeSheetsGoIntoLargePocketsOnly(t *testing.T) {
	grid := data.BoardGrid{Rows: 1, Columns: 2, Large: []data.BoardPlace{{Row: 1, Column: 1}}}
	it := under(hung("a", 1, "2026-03-02", ""), "1.1")
	large := func(n int) func(data.Item) data.Sheets {
		return func(data.Item) data.Sheets { return data.Sheets{Count: n, Large: true} }
	}
	require.Equal(t, []string{"1-2"}, places(planOf(grid, []data.Item{it}, nil, sheets(1)).ToHang[0]))
	require.Equal(t, []string{"1-1"}, places(planOf(grid, []data.Item{it}, nil, large(1)).ToHang[0]))
	require.Equal(t, data.LackLarge, planOf(grid, []data.Item{it}, nil, large(2)).ToHang[0].Lack)
}

func TestABoardWithoutDescriptionIsAList(t *testing.T) {
	a, b := under(hung("a", 1, "2026-03-02", ""), "1.1"), under(hung("b", 1, "2026-03-02", ""), "1.1")
	plan := planOf(data.BoardGrid{}, []data.Item{a, b}, []data.ItemUse{posted(a)}, sheets(1))
	require.Empty(t, plan.Pockets)
	require.Len(t, plan.Right(), 1)
	require.Equal(t, data.LackBoard, plan.ToHang[0].Lack)
}

func TestColumnsAreSharedOutEvenly(t *testing.T) {
	require.Nil(t, data.EvenHeads(1, boardCatalogue()))
	rapid.Check(t, func(t *rapid.T) {
		columns := rapid.IntRange(2, 40).Draw(t, "columns")
		grid := data.BoardGrid{Rows: 1, Columns: columns, Heads: data.EvenHeads(columns, boardCatalogue())}
		require.NoError(t, grid.Check())
		for column := 1; column <= columns; column++ {
			require.NotEmpty(t, grid.HeadOver(column))
		}
	})
}

// TestAPlanKeepsTheLawsOfTheBoard: whatever hangs and should hang, no pocket is given twice, nothing is proposed where
// something hangs, sheets lie in pockets of their size under their head or no head, what hangs rightly stays, and all is
// placed, proposed or told why not.
func TestAPlanKeepsTheLawsOfTheBoard(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		grid := drawGrid(t)
		var versions []data.Item
		var uses []data.ItemUse
		free := grid.Places()
		size := map[string]data.Sheets{}
		for i := range rapid.IntRange(0, 14).Draw(t, "items") {
			last := rapid.SampledFrom([]data.Date{"", "2026-03-09", "2026-03-20"}).Draw(t, "last")
			it := under(hung(fmt.Sprint("n", i), 1, "2026-03-02", last), rapid.SampledFrom([]string{"1.1", "2.1", "9.9"}).Draw(t, "entry"))
			size[it.Number] = data.Sheets{Count: rapid.IntRange(1, 4).Draw(t, "sheets"), Large: rapid.Bool().Draw(t, "large")}
			versions = append(versions, it)
			if len(free) > 0 && rapid.Bool().Draw(t, "posted") {
				at := rapid.IntRange(0, len(free)-1).Draw(t, "pocket")
				uses = append(uses, posted(it, free[at]))
				free = slices.Delete(free, at, at+1)
			}
		}
		plan := planOf(grid, versions, uses, func(it data.Item) data.Sheets { return size[it.Number] })
		require.Equal(t, plan, planOf(grid, versions, uses, func(it data.Item) data.Sheets { return size[it.Number] }), "stable")
		checkPlan(t, plan, uses, size)
		require.Equal(t, len(uses), len(plan.Right())+len(plan.Stale()))
		for _, h := range plan.Hanging {
			placed := slices.ContainsFunc(plan.Right(), func(p data.Posting) bool { return p.Number == h.Item.Number })
			named := slices.ContainsFunc(plan.ToHang, func(p data.Proposal) bool { return p.Item.Number == h.Item.Number })
			require.NotEqual(t, placed, named, "each hangs or is to be hung")
		}
	})
}

func checkPlan(t *rapid.T, plan data.BoardPlan, uses []data.ItemUse, size map[string]data.Sheets) {
	taken := map[data.BoardPlace]bool{}
	for _, u := range uses {
		for i, place := range u.Pockets {
			taken[place] = true
			at := slices.IndexFunc(plan.Pockets, func(p data.Pocket) bool { return p.Place == place })
			require.Equal(t, u.ID, plan.Pockets[at].Posting.ID, "what hangs stays")
			require.Equal(t, i+1, plan.Pockets[at].Page)
		}
	}
	for _, p := range plan.ToHang {
		if p.Lack != "" {
			require.Empty(t, p.Pockets)
			continue
		}
		require.Len(t, p.Pockets, size[p.Item.Number].Count)
		for _, place := range p.Pockets {
			require.False(t, taken[place], "%s is given twice", place)
			taken[place] = true
			require.True(t, plan.Grid.Has(place))
			require.Equal(t, size[p.Item.Number].Large, plan.Grid.IsLarge(place))
			require.Contains(t, []string{"", p.Category.Code}, plan.Grid.HeadOver(place.Column))
		}
	}
}

func drawGrid(t *rapid.T) data.BoardGrid {
	grid := data.BoardGrid{Rows: rapid.IntRange(0, 4).Draw(t, "rows")}
	if grid.Rows == 0 {
		return grid
	}
	grid.Columns = rapid.IntRange(1, 6).Draw(t, "columns")
	if grid.Columns >= 3 && rapid.Bool().Draw(t, "heads") {
		grid.Heads = []data.BoardHead{{Category: "1", First: 1, Last: 1}, {Category: "2", First: 2, Last: grid.Columns - 1}}
	}
	for _, place := range grid.Places() {
		if rapid.IntRange(0, 4).Draw(t, "a3") == 0 {
			grid.Large = append(grid.Large, place)
		}
	}
	return grid
}

func TestABoardOfAnotherSizeKeepsWhatItStillHas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		grid := drawGrid(t)
		rows, columns := rapid.IntRange(1, 8).Draw(t, "new rows"), rapid.IntRange(1, 8).Draw(t, "new columns")
		resized := grid.Resized(rows, columns)
		require.NoError(t, resized.Check())
		for _, p := range resized.Places() {
			if grid.Has(p) {
				require.Equal(t, grid.IsLarge(p), resized.IsLarge(p))
				require.Equal(t, grid.HeadOver(p.Column), resized.HeadOver(p.Column))
			}
		}
	})
}
