package kiosk

import (
	"crypto/sha256"
	"encoding/hex"
	"image/color"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/canvas"
	"github.com/stretchr/testify/require"

	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/reports/bulletin"
)

// withCodes gives every item a code, and the bulletin two notices that are down.
func withCodes(b bulletin.Bulletin) bulletin.Bulletin {
	for i, it := range b.Items {
		b.Items[i].Digest = digestOf(it.Number)
		b.Items[i].Code = data.NoticeCodeOf(digestOf(it.Number))
	}
	newer := data.NoticeCodeOf(digestOf(b.Items[0].Number))
	for number, g := range map[string]bulletin.Gone{
		"2025-0001": {State: data.ReasonReplaced, On: "2026-02-27", Newer: newer},
		"2025-0002": {State: data.ReasonWithdrawn, On: "2026-03-01"},
	} {
		g.Number, g.Digest, g.Code = number, digestOf(number), data.NoticeCodeOf(digestOf(number))
		b.Gone = append(b.Gone, g)
	}
	return b
}

func digestOf(number string) string {
	sum := sha256.Sum256([]byte(number))
	return hex.EncodeToString(sum[:])
}

func digitsOf(number string) string {
	return strings.ReplaceAll(data.NoticeCodeOf(digestOf(number)), "-", "")
}

// typing opens the pad, types digits and does what follows.
func typing(digits string, then ...Kind) []Event {
	events := does(OpenVerify)
	for _, digit := range digits {
		events = append(events, Event{Kind: Digit, Text: string(digit)})
	}
	return append(events, does(then...)...)
}

func TestAVisitorVerifiesANoticeByTouchAlone(t *testing.T) {
	s := screenFor(t, withCodes(exampleBulletin()), portrait())
	tap(s, tileUnder(t, s, "核验"), 0, 0)
	require.Equal(t, Verify, s.session.At)
	require.Contains(t, s.said(), "请输入公示左下角“核验码”后面的12位数字。")
	number := s.bulletin.Items[0].Number
	for _, digit := range digitsOf(number) {
		tap(s, tileUnder(t, s, string(digit)), 0, 0)
	}
	tap(s, tileUnder(t, s, "核验"), 0, 0)
	require.Contains(t, s.said(), "有效")
	require.Contains(t, s.said(), s.bulletin.Items[0].Title)
	require.Contains(t, s.said(), "公开期限：")
	tap(s, tileUnder(t, s, "查看原文"), 0, 0)
	require.Equal(t, number, s.session.Reading.Number)
	tap(s, tileUnder(t, s, "返回"), 0, 0)
	require.Contains(t, s.said(), "有效", "the answer is still there")
	tap(s, tileUnder(t, s, "再核验一份"), 0, 0)
	require.Empty(t, s.session.code.typed)
	tap(s, tileUnder(t, s, "返回"), 0, 0)
	require.Equal(t, Loop, s.session.At)
}

func TestTheAnswersToACode(t *testing.T) {
	c := &clock{start}
	for number, want := range map[string][]string{
		"2025-0001": {"已撤下", "已于2026年2月27日由新版代替", "现行版本的核验码是"},
		"2025-0002": {"已撤下", "已于2026年3月1日撤下"},
		"nothing":   {"查无此码", "党务公开办公室"},
	} {
		s := screenAt(t, c, withCodes(exampleBulletin()), portrait())
		for _, e := range typing(digitsOf(number), CheckCode) {
			s.handle(e)
		}
		for _, words := range want {
			require.Contains(t, strings.ReplaceAll(s.said(), "\n", ""), words, number)
		}
		require.NotContains(t, s.said(), "查看原文")
		require.NotContains(t, s.said(), "内容不符")
	}
}

func TestAWrongDigitIsToldBeforeAnybodyIsAsked(t *testing.T) {
	s := screenFor(t, withCodes(exampleBulletin()), portrait())
	wrong := []byte(digitsOf("2025-0002"))
	wrong[3] = '0' + (wrong[3]-'0'+1)%10
	for _, e := range typing(string(wrong), CheckCode) {
		s.handle(e)
	}
	require.Contains(t, s.said(), "数字有误")
	s.handle(Event{Kind: Erase})
	require.NotContains(t, s.said(), "数字有误")
	s.handle(Event{Kind: CheckCode})
	require.Contains(t, s.said(), "还没有输完")
	require.False(t, s.session.code.asked)
}

func TestACodeThatTheScreenDoesNotKnowIsNoForgery(t *testing.T) {
	_, unlisted := signOf(data.UnlistedNotice())
	_, unknown := signOf(data.UnknownNotice())
	require.Equal(t, ui.Plain, unlisted)
	require.Equal(t, ui.Bad, unknown)
}

func TestANoticeThatWentUpTodaySaysWhenItsPeriodBegins(t *testing.T) {
	b := exampleBulletin()
	b.Items[1].From, b.Items[1].First = "2026-03-06", "2026-03-09"
	s := screenFor(t, withCodes(b), portrait())
	for _, e := range typing(digitsOf("2026-0002"), CheckCode) {
		s.handle(e)
	}
	require.Contains(t, s.said(), "有效")
	require.Contains(t, s.said(), "今日已张贴，公示期自3月9日起。")
	require.NotContains(t, s.said(), "正在公开")
}

func TestTheTilesOfAnAnswerFillTheirRow(t *testing.T) {
	for _, size := range screens() {
		for number, want := range map[string]int{"2026-0001": 3, "2025-0002": 2} {
			s := screenFor(t, withCodes(exampleBulletin()), size)
			for _, e := range typing(digitsOf(number), CheckCode) {
				s.handle(e)
			}
			var area float32
			n := 0
			for _, tile := range s.tiles {
				if tile.tapped != nil && tile.place.y >= s.frame.tiles.y-1 && tile.place.bottom() <= s.frame.tiles.bottom()+1 {
					area += tile.place.w * tile.place.h
					n++
				}
			}
			require.Equal(t, want, n)
			require.Greater(t, area, 0.85*s.frame.tiles.w*s.frame.tiles.h, "no hole on %v", size)
		}
	}
}

func TestThePadSpeaksUpUnderLargeTypeAndMarksTheNextBox(t *testing.T) {
	const ask = "请输入公示左下角“核验码”后面的12位数字。"
	size := func(large bool) float32 {
		s := screenFor(t, withCodes(exampleBulletin()), portrait())
		s.handle(Event{Kind: ToggleLarge})
		if !large {
			s.handle(Event{Kind: ToggleLarge})
		}
		for _, e := range typing("123", CheckCode) {
			s.handle(e)
		}
		require.NotContains(t, s.said(), "核验公示", "it stands in the head, letter by letter, and nowhere else")
		var found, rings int
		var asked float32
		for _, object := range s.body.Objects {
			switch o := object.(type) {
			case *canvas.Text:
				if o.Text == ask || strings.Contains(o.Text, "还没有输完") {
					require.Equal(t, ui.Ink(), o.Color)
					require.Equal(t, o.Text != ask, o.TextStyle.Bold, "the refusal stands out")
					asked = o.TextSize
					found++
				}
			case *canvas.Rectangle:
				if o.StrokeColor == colours(false).accent && o.FillColor == color.Transparent {
					rings++
				}
			}
		}
		require.Equal(t, 2, found)
		require.Equal(t, 1, rings)
		return asked
	}
	require.Greater(t, size(true), 1.3*size(false))
}

func TestEverythingTypedIsTakenBackAtOnce(t *testing.T) {
	s := screenFor(t, withCodes(exampleBulletin()), portrait())
	for _, e := range typing("123456", CheckCode) {
		s.handle(e)
	}
	tap(s, tileUnder(t, s, "清除"), 0, 0)
	require.Empty(t, s.session.code.typed)
	require.Empty(t, s.session.code.wrong)
	pin := after(NewSession(start), start, does(LongPress)...)
	pin = after(pin, start, Event{Kind: Digit, Text: "1"}, Event{Kind: EraseAll})
	require.Empty(t, pin.pin.typed)
}

func TestUnderLowControlsTheAnswerStandsJustAboveThem(t *testing.T) {
	s := screenFor(t, withCodes(exampleBulletin()), portrait())
	s.handle(Event{Kind: ToggleLow})
	for _, e := range typing(digitsOf("2026-0001"), CheckCode) {
		s.handle(e)
	}
	for _, object := range s.body.Objects {
		if text, ok := object.(*canvas.Text); ok && text.Text == "有效" {
			require.Greater(t, text.Position().Y, s.frame.h*0.35)
			return
		}
	}
	require.Fail(t, "no answer")
}

func TestWhoWalksAwayLeavesNoCodeBehind(t *testing.T) {
	now := start
	s := after(NewSession(now), now, typing("1234")...)
	require.Equal(t, Verify, s.At)
	now = now.Add(IdleTime)
	s = after(s, now, Event{Kind: Tick})
	require.Equal(t, StillThere, s.At)
	s = after(s, now.Add(time.Second), Event{Kind: Touch})
	require.Equal(t, "1234", s.code.typed, "who answers goes on")
	now = now.Add(IdleTime + time.Second)
	s = after(s, now, Event{Kind: Tick})
	s = after(s, now.Add(AnswerTime), Event{Kind: Tick})
	require.Equal(t, Loop, s.At)
	require.Equal(t, codeEntry{}, s.code)
}

func TestWhereVerifyingLeads(t *testing.T) {
	for name, c := range map[string]struct {
		events []Event
		want   Place
	}{
		"from the board":        {does(OpenVerify), Verify},
		"back to the board":     {does(OpenVerify, Back), Loop},
		"from 全部公开":             {does(OpenAll, OpenVerify, Back), Browse},
		"not from an item":      {does(OpenItem, OpenVerify), Item},
		"a broken file":         {does(OpenVerify, FileBroken), Broken},
		"the staff's pad":       {does(OpenVerify, LongPress), PINPad},
		"no page to turn":       {does(OpenVerify, Next, Previous, TogglePause, OpenAll), Verify},
		"switches are the same": {does(OpenVerify, ToggleLarge, ToggleLanguage), Verify},
	} {
		require.Equal(t, c.want, after(NewSession(start), start, c.events...).At, name)
	}
	s := after(NewSession(start), start, typing("12345678901234567890", Erase, Erase)...)
	require.Equal(t, "1234567890", s.code.typed, "no more than twelve are taken")
	require.True(t, after(NewSession(start), start, does(OpenVerify, ToggleLarge)...).Large)
}
