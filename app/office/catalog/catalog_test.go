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
