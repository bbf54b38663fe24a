package office

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/stretchr/testify/require"

	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/assets"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/seal"
	"gongkailan/data/workday"
	"gongkailan/reports/face"
)

// hand works the real screens as a person does: it presses what is written on them and fills in the fields beside
// their names.
type hand struct {
	t      *testing.T
	office *Office
	desk   *desk.Desk
	window fyne.Window
	words  words.Words
	now    time.Time
	later  []*waiting // what was put off
	files  *drawer
	issued int // how often the public file was made anew
	acts   int // presses, ticks, choices and fields filled in
}

type waiting struct {
	at   time.Time
	do   func()
	over bool
}

// drawer keeps the documents that were saved, and the paths of what was opened and printed.
type drawer struct {
	shown, printed, elsewhere []string
	sheets                    map[string][]byte
	lies                      string // the name of the file that is chosen when one is asked for; "" for cancelled
	within                    []byte // what is in it
	folder                    string // that the person picks
}

func (d *drawer) PickFolder(chosen func(string)) { chosen(d.folder) }

func (d *drawer) Open(_ []string, take func(string, []byte, error)) {
	if d.lies != "" {
		take(d.lies, d.within, nil)
	}
}

func (d *drawer) Save(name string, raw []byte) (string, error) { return d.Put(name, raw) }

func (d *drawer) ShowFolder() error { return nil }

func (d *drawer) Put(name string, raw []byte) (string, error) {
	if d.sheets == nil {
		d.sheets = map[string][]byte{}
	}
	d.sheets[name] = raw
	return "/" + name, nil
}

func (d *drawer) Show(path string) error {
	d.shown = append(d.shown, path)
	return nil
}

func (d *drawer) Print(path string) (bool, error) {
	d.printed = append(d.printed, path)
	return true, nil
}

func (d *drawer) SaveAs(name string, _ []byte, done func(string, error)) {
	d.elsewhere = append(d.elsewhere, name)
	done("/elsewhere/"+name, nil)
}

// newHand opens the desk on a new database in a high window, so that nothing has to be scrolled to.
func newHand(t *testing.T) *hand {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(ui.Theme{})
	h := &hand{
		t: t, words: words.For(words.Chinese), files: &drawer{},
		now: time.Date(2026, 3, 5, 9, 0, 0, 0, data.Shanghai()),
	}
	catalogue, err := data.ReadCatalogue(assets.DefaultCatalogue())
	require.NoError(t, err)
	catalogue.From = data.DateOf(h.now)
	h.desk, err = desk.Create(t.Context(), filepath.Join(t.TempDir(), "desk.db"),
		desk.Setup{Unit: data.Unit{Name: "本单位"}, Catalogue: catalogue},
		desk.Options{Now: h.tick, Calendar: workday.New(), Cost: seal.Cost{Time: 1, Memory: 8, Threads: 1}})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, h.desk.Close()) })
	h.office = New(Options{
		Desk: h.desk, Language: words.Chinese, Now: h.tick, Faces: face.Embedded(),
		Loader: ui.AtOnce(), After: h.after, Files: h.files,
		Changed: func(context.Context, *desk.Session) error { h.issued++; return nil },
	})
	h.window = app.NewWindow("")
	h.window.Resize(fyne.NewSize(1366, 2400))
	h.office.Attach(h.window)
	return h
}

// tick is a clock on which every reading is a millisecond later than the one before.
func (h *hand) tick() time.Time {
	h.now = h.now.Add(time.Millisecond)
	return h.now
}

func (h *hand) after(wait time.Duration, do func()) (cancel func()) {
	w := &waiting{at: h.now.Add(wait), do: do}
	h.later = append(h.later, w)
	return func() { w.over = true }
}

// pass lets time go by and does what was put off until then, in order.
func (h *hand) pass(wait time.Duration) {
	until := h.now.Add(wait)
	for {
		var next *waiting
		for _, w := range h.later {
			if !w.over && !w.at.After(until) && (next == nil || w.at.Before(next.at)) {
				next = w
			}
		}
		if next == nil {
			break
		}
		if next.at.After(h.now) {
			h.now = next.at
		}
		next.over = true
		next.do()
	}
	if until.After(h.now) {
		h.now = until
	}
}

// seen lists what is in sight, in the order in which it is drawn.
func (h *hand) seen() []fyne.CanvasObject { return test.LaidOutObjects(h.window.Content()) }

// texts lists every text in sight.
func (h *hand) texts() []string {
	var texts []string
	for _, o := range h.seen() {
		if text, ok := o.(*canvas.Text); ok && text.Text != "" {
			texts = append(texts, text.Text)
		}
	}
	return texts
}

// see asks that some text in sight contains the words; labels may break them over lines.
func (h *hand) see(text string) {
	h.t.Helper()
	require.Contains(h.t, strings.Join(h.texts(), ""), text)
}

func (h *hand) missing(text string) {
	h.t.Helper()
	require.NotContains(h.t, strings.Join(h.texts(), ""), text)
}

// press taps the last thing in sight on which exactly this is written.
func (h *hand) press(text string) {
	h.t.Helper()
	var under, found fyne.Tappable
	for _, o := range h.seen() { // what is drawn in a thing comes right after it
		if tappable, ok := o.(fyne.Tappable); ok {
			under = tappable
		}
		if written, ok := o.(*canvas.Text); ok && written.Text == text {
			found = under
		}
	}
	require.NotNil(h.t, found, "nothing to press: %s, in sight: %v", text, h.texts())
	if able, ok := found.(fyne.Disableable); ok {
		require.False(h.t, able.Disabled(), "%s is off", text)
	}
	h.acts++
	test.Tap(found)
}

// field finds the entry that comes after its name, the n-th of that name.
func (h *hand) field(name string, n int) *widget.Entry {
	h.t.Helper()
	named := -1
	for _, o := range h.seen() {
		if text, ok := o.(*canvas.Text); ok && text.Text == name {
			named++
		}
		if entry, ok := o.(*widget.Entry); ok && named == n {
			return entry
		}
		if entry, ok := o.(*widget.SelectEntry); ok && named == n {
			return &entry.Entry
		}
	}
	require.Fail(h.t, "no field", "%s, in sight: %v", name, h.texts())
	return nil
}

func (h *hand) fill(name, text string) { h.fillIn(name, 0, text) }

// fillIn fills the n-th field of that name.
func (h *hand) fillIn(name string, n int, text string) {
	h.t.Helper()
	h.acts++
	h.field(name, n).SetText(text)
}

// tick box of that name.
func (h *hand) check(name string) {
	h.t.Helper()
	for _, o := range h.seen() {
		if box, ok := o.(*widget.Check); ok && box.Text == name {
			h.acts++
			box.SetChecked(true)
			return
		}
	}
	require.Fail(h.t, "no box", "%s", name)
}

// buttons lists the words on the buttons in sight.
func (h *hand) buttons() []string {
	var names []string
	for _, o := range h.seen() {
		if b, ok := o.(*ui.Button); ok {
			names = append(names, b.Text)
		}
	}
	return names
}

func (h *hand) signIn(name string) {
	h.t.Helper()
	if h.office.session != nil { // who founded the unit is signed in
		h.press(h.words.T("office.lock"))
	}
	h.fill(h.words.T("signin.name"), name)
	h.fill(h.words.T("signin.password"), password)
	h.enter(h.words.T("signin.password"))
	require.NotNil(h.t, h.office.session, "%v", h.texts())
}

// enter presses the Enter key in a field that was just filled in.
func (h *hand) enter(name string) {
	h.t.Helper()
	h.field(name, 0).TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

const password = "longenough1"

// boxes lists the words beside the boxes in sight.
func (h *hand) boxes() []string {
	var names []string
	for _, o := range h.seen() {
		if box, ok := o.(*widget.Check); ok {
			names = append(names, box.Text)
		}
	}
	return names
}

// pick changes the list that says one thing so that it says another.
func (h *hand) pick(from, to string) {
	h.t.Helper()
	for _, o := range h.seen() {
		if s, ok := o.(*ui.Select); ok && s.Selected == from {
			s.SetSelected(to)
			return
		}
	}
	require.Fail(h.t, "no list", "%s", from)
}

// write fills the entry that has the hint.
func (h *hand) write(hint, text string) {
	h.t.Helper()
	for _, o := range h.seen() {
		if entry, ok := o.(*widget.Entry); ok && entry.PlaceHolder == h.words.T(hint) {
			entry.SetText(text)
			return
		}
	}
	require.Fail(h.t, "no place for it", "%s", hint)
}

// entryWith finds the entry that shows these words while it is empty.
func (h *hand) entryWith(placeHolder string) *widget.Entry {
	h.t.Helper()
	for _, o := range h.seen() {
		if entry, ok := o.(*widget.Entry); ok && entry.PlaceHolder == placeHolder {
			return entry
		}
	}
	require.Fail(h.t, "no entry", "%s", placeHolder)
	return nil
}
