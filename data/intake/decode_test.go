package intake

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	xunicode "golang.org/x/text/encoding/unicode"

	"gongkailan/assets"
	"gongkailan/data"
)

func TestPlansInEveryEncodingOfChineseOffices(t *testing.T) {
	want, err := ReadPlan(assets.DemoPlan())
	require.NoError(t, err)
	for name, how := range map[string]encoding.Encoding{
		"GB 18030":        simplifiedchinese.GB18030,
		"GBK":             simplifiedchinese.GBK,
		"UTF-8 with BOM":  xunicode.UTF8BOM,
		"UTF-16 little":   xunicode.UTF16(xunicode.LittleEndian, xunicode.UseBOM),
		"UTF-16 big":      xunicode.UTF16(xunicode.BigEndian, xunicode.UseBOM),
		"UTF-8 with CRLF": nil,
	} {
		raw := bytes.ReplaceAll(assets.DemoPlan(), []byte("\n"), []byte("\r\n"))
		if how != nil {
			raw, err = how.NewEncoder().Bytes(assets.DemoPlan())
			require.NoError(t, err)
		}
		got, err := ReadPlan(raw)
		require.NoError(t, err, name)
		require.Equal(t, want.Catalogue, got.Catalogue, name)
	}
}

func TestGB18030KeepsCharactersAboveTheBMP(t *testing.T) {
	raw, err := simplifiedchinese.GB18030.NewEncoder().String("张𬱟、王䶮")
	require.NoError(t, err)
	text, err := Decode([]byte(raw))
	require.NoError(t, err)
	require.Equal(t, "张𬱟、王䶮", text)
}

func TestWhatIsNotAPlanIsRefusedInWords(t *testing.T) {
	for name, c := range map[string]struct {
		raw  []byte
		code string
	}{
		"a JPEG":                 {[]byte("\xFF\xD8\xFF\xE0\x00\x10JFIF\x00"), "intake.kind"},
		"a PDF":                  {[]byte("%PDF-1.4\n"), "intake.kind"},
		"an old Word file":       {[]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "intake.kind"},
		"nothing":                {nil, "intake.empty"},
		"blank lines":            {[]byte(" \n\n\t"), "intake.empty"},
		"zeros":                  {make([]byte, 4096), "intake.notext"},
		"a broken zip":           {[]byte("PK\x03\x04 and then nothing"), "intake.damaged"},
		"text without a list":    {[]byte("今天天气很好。\n我们去开会。\n"), "intake.nolist"},
		"one line":               {[]byte("党务公开的内容"), "intake.nolist"},
		"another zip":            {packOf(t, map[string]string{"a.txt": "x"}), "intake.kind"},
		"a file that is too big": {bytes.Repeat([]byte("公"), MostBytes), "intake.large"},
	} {
		_, err := ReadPlan(c.raw)
		var refusal *data.Refusal
		require.ErrorAs(t, err, &refusal, name)
		require.Equal(t, c.code, refusal.Code, name)
	}
}

func packOf(t testing.TB, parts map[string]string) []byte {
	t.Helper()
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

func TestAWorkbookWithoutHeadsIsReadAsLines(t *testing.T) {
	book := excelize.NewFile()
	for i, l := range splitLines(string(assets.DemoPlan())) {
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		require.NoError(t, err)
		require.NoError(t, book.SetCellStr("Sheet1", cell, l.text))
	}
	raw, err := book.WriteToBuffer()
	require.NoError(t, err)
	p, err := ReadPlan(raw.Bytes())
	require.NoError(t, err)
	require.Len(t, p.Catalogue.Entries, 24)
}

func TestAWorkbookKeepsEveryRow(t *testing.T) {
	book := excelize.NewFile()
	for i, row := range [][]string{
		{"某局公开目录"},
		{"序号", "类别", "公开事项", "公开范围"},
		{"1", "组织建设", "党费收缴情况", "党内"},
		{"2", "", "发展党员情况", "全社会"},
		{"3", "作风建设", "廉洁自律情况", ""},
	} {
		for j, text := range row {
			cell, err := excelize.CoordinatesToCellName(j+1, i+1)
			require.NoError(t, err)
			require.NoError(t, book.SetCellStr("Sheet1", cell, text))
		}
	}
	raw, err := book.WriteToBuffer()
	require.NoError(t, err)
	p, err := ReadPlan(raw.Bytes())
	require.NoError(t, err)
	require.Len(t, p.Catalogue.Categories, 2)
	require.Len(t, p.Catalogue.Entries, 3)
	require.Equal(t, data.Society, p.Catalogue.Entries[1].Audience)
}

func FuzzReadPlan(f *testing.F) {
	f.Add(assets.DemoPlan())
	f.Add([]byte("公开内容\n1. 一\n2. 二\n"))
	f.Add([]byte("\xFF\xD8\xFF"))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		p, err := ReadPlan(raw)
		if err == nil {
			require.NoError(t, p.Catalogue.Check())
		}
	})
}
