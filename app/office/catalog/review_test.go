package catalog

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/app/words"
	"gongkailan/data"
	"gongkailan/data/intake"
)

func TestAPlanIsLookedThroughBeforeItIsUsed(t *testing.T) {
	s := newStage(t)
	s.files.raw = misread()
	c := s.catalog(t, "王审核", words.Chinese)
	c.Import()
	require.NotNil(t, c.review)
	require.Len(t, c.review.table.Rows(), 24)
	require.Equal(t, 1, s.inForce(t).Version, "nothing is used before somebody says so")
	require.Len(t, c.review.ticks, len(c.review.plan.Corrections))
	require.NotEmpty(t, c.review.ticks)
	title := func() string { return c.review.table.Rows()[1][1].Text }
	require.Contains(t, title(), "任期目标", "a correction is accepted until it is unticked")
	for _, tick := range c.review.ticks {
		tick.SetChecked(false)
	}
	require.Contains(t, title(), "人气目标")
	for _, tick := range c.review.ticks {
		tick.SetChecked(true)
	}
	c.review.choose(1)
	c.review.edits["1.3"] = data.Entry{Code: "1.3", Category: "1", Mode: data.Periodic, Audience: data.Party, Decision: data.ByDeputy, OfficeID: "rs"}
	c.review.take()
	now := s.inForce(t)
	entry, _ := now.Entry("1.2")
	require.Equal(t, 2, now.Version)
	require.Equal(t, data.Date("2026-03-05"), now.From)
	require.Contains(t, entry.Title, "任期目标")
	third, _ := now.Entry("1.3")
	require.Contains(t, third.Title, "为民办实事", "defaults are set without touching the title")
	require.Equal(t, "rs", third.OfficeID)
	require.Nil(t, c.review)
	require.Contains(t, c.line.Text, "第 2 版")
	editions, err := s.desk.Editions(context.Background())
	require.NoError(t, err)
	require.Equal(t, "实施方案.txt", editions[1].Note)
}

func TestAnEntryIsLeftOutPutBackOrKept(t *testing.T) {
	s := newStage(t)
	keeper := s.catalog(t, "王审核", words.Chinese)
	keeper.addEntry()
	keeper.entryOpen(t).title.SetText("本单位自己加的一项")
	keeper.save()
	c := s.catalog(t, "王审核", words.Chinese)
	c.Import()
	v := c.review
	v.filter.SetSelectedIndex(3)
	require.Equal(t, "将停用（1）", v.filter.Selected)
	require.Equal(t, "1.5", v.rows[0].Entry.Code)
	require.Contains(t, texts(v.counted), "1 项将停用")
	v.choose(0)
	e := &reviewEntry{review: v, row: v.rows[0]}
	e.view()
	e.use.SetChecked(true)
	require.NotContains(t, texts(v.counted), "将停用")
	v.filter.SetSelectedIndex(0)

	first := &reviewEntry{review: v, row: v.rows[0]}
	first.view()
	first.use.SetChecked(false)
	require.Equal(t, "不采用", v.table.Rows()[0][2].Text)
	first.use.SetChecked(true)
	first.use.SetChecked(false)
	second := &reviewEntry{review: v, row: v.rows[1]}
	second.view()
	second.terms.office.SetSelected("组织人事股")
	second.title.SetText("改写的标题")
	require.Equal(t, "有改动", v.table.Rows()[1][2].Text)
	v.take()
	now := s.inForce(t)
	_, out := now.Entry("1.1")
	kept, there := now.Entry("1.5")
	edited, _ := now.Entry("1.2")
	require.False(t, out)
	require.True(t, there)
	require.Equal(t, "本单位自己加的一项", kept.Title)
	require.Equal(t, []string{"改写的标题", "rs"}, []string{edited.Title, edited.OfficeID})
	editions, err := s.desk.Editions(context.Background())
	require.NoError(t, err)
	require.Equal(t, []data.Retirement{{Code: "1.1", Reason: "采用“实施方案.txt”时未列入"}}, editions[2].Reasons)
}

func TestTheOwnWorkbookComesBackWithoutADifference(t *testing.T) {
	s := newStage(t)
	c := s.catalog(t, "王审核", words.Chinese)
	for code, office := range map[string]string{"1.1": "组织人事股", "3.5": "党务公开办公室"} {
		c.openEntry(code)
		c.entryOpen(t).terms.office.SetSelected(office)
		c.entryOpen(t).take()
	}
	c.save()
	c.Export()
	s.files.name, s.files.raw = "目录.xlsx", s.files.saved["党务公开目录第2版.xlsx"]
	c.Import()
	for _, r := range c.review.rows {
		require.Equal(t, data.StandsSame, r.Standing, r.Entry.Code)
	}
	require.Empty(t, c.review.unknown)
	require.Zero(t, c.review.catalogue().ChangesFrom(s.inForce(t)).Count(), "short titles too")
	c.review.take()
	require.Contains(t, s.notices.Last(), "没有改动")
}

func TestADroppedPlanChangesNothing(t *testing.T) {
	s := newStage(t)
	c := s.catalog(t, "赵管理", words.Chinese)
	c.Import()
	require.Empty(t, c.review.skipped.Objects)
	c.review.unfold()
	require.NotEmpty(t, c.review.skipped.Objects)
	c.Keep(func(err error) { require.ErrorIs(t, err, data.ErrRefused, "who leaves is told first") })
	c.review.drop()
	c.Keep(func(err error) { require.NoError(t, err) })
	require.Nil(t, c.review)
	require.Equal(t, 1, s.inForce(t).Version)
}

func TestAFileThatIsNoPlanIsRefusedInWords(t *testing.T) {
	s := newStage(t)
	s.files.raw = []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x00")
	c := s.catalog(t, "赵管理", words.Chinese)
	c.Import()
	require.Nil(t, c.review)
	require.NotEmpty(t, s.notices.Last())
}

func TestAReadySetGoesThroughTheSameReview(t *testing.T) {
	s := newStage(t)
	c := s.catalog(t, "赵管理", words.Chinese)
	c.ShowSets()
	require.Contains(t, texts(c.body), "四议两公开")
	set, err := readySet("village")
	require.NoError(t, err)
	asked := buttons(c.body)
	require.Equal(t, []string{"核对并采用…", "核对并采用…", "核对并采用…"}, asked)
	current, err := c.current()
	require.NoError(t, err)
	c.showReview(proposal{name: "村", note: "现成目录：村", set: true, plan: intake.Plan{Catalogue: set}, current: current})
	require.Empty(t, c.review.ticks)
	c.review.take()
	require.True(t, s.inForce(t).SameList(set))
	c.openEntry("1.1")
	c.entryOpen(t).title.SetText("改过的")
	c.entryOpen(t).take()
	c.ShowSets()
	require.Contains(t, s.notices.Last(), "有修改还没有保存")
	c.Import()
	require.Nil(t, c.review)
}
