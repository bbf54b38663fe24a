package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAPageDoesNotBeginWithAnEmptyLine(t *testing.T) {
	paragraphs := strings.Split(strings.Repeat("党务公开。\n\n\n", 30), "\n")
	doc := set(paragraphs...)
	require.Greater(t, len(doc.Pages), 2)
	for _, p := range doc.Pages {
		require.InDelta(t, GridY(0), p.Lines[0].Y, 0.01)
	}
}

func TestAHeadingAndAnEmptyLineUnderItStayWithTheText(t *testing.T) {
	for before := range LinesPerPage {
		var paragraphs []string
		for range before {
			paragraphs = append(paragraphs, "党务公开。")
		}
		for _, p := range set(append(paragraphs, "一、总体要求", "", "正文。")...).Pages {
			lines := texts(Document{Pages: []Page{p}})
			require.NotEqual(t, "一、总体要求", lines[len(lines)-1])
		}
	}
}

func TestTheDashOfAPageNumberIsSevenMillimetresUnderTheTypeArea(t *testing.T) {
	number := number(1, NumberOutside, A4(), halves{})
	require.InDelta(t, Top+TypeHeight+7, number.Y-dashRise*NumberSize*MMPerPoint, 0.01)
	require.True(t, number.Aside)
}
