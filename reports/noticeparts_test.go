package reports_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/reports"
)

func TestANoticesPartsAreThoseOfItsPaper(t *testing.T) {
	item := data.Item{Content: data.Content{
		Kind: data.Publicity, From: "2026-03-06", To: "2026-03-12", Contact: data.Contact{Phone: "0871-60000000"},
		Body: "经研究，现公示如下。\r\n\r\n一、拟任人选\n（一）王䶮。现任科员。\n姓名\t年龄\n王䶮\t41\n合计\t1\n［图：合影｜全体］\n［图：合影｜］\n一行\t两栏",
	}}
	parts := reports.NoticeParts(item, func(after, last data.Date) int { return 5 })
	require.Equal(t, reports.Part{Text: "经研究，现公示如下。"}, parts[0])
	require.Equal(t, reports.Part{Rank: 1, Lead: "一、拟任人选"}, parts[1])
	require.Equal(t, reports.Part{Rank: 2, Lead: "（一）王䶮。", Text: "现任科员。"}, parts[2])
	require.Equal(t, "姓名", parts[3].Table.Columns[0].Head)
	require.Equal(t, [][]string{{"王䶮", "41"}}, parts[3].Table.Rows)
	require.Equal(t, []string{"合计", "1"}, parts[3].Table.Sum)
	require.Equal(t, "［图：合影｜全体］", parts[4].Figure)
	require.Equal(t, "［图：合影］", parts[5].Figure)
	require.Equal(t, "一行\t两栏", parts[6].Text)
	require.Equal(t, reports.Part{Rank: 1, Lead: "二、公示时间"}, parts[7])
	require.Equal(t, "2026年3月6日至3月12日（5个工作日）。", parts[8].Text)
	require.Equal(t, "三、受理方式", parts[9].Lead)
	require.True(t, strings.HasSuffix(parts[10].Text, "电话：0871-60000000。"))
	require.Len(t, parts, 11)
}
