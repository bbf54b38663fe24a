package data

import (
	"fmt"
	"slices"
)

// BoardGrid is the board of paper on the wall: pockets in rows and columns, each for one sheet, under the heads of the
// catalogue's categories. The zero value is a board whose pockets nobody has described.
type BoardGrid struct {
	Place   string       `json:"place,omitempty"` // 一楼大厅东侧
	Rows    int          `json:"rows,omitempty"`
	Columns int          `json:"columns,omitempty"`
	Heads   []BoardHead  `json:"heads,omitempty"`
	Large   []BoardPlace `json:"large,omitempty"` // pockets for A3; all others are for A4
}

// BoardHead is a header over some columns, both ends included, counted from 1.
type BoardHead struct {
	Category string `json:"category"` // code of the catalogue's category
	First    int    `json:"first"`
	Last     int    `json:"last"`
}

// BoardPlace is a pocket: row and column, counted from 1 at the top left.
type BoardPlace struct {
	Row    int `json:"row"`
	Column int `json:"column"`
}

// String names a pocket as people do: 2-3 is the third of the second row.
func (p BoardPlace) String() string { return fmt.Sprintf("%d-%d", p.Row, p.Column) }

// mostPockets bounds rows and columns of a board.
const mostPockets = 40

// Described tells whether the office has described its board.
func (g BoardGrid) Described() bool { return g.Rows > 0 && g.Columns > 0 }

// Has tells whether the board has the pocket.
func (g BoardGrid) Has(p BoardPlace) bool {
	return p.Row >= 1 && p.Row <= g.Rows && p.Column >= 1 && p.Column <= g.Columns
}

// IsLarge tells whether the pocket is for A3.
func (g BoardGrid) IsLarge(p BoardPlace) bool { return slices.Contains(g.Large, p) }

// Resized gives the board with other numbers of rows and columns. A head is cut where the board ends; heads and large
// pockets that it no longer has are left out.
func (g BoardGrid) Resized(rows, columns int) BoardGrid {
	resized := BoardGrid{Place: g.Place, Rows: rows, Columns: columns}
	for _, h := range g.Heads {
		if h.First <= columns {
			h.Last = min(h.Last, columns)
			resized.Heads = append(resized.Heads, h)
		}
	}
	for _, p := range g.Large {
		if resized.Has(p) {
			resized.Large = append(resized.Large, p)
		}
	}
	return resized
}

// HeadOver gives the category under whose head the column lies, "" under none.
func (g BoardGrid) HeadOver(column int) string {
	for _, h := range g.Heads {
		if h.First <= column && column <= h.Last {
			return h.Category
		}
	}
	return ""
}

// Check tells whether the board holds together: heads lie over its columns and not over each other, large pockets are
// there. It fails with ErrInvalid.
func (g BoardGrid) Check() error {
	if g.Rows < 0 || g.Columns < 0 || g.Rows > mostPockets || g.Columns > mostPockets || (g.Rows == 0) != (g.Columns == 0) {
		return Refuse(ErrInvalid, "board.size", fmt.Sprint(mostPockets))
	}
	if err := g.checkHeads(); err != nil {
		return err
	}
	for _, p := range g.Large {
		if !g.Has(p) {
			return Refuse(ErrInvalid, "board.large", p.String())
		}
	}
	return nil
}

func (g BoardGrid) checkHeads() error {
	for i, h := range g.Heads {
		if h.Category == "" || h.First < 1 || h.Last < h.First || h.Last > g.Columns {
			return Refuse(ErrInvalid, "board.head", h.Category)
		}
		for _, other := range g.Heads[:i] {
			if h.First <= other.Last && other.First <= h.Last {
				return Refuse(ErrInvalid, "board.heads", h.Category, other.Category)
			}
		}
	}
	return nil
}
