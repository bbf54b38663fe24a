package kiosk

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/app/kiosk/folder"
	"gongkailan/data"
	"gongkailan/reports/bulletin"
)

// atStaff are the events by which staff open a page of their place.
func atStaff(page string) []Event {
	events := does(LongPress)
	for range 4 {
		events = append(events, Event{Kind: Digit, Text: "2"})
	}
	return append(events, Event{Kind: Erase}, Event{Kind: Erase}, Event{Kind: Erase},
		Event{Kind: Digit, Text: "4"}, Event{Kind: Digit, Text: "6"}, Event{Kind: Digit, Text: "8"},
		Event{Kind: EnterPIN}, Event{Kind: OpenStaff, Text: page})
}

// staffedAt are options of a machine that has all that staff may see to.
func staffedAt(t *testing.T, c *clock) Options {
	o := optionsAt(t, c)
	o.Folder, o.BulletinPath = t.TempDir(), `\\fileserver01.qingxi.gov.cn\公开\大厅屏幕\党务公开文件\board.gkb`
	o.OutboxFolder = filepath.Join(o.Folder, "outbox")
	fullOutbox(t, o.OutboxFolder, 3)
	o.Print = func(context.Context, string) error { return nil }
	exit := &folder.Exit{At: start.Add(-9 * time.Hour), Reason: "hung", Code: -1}
	o.Staff = StaffOptions{
		Status: func() (folder.Status, error) {
			return folder.Status{Restarts: 41, RestartsToday: 1, LastExit: exit, Screen: folder.Screen{
				Memory: 187, Warnings: []string{folder.WarnMonitor, folder.WarnDark, folder.WarnClockBack},
			}}, nil
		},
		Sticks:        func() []string { return []string{"/media/bgs/办公室U盘", "/media/bgs/KINGSTON"} },
		Records:       func() []string { return nil },
		Monitors:      func() []string { return []string{"Generic PnP Monitor", "DELL P4317Q"} },
		ChooseMonitor: func(string) error { return nil },
	}
	return o
}

func staffScreen(t *testing.T, c *clock, o Options, page string) *screen {
	s := screenWith(o, exampleBulletin(), portrait())
	for _, e := range atStaff(page) {
		s.handle(e)
	}
	require.Equal(t, Staff, s.session.At)
	return s
}

func TestStaffSeeHowTheLobbyStands(t *testing.T) {
	c := &clock{start}
	s := staffScreen(t, c, staffedAt(t, c), staffOverview)
	for _, text := range []string{"第7期", "3 件", "今天 1 次，共 41 次", "187 MB", "主显示器", "535 × 952 mm", "选定的显示器没有接上"} {
		require.Contains(t, s.said(), text)
	}
	require.NotContains(t, s.said(), "未采用")
	s.refuse(data.Refuse(data.ErrRefused, "bulletin.aged", "6", "7"))
	s.build()
	require.Contains(t, strings.ReplaceAll(s.said(), "\n", ""), "第6期，比已经显示过的第7期旧")
	require.NotContains(t, strings.ReplaceAll(s.said(), "\n", ""), "已超过 36 小时")
	s.bulletin.Issued = start.Add(-37 * time.Hour).Format(time.RFC3339)
	s.build()
	require.Contains(t, strings.ReplaceAll(s.said(), "\n", ""), "已超过 36 小时")
}

func TestStaffAreTakenHomeAfterThreeMinutes(t *testing.T) {
	c := &clock{start}
	s := staffScreen(t, c, staffedAt(t, c), staffWhy)
	c.pass(StaffTime - time.Second)
	s.tick()
	require.Equal(t, Staff, s.session.At)
	c.pass(time.Second)
	s.tick()
	require.Equal(t, Loop, s.session.At)
	require.Equal(t, staffDesk{}, s.session.staff)
	require.Equal(t, facts{}, s.facts)
}

func TestTheClockIsShownAndCheckedByStaff(t *testing.T) {
	c := &clock{start}
	s := staffScreen(t, c, staffedAt(t, c), staffOverview)
	c.pass(-time.Hour)
	s.tick()
	s.build()
	require.Contains(t, s.said(), "倒退")
	tap(s, tileUnder(t, s, "时钟已核对"), 0, 0)
	require.Empty(t, s.time.Fault)
	require.NotContains(t, s.said(), "倒退")
	require.Contains(t, s.said(), "已记下")
}

func TestEveryItemHasAReason(t *testing.T) {
	b := exampleBulletin()
	b.LeftOut = []bulletin.LeftOut{{Number: "2026-0009", Why: "签名核验不符"}}
	b.Gone = []bulletin.Gone{{Number: "2025-0007", State: data.ReasonWithdrawn, On: "2026-01-05"}}
	title := func(i int) string { return b.Items[i].Title }
	want := []grounds{
		{number: "2026-0001", title: title(0), why: whyUp},
		{number: "2026-0002", title: title(1), why: whyUp, on: "2026-03-16"},
		{number: "2026-0003", title: title(2), why: whyOver, on: "2026-03-12"},
		{number: "2026-0004", title: title(3), why: whyOver, on: "2026-03-06"},
		{number: "2026-0005", title: title(4), why: whyUp, on: "2026-03-31"},
		{number: "2026-0009", why: whyLeftOut, left: "签名核验不符"},
		{number: "2025-0007", why: whyGone, gone: data.ReasonWithdrawn, on: "2026-01-05"},
	}
	require.Equal(t, want, reasons(b, "2026-03-13"))
	require.Equal(t, grounds{number: "2026-0005", title: title(4), why: whyEarly, on: "2026-03-09"}, reasons(b, "2026-03-06")[4])
	require.Equal(t, want[6:], withDigits(want, "50007"))
	require.Equal(t, want, withDigits(want, ""))
	require.Empty(t, withDigits(want, "99"))
}

func TestTheReasonsAgreeWithWhatIsShown(t *testing.T) {
	b := exampleBulletin()
	for day := data.Date("2026-02-15"); day < "2026-04-05"; day = day.AddDays(1) {
		shelf := newShelf(b, day)
		for _, g := range reasons(b, day) {
			require.Equal(t, shelf.Has(g.number), g.why == whyUp, "%s on %s", g.number, day)
		}
	}
}

func TestWrongPINsAreRememberedOverAStart(t *testing.T) {
	c := &clock{start}
	o := staffedAt(t, c)
	s := screenWith(o, exampleBulletin(), portrait())
	wrong := func(s *screen) {
		s.session.pin.checking = true
		s.handle(Event{Kind: PINWrong})
	}
	s.handle(Event{Kind: LongPress})
	for range 5 {
		wrong(s)
	}
	again := screenWith(o, exampleBulletin(), portrait())
	require.True(t, again.session.pin.isLocked(c.now))
	require.Equal(t, 5, again.session.pin.failures)
	c.pass(-10 * time.Hour)
	require.False(t, openLock(o.Folder).pad(c.now).isLocked(c.now.Add(longestLock)), "a clock that was set back")
	require.NoError(t, os.WriteFile(filepath.Join(o.Folder, lockName), []byte("{"), 0o600))
	require.Equal(t, freeTries-1, openLock(o.Folder).Failures, "who damages the file wins nothing")
	require.Equal(t, pinLock{}, openLock(t.TempDir()))
}

func TestWithoutAPINThePadSaysHowToSetOne(t *testing.T) {
	o := optionsAt(t, &clock{start})
	o.CheckPIN = nil
	s := screenWith(o, exampleBulletin(), portrait())
	s.handle(Event{Kind: LongPress})
	require.Contains(t, strings.ReplaceAll(s.said(), "\n", ""), "--set-pin")
	tap(s, tileUnder(t, s, "返回"), 0, 0)
	require.Equal(t, Loop, s.session.At)
}

func TestStaffPrintWhatIsOnTheScreenAndTheBoard(t *testing.T) {
	c := &clock{start}
	o := staffedAt(t, c)
	var printed []string
	o.Print = func(_ context.Context, path string) error {
		raw, err := os.ReadFile(path)
		require.NoError(t, err)
		require.True(t, strings.HasPrefix(string(raw), "%PDF"))
		printed = append(printed, path)
		return nil
	}
	s := staffScreen(t, c, o, staffPrint)
	for _, deed := range []string{"打印这一页", "打印这份公示", "打印整块公开栏"} {
		tap(s, tileStarting(t, s, deed), 0, 0)
		require.Contains(t, s.said(), "已送到打印机", deed)
	}
	require.Len(t, printed, 3)
	tidyPrints(o.Folder, time.Now())
	require.FileExists(t, printed[0], "the printer may read it late")
	tidyPrints(o.Folder, time.Now().Add(time.Hour))
	require.NoFileExists(t, printed[0])
	s.options.Print = func(context.Context, string) error { return errors.New("out of paper") }
	tap(s, tileStarting(t, s, "打印这一页"), 0, 0)
	require.Contains(t, s.said(), "没能打印")
}

// tileStarting is the tile on which a text begins so.
func tileStarting(t *testing.T, s *screen, start string) *tile {
	for line := range strings.SplitSeq(s.said(), "\n") {
		if strings.HasPrefix(line, start) {
			return tileUnder(t, s, line)
		}
	}
	require.Fail(t, "no such tile", start)
	return nil
}

func TestVisitorsPrintOnlyWhereTheUnitOffersIt(t *testing.T) {
	c := &clock{start}
	o := staffedAt(t, c)
	count := 0
	o.Print = func(context.Context, string) error { count++; return nil }
	b := exampleBulletin()
	s := screenWith(o, b, portrait())
	s.handle(Event{Kind: OpenItem, Text: "2026-0002"})
	require.NotContains(t, s.said(), "打印")
	s.handle(deedFor(deedVisitor, "2026-0002"))
	require.Zero(t, count)
	b.Offer.Print = true
	s.take(b)
	s.handle(deedFor(deedBoard, ""))
	require.Zero(t, count, "the board is for staff")
	tap(s, tileUnder(t, s, "打印"), 0, 0)
	require.Equal(t, 1, count)
	require.Contains(t, s.said(), "已送到打印机")
	tap(s, tileUnder(t, s, "打印"), 0, 0)
	require.Equal(t, 1, count)
	require.Contains(t, s.said(), "打印得太多了")
	c.pass(printGap)
	tap(s, tileUnder(t, s, "打印"), 0, 0)
	require.Equal(t, 2, count)
}

func TestVisitorsDoNotEmptyThePrinter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var times, printed []time.Time
		now := start
		for range rapid.IntRange(1, 200).Draw(t, "tries") {
			now = now.Add(time.Duration(rapid.IntRange(0, 1500).Draw(t, "s")) * time.Second)
			var may bool
			if times, may = mayPrint(times, now); may {
				times, printed = append(times, now), append(printed, now)
			}
		}
		for i, at := range printed {
			hour, day := 0, 0
			for _, other := range printed[:i+1] {
				if at.Sub(other) < time.Hour {
					hour++
				}
				if at.Sub(other) < 24*time.Hour {
					day++
				}
			}
			require.LessOrEqual(t, hour, mostInAnHour)
			require.LessOrEqual(t, day, mostInADay)
			require.True(t, i == 0 || at.Sub(printed[i-1]) >= printGap)
		}
	})
	_, may := mayPrint([]time.Time{start.Add(time.Hour)}, start.Add(2*time.Minute))
	require.False(t, may, "the clock was set back")
}

func TestStaffTakeMessagesAlong(t *testing.T) {
	c := &clock{start}
	o, stick := staffedAt(t, c), t.TempDir()
	o.Staff.Sticks = func() []string { return []string{stick} }
	log := filepath.Join(o.Folder, "kiosk.log")
	require.NoError(t, os.WriteFile(log, []byte("a"), 0o600))
	o.Staff.Records = func() []string { return []string{log} }
	s := staffScreen(t, c, o, staffExport)
	tap(s, tileStarting(t, s, "导出日志"), 0, 0)
	require.True(t, holds(filepath.Join(stick, "公开栏日志-2026-03-06"), "kiosk.log", "a"))
	tap(s, tileStarting(t, s, "取走 3 件"), 0, 0)
	require.Contains(t, s.said(), "已取走 3 件")
	require.True(t, holds(filepath.Join(stick, "公开栏留言-2026-03-06"), "0002.gkm", "sealed 2"))
	require.Contains(t, s.said(), "待取留言 0 件", "asked anew")
}

func TestAnotherMonitorIsChosenAtTheSecondTouch(t *testing.T) {
	c := &clock{start}
	o, chosen := staffedAt(t, c), ""
	o.Staff.ChooseMonitor = func(name string) error { chosen = name; return nil }
	s := staffScreen(t, c, o, staffMonitor)
	tap(s, tileUnder(t, s, "2　DELL P4317Q"), 0, 0)
	require.Empty(t, chosen)
	tap(s, tileUnder(t, s, "再按一次，改用 DELL P4317Q"), 0, 0)
	require.Equal(t, "DELL P4317Q", chosen)
}

func TestTheOverviewHasRoomForEverythingThatCanBeWrong(t *testing.T) {
	o := staffedAt(t, &clock{start})
	for _, size := range screens() {
		for _, foreign := range []bool{false, true} {
			s := screenWith(o, manyItems(), size)
			s.session.Foreign = foreign
			for _, e := range atStaff(staffOverview) {
				s.handle(e)
			}
			s.bulletin.Issued = "2026-03-04T01:00:00Z"
			s.time = s.time.note(clockEarly, start, start.Add(-3*time.Hour))
			s.refuse(data.Refuse(data.ErrRefused, "bulletin.behind", "6", "7"))
			s.build()
			requireTilesInOrder(t, s)
			requireTextsInOrder(t, s)
			place, _, _ := staffTabs(s.frame)
			require.Less(t, s.tiles[len(s.tiles)-1].place.bottom(), place.y, "the button under the card")
		}
	}
}
