package kiosk

import (
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/app/kiosk/pinyin"
	"gongkailan/app/words"
	"gongkailan/assets"
	"gongkailan/data"
	"gongkailan/reports/bulletin"
)

// dictionary is read once for all tests.
var dictionary = sync.OnceValues(func() (*pinyin.Dictionary, error) { return pinyin.Read(assets.Pinyin()) })

// looking opens 查找 and types letters.
func looking(letters string) []Event {
	events := does(OpenAll, OpenSearch)
	for _, letter := range letters {
		events = append(events, Event{Kind: Key, Text: string(letter)})
	}
	return events
}

// library is a bulletin with titles to be found.
func library() bulletin.Bulletin {
	b := exampleBulletin()
	for i, title := range []string{
		"关于王龑等8名同志任前公示的公告", "2026年三公经费预算公开", "领导班子成员职责分工及联系方式", "未到公开日期的任前公示",
	} {
		it := public("2026-001"+strconv.Itoa(i), "6", data.Announcement, "2026-03-01", "", 1)
		it.Title, it.Entry = title, "干部选拔、任用及奖惩"
		if i == 3 {
			it.From = "2026-03-09"
		}
		b.Items = append(b.Items, it)
	}
	return b
}

func TestWhatIsFound(t *testing.T) {
	s := screenFor(t, library(), portrait())
	for typed, want := range map[string][]string{
		"rqgs":         {"2026-0010"},
		"renqiangong":  {"2026-0010"},
		"wangyan":      {"2026-0010"},
		"sgjf":         {"2026-0011"},
		"2026nsgjf":    {"2026-0011"},
		"ldbzzzfg":     nil,
		"lianxifs":     {"2026-0012"},
		"gbxb":         {"2026-0010", "2026-0011", "2026-0012"},
		"王龑":           {"2026-0010"},
		"公示 8名":        {"2026-0010"},
		"公示,八名":        nil,
		"12":           {"2026-0012"},
		"0011":         {"2026-0011"},
		"2026-0011":    {"2026-0011"},
		"２０２６－００１１":    {"2026-0011"},
		"2026-001":     {"2026-0010", "2026-0011", "2026-0012"},
		"其他":           {"2026-0010", "2026-0011", "2026-0012"},
		"三公 qita":      {"2026-0011"},
		"未到公开":         nil,
		"wdgk":         nil,
		"。，":           nil,
		"经费 yusuan 其他": {"2026-0011"},
	} {
		s.session = NewSession(start)
		for _, e := range append(does(OpenAll, OpenSearch), Event{Kind: Take, Text: typed}) {
			s.handle(e)
		}
		require.ElementsMatch(t, want, numbers(s.results(s.session)), typed)
		s.session.search.entry = padEntry{letters: typed, most: mostSearched}
		require.ElementsMatch(t, want, numbers(s.results(s.session)), "%s while it waits", typed)
	}
}

func TestAVisitorSearchesByTouchAlone(t *testing.T) {
	s := screenFor(t, library(), portrait())
	tap(s, tileUnder(t, s, "全部公开"), 0, 0)
	tap(s, tileUnder(t, s, "查找"), 0, 0)
	require.Contains(t, s.said(), "想找什么？")
	for _, letter := range []string{"R", "Q", "G", "S"} {
		tap(s, tileUnder(t, s, letter), 0, 0)
	}
	require.Contains(t, s.said(), "找到 1 件")
	tap(s, tileUnder(t, s, "任前公示"), 0, 0)
	require.Equal(t, "任前公示", s.session.search.entry.text)
	tap(s, tileUnder(t, s, "关于王龑等8名同志任前公示的公告"), 0, 0)
	require.Equal(t, "2026-0010", s.session.Reading.Number)
	tap(s, tileUnder(t, s, "返回"), 0, 0)
	require.Contains(t, s.said(), "任前公示")
	require.Contains(t, s.said(), "找到 1 件")
	for range 4 {
		tap(s, tileUnder(t, s, "删除"), 0, 0)
	}
	tap(s, tileUnder(t, s, "123，。"), 0, 0)
	tap(s, tileUnder(t, s, "9"), 0, 0)
	tap(s, tileUnder(t, s, "9"), 0, 0)
	require.Contains(t, s.said(), "没有找到")
	tap(s, tileUnder(t, s, "返回"), 0, 0)
	require.Equal(t, Browse, s.session.At)
	require.Equal(t, search{}, s.session.search)
}

func TestWithLowControlsWhatWasFoundTakesThePlaceOfThePad(t *testing.T) {
	s := screenFor(t, library(), portrait())
	for _, e := range append(does(ToggleLow), looking("gonggao")...) {
		s.handle(e)
	}
	tap(s, tileUnder(t, s, "看结果（5）"), 0, 0)
	tap(s, tileUnder(t, s, "关于王龑等8名同志任前公示的公告"), 0, 0)
	tap(s, tileUnder(t, s, "返回"), 0, 0)
	tap(s, tileUnder(t, s, "返回"), 0, 0)
	require.Equal(t, "gonggao", s.session.search.entry.letters)
	tap(s, tileUnder(t, s, "Q"), 0, 0)
}

func TestASearchIsForgottenWithItsVisitor(t *testing.T) {
	c := &clock{start}
	s := screenAt(t, c, library(), portrait())
	for _, e := range append(looking("wangyan"), Event{Kind: OpenItem, Text: "2026-0010"}) {
		s.handle(e)
	}
	require.NotEmpty(t, s.found.items)
	for range 80 {
		c.pass(time.Second)
		s.tick()
	}
	require.Equal(t, Loop, s.session.At)
	require.Equal(t, search{}, s.session.search)
	require.Equal(t, finding{}, s.found)
	require.NotContains(t, s.said(), "wangyan")
}

func TestANewerFileIsSearchedAtOnce(t *testing.T) {
	s := screenFor(t, exampleBulletin(), portrait())
	for _, e := range looking("sgjf") {
		s.handle(e)
	}
	require.Contains(t, s.said(), "没有找到")
	s.show(library(), nil)
	s.tick()
	require.Contains(t, s.said(), "找到 1 件")
}

func BenchmarkFind(b *testing.B) {
	d, err := dictionary()
	require.NoError(b, err)
	many := library()
	for i := range 2000 {
		it := public("2026-1"+strconv.Itoa(i), "1", data.Announcement, "2026-02-01", "", 1)
		it.Title = "关于涉及群众切身利益的食品药品监督管理重大决策、政策、文件征求意见情况及采纳结果的公告（第二批）"
		many.Items = append(many.Items, it)
	}
	s := &screen{shelf: newShelf(many, "2026-03-06"), options: Options{Words: words.For}}
	s.typist, err = teach(s.shelf, typist{}, func() (*pinyin.Dictionary, error) { return d, nil })
	require.NoError(b, err)
	for b.Loop() {
		s.find([]string{"zqyjqk"})
	}
}
