package kiosk

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/app/kiosk/folder"
	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/reports/bulletin"
)

// hanging gives what hangs on the screen's board, by the key of its pictures.
func hanging(s *screen) []string {
	var keys []string
	for i := range s.shelf.spread(s.session) {
		keys = append(keys, s.sheetAt(i).Shown().Key)
	}
	return keys
}

func TestPagesHangSideBySideWhereTheyCanBeRead(t *testing.T) {
	for size, want := range map[[2]float32]int{{1080, 1920}: 1, {1080, 1440}: 1, {1024, 768}: 1, {1920, 1080}: 2, {3840, 1080}: 5, {3840, 2160}: 2} {
		s := screenFor(t, manyItems(), size)
		require.Len(t, hanging(s), want, size)
		slots := s.frame.slots(false)
		require.LessOrEqual(t, slots[len(slots)-1].right(), s.frame.sheet.right()+0.5)
	}
}

func TestASpreadShowsNoPageTwiceAndTurnsAsAWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b bulletin.Bulletin
		total := 0
		for n, pages := range rapid.SliceOfN(rapid.IntRange(1, 4), 1, 6).Draw(t, "pages") {
			b.Items = append(b.Items, public(fmt.Sprintf("2026-%04d", n+1), "1", data.Announcement, "2026-01-01", "", pages))
			total += pages
		}
		places := rapid.IntRange(1, 7).Draw(t, "places")
		shelf := newShelf(b, "2026-03-06")
		shelf.pages, shelf.places = b.Pages, func(Session) int { return places }
		s := Session{}.Handle(Event{Kind: FileGood}, start, shelf).Handle(Event{Kind: Tick}, start, shelf)
		seen := map[Spot]bool{}
		for range total {
			spread := shelf.spread(s)
			require.Len(t, spread, min(places, total))
			once := map[Spot]bool{}
			for _, at := range spread {
				require.False(t, once[at], "%v twice", at)
				once[at], seen[at] = true, true
			}
			after := s.Handle(Event{Kind: Next}, start, shelf)
			if total > places {
				require.NotContains(t, spread, after.Slide, "the next spread begins with another page")
			} else {
				require.Equal(t, s.Slide, after.Slide, "a board that is seen whole does not turn")
			}
			require.Equal(t, s.Slide, after.Handle(Event{Kind: Previous}, start, shelf).Slide)
			s = after
		}
		require.Len(t, seen, total, "every page comes up")
	})
}

func TestEachPageOfASpreadOpensItsItem(t *testing.T) {
	for i, want := range []string{"2026-0003", "2026-0002", "2026-0004", "2026-0001"} {
		s := screenFor(t, exampleBulletin(), [2]float32{3840, 1080})
		require.Contains(t, s.said(), "第 1–5 页 / 共 5 页")
		require.NotContains(t, s.said(), "暂停轮播", "everything is seen: nothing turns")
		slot := s.frame.slots(false)[i]
		for _, tile := range s.tiles {
			if tile.tapped != nil && tile.place.has(slot.x+slot.w/2, slot.y+100, 0) {
				tap(s, tile, 0, 0)
			}
		}
		require.Equal(t, want, s.session.Reading.Number)
	}
}

func TestNoPageTurnsUnderAReadersFinger(t *testing.T) {
	c := &clock{start}
	s := screenAt(t, c, exampleBulletin(), portrait())
	first := s.session.Slide
	for range 5 {
		c.pass(SlideTime - time.Second)
		s.tiles[0].MouseDown(mouseAt(3, 700))
		s.tiles[0].MouseUp(mouseAt(3, 700))
		s.tick()
		require.Equal(t, first, s.session.Slide)
	}
	c.pass(SlideTime)
	s.tick()
	require.NotEqual(t, first, s.session.Slide)
}

func TestTheHoursOfTheNight(t *testing.T) {
	usual := NightOf("", "later")
	for at, want := range map[string]bool{"21:59": false, "22:00": true, "23:59": true, "00:00": true, "05:59": true, "06:00": false, "12:00": false} {
		local, err := time.ParseInLocation("2006-01-02 15:04", "2026-03-06 "+at, data.Shanghai())
		require.NoError(t, err)
		require.Equal(t, want, usual.isNight(local.UTC()), at)
		require.False(t, Night{}.isNight(local), "a zero one is never")
		require.Equal(t, at == "12:00", NightOf("11:30", "13:00").isNight(local), at)
	}
}

func TestATouchWakesTheDimmedScreenForTheVisit(t *testing.T) {
	c := &clock{time.Date(2026, 3, 6, 15, 0, 0, 0, time.UTC)} // 23:00
	o := optionsAt(t, c)
	o.Night = NightOf("", "")
	s := screenWith(o, exampleBulletin(), portrait())
	dim := func() bool { return s.sheet.Shown().Colours == nightColours().page }
	require.False(t, dim())
	pass := func(d time.Duration) {
		for ; d > 0; d -= time.Second {
			c.pass(time.Second)
			s.tick()
		}
	}
	pass(IdleTime + time.Second)
	require.True(t, dim())
	pass(SlideTime)
	require.True(t, dim(), "the board goes on")
	s.tiles[0].MouseDown(mouseAt(3, 700))
	require.False(t, dim())
	pass(IdleTime - time.Second)
	require.False(t, dim())
	s.handle(Event{Kind: OpenAll})
	pass(IdleTime + AnswerTime + IdleTime + time.Second)
	require.Equal(t, Loop, s.session.At)
	require.True(t, dim(), "after the visit")
	pass(7 * time.Hour)
	require.False(t, dim(), "in the morning")
}

func TestTheDimmedScreenIsReadable(t *testing.T) {
	n := nightColours()
	for name, pair := range map[string][2]color.Color{
		"text": {n.ink, n.ground}, "second": {n.second, n.ground}, "card": {n.ink, n.card}, "second on card": {n.second, n.card},
		"head": {n.headInk, n.head}, "head, second": {n.headSecond, n.head}, "button": {n.accentInk, n.accent}, "state": {n.goodInk, n.good},
		"page": {n.page.Ink, n.page.Paper}, "page, gray": {n.page.Gray, n.page.Paper}, "page, red": {n.page.Red, n.page.Paper},
	} {
		require.GreaterOrEqual(t, contrastOf(pair[0], pair[1]), 4.5, name)
	}
}

// codes gives the enlarged codes on the screen: their places, in mm of the panel.
func codes(s *screen) []rect {
	var found []rect
	k := s.frame.scale * float32(s.unitsPerMM(&easel{frame: s.frame}))
	for _, o := range s.body.Objects {
		if r, ok := o.(*canvas.Raster); ok && r.Size().Width == r.Size().Height && r.Size().Width/k > 35 {
			found = append(found, rect{r.Position().X / k, r.Position().Y / k, r.Size().Width / k, r.Size().Height / k})
		}
	}
	return found
}

func TestACodeThatIsTooSmallOnThePanelStandsEnlarged(t *testing.T) {
	board := realBoard(t)
	for _, each := range []struct {
		size   [2]float32
		inches float64
		at     string
		wants  int
	}{
		{portrait(), 43, "2026-0002", 0}, // 47 mm on the page itself
		{portrait(), 55, "2026-0003", 0},
		{portrait(), 15.6, "2026-0002", 1},
		{portrait(), 15.6, "2026-0003", 1}, // lengthwise: room under the page
		{[2]float32{1920, 1080}, 43, "2026-0002", 0},
		{[2]float32{1920, 1080}, 43, "2026-0003", 1},
		{[2]float32{1920, 1080}, 21.5, "2026-0002", 1},
	} {
		o := optionsAt(t, &clock{start})
		o.Panel = folder.Settings{PanelInches: each.inches}.Panel
		s := screenWith(o, board, each.size)
		s.session.Slide = Spot{Number: each.at}
		s.build()
		found := codes(s)
		require.Len(t, found, each.wants, "%+v", each)
		for _, code := range found {
			require.Greater(t, code.w, float32(40))
			for _, tile := range s.tiles {
				if tile.tapped != nil && tile.place.w < 500 {
					k := float32(s.unitsPerMM(&easel{frame: s.frame}))
					require.False(t, overlap(rect{code.x * k, code.y * k, code.w * k, code.h * k}, tile.place))
				}
			}
		}
		requireTextsInOrder(t, s)
	}
}

func TestTheReaderOfAnItemSeesItsCodeEnlargedWhereThereIsRoom(t *testing.T) {
	s := screenFor(t, realBoard(t), [2]float32{1920, 1080})
	s.handle(Event{Kind: OpenItem, Text: "2026-0002"})
	require.Len(t, codes(s), 1)
	require.Contains(t, s.said(), "扫码核验")
	s.handle(Event{Kind: Next})
	require.Empty(t, codes(s), "the second page has none")
}

func TestANewFileNeverShowsBarePaper(t *testing.T) {
	work := &beside{}
	o := optionsAt(t, &clock{start})
	o.Go = func(w func()) { work.waiting = append(work.waiting, w) }
	s := newScreen(o, ui.NewLoader(o.Go, o.Do))
	s.root.Resize(fyne.NewSize(540, 960))
	painted := func() image.Image {
		for _, part := range test.WidgetRenderer(s.sheet).Objects() {
			if r, ok := part.(*canvas.Raster); ok {
				return r.Generator(int(r.Size().Width), int(r.Size().Height))
			}
		}
		return nil
	}
	s.show(exampleBulletin(), nil)
	painted()
	work.do()
	before := painted()
	require.Greater(t, before.Bounds().Dx(), 1)
	next := exampleBulletin()
	next.Serial++
	for i := range next.Items {
		next.Items[i] = public(next.Items[i].Number, "3", data.Publicity, "2026-03-05", "2026-03-12", 2)
	}
	s.take(next)
	require.Same(t, before, painted(), "the page before stays while the painter is slow")
	work.do()
	require.NotSame(t, before, painted())
	require.Greater(t, painted().Bounds().Dx(), 1)
}

func TestASheetThatIsNotOnTheScreenRemembersNothing(t *testing.T) {
	s := screenFor(t, exampleBulletin(), [2]float32{3840, 1080})
	require.Len(t, hanging(s), 5)
	s.handle(Event{Kind: OpenItem, Text: "2026-0001"})
	require.NotEmpty(t, s.sheet.Shown().Key)
	for _, other := range s.others {
		require.Empty(t, other.Shown().Page.Lines)
	}
	s.handle(Event{Kind: OpenAll})
	require.Empty(t, s.sheet.Shown().Page.Lines)
}

// contrastOf is that of WCAG 2.1, from 1 to 21.
func contrastOf(ink, ground color.Color) float64 {
	light := func(c color.Color) float64 {
		r, g, b, _ := c.RGBA()
		part := func(v uint32) float64 {
			x := float64(v) / 0xFFFF
			if x <= 0.04045 {
				return x / 12.92
			}
			return math.Pow((x+0.055)/1.055, 2.4)
		}
		return 0.2126*part(r) + 0.7152*part(g) + 0.0722*part(b)
	}
	a, b := light(ink), light(ground)
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}
