package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTheStandardPageIsA4With22LinesOf28(t *testing.T) {
	f := A4()
	require.Equal(t, 28, f.Chars)
	require.Equal(t, 22, f.Lines)
	require.InDelta(t, Em, f.Em, 1e-9)
	require.InDelta(t, Pitch, f.Pitch, 1e-9)
	require.InDelta(t, GridY(21), f.line(21), 1e-9)
}

func TestTheLargeTypeEditionIsIn20Points(t *testing.T) {
	f := FormatOf(Style{Large: true})
	require.Equal(t, 20.0, f.Body)
	require.Equal(t, []int{22, 17}, []int{f.Chars, f.Lines})
	require.GreaterOrEqual(t, f.Em, 20*MMPerPoint)
}

func TestALengthwiseSheetTurnsTheTypeArea(t *testing.T) {
	f := FormatOf(Style{Lengthwise: true})
	require.Equal(t, []float64{297, 210, 37, 28, 225, 156}, []float64{f.Width, f.Height, f.Left, f.Top, f.TypeWidth, f.TypeHeight})
	require.Equal(t, []int{40, 15}, []int{f.Chars, f.Lines})
}

func TestEveryFormatKeepsItsLinesInsideTheSheet(t *testing.T) {
	require.Len(t, Styles(), 8)
	for _, style := range Styles() {
		f := FormatOf(style)
		require.LessOrEqual(t, f.line(f.Lines-1), f.Top+f.TypeHeight+0.001)
		require.Greater(t, f.line(f.Lines), f.Top+f.TypeHeight, "no line more fits")
		require.LessOrEqual(t, f.Left+f.TypeWidth, f.Width-20)
		require.LessOrEqual(t, f.Top+f.TypeHeight, f.Height-20)
	}
}

func TestA3HangsTheSameLinesEnlarged(t *testing.T) {
	text := strings.Repeat("党务公开工作方案2026年3月5日印发。", 60)
	sheets := make([]Document, 2)
	for i, paper := range []Paper{PaperA4, PaperA3} {
		s := NewSheetOf(FormatOf(Style{Paper: paper}), halves{})
		s.Title("关于印发党务公开实施方案的通知")
		s.Paragraph(text)
		sheets[i] = s.Document("t")
	}
	require.Equal(t, texts(sheets[0]), texts(sheets[1]))
	require.Equal(t, []float64{297, 420}, []float64{sheets[1].Pages[0].Width, sheets[1].Pages[0].Height})
	a, b := sheets[0].Pages[0].Lines[5], sheets[1].Pages[0].Lines[5]
	require.InDelta(t, a.Y*a3Scale, b.Y, 0.05)
	require.InDelta(t, a.X*a3Scale, b.X, 0.05)
	require.InDelta(t, a.Size*a3Scale, b.Size, 0.001)
}

func TestNumbersMayStandInTheMiddleOrBeLeftOut(t *testing.T) {
	for _, how := range []Numbering{NumberCentre, NumberNone} {
		s := NewSheet(halves{})
		s.Number(how)
		s.Paragraph(strings.Repeat("党", 28*40))
		p := s.Document("t").Pages[0]
		last := p.Lines[len(p.Lines)-1]
		require.Equal(t, how == NumberCentre, last.Aside)
		if last.Aside {
			require.InDelta(t, Left+TypeWidth/2, last.X+(last.At[len(last.At)-1]+last.Size*MMPerPoint)/2, 0.3)
		}
	}
}

func TestAFigureIsScaledIntoTheTypeAreaWithItsCaption(t *testing.T) {
	for _, size := range [][2]int{{6000, 4000}, {400, 9000}, {30, 20}, {1, 1}, {20000, 400}} {
		s := NewSheet(halves{})
		s.Paragraph("现场情况如下：")
		s.Figure(Image{Bytes: []byte("x"), Width: size[0], Height: size[1]}, "图1　施工现场")
		doc := s.Document("t")
		at := pageWith(doc, "图1")
		f := doc.Pages[at].Figures[0]
		require.GreaterOrEqual(t, f.X, Left-0.01)
		require.LessOrEqual(t, f.X+f.Width, Left+TypeWidth+0.01)
		require.LessOrEqual(t, f.Y+f.Height, Top+TypeHeight)
		require.InDelta(t, float64(size[0])/float64(size[1]), f.Width/f.Height, 0.02*f.Width/f.Height+0.5)
		caption := doc.Pages[at].Lines[len(doc.Pages[at].Lines)-1]
		for _, l := range doc.Pages[at].Lines {
			if strings.HasPrefix(l.Text, "图1") {
				caption = l
			}
		}
		require.Greater(t, caption.Y, f.Y+f.Height, "the caption stands under the figure, on its page")
	}
}

func TestTheSignatureIsNeverAloneBehindAFigureOrATable(t *testing.T) {
	last := map[string]func(*Sheet){
		"figure": func(s *Sheet) { s.Figure(Image{Bytes: []byte("x"), Width: 900, Height: 4000}, "图1　平面图") },
		"row": func(s *Sheet) {
			s.Table(Table{Columns: []Column{{Head: "内容"}}, Rows: [][]string{{strings.Repeat("整改措施已经落实到位。", 150)}}})
		},
	}
	for name, set := range last {
		for before := range 23 {
			for _, style := range []Style{{}, {Large: true}, {Lengthwise: true}} {
				s := NewSheetOf(FormatOf(style), halves{})
				for range before {
					s.Paragraph("党务公开。")
				}
				set(s)
				s.Signature("中共云岭县食品药品监督管理局党组", "2026年3月5日")
				doc := s.Document("t")
				end := doc.Pages[len(doc.Pages)-1]
				alone := len(texts(Document{Pages: []Page{end}})) <= 2 && len(end.Figures) == 0
				require.False(t, alone, "%s behind %d lines", name, before)
			}
		}
	}
}
