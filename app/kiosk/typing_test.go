package kiosk

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/app/kiosk/pinyin"
	"gongkailan/app/ui"
)

func keys(text string) []Event {
	var events []Event
	for _, key := range text {
		events = append(events, Event{Kind: Key, Text: string(key)})
	}
	return events
}

func typed(p padEntry, events ...Event) padEntry {
	for _, e := range events {
		p = p.handle(e)
	}
	return p
}

func TestLettersWaitUntilACandidateTakesThem(t *testing.T) {
	p := typed(newPadEntry(10, false), keys("gongshi")...)
	require.Equal(t, "gongshi", p.letters)
	require.Empty(t, p.text)
	p = typed(p, Event{Kind: MoreCandidates}, Event{Kind: Take, Text: "公", Count: 4})
	require.Equal(t, padEntry{text: "公", letters: "shi", most: 10}, p)
	p = typed(p, Event{Kind: Take, Text: "示", Count: 99})
	require.Equal(t, padEntry{text: "公示", most: 10}, p)
}

func TestDeletingTakesLettersFirstThenCharacters(t *testing.T) {
	p := typed(newPadEntry(10, false), Event{Kind: Take, Text: "𬇕湖"})
	p = typed(p, append(keys("ab"), does(Erase)...)...)
	require.Equal(t, "a", p.letters)
	p = typed(p, does(Erase, Erase)...)
	require.Equal(t, "𬇕", p.text)
	p = typed(p, does(Erase, Erase)...)
	require.True(t, p.isEmpty())
}

func TestTheFacesOfThePad(t *testing.T) {
	layer := func(name string) Event { return Event{Kind: SetLayer, Text: name} }
	p := typed(newPadEntry(20, false), append(keys("wifi"), layer(layerLatin))...)
	require.Equal(t, "wifi", p.text, "letters that wait are taken as they are")
	p = typed(p, layer(layerUpper))
	p = typed(p, keys("ok")...)
	require.Equal(t, "wifiOk", p.text, "one capital letter")
	p = typed(p, layer(layerSigns))
	p = typed(p, keys("7,")...)
	require.Equal(t, "wifiOk7,", p.text)
	p = typed(p, layer(layerBack), layer(layerPinyin))
	p = typed(p, keys("a")...)
	require.Equal(t, "a", p.letters)
	require.True(t, newPadEntry(20, true).latin, "who reads English begins with letters")
}

func TestNoMoreIsTypedThanThereIsRoomFor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := newPadEntry(12, rapid.Bool().Draw(t, "foreign"))
		for range rapid.IntRange(0, 80).Draw(t, "events") {
			p = p.handle(Event{
				Kind: Kind(rapid.IntRange(int(Tick), int(FileBroken)).Draw(t, "kind")),
				Text: rapid.SampledFrom([]string{"a", "z", "公示", "", "，", layerLatin, layerSigns, layerPinyin, layerBack, layerUpper}).Draw(t, "text"), Count: rapid.IntRange(-3, 9).Draw(t, "count"),
			})
			if utf8.RuneCountInString(p.text) > 12 || len(p.letters) > mostLetters || p.page < 0 || strings.Trim(p.letters, "az") != "" {
				t.Fatalf("%+v", p)
			}
		}
	})
}

func TestTheFirstPageHoldsTenNames(t *testing.T) {
	s := screenFor(t, exampleBulletin(), portrait())
	for _, e := range looking("zhangjianguo") {
		s.handle(e)
	}
	e := &easel{frame: s.frame, colours: colours(false), screen: s, signs: map[string]int{}}
	var list []pinyin.Candidate
	for range 30 {
		list = append(list, pinyin.Candidate{Text: "张建国", Length: 12})
	}
	place := s.frame.pad
	room := rect{place.x, place.y, place.w - 100, place.h}
	_, shown, more := flow(list, 0, frame{least: targetLeast}.candidateRows(place), room, candidateHeight, e.pen(40, e.colours.ink))
	require.GreaterOrEqual(t, len(shown), 10)
	require.True(t, more)
	page, _, more := flow(list, 99, frame{least: targetLeast}.candidateRows(place), room, candidateHeight, e.pen(40, e.colours.ink))
	require.Equal(t, 2, page, "a page beyond the last is the last")
	require.False(t, more)
}

func TestMarksAndSpacesTakeTheFirstCandidate(t *testing.T) {
	s := screenFor(t, exampleBulletin(), portrait())
	for _, e := range looking("nihao") {
		s.handle(e)
	}
	tap(s, tileUnder(t, s, "，"), 0, 0)
	require.Equal(t, "你好，", s.session.search.entry.text)
	for _, e := range keys("xiexie") {
		s.handle(e)
	}
	tap(s, tileUnder(t, s, "空格"), 0, 0)
	tap(s, tileUnder(t, s, "空格"), 0, 0)
	require.Equal(t, "你好，谢谢 ", s.session.search.entry.text)
	tap(s, tileUnder(t, s, "清空"), 0, 0)
	require.True(t, s.session.search.entry.isEmpty())
}

func TestThePadWorksWhileTheDictionaryIsReadAndWithoutIt(t *testing.T) {
	o := optionsAt(t, &clock{start})
	var waiting []func()
	now := func(work func()) { work() }
	s := newScreen(o, ui.NewLoader(func(work func()) { waiting = append(waiting, work) }, now))
	s.root.Resize(s.root.MinSize())
	s.show(exampleBulletin(), nil)
	for _, e := range looking("nihao") {
		s.handle(e)
	}
	require.Contains(t, s.said(), "正在准备字词")
	for _, work := range waiting {
		work()
	}
	require.Contains(t, s.said(), "你好")

	o.Dictionary = func() (*pinyin.Dictionary, error) { return nil, errors.New("no dictionary") }
	s = screenWith(o, exampleBulletin(), portrait())
	for _, e := range looking("ok") {
		s.handle(e)
	}
	tap(s, tileUnder(t, s, "空格"), 0, 0)
	require.Equal(t, "ok", s.session.search.entry.text)
}
