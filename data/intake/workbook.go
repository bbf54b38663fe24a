package intake

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"gongkailan/data"
)

// readWorkbook reads a catalogue from the first sheet that has one: rows under heads such as 编码, 类别 and 公开事项, as
// our own export writes them, or else lines of a plan, one a row.
func readWorkbook(raw []byte) (Plan, error) {
	book, err := excelize.OpenReader(bytes.NewReader(raw), excelize.Options{UnzipSizeLimit: mostPartBytes, UnzipXMLSizeLimit: mostPartBytes})
	if err != nil {
		return Plan{}, data.Refuse(data.ErrInvalid, "intake.damaged")
	}
	defer book.Close()
	var lines []line
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		if err != nil {
			return Plan{}, data.Refuse(data.ErrInvalid, "intake.damaged")
		}
		if at, columns := findHeads(rows); at >= 0 {
			return readRows(rows, at, columns)
		}
		if lines == nil {
			for i, row := range rows {
				if text := strings.TrimSpace(strings.Join(row, "")); text != "" {
					lines = append(lines, line{number: i + 1, text: text})
				}
			}
		}
	}
	return readLines(lines)
}

// columns are where the heads of a catalogue's table stand; -1 for one that is not there.
type columns struct{ code, category, title, mode, audience, decision int }

// findHeads finds the row of heads: the first that names the item.
func findHeads(rows [][]string) (int, columns) {
	for i, row := range rows {
		c := columns{-1, -1, -1, -1, -1, -1}
		for j, cell := range row {
			c.note(j, strings.TrimSpace(cell))
		}
		if c.title >= 0 && (c.category >= 0 || c.code >= 0) {
			return i, c
		}
	}
	return -1, columns{}
}

func (c *columns) note(at int, head string) {
	set := func(place *int) {
		if *place < 0 {
			*place = at
		}
	}
	switch head {
	case "编码", "编号", "代码", "序号":
		set(&c.code)
	case "类别", "公开类别", "一级目录", "分类":
		set(&c.category)
	case "公开事项", "事项", "公开内容", "内容", "事项名称", "二级目录", "目录项":
		set(&c.title)
	case "公开方式", "公开时限", "时限":
		set(&c.mode)
	case "公开范围", "范围":
		set(&c.audience)
	case "决定方式", "审批方式":
		set(&c.decision)
	}
}

// readRows reads the rows under the heads. A category stands in its first row, or in each. Codes are given anew where
// they are missing or doubled, so that every row is kept.
func readRows(rows [][]string, heads int, c columns) (Plan, error) {
	p := Plan{}
	for i := 0; i < heads; i++ {
		if text := strings.TrimSpace(strings.Join(rows[i], "")); text != "" {
			p.Skipped = append(p.Skipped, Skipped{Line: i + 1, Text: text, Why: "表头之前的文字"})
		}
	}
	t := tableBuilder{columns: c, plan: &p}
	for i := heads + 1; i < len(rows); i++ {
		t.take(i+1, rows[i])
	}
	if len(p.Catalogue.Entries) == 0 {
		return Plan{}, data.Refuse(data.ErrInvalid, "intake.nolist")
	}
	return p, p.Catalogue.Check()
}

type tableBuilder struct {
	columns
	plan  *Plan
	items int
}

func cellAt(row []string, at int) string {
	if at < 0 || at >= len(row) {
		return ""
	}
	return strings.TrimSpace(row[at])
}

func (t *tableBuilder) take(number int, row []string) {
	title, category := cellAt(row, t.title), cellAt(row, t.category)
	catalogue := &t.plan.Catalogue
	if title == "" {
		if text := strings.TrimSpace(strings.Join(row, "")); text != "" {
			t.plan.Skipped = append(t.plan.Skipped, Skipped{Line: number, Text: text, Why: "这一行没有公开事项"})
		}
		return
	}
	if n := len(catalogue.Categories); n == 0 || category != "" && catalogue.Categories[n-1].Title != category {
		if category == "" {
			category = "公开内容"
		}
		code := strconv.Itoa(n + 1)
		catalogue.Categories = append(catalogue.Categories, data.Category{Code: code, Title: category, Short: shortOf(category)})
		t.items = 0
	}
	of := catalogue.Categories[len(catalogue.Categories)-1]
	t.items++
	entry := withGuesses(data.Entry{Code: cellAt(row, t.code), Category: of.Code, Title: title})
	if entry.Code != of.Code && !strings.HasPrefix(entry.Code, of.Code+".") || hasEntry(catalogue.Entries, entry.Code) {
		entry.Code = of.Code + "." + strconv.Itoa(t.items)
	}
	readTerm(&entry.Mode, cellAt(row, t.mode), map[string]data.Mode{"长期": data.LongTerm, "定期": data.Periodic, "逐段": data.Staged, "即时": data.Immediate})
	readTerm(&entry.Audience, cellAt(row, t.audience), map[string]data.Audience{"党内": data.Party, "机关": data.Staff, "社会": data.Society})
	readTerm(&entry.Decision, cellAt(row, t.decision), map[string]data.Decision{"分管": data.ByDeputy, "集体研究": data.ByCollective, "报上级": data.BySuperior})
	catalogue.Entries = append(catalogue.Entries, entry)
}

func hasEntry(entries []data.Entry, code string) bool {
	for _, e := range entries {
		if e.Code == code {
			return true
		}
	}
	return false
}

// readTerm puts the term that a cell names into its place; a cell that names none leaves the default.
func readTerm[T any](place *T, cell string, terms map[string]T) {
	last := -1
	for word, term := range terms {
		// 党组集体研究后报上级审核 names two; the one written last is the one that is meant.
		if at := strings.LastIndex(cell, word); at > last {
			*place, last = term, at
		}
	}
}
