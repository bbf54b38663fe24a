package page

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// dues is a table of so many members.
func dues(n int) Table {
	t := Table{Columns: []Column{
		{Head: "序号", Width: 14, Align: Centred},
		{Head: "支部", Whole: true},
		{Head: "人数", Align: RightAligned},
		{Head: "备注"},
	}, Sum: []string{"合计", "", fmt.Sprint(n), ""}}
	for i := range n {
		t.Rows = append(t.Rows, []string{fmt.Sprint(i + 1), "机关第" + Ordinal(i%30+1) + "支部", "1", strings.Repeat("按时足额缴纳。", i%9)})
	}
	return t
}

func tabled(t Table) Document {
	s := NewSheet(halves{})
	s.Paragraph("现将有关情况公布如下：")
	s.Table(t)
	s.Paragraph("特此公布。")
	return s.Document("t")
}

func TestATableOfFourHundredRowsRepeatsItsHeads(t *testing.T) {
	doc := tabled(dues(400))
	require.Greater(t, len(doc.Pages), 10)
	all := texts(doc)
	heads, rows := 0, 0
	for _, line := range all {
		heads += strings.Count(line, "序号")
		rows += strings.Count(line, "支部")
	}
	require.Equal(t, len(doc.Pages), heads, "the heads stand once on every page")
	require.Equal(t, 400+heads, rows)
	for _, p := range doc.Pages {
		for _, l := range p.Lines {
			require.True(t, l.Aside || l.Y <= Top+TypeHeight+0.01, "%q stands under the type area", l.Text)
		}
	}
}

func TestARowThatFitsAPageIsNotTorn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := NewSheet(halves{})
		s.Blank(rapid.IntRange(0, 20).Draw(t, "before"))
		table := Table{Columns: []Column{{Head: "序号", Width: 14}, {Head: "内容"}}}
		for i := range rapid.IntRange(1, 12).Draw(t, "rows") {
			words := rapid.IntRange(1, 60).Draw(t, "words")
			table.Rows = append(table.Rows, []string{fmt.Sprint(i), fmt.Sprintf("行%d", i) + strings.Repeat("整改到位", words) + fmt.Sprintf("尾%d", i)})
		}
		s.Table(table)
		doc := s.Document("t")
		for i := range table.Rows {
			require.Equal(t, pageWith(doc, fmt.Sprintf("行%d整", i)), pageWith(doc, fmt.Sprintf("尾%d", i)))
		}
	})
}

// pageWith is the page on which a text stands; -1 where none has it.
func pageWith(doc Document, text string) int {
	for i, p := range doc.Pages {
		if strings.Contains(strings.Join(texts(Document{Pages: []Page{p}}), ""), text) {
			return i
		}
	}
	return -1
}

func TestARowLongerThanAPageGoesOnAndLosesNothing(t *testing.T) {
	text := strings.Repeat("整改措施已经落实到位。", 400)
	doc := tabled(Table{Columns: []Column{{Head: "序号", Width: 14}, {Head: "内容"}}, Rows: [][]string{{"1", text}, {"2", "完"}}})
	joined := strings.Join(texts(doc), "")
	require.Equal(t, 400, strings.Count(strings.ReplaceAll(joined, "序号内容", ""), "整改措施已经落实到位"))
}

func TestTheSumLineIsNeverAloneUnderTheHeads(t *testing.T) {
	for n := 1; n < 70; n++ {
		last := texts(Document{Pages: lastWith(dues(n), "合计")})
		require.GreaterOrEqual(t, len(last), 3)
		require.NotContains(t, last[1], "合计", "%d rows: a row stands between the heads and the sum", n)
	}
}

func lastWith(t Table, text string) []Page {
	doc := tabled(t)
	at := pageWith(doc, text)
	return doc.Pages[at : at+1]
}

func TestANameIsNotBrokenInItsColumn(t *testing.T) {
	doc := tabled(Table{Columns: []Column{{Head: "姓名", Whole: true}, {Head: "事迹"}}, Rows: [][]string{
		{"欧阳小明", strings.Repeat("工作认真负责，", 40)}, {"阿卜杜热合曼·买买提", strings.Repeat("群众评价好，", 30)},
	}})
	joined := strings.Join(texts(doc), "\n")
	require.Contains(t, joined, "欧阳小明")
	require.Contains(t, joined, "阿卜杜热合曼·买买提")
}

func TestColumnsFillTheTypeAreaAndStayInsideIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var table Table
		n := rapid.IntRange(1, 14).Draw(t, "columns")
		for range n {
			table.Columns = append(table.Columns, Column{
				Head:  rapid.StringOfN(rapid.RuneFrom([]rune("序号姓名单位职务备注")), 0, 8, -1).Draw(t, "head"),
				Width: rapid.SampledFrom([]float64{0, 0, 0, 12, 40}).Draw(t, "width"), Whole: rapid.Bool().Draw(t, "whole"),
			})
		}
		for range rapid.IntRange(0, 4).Draw(t, "rows") {
			row := make([]string, rapid.IntRange(0, n+1).Draw(t, "cells"))
			for i := range row {
				row[i] = mixed().Draw(t, "cell")
			}
			table.Rows = append(table.Rows, row)
		}
		doc := tabled(table)
		for _, p := range doc.Pages {
			for _, k := range p.Strokes {
				require.LessOrEqual(t, max(k.X1, k.X2), Left+TypeWidth+0.01)
				require.LessOrEqual(t, max(k.Y1, k.Y2), Top+TypeHeight+0.01)
			}
			requireLines(t, p.Lines)
		}
	})
}

func TestTextGoesOnOnTheGridUnderATable(t *testing.T) {
	for n := range 8 {
		p := tabled(dues(n)).Pages[0]
		for _, l := range p.Lines {
			if l.Text == "特此公布。" {
				steps := (l.Y - GridY(0)) / Pitch
				require.InDelta(t, float64(int(steps+0.5)), steps, 0.005)
			}
		}
	}
}

func TestABandStaysWithTheRowUnderIt(t *testing.T) {
	table := dues(0)
	table.Sum = nil
	for n := range 60 {
		table.Rows = append(table.Rows, []string{"类" + Ordinal(n+1)}, []string{"1", "支部", "1", ""})
	}
	doc := tabled(table)
	require.Greater(t, len(doc.Pages), 1)
	for _, p := range doc.Pages {
		band := false
		for _, l := range p.Lines {
			if !l.Aside {
				band = strings.HasPrefix(l.Text, "类")
			}
		}
		require.False(t, band, "a band is not the last row of a page")
	}
}
