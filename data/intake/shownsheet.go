package intake

import (
	"encoding/xml"
	"strings"

	"gongkailan/data"
)

// cellAddress is a row and a column, counted from 1.
type cellAddress struct{ row, column int }

// cellRange is what a merged cell covers. Only its first cell is seen, whatever the others hold.
type cellRange struct{ from, to cellAddress }

type cellRanges []cellRange

func (list cellRanges) hides(row, column int) bool {
	for _, r := range list {
		at := cellAddress{row, column}
		if at != r.from && row >= r.from.row && row <= r.to.row && column >= r.from.column && column <= r.to.column {
			return true
		}
	}
	return false
}

// unseenCells is what a reader of a sheet does not see.
type unseenCells struct {
	rows    map[int]bool
	columns []columnRange
	cells   map[cellAddress]bool // in a look that cannot be seen
	merged  cellRanges
}

func (u unseenCells) column(n int) bool {
	for _, c := range u.columns {
		if n >= c.from && n <= c.to {
			return true
		}
	}
	return false
}

// covers gives the merged cells that a row runs through.
func (u unseenCells) covers(row int) cellRanges {
	var list cellRanges
	for _, r := range u.merged {
		if row >= r.from.row && row <= r.to.row {
			list = append(list, r)
		}
	}
	return list
}

// mostRanges bounds the merged cells and the ranges of columns of a sheet.
const mostRanges = 5000

// hiddenCells reads what of a sheet is hidden: rows and columns that are or that have no size, cells that another one
// covers, and cells in one of the styles that cannot be seen.
func hiddenCells(p pack, part string, unseen map[int]bool) (unseenCells, error) {
	u := unseenCells{rows: map[int]bool{}, cells: map[cellAddress]bool{}}
	raw, err := p.read(part)
	if err != nil {
		return u, err
	}
	at := cellAddress{}
	err = eachToken(raw, func(token xml.Token) {
		t, ok := token.(xml.StartElement)
		if !ok {
			return
		}
		switch t.Name.Local {
		case "col":
			if isTrue(attribute(t, "hidden")) || attribute(t, "width") == "0" {
				u.columns = append(u.columns, columnRange{valueOf(attribute(t, "min")), valueOf(attribute(t, "max"))})
			}
		case "row":
			at.row++
			if n := valueOf(attribute(t, "r")); n > 0 {
				at.row = n
			}
			at.column = 0
			if isTrue(attribute(t, "hidden")) || attribute(t, "ht") == "0" {
				u.rows[at.row] = true
			}
		case "c":
			at.column++
			if n := columnOf(attribute(t, "r")); n > 0 {
				at.column = n
			}
			if unseen[valueOf(attribute(t, "s"))] {
				u.cells[at] = true
			}
		case "mergeCell":
			u.merge(attribute(t, "ref"))
		}
	})
	if err == nil && len(u.columns)+len(u.merged) > mostRanges {
		err = data.Refuse(data.ErrInvalid, "intake.large")
	}
	return u, err
}

// merge reads a range, B2:D3.
func (u *unseenCells) merge(ref string) {
	first, last, ok := strings.Cut(ref, ":")
	if !ok {
		return
	}
	u.merged = append(u.merged, cellRange{addressOf(first), addressOf(last)})
}

func addressOf(name string) cellAddress {
	return cellAddress{row: valueOf(strings.TrimLeft(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")), column: columnOf(name)}
}

// bookStyles is what the styles of a workbook say of letters, grounds and formats.
type bookStyles struct {
	Formats []struct {
		ID   int    `xml:"numFmtId,attr"`
		Code string `xml:"formatCode,attr"`
	} `xml:"numFmts>numFmt"`
	Fonts []struct {
		Color *struct {
			RGB     string `xml:"rgb,attr"`
			Theme   string `xml:"theme,attr"`
			Indexed string `xml:"indexed,attr"`
			Tint    string `xml:"tint,attr"`
		} `xml:"color"`
	} `xml:"fonts>font"`
	Fills []struct {
		Pattern *struct {
			Kind string `xml:"patternType,attr"`
			Fore *struct {
				RGB   string `xml:"rgb,attr"`
				Theme string `xml:"theme,attr"`
				Tint  string `xml:"tint,attr"`
			} `xml:"fgColor"`
		} `xml:"patternFill"`
		Gradient *struct{} `xml:"gradientFill"`
	} `xml:"fills>fill"`
	Cells []struct {
		Format int `xml:"numFmtId,attr"`
		Font   int `xml:"fontId,attr"`
		Fill   int `xml:"fillId,attr"`
	} `xml:"cellXfs>xf"`
}

// unseenStyles gives the numbers of the styles in which a cell cannot be seen: white on white, or in a format that writes
// nothing.
func unseenStyles(p pack) (map[int]bool, error) {
	raw, err := p.read("xl/styles.xml")
	if err != nil || raw == nil {
		return nil, err
	}
	var s bookStyles
	if xml.Unmarshal(raw, &s) != nil {
		return nil, data.Refuse(data.ErrInvalid, "intake.damaged")
	}
	silent := map[int]bool{}
	for _, f := range s.Formats {
		silent[f.ID] = strings.Trim(f.Code, "; ") == "" && strings.Contains(f.Code, ";;")
	}
	unseen := map[int]bool{}
	for i, c := range s.Cells {
		if silent[c.Format] || s.whiteFont(c.Font) && s.whiteFill(c.Fill) {
			unseen[i] = true
		}
	}
	return unseen, nil
}

// whiteIndexed are the numbers of white in the workbook's old palette.
func whiteIndexed(n string) bool { return n == "1" || n == "9" }

func (s bookStyles) whiteFont(i int) bool {
	if i < 0 || i >= len(s.Fonts) || s.Fonts[i].Color == nil {
		return false
	}
	c := s.Fonts[i].Color
	return isWhite(c.RGB) || whiteIndexed(c.Indexed) || c.Theme == "0" && (c.Tint == "" || c.Tint == "0")
}

func (s bookStyles) whiteFill(i int) bool {
	if i < 0 || i >= len(s.Fills) {
		return true
	}
	f := s.Fills[i]
	switch {
	case f.Gradient != nil:
		return false
	case f.Pattern == nil || f.Pattern.Kind == "" || f.Pattern.Kind == "none":
		return true
	}
	fore := f.Pattern.Fore
	return f.Pattern.Kind == "solid" && fore != nil && (isWhite(fore.RGB) || fore.Theme == "0" && (fore.Tint == "" || fore.Tint == "0"))
}
