package office

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
	"github.com/stretchr/testify/require"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/data/desk"
)

// memory is what a machine remembers.
type memory map[string]string

func (m memory) String(key string) string    { return m[key] }
func (m memory) SetString(key, value string) { m[key] = value }

// counter hands a file and a folder over, as a person picks them in the system's dialogs.
type counter struct {
	*drawer
	name, folder string
	raw          []byte
}

func (c *counter) Open(_ []string, take func(string, []byte, error)) { take(c.name, c.raw, nil) }

func (c *counter) PickFolder(chosen func(string)) { chosen(c.folder) }

// settled opens a section of the settings as somebody of a unit with a clerk, a checker who administers too, and an
// approver.
func settled(t *testing.T, who, section string) (*hand, *counter) {
	t.Helper()
	h := newHand(t)
	c := &counter{drawer: h.files}
	h.office.opt.Files, h.office.opt.Prefs = c, memory{}
	setup := desk.Setup{
		Unit: data.Unit{Name: "云岭县食品药品监督管理局", Contact: data.Contact{Office: "局机关党委", Phone: "12345"}},
	}
	for _, name := range []string{"局领导", "办公室", "组织人事股", "机关党委", "党务公开办公室", "纪检监察室"} {
		setup.Offices = append(setup.Offices, data.Office{Name: name})
	}
	for _, p := range []data.Person{
		{Name: "陈静", OfficeID: "组织人事股", Duty: "四级主任科员", Roles: []data.Role{data.Clerk}},
		{Name: "梁敏", OfficeID: "党务公开办公室", Duty: "主任", Roles: []data.Role{data.Checker, data.Admin}},
		{Name: "徐建国", OfficeID: "局领导", Duty: "党组书记、局长", Roles: []data.Role{data.Approver}},
	} {
		setup.People = append(setup.People, desk.Newcomer{Person: p, Password: password})
	}
	require.NoError(t, h.desk.Found(t.Context(), setup))
	h.office.begin()
	by, err := h.desk.SignIn(t.Context(), who, password)
	require.NoError(t, err)
	h.office.SignInAs(by)
	h.turn(section)
	return h, c
}

func (h *hand) turn(section string) {
	h.office.Go(screen.Route{Area: screen.Settings, Section: section})
}

func (h *hand) person(name string) data.Person {
	h.t.Helper()
	people, err := h.desk.People(h.t.Context())
	require.NoError(h.t, err)
	for _, p := range people {
		if p.Name == name {
			return p
		}
	}
	require.Fail(h.t, "no such person", name)
	return data.Person{}
}

func (h *hand) settings() data.Settings {
	h.t.Helper()
	s, err := h.desk.Settings(h.t.Context())
	require.NoError(h.t, err)
	return s
}

func (h *hand) told(key string, args ...any) {
	h.t.Helper()
	require.Equal(h.t, h.words.T(key, args...), h.office.notices.Last())
}

func TestTheSettingsAreReachedFromTheRailAndEverySectionOpens(t *testing.T) {
	h, _ := settled(t, "梁敏", "unit")
	h.office.Go(screen.Route{Area: screen.Today})
	h.press(h.words.T("area.settings"))
	h.see(h.words.T("settings.fingerprint"))
	for _, section := range []string{"offices", "group", "people", "handing", "clocks", "holidays", "board", "lobby", "fonts", "backup", "look", "unit"} {
		h.press(h.words.T("settings." + section))
		require.Equal(t, section, h.office.route.Section)
	}
	h.turn("nonsense")
	h.see(h.words.T("settings.fingerprint"))
}

func TestWhoMayNotChangeASectionReadsItAndWhoMay(t *testing.T) {
	h, _ := settled(t, "陈静", "unit")
	for section, key := range map[string]string{
		"unit": "admin", "offices": "admin", "people": "admin", "group": "keepers", "clocks": "keepers", "holidays": "keepers", "board": "keepers",
	} {
		h.turn(section)
		h.see(h.words.T("settings.who."+key, "梁敏"))
		require.NotContains(t, h.buttons(), h.words.T("settings.save"), section)
		for _, o := range h.seen() {
			if entry, ok := o.(*widget.Entry); ok && section != "group" {
				require.True(t, entry.Disabled(), "%s: %s", section, entry.Text)
			}
		}
	}
	for _, page := range []string{"people/new", "people/" + h.person("梁敏").ID, "people/leave/" + h.person("梁敏").ID} {
		h.turn(page)
		h.see(h.words.T("settings.who.admin", "梁敏"))
		require.Empty(t, h.buttons(), "%s: the pages of administrators do not open", page)
	}
}

func TestTheUnitIsChanged(t *testing.T) {
	h, _ := settled(t, "梁敏", "unit")
	h.fill(h.words.T("wizard.unit.name"), "云岭县市场监督管理局")
	h.press(h.words.T("settings.save"))
	h.told("settings.saved")
	unit, err := h.desk.Unit(t.Context())
	require.NoError(t, err)
	require.Equal(t, "云岭县市场监督管理局", unit.Name)
	require.Equal(t, "12345", unit.Contact.Phone, "the rest stays")
	h.fill(h.words.T("wizard.unit.name"), " ")
	h.press(h.words.T("settings.save"))
	h.told("refuse.unit.name")
	require.Equal(t, " ", h.field(h.words.T("wizard.unit.name"), 0).Text, "what was refused stays to be mended")
}

func TestWhatIsNotSavedIsNotLeftUnasked(t *testing.T) {
	h, _ := settled(t, "梁敏", "unit")
	h.fill(h.words.T("wizard.unit.superior"), "中共云岭县委")
	h.press(h.words.T("settings.clocks"))
	require.Equal(t, "unit", h.office.route.Section)
	require.Contains(t, h.office.notices.Last(), h.words.T("refuse.settings.unsaved"))
	other, err := h.desk.SignIn(t.Context(), "梁敏", password)
	require.NoError(t, err)
	require.NoError(t, other.SaveSettings(t.Context(), data.Settings{Clocks: data.Clocks{Topic: 7}}))
	require.Equal(t, "中共云岭县委", h.field(h.words.T("wizard.unit.superior"), 0).Text, "reading anew takes nothing away")
	h.press(h.words.T("settings.clocks"))
	require.Equal(t, "7", h.field(h.words.T("settings.clocks.topic"), 0).Text)
}

func TestOfficesAreAddedRenamedOrderedAndOnlyUnusedOnesRemoved(t *testing.T) {
	h, _ := settled(t, "梁敏", "offices")
	w := h.words
	h.press(w.T("wizard.offices.add"))
	h.press(w.T("settings.up")) // the new one, which is the last
	entries := h.entries()
	entries[len(entries)-2].SetText("食品监管股")
	entries[2].SetText("人事股")
	h.press(w.T("settings.save"))
	h.told("settings.saved")
	offices, err := h.desk.Offices(t.Context())
	require.NoError(t, err)
	require.Len(t, offices, 7)
	require.Equal(t, "食品监管股", offices[5].Name)
	require.Equal(t, "人事股", offices[2].Name)
	require.Equal(t, offices[2].ID, h.person("陈静").OfficeID, "nobody moves")
	for range 5 { // down to the one of the clerk
		h.press(w.T("wizard.remove"))
	}
	h.press(w.T("settings.save"))
	h.told("refuse.office.used", "人事股")
}

// entries lists the fields in sight.
func (h *hand) entries() []*widget.Entry {
	var list []*widget.Entry
	for _, o := range h.seen() {
		if e, ok := o.(*widget.Entry); ok {
			list = append(list, e)
		}
	}
	return list
}

func TestClocksAreSetAndSetBackToUsual(t *testing.T) {
	h, _ := settled(t, "梁敏", "clocks")
	w := h.words
	h.fill(w.T("settings.clocks.publish"), "0")
	h.press(w.T("settings.save"))
	h.told("refuse.clocks.range")
	h.fill(w.T("settings.clocks.publish"), "8")
	h.fill(w.T("settings.clocks.opinion"), "20")
	h.press(w.T("settings.save"))
	require.Equal(t, 8, h.settings().Clocks.Publish)
	h.press(w.T("settings.clocks.reset")) // the last one
	h.press(w.T("settings.save"))
	require.Equal(t, 15, h.settings().Clocks.Opinion)
	require.Equal(t, 8, h.settings().Clocks.Publish)
}

func TestHolidaysComeByFormAndByFileAndAreSeenBeforeTheyAreSaved(t *testing.T) {
	h, c := settled(t, "梁敏", "holidays/2031")
	w := h.words
	h.see(w.T("settings.holidays.estimate"))
	h.field(w.T("settings.holiday.day"), 0).SetText("2031-01-01")
	h.field(w.T("settings.holiday.name"), 0).SetText("元旦")
	h.press(w.T("settings.holiday.add"))
	h.told("settings.saved")
	h.see(w.T("settings.holidays.added", 1))
	require.Equal(t, []data.Holiday{{Date: "2031-01-01", Name: "元旦"}}, h.settings().Holidays)

	c.name, c.raw = "放假.csv", []byte("2031-01-01,休,元旦\n2031-01-04,班,元旦\n")
	h.press(w.T("settings.holidays.file"))
	h.see(w.T("settings.holidays.count", 2, 1))
	require.Len(t, h.settings().Holidays, 1, "nothing is saved yet")
	h.press(w.T("settings.cancel"))
	h.missing(w.T("settings.holidays.count", 2, 1))
	h.press(w.T("settings.holidays.file"))
	h.press(w.T("settings.save"))
	require.Len(t, h.settings().Holidays, 2)
	calendar, err := h.desk.Calendar(t.Context())
	require.NoError(t, err)
	require.True(t, calendar.Day("2031-01-04").Counts)
	require.True(t, h.office.env().Calendar.Official(2031), "the other screens count by them at once")

	for _, raw := range [][]byte{[]byte("%PDF-1.4"), []byte("2031-01-01,放,元旦"), []byte("2031-01-01,休,元旦\n2031-01-01,班,元旦"), []byte("#"), make([]byte, 2<<20)} {
		c.raw = raw
		h.office.notices.Clear()
		h.press(w.T("settings.holidays.file"))
		require.NotEqual(t, w.T("settings.saved"), h.office.notices.Last())
		h.missing(w.T("settings.holidays.review", "放假.csv"))
	}
	h.press(w.T("wizard.remove"))
	require.Len(t, h.settings().Holidays, 1)
}

func TestTheBoardIsDescribedAndDrawn(t *testing.T) {
	h, _ := settled(t, "梁敏", "board")
	w := h.words
	h.see(w.T("settings.board.undescribed"))
	h.fill(w.T("settings.board.place"), "一楼大厅")
	h.fill(w.T("settings.board.rows"), "2")
	h.fill(w.T("settings.board.columns"), "3")
	h.see("2-3")
	h.press("1-2")
	h.see("1-2 A3")
	h.press(w.T("settings.board.addhead"))
	h.press(w.T("settings.save"))
	h.told("refuse.board.head", "")
	for _, o := range h.seen() {
		if s, ok := o.(*ui.Select); ok {
			s.SetSelectedIndex(2)
		}
	}
	entries := h.entries()
	entries[len(entries)-1].SetText("x")
	h.press(w.T("settings.save"))
	h.told("refuse.board.number")
	entries[len(entries)-1].SetText("3")
	h.press(w.T("settings.save"))
	h.told("settings.saved")
	require.Equal(t, data.BoardGrid{
		Place: "一楼大厅", Rows: 2, Columns: 3, Heads: []data.BoardHead{{Category: "3", First: 1, Last: 3}},
		Large: []data.BoardPlace{{Row: 1, Column: 2}},
	}, h.settings().Board)
	h.fill(w.T("settings.board.columns"), "1")
	h.see(w.T("refuse.board.head", "3"))
}

func TestTheFacesInUseAreTold(t *testing.T) {
	h, _ := settled(t, "陈静", "fonts")
	h.see(h.words.T("face.fangsong"))
	h.see("Noto Serif SC")
	h.see(h.words.T("settings.fonts.embedded"))
}

func TestABackUpIsMadeNowAndOnceADay(t *testing.T) {
	h, c := settled(t, "陈静", "backup")
	w := h.words
	h.see(w.T("settings.backup.never"))
	c.folder = filepath.Join(t.TempDir(), "不在")
	h.press(w.T("settings.backup.choose"))
	h.press(w.T("settings.save"))
	h.told("refuse.backup.nofolder", c.folder)
	h.fill(w.T("settings.backup.folder"), "backups")
	h.press(w.T("settings.save"))
	h.told("refuse.backup.absolute", "backups")
	require.NoError(t, os.Mkdir(c.folder, 0o700))
	h.press(w.T("settings.backup.choose"))
	h.press(w.T("settings.save"))
	h.told("settings.saved")
	h.press(w.T("settings.backup.now"))
	today := filepath.Join(c.folder, "云岭县食品药品监督管理局-2026-03-05.gkbak")
	h.told("settings.backup.done", today)
	require.FileExists(t, today)
	h.see(w.T("settings.backup.lastat", "2026年3月5日", today))

	require.NoError(t, os.Remove(today))
	h.switchTo("梁敏")
	require.NoFileExists(t, today, "once a day is enough")
	h.now = h.now.Add(24 * time.Hour)
	h.switchTo("陈静")
	require.FileExists(t, filepath.Join(c.folder, "云岭县食品药品监督管理局-2026-03-06.gkbak"))
	h.now = h.now.Add(24 * time.Hour)
	require.NoError(t, os.RemoveAll(c.folder))
	h.switchTo("梁敏")
	h.told("settings.backup.missed", w.T("refuse.backup.nofolder", c.folder))
}

func TestTheLanguageIsSwitchedAtTheSamePlace(t *testing.T) {
	h, _ := settled(t, "陈静", "look")
	require.NotContains(t, h.buttons(), h.words.T("settings.type.large"), "nothing is offered that this window cannot do")
	h.press(h.words.T("lang.other"))
	h.see("Language of the desk: English")
	require.Equal(t, "look", h.office.route.Section)
	require.Equal(t, fyne.NewSize(1366, 2400), h.window.Canvas().Size())
}
