package words

import (
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
)

func TestEveryVerdictOnANoticeHasItsWords(t *testing.T) {
	for _, w := range []Words{For(Chinese), For(English)} {
		for _, reason := range data.Reasons() {
			for _, on := range []data.Date{"", "2026-03-05"} {
				v := data.Verdict{State: data.NoticeDown, Reason: reason, On: on, Page: 2, Detail: "title", Record: "批准的", Newer: "1234-5678-9012"}
				text := w.Verdict(v)
				require.NotContains(t, text, "verdict.")
				require.NotRegexp(t, `\{\d\}`, text)
				require.Contains(t, text, "1234-5678-9012")
			}
		}
		for _, state := range []data.Standing{data.NoticeValid, data.NoticeDown, data.NoticeMismatch} {
			require.NotContains(t, w.Standing(data.Verdict{State: state}), "verdict.")
		}
	}
	require.Equal(t, "查无此码", For(Chinese).Standing(data.UnlistedNotice()))
	require.Equal(t, "Not found", For(English).Standing(data.UnlistedNotice()))
	require.Equal(t, "内容不符", For(Chinese).Standing(data.UnknownNotice()))
	require.Contains(t, For(Chinese).Verdict(data.UnknownNotice()), "查无此码")
	require.Equal(t, "今日已张贴，公示期自11月26日起。", For(Chinese).Verdict(data.Verdict{Reason: data.ReasonAhead, From: "2026-11-26"}))
	require.Equal(t, "已于11月24日张贴，公示期自11月26日起。",
		For(Chinese).Verdict(data.Verdict{Reason: data.ReasonAhead, From: "2026-11-26", On: "2026-11-24"}))
	require.Equal(t, "有效", For(Chinese).Standing(data.Verdict{State: data.NoticeValid}))
	require.Equal(t, "已撤下", For(Chinese).Standing(data.Verdict{State: data.NoticeDown}))
	require.Equal(t, "内容不符", For(Chinese).Standing(data.Verdict{State: data.NoticeMismatch}))
	require.Equal(t, "这一事项已于2026年3月5日撤下。现行版本的核验码是 1。",
		For(Chinese).Verdict(data.Verdict{Reason: data.ReasonWithdrawn, On: "2026-03-05", Newer: "1"}))
	require.Equal(t, "公开期限：2026年3月6日起长期公开", For(Chinese).Period(data.Verdict{From: "2026-03-06"}))
}
