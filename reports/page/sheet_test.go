package page

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTheTypeAreaHoldsTwentyTwoLinesOfTwentyEightCharacters(t *testing.T) {
	require.InDelta(t, 156, CharsPerLine*BodySize*MMPerPoint, 0.5)
	require.InDelta(t, TypeWidth, CharsPerLine*Em, 1e-9)
	require.InDelta(t, Em, BodySize*MMPerPoint, 0.02)
	require.InDelta(t, TypeHeight, (LinesPerPage-1)*Pitch+Em+Pitch-Em, 4.5)
	require.LessOrEqual(t, GridY(LinesPerPage-1), Top+TypeHeight)
}

func TestBaselinesStandOnTheGrid(t *testing.T) {
	doc := set(strings.Repeat("党务公开", 400))
	require.Greater(t, len(doc.Pages), 1)
	for _, p := range doc.Pages {
		for _, l := range p.Lines {
			if l.Aside {
				continue
			}
			steps := (l.Y - GridY(0)) / Pitch
			require.InDelta(t, math.Round(steps)*Pitch, l.Y-GridY(0), 0.05)
		}
	}
}

func TestAFullLineReachesFromEdgeToEdge(t *testing.T) {
	lines := set(strings.Repeat("党", 100)).Pages[0].Lines
	require.InDelta(t, Left, lines[1].X, 0.05)
	require.Len(t, lines[1].At, 28)
	for i, at := range lines[1].At {
		require.InDelta(t, float64(i)*Em, at, 0.05)
	}
}

func TestAPageHasTwentyTwoLines(t *testing.T) {
	s := NewSheet(halves{})
	for range 45 {
		s.Paragraph("党务公开。")
	}
	pages := s.Document("t").Pages
	require.Len(t, pages, 3)
	require.Len(t, texts(Document{Pages: pages[:1]}), 22)
	require.Len(t, texts(Document{Pages: pages[2:]}), 1)
}

func TestTheFirstLineStandsInByTwoCharacters(t *testing.T) {
	lines := set(strings.Repeat("党", 60)).Pages[0].Lines
	require.InDelta(t, Left+2*Em, lines[0].X, 0.05)
	require.Len(t, lines[0].At, 26)
	require.InDelta(t, Left, lines[1].X, 0.05)
}

func TestAnIndentTypedByHandIsNotSetTwice(t *testing.T) {
	for _, blanks := range []string{"　　", "    ", "\t"} {
		line := set(blanks + "各党支部：").Pages[0].Lines[0]
		require.Equal(t, blanks+"各党支部：", line.Text)
		first := len([]rune(blanks))
		require.InDelta(t, Left+2*Em, line.X+line.At[first], 0.05)
	}
}

func TestBlanksThatSetALineAtTheRightAreKept(t *testing.T) {
	line := set(strings.Repeat("　", 15) + "局党组").Pages[0].Lines[0]
	require.InDelta(t, Left+17*Em, line.X+line.At[15], 0.05)
}

func TestAnEmptyParagraphIsAnEmptyLine(t *testing.T) {
	lines := set("甲", "", "乙").Pages[0].Lines
	require.InDelta(t, 2*Pitch, lines[1].Y-lines[0].Y, 0.05)
}

func TestHeadingsHaveTheFaceOfTheirRank(t *testing.T) {
	cases := []struct {
		text string
		face Face
	}{
		{"一、总体要求", Hei},
		{"十二、附则", Hei},
		{"（一）指导思想", Kai},
		{"(二)主要目标", Kai},
		{"1.组织领导", FangSong},
		{"（1）时间安排", FangSong},
		{"一是加强领导", FangSong},
		{"三月五日", FangSong},
		{"第一、二条", FangSong},
	}
	for _, c := range cases {
		require.Equal(t, c.face, set(c.text).Pages[0].Lines[0].Face, c.text)
	}
}

func TestAHeadingThatRunsOnEndsWithItsFirstSentence(t *testing.T) {
	lines := set("（一）指导思想。坚持以新时代党的建设总要求为指导。").Pages[0].Lines
	require.Len(t, lines, 2)
	require.Equal(t, "（一）指导思想。", lines[0].Text)
	require.Equal(t, Kai, lines[0].Face)
	require.Equal(t, FangSong, lines[1].Face)
	require.InDelta(t, lines[0].X+8*Em, lines[1].X, 0.05)
}

func TestALongNumberedSentenceIsText(t *testing.T) {
	n, face := Lead("一、" + strings.Repeat("党务公开", 11) + "。")
	require.Zero(t, n)
	require.Equal(t, FangSong, face)
}

func TestAHeadingIsNotTheLastLineOfAPage(t *testing.T) {
	s := NewSheet(halves{})
	for range 21 {
		s.Paragraph("党务公开。")
	}
	s.Paragraph("一、总体要求")
	s.Paragraph("各党支部。")
	pages := s.Document("t").Pages
	require.Len(t, pages, 2)
	require.Equal(t, "一、总体要求", pages[1].Lines[0].Text)
}

func TestNumbersOfHeadingsGoOn(t *testing.T) {
	require.Equal(t, 3, NextHeading("一、甲\n文\n二、乙\n（一）丙"))
	require.Zero(t, NextHeading("文"))
	for n := 1; n < 100; n++ {
		require.Equal(t, n+1, NextHeading(Ordinal(n)+"、甲"))
	}
	require.Empty(t, Ordinal(0))
	require.Empty(t, Ordinal(100))
}

// signed sets so many lines and a signature under them.
func signed(lines int, issuer string) Document {
	s := NewSheet(halves{})
	for range lines {
		s.Paragraph("党务公开。")
	}
	s.Signature(issuer, "2026年3月5日")
	return s.Document("t")
}

func TestTheSignatureIsNeverAloneOnAPage(t *testing.T) {
	for lines := range 60 {
		doc := signed(lines+1, "中共云岭县食品药品监督管理局党组")
		last := texts(Document{Pages: doc.Pages[len(doc.Pages)-1:]})
		require.Contains(t, last, "党务公开。", "%d lines", lines+1)
		require.Equal(t, "2026年3月5日", last[len(last)-1])
	}
}

func TestTheDateStandsFourCharactersInFromTheRight(t *testing.T) {
	lines := signed(1, "局党组").Pages[0].Lines
	date := lines[len(lines)-1]
	end := date.X + date.At[len(date.At)-1] + Em
	require.InDelta(t, Left+TypeWidth-4*Em, end, 0.05)
}

func TestTheIssuerIsCentredOverTheDate(t *testing.T) {
	lines := signed(1, "局党组").Pages[0].Lines
	issuer, date := lines[1], lines[2]
	require.InDelta(t, date.X+(date.At[len(date.At)-1]+Em)/2, issuer.X+1.5*Em, 0.05)
	require.InDelta(t, Pitch, date.Y-issuer.Y, 0.05)
	require.InDelta(t, 2*Pitch, issuer.Y-lines[0].Y, 0.05, "a blank line stands before the signature")
}

func TestALongIssuerStaysInsideTheTypeArea(t *testing.T) {
	for n := 1; n < 60; n++ {
		for _, l := range signed(1, strings.Repeat("局", n)).Pages[0].Lines {
			require.GreaterOrEqual(t, l.X, Left)
			require.LessOrEqual(t, l.X+l.At[len(l.At)-1]+Em, Left+TypeWidth+0.05)
		}
	}
}

func TestASignatureWithoutADateIsTheIssuer(t *testing.T) {
	s := NewSheet(halves{})
	s.Paragraph("文。")
	s.Signature("局党组", "")
	require.Equal(t, []string{"文。", "局党组"}, texts(s.Document("t")))
}

func TestPageNumbersStandRightOnOddAndLeftOnEvenPages(t *testing.T) {
	doc := set(strings.Repeat("党", 28*22*3))
	require.Greater(t, len(doc.Pages), 3)
	const em = NumberSize * MMPerPoint
	for i, p := range doc.Pages {
		n := p.Lines[len(p.Lines)-1]
		require.True(t, n.Aside)
		require.Equal(t, Song, n.Face)
		require.Equal(t, NumberSize, n.Size)
		if i%2 == 0 {
			require.InDelta(t, Left+TypeWidth-em, n.X+n.At[len(n.At)-1]+em, 0.05)
		} else {
			require.InDelta(t, Left+em, n.X, 0.05)
		}
		require.InDelta(t, Top+TypeHeight+7, n.Y-dashRise*em, 0.05, "the dash lies 7 mm under the type area")
	}
	require.Equal(t, "— 2 —", doc.Pages[1].Lines[len(doc.Pages[1].Lines)-1].Text)
}

func TestASinglePageHasNoNumber(t *testing.T) {
	require.Equal(t, []string{"党务公开"}, texts(set("党务公开")))
	require.Len(t, set("党务公开").Pages[0].Lines, 1)
}

func TestASheetWithNothingOnItIsAPage(t *testing.T) {
	doc := NewSheet(halves{}).Document("t")
	require.Len(t, doc.Pages, 1)
	require.Equal(t, SheetWidth, doc.Pages[0].Width)
	require.Equal(t, SheetHeight, doc.Pages[0].Height)
}

func TestARemarkStandsGreyInTheTopMargin(t *testing.T) {
	doc := Remark(set("党务公开"), "送审稿", halves{})
	l := doc.Pages[0].Lines[0]
	require.True(t, l.Gray)
	require.True(t, l.Aside)
	require.Less(t, l.Y, Top)
	require.InDelta(t, SheetWidth/2, l.X+1.5*l.Size*MMPerPoint, 0.05)
}

func TestLinesOfAListStandInByTheirOwnMeasure(t *testing.T) {
	s := NewSheet(halves{})
	s.Listed(2, 6, "附件：1. "+strings.Repeat("表", 40))
	lines := s.Document("t").Pages[0].Lines
	require.InDelta(t, Left+2*Em, lines[0].X, 0.05)
	require.InDelta(t, Left+6*Em, lines[1].X, 0.05)
}

func TestABlockKeepsToItsWidth(t *testing.T) {
	b := Block{Text: strings.Repeat("审批表", 20) + "\n\n意见", Face: Sans, Size: 12, Width: 60}
	lines, height := b.Lines(30, 40, halves{})
	em := 12 * MMPerPoint
	require.InDelta(t, 7*Leading*em, height, 0.01)
	for _, l := range lines {
		require.InDelta(t, 30, l.X, 0.01)
		require.LessOrEqual(t, l.At[len(l.At)-1]+em, 60.01)
	}
}
