package data_test

import (
	"encoding/base64"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data"
)

func codes() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string { return data.NoticeCodeOf(rapid.String().Draw(t, "digest")) })
}

func code(t require.TestingT, err error) string {
	var refusal *data.Refusal
	require.ErrorAs(t, err, &refusal)
	require.ErrorIs(t, err, data.ErrInvalid)
	return refusal.Code
}

func TestANoticeCodeIsTwelveDigitsInGroupsOfFourAndChangesWithTheContent(t *testing.T) {
	it := anItem(data.ByDeputy)
	require.Regexp(t, `^\d{4}-\d{4}-\d{4}$`, data.NoticeCode(it))
	require.Equal(t, data.NoticeCode(it), data.NoticeCodeOf(it.Digest()))
	changed := it
	changed.Title += "。"
	require.NotEqual(t, data.NoticeCode(it), data.NoticeCode(changed))
}

func TestEverySingleWrongDigitIsCaught(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		good := codes().Draw(t, "code")
		at := rapid.IntRange(0, len(good)-1).Filter(func(i int) bool { return good[i] != '-' }).Draw(t, "at")
		other := rapid.RuneFrom([]rune("0123456789")).Filter(func(r rune) bool { return r != rune(good[at]) }).Draw(t, "other")
		_, err := data.ParseNoticeCode(good[:at] + string(other) + good[at+1:])
		require.Equal(t, "noticecode.check", code(t, err))
	})
}

func TestACodeIsReadHoweverItIsTyped(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		good := codes().Draw(t, "code")
		var typed strings.Builder
		for _, r := range good {
			if r == '-' {
				typed.WriteString(rapid.SampledFrom([]string{"", " ", "-", "—", "－", "　", "–", " - "}).Draw(t, "between"))
			} else if rapid.Bool().Draw(t, "wide") {
				typed.WriteRune(r - '0' + '０')
			} else {
				typed.WriteRune(r)
			}
		}
		got, err := data.ParseNoticeCode(" " + typed.String() + "\n")
		require.NoError(t, err)
		require.Equal(t, good, got)
	})
}

func TestWhatIsNoCodeIsRefusedWithTheReason(t *testing.T) {
	for text, want := range map[string]string{
		"": "noticecode.length", "1234": "noticecode.length", "1234-5678-90123": "noticecode.length", "12a4": "noticecode.sign",
		"〇一二三": "noticecode.sign",
	} {
		_, err := data.ParseNoticeCode(text)
		require.Equal(t, want, code(t, err), text)
	}
}

// signedOff is an item whose approval is complete, with its signature.
func signedOff(decision data.Decision) data.Item {
	it := anItem(decision)
	it.Status = data.Approved
	for i, act := range data.Required(decision) {
		if act != data.ActPublish {
			it.Steps = append(it.Steps, data.Step{
				Act: act, Person: "王某某", Seal: data.SealGood, Signature: []byte(strings.Repeat(string(rune('a'+i)), 64)),
			})
		}
	}
	return it
}

func TestTheSealBearsTheSignatureThatCompletedTheApproval(t *testing.T) {
	for _, decision := range data.Decisions() {
		it := signedOff(decision)
		s, ok := data.SealOf(it)
		require.True(t, ok)
		require.Equal(t, it.Steps[len(it.Steps)-1].Signature, s.Signature)
		require.NotContains(t, s.Text(), "王某某")
		for name, spoil := range map[string]func(*data.Item){
			"not approved yet": func(it *data.Item) { it.Status = data.ToApprove },
			"without steps":    func(it *data.Item) { it.Steps = nil },
			"without signature": func(it *data.Item) {
				it.Steps[len(it.Steps)-1].Signature = nil
			},
			"broken": func(it *data.Item) { it.Steps[len(it.Steps)-1].Seal = data.SealBroken },
		} {
			bad := signedOff(decision)
			spoil(&bad)
			_, ok := data.SealOf(bad)
			require.False(t, ok, name)
		}
	}
}

func TestWhatIsScannedCanBeReadByAPersonAndIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		it := signedOff(data.ByCollective)
		it.Title = "关于" + rapid.StringN(0, 150, -1).Draw(t, "title")
		if rapid.Bool().Draw(t, "endless") {
			it.To = ""
		}
		s, ok := data.SealOf(it)
		require.True(t, ok)
		lines := strings.Split(s.Text(), "\n")
		require.Len(t, lines, 5)
		require.Equal(t, "公开栏核验 "+data.NoticeCode(it), lines[0])
		require.LessOrEqual(t, len([]rune(lines[1])), 101)
		require.Equal(t, string(it.From)+"/"+string(it.To), lines[2])
		for i, bytes := range []int{32, 64} {
			raw, err := base64.RawURLEncoding.DecodeString(lines[3+i])
			require.NoError(t, err)
			require.Len(t, raw, bytes)
		}
		got, err := data.ParseNoticeSeal(strings.ReplaceAll(s.Text(), "\n", rapid.SampledFrom([]string{"\n", "\r\n", "\n\n"}).Draw(t, "end")))
		require.NoError(t, err)
		require.Equal(t, s, got)
		require.Empty(t, got.Differs(s))
	})
}

func TestAChangedSealIsRefusedOrDiffers(t *testing.T) {
	record, _ := data.SealOf(signedOff(data.ByDeputy))
	text := record.Text()
	rapid.Check(t, func(t *rapid.T) {
		at := rapid.IntRange(0, len(text)-1).Draw(t, "at")
		other := rapid.Byte().Filter(func(b byte) bool { return b != text[at] }).Draw(t, "other")
		changed := text[:at] + string([]byte{other}) + text[at+1:]
		got, err := data.ParseNoticeSeal(changed)
		if err != nil {
			require.True(t, errors.Is(err, data.ErrInvalid))
			return
		}
		if got.Text() != text { // else a blank or the like that means nothing
			require.NotEmpty(t, got.Differs(record))
		}
	})
}

func TestHowANoticeStands(t *testing.T) {
	down := data.Step{Act: data.ActWithdraw, At: today.Time()}
	next := data.Successor{Code: "1", On: "2026-03-07"}
	for name, c := range map[string]struct {
		status data.Status
		steps  []data.Step
		day    data.Date
		want   data.Verdict
	}{
		"up":                      {data.Published, nil, "2026-03-16", data.Verdict{State: data.NoticeValid, Reason: data.ReasonUp}},
		"past its last day":       {data.Published, nil, "2026-03-17", data.Verdict{State: data.NoticeDown, Reason: data.ReasonExpired, On: "2026-03-16", Newer: "1"}},
		"taken down":              {data.Withdrawn, []data.Step{down}, today, data.Verdict{State: data.NoticeDown, Reason: data.ReasonWithdrawn, On: today, Newer: "1"}},
		"replaced":                {data.Replaced, nil, today, data.Verdict{State: data.NoticeDown, Reason: data.ReasonReplaced, On: "2026-03-07", Newer: "1"}},
		"taken down, then anew":   {data.Replaced, []data.Step{down}, today, data.Verdict{State: data.NoticeDown, Reason: data.ReasonWithdrawn, On: today, Newer: "1"}},
		"filed":                   {data.Archived, nil, today, data.Verdict{State: data.NoticeDown, Reason: data.ReasonArchived, Newer: "1"}},
		"approved, not yet up":    {data.Approved, nil, today, data.Verdict{State: data.NoticeDown, Reason: data.ReasonPending, Newer: "1"}},
		"sent back":               {data.Returned, nil, today, data.Verdict{State: data.NoticeMismatch, Reason: data.ReasonUnapproved}},
		"waiting for an approval": {data.ToApprove, nil, today, data.Verdict{State: data.NoticeMismatch, Reason: data.ReasonUnapproved}},
	} {
		it := anItem(data.ByDeputy)
		it.Status, it.Steps = c.status, c.steps
		c.want.Number, c.want.Title, c.want.From, c.want.To = it.Number, it.Title, it.From, it.To
		require.Equal(t, c.want, data.Judge(it, next, c.day), name)
	}
}

func TestANoticeHangsBeforeItsPeriodBegins(t *testing.T) {
	it := anItem(data.ByDeputy)
	it.Kind, it.Status = data.Publicity, data.Published
	up := it.From.AddDays(-3)
	it.Steps = []data.Step{{Act: data.ActPublish, At: up.Time()}}
	onTheDay := data.Judge(it, data.Successor{}, up)
	require.Equal(t, data.NoticeValid, onTheDay.State)
	require.Equal(t, data.ReasonAhead, onTheDay.Reason)
	require.Empty(t, onTheDay.On)
	require.Equal(t, up, data.Judge(it, data.Successor{}, up.AddDays(1)).On)
	require.Equal(t, data.ReasonUp, data.Judge(it, data.Successor{}, it.From).Reason)
}
