package intake

import (
	"archive/zip"
	"bytes"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"gongkailan/assets"
	"gongkailan/data"
)

func packOf(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	return packed(t, parts)
}

// packed writes the parts of a package.
func packed(t require.TestingT, parts map[string]string) []byte {
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for name, text := range parts {
		part, err := archive.Create(name)
		require.NoError(t, err)
		_, err = part.Write([]byte(text))
		require.NoError(t, err)
	}
	require.NoError(t, archive.Close())
	return out.Bytes()
}

func TestAWordDocumentIsReadAsItsText(t *testing.T) {
	want, err := ReadPlan(assets.DemoPlan())
	require.NoError(t, err)
	var body strings.Builder
	for _, l := range strings.Split(string(assets.DemoPlan()), "\n") {
		half := len([]rune(l)) / 2
		body.WriteString(`<w:p><w:r><w:t>` + string([]rune(l)[:half]) + `</w:t></w:r><w:r><w:t>` + string([]rune(l)[half:]) + `</w:t></w:r></w:p>`)
	}
	got, err := ReadPlan(packOf(t, map[string]string{
		"word/document.xml": `<w:document xmlns:w="w"><w:body>` + body.String() + `</w:body></w:document>`,
	}))
	require.NoError(t, err)
	require.Equal(t, want.Catalogue, got.Catalogue)
}

func TestWordsOwnListNumbersArePutBack(t *testing.T) {
	level := func(n, format, text string) string {
		return `<w:lvl w:ilvl="` + n + `"><w:start w:val="1"/><w:numFmt w:val="` + format + `"/><w:lvlText w:val="` + text + `"/></w:lvl>`
	}
	paragraph := func(n, text string) string {
		return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + n + `"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
	}
	p, err := ReadPlan(packOf(t, map[string]string{
		"word/document.xml": `<w:document xmlns:w="w"><w:body>` + paragraph("0", "公开的内容") +
			paragraph("1", "组织建设") + paragraph("2", "党费收缴情况") + paragraph("2", "发展党员情况") +
			paragraph("1", "作风建设") + paragraph("2", "廉洁自律情况") + paragraph("0", "公开的程序") + `</w:body></w:document>`,
		"word/numbering.xml": `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="3">` +
			level("0", "chineseCountingThousand", "%1、") + level("1", "chineseCounting", "（%2）") + level("2", "decimal", "%3.") +
			`</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>`,
	}))
	require.NoError(t, err)
	var codes []string
	for _, e := range p.Catalogue.Entries {
		codes = append(codes, e.Code+e.Title)
	}
	require.Equal(t, []string{"1.1党费收缴情况", "1.2发展党员情况", "2.1廉洁自律情况"}, codes)
}

// sheetOf writes a workbook of one sheet.
func sheetOf(t testing.TB, rows [][]string) []byte {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	for i, row := range rows {
		for j, text := range row {
			cell, err := excelize.CoordinatesToCellName(j+1, i+1)
			require.NoError(t, err)
			require.NoError(t, book.SetCellStr("Sheet1", cell, text))
		}
	}
	raw, err := book.WriteToBuffer()
	require.NoError(t, err)
	return raw.Bytes()
}

func TestAWorkbookWithoutHeadsIsReadAsLines(t *testing.T) {
	var rows [][]string
	for _, l := range splitLines(string(assets.DemoPlan())) {
		rows = append(rows, []string{l.text})
	}
	p, err := ReadPlan(sheetOf(t, rows))
	require.NoError(t, err)
	require.Len(t, p.Catalogue.Entries, 24)
}

func TestAWorkbookKeepsEveryRow(t *testing.T) {
	p, err := ReadPlan(sheetOf(t, [][]string{
		{"某局公开目录"},
		{"序 号", "类别", "公开事项", "公开范围", "备注"},
		{"1", "组织建设", "党费收缴情况", "党内"},
		{"2", "", "发展党员情况", "全社会"},
		{"3", "作风建设", "党委人气目标", ""},
		{"", "", "", "", "以下空白"},
		{"4", "组织建设", "民主评议情况", ""},
	}))
	require.NoError(t, err)
	require.Equal(t, "1 组织建设\n1.1 党费收缴情况\n1.2 发展党员情况\n1.3 民主评议情况\n2 作风建设\n2.1 党委人气目标\n", listing(p.Catalogue))
	require.Equal(t, data.Society, p.Catalogue.Entries[1].Audience)
	require.Equal(t, []Correction{{Line: 5, From: "人气目标", To: "任期目标"}}, p.Corrections)
	require.Equal(t, []Skipped{
		{Line: 1, Text: "某局公开目录", Why: whyOutside},
		{Line: 2, Text: "序 号 类别 公开事项 公开范围 备注", Why: whyHeads},
		{Line: 6, Text: "以下空白", Why: whyNoItem},
	}, p.Skipped)
	require.Equal(t, "党委任期目标", p.Accept().Entries[2].Title)
}

func TestCodesOfATableAreKept(t *testing.T) {
	p, err := ReadPlan(sheetOf(t, [][]string{
		{"编码", "类别", "公开事项", "公开方式", "公开范围", "决定方式"},
		{"1.1", "组织建设", "党费", "定期公开", "党内", "分管领导审批"},
		{"1.10", "组织建设", "发展党员", "即时公开", "机关全体人员", "党组集体研究"},
		{"3.2", "作风建设", "廉洁自律", "长期公开", "全社会", "党组集体研究后报上级审核"},
		{"3.2", "作风建设", "违纪处理", "", "", ""},
		{"6", "其他", "其他事务", "逐段公开", "", ""},
	}))
	require.NoError(t, err)
	require.Equal(t, "1 组织建设\n1.1 党费\n1.10 发展党员\n3 作风建设\n3.2 廉洁自律\n3.3 违纪处理\n6 其他\n6 其他事务\n", listing(p.Catalogue), "a code that is there twice is given anew")
	e, ok := p.Catalogue.Entry("3.2")
	require.True(t, ok)
	require.Equal(t, data.Entry{Code: "3.2", Category: "3", Title: "廉洁自律", Mode: data.LongTerm, Audience: data.Society, Decision: data.BySuperior}, e)
}

func TestWhatATableNamesStandsBeforeTheDefaults(t *testing.T) {
	usual, err := data.ReadCatalogue(assets.DefaultCatalogue())
	require.NoError(t, err)
	fee, _ := usual.Entry("3.4")
	p, err := ReadPlan(sheetOf(t, [][]string{
		{"编码", "类别", "公开事项", "公开方式", "公开范围"},
		{"3.4", "党的组织建设情况", fee.Title, "长期公开", ""},
	}))
	require.NoError(t, err)
	got, _ := p.WithDefaultsOf(p.Accept(), usual).Entry("3.4")
	require.Equal(t, data.LongTerm, got.Mode, "the workbook says so")
	require.Equal(t, fee.Audience, got.Audience, "the workbook says nothing")
}

func TestSeveralItemsInOneCell(t *testing.T) {
	p, err := ReadPlan(sheetOf(t, [][]string{
		{"序号", "公开项目", "公开内容", "公开形式"},
		{"1", "组织建设", "1.党费收缴情况；\n2.发展党员情况", "公开栏"},
		{"2", "作风建设", "①廉洁自律②违纪处理", "会议"},
		{"3", "其他", "其他事项", "会议"},
	}))
	require.NoError(t, err)
	require.Equal(t, "1 组织建设\n1.1 党费收缴情况\n1.2 发展党员情况\n2 作风建设\n2.1 廉洁自律\n2.2 违纪处理\n3 其他\n3.1 其他事项\n", listing(p.Catalogue))
}

// wordOf wraps the body of a Word document.
func wordOf(t testing.TB, body string, more ...string) []byte {
	t.Helper()
	parts := map[string]string{"word/document.xml": `<w:document xmlns:w="w" xmlns:mc="mc"><w:body>` + body + `</w:body></w:document>`}
	for i := 0; i+1 < len(more); i += 2 {
		parts[more[i]] = more[i+1]
	}
	return packOf(t, parts)
}

func para(text string) string { return `<w:p><w:r><w:t>` + text + `</w:t></w:r></w:p>` }

func TestATableOfAWordDocument(t *testing.T) {
	row := func(cells ...string) string {
		text := "<w:tr>"
		for _, cell := range cells {
			text += "<w:tc>" + cell + "</w:tc>"
		}
		return text + "</w:tr>"
	}
	merged := `<w:tcPr><w:vMerge/></w:tcPr><w:p/>`
	p, err := ReadPlan(wordOf(t, para("云岭县水务局党务公开目录")+`<w:tbl>`+
		row(para("序号"), para("公开类别"), para("公开事项"), para("公开范围"))+
		row(para("1"), para("组织建设"), para("党费收缴、")+para("使用情况"), para("党内"))+
		row(para("2"), merged, para("发展党员情况"), para("全社会"))+
		row(`<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>`+para("3"), para("民主评议情况"), para("党内"))+
		row(para("4"), para("作风建设"), para("廉洁自律情况"), para(""))+`</w:tbl>`+para("2026年3月")))
	require.NoError(t, err)
	require.Equal(t, "1 组织建设\n1.1 党费收缴、使用情况\n1.2 发展党员情况\n1.3 民主评议情况\n2 作风建设\n2.1 廉洁自律情况\n", listing(p.Catalogue))
	require.Equal(t, data.Party, p.Catalogue.Entries[2].Audience)
	require.Equal(t, whyOutside, p.Skipped[len(p.Skipped)-1].Why)
}

func TestWhatWordDoesNotShowIsNotRead(t *testing.T) {
	p, err := ReadPlan(wordOf(t, para("党务公开内容")+
		`<w:p><w:r><w:t>1.党费</w:t></w:r><w:del><w:r><w:t>旧词</w:t><w:delText>旧词</w:delText></w:r></w:del><w:r><w:t>情况</w:t></w:r></w:p>`+
		`<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>`+para("2.发展党员情况")+`</w:txbxContent></mc:Choice>`+
		`<mc:Fallback><w:txbxContent>`+para("2.发展党员情况")+`</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`+
		para("3.民主评议")))
	require.NoError(t, err)
	require.Equal(t, "1 党务公开内容\n1.1 党费情况\n1.2 发展党员情况\n1.3 民主评议\n", listing(p.Catalogue))
}

func TestNumbersOfWordsHeadingStyles(t *testing.T) {
	heading := func(style, text string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
	}
	p, err := ReadPlan(wordOf(t, heading("h1", "公开的内容")+heading("h2", "组织建设")+heading("h3", "2026年学习计划")+heading("h3", "党费收缴情况")+
		heading("h2", "作风建设")+heading("h3", "廉洁自律情况")+heading("h1", "公开的程序"),
		"word/numbering.xml", `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">`+
			`<w:lvl w:ilvl="0"><w:numFmt w:val="chineseCountingThousand"/><w:pStyle w:val="h1"/><w:lvlText w:val="%1、"/></w:lvl>`+
			`<w:lvl w:ilvl="1"><w:numFmt w:val="chineseCountingThousand"/><w:pStyle w:val="h2"/><w:lvlText w:val="(%2)"/></w:lvl>`+
			`<w:lvl w:ilvl="2"><w:numFmt w:val="decimal"/><w:pStyle w:val="h3"/><w:lvlText w:val="%3."/></w:lvl>`+
			`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
		"word/styles.xml", `<w:styles xmlns:w="w"><w:style w:styleId="h1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`+
			`<w:style w:styleId="h2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`+
			`<w:style w:styleId="h3"><w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`))
	require.NoError(t, err)
	require.Equal(t, "1 组织建设\n1.1 2026年学习计划\n1.2 党费收缴情况\n2 作风建设\n2.1 廉洁自律情况\n", listing(p.Catalogue))
}

func TestHostilePackagesAreRefused(t *testing.T) {
	many := map[string]string{}
	for i := range mostParts + 1 {
		many[strconv.Itoa(i)] = ""
	}
	for name, raw := range map[string][]byte{
		"a bomb":                     wordOf(t, strings.Repeat(para("公开内容"), 150_000)),
		"a bomb within one tag":      wordOf(t, para(strings.Repeat("公", mostText))),
		"a part cut off":             wordOf(t, para("公开内容"))[:120],
		"markup that does not close": packOf(t, map[string]string{"word/document.xml": "<w:document><w:body><w:p>"}),
		"an entity of its own":       packOf(t, map[string]string{"word/document.xml": `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:document>`}),
		"a workbook without sheets":  packOf(t, map[string]string{"xl/workbook.xml": "<workbook/>"}),
		"too many parts":             packOf(t, many),
		"names that climb":           packOf(t, map[string]string{"../../word/document.xml": "x"}),
	} {
		_, err := ReadPlan(raw)
		require.ErrorIs(t, err, data.ErrInvalid, name)
	}
}

func TestAWideSheetIsReadInItsFirstColumns(t *testing.T) {
	var rows strings.Builder
	for range 300 {
		rows.WriteString(`<row><c r="A1" t="inlineStr"><is><t>1.党费情况</t></is></c><c r="XFD1" t="inlineStr"><is><t>x</t></is></c></row>`)
	}
	raw := sheetOf(t, [][]string{{"x"}})
	raw = replacePart(t, raw, "xl/worksheets/sheet1.xml", `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`+rows.String()+`</sheetData></worksheet>`)
	_, err := ReadPlan(raw)
	if err != nil {
		require.ErrorIs(t, err, data.ErrInvalid)
	}
}

// replacePart writes a package anew with another text for one of its parts.
func replacePart(t testing.TB, raw []byte, name, text string) []byte {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	require.NoError(t, err)
	parts := map[string]string{}
	for _, f := range archive.File {
		file, err := f.Open()
		require.NoError(t, err)
		var part bytes.Buffer
		_, err = part.ReadFrom(file)
		require.NoError(t, err)
		require.NoError(t, file.Close())
		parts[f.Name] = part.String()
	}
	parts[name] = text
	return packOf(t, parts)
}
