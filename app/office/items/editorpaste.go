package items

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"gongkailan/data"
)

// mostPasted is how many rows are taken from the clipboard at once.
const mostPasted = 2000

// pastedRows reads what was copied from a workbook or a table of a document: rows of cells with tabs between them. A first
// row that names the columns says which cell is which; else they are in the order of the form. A column of running numbers
// before them is left out. Each row has as many cells as there are names. It fails with ErrInvalid.
func pastedRows(text string, names []string) ([][]string, error) {
	cells, err := pastedCells(text)
	if err != nil {
		return nil, err
	}
	order, headed := headsOf(cells[0], names)
	if headed {
		cells = cells[1:]
	} else {
		cells = withoutNumbers(cells, len(names))
	}
	var rows [][]string
	for _, line := range cells {
		row := make([]string, len(names))
		for i, text := range line {
			text = strings.TrimSpace(text)
			at := i
			if headed {
				at = -1
				if i < len(order) {
					at = order[i]
				}
			}
			switch {
			case at >= 0 && at < len(names):
				row[at] = text
			case !headed && text != "":
				return nil, data.Refuse(data.ErrInvalid, "paste.columns", strconv.Itoa(len(line)), strconv.Itoa(len(names)), strings.Join(names, "、"))
			}
		}
		rows = append(rows, row)
	}
	if len(rows) == 0 {
		return nil, data.Refuse(data.ErrInvalid, "paste.nothing")
	}
	return rows, nil
}

// pastedCells cuts a text into cells; rows in which nothing stands are left out.
func pastedCells(text string) ([][]string, error) {
	reader := csv.NewReader(strings.NewReader(strings.ToValidUTF8(text, "\uFFFD")))
	reader.Comma, reader.LazyQuotes, reader.FieldsPerRecord = '\t', true, -1
	var cells [][]string
	for {
		line, err := reader.Read()
		switch {
		case errors.Is(err, io.EOF) && len(cells) > 0:
			return cells, nil
		case err != nil:
			return nil, data.Refuse(data.ErrInvalid, "paste.nothing")
		case strings.TrimSpace(strings.Join(line, "")) == "":
			continue
		case len(cells) >= mostPasted:
			return nil, data.Refuse(data.ErrInvalid, "paste.rows", strconv.Itoa(mostPasted))
		}
		cells = append(cells, line)
	}
}

// headsOf tells for each cell of a first row which column it names, -1 for none. It is a row of heads where at least
// half of its cells are names of columns.
func headsOf(line, names []string) (order []int, headed bool) {
	named := 0
	for _, text := range line {
		at := slices.Index(names, strings.Join(strings.Fields(text), ""))
		if at >= 0 {
			named++
		}
		order = append(order, at)
	}
	return order, named > 0 && 2*named >= len(line)
}

// withoutNumbers leaves a first column out that holds nothing but 1, 2, 3 …, where there is one column too many.
func withoutNumbers(cells [][]string, columns int) [][]string {
	for i, line := range cells {
		if len(line) != columns+1 || strings.TrimSpace(line[0]) != strconv.Itoa(i+1) {
			return cells
		}
	}
	kept := make([][]string, len(cells))
	for i, line := range cells {
		kept[i] = line[1:]
	}
	return kept
}
