package kiosk

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data"
	"gongkailan/reports/bulletin"
	"gongkailan/reports/page"
)

func onePage(text string) page.Page {
	at := make([]float64, len([]rune(text)))
	for i := range at {
		at[i] = float64(i) * page.Em
	}
	return page.Page{Width: 210, Height: 297, Lines: []page.Line{{Text: text, X: 28, Y: 42, Size: 15.75, Face: page.FangSong, At: at}}}
}

// public is an item of so many pages.
func public(number, category string, kind data.Kind, from, to data.Date, pages int) bulletin.Item {
	it := bulletin.Item{
		Number: number, Title: "关于第" + number + "号事项的公告", Kind: kind, Category: category,
		Audience: data.Society, From: from, To: to, First: from,
	}
	var notice []page.Page
	for i := range pages {
		notice = append(notice, onePage(fmt.Sprintf("%s第%d页", number, i+1)))
	}
	return it.WithNotice(notice)
}

func exampleBulletin() bulletin.Bulletin {
	return bulletin.Bulletin{
		Unit: "云岭县食品药品监督管理局", Serial: 7, Issued: "2026-03-06T00:30:00Z",
		Categories: []bulletin.Category{{Code: "1", Title: "决议决定", Short: "决议决定"}, {Code: "3", Title: "组织建设", Short: "组织建设"}, {Code: "6", Title: "其他", Short: "其他"}},
		Items: []bulletin.Item{
			public("2026-0001", "1", data.Announcement, "2026-02-20", "", 2),
			public("2026-0002", "3", data.Publicity, "2026-03-05", "2026-03-16", 1),
			public("2026-0003", "3", data.Publicity, "2026-03-05", "2026-03-12", 1),
			public("2026-0004", "1", data.Announcement, "2026-03-02", "2026-03-06", 1),
			public("2026-0005", "1", data.Announcement, "2026-03-09", "2026-03-31", 1),
		},
	}
}

func numbers(items []bulletin.Item) []string {
	var list []string
	for _, it := range items {
		list = append(list, it.Number)
	}
	return list
}

func TestWhatEndsSoonestStandsFirstThenTheNewest(t *testing.T) {
	s := newShelf(exampleBulletin(), "2026-03-06")
	require.Equal(t, []string{"2026-0003", "2026-0002", "2026-0004", "2026-0001"}, numbers(s.items))
	require.Equal(t, []string{"2026-0003", "2026-0002"}, numbers(s.under(publicitySection)))
	require.Equal(t, []string{"2026-0004", "2026-0001"}, numbers(s.under("1")))
	require.Empty(t, s.under("6"))
}

func TestItemsGoUpAndComeDownByTheKiosksOwnDate(t *testing.T) {
	for day, want := range map[data.Date]int{"2026-02-19": 0, "2026-03-06": 4, "2026-03-07": 3, "2026-03-09": 4, "2027-01-01": 1} {
		require.Len(t, newShelf(exampleBulletin(), day).items, want, day)
	}
}

func TestTheBoardIsARingOverEveryPage(t *testing.T) {
	s := newShelf(exampleBulletin(), "2026-03-06")
	s.pages = exampleBulletin().Pages
	at, ok := s.Step(Session{}, Spot{}, 0)
	require.True(t, ok)
	seen := map[Spot]bool{}
	for range 5 {
		seen[at] = true
		at, _ = s.Step(Session{}, at, 1)
	}
	require.Len(t, seen, 5)
	n, of := s.position(at)
	require.Equal(t, [2]int{1, 5}, [2]int{n, of})
}

// sheetOf is a page with lines at random places.
func sheetOf(t *rapid.T) page.Page {
	p := page.Page{Width: 210, Height: 297}
	y := 40.0
	for i := range rapid.IntRange(0, 26).Draw(t, "lines") {
		y += rapid.SampledFrom([]float64{0, 10.4, 10.4, 10.4, 20.8}).Draw(t, "step")
		if y > 262 {
			break
		}
		p.Lines = append(p.Lines, page.Line{Text: fmt.Sprint(i), X: rapid.Float64Range(28, 150).Draw(t, "x"), Y: y, Size: 15.75, Face: page.FangSong, At: []float64{0}})
	}
	return p
}

func TestLargeTypeShowsEveryLineOnceAndCutsNone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := sheetOf(t)
		proportion := rapid.Float64Range(0.3, 3).Draw(t, "proportion")
		var shown []page.Line
		for _, part := range parts(p, proportion) {
			for _, l := range part.page.Lines {
				em := l.Size * page.MMPerPoint
				require.GreaterOrEqual(t, l.Y-0.9*em, part.region.Y)
				require.LessOrEqual(t, l.Y+0.2*em, part.region.Y+part.region.Height)
				require.GreaterOrEqual(t, l.X, part.region.X)
				require.LessOrEqual(t, l.X+em, part.region.X+part.region.Width+0.01)
			}
			shown = append(shown, part.page.Lines...)
		}
		require.ElementsMatch(t, p.Lines, shown)
	})
}

func TestLargeTypeLeavesThePageNumberToTheScreen(t *testing.T) {
	p := onePage("正文")
	p.Lines = append(p.Lines, page.Line{Text: "— 2 —", X: 33, Y: 269, Size: 14, Face: page.Song, At: []float64{0, 1, 2, 3, 4}})
	cut := parts(p, 0.8)
	require.Len(t, cut, 1)
	require.Len(t, cut[0].page.Lines, 1)
}

func TestLargeTypeShowsFiguresAndTheCodeEnlargedUnderTheText(t *testing.T) {
	p := onePage("党务公开栏公示正文党务公开栏公示正文党务公开栏公示正文")
	p.Figures = []page.Figure{{X: 28, Y: 60, Width: 150, Height: 80, Image: []byte("picture")}}
	p.Strokes = []page.Stroke{{X1: 28, X2: 184, Y1: 150, Y2: 150, Width: 0.3}}
	p.Codes = []page.Code{{X: 28, Y: 266, Side: 22, Rows: []string{"1"}}}
	for i, text := range []string{"核验码 1234-5678-9012", "扫码"} {
		at := make([]float64, len([]rune(text)))
		for j := range at {
			at[j] = float64(j) * 3.7
		}
		p.Lines = append(p.Lines, page.Line{Text: text, X: 54, Y: 276 + 6*float64(i), Size: 10.5, Face: page.FangSong, Aside: true, At: at})
	}
	p.Lines = append(p.Lines, page.Line{Text: "— 1 —", X: 170, Y: 269, Size: 14, Face: page.Song, Aside: true, At: []float64{0, 1, 2, 3, 4}})
	for _, proportion := range []float64{0.4, 0.8, 3} {
		var figures, codes, asides int
		for _, part := range parts(p, proportion) {
			foot := part.region.Y + part.region.Height
			figures += len(part.page.Figures)
			for _, c := range part.page.Codes {
				codes++
				require.InDelta(t, 33, c.Side, 0.01)
				require.Greater(t, c.Y, 150.0, "under the text and its rules")
				require.GreaterOrEqual(t, c.Y, part.region.Y)
				require.LessOrEqual(t, c.Y+c.Side, foot)
				require.GreaterOrEqual(t, part.page.Height, foot)
			}
			for _, l := range part.page.Lines {
				if l.Aside {
					asides++
					require.InDelta(t, 15.75, l.Size, 0.01)
					require.Less(t, endOf(l), part.region.X+part.region.Width)
				}
			}
		}
		require.Equal(t, [3]int{1, 1, 2}, [3]int{figures, codes, asides})
	}
	require.InDelta(t, 266, p.Codes[0].Y, 0, "the page itself stays as it is")
	require.InDelta(t, 3.7, p.Lines[1].At[1], 0)
}
