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
	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/seal"
	"gongkailan/data/workday"
	"gongkailan/reports/face"
)

// smallest is the smallest screen that an office computer of a county has, less the title and the bar of the system.
func smallest() fyne.Size { return fyne.NewSize(1366, 768-68) }

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
			Desk: built.Desk, Language: language, Now: time.Now, Calendar: workday.New(), Faces: face.Embedded(),
			Loader: ui.AtOnce(), After: func(time.Duration, func()) func() { return func() {} }, Files: &drawer{}, Demo: &unit,
		})
		fits := func(where string) {
			size := o.Content().MinSize()
			require.LessOrEqual(t, size.Width, smallest().Width, "%s in %s", where, language)
			require.LessOrEqual(t, size.Height, smallest().Height, "%s in %s", where, language)
		}
		fits("sign-in")
		for _, p := range unit.People {
			by, err := built.Desk.SignIn(t.Context(), p.Name, unit.Password)
			require.NoError(t, err)
			o.SignInAs(by)
			fits("today of " + p.Name)
			for _, r := range []screen.Route{
				{Area: screen.Catalog},
				{Area: screen.Items},
				{Area: screen.Items, New: true},
				{Area: screen.Cases},
				{Area: screen.Cases, New: true},
				{Area: screen.Cases, Number: opinion.Number},
			} {
				o.Go(r)
				fits(string(r.Area) + " of " + p.Name)
			}
			for _, it := range items {
				o.Go(screen.Route{Area: screen.Items, Number: it.Number})
				fits(it.Number + " of " + p.Name)
			}
			o.pack(true)
			fits("the whole board of " + p.Name)
			o.notices.DoneWith(o.words.T("office.noprint"), o.words.T("paper.open"), func() {})
			fits("a message")
		}
	}
}
