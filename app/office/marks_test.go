package office

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestHalfWidthMarksAreShownCorrectedInOneClickAndTakenBack(t *testing.T) {
	h := newHand(t)
	h.drafted()
	h.missing("半角标点")
	h.fill("正文", "经研究,现公示如下:\n拟任人选共2人。")
	h.pass(2 * time.Second)
	h.see("正文有 2 处半角标点（第1段“,”…）")
	require.Equal(t, "经研究,现公示如下:\n拟任人选共2人。", h.field("正文", 0).Text, "nothing changes by itself")
	h.press("查看")
	h.see("第1段　, → ，　　经研究【,】现公示如下:")
	h.press("收起")
	h.missing("【,】")
	h.press("改为全角")
	require.Equal(t, "经研究，现公示如下：\n拟任人选共2人。", h.field("正文", 0).Text)
	h.missing("半角标点")
	h.see("已改正 2 处")
	h.press("撤销")
	require.Equal(t, "经研究,现公示如下:\n拟任人选共2人。", h.field("正文", 0).Text)
	h.see("正文有 2 处半角标点")
	h.press("改为全角")
	h.fill("正文", "经研究，现公示如下：全文另写。")
	h.pass(2 * time.Second)
	h.missing("撤销")
	h.fill("标题", "关于２０２６年考核的公示")
	h.pass(2 * time.Second)
	h.see("标题有 1 处标点、数字要改（“２０２６”）")
	h.press("全部改正")
	require.Equal(t, "关于2026年考核的公示", h.field("标题", 0).Text)
}
