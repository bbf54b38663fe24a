package intake

import "strings"

// tabbed gives the lines of a text that have columns as the rows of a table. What is before the first tab belongs to the
// first column, so a row whose category stands above it begins with a tab; lines without any are no rows.
func tabbed(text string) table {
	t := table{}
	number := 0
	for l := range strings.SplitSeq(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n") {
		number++
		if !strings.Contains(l, "\t") || trim(l) == "" {
			continue
		}
		cells := strings.SplitN(l, "\t", mostColumns)
		for i := range cells {
			cells[i] = withoutQuotes(cells[i])
		}
		t.add(number, cells)
	}
	return t
}

// withoutQuotes takes off the quotes in which a spreadsheet program saves a cell that holds a comma or a quote.
func withoutQuotes(cell string) string {
	inner := trim(cell)
	if len(inner) < 2 || !strings.HasPrefix(inner, `"`) || !strings.HasSuffix(inner, `"`) {
		return cell
	}
	return strings.ReplaceAll(inner[1:len(inner)-1], `""`, `"`)
}
