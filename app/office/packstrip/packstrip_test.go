package packstrip

import (
	"path/filepath"
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
	"gongkailan/data/seal"
	"gongkailan/data/workday"
	"gongkailan/reports/face"
)

// tray keeps what is put into the folder for documents, and what is done with it.
type tray struct {
	screen.Files
	put  map[string][]byte
	done []string
}

func (f *tray) Put(name string, raw []byte) (string, error) {
	f.put[name] = raw
	return "/" + name, nil
}

func (f *tray) Show(path string) error {
	f.done = append(f.done, "show "+path)
	return nil
}

func (f *tray) Print(path string) (bool, error) {
	f.done = append(f.done, "print "+path)
	return true, nil
}

func (f *tray) ShowFolder() error {
	f.done = append(f.done, "folder")
	return nil
}

// bench is the strip with work that waits until it is told to run.
type bench struct {
	*Strip
	t     *testing.T
	tray  *tray
	works *ui.Works
	work  []func()
	later []func()
}

func newBench(t *testing.T) *bench {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(ui.Theme{})
	now := func() time.Time { return time.Date(2026, 3, 5, 10, 0, 0, 0, data.Shanghai()) }
	built, err := demo.Build(t.Context(), filepath.Join(t.TempDir(), "demo.db"), demo.Options{
		Now: now, Cost: seal.Cost{Time: 1, Memory: 8, Threads: 1},
	})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, built.Desk.Close()) })
	b := &bench{t: t, tray: &tray{put: map[string][]byte{}}}
	b.works = ui.NewWorks(func(_ time.Duration, do func()) func() {
		b.later = append(b.later, do)
		return func() {}
	}, func() string { return words.For(words.Chinese).T("work.cancel") })
	b.Strip = New(screen.Env{
		Desk: built.Desk, Session: built.Session, Words: words.For(words.Chinese), Now: now,
		Calendar: workday.New(), Faces: face.Embedded(), Loader: ui.AtOnce(), Files: b.tray,
		Notices: ui.NewNotices(func(time.Duration, func()) {}), Works: b.works,
	}, func() {})
	b.loader = ui.NewLoader(func(f func()) { b.work = append(b.work, f) }, func(f func()) { f() })
	return b
}

// parts lists what stands on the strip and where work shows that it goes on.
func (b *bench) parts() []fyne.CanvasObject {
	return append(test.LaidOutObjects(b.place), test.LaidOutObjects(b.works.Object())...)
}

// words gives what stands there.
func (b *bench) words() []string {
	var texts []string
	for _, o := range b.parts() {
		if text, ok := o.(*canvas.Text); ok {
			texts = append(texts, text.Text)
		}
	}
	return texts
}

func (b *bench) press(key string) {
	b.t.Helper()
	for _, o := range b.parts() {
		if button, ok := o.(*ui.Button); ok && button.Text == b.env.Words.T(key) {
			test.Tap(button)
			return
		}
	}
	require.Fail(b.t, "no button", key)
}

func (b *bench) run() {
	work := b.work
	b.work = nil
	for _, f := range work {
		f()
	}
}

func TestThePackIsMadeAndThenOpenedOrPrinted(t *testing.T) {
	b := newBench(t)
	w := b.env.Words
	b.Changes()
	require.Empty(t, b.words(), "what is quick shows nothing of its progress")
	b.run()
	require.Contains(t, b.tray.put, w.T("pack.file", "2026-03-05")+".pdf")
	path := "/" + w.T("pack.file", "2026-03-05") + ".pdf"
	b.press("paper.open")
	b.press("items.print")
	b.press("file.folder")
	require.Equal(t, []string{"show " + path, "print " + path, "folder"}, b.tray.done)

	b.Whole()
	b.run()
	require.Contains(t, b.tray.put, w.T("pack.wholefile", "2026-03-05")+".pdf")
	b.Headers()
	b.run()
	require.Contains(t, b.tray.put, w.T("pack.headersfile", "2026-03-05")+".pdf")
	b.Index()
	b.run()
	require.Contains(t, b.tray.put, w.T("pack.indexfile", "2026-03-05")+".pdf")
}

func TestALongPackTellsHowFarItIsAndCanBeCancelled(t *testing.T) {
	b := newBench(t)
	w := b.env.Words
	b.Changes()
	b.Changes() // pressed twice, made once
	require.Len(t, b.work, 1)
	b.later[0]()
	require.Contains(t, b.words(), w.T("pack.file", "2026-03-05"))
	b.press("work.cancel")
	require.Empty(t, b.words())
	require.Equal(t, w.T("refuse.work.cancelled"), b.env.Notices.Last())
	b.run()
	require.Empty(t, b.tray.put, "a pack that was cancelled leaves no file")
	require.Empty(t, b.words())

	b.Changes()
	b.run()
	require.Len(t, b.tray.put, 1, "and the next one is made")
}

func TestAPackThatCannotBeWrittenSaysWhy(t *testing.T) {
	b := newBench(t)
	b.finished(made{}, data.Refuse(data.ErrInvalid, "file.unwritable", "x"))
	require.Equal(t, b.env.Words.T("refuse.file.unwritable", "x"), b.env.Notices.Last())
	require.Empty(t, b.words())
}
