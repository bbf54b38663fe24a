package office

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"gongkailan/app/demo"
	"gongkailan/app/office/cases"
	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/seal"
	"gongkailan/reports/face"
)

// smallest is the smallest screen that an office computer of a county has, less the title, the menu and the bar of the
// system, in large type: everything is then 1.2 times as large.
func smallest() fyne.Size { return fyne.NewSize(1366/1.2, (768-68-33)/1.2) }

// TestEveryPageOfTheDemonstrationFitsTheSmallestScreen: a page whose least size is larger makes the window grow over
// the edge of the screen, and the window stays so.
func TestEveryPageOfTheDemonstrationFitsTheSmallestScreen(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(ui.Theme{})
	built, err := demo.Build(t.Context(), filepath.Join(t.TempDir(), "demo.db"),
		demo.Options{Now: time.Now, Cost: seal.Cost{Time: 1, Memory: 8, Threads: 1}})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, built.Desk.Close()) })
	opinion, err := built.Session.RegisterOpinion(t.Context(),
		data.OpinionSaid{ReceivedOn: built.Desk.Today(), Way: data.WayBox, ItemNumber: built.Item.Number},
		data.OpinionText{Subject: strings.Repeat("标题", 50), Text: strings.Repeat("很长的来信。", 500), Name: strings.Repeat("名", 100)})
	require.NoError(t, err)
	items, err := built.Desk.Items(t.Context(), desk.Filter{})
	require.NoError(t, err)
	unit := demo.Read()
	for _, language := range []string{words.Chinese, words.English} {
		o := New(Options{
			Desk: built.Desk, Language: language, Now: time.Now, Faces: face.Embedded(),
			Loader: ui.AtOnce(), After: func(time.Duration, func()) func() { return func() {} }, Files: &drawer{}, Demo: &unit,
			Machine: Machine{Enlarge: func(bool) {}},
		})
		fits := func(where string) {
			size := o.Content().MinSize()
			require.LessOrEqual(t, size.Width, smallest().Width, "%s in %s", where, language)
			require.LessOrEqual(t, size.Height, smallest().Height, "%s in %s", where, language)
		}
		fits("sign-in")
		for i, p := range unit.People {
			by, err := built.Desk.SignIn(t.Context(), p.Name, unit.Password)
			require.NoError(t, err)
			o.SignInAs(by)
			fits("today of " + p.Name)
			for _, r := range []screen.Route{
				{Area: screen.Catalog},
				{Area: screen.Items},
				{Area: screen.Items, New: true},
				{Area: screen.Board},
				{Area: screen.Settings},
				{Area: screen.Cases},
				{Area: screen.Cases, New: true},
				{Area: screen.Cases, Number: opinion.Number},
				{Area: screen.Cases, Section: cases.FetchSection},
				{Area: screen.Cases, Section: cases.RoundsSection},
			} {
				o.Go(r)
				fits(string(r.Area) + " of " + p.Name)
			}
			for _, section := range []string{
				"unit", "offices", "group", "people", "people/new", "people/password", "people/leave/" + by.Person().ID, "handing",
				"clocks", "holidays", "holidays/2030", "board", "lobby", "lobby/new", "fonts", "backup", "look",
			} {
				o.Go(screen.Route{Area: screen.Settings, Section: section})
				fits("settings " + section + " of " + p.Name)
			}
			for _, it := range items {
				o.Go(screen.Route{Area: screen.Items, Number: it.Number})
				fits(it.Number + " of " + p.Name)
			}
			if i == 0 { // the help is the same for all
				for _, topic := range []string{"propose", "lobby", "keys"} {
					o.Go(screen.Route{Area: screen.Help, Topic: topic})
					fits("help on " + topic)
				}
			}
			o.pack(true)
			fits("the whole board of " + p.Name)
			o.notices.DoneWith(o.words.T("office.noprint"), o.words.T("paper.open"), func() {})
			fits("a message")
		}
	}
}
