package board

import (
	"bytes"
	"image"
	"image/png"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
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

// hand works the real screen on the demonstration unit: it presses what is written on it.
type hand struct {
	*Board
	t      *testing.T
	desk   *desk.Desk
	unit   demo.Unit
	main   data.Item
	window fyne.Window
	words  words.Words
	now    time.Time
	went   []screen.Route
	files  *tray
}

// tray hands over the file that a person would choose, and keeps what is put into the folder for documents.
type tray struct {
	screen.Files
	name string
	raw  []byte
	put  []string
}

func (f *tray) Open(_ []string, take func(string, []byte, error)) { take(f.name, f.raw, nil) }

func (f *tray) Put(name string, _ []byte) (string, error) {
	f.put = append(f.put, name)
	return "/" + name, nil
}

func newHand(t *testing.T) *hand {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(ui.Theme{})
	h := &hand{
		t: t, unit: demo.Read(), words: words.For(words.Chinese), files: &tray{},
		now: time.Date(2026, 3, 5, 10, 0, 0, 0, data.Shanghai()), window: app.NewWindow(""),
	}
	h.window.Resize(fyne.NewSize(1182, 1600)) // high, so that nothing has to be scrolled to
	built, err := demo.Build(t.Context(), filepath.Join(t.TempDir(), "demo.db"), demo.Options{
		Bare: true, Now: func() time.Time { return h.now }, Cost: seal.Cost{Time: 1, Memory: 8, Threads: 1},
	})
	require.NoError(t, err)
	h.desk, h.main = built.Desk, built.Item
	t.Cleanup(func() { require.NoError(t, h.desk.Close()) })
	return h
}

// comes opens the screen for a person of that role and office.
func (h *hand) comes(role data.Role, office string) {
	h.t.Helper()
	session, err := h.desk.SignIn(h.t.Context(), h.unit.With(role, office), h.unit.Password)
	require.NoError(h.t, err)
	h.Board = New(screen.Env{
		Desk: h.desk, Session: session, Words: h.words, Now: func() time.Time { return h.now },
		Calendar: workday.New(), Faces: face.Embedded(), Loader: ui.AtOnce(), Files: h.files,
		Notices: ui.NewNotices(func(time.Duration, func()) {}), Go: func(r screen.Route) { h.went = append(h.went, r) },
		After: func(time.Duration, func()) func() { return func() {} },
	})
	h.window.SetContent(h.Object())
	h.Load()
}

// described has the board described by the office that keeps it.
func (h *hand) described(rows, columns int) {
	h.t.Helper()
	by, err := h.desk.SignIn(h.t.Context(), h.unit.With(data.Checker, ""), h.unit.Password)
	require.NoError(h.t, err)
	c, err := h.desk.Catalogue(h.t.Context(), "")
	require.NoError(h.t, err)
	require.NoError(h.t, by.SaveSettings(h.t.Context(), data.Settings{Board: data.BoardGrid{
		Place: "一楼大厅", Rows: rows, Columns: columns, Heads: data.EvenHeads(columns, c),
	}}))
}

// texts lists what can be read.
func (h *hand) texts() string {
	var all []string
	for _, o := range test.LaidOutObjects(h.window.Content()) {
		if text, ok := o.(*canvas.Text); ok {
			all = append(all, text.Text)
		}
	}
	return strings.Join(all, "\n")
}

func (h *hand) find(text string) fyne.Tappable {
	var under, found fyne.Tappable
	for _, o := range test.LaidOutObjects(h.window.Content()) { // what is drawn in a thing comes right after it
		if tappable, ok := o.(fyne.Tappable); ok {
			under = tappable
		}
		if written, ok := o.(*canvas.Text); ok && written.Text == text && found == nil {
			found = under
		}
	}
	return found
}

// press taps the first thing on which exactly this is written.
func (h *hand) press(text string) {
	h.t.Helper()
	found := h.find(text)
	require.NotNil(h.t, found, "nothing to press: %s in\n%s", text, h.texts())
	test.Tap(found)
}

func (h *hand) tap(key string) {
	h.t.Helper()
	h.press(h.words.T(key))
}

func (h *hand) posted() []data.ItemUse {
	h.t.Helper()
	posted, err := h.desk.Posted(h.t.Context())
	require.NoError(h.t, err)
	return posted
}

func anImage(t *testing.T) []byte {
	t.Helper()
	var raw bytes.Buffer
	require.NoError(t, png.Encode(&raw, image.NewGray(image.Rect(0, 0, 300, 900))))
	return raw.Bytes()
}
