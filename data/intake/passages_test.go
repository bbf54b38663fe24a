package intake

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/jung-kurt/gofpdf"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
	xunicode "golang.org/x/text/encoding/unicode"

	"gongkailan/data"
)

// textAt gives all text that was found at a place.
func textAt(found []Passage, where string) string {
	var all []string
	for _, p := range found {
		if p.Where == where {
			all = append(all, p.Text)
		}
	}
	return strings.Join(all, "\n")
}

func TestTextIsReadInEveryEncodingWithTheFilesName(t *testing.T) {
	const text = "手机：13905911201\r\n第二行"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	require.NoError(t, err)
	wide, err := xunicode.UTF16(xunicode.LittleEndian, xunicode.UseBOM).NewEncoder().String(text)
	require.NoError(t, err)
	for _, raw := range []string{text, "\uFEFF" + text, gb, wide} {
		found, err := Passages("名单/张三.txt", []byte(raw))
		require.NoError(t, err)
		require.Equal(t, []Passage{{Where: "name", Text: "张三.txt"}, {Where: "body", Line: 1, Text: "手机：13905911201\n第二行"}}, found)
	}
}

func TestACellOfACSVFileStandsAlone(t *testing.T) {
	found, err := Passages("a.csv", []byte("姓名,密级\n\"张,三\",机密\n"))
	require.NoError(t, err)
	require.Equal(t, "姓名\t密级\n张,三\t机密\n", textAt(found, "body"))
}

func TestAPageIsReadByBlocksWithItsComments(t *testing.T) {
	found, err := Passages("a.html", []byte("<html><body>\n<p>手机139<b>0591</b>1203</p>\n<!-- 草稿 -->\n<a href='mailto:a%40b.cn'>信</a></body></html>"))
	require.NoError(t, err)
	require.Contains(t, found, Passage{Where: "body", Line: 2, Text: "手机13905911203"})
	require.Contains(t, found, Passage{Where: "comment", Line: 3, Text: " 草稿 "})
	require.Contains(t, found, Passage{Where: "attribute", Line: 4, Text: "a@b.cn"})
}

// hiddenWord is a document with a word in every place in which Word keeps words.
func hiddenWord(t testing.TB) []byte {
	paragraph := func(text string) string { return `<w:p><w:r><w:t>` + text + `</w:t></w:r></w:p>` }
	box := `<w:txbxContent>` + paragraph("文本框") + `</w:txbxContent>`
	return packOf(t, map[string]string{
		"word/document.xml": `<w:document xmlns:w="w" xmlns:mc="mc" xmlns:wp="wp"><w:body>` +
			`<w:p><w:r><w:t>分成</w:t></w:r><w:r><w:t>几段</w:t></w:r></w:p>` +
			`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r></w:p>` +
			`<w:p><w:del><w:r><w:delText>删去的</w:delText></w:r></w:del><w:ins><w:r><w:t>插入的</w:t></w:r></w:ins></w:p>` +
			`<w:tbl><w:tr><w:tc>` + paragraph("姓名") + `</w:tc><w:tc>` + paragraph("电话") + `</w:tc></w:tr>` +
			`<w:tr><w:tc>` + paragraph("张三") + `</w:tc><w:tc>` + paragraph("123") + `</w:tc></w:tr></w:tbl>` +
			`<w:p><w:r><mc:AlternateContent><mc:Choice>` + box + `</mc:Choice><mc:Fallback>` + box + `</mc:Fallback></mc:AlternateContent></w:r></w:p>` +
			`<w:p><w:r><wp:docPr descr="照片的说明"/></w:r></w:p></w:body></w:document>`,
		"word/header1.xml":             `<w:hdr xmlns:w="w" xmlns:v="v"><w:p><w:r><v:textpath string="水印"/></w:r></w:p>` + paragraph("页眉") + `</w:hdr>`,
		"word/footer2.xml":             `<w:ftr xmlns:w="w">` + paragraph("页脚") + `</w:ftr>`,
		"word/footnotes.xml":           `<w:footnotes xmlns:w="w">` + paragraph("脚注") + `</w:footnotes>`,
		"word/comments.xml":            `<w:comments xmlns:w="w"><w:comment w:author="作者">` + paragraph("批注") + `</w:comment></w:comments>`,
		"docProps/core.xml":            `<c xmlns:dc="dc"><dc:creator>王五</dc:creator></c>`,
		"docProps/custom.xml":          `<p><property name="自定义"><vt xmlns:vt="v">值</vt></property></p>`,
		"word/_rels/document.xml.rels": `<R><Relationship Id="r1" Target="mailto:a%40b.cn" TargetMode="External"/></R>`,
		"word/embeddings/内嵌.txt":       "内嵌的文字",
	})
}

func TestNothingInAWordDocumentStaysUnread(t *testing.T) {
	found, err := Passages("a.docx", hiddenWord(t))
	require.NoError(t, err)
	require.Equal(t, "分成几段\n插入的\n文本框", squeezed(textAt(found, "body")))
	require.Equal(t, "姓名\t电话\n张三\t123", textAt(found, "table"))
	for where, text := range map[string]string{
		"hidden text": "看不见", "deleted": "删去的", "header": "页眉", "footer": "页脚", "footnote": "脚注", "comment": "批注", "watermark": "水印",
		"embedded": "内嵌.txt", "embedded/body": "内嵌的文字",
	} {
		require.Equal(t, text, squeezed(textAt(found, where)), where)
	}
	for _, text := range []string{"王五", "自定义", "值"} {
		require.Contains(t, textAt(found, "property"), text)
	}
	for _, text := range []string{"照片的说明", "作者", "a@b.cn"} {
		require.Contains(t, textAt(found, "attribute"), text)
	}
}

// hiddenBook is a workbook as Excel writes it, with everything hidden that can be.
func hiddenBook(t testing.TB) []byte {
	book := excelize.NewFile()
	defer book.Close()
	set := func(sheet, cell string, value any) { require.NoError(t, book.SetCellValue(sheet, cell, value)) }
	set("Sheet1", "A1", "姓名")
	set("Sheet1", "B1", "手机")
	set("Sheet1", "A2", "张三")
	set("Sheet1", "B2", 13905911104)
	set("Sheet1", "D2", "隐藏列里的")
	set("Sheet1", "A5", "隐藏行里的")
	set("Sheet1", "A7", "末行")
	require.NoError(t, book.SetColVisible("Sheet1", "D", false))
	require.NoError(t, book.SetRowVisible("Sheet1", 5, false))
	_, err := book.NewSheet("底稿")
	require.NoError(t, err)
	set("底稿", "C3", "深藏的")
	require.NoError(t, book.SetSheetVisible("底稿", false, true))
	require.NoError(t, book.AddComment("Sheet1", excelize.Comment{Cell: "A1", Author: "作者", Text: "批注的"}))
	require.NoError(t, book.SetDefinedName(&excelize.DefinedName{Name: "联系", RefersTo: `"名称的"`}))
	require.NoError(t, book.SetHeaderFooter("Sheet1", &excelize.HeaderFooterOptions{OddHeader: `&C&"宋体,常规"&12页眉的`}))
	require.NoError(t, book.SetDocProps(&excelize.DocProperties{Creator: "王五"}))
	raw, err := book.WriteToBuffer()
	require.NoError(t, err)
	return raw.Bytes()
}

func TestNothingInAWorkbookStaysUnread(t *testing.T) {
	found, err := Passages("a.xlsx", hiddenBook(t))
	require.NoError(t, err)
	require.Contains(t, found, Passage{Where: "sheet:Sheet1", Line: 1, Text: "姓名\t手机\n张三\t13905911104"})
	require.Contains(t, found, Passage{Where: "sheet:Sheet1", Line: 7, Text: "末行"})
	require.Contains(t, found, Passage{Where: "hidden row:Sheet1", Line: 5, Text: "隐藏行里的"})
	require.Contains(t, textAt(found, "hidden column:Sheet1"), "隐藏列里的")
	require.Contains(t, textAt(found, "hidden sheet:底稿"), "深藏的")
	require.Contains(t, textAt(found, "comment"), "批注的")
	require.Contains(t, textAt(found, "defined name"), "名称的")
	require.Equal(t, "页眉的", strings.TrimSpace(textAt(found, "header")))
	require.Contains(t, textAt(found, "property"), "王五")
}

// pdfOf writes a PDF of one page whose content is given, and whose font says what its codes stand for.
func pdfOf(content string, more ...string) []byte {
	var packed bytes.Buffer
	w := zlib.NewWriter(&packed)
	_, _ = w.Write([]byte(content))
	_ = w.Close()
	table := "beginbfchar\n<01> <6388>\n<02> <673A>\nendbfchar\nbeginbfrange\n<30> <39> <0030>\nendbfrange"
	objects := append([]string{
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Count 1/Kids[3 0 R]>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X1 7 0 R>>>>/Annots[<</Subtype/Text/Contents(note 13905911301)>>]>>",
		fmt.Sprintf("<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream", packed.Len(), packed.String()),
		"<</Type/Font/Subtype/TrueType/BaseFont/A/FirstChar 48/LastChar 57/Widths[500 500 500 500 500 500 500 500 500 500]/ToUnicode 6 0 R>>",
		fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(table), table),
		"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 45>>stream\nBT /F1 10 Tf 50 100 Td (13905911302) Tj ET   \nendstream",
	}, more...)
	var out strings.Builder
	out.WriteString("%PDF-1.4\n")
	var at []int
	for i, o := range objects {
		at = append(at, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table1 := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&out, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&out, "trailer\n<</Size %d/Root 1 0 R/Info<</Title(Title 1)>>>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, table1)
	return []byte(out.String())
}

func TestAPDFIsReadWithItsDrawingsNotesAndDescription(t *testing.T) {
	found, err := Passages("a.pdf", pdfOf("BT /F1 10 Tf 50 700 Td (\x02139) Tj 15 0 Td (05911303) Tj 0 -20 Td (2) Tj ET /X1 Do"))
	require.NoError(t, err)
	require.Equal(t, "机13905911303\n2\n13905911302\n", textAt(found, "page:1"))
	require.Equal(t, "note 13905911301", textAt(found, "annotation"))
	require.Equal(t, "Title 1", textAt(found, "property"))
}

func TestWhatWordTakesInWhenItOpensADocumentIsRead(t *testing.T) {
	for _, name := range []string{"word/afchunk.htm", "word/part.txt"} {
		found, err := Passages("a.docx", packOf(t, map[string]string{"word/document.xml": "<w:document/>", name: "<html><body>并入的文字</body></html>"}))
		require.NoError(t, err)
		require.Contains(t, textAt(found, "embedded/body"), "并入的文字")
	}
}

func TestWhatCannotBeReadIsRefusedInWords(t *testing.T) {
	locked := gofpdf.New("P", "mm", "A4", "")
	locked.SetProtection(0, "user", "owner")
	locked.AddPage()
	var lockedPDF bytes.Buffer
	require.NoError(t, locked.Output(&lockedPDF))
	bomb := packOf(t, map[string]string{"word/document.xml": "<w:document>" + strings.Repeat(" ", mostPartBytes+1)})
	for code, raw := range map[string][]byte{
		"passages.old":     []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 512)),
		"passages.locked":  append([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), wide("EncryptedPackage")...),
		"passages.zip":     packOf(t, map[string]string{"a.txt": "a"}),
		"passages.unknown": []byte("MZ\x90\x00\x03\x00\x00\x00"),
		"passages.damaged": []byte("%PDF-1.7\nnothing"),
		"passages.scan":    pdfOf("0 0 1 1 re f"),
		"passages.glyphs":  pdfOf("BT /F1 10 Tf (abcdef) Tj ET"),
		"passages.large":   bomb,
	} {
		_, err := Passages("a", raw)
		var refusal *data.Refusal
		require.True(t, errors.As(err, &refusal), code)
		require.Equal(t, code, refusal.Code)
	}
	_, err := Passages("a.pdf", lockedPDF.Bytes())
	var refusal *data.Refusal
	require.ErrorAs(t, err, &refusal)
	require.Equal(t, "passages.locked", refusal.Code)
}

// TestAHostilePDFIsRefused covers what would end the program: tables of enormous size, brackets without end, a tree of pages
// that is its own branch.
func TestAHostilePDFIsRefused(t *testing.T) {
	good := string(pdfOf("BT /F1 10 Tf (123) Tj ET"))
	for name, raw := range map[string]string{
		"size":    strings.Replace(good, "0000000000 65535 f", "9999999999 1\n0000000000 65535 f", 1),
		"nesting": good[:20] + strings.Repeat("[", 100_000) + good[20:],
		"inside":  string(pdfOf(strings.Repeat("[", 100_000))),
		"circle":  strings.Replace(good, "/Kids[3 0 R]", "/Kids[2 0 R]", 1),
	} {
		_, err := Passages("a.pdf", []byte(raw))
		require.Error(t, err, name)
		require.ErrorIs(t, err, data.ErrInvalid, name)
	}
}

func FuzzPassages(f *testing.F) {
	f.Add("a.docx", hiddenWord(f))
	f.Add("a.xlsx", hiddenBook(f))
	f.Add("a.pdf", pdfOf("BT /F1 10 Tf (123) Tj ET /X1 Do"))
	f.Add("a.html", []byte("<html><p>一<!-- 二 --><a href='tel:1'>"))
	f.Add("a.csv", []byte("一,\"二\n"))
	f.Fuzz(func(t *testing.T, name string, raw []byte) {
		found, err := Passages(name, raw)
		if err != nil && !errors.Is(err, data.ErrInvalid) {
			t.Fatal(err)
		}
		for _, p := range found {
			if p.Where == "" || p.Line < 0 {
				t.Fatalf("%+v", p)
			}
		}
	})
}
