package kiosk

import (
	"image"
	"os"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/reports/bulletin"
)

// TestMain makes one app for all tests: each further one reads all faces anew and keeps them, sixty megabytes each time.
func TestMain(m *testing.M) {
	test.NewApp().Settings().SetTheme(lobbyTheme{})
	os.Exit(m.Run())
}

// clock is the time of a test.
type clock struct{ now time.Time }

func (c *clock) pass(d time.Duration) { c.now = c.now.Add(d) }

func optionsAt(t testing.TB, c *clock) Options {
	app := fyne.CurrentApp()
	at := func(work func()) { work() }
	return Options{
		App: app, Go: at, Do: at, Now: func() time.Time { return c.now },
		Elapsed:         func() time.Duration { return c.now.Sub(start) },
		WorkingDaysLeft: func(data.Date, data.Date) int { return 5 },
		CheckPIN:        func(pin string) bool { return pin == "2468" },
		Dictionary:      dictionary,
	}.complete()
}

func screenAt(t testing.TB, c *clock, b bulletin.Bulletin, size [2]float32) *screen {
	return screenWith(optionsAt(t, c), b, size)
}

func screenWith(o Options, b bulletin.Bulletin, size [2]float32) *screen {
	s := newScreen(o, ui.AtOnce())
	s.root.Resize(fyne.NewSize(size[0], size[1]))
	s.show(b, nil)
	return s
}

func screenFor(t *testing.T, b bulletin.Bulletin, size [2]float32) *screen {
	return screenAt(t, &clock{start}, b, size)
}

func portrait() [2]float32 { return [2]float32{1080, 1920} }

// said is every text on the screen.
func (s *screen) said() string {
	var all []string
	for _, object := range s.body.Objects {
		if text, ok := object.(*canvas.Text); ok {
			all = append(all, text.Text)
		}
	}
	return strings.Join(all, "\n")
}

// tileUnder finds the tile on which a text stands.
func tileUnder(t *testing.T, s *screen, text string) *tile {
	for _, object := range s.body.Objects {
		label, ok := object.(*canvas.Text)
		if !ok || label.Text != text {
			continue
		}
		middle := label.Position().Add(fyne.NewPos(label.Size().Width/2, label.Size().Height/2))
		for i := len(s.tiles) - 1; i >= 0; i-- {
			if tile := s.tiles[i]; tile.tapped != nil && tile.place.has(middle.X/s.frame.scale, middle.Y/s.frame.scale, 0) {
				return tile
			}
		}
	}
	require.Fail(t, "no tile says "+text, s.said())
	return nil
}

func mouseAt(x, y float32) *desktop.MouseEvent {
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(x, y)}, Button: desktop.MouseButtonPrimary}
}

// tap presses a tile in its middle and leaves it so far from there.
func tap(s *screen, tile *tile, dx, dy float32) {
	k := s.frame.scale
	x, y := (tile.place.x+tile.place.w/2)*k, (tile.place.y+tile.place.h/2)*k
	tile.MouseDown(mouseAt(x, y))
	s.tiles[0].MouseUp(mouseAt(x+dx, y+dy)) // Fyne gives the release to what lies under it
}

func TestAVisitorFindsAnItemByTouchAlone(t *testing.T) {
	s := screenFor(t, exampleBulletin(), portrait())
	require.Contains(t, s.said(), "公示中 · 还有 5 个工作日")
	require.Contains(t, s.said(), "1 / 5")
	require.Contains(t, s.said(), "签发于 3月6日 08:30")
	tap(s, tileUnder(t, s, "全部公开"), 0, 0)
	require.Contains(t, s.said(), "2 件公示中")
}

func TestEveryTileOfTheLoopDoesWhatItSays(t *testing.T) {
	s := screenFor(t, exampleBulletin(), portrait())
	first := s.session.Slide
	tap(s, tileUnder(t, s, "下一页"), 0, 0)
	require.NotEqual(t, first, s.session.Slide)
	tap(s, tileUnder(t, s, "上一页"), 0, 0)
	require.Equal(t, first, s.session.Slide)
	tap(s, tileUnder(t, s, "暂停轮播"), 0, 0)
	require.True(t, s.session.Paused)
	tap(s, tileUnder(t, s, "继续轮播"), 0, 0)
	require.False(t, s.session.Paused)
	for _, name := range []string{"大字", "高对比", "低位操作"} {
		tap(s, tileUnder(t, s, name), 0, 0)
		tap(s, tileUnder(t, s, "✓ "+name), 0, 0)
	}
	require.Equal(t, Switches{}, s.session.Switches)
	tap(s, tileUnder(t, s, "English"), 0, 0)
	require.Contains(t, s.said(), "All items")
	tap(s, tileUnder(t, s, "中文"), 0, 0)
	require.Contains(t, s.said(), "全部公开")
}

func TestACategoryAndAnItemOpenAndClose(t *testing.T) {
	s := screenFor(t, exampleBulletin(), portrait())
	tap(s, tileUnder(t, s, "全部公开"), 0, 0)
	tap(s, tileUnder(t, s, "决议决定"), 0, 0)
	require.Equal(t, Category, s.session.At)
	tap(s, tileUnder(t, s, "关于第2026-0001号事项的公告"), 0, 0)
	require.Equal(t, Spot{Number: "2026-0001"}, s.session.Reading)
	require.Contains(t, s.said(), "第 1 页 / 共 2 页")
	require.NotContains(t, s.said(), "上一页", "there is no page before the first")
	tap(s, tileUnder(t, s, "下一页"), 0, 0)
	require.Contains(t, s.said(), "第 2 页 / 共 2 页")
	require.NotContains(t, s.said(), "下一页")
	for _, want := range []Place{Category, Browse, Loop} {
		tap(s, tileUnder(t, s, "返回"), 0, 0)
		require.Equal(t, want, s.session.At)
	}
	tap(s, tileUnder(t, s, "全部公开"), 0, 0)
	tap(s, tileUnder(t, s, "其他"), 0, 0)
	require.Contains(t, s.said(), "这一类目前没有公开的事项。")
}

func TestATremblingFingerTapsAndASlidingOneDoesNot(t *testing.T) {
	s := screenFor(t, exampleBulletin(), portrait())
	all := tileUnder(t, s, "全部公开")
	tap(s, all, all.place.w/2+slack-1, 0)
	require.Equal(t, Browse, s.session.At)
	s.handle(Event{Kind: Back})
	all = tileUnder(t, s, "全部公开")
	tap(s, all, all.place.w/2+slack+2, 0)
	require.Equal(t, Loop, s.session.At)
	next := tileUnder(t, s, "下一页")
	before := s.session.Slide
	next.MouseUp(mouseAt(next.place.x+5, next.place.y+5))
	require.Equal(t, before, s.session.Slide, "a release without a press is nothing")
}

func TestALoopThatTurnsUnderTheFingerDoesNotSwallowTheTap(t *testing.T) {
	c := &clock{start}
	s := screenAt(t, c, exampleBulletin(), portrait())
	all := tileUnder(t, s, "全部公开")
	all.MouseDown(mouseAt(all.place.x+9, all.place.y+9))
	c.pass(13 * time.Second)
	s.tick()
	s.tiles[0].MouseUp(mouseAt(all.place.x+9, all.place.y+9))
	require.Equal(t, Browse, s.session.At)
}

func TestATouchBesideEveryTileCounts(t *testing.T) {
	c := &clock{start}
	s := screenAt(t, c, exampleBulletin(), portrait())
	s.handle(Event{Kind: OpenAll})
	c.pass(59 * time.Second)
	s.tiles[0].MouseDown(mouseAt(3, 1900))
	s.tiles[0].MouseUp(mouseAt(3, 1900))
	c.pass(59 * time.Second)
	s.tick()
	require.Equal(t, Browse, s.session.At)
	c.pass(2 * time.Second)
	s.tick()
	require.Contains(t, s.said(), "还在看吗？")
	require.Contains(t, s.said(), "15 秒后回到首页")
	c.pass(4 * time.Second)
	s.tick()
	require.Contains(t, s.said(), "11 秒后回到首页")
	tap(s, s.tiles[len(s.tiles)-1], 0, 0)
	require.Equal(t, Browse, s.session.At, "the touch answers and opens nothing")
}

// hold rests a finger on the unit's name.
func hold(s *screen, c *clock, d time.Duration) {
	for _, tile := range s.tiles {
		if tile.hold {
			tile.MouseDown(mouseAt(60, 60))
			c.pass(d)
			s.tick()
			tile.MouseUp(mouseAt(60, 60))
			return
		}
	}
}

func TestStaffLeaveByALongPressAndThePIN(t *testing.T) {
	c := &clock{start}
	s := screenAt(t, c, exampleBulletin(), portrait())
	left := 0
	s.options.OnLeave = func() { left++ }
	hold(s, c, 2*time.Second)
	require.Equal(t, Loop, s.session.At, "too short")
	hold(s, c, 3*time.Second)
	require.Equal(t, PINPad, s.session.At)
	enter := func(pin string) {
		for _, digit := range pin {
			tap(s, tileUnder(t, s, string(digit)), 0, 0)
		}
		tap(s, tileUnder(t, s, "确定"), 0, 0)
	}
	enter("1234")
	require.Contains(t, s.said(), "口令不对")
	require.Zero(t, left)
	for range 4 {
		enter("1234")
	}
	require.Contains(t, s.said(), "请 30 秒后再试")
	enter("2468")
	require.Zero(t, left, "locked")
	c.pass(30 * time.Second)
	s.tick()
	require.NotContains(t, s.said(), "秒后再试")
	tap(s, tileUnder(t, s, "2"), 0, 0)
	tap(s, tileUnder(t, s, "9"), 0, 0)
	tap(s, tileUnder(t, s, "删除"), 0, 0)
	enter("468")
	require.Equal(t, Staff, s.session.At)
	require.Zero(t, left)
	tap(s, tileUnder(t, s, "离开"), 0, 0)
	tap(s, tileUnder(t, s, "关闭大厅屏"), 0, 0)
	require.Zero(t, left, "only at the second touch")
	tap(s, tileUnder(t, s, "再按一次，确认关闭"), 0, 0)
	require.Equal(t, 1, left)
}

func TestABrokenFileShowsNothingOfIt(t *testing.T) {
	s := screenFor(t, exampleBulletin(), portrait())
	tap(s, tileUnder(t, s, "全部公开"), 0, 0)
	s.show(exampleBulletin(), data.Refuse(data.ErrBroken, "bulletin.broken"))
	require.Contains(t, s.said(), "公开内容暂时不能显示")
	require.Contains(t, s.said(), "请告诉大厅工作人员。")
	require.NotContains(t, s.said(), "关于第")
	require.Empty(t, s.sheet.Shown().Page.Lines)
	for _, tile := range s.tiles {
		require.Nil(t, tile.tapped)
	}
	s.show(exampleBulletin(), nil)
	require.Contains(t, s.said(), "公示中")
}

func TestABoardWithoutItemsIsAPageAndHasNoDeadTiles(t *testing.T) {
	b := exampleBulletin()
	b.Items = nil
	s := screenFor(t, b, portrait())
	require.Contains(t, s.said(), "目前没有正在公开的事项")
	for _, dead := range []string{"全部公开", "上一页", "下一页", "轮播", "大字", "低位"} {
		require.NotContains(t, s.said(), dead)
	}
}

func TestWhatEndsTodayIsGoneTomorrowWithoutANewFile(t *testing.T) {
	c := &clock{start}
	s := screenAt(t, c, exampleBulletin(), portrait())
	s.handle(Event{Kind: OpenItem, Text: "2026-0004"})
	require.Contains(t, s.said(), "公开中")
	for range 15 {
		c.pass(time.Hour)
		s.handle(Event{Kind: Touch})
		s.tick()
	}
	require.Equal(t, Loop, s.session.At)
	require.False(t, s.shelf.Has("2026-0004"))
}

func TestThePictureIsTheRealScreen(t *testing.T) {
	c := &clock{start}
	o := optionsAt(t, c)
	picture := Picture(exampleBulletin(), o, 540, 960)
	require.Equal(t, image.Rect(0, 0, 540, 960), picture.Bounds())
	red, _, blue, _ := picture.At(270, 5).RGBA()
	require.Greater(t, red, 2*blue, "the head is red")
	paper, _, _, _ := picture.At(270, 600).RGBA()
	require.EqualValues(t, 0xFFFF, paper, "the page is white")
}
