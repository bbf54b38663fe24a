package catalog

import (
	"bytes"
	"context"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/assets"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/seal"
	"gongkailan/data/workday"
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
		Desk: s.desk, Session: session, Words: words.For(language), Now: noon, Loader: ui.AtOnce(), Notices: s.notices,
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

func TestTheCatalogueIsListedUnderItsCategories(t *testing.T) {
	c := newStage(t).catalog(t, "李经办", words.Chinese)
	rows := c.table.Rows()
	require.Len(t, rows, 6+24)
	require.True(t, rows[0][1].Bold, "a category")
	require.Equal(t, "1.1", rows[1][0].Text)
	require.Equal(t, "未指定", rows[1][2].Text)
	require.Equal(t, "第 1 版 · 2026年1月1日起施行 · 6 类 24 项", c.line.Text)
}

func TestOnlyKeepersOfTheCatalogueMayImport(t *testing.T) {
	s := newStage(t)
	require.Equal(t, []string{"导出 Excel"}, buttons(s.catalog(t, "李经办", words.Chinese).head))
	require.Equal(t, []string{"导出 Excel", "导入…"}, buttons(s.catalog(t, "王审核", words.Chinese).head))
	require.Equal(t, []string{"导出 Excel", "导入…"}, buttons(s.catalog(t, "赵管理", words.Chinese).head))
}

func TestAClerkReadsAnEntryAndBeginsAnItemOfIt(t *testing.T) {
	s := newStage(t)
	c := s.catalog(t, "李经办", words.Chinese)
	c.table.Open(0)
	require.Nil(t, c.open, "a category has no card")
	c.table.Open(1)
	require.Nil(t, c.open.title, "read only")
	require.Equal(t, []string{"以此新建事项"}, buttons(c.beside))
	c.open.begin()
	require.Equal(t, []screen.Route{{Area: screen.Items, Number: "2026-0001"}}, s.went)
	items, err := s.desk.Items(context.Background(), desk.Filter{})
	require.NoError(t, err)
	require.Equal(t, "1.1", items[0].EntryCode)
}

func TestAChangedEntryMakesANewVersion(t *testing.T) {
	s := newStage(t)
	c := s.catalog(t, "王审核", words.Chinese)
	c.table.Open(1)
	require.Equal(t, []string{"保存"}, buttons(c.beside))
	require.True(t, c.open.save.Disabled(), "nothing to save yet")
	c.open.office.SetSelected("组织人事股")
	c.open.decision.SetSelected("党组集体研究")
	require.False(t, c.open.save.Disabled())
	c.open.keep()
	now := s.inForce(t)
	entry, _ := now.Entry("1.1")
	require.Equal(t, 2, now.Version)
	require.Equal(t, "rs", entry.OfficeID)
	require.Equal(t, data.ByCollective, entry.Decision)
	require.Equal(t, "目录第2版已启用。", s.notices.Last())
	require.Equal(t, 1, s.issued, "the lobby's heads come from the catalogue")
	require.Equal(t, "组织人事股", c.table.Rows()[1][2].Text)
	require.False(t, c.open.dirty())
}

func TestSomebodyWhoMayNotSignTheBulletinIsToldThatTheLobbyIsLate(t *testing.T) {
	s := newStage(t)
	s.late = data.Refuse(data.ErrRefused, "bulletin.role")
	c := s.catalog(t, "赵管理", words.Chinese)
	c.table.Open(1)
	c.open.office.SetSelected("党务公开办公室")
	c.open.keep()
	require.Equal(t, 2, s.inForce(t).Version)
	require.Contains(t, s.notices.Last(), "大厅的公开内容还没有更新")
	require.Equal(t, "党务公开办公室", c.table.Rows()[1][2].Text)
}

func TestWhatSomebodyElseChangedIsNotWrittenOver(t *testing.T) {
	s := newStage(t)
	first, second := s.catalog(t, "王审核", words.Chinese), s.catalog(t, "赵管理", words.Chinese)
	for _, c := range []*Catalog{first, second} {
		c.table.Open(1)
	}
	first.open.mode.SetSelected("逐段公开")
	second.open.audience.SetSelected("党内")
	first.open.keep()
	second.open.keep()
	require.Contains(t, s.notices.Last(), "刚被别人改过")
	require.Equal(t, 2, s.inForce(t).Version)
	second.Load()
	require.Equal(t, "党内", second.open.audience.Selected, "what was chosen is still there")
}

func TestAPlanIsLookedThroughBeforeItIsUsed(t *testing.T) {
	s := newStage(t)
	s.files.raw = misread()
	c := s.catalog(t, "王审核", words.Chinese)
	c.Import()
	require.NotNil(t, c.review)
	require.Len(t, c.review.table.Rows(), 6+24)
	require.Equal(t, 1, s.inForce(t).Version, "nothing is used before somebody says so")
	require.Len(t, c.review.ticks, len(c.review.plan.Corrections))
	require.NotEmpty(t, c.review.ticks)
	title := func() string { return c.review.table.Rows()[2][1].Text }
	require.Contains(t, title(), "任期目标", "a correction is accepted until it is unticked")
	for _, tick := range c.review.ticks {
		tick.SetChecked(false)
	}
	require.Contains(t, title(), "人气目标")
	for _, tick := range c.review.ticks {
		tick.SetChecked(true)
	}
	c.review.take()
	now := s.inForce(t)
	entry, _ := now.Entry("1.2")
	require.Equal(t, 2, now.Version)
	require.Equal(t, data.Date("2026-03-05"), now.From)
	require.Contains(t, entry.Title, "任期目标")
	require.Nil(t, c.review)
	require.Contains(t, c.line.Text, "第 2 版")
}

func TestADroppedPlanChangesNothing(t *testing.T) {
	s := newStage(t)
	c := s.catalog(t, "赵管理", words.Chinese)
	c.Import()
	require.Empty(t, c.review.skipped.Objects)
	c.review.unfold()
	require.NotEmpty(t, c.review.skipped.Objects)
	c.review.drop()
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

func TestTheCatalogueIsTakenAlongAsAWorkbook(t *testing.T) {
	s := newStage(t)
	c := s.catalog(t, "李经办", words.Chinese)
	c.Export()
	require.NotEmpty(t, s.files.saved["党务公开目录第1版.xlsx"])
	require.Contains(t, s.notices.Last(), "党务公开目录第1版.xlsx")
}
