package intake

import (
	"errors"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"gongkailan/data"
)

// told gives all that is shown as one text, a line for each paragraph and row.
func told(s Shown) string {
	var lines []string
	for _, p := range s.Parts {
		if p.Rows == nil {
			lines = append(lines, p.Text)
		}
		for _, row := range p.Rows {
			lines = append(lines, strings.Join(row, "|"))
		}
	}
	return strings.Join(lines, "\n")
}

func shownOf(t testing.TB, name string, raw []byte) Shown {
	t.Helper()
	s, err := Show(name, raw)
	require.NoError(t, err)
	return s
}

func TestAReaderOfAWordDocumentSeesNothingThatIsHiddenThere(t *testing.T) {
	s := shownOf(t, "a.docx", hiddenWord(t))
	require.Equal(t, "分成几段\n插入的\n姓名|电话\n张三|123\n文本框", told(s))
}

func TestWhatIsHiddenByALookIsNotShown(t *testing.T) {
	run := func(properties, text string) string {
		return `<w:r><w:rPr>` + properties + `</w:rPr><w:t>` + text + `</w:t></w:r>`
	}
	line := func(properties string, runs ...string) string {
		return `<w:p><w:pPr>` + properties + `</w:pPr>` + strings.Join(runs, "") + `</w:p>`
	}
	white, dark := `<w:color w:val="FFFFFF"/>`, `<w:shd w:val="clear" w:fill="C00000"/>`
	cell := func(properties, text string) string {
		return `<w:tc><w:tcPr>` + properties + `</w:tcPr>` + text + `</w:tc>`
	}
	body := line("", run("", "看得见"), run("<w:vanish/>", "藏一"), run(`<w:vanish w:val="0"/>`, "也看得见")) +
		line("", run(white, "藏二"), run(white+dark, "红底白字"), run(`<w:sz w:val="2"/>`, "藏三")) +
		line(dark, run(white, "整段红底")) +
		line(`<w:pStyle w:val="b"/>`, run("", "藏四"), run(`<w:rStyle w:val="s"/>`, "样式又放出来")) +
		line(`<w:rPr><w:vanish/></w:rPr>`, run("", "只是段落记号藏起")) +
		line("", run(`<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>`, "以前藏过")) +
		line("", `<w:moveFrom>`+run("", "藏五")+`</w:moveFrom><w:moveTo>`+run("", "移到这里")+`</w:moveTo>`) +
		line("", run("<w:vanish/>", "")[:len(run("<w:vanish/>", ""))-len("<w:t></w:t></w:r>")]+`<w:txbxContent>`+line("", run("", "藏六"))+`</w:txbxContent></w:r>`) +
		`<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr>` + cell("", para("藏七")) + cell("", para("藏八")) + `</w:tr>` +
		`<w:tr>` + cell("", line("", run(white, "藏九"))+para("甲")) + cell("", para("乙")) + `</w:tr></w:tbl>` +
		`<w:tbl><w:tr>` + cell(dark, line("", run(white, "表头"))) + cell("", para("丙")) + `</w:tr></w:tbl>`
	s := shownOf(t, "a.docx", wordOf(t, body, "word/styles.xml", `<w:styles xmlns:w="w">`+
		`<w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>`+
		`<w:style w:styleId="s"><w:rPr><w:vanish w:val="0"/></w:rPr></w:style></w:styles>`))
	require.Equal(t, "看得见也看得见\n红底白字\n整段红底\n样式又放出来\n只是段落记号藏起\n以前藏过\n移到这里\n甲|乙\n表头|丙", told(s))
}

func TestHeadsFeetAndNotesAreShownWhereThePagesHaveThem(t *testing.T) {
	part := func(kind, text string) string { return `<w:` + kind + ` xmlns:w="w">` + text + `</w:` + kind + `>` }
	reference := func(kind, what, id string) string {
		return `<w:` + kind + `Reference w:type="` + what + `" r:id="` + id + `"/>`
	}
	body := `<w:p><w:r><w:t>正文</w:t><w:footnoteReference w:id="2"/></w:r></w:p><w:p><w:pPr><w:sectPr xmlns:r="r">` +
		reference("header", "default", "h1") + reference("header", "even", "h2") + reference("header", "first", "h3") + reference("footer", "default", "f1") +
		`</w:sectPr></w:pPr></w:p>`
	s := shownOf(t, "a.docx", wordOf(t, body,
		"word/header1.xml", part("hdr", para("云岭县水务局")), "word/header2.xml", part("hdr", para("偶数页")),
		"word/header3.xml", part("hdr", para("首页")), "word/header4.xml", part("hdr", para("没有人用")),
		"word/footer1.xml", part("ftr", para("— 3 —")+para("地址：政府大院")),
		"word/footnotes.xml", part("footnotes", `<w:footnote w:id="1">`+para("没有人引")+`</w:footnote><w:footnote w:id="2">`+para("脚注")+`</w:footnote>`),
		"word/_rels/document.xml.rels", `<R><Relationship Id="h1" Target="header1.xml"/><Relationship Id="h2" Target="header2.xml"/>`+
			`<Relationship Id="h3" Target="header3.xml"/><Relationship Id="f1" Target="footer1.xml"/></R>`))
	require.Equal(t, "云岭县水务局\n正文［注1］\n［注1］脚注\n地址：政府大院", told(s))
}

func TestADocumentThatTakesInAnotherOrIsTooLargeIsNotShownInPart(t *testing.T) {
	_, err := Show("a.docx", wordOf(t, para("前面")+`<w:altChunk r:id="r1"/>`))
	requireRefusal(t, err, "enclosure.parts")
	_, err = Show("a.docx", make([]byte, MostBytes+1))
	requireRefusal(t, err, "enclosure.large")
}

func requireRefusal(t testing.TB, err error, code string) {
	t.Helper()
	var refusal *data.Refusal
	require.True(t, errors.As(err, &refusal), "%v", err)
	require.Equal(t, code, refusal.Code)
}

func TestEveryVisibleParagraphOfAWordDocumentIsShownOnceAndNoHiddenOne(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var body strings.Builder
		var want []string
		for i := range rapid.IntRange(1, 30).Draw(rt, "paragraphs") {
			text := "第" + strconv.Itoa(i) + "段"
			switch rapid.IntRange(0, 5).Draw(rt, "kind") {
			case 0:
				body.WriteString(`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>密` + text + `</w:t></w:r></w:p>`)
			case 1:
				body.WriteString(`<w:p><w:del><w:r><w:t>密` + text + `</w:t></w:r></w:del></w:p>`)
			case 2:
				body.WriteString(`<w:tbl><w:tr><w:tc>` + para(text+"甲") + `</w:tc><w:tc>` + para(text+"乙") + `</w:tc></w:tr></w:tbl>`)
				want = append(want, text+"甲|"+text+"乙")
			case 3:
				body.WriteString(`<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>` + para(text) + `</w:txbxContent></mc:Choice>` +
					`<mc:Fallback><w:txbxContent>` + para(text) + `</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`)
				want = append(want, text)
			default:
				body.WriteString(para(text))
				want = append(want, text)
			}
		}
		require.Equal(rt, strings.Join(want, "\n"), told(shownOf(t, "a.docx", wordOf(t, body.String()))))
	})
}

func TestAReaderOfAWorkbookSeesNothingThatIsHiddenThere(t *testing.T) {
	s := shownOf(t, "a.xlsx", hiddenBook(t))
	require.Equal(t, "姓名|手机\n张三|13905911104\n末行", told(s))
}

func TestCellsAreShownAsTheirFormatsWriteThem(t *testing.T) {
	book := excelize.NewFile()
	defer book.Close()
	style := func(s excelize.Style) int {
		n, err := book.NewStyle(&s)
		require.NoError(t, err)
		return n
	}
	silent := ";;;"
	set := func(cell string, value any, how int) {
		require.NoError(t, book.SetCellValue("Sheet1", cell, value))
		require.NoError(t, book.SetCellStyle("Sheet1", cell, cell, how))
	}
	set("A1", "支出公示表", style(excelize.Style{}))
	set("A2", "日期", style(excelize.Style{Font: &excelize.Font{Color: "FFFFFF"}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"C00000"}}}))
	set("B2", "金额", style(excelize.Style{}))
	set("C2", "白字", style(excelize.Style{Font: &excelize.Font{Color: "FFFFFF"}}))
	set("D2", "不写出的", style(excelize.Style{CustomNumFmt: &silent}))
	set("A3", time.Date(2026, 3, 15, 0, 0, 0, 0, time.UTC), style(excelize.Style{NumFmt: 14}))
	set("B3", 0.25, style(excelize.Style{NumFmt: 9}))
	set("A4", "合并", style(excelize.Style{}))
	set("B4", "盖住的", style(excelize.Style{}))
	set("C4", "右", style(excelize.Style{}))
	raw, err := book.WriteToBuffer()
	require.NoError(t, err)
	require.Equal(t, "支出公示表\n日期|金额|\n2026/3/15|25%\n合并|盖住的|右", told(shownOf(t, "a.xlsx", raw.Bytes())))
	merged := replaceIn(t, raw.Bytes(), "xl/worksheets/sheet1.xml", "</sheetData>", `</sheetData><mergeCells count="1"><mergeCell ref="A4:B4"/></mergeCells>`)
	require.Equal(t, "支出公示表\n日期|金额|\n2026/3/15|25%\n合并||右", told(shownOf(t, "a.xlsx", merged)))
}

// replaceIn writes a package anew with some text of one of its parts replaced.
func replaceIn(t testing.TB, raw []byte, name, old, text string) []byte {
	t.Helper()
	p, err := openPack(raw)
	require.NoError(t, err)
	part, err := p.read(name)
	require.NoError(t, err)
	require.Contains(t, string(part), old)
	return replacePart(t, raw, name, strings.Replace(string(part), old, text, 1))
}

func TestEachOfSeveralSheetsHasItsName(t *testing.T) {
	book := excelize.NewFile()
	defer book.Close()
	_, err := book.NewSheet("明细")
	require.NoError(t, err)
	require.NoError(t, book.SetCellValue("Sheet1", "B2", "甲"))
	require.NoError(t, book.SetCellValue("明细", "C5", "乙"))
	require.NoError(t, book.SetCellValue("明细", "E6", "丙"))
	raw, err := book.WriteToBuffer()
	require.NoError(t, err)
	s := shownOf(t, "a.xlsx", raw.Bytes())
	require.Equal(t, "Sheet1\n甲\n明细\n乙\n|丙", told(s))
	require.True(t, s.Parts[0].Head)
}

func TestTextsAreShownByLinesAndTables(t *testing.T) {
	require.Equal(t, "题目\n第一段\n甲|乙\n丙|丁\n末段", told(shownOf(t, "a.txt", []byte("题目\r\n\r\n第一段\n甲\t乙\n丙\t丁\n末段"))))
	require.Equal(t, "姓名|单位\n张,三|局\n办", told(shownOf(t, "a.csv", []byte("姓名,单位\n\"张,三\",\"局\n办\"\n"))))
}

func TestWhatCannotBeShownWholeIsRefusedByName(t *testing.T) {
	book := sheetOf(t, [][]string{{"x"}})
	far := replacePart(t, book, "xl/worksheets/sheet1.xml", `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`+
		`<row r="1"><c r="XFD1" t="inlineStr"><is><t>远处</t></is></c></row></sheetData></worksheet>`)
	for name, c := range map[string]struct {
		file string
		raw  []byte
		code string
	}{
		"an old document":            {"a.doc", []byte("\xD0\xCF\x11\xE0 old"), "enclosure.kind"},
		"a locked document":          {"a.docx", append([]byte("\xD0\xCF\x11\xE0"), wide("EncryptedPackage")...), "enclosure.locked"},
		"a page of the web":          {"a.txt", []byte("<html><p style='display:none'>藏</p></html>"), "enclosure.kind"},
		"another kind":               {"a.ofd", packOf(t, map[string]string{"OFD.xml": "<x/>"}), "enclosure.kind"},
		"a text by another name":     {"a.wps", []byte("文字"), "enclosure.kind"},
		"bytes":                      {"a.txt", []byte{0, 1, 2, 3}, "enclosure.kind"},
		"a bomb":                     {"a.docx", wordOf(t, strings.Repeat(para("公开内容"), 400_000)), "enclosure.long"},
		"a bomb in one tag":          {"a.docx", wordOf(t, para(strings.Repeat("公", mostShownText))), "enclosure.long"},
		"a document cut off":         {"a.docx", wordOf(t, para("公开内容"))[:120], "enclosure.damaged"},
		"markup that does not close": {"a.docx", packOf(t, map[string]string{"word/document.xml": "<w:document><w:body><w:p>"}), "enclosure.damaged"},
		"a workbook without sheets":  {"a.xlsx", packOf(t, map[string]string{"xl/workbook.xml": "<workbook/>"}), "enclosure.damaged"},
		"a cell far away":            {"a.xlsx", far, "enclosure.long"},
	} {
		_, err := Show(c.file, c.raw)
		var refusal *data.Refusal
		require.ErrorAs(t, err, &refusal, name)
		require.Equal(t, c.code, refusal.Code, name)
		require.Equal(t, []string{c.file}, refusal.Args, name)
	}
}

func TestNoChangeOfTheMarkupMakesReadingFail(t *testing.T) {
	change := func(t *rapid.T, raw []byte, name string) []byte {
		p, err := openPack(raw)
		require.NoError(t, err)
		part, err := p.read(name)
		require.NoError(t, err)
		text := string(part)
		for range rapid.IntRange(1, 4).Draw(t, "changes") {
			from := rapid.IntRange(0, len(text)-1).Draw(t, "from")
			to := min(len(text), from+rapid.IntRange(0, 40).Draw(t, "length"))
			text = text[:from] + rapid.SampledFrom([]string{
				"", "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:tbl>", "</w:tbl>", "<w:tr>", "<w:tc>", "</w:tc>",
				"<w:t>字</w:t>", "<w:del>", "</w:del>", `<w:gridSpan w:val="99999999"/>`, `<row r="99999999">`, `<c r="ZZZZ9">`, "</row>", "<w:txbxContent>",
			}).Draw(t, "put") + text[to:]
		}
		parts := map[string]string{name: text}
		for _, other := range p.names() {
			if other != name {
				rest, err := p.read(other)
				require.NoError(t, err)
				parts[other] = string(rest)
			}
		}
		return packed(t, parts)
	}
	word, book := hiddenWord(t), hiddenBook(t)
	rapid.Check(t, func(t *rapid.T) {
		raw, name := word, "word/document.xml"
		if rapid.Bool().Draw(t, "book") {
			raw, name = book, "xl/worksheets/sheet1.xml"
		}
		_, err := Show("a.docx", change(t, raw, name))
		if err != nil {
			require.ErrorIs(t, err, data.ErrInvalid)
		}
	})
}

func FuzzShow(f *testing.F) {
	f.Add("a.docx", hiddenWord(f))
	f.Add("a.xlsx", hiddenBook(f))
	f.Add("a.txt", []byte("题目\n甲\t乙"))
	f.Add("a.csv", []byte("甲,\"乙\n"))
	f.Fuzz(func(t *testing.T, name string, raw []byte) {
		s, err := Show(name, raw)
		if err != nil {
			require.ErrorIs(t, err, data.ErrInvalid)
		}
		require.LessOrEqual(t, len(told(s)), 2*mostShownText)
	})
}
