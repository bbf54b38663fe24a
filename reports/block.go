package reports

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gongkailan/reports/page"
)

// block is a part of a body: paragraphs, a table or a figure.
type block struct {
	paragraphs []string
	table      [][]string
	figure     string // its name in the body; "" for none
	caption    string
}

// cellBreak is a new line inside a cell of a table, where a line feed would end the row.
const cellBreak = "\u2028"

// blocks cuts a body into its parts. Two lines and more that follow each other with the same number of tabs are a
// table, as they come out of a workbook; one such line alone is a line with a blank in it.
func blocks(body string) []block {
	var list []block
	lines := strings.Split(body, "\n")
	for i := 0; i < len(lines); {
		if n := tableLines(lines[i:]); n > 1 {
			list = append(list, block{table: tableCells(lines[i : i+n])})
			i += n
			continue
		}
		if name, caption, ok := figureLine(lines[i]); ok {
			list = append(list, block{figure: name, caption: caption})
		} else {
			list = append(list, block{paragraphs: paragraphs(lines[i])})
		}
		i++
	}
	return list
}

// tableLines counts the lines from the first on that are rows of one table.
func tableLines(lines []string) int {
	columns := strings.Count(lines[0], "\t")
	if columns == 0 || strings.TrimLeft(lines[0], "\t　 ") == "" {
		return 0
	}
	n := 0
	for n < len(lines) && strings.Count(lines[n], "\t") == columns {
		n++
	}
	return n
}

func tableCells(lines []string) [][]string {
	var rows [][]string
	for _, line := range lines {
		cells := strings.Split(line, "\t")
		for i := range cells {
			cells[i] = strings.TrimSpace(strings.ReplaceAll(cells[i], cellBreak, "\n"))
		}
		rows = append(rows, cells)
	}
	return rows
}

// figureLine reads ［图：name｜caption］. The caption may be missing.
func figureLine(line string) (name, caption string, ok bool) {
	text, found := strings.CutPrefix(strings.TrimSpace(line), "［图：")
	text, closed := strings.CutSuffix(text, "］")
	name, caption, _ = strings.Cut(text, "｜")
	return name, caption, found && closed && name != ""
}

// paragraphs cuts a line of a body into its paragraphs. What other programs write for a new line or a new page inside
// one is the end of a paragraph too.
func paragraphs(line string) []string {
	return strings.Split(strings.NewReplacer("\u2028", "\n", "\u2029", "\n", "\f", "\n", "\v", "\n").Replace(line), "\n")
}

// set puts the block on the sheet. A figure that is not at hand stays a line of text: nothing that was written is lost.
func (b block) set(s *page.Sheet, figures map[string]page.Image) {
	image, there := figures[b.figure]
	switch {
	case b.table != nil:
		s.Table(tableOf(b.table))
	case there:
		s.Figure(image, b.caption)
	case b.figure != "":
		s.Paragraph("［图：" + b.figure + "｜" + b.caption + "］")
	default:
		for _, p := range b.paragraphs {
			s.Paragraph(p)
		}
	}
}

// tableOf makes a table of cells: the first row is its heads, a last one that begins with 合计 its sum line. Columns of
// numbers stand at the right, those of short texts in the middle.
func tableOf(cells [][]string) page.Table {
	t := page.Table{Rows: cells[1:]}
	if last := t.Rows[len(t.Rows)-1]; len(t.Rows) > 1 && isSum(last[0]) {
		t.Sum, t.Rows = last, t.Rows[:len(t.Rows)-1]
	}
	for i, head := range cells[0] {
		var texts []string
		for _, row := range t.Rows {
			texts = append(texts, row[i])
		}
		t.Columns = append(t.Columns, columnOf(head, texts))
	}
	return t
}

func isSum(text string) bool {
	return slices.Contains([]string{"合计", "总计", "小计"}, strings.NewReplacer(" ", "", "　", "").Replace(text))
}

// shortCell is how many characters a text may have that stands in the middle of its cell.
const shortCell = 6

// columnOf tells from its texts how a column is set.
func columnOf(head string, texts []string) page.Column {
	column := page.Column{Head: head, Whole: true}
	longest, numbers := 0, 0
	for _, text := range texts {
		for line := range strings.SplitSeq(text, "\n") {
			longest = max(longest, utf8.RuneCountInString(line))
		}
		if isAmount(text) {
			numbers++
		}
	}
	switch {
	case numbers == len(texts) && numbers > 0 && !isOrdinalHead(head):
		column.Align = page.RightAligned
	case longest <= shortCell:
		column.Align = page.Centred
	}
	return column
}

func isOrdinalHead(head string) bool { return head == "序号" || head == "编号" || head == "年份" }

// isAmount tells whether a text is a number: digits, with a point, separators, a sign or a percent sign.
func isAmount(text string) bool {
	digits := 0
	for _, r := range text {
		switch {
		case unicode.IsDigit(r):
			digits++
		case !strings.ContainsRune(".,，-－+%％", r):
			return false
		}
	}
	return digits > 0
}
