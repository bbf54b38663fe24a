package catalog

import (
	"bytes"
	"context"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/stretchr/testify/require"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/assets"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/seal"
	"gongkailan/data/workday"
	"gongkailan/reports/face"
)

func noon() time.Time { return time.Date(2026, 3, 5, 12, 0, 0, 0, data.Shanghai()) }

const secret = "公开栏-2026"

// files stands in for the system's dialogs: it hands one file over and keeps what is saved.
type files struct {
	screen.Files
	name  string
	raw   []byte
	saved map[string][]byte
}

func (f *files) Open(_ []string, take func(string, []byte, error)) { take(f.name, f.raw, nil) }

func (f *files) Save(name string, raw []byte) (string, error) {
	f.saved[name] = raw
	return name, nil
}

func (f *files) ShowFolder() error { return nil }

// stage is a founded unit and what a screen did with it.
type stage struct {
	desk    *desk.Desk
	files   *files
	notices *ui.Notices
	went    []screen.Route
	issued  int
	late    error // what issuing the bulletin fails with
}

func newStage(t *testing.T) *stage {
	t.Helper()
	test.NewApp().Settings().SetTheme(ui.Theme{})
	usual, err := data.ReadCatalogue(assets.DefaultCatalogue())
	require.NoError(t, err)
	usual.From = "2026-01-01"
	newcomer := func(name, office string, role data.Role) desk.Newcomer {
		return desk.Newcomer{Person: data.Person{Name: name, OfficeID: office, Roles: []data.Role{role}, From: "2026-01-01"}, Password: secret}
	}
	d, err := desk.Create(context.Background(), filepath.Join(t.TempDir(), "unit.db"), desk.Setup{
		Unit:      data.Unit{Name: "云岭县食品药品监督管理局"},
		Offices:   []data.Office{{ID: "rs", Name: "组织人事股"}, {ID: "gk", Name: "党务公开办公室"}},
		Catalogue: usual,
		People: []desk.Newcomer{
			newcomer("李经办", "rs", data.Clerk), newcomer("王审核", "gk", data.Checker), newcomer("赵管理", "gk", data.Admin),
		},
	}, desk.Options{Now: noon, Calendar: workday.New(), Cost: seal.Cost{Time: 1, Memory: 8, Threads: 1}})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, d.Close()) })
	return &stage{
		desk: d, files: &files{name: "实施方案.txt", raw: assets.DemoPlan(), saved: map[string][]byte{}},
		notices: ui.NewNotices(func(time.Duration, func()) {}),
	}
}

// catalog is the loaded screen as that person sees it.
func (s *stage) catalog(t *testing.T, name, language string) *Catalog {
	t.Helper()
	session, err := s.desk.SignIn(context.Background(), name, secret)
	require.NoError(t, err)
	c := New(screen.Env{
		Desk: s.desk, Session: session, Words: words.For(language), Now: noon, Loader: ui.AtOnce(), Notices: s.notices, Calendar: workday.New(), Faces: face.Embedded(),
		Go: func(r screen.Route) { s.went = append(s.went, r) }, Files: s.files,
		Changed: func(context.Context, *desk.Session) error { s.issued++; return s.late },
	})
	c.Load()
	return c
}

func (s *stage) inForce(t *testing.T) data.Catalogue {
	t.Helper()
	c, err := s.desk.Catalogue(context.Background(), "")
	require.NoError(t, err)
	return c
}

// rows are those of the catalogue's table.
func (c *Catalog) rows() [][]ui.Cell { return c.tree.table.Rows() }

// entryCard is the entry that is open.
func (c *Catalog) entryOpen(t *testing.T) *entryCard {
	t.Helper()
	e, ok := c.card.(*entryCard)
	require.True(t, ok, "no entry is open")
	return e
}

// texts are all texts in sight, joined.
func texts(o fyne.CanvasObject) string {
	all := ""
	for _, part := range test.LaidOutObjects(o) {
		switch x := part.(type) {
		case *canvas.Text:
			all += x.Text + "\n"
		case *widget.Label:
			all += x.Text + "\n"
		}
	}
	return all
}

// buttons are the texts of the buttons in an object.
func buttons(o fyne.CanvasObject) []string {
	var texts []string
	for _, part := range test.LaidOutObjects(o) {
		if b, ok := part.(*ui.Button); ok {
			texts = append(texts, b.Text)
		}
	}
	return texts
}

// misread is the demonstration plan with one typo, as a scan would have it.
func misread() []byte {
	return bytes.ReplaceAll(assets.DemoPlan(), []byte("任期目标"), []byte("人气目标"))
}

func TestTheCatalogueIsListedUnderItsCategoriesThatFold(t *testing.T) {
	c := newStage(t).catalog(t, "李经办", words.Chinese)
	require.Len(t, c.rows(), 6+24)
	require.True(t, c.rows()[0][1].Bold, "a category")
	require.Equal(t, "　1.1", c.rows()[1][0].Text)
	require.Equal(t, "未指定", c.rows()[1][2].Text)
	require.Equal(t, "尚未公开", c.rows()[1][6].Text)
	require.Equal(t, "6月30日前公开", c.rows()[2][6].Text)
	require.Equal(t, "第 1 版 · 2026年1月1日起施行 · 6 类 24 项", c.line.Text)
	c.tree.table.Open(0)
	require.Len(t, c.rows(), 6+20)
	require.Equal(t, "▶ 1", c.rows()[0][0].Text)
	c.Load()
	require.Len(t, c.rows(), 6+20, "what is folded stays so")
	c.tree.table.Open(0)
	require.Equal(t, "▼ 1", c.rows()[0][0].Text)
	require.Len(t, c.rows(), 6+24)
}

func TestTheListIsNarrowedToAnOfficeAndOrderedByWhatIsDue(t *testing.T) {
	s := newStage(t)
	keeper := s.catalog(t, "王审核", words.Chinese)
	keeper.openEntry("2.1")
	keeper.entryOpen(t).terms.office.SetSelected("组织人事股")
	keeper.entryOpen(t).take()
	keeper.save()
	c := s.catalog(t, "李经办", words.Chinese)
	c.tree.choose(2, c.read.offices)
	c.showList()
	require.Equal(t, []string{"▼ 2", "　2.1"}, []string{c.rows()[0][0].Text, c.rows()[1][0].Text})
	require.Len(t, c.rows(), 2)
	c.tree.choose(0, c.read.offices)
	c.tree.routine = true
	c.showList()
	require.Len(t, c.rows(), 24)
	require.Equal(t, "1.2", c.rows()[0][0].Text, "定期 first: they have a day")
	c.Export()
	c.ExportPaper()
	require.NotEmpty(t, s.files.saved["党务公开例行公开清单.xlsx"])
	require.NotEmpty(t, s.files.saved["党务公开例行公开清单.pdf"])
}

func TestOnlyKeepersOfTheCatalogueMayChangeIt(t *testing.T) {
	s := newStage(t)
	all := func(name string) []string { return buttons(s.catalog(t, name, words.Chinese).Object()) }
	readers := []string{"版本", "导出 Excel", "导出 PDF"}
	require.Equal(t, readers, all("李经办"))
	keepers := append(readers, "导入…", "现成目录…", "类别…", "新增目录项")
	require.Equal(t, keepers, all("王审核"))
	require.Equal(t, keepers, all("赵管理"))
}

func TestAClerkReadsAnEntryAndBeginsAnItemOfIt(t *testing.T) {
	s := newStage(t)
	c := s.catalog(t, "李经办", words.Chinese)
	c.tree.table.Open(1)
	e := c.entryOpen(t)
	require.Nil(t, e.title, "read only")
	require.Equal(t, []string{"以此新建事项"}, buttons(c.beside))
	e.begin()
	require.Equal(t, []screen.Route{{Area: screen.Items, Number: "2026-0001"}}, s.went)
	items, err := s.desk.Items(context.Background(), desk.Filter{})
	require.NoError(t, err)
	require.Equal(t, "1.1", items[0].EntryCode)
}

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
	c.read.up = map[string][]data.Item{"1.1": {{Number: "2026-0009", Content: data.Content{Title: "议事规则", Review: "2026-03-02"}}}}
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

func TestTheVersionOfADayIsLookedUp(t *testing.T) {
	s := newStage(t)
	c := s.catalog(t, "王审核", words.Chinese)
	c.openEntry("1.1")
	c.entryOpen(t).title.SetText("党组织职责")
	c.save()
	c.showVersions()
	rows := c.versions.table.Rows()
	require.Equal(t, []string{"第 2 版", "现行", "王审核", "修改 1 项"}, []string{rows[0][0].Text, rows[0][2].Text, rows[0][3].Text, rows[0][4].Text})
	require.Equal(t, "已停用", rows[1][2].Text)
	require.Contains(t, texts(c.versions.side), "→ 党组织职责", "what is different is said in words")
	c.versions.lookUp()
	require.Contains(t, s.notices.Last(), "填写日期")
	c.versions.day.SetDate("2025-12-31")
	c.versions.lookUp()
	require.Contains(t, s.notices.Last(), "还没有启用")
	c.versions.day.SetDate("2026-03-04")
	c.versions.lookUp()
	require.Contains(t, c.line.Text, "第 1 版")
	require.Contains(t, texts(c.body), "只能看，不能改")
	require.NotContains(t, buttons(c.body), "新增目录项")
	c.openEntry("1.1")
	require.Nil(t, c.entryOpen(t).title)
	c.Export()
	require.NotEmpty(t, s.files.saved["党务公开目录第1版.xlsx"])
	c.look(0)
	require.Contains(t, c.line.Text, "第 2 版")
}

func TestThePaperOfTheCatalogueIsTakenAlong(t *testing.T) {
	s := newStage(t)
	c := s.catalog(t, "李经办", words.Chinese)
	c.Export()
	c.ExportPaper()
	require.NotEmpty(t, s.files.saved["党务公开目录第1版.xlsx"])
	require.True(t, bytes.HasPrefix(s.files.saved["党务公开目录第1版.pdf"], []byte("%PDF-")))
	require.Contains(t, s.notices.Last(), "党务公开目录第1版.pdf")
}
