//go:build !windows

package platform

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/stretchr/testify/require"

	"gongkailan/app/ui"
	"gongkailan/app/words"
)

// written is all that is written in the dialog that is open.
func written(window fyne.Window) string {
	var texts strings.Builder
	for _, o := range test.LaidOutObjects(window.Canvas().Overlays().Top()) {
		if text, ok := o.(*canvas.Text); ok {
			texts.WriteString(text.Text + "\n")
		}
	}
	return texts.String()
}

// dialogAt is where the dialog stands in the window.
func dialogAt(window fyne.Window) fyne.Position {
	for _, o := range test.LaidOutObjects(window.Canvas().Overlays().Top()) {
		if d, ok := o.(*widget.PopUp); ok {
			return d.Position()
		}
	}
	return fyne.Position{}
}

func TestSaveAsNamesTheFileInTheLanguageOfTheDeskAndEscCancels(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(ui.Theme{})
	t.Setenv("HOME", t.TempDir())
	window := test.NewTempWindow(t, nil)
	window.Resize(fyne.NewSize(1366, 768))
	spoken := words.For(words.Chinese)
	f := Files{Window: window, Words: func() words.Words { return spoken }, Loader: ui.AtOnce()}

	for _, c := range []struct{ language, title, place string }{
		{words.Chinese, "另存为：2026-0001公示页.pdf — 请选择文件夹", "主目录"},
		{words.English, "Save as: 2026-0001公示页.pdf — choose a folder", "Home"},
	} {
		spoken = words.For(c.language)
		f.SaveAs("2026-0001公示页.pdf", []byte("x"), func(string, error) { require.Fail(t, "nothing was chosen") })
		shown := written(window)
		require.Contains(t, shown, c.title)
		require.Contains(t, shown, c.place)
		require.Equal(t, fyne.NewPos(136.6, 76.8), dialogAt(window), "it stands in the middle")
		window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
		require.Nil(t, window.Canvas().Overlays().Top(), "Esc closes the dialog")
		require.Nil(t, window.Canvas().OnTypedKey(), "the keys of the window are its own again")
	}
}
