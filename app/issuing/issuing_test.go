package issuing

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/assets"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/seal"
	"gongkailan/data/wholefile"
	"gongkailan/data/workday"
	"gongkailan/reports/bulletin"
)

// machine is an office computer with a unit on it, whose clock and whose events the test moves.
type machine struct {
	*Issuer
	t     *testing.T
	desk  *desk.Desk
	by    *desk.Session
	now   time.Time
	later []*waiting
	due   bool
	fails error // what making a file fails with
	asked int   // how often it was asked whether one is due
	told  []error
}

type waiting struct {
	wait time.Duration
	do   func()
	over bool
}

const password = "公开栏-2026"

func (m *machine) as(name string) *desk.Session {
	by, err := m.desk.SignIn(m.t.Context(), name, password)
	require.NoError(m.t, err)
	return by
}

// prefs is what a machine remembers.
type prefs map[string]string

func (p prefs) String(key string) string    { return p[key] }
func (p prefs) SetString(key, value string) { p[key] = value }
func (m *machine) after(wait time.Duration, do func()) (cancel func()) {
	w := &waiting{wait: wait, do: do}
	m.later = append(m.later, w)
	return func() { w.over = true }
}

// pass does what was put off for so long, once.
func (m *machine) pass(wait time.Duration) {
	for _, w := range m.later {
		if !w.over && w.wait == wait {
			w.over = true
			w.do()
			return
		}
	}
	require.Fail(m.t, "nothing is put off for so long")
}

func newMachine(t *testing.T) *machine {
	t.Helper()
	m := &machine{t: t, now: time.Date(2026, 3, 5, 10, 0, 0, 0, data.Shanghai())}
	person := func(name string, role data.Role) desk.Newcomer {
		return desk.Newcomer{Person: data.Person{Name: name, OfficeID: "办公室", Duty: "干部", Roles: []data.Role{role}}, Password: password}
	}
	catalogue, err := data.ReadCatalogue(assets.DefaultCatalogue())
	require.NoError(t, err)
	catalogue.From = "2026-03-01"
	m.desk, err = desk.Create(t.Context(), filepath.Join(t.TempDir(), "公开栏.db"), desk.Setup{
		Unit: data.Unit{Name: "云岭县食品药品监督管理局", Contact: data.Contact{Office: "局机关党委", Phone: "12345"}}, Catalogue: catalogue,
		Offices: []data.Office{{Name: "办公室"}},
		People: []desk.Newcomer{
			person("梁敏", data.Checker), person("徐建国", data.Approver), person("周芳", data.Inspector), person("陈静", data.Admin),
		},
	}, desk.Options{Now: func() time.Time { return m.now }, Calendar: workday.New(), Cost: seal.Cost{Time: 1, Memory: 8, Threads: 1}})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, m.desk.Close()) })
	m.by = m.as("梁敏")
	m.Issuer = m.open(prefs{}, func(work func()) { work() })
	t.Cleanup(m.Stop)
	return m
}

func (m *machine) open(p Prefs, start func(func())) *Issuer {
	i := New(Options{
		Desk: m.desk, Path: filepath.Join(filepath.Dir(m.desk.Path()), "公开栏.gkb"), Prefs: p,
		Now: func() time.Time { return m.now }, Go: start, After: m.after, Make: m.make,
		Due: func(context.Context, bulletin.Bulletin) (bool, error) {
			m.asked++
			return m.due, nil
		},
	})
	i.Tell(func(err error) { m.told = append(m.told, err) })
	return i
}

// make makes an empty public file.
func (m *machine) make(ctx context.Context, by *desk.Session, path string) (bulletin.Bulletin, error) {
	b := bulletin.Bulletin{Unit: "单位", Issued: m.now.UTC().Format(time.RFC3339), Items: []bulletin.Item{}, LeftOut: []bulletin.LeftOut{}}
	if m.fails != nil {
		return b, m.fails
	}
	var err error
	if b.Serial, err = m.desk.NextBulletin(ctx); err != nil {
		return b, err
	}
	raw, err := bulletin.Pack(b, func(payload []byte) (seal.Signed, error) { return by.SignBulletin(ctx, b.Serial, payload) })
	if err != nil {
		return b, err
	}
	m.due = false
	return b, wholefile.Write(path, raw)
}

// serial is that of the file beside the database.
func (m *machine) serial() int {
	b, err := m.Last(m.t.Context())
	require.NoError(m.t, err)
	return b.Serial
}

func (m *machine) folder() string {
	folder, err := m.Add(m.t.TempDir())
	require.NoError(m.t, err)
	return folder
}

func (m *machine) lies(folder string) int {
	for _, p := range m.Places(m.t.Context()) {
		if p.Path == folder {
			return p.Serial
		}
	}
	return 0
}

func code(t *testing.T, err error) string {
	t.Helper()
	var refusal *data.Refusal
	require.ErrorAs(t, err, &refusal)
	return refusal.Code
}

func TestAnIssueReachesEveryPlace(t *testing.T) {
	m := newMachine(t)
	share, stick := m.folder(), m.folder()
	require.NoError(t, m.Issue(t.Context(), m.by))
	for _, place := range m.Places(t.Context()) {
		require.Equal(t, 1, place.Serial, place.Path)
		require.True(t, place.Newest)
		require.NoError(t, place.Why)
	}
	require.Len(t, m.Places(t.Context()), 3)
	m.Remove(share)
	require.NoError(t, m.Issue(t.Context(), m.by))
	require.Equal(t, 2, m.lies(stick))
	require.FileExists(t, filepath.Join(share, "公开栏.gkb"), "what lies at a place that is given up stays")
}

func TestAStickThatIsOutIsNamedAndBroughtUpToDateWhenItIsBack(t *testing.T) {
	m := newMachine(t)
	share, stick := m.folder(), m.folder()
	m.SignedIn(m.by)
	require.NoError(t, os.Rename(stick, stick+" out"))
	var late Unreached
	require.ErrorAs(t, m.Issue(t.Context(), m.by), &late)
	require.Equal(t, []string{stick}, late.Places)
	require.Equal(t, "bulletin.places", code(t, late))
	require.Equal(t, 1, m.lies(share), "the others have it")
	require.Equal(t, Standing{Late: []string{stick}}, m.Standing())

	m.pass(lookEvery)
	require.Empty(t, m.told, "that it is still out is no news")
	require.NoError(t, os.Rename(stick+" out", stick))
	m.pass(lookEvery)
	require.Equal(t, 1, m.lies(stick))
	require.Empty(t, m.Standing().Late)
	require.Equal(t, []error{nil}, m.told)
	require.Equal(t, 1, m.serial(), "nothing was issued for it")
}

func TestOnStartThePlacesAreBroughtUpToDate(t *testing.T) {
	m := newMachine(t)
	require.NoError(t, m.Issue(t.Context(), m.by))
	kept := prefs{}
	i := m.open(kept, func(work func()) { work() })
	t.Cleanup(i.Stop)
	folder, err := i.Add(t.TempDir())
	require.NoError(t, err)
	i.SignedIn(m.by)
	require.FileExists(t, filepath.Join(folder, "公开栏.gkb"))
}

func TestWhatLiesAtAPlaceIsReplacedOnlyWhereItIsOlder(t *testing.T) {
	m := newMachine(t)
	folder := m.folder()
	path := filepath.Join(folder, "公开栏.gkb")
	first := func() []byte {
		require.NoError(t, m.Issue(t.Context(), m.by))
		raw, err := os.ReadFile(path)
		require.NoError(t, err)
		return raw
	}()
	require.NoError(t, m.Issue(t.Context(), m.by))
	second, err := os.ReadFile(path)
	require.NoError(t, err)

	require.NoError(t, os.WriteFile(m.Path(), first, 0o600)) // as from an old back-up
	require.Equal(t, "place.behind", code(t, m.IssueTo(t.Context(), m.by, folder)))
	there, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, second, there)
	require.Equal(t, "place.behind", code(t, m.Places(t.Context())[1].Why))

	require.NoError(t, os.WriteFile(path, second[:len(second)-1], 0o600))
	require.NoError(t, m.IssueTo(t.Context(), m.by, folder), "a damaged file is replaced")

	other := newMachine(t)
	require.NoError(t, other.Issue(t.Context(), other.by))
	foreign, err := os.ReadFile(other.Path())
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(path, foreign, 0o600))
	require.Equal(t, "place.foreign", code(t, m.IssueTo(t.Context(), m.by, folder)))
	require.Equal(t, "place.foreign", code(t, m.Places(t.Context())[1].Why))
	there, err = os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, foreign, there)
}

func TestABurstOfChangesIsOneIssue(t *testing.T) {
	m := newMachine(t)
	m.SignedIn(m.by)
	m.asked, m.due = 0, true
	for range 5 {
		require.NoError(t, m.by.SaveSettings(t.Context(), data.Settings{}))
	}
	require.Zero(t, m.asked, "it waits until nothing changes any more")
	m.pass(calm)
	require.Equal(t, 1, m.asked)
	require.Equal(t, 1, m.serial())
	for _, w := range m.later {
		require.False(t, w.wait == calm && !w.over, "nothing is left to look for")
	}
	m.pass(lookEvery)
	require.Equal(t, 1, m.asked, "and not again")
}

func TestWhoTypesWithoutAPauseDoesNotPutTheIssueOff(t *testing.T) {
	m := newMachine(t)
	m.SignedIn(m.by)
	m.due = true
	require.NoError(t, m.by.SaveSettings(t.Context(), data.Settings{}))
	first := m.later[len(m.later)-1]
	m.now = m.now.Add(mostCalm + time.Second)
	require.NoError(t, m.by.SaveSettings(t.Context(), data.Settings{}))
	require.False(t, first.over)
	m.pass(calm)
	require.Equal(t, 1, m.serial())
}

func TestADayThatBeginsIsLookedAtOnce(t *testing.T) {
	m := newMachine(t)
	m.SignedIn(m.by)
	require.Equal(t, 1, m.asked, "signing in looks")
	m.pass(lookEvery)
	require.Equal(t, 1, m.asked)
	m.now, m.due = m.now.AddDate(0, 0, 1), true
	m.pass(lookEvery)
	require.Equal(t, 1, m.serial())
	m.pass(lookEvery)
	require.Equal(t, 2, m.asked)
}

func TestNobodyWhoMayNotSignIssues(t *testing.T) {
	m := newMachine(t)
	m.due = true
	require.NoError(t, m.by.SaveSettings(t.Context(), data.Settings{}))
	m.pass(calm)
	require.Zero(t, m.serial(), "nobody is signed in")
	m.SignedIn(m.as("周芳"))
	require.Zero(t, m.serial())
	require.NoError(t, m.by.SaveSettings(t.Context(), data.Settings{}))
	m.by.Lock()
	m.SignedIn(m.by)
	require.Zero(t, m.serial(), "locked")
	require.NoError(t, m.by.Unlock(t.Context(), password))
	m.SignedIn(m.by)
	require.Equal(t, 1, m.serial(), "what was put off is done by who signs in next")
	require.Empty(t, m.told)
}

func TestASealThatIsBrokenIsToldOnceAndTriedAgainWhenSomethingChanges(t *testing.T) {
	m := newMachine(t)
	m.SignedIn(m.by)
	m.due, m.fails = true, data.Refuse(data.ErrBroken, "unit.broken")
	require.NoError(t, m.by.SaveSettings(t.Context(), data.Settings{}))
	m.pass(calm)
	require.Equal(t, []error{m.fails}, m.told)
	require.Equal(t, m.fails, m.Standing().Fault)
	asked := m.asked
	m.pass(lookEvery)
	require.Equal(t, asked, m.asked)
	m.fails = nil
	require.NoError(t, m.by.SaveSettings(t.Context(), data.Settings{}))
	m.pass(calm)
	require.NoError(t, m.Standing().Fault)
	require.Equal(t, 1, m.serial())
}

func TestADiskThatIsFullIsTriedAgainAndToldOnce(t *testing.T) {
	m := newMachine(t)
	m.due, m.fails = true, errors.New("full")
	m.SignedIn(m.by)
	m.pass(lookEvery)
	require.Equal(t, []error{m.fails}, m.told)
	m.fails = nil
	m.pass(lookEvery)
	require.Equal(t, 1, m.serial())
	require.Equal(t, []error{errors.New("full"), nil}, m.told)
}

func TestAfterTheEndNothingHappens(t *testing.T) {
	m := newMachine(t)
	m.SignedIn(m.by)
	m.due = true
	require.NoError(t, m.by.SaveSettings(t.Context(), data.Settings{}))
	put := m.later
	m.Stop()
	for _, w := range put {
		w.do() // even what was under way already
	}
	require.NoError(t, m.by.SaveSettings(t.Context(), data.Settings{}))
	require.Len(t, m.later, len(put))
	require.Zero(t, m.serial())
}

// A share that does not answer: the issue is done, and the answer that comes late is noted.
func TestAPlaceThatHangsHoldsNobodyUp(t *testing.T) {
	m := newMachine(t)
	hung := make(chan func(), 1)
	i := m.open(prefs{}, func(work func()) { hung <- work })
	t.Cleanup(i.Stop)
	folder, err := i.Add(t.TempDir())
	require.NoError(t, err)
	i.opt.After = func(wait time.Duration, do func()) func() {
		require.Equal(t, patience, wait)
		do()
		return func() {}
	}
	var late Unreached
	require.ErrorAs(t, i.Issue(t.Context(), m.by), &late)
	(<-hung)()
	require.FileExists(t, filepath.Join(folder, "公开栏.gkb"))
	require.Empty(t, i.Standing().Late)
}

func TestOnlyAFolderThatIsThereBecomesAPlace(t *testing.T) {
	m := newMachine(t)
	folder := m.folder()
	file := filepath.Join(t.TempDir(), "a")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	for path, wanted := range map[string]string{
		"公开": "place.absolute", filepath.Join(folder, "nowhere"): "place.gone", file: "place.gone", folder + "/.": "place.twice",
		filepath.Dir(m.desk.Path()): "place.beside",
	} {
		_, err := m.Add(path)
		require.Equal(t, wanted, code(t, err), path)
	}
	for range mostPlaces - 1 {
		m.folder()
	}
	_, err := m.Add(t.TempDir())
	require.Equal(t, "place.many", code(t, err))
	require.Equal(t, "place.empty", code(t, m.Places(t.Context())[0].Why))
}
