package kiosk

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

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
		"nothing":   {"内容不符", "查无此码"},
	} {
		s := screenAt(t, c, withCodes(exampleBulletin()), portrait())
		for _, e := range typing(digitsOf(number), CheckCode) {
			s.handle(e)
		}
		for _, words := range want {
			require.Contains(t, strings.ReplaceAll(s.said(), "\n", ""), words, number)
		}
		require.NotContains(t, s.said(), "查看原文")
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
