package pdf_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/assets"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
	"gongkailan/reports/pdf"
)

var made = time.Date(2026, 3, 5, 1, 2, 3, 0, time.UTC)

// set lays out a title and paragraphs.
func set(faces *face.Set, title string, paragraphs ...string) page.Document {
	sheet := page.NewSheet(faces)
	sheet.Title(title)
	for _, p := range paragraphs {
		sheet.Paragraph(p)
	}
	return sheet.Document(title)
}

func written(t require.TestingT, doc page.Document, faces *face.Set) []byte {
	var out bytes.Buffer
	require.NoError(t, pdf.Write(&out, doc, faces, made))
	return out.Bytes()
}

// readBack gives the text of a PDF without line ends, as pdftotext finds it. The test ends where the machine has none.
func readBack(t *testing.T, raw []byte) string {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed")
	}
	command := exec.Command("pdftotext", "-", "-")
	command.Stdin = bytes.NewReader(raw)
	text, err := command.Output()
	require.NoError(t, err)
	return strings.NewReplacer("\n", "", "\f", "").Replace(string(text))
}

func TestTheTextComesBackInOrder(t *testing.T) {
	faces := face.Embedded()
	body := "王䶮，女，1986年10月生；张𬱟，男；“𬳽”某，买买提·阿不都热合曼。经费3.5万元，占100%——见《条例》（试行）……"
	text := readBack(t, written(t, set(faces, "关于王䶮等8名同志任前公示的公告", "一、拟任人选", "（一）说明。"+body+body), faces))
	require.Equal(t, "关于王䶮等8名同志任前公示的公告一、拟任人选（一）说明。"+body+body, text)
}

func TestALineSetOutWideHasNoBlanksInItsText(t *testing.T) {
	faces := face.Embedded()
	line := "一二三四五六七八九十甲乙丙丁Abcdefghijklmnopqrstuvwxyz某某"
	require.Equal(t, "题目"+line, readBack(t, written(t, set(faces, "题目", line), faces)))
}

// hanzi gives the characters of the 通用规范汉字表.
func hanzi(t *testing.T) []string {
	t.Helper()
	var all []string
	lines := bufio.NewScanner(bytes.NewReader(assets.Hanzi()))
	for lines.Scan() {
		if code, character, ok := strings.Cut(lines.Text(), "\t"); ok && strings.HasPrefix(code, "U+") {
			all = append(all, character)
		}
	}
	require.Len(t, all, 8105)
	return all
}

func TestEveryStandardCharacterIsPaintedAndComesBack(t *testing.T) {
	faces := face.Embedded()
	all := strings.Join(hanzi(t), "")
	raw := written(t, set(faces, "通用规范汉字", all), faces)
	require.Equal(t, "通用规范汉字"+all, withoutNumbers(readBack(t, raw)))
}

// withoutNumbers takes the page numbers out of a text: — 12 —.
func withoutNumbers(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || r == '—' || r == ' ' {
			return -1
		}
		return r
	}, text)
}

// A character that no face has is painted as its number; its text is the character.
func TestACharacterThatNoFaceHasIsNotLost(t *testing.T) {
	faces := face.Embedded()
	for _, character := range []string{"🎉", "𪛖", "ᚠ"} {
		raw := written(t, set(faces, "题目", "王"+character+"同志"), faces)
		require.Equal(t, "题目王"+character+"同志", readBack(t, raw))
	}
}

func TestVariationSelectorsOfANameComeBack(t *testing.T) {
	faces := face.Embedded()
	require.Contains(t, readBack(t, written(t, set(faces, "题目", "葛\U000E0100某同志"), faces)), "葛\U000E0100某同志")
}

func TestTheSameDocumentAndDateGiveTheSameBytes(t *testing.T) {
	doc := set(face.Embedded(), "关于王䶮的公告", "一、张𬱟", "（一）甲。乙丙丁", "正文🎉")
	first := written(t, doc, face.Embedded())
	for range 3 {
		require.Equal(t, first, written(t, doc, face.Embedded()))
	}
}

// The pages of a bulletin come out of JSON and are painted as they were.
func TestPagesThatWereStoredArePaintedTheSame(t *testing.T) {
	faces := face.Embedded()
	doc := set(faces, "关于王䶮的公告", "一、张𬱟", strings.Repeat("正文，正文。", 30))
	raw, err := json.Marshal(doc)
	require.NoError(t, err)
	var stored page.Document
	require.NoError(t, json.Unmarshal(raw, &stored))
	require.Equal(t, written(t, doc, faces), written(t, stored, faces))
}

func TestANoticeInOneFaceIsUnder60KB(t *testing.T) {
	faces := face.Embedded()
	sheet := page.NewSheet(faces)
	// A full page of a notice, 600 characters, has some 216 different ones.
	sheet.Paragraph(strings.Join(hanzi(t)[200:416], ""))
	require.Less(t, len(written(t, sheet.Document("通知"), faces)), 60_000)
}

func TestTheFileHoldsNoPersonAndNoPath(t *testing.T) {
	raw := string(written(t, set(face.Embedded(), "公告", "正文"), face.Embedded()))
	require.NotContains(t, raw, "/Author")
	require.NotContains(t, raw, "/Creator")
	require.NotContains(t, raw, "FPDF")
}

func TestTheFileIsSound(t *testing.T) {
	if _, err := exec.LookPath("qpdf"); err != nil {
		t.Skip("qpdf is not installed")
	}
	faces := face.Embedded()
	raw := written(t, set(faces, "关于王䶮的公告", "一、张𬱟", "（一）🎉。正文\u200b"), faces)
	path := t.TempDir() + "/a.pdf"
	require.NoError(t, os.WriteFile(path, raw, 0o600))
	out, err := exec.Command("qpdf", "--check", path).CombinedOutput()
	require.NoError(t, err, string(out))
}

// Whatever comes in, a file comes out.
func TestAnyTextGivesAFile(t *testing.T) {
	faces := face.Embedded()
	rapid.Check(t, func(t *rapid.T) {
		title := rapid.String().Draw(t, "title")
		body := rapid.SliceOfN(rapid.String(), 0, 4).Draw(t, "body")
		written(t, set(faces, title, body...), faces)
	})
	for _, text := range []string{
		"\x00\x01\x02", "\xff\xfe中", "\u202eabc\u202c中文", "\U0010FFFF\uFFFF\uFFFE", strings.Repeat("长", 100_000),
		strings.Repeat("x", 100_000), strings.Repeat("\u0301", 10_000), "(\\)(", "🎉👩\u200d🏫\uFE0F",
	} {
		written(t, set(faces, "题目", strings.ToValidUTF8(text, "\uFFFD")), faces)
	}
}

func TestAStampIsPaintedRedAndWhatFollowsBlack(t *testing.T) {
	faces := face.Embedded()
	doc := set(faces, "归档", "一", "二")
	doc.Pages[0].Lines[1].Red = true
	doc.Pages[0].Strokes = []page.Stroke{{X1: 10, Y1: 10, X2: 55, Y2: 10, Width: 0.4, Red: true}, {X1: 10, Y1: 20, X2: 55, Y2: 20, Width: 0.4}}
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		t.Skip("pdftoppm is not installed")
	}
	command := exec.Command("pdftoppm", "-r", "50", "-")
	command.Stdin = bytes.NewReader(written(t, doc, faces))
	picture, err := command.Output()
	require.NoError(t, err)
	red, black := 0, 0
	for i := len(picture) % 3; i+2 < len(picture); i += 3 {
		switch r, g, b := picture[i], picture[i+1], picture[i+2]; {
		case r > 150 && g < 90 && b < 110:
			red++
		case r < 60 && g < 60 && b < 60:
			black++
		}
	}
	require.Greater(t, red, 20)
	require.Greater(t, black, 20)
}
