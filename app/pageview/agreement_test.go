package pageview

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"image"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/stretchr/testify/require"

	"gongkailan/assets"
	"gongkailan/data"
	"gongkailan/reports"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
	"gongkailan/reports/pdf"
)

// inkPerMM is the scale at which screen and PDF are compared, in pixels per mm: a pixel is less than half of the tolerance.
const inkPerMM = 8

// reading is a line as somebody reads it: pieces of different faces that stand side by side are one.
type reading struct {
	text        string
	left, right float64 // mm, of the first and behind the last character
	y, size     float64 // mm of the baseline, pt
}

// em is one character of the line, in mm.
func (r reading) em() float64 { return r.size * page.MMPerPoint }

// readings gives the lines of a page as somebody reads them.
func readings(p page.Page, set *face.Set) []reading {
	var read []reading
	for _, line := range p.Lines {
		runes := []rune(line.Text)
		first := slices.IndexFunc(runes, isInk)
		if first < 0 {
			continue
		}
		r := reading{text: line.Text, left: line.X + line.At[first], y: line.Y, size: line.Size}
		last := len(runes) - 1
		r.right = line.X + line.At[last] + set.Em(line.Face, runes[last])*r.em()
		if n := len(read); n > 0 && read[n-1].y == r.y && math.Abs(r.left-read[n-1].right) < 0.6*r.em() {
			read[n-1].text += r.text
			read[n-1].right = r.right
			continue
		}
		read = append(read, r)
	}
	return read
}

func isInk(r rune) bool { return !isInvisible(r) }

// joined is a text without what paints nothing: a reader of the PDF guesses blanks from distances.
func joined(text string) string {
	return strings.Map(func(r rune) rune {
		if isInvisible(r) || unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

// word is a word that pdftotext found, in pt from the top left of the page.
type word struct {
	Left   float64 `xml:"xMin,attr"`
	Top    float64 `xml:"yMin,attr"`
	Right  float64 `xml:"xMax,attr"`
	Bottom float64 `xml:"yMax,attr"`
	Text   string  `xml:",chardata"`
}

// wordsOf reads the words of every page back from a PDF.
func wordsOf(t *testing.T, file string) [][]word {
	out, err := exec.Command("pdftotext", "-bbox", file, "-").Output()
	require.NoError(t, err)
	var read struct {
		Pages []struct {
			Words []word `xml:"word"`
		} `xml:"body>doc>page"`
	}
	require.NoError(t, xml.Unmarshal(out, &read))
	pages := make([][]word, len(read.Pages))
	for i, p := range read.Pages {
		pages[i] = p.Words
	}
	return pages
}

// rasterised gives every page of a PDF as pdftoppm paints it.
func rasterised(t *testing.T, file string, count int) []*image.Gray {
	prefix := strings.TrimSuffix(file, ".pdf")
	require.NoError(t, exec.Command("pdftoppm", "-gray", "-r", fmt.Sprint(inkPerMM*25.4), file, prefix).Run())
	names, err := filepath.Glob(prefix + "-*.pgm")
	require.NoError(t, err)
	slices.Sort(names)
	require.Len(t, names, count)
	pages := make([]*image.Gray, count)
	for i, name := range names {
		raw, err := os.ReadFile(name)
		require.NoError(t, err)
		var w, h, most int
		_, err = fmt.Sscanf(string(raw[:min(40, len(raw))]), "P5\n%d %d\n%d\n", &w, &h, &most)
		require.NoError(t, err)
		pages[i] = &image.Gray{Pix: raw[len(raw)-w*h:], Stride: w, Rect: image.Rect(0, 0, w, h)}
	}
	return pages
}

// grayOf makes a painting comparable with a rasterised page.
func grayOf(p page.Page, set *face.Set) *image.Gray {
	painted := Paint(p, set, int(math.Round(p.Width*inkPerMM)), int(math.Round(p.Height*inkPerMM)))
	gray := image.NewGray(painted.Rect)
	for i := range gray.Pix {
		gray.Pix[i] = painted.Pix[4*i]
	}
	return gray
}

// inkIn gives the extent of the ink of a line in a picture of the page, in mm.
func inkIn(picture *image.Gray, r reading) (extent, bool) {
	const beside, above, below = 0.2, 1.0, 0.35 // em around the line that belong to it
	box := image.Rect(
		int((r.left-beside*r.em())*inkPerMM), int((r.y-above*r.em())*inkPerMM),
		int((r.right+beside*r.em())*inkPerMM), int((r.y+below*r.em())*inkPerMM),
	).Intersect(picture.Rect)
	ink, found := extent{left: math.Inf(1), top: math.Inf(1)}, false
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			if picture.GrayAt(x, y).Y > 0xC0 {
				continue
			}
			found = true
			ink.left, ink.top = min(ink.left, float64(x)/inkPerMM), min(ink.top, float64(y)/inkPerMM)
			ink.right, ink.bottom = max(ink.right, float64(x+1)/inkPerMM), max(ink.bottom, float64(y+1)/inkPerMM)
		}
	}
	return ink, found
}

// writtenTo writes a document's PDF into a file.
func writtenTo(t *testing.T, doc page.Document, set *face.Set) string {
	file := filepath.Join(t.TempDir(), "a.pdf")
	var out bytes.Buffer
	require.NoError(t, pdf.Write(&out, doc, set, time.Date(2026, 3, 5, 1, 2, 3, 0, time.UTC)))
	require.NoError(t, os.WriteFile(file, out.Bytes(), 0o600))
	return file
}

// requireSameOnScreenAndInPDF holds every line of a document on the screen against the same line in its PDF: the text
// that a reader of the PDF finds there, the place where it begins, and the ink.
func requireSameOnScreenAndInPDF(t *testing.T, doc page.Document, set *face.Set) {
	for i := range doc.Pages {
		doc.Pages[i].Strokes = nil // rules of a table would be taken for ink of its lines; they are compared by themselves
	}
	file := writtenTo(t, doc, set)
	words, printed := wordsOf(t, file), rasterised(t, file, len(doc.Pages))
	require.Len(t, words, len(doc.Pages))
	for i, p := range doc.Pages {
		screen := grayOf(p, set)
		rest := words[i]
		for _, line := range readings(p, set) {
			var mine []word
			mine, rest = wordsOn(line, rest)
			requireSameText(t, line, mine)
			requireSameInk(t, line, screen, printed[i])
		}
		require.Empty(t, rest, "the PDF has nothing that the screen does not show")
	}
}

// wordsOn parts the words that stand on a line from the others.
func wordsOn(line reading, words []word) (mine, rest []word) {
	for _, w := range words {
		middle := (w.Top + w.Bottom) / 2 * page.MMPerPoint
		x := w.Left * page.MMPerPoint
		if math.Abs(middle-(line.y-0.35*line.em())) < 0.45*line.em() && x > line.left-0.5*line.em() && x < line.right {
			mine = append(mine, w)
		} else {
			rest = append(rest, w)
		}
	}
	slices.SortStableFunc(mine, func(a, b word) int { return cmp.Compare(a.Left, b.Left) })
	return mine, rest
}

func requireSameText(t *testing.T, line reading, mine []word) {
	var read strings.Builder
	for _, w := range mine {
		read.WriteString(w.Text)
	}
	require.Equal(t, joined(line.text), joined(read.String()))
	require.InDelta(t, line.left, mine[0].Left*page.MMPerPoint, tolerance, "where %s begins in the PDF", line.text)
}

func requireSameInk(t *testing.T, line reading, screen, printed *image.Gray) {
	onScreen, ok := inkIn(screen, line)
	onPaper, also := inkIn(printed, line)
	require.True(t, ok && also, line.text)
	require.InDelta(t, onPaper.left, onScreen.left, tolerance, "left of %s", line.text)
	require.InDelta(t, onPaper.right, onScreen.right, tolerance, "right of %s", line.text)
	require.InDelta(t, onPaper.top, onScreen.top, tolerance, "top of %s", line.text)
	// The same signs in the same face reach equally far under the baseline: where they end, the baseline is.
	require.InDelta(t, onPaper.bottom, onScreen.bottom, tolerance, "baseline of %s", line.text)
}

// requireInkNear wants ink of the other picture within the tolerance of each dark pixel of one.
func requireInkNear(t *testing.T, one, other *image.Gray) {
	const reach = 2 // pixels: 0.25 mm
	near := func(x, y int) bool {
		for dy := -reach; dy <= reach; dy++ {
			for dx := -reach; dx <= reach; dx++ {
				if at := image.Pt(x+dx, y+dy); at.In(other.Rect) && other.GrayAt(at.X, at.Y).Y < 0xE0 {
					return true
				}
			}
		}
		return false
	}
	for y := range one.Rect.Dy() {
		for x := range one.Rect.Dx() {
			if one.GrayAt(x, y).Y < 0x80 && !near(x, y) {
				require.Fail(t, "ink in one of the two only", "%.1f, %.1f mm", float64(x)/inkPerMM, float64(y)/inkPerMM)
			}
		}
	}
}

func needPoppler(t *testing.T) {
	for _, program := range []string{"pdftotext", "pdftoppm"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skip(program + " is not installed")
		}
	}
}

// rareNames are characters above U+FFFF of the standard table.
func rareNames(count int) string {
	var rare []rune
	for _, line := range strings.Split(string(assets.Hanzi()), "\n") {
		if _, text, ok := strings.Cut(line, "\t"); ok && []rune(text)[0] > 0xFFFF && len(rare) < count {
			rare = append(rare, []rune(text)[0])
		}
	}
	return string(rare)
}

// anItem is what a notice of many kinds of lines and an approval form are made from.
func anItem() data.Item {
	item := data.Item{Number: "2026-0012", Status: data.Approved}
	item.Kind = data.Publicity
	item.Title = "关于王䶮、阿卜杜热合曼·买买提等8名同志拟任县食品药品监督管理局药品监管股股长等职务任前公示的公告"
	item.Body = "根据《党政领导干部选拔任用工作条例》等规定，经2026年3月5日局党组会议集体研究，现将拟任人选情况公示如下：\n" +
		"一、拟任人选\n（一）基本情况\n1.王䶮，女，汉族，1986年10月生，研究生学历。\n（1）现任食品生产监管股四级主任科员（2019年起）。\n" +
		"二、有关说明\n" + strings.Repeat("公示期间，单位和个人均可通过“来信、来电、来访”等形式（须署真实姓名），向局党组反映；"+
		"反映情况要实事求是——GB/T 9704-2012、iPhone 15、3.5万元……均照实写。\n", 14)
	item.Issuer, item.IssueDate = "中共云岭县食品药品监督管理局党组", "2026-03-05"
	item.From, item.To = "2026-03-06", "2026-03-12"
	item.Mode, item.Audience, item.Decision = data.Immediate, data.Society, data.BySuperior
	item.EntryCode, item.OfficeID = "3.5", "o1"
	return item
}

func aForm(set *face.Set) page.Document {
	return reports.ApprovalForm(reports.ApprovalInput{
		Unit: data.Unit{Name: "云岭县食品药品监督管理局", Superior: "中共云岭县委组织部"}, Item: anItem(), Today: "2026-03-06",
		Offices:   []data.Office{{ID: "o1", Name: "组织人事股"}},
		Catalogue: data.Catalogue{Entries: []data.Entry{{Code: "3.5", Title: "干部选拔、任用及奖惩情况"}}},
	}, set)
}

func TestRulesOfAFormLieAtTheSamePlaceOnScreenAndPaper(t *testing.T) {
	needPoppler(t)
	set := face.Embedded()
	form := aForm(set)
	for i := range form.Pages {
		require.NotEmpty(t, form.Pages[i].Strokes)
		form.Pages[i].Lines = nil
	}
	for i, printed := range rasterised(t, writtenTo(t, form, set), len(form.Pages)) {
		screen := grayOf(form.Pages[i], set)
		requireInkNear(t, screen, printed)
		requireInkNear(t, printed, screen)
	}
}

func TestScreenAndPaperAgreeLineForLine(t *testing.T) {
	needPoppler(t)
	set := face.Embedded()
	notice, err := reports.Notice(reports.NoticeInput{Item: anItem(), WorkingDays: 5}, set)
	require.NoError(t, err)
	require.Greater(t, len(notice.Pages), 2, "with page numbers")
	wide, err := reports.Typeset(example, page.Style{Paper: page.PaperA3, Lengthwise: true, Large: true}, set)
	require.NoError(t, err)
	for name, doc := range map[string]page.Document{
		"A3, large":  wide,
		"headings":   typeset(t, example, set),
		"rare names": typeset(t, "姓名表\n"+rareNames(196)+"\n王䶮、张𬱟、“𬳽”某。", set),
		"notice":     notice,
		"form":       aForm(set),
		"squeezed":   typeset(t, "标点\n"+strings.Repeat("经研究（党组会），决定：“同意”；《办法》、《条例》，均已备案（2026年）。", 30), set),
		"long":       typeset(t, "年度公开情况\n"+strings.Repeat("一、工作情况\n现将2026年第1季度有关情况公示如下，共12项，见《目录》。\n", 60), set),
	} {
		t.Run(name, func(t *testing.T) { requireSameOnScreenAndInPDF(t, doc, set) })
	}
}
