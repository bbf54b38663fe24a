package catalog

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/app/words"
	"gongkailan/data"
)

func TestSeveralChangesBecomeOneNewVersion(t *testing.T) {
	s := newStage(t)
	c := s.catalog(t, "王审核", words.Chinese)
	c.openEntry("1.1")
	require.True(t, c.entryOpen(t).done.Disabled(), "nothing to take over yet")
	c.entryOpen(t).terms.office.SetSelected("组织人事股")
	c.entryOpen(t).terms.decision.SetSelected("党组集体研究")
	c.entryOpen(t).take()
	require.Equal(t, 1, s.inForce(t).Version, "nothing is saved before somebody says so")

	c.addEntry()
	e := c.entryOpen(t)
	require.Equal(t, "1.5", e.number.Text, "the next free code")
	e.category.SetSelectedIndex(2)
	require.Equal(t, "3.8", e.number.Text)
	e.take()
	require.Contains(t, s.notices.Last(), "写明公开什么")
	e.number.SetText("3.7")
	e.title.SetText("党员\n教育管理")
	e.take()
	require.Contains(t, s.notices.Last(), "请改用3.8")
	e.number.SetText("3.8")
	e.take()

	c.openEntry("2.2")
	c.entryOpen(t).askReason()
	c.entryOpen(t).retire()
	require.Contains(t, s.notices.Last(), "原因")
	c.entryOpen(t).reason.SetText("并入2.1")
	c.entryOpen(t).retire()
	require.Contains(t, texts(c.body), "3 处修改还没有保存")
	require.Contains(t, texts(c.body), "新增 1 项，修改 1 项，停用 1 项")
	require.Contains(t, texts(c.beside), "并入2.1", "what is retired stays in sight until it is saved")

	c.draft.from.SetDate("2026-04-01")
	c.save()
	require.Nil(t, c.draft)
	require.Equal(t, "目录第2版已保存，2026年4月1日起施行。", s.notices.Last())
	require.Zero(t, s.issued, "nothing changes in the lobby yet")
	require.Equal(t, 1, s.inForce(t).Version)
	require.Contains(t, texts(c.body), "待生效")
	require.NotContains(t, buttons(c.body), "新增目录项", "changes go on from the version that waits")
	editions, err := s.desk.Editions(context.Background())
	require.NoError(t, err)
	require.Equal(t, []data.Retirement{{Code: "2.2", Reason: "并入2.1"}}, editions[1].Reasons)
	added, ok := editions[1].Entry("3.8")
	require.True(t, ok)
	require.Equal(t, "党员 教育管理", added.Title)

	c.look(2)
	require.Contains(t, texts(c.body), "待生效")
	require.Contains(t, buttons(c.body), "新增目录项")
	c.look(0)
	require.Contains(t, c.line.Text, "第 1 版")
}

func TestChangesAreTakenBackOneByOneOrAllAtOnce(t *testing.T) {
	s := newStage(t)
	c := s.catalog(t, "王审核", words.Chinese)
	for _, mode := range []string{"定期公开", "逐段公开"} {
		c.openEntry("1.1")
		c.entryOpen(t).terms.mode.SetSelected(mode)
		c.entryOpen(t).take()
	}
	c.undo()
	e, _ := c.shown().Entry("1.1")
	require.Equal(t, data.Periodic, e.Mode)
	require.Equal(t, "定期公开", c.entryOpen(t).terms.mode.Selected, "the card follows")
	c.undo()
	require.Nil(t, c.draft)
	c.openEntry("1.1")
	c.entryOpen(t).terms.mode.SetSelected("定期公开")
	c.entryOpen(t).take()
	c.giveUp()
	require.Nil(t, c.draft)
	require.Equal(t, 1, s.inForce(t).Version)
	_, kept, err := c.env.Session.CatalogueDraft(context.Background())
	require.NoError(t, err)
	require.False(t, kept)
}

func TestLeavingLosesNothing(t *testing.T) {
	s := newStage(t)
	c := s.catalog(t, "王审核", words.Chinese)
	c.openEntry("1.1")
	c.entryOpen(t).terms.mode.SetSelected("定期公开")
	c.Keep(func(err error) { require.NoError(t, err) })
	c.openEntry("1.2")
	c.entryOpen(t).title.SetText(" ")
	c.Keep(func(err error) {
		require.ErrorIs(t, err, data.ErrInvalid, "what cannot be kept is told before one leaves")
	})

	again := s.catalog(t, "王审核", words.Chinese)
	require.NotNil(t, again.draft)
	e, _ := again.shown().Entry("1.1")
	require.Equal(t, data.Periodic, e.Mode)
	require.Nil(t, s.catalog(t, "赵管理", words.Chinese).draft, "they are nobody else's")
	again.save()
	require.Equal(t, 2, s.inForce(t).Version)
	require.Nil(t, s.catalog(t, "王审核", words.Chinese).draft)
}

func TestAnotherRowTakesWhatWasTypedWithIt(t *testing.T) {
	s := newStage(t)
	c := s.catalog(t, "王审核", words.Chinese)
	c.tree.table.Open(1)
	c.entryOpen(t).title.SetText("")
	c.tree.table.Open(2)
	require.Equal(t, "1.1", c.card.code(), "what cannot be taken stays in sight")
	require.Contains(t, s.notices.Last(), "写明公开什么")
	c.entryOpen(t).title.SetText("改过的标题")
	c.tree.table.Open(2)
	require.Equal(t, "1.2", c.card.code())
	e, _ := c.shown().Entry("1.1")
	require.Equal(t, "改过的标题", e.Title)
	require.Len(t, c.draft.past, 1)
}

func TestCategoriesAreAddedRenamedAndRetired(t *testing.T) {
	s := newStage(t)
	c := s.catalog(t, "赵管理", words.Chinese)
	c.openCategories()
	k := c.card.(*categoryCard)
	require.Equal(t, "7", k.number.Text)
	k.title.SetText("群团工作情况")
	k.take()
	k = c.card.(*categoryCard)
	require.Equal(t, "7", k.before.Code)
	k.short.SetText("群团")
	k.take()
	added, _ := c.shown().Category("7")
	require.Equal(t, data.Category{Code: "7", Title: "群团工作情况", Short: "群团"}, added)
	k = c.card.(*categoryCard)
	k.which.SetSelectedIndex(1)
	k.retire()
	require.Contains(t, s.notices.Last(), "里还有目录项")
	k.which.SetSelectedIndex(7)
	k.retire()
	require.Nil(t, c.draft, "nothing is left to save")
}

func TestARetiredEntrySaysWhatBecomesOfWhatIsUp(t *testing.T) {
	c := newStage(t).catalog(t, "赵管理", words.Chinese)
	c.read.up = map[string][]data.Item{"1.1": {{Number: "2026-0009", Content: data.Content{Mode: data.LongTerm, Title: "议事规则", Review: "2026-03-02"}}}}
	c.openEntry("1.1")
	require.Contains(t, texts(c.beside), "已超 3 个工作日")
	require.Contains(t, texts(c.beside), "2026-0009")
	c.entryOpen(t).askReason()
	require.Contains(t, texts(c.beside), "有 1 件事项正在公开")
	c.entryOpen(t).keep()
	require.NotContains(t, texts(c.beside), "停用后")
}

func TestSomebodyWhoMayNotSignTheBulletinIsToldThatTheLobbyIsLate(t *testing.T) {
	s := newStage(t)
	s.late = data.Refuse(data.ErrRefused, "bulletin.role")
	c := s.catalog(t, "赵管理", words.Chinese)
	c.openEntry("1.1")
	c.entryOpen(t).terms.office.SetSelected("党务公开办公室")
	c.save()
	require.Equal(t, 2, s.inForce(t).Version, "what is typed is saved with the rest")
	require.Contains(t, s.notices.Last(), "大厅的公开内容还没有更新")
	require.Equal(t, "党务公开办公室", c.rows()[1][2].Text)
}

func TestWhatSomebodyElseChangedIsNotWrittenOver(t *testing.T) {
	s := newStage(t)
	first, second := s.catalog(t, "王审核", words.Chinese), s.catalog(t, "赵管理", words.Chinese)
	for _, c := range []*Catalog{first, second} {
		c.openEntry("1.1")
	}
	first.entryOpen(t).terms.mode.SetSelected("逐段公开")
	second.entryOpen(t).terms.audience.SetSelected("党内")
	first.save()
	second.entryOpen(t).take()
	second.save()
	require.Contains(t, s.notices.Last(), "刚被别人改过")
	require.Equal(t, 2, s.inForce(t).Version)
	second.Load()
	require.Equal(t, "党内", second.entryOpen(t).terms.audience.Selected, "what was chosen is still there")

	third := s.catalog(t, "王审核", words.Chinese)
	third.openEntry("1.2")
	third.entryOpen(t).terms.mode.SetSelected("逐段公开")
	third.entryOpen(t).take()
	second.giveUp()
	second.openEntry("1.3")
	second.entryOpen(t).terms.mode.SetSelected("长期公开")
	second.save()
	third.Load()
	third.save()
	now := s.inForce(t)
	require.Equal(t, 4, now.Version)
	a, _ := now.Entry("1.2")
	b, _ := now.Entry("1.3")
	require.Equal(t, []data.Mode{data.Staged, data.LongTerm}, []data.Mode{a.Mode, b.Mode}, "changes of different entries meet")
}
