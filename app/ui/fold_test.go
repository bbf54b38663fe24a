package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"
)

func TestAFoldOpensByClickAndKeyAndSaysWhatItHoldsWhileClosed(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(Theme{})
	turned := 0
	f := NewFold("期限", false, Text("日期", SizeText, Ink()), func() { turned++ })
	w := app.NewWindow("")
	w.SetContent(f.Object)
	w.Resize(fyne.NewSize(500, 200))
	seen := func() string {
		var texts []string
		for _, o := range test.LaidOutObjects(w.Content()) {
			if text, ok := o.(*canvas.Text); ok {
				texts = append(texts, text.Text)
			}
		}
		return strings.Join(texts, "|")
	}
	f.Say("3月6日至3月12日", false)
	require.Contains(t, seen(), "3月6日至3月12日")
	require.NotContains(t, seen(), "日期")
	closed := f.Object.MinSize().Height

	test.Tap(f.head)
	require.True(t, f.IsOpen())
	require.Contains(t, seen(), "日期")
	require.NotContains(t, seen(), "3月6日", "what is in sight is not said twice")
	require.Greater(t, f.Object.MinSize().Height, closed)

	f.Say("2 处要改正", true)
	require.Contains(t, seen(), "2 处要改正", "what is wrong is said all the same")
	f.head.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	require.False(t, f.IsOpen())
	require.Equal(t, 2, turned)
}
