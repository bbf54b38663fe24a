package reports

import (
	"image"
	"image/color"
	"image/draw"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

// approvedSample is an item whose approval is complete, with the signatures from the log.
func approvedSample() data.Item {
	item := sample()
	item.Status, item.Steps = data.Approved, nil
	for _, act := range data.Required(item.Decision) {
		if act != data.ActPublish {
			item.Steps = append(item.Steps, data.Step{Act: act, Seal: data.SealGood, Signature: []byte(strings.Repeat("签", 21) + "!")})
		}
	}
	return item
}

// scanned reads the QR code of a page as a phone does.
func scanned(t require.TestingT, c page.Code) string {
	const scale, quiet = 4, 4
	side := (len(c.Rows) + 2*quiet) * scale
	picture := image.NewGray(image.Rect(0, 0, side, side))
	draw.Draw(picture, picture.Rect, image.White, image.Point{}, draw.Src)
	for y, row := range c.Rows {
		for x := range len(row) {
			if row[x] == '1' {
				at := image.Rect(0, 0, scale, scale).Add(image.Pt((x+quiet)*scale, (y+quiet)*scale))
				draw.Draw(picture, at, image.NewUniform(color.Black), image.Point{}, draw.Src)
			}
		}
	}
	bitmap, err := gozxing.NewBinaryBitmapFromImage(picture)
	require.NoError(t, err)
	found, err := qrcode.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_CHARACTER_SET: "UTF-8"})
	require.NoError(t, err)
	return found.GetText()
}

func TestAnApprovedNoticeBearsItsVerificationCode(t *testing.T) {
	item := approvedSample()
	item.Audience = data.Society
	doc, lines := laid(t, item)
	require.Len(t, doc.Pages[0].Codes, 1)
	seal, _ := data.SealOf(item)
	require.Equal(t, seal.Text(), scanned(t, doc.Pages[0].Codes[0]))
	var asides []string
	for _, l := range doc.Pages[0].Lines {
		if l.Aside {
			asides = append(asides, l.Text)
		}
	}
	require.Equal(t, CodeLine+seal.Code+CodeHint, strings.Join(asides, ""))
	require.NotContains(t, strings.Join(lines, ""), "核验码", "it is no part of the document")
	draft := sample()
	draft.Audience = item.Audience
	plain, _ := laid(t, draft)
	require.Equal(t, Lines(plain), Lines(doc), "and moves nothing in it")
}

// The lobby's screen would not know the code of a notice for members or staff.
func TestANoticeForMembersOrStaffSendsItsReadersToTheOffice(t *testing.T) {
	for audience, want := range map[data.Audience]string{data.Society: CodeHint, data.Staff: DeskHint, data.Party: DeskHint} {
		item := approvedSample()
		item.Audience = audience
		doc, _ := laid(t, item)
		var asides []string
		for _, l := range doc.Pages[0].Lines {
			if l.Aside {
				asides = append(asides, l.Text)
			}
		}
		require.Contains(t, asides, want)
	}
}

func TestANoticeWithoutACompleteSignatureHasNoCode(t *testing.T) {
	for name, spoil := range map[string]func(*data.Item){
		"a draft":           func(it *data.Item) { it.Status = data.ToApprove },
		"a broken seal":     func(it *data.Item) { it.Steps[len(it.Steps)-1].Seal = data.SealBroken },
		"steps not at hand": func(it *data.Item) { it.Steps = nil },
	} {
		item := approvedSample()
		spoil(&item)
		doc, err := NoticeOf(item, func(data.Date, data.Date) int { return 5 }, nil, face.Embedded())
		require.NoError(t, err)
		require.Empty(t, doc.Pages[0].Codes, name)
	}
}

// The code lies in the bottom margin of the first page and touches nothing there, on every sheet and however long the
// text and the title are.
func TestTheCodeOverlapsNothing(t *testing.T) {
	for _, style := range []page.Style{
		{}, {Large: true}, {Lengthwise: true}, {Paper: page.PaperA3}, {Paper: page.PaperA3, Lengthwise: true, Large: true},
	} {
		for _, n := range []int{1, 100} {
			item := approvedSample()
			item.Title = strings.Repeat("关于进一步加强党务公开工作的通知", 10)[:3*min(90, 9*n)]
			item.Body = strings.Repeat("党务公开的内容。\n", n)
			doc, err := Notice(NoticeInput{Item: item, WorkingDays: 5, Approved: true, Style: style}, face.Embedded())
			require.NoError(t, err)
			requireFree(t, doc.Pages[0])
			for _, p := range doc.Pages[1:] {
				require.Empty(t, p.Codes)
			}
		}
	}
}

// requireFree: nothing lies within the quiet zone of four modules, and code and text lie on the sheet.
func requireFree(t *testing.T, p page.Page) {
	require.Len(t, p.Codes, 1)
	c := p.Codes[0]
	quiet := 4 * c.Side / float64(len(c.Rows))
	require.GreaterOrEqual(t, c.Side/float64(len(c.Rows)), 0.2, "a printer and a phone can tell two modules apart")
	require.LessOrEqual(t, c.Y+c.Side, p.Height-4, "printers leave the edge white")
	var numbers []page.Line
	for _, l := range p.Lines {
		em := l.Size * page.MMPerPoint
		right := l.X + l.At[len(l.At)-1] + em
		outside := l.Y+0.3*em < c.Y-quiet || l.X > c.X+c.Side+quiet || right < c.X-quiet
		require.True(t, outside, "%s lies in the quiet zone", l.Text)
		require.LessOrEqual(t, right, p.Width)
		require.LessOrEqual(t, l.Y, p.Height-3)
		if strings.HasPrefix(l.Text, "— ") {
			numbers = append(numbers, l)
		}
	}
	for _, n := range numbers {
		for _, l := range p.Lines {
			if l.Aside && l.Text != n.Text {
				clear := l.Y-l.Size*page.MMPerPoint > n.Y || l.X+l.At[len(l.At)-1]+l.Size*page.MMPerPoint < n.X
				require.True(t, clear, "%s lies on the page number", l.Text)
			}
		}
	}
}

func TestTheSameApprovedNoticeGivesTheSameBytes(t *testing.T) {
	first, _ := laid(t, approvedSample())
	second, _ := laid(t, approvedSample())
	require.Equal(t, painted(t, first), painted(t, second))
	require.Less(t, len(painted(t, first)), 70_000)
}

func BenchmarkVerificationCode(b *testing.B) {
	item := approvedSample()
	faces := face.Embedded()
	for b.Loop() {
		verified(page.Document{Pages: []page.Page{{Width: 210, Height: 297}}}, item, page.A4(), faces)
	}
}
