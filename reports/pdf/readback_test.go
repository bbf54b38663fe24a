package pdf_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
	"gongkailan/reports/pdf"
)

// plain leaves out what has no shape of its own: blanks, line ends and controls.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) {
			return -1
		}
		return r
	}, text)
}

func textOf(doc page.Document) string {
	var text strings.Builder
	for _, p := range doc.Pages {
		for _, l := range p.Lines {
			text.WriteString(l.Text)
		}
	}
	return plain(text.String())
}

func read(t require.TestingT, raw []byte) string {
	sheets, err := pdf.ReadBack(raw)
	require.NoError(t, err)
	var text strings.Builder
	for _, s := range sheets {
		text.WriteString(s.Text)
	}
	return plain(text.String())
}

func TestEveryCharacterIsReadBackByTheProgramItself(t *testing.T) {
	faces := face.Embedded()
	doc := set(faces, "关于王䶮等8名同志任前公示的公告", "一、张𬱟（试行）\\ (a) 葛\U000E0100某🎉𪛖ᚠ", strings.Repeat("正文，正文。", 400))
	require.Equal(t, textOf(doc), read(t, written(t, doc, faces)))
	rapid.Check(t, func(t *rapid.T) {
		doc := set(faces, "题目"+rapid.String().Draw(t, "title"), rapid.SliceOfN(rapid.String(), 0, 4).Draw(t, "body")...)
		require.Equal(t, textOf(doc), read(t, written(t, doc, faces)))
	})
}

func TestWhatElseIsOnAPageIsCounted(t *testing.T) {
	faces := face.Embedded()
	doc := set(faces, "题目", "正文")
	doc.Pages[0].Strokes = []page.Stroke{{X1: 30, Y1: 100, X2: 60, Y2: 100, Width: 0.2}}
	doc.Pages[0].Codes = []page.Code{{X: 28, Y: 266, Side: 22, Rows: []string{"101", "010", "111"}}}
	sheets, err := pdf.ReadBack(written(t, doc, faces))
	require.NoError(t, err)
	require.Equal(t, []pdf.Sheet{{Text: "题目正文", Strokes: 1, Codes: 1}}, sheets)
}

func refusal(t require.TestingT, raw []byte) string {
	_, err := pdf.ReadBack(raw)
	var r *data.Refusal
	require.ErrorAs(t, err, &r)
	require.ErrorIs(t, err, data.ErrInvalid)
	return r.Code
}

// repainted changes what the only page of a file paints and mends the lengths.
func repainted(t *testing.T, raw []byte, change func(string) string) []byte {
	t.Helper()
	stream := regexp.MustCompile(`(?s)4 0 obj\n<</Length \d+ /Filter /FlateDecode>>\nstream\n(.*?)\nendstream\n`)
	at := stream.FindSubmatchIndex(raw)
	require.NotNil(t, at)
	unpack, err := zlib.NewReader(bytes.NewReader(raw[at[2]:at[3]]))
	require.NoError(t, err)
	var content, packed bytes.Buffer
	_, err = content.ReadFrom(unpack)
	require.NoError(t, err)
	pack := zlib.NewWriter(&packed)
	_, err = pack.Write([]byte(change(content.String())))
	require.NoError(t, err)
	require.NoError(t, pack.Close())
	out := append([]byte{}, raw[:at[0]]...)
	out = fmt.Appendf(out, "4 0 obj\n<</Length %d /Filter /FlateDecode>>\nstream\n%s\nendstream\n", packed.Len(), packed.String())
	return append(out, raw[at[1]:]...)
}

func TestWhatThisProgramDoesNotPaintIsAChangedFile(t *testing.T) {
	faces := face.Embedded()
	raw := written(t, set(faces, "关于王𬱟的公告", "正文"), faces)
	require.Equal(t, "关于王𬱟的公告正文", read(t, repainted(t, raw, func(s string) string { return s })))
	for name, change := range map[string]func(string) string{
		"white ink":        func(s string) string { return "1 g\n" + s },
		"a cover":          func(s string) string { return s + "\n0 g 0 0 9 9 re 0 0 m f\n" },
		"an outline":       func(s string) string { return s + "\n0 0 m 9 9 l 0 0 m f\n" },
		"a curve":          func(s string) string { return s + "\n0 0 m 9 9 1 1 2 2 c S\n" },
		"an unknown word":  func(s string) string { return s + "\nBI ID EI\n" },
		"invisible text":   func(s string) string { return s + "\n3 Tr\nBT (\x00a) Tj ET\n" },
		"half a character": func(s string) string { return s + "\nBT (a) Tj ET\n" },
		"an open span":     func(s string) string { return s + "\n/Span <</ActualText <FEFF>>> BDC\n" },
		"a span that lies": func(s string) string {
			return strings.Replace(s, "d843", "d842", 1) + "\n/Span <</ActualText <FEFF4E8C>>> BDC BT (N\x00) Tj ET EMC"
		},
		"an open string":    func(s string) string { return s + "\nBT (ab" },
		"a nested string":   func(s string) string { return s + "\nBT ((ab)) Tj ET" },
		"too many operands": func(s string) string { return s + strings.Repeat(" 1", 1000) + " re" },
	} {
		require.Equal(t, "pdf.changed", refusal(t, repainted(t, raw, change)), name)
	}
}

func TestAnotherProgramsFileAndAFileThatGrewAreRefused(t *testing.T) {
	faces := face.Embedded()
	raw := written(t, set(faces, "题目", "正文"), faces)
	for name, c := range map[string]struct{ raw, code string }{
		"nothing":        {"", "pdf.foreign"},
		"another's":      {"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n", "pdf.foreign"},
		"a later part":   {string(raw) + "28 0 obj\n<<>>\nendobj\n", "pdf.changed"},
		"a note":         {strings.Replace(string(raw), "/Resources 2 0 R", "/Annots [] /Resources 2 0 R", 1), "pdf.changed"},
		"without an end": {string(raw[:len(raw)-7]), "pdf.changed"},
		"one page twice": {strings.Replace(string(raw), "2 0 obj", "4 0 obj", 1), "pdf.changed"},
	} {
		require.Equal(t, c.code, refusal(t, []byte(c.raw)), name)
	}
}

func TestASmallPDFCannotFillTheMemory(t *testing.T) {
	faces := face.Embedded()
	raw := written(t, set(faces, "题目", "正文"), faces)
	bomb := repainted(t, raw, func(string) string { return strings.Repeat(" ", 129<<20) })
	require.Less(t, len(bomb), 1<<20)
	require.Equal(t, "pdf.changed", refusal(t, bomb))
}

func FuzzReadBack(f *testing.F) {
	faces := face.Embedded()
	var out bytes.Buffer
	require.NoError(f, pdf.Write(&out, set(faces, "关于王𬱟的公告", "正文"), faces, time.Unix(1_772_672_400, 0)))
	f.Add(out.Bytes())
	f.Add([]byte("%PDF-1.3\n/Producer (\xfe\xff\x51\x6c\x5f\x00\x68\x0f)\nxref\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if _, err := pdf.ReadBack(raw); err != nil {
			require.ErrorIs(t, err, data.ErrInvalid)
		}
	})
}

// FuzzReadBackContent changes what a page paints, behind the packing.
func FuzzReadBackContent(f *testing.F) {
	faces := face.Embedded()
	var out bytes.Buffer
	require.NoError(f, pdf.Write(&out, set(faces, "题", "正"), faces, time.Unix(1_772_672_400, 0)))
	f.Add("BT 1 2 Td (\x4e\x00) Tj ET")
	f.Add("/Span <</ActualText <FEFF4e00>>> BDC 3 Tr BT (N\x00) Tj ET 0 Tr EMC")
	f.Fuzz(func(t *testing.T, content string) {
		if _, err := pdf.ReadBack(repainted(t, out.Bytes(), func(string) string { return content })); err != nil {
			require.ErrorIs(t, err, data.ErrInvalid)
		}
	})
}
