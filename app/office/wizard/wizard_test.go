package wizard

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/seal"
	"gongkailan/data/workday"
)

// noon is the day on which the tests found their unit.
func noon() time.Time { return time.Date(2026, 3, 5, 12, 0, 0, 0, data.Shanghai()) }

const secret = "公开栏-2026"

// started is a wizard over a database that holds the unit's name and nothing else.
func started(t *testing.T, language string) (*Wizard, *desk.Desk, *bool) {
	t.Helper()
	test.NewApp().Settings().SetTheme(ui.Theme{})
	d, err := desk.Create(context.Background(), filepath.Join(t.TempDir(), "unit.db"),
		desk.Setup{Unit: data.Unit{Name: "云岭县食品药品监督管理局"}},
		desk.Options{Now: noon, Calendar: workday.New(), Cost: seal.Cost{Time: 1, Memory: 8, Threads: 1}})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, d.Close()) })
	done := false
	z := New(Options{
		Desk: d, Words: words.For(language), Now: noon, Loader: ui.AtOnce(),
		Notices: ui.NewNotices(func(time.Duration, func()) {}), Done: func(desk.Newcomer) { done = true },
	})
	return z, d, &done
}

// typed fills a person in.
func (r *personRow) typed(name, office, password, again string) {
	r.title.SetText(name)
	r.office.SetSelected(office)
	r.password.SetText(password)
	r.again.SetText(again)
}

// staffed fills in a person for each of the suggested rows.
func staffed(z *Wizard) {
	for i, name := range []string{"李经办", "王审核", "陈局长"} {
		z.people.rows[i].typed(name, []string{"组织人事股", "党务公开办公室", "局领导"}[i], secret, secret)
	}
}

func TestFromAnEmptyDatabaseToAFoundedUnit(t *testing.T) {
	z, d, done := started(t, words.Chinese)
	ctx := context.Background()
	require.Equal(t, "云岭县食品药品监督管理局", z.unit.title.Text)
	require.Equal(t, "中共云岭县食品药品监督管理局党组", z.unit.issuer.Text)
	z.unit.superior.SetText(" 中共云岭县委 ")
	z.unit.phone.SetText("0871-60000000")
	z.Next()
	z.Next()
	staffed(z)
	z.people.rows[2].duty.SetText("局长")
	z.Next()
	require.Equal(t, 3, z.at)
	founded, err := d.Founded(ctx)
	require.NoError(t, err)
	require.False(t, founded, "nothing is written before the last button")
	z.Next()
	require.Empty(t, z.finish.failed.text)
	require.True(t, *done)

	unit, err := d.Unit(ctx)
	require.NoError(t, err)
	require.Equal(t, "中共云岭县委", unit.Superior)
	require.Equal(t, "0871-60000000", unit.Contact.Phone)
	offices, err := d.Offices(ctx)
	require.NoError(t, err)
	require.Len(t, offices, 6)
	catalogue, err := d.Catalogue(ctx, "")
	require.NoError(t, err)
	require.Equal(t, data.Date("2026-03-05"), catalogue.From)
	for name, role := range map[string]data.Role{"李经办": data.Admin, "王审核": data.Checker, "陈局长": data.Approver} {
		session, err := d.SignIn(ctx, name, secret)
		require.NoError(t, err, name)
		require.True(t, session.Person().Has(role, "2026-03-05"), name)
		require.NotEmpty(t, session.Person().OfficeID)
	}
}

func TestAUnitNeedsANameAndAnIssuer(t *testing.T) {
	z, _, _ := started(t, words.Chinese)
	z.unit.title.SetText(" ")
	z.Next()
	require.Equal(t, 0, z.at)
	require.Equal(t, "请填写单位名称。", z.unit.missing.text)
	z.unit.title.SetText("云岭县档案局")
	require.Equal(t, "中共云岭县档案局党组", z.unit.issuer.Text, "the suggestion follows the name")
	z.unit.issuer.SetText("中共云岭县档案局机关支部")
	z.unit.title.SetText("云岭县档案馆")
	require.Equal(t, "中共云岭县档案局机关支部", z.unit.issuer.Text, "what somebody wrote stays")
	z.unit.issuer.SetText("")
	z.Next()
	require.Contains(t, z.unit.missing.text, "请填写落款")
}

func TestOfficesAreAddedRenamedAndRemoved(t *testing.T) {
	z, _, _ := started(t, words.Chinese)
	z.Next()
	z.offices.add()
	z.Next()
	require.Equal(t, 2, z.at, "an empty row is passed over")
	z.Back()
	last := z.offices.rows[len(z.offices.rows)-1]
	last.entry.SetText("办公室")
	z.Next()
	require.Equal(t, 1, z.at)
	require.Contains(t, z.offices.missing.text, "“办公室”")
	z.offices.remove(last)
	z.Next()
	require.Equal(t, 2, z.at)
}

func TestRenamingAnOfficeMovesNobody(t *testing.T) {
	z, _, _ := started(t, words.Chinese)
	z.Next()
	z.Next()
	staffed(z)
	z.Back()
	z.offices.rows[2].entry.SetText("人事教育股")
	z.offices.remove(z.offices.rows[0])
	z.Next()
	require.Equal(t, "人事教育股", z.people.rows[0].office.Selected)
	require.Equal(t, "人事教育股", z.people.rows[0].person().OfficeID)
	require.Empty(t, z.people.rows[2].office.Selected, "the office is no longer there")
	require.Equal(t, "李经办", z.people.rows[0].title.Text, "going back loses nothing")
	require.Equal(t, secret, z.people.rows[0].password.Text)
}

func TestWhatIsWrongWithAPersonIsSaidBesideIt(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(*personRow)
		says  string
	}{
		"no name":        {func(r *personRow) { r.title.SetText("") }, "请填写这个人的姓名"},
		"short password": {func(r *personRow) { r.typed("李经办", "办公室", "1234567", "1234567") }, "至少要8个字符"},
		"another again":  {func(r *personRow) { r.again.SetText("公开栏-2027") }, "两次输入的密码不一样"},
		"no duty": {func(r *personRow) {
			r.roles[data.Clerk].SetChecked(false)
			r.roles[data.Admin].SetChecked(false)
		}, "至少选一种职责"},
		"no office": {func(r *personRow) { r.chosen = nil }, "请选择股室"},
	} {
		t.Run(name, func(t *testing.T) {
			z, _, _ := started(t, words.Chinese)
			z.Next()
			z.Next()
			staffed(z)
			c.spoil(z.people.rows[0])
			z.Next()
			require.Equal(t, 2, z.at)
			require.Contains(t, z.people.rows[0].missing.text, c.says)
			require.Contains(t, z.people.missing.text, "第1人")
			require.Empty(t, z.people.rows[1].missing.text)
		})
	}
}

func TestTheSamePersonTwiceIsNotTaken(t *testing.T) {
	z, _, _ := started(t, words.Chinese)
	z.Next()
	z.Next()
	staffed(z)
	z.people.rows[1].typed("李经办", "组织人事股", secret, secret)
	z.Next()
	require.Contains(t, z.people.rows[1].missing.text, "已有一位")
}

func TestSomebodyMustHoldEachNeededDuty(t *testing.T) {
	z, _, _ := started(t, words.Chinese)
	z.Next()
	z.Next()
	require.Equal(t, "还没有人担任：经办人、审核人、审批人、管理员", z.people.vacant.text)
	z.people.rows[0].typed("周全能", "办公室", secret, secret)
	require.Equal(t, "还没有人担任：审核人、审批人", z.people.vacant.text)
	z.Next()
	require.Contains(t, z.people.missing.text, "至少要有2个人")
	staffed(z)
	z.people.rows[0].roles[data.Admin].SetChecked(false)
	z.Next()
	require.Equal(t, 2, z.at)
	require.Contains(t, z.people.missing.text, "还没有人担任管理员")
	z.people.rows[0].roles[data.Admin].SetChecked(true)
	require.Equal(t, "必需的职责都有人担任了。", z.people.vacant.text, "the line stays, or all beneath it would jump")
	z.Next()
	require.Equal(t, 3, z.at)
}

func TestARowThatIsLeftAloneIsNobody(t *testing.T) {
	z, d, done := started(t, words.English)
	z.Next()
	z.Next()
	staffed(z)
	z.people.add()
	z.Next()
	z.Next()
	require.True(t, *done)
	people, err := d.People(context.Background())
	require.NoError(t, err)
	require.Len(t, people, 3)
}

func TestAUnitThatWasFoundedMeanwhileIsToldInWords(t *testing.T) {
	z, d, done := started(t, words.Chinese)
	z.Next()
	z.Next()
	staffed(z)
	z.Next()
	require.NoError(t, d.Found(context.Background(), desk.Setup{
		People: []desk.Newcomer{{Person: data.Person{Name: "赵管理", Roles: []data.Role{data.Admin}}, Password: secret}},
	}))
	z.Next()
	require.False(t, *done)
	require.Contains(t, z.finish.failed.text, "已经启用")
	require.False(t, z.next.Disabled())
}

// wentThrough fills the wizard in and founds the unit.
func wentThrough(t *testing.T, z *Wizard, done *bool) {
	t.Helper()
	z.Next()
	z.Next()
	staffed(z)
	z.Next()
	z.Next()
	require.Empty(t, z.finish.failed.text)
	require.True(t, *done)
}

func TestTheUnitBeginsWithTheReadySetThatWasChosen(t *testing.T) {
	z, d, done := started(t, words.Chinese)
	z.set.pick.SetSelectedIndex(1)
	wentThrough(t, z, done)
	c, err := d.Catalogue(context.Background(), "")
	require.NoError(t, err)
	village, err := readySet("village")
	require.NoError(t, err)
	require.True(t, c.SameList(village))
	require.Equal(t, 1, c.Version)
}

func TestAnImportedCatalogueIsKeptUnlessAnotherIsChosen(t *testing.T) {
	own, err := readySet("default")
	require.NoError(t, err)
	own.Entries = own.Entries[:20]
	for chosen, entries := range map[int]int{0: 20, 3: 31} {
		_, d, _ := started(t, words.Chinese)
		_, err := d.ImportCatalogue(context.Background(), own)
		require.NoError(t, err)
		done := false
		z := New(Options{
			Desk: d, Words: words.For(words.Chinese), Now: noon, Loader: ui.AtOnce(),
			Notices: ui.NewNotices(func(time.Duration, func()) {}), Done: func(desk.Newcomer) { done = true },
		})
		require.Equal(t, "已导入的目录", z.set.pick.Selected)
		z.set.pick.SetSelectedIndex(chosen)
		wentThrough(t, z, &done)
		c, err := d.Catalogue(context.Background(), "")
		require.NoError(t, err)
		require.Len(t, c.Entries, entries)
		require.Equal(t, 1, c.Version, "one that was never in force leaves no trace")
	}
}

func TestTheUsualSetIsKnownInADatabaseThatHoldsIt(t *testing.T) {
	_, d, _ := started(t, words.Chinese)
	usual, err := readySet("default")
	require.NoError(t, err)
	_, err = d.ImportCatalogue(context.Background(), usual)
	require.NoError(t, err)
	s := newSetChoice(words.For(words.Chinese))
	there, err := d.Catalogue(context.Background(), "")
	require.NoError(t, err)
	s.pick.SetSelectedIndex(2)
	s.fill(there)
	require.Len(t, s.choices, 3)
	require.Equal(t, 2, s.pick.SelectedIndex(), "what somebody has chosen stays")
	s.pick.SetSelectedIndex(0)
	require.Empty(t, s.catalogue("2026-03-05").Entries, "it is there already")
}
