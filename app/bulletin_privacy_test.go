package app

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"gongkailan/app/kiosk"
	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/assets"
	"gongkailan/data/desk"
	"gongkailan/reports/face"
)

const (
	runOfText   = 8  // bytes: two characters and most of a third
	runOfNumber = 11 // digits: a whole mobile number, any part of an identity number that tells whose it is
)

// runs is every run of so many bytes in some texts.
type runs struct {
	length int
	set    map[string]bool
}

func runsOf(length int, texts []string) runs {
	r := runs{length, map[string]bool{}}
	for _, text := range texts {
		for i := 0; i+length <= len(text); i++ {
			r.set[text[i:i+length]] = true
		}
	}
	return r
}

// without takes out the runs that are met in texts that everybody may read.
func (r runs) without(texts []string) runs {
	for run := range runsOf(r.length, texts).set {
		delete(r.set, run)
	}
	return r
}

// in gives the first run that is met in the bytes, "" for none.
func (r runs) in(raw []byte) string {
	for i := 0; i+r.length <= len(raw); i++ {
		if r.set[string(raw[i:i+r.length])] {
			return string(raw[i : i+r.length])
		}
	}
	return ""
}

// layers gives the bytes as they are, and all that they are when they are unpacked, to the last.
func layers(t *testing.T, raw []byte) [][]byte {
	t.Helper()
	all := [][]byte{raw}
	if z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw))); err == nil {
		for _, f := range z.File {
			part, err := f.Open()
			require.NoError(t, err)
			unpacked, err := io.ReadAll(part)
			require.NoError(t, err)
			all = append(all, layers(t, unpacked)...)
		}
	}
	if z, err := gzip.NewReader(bytes.NewReader(raw)); err == nil {
		unpacked, err := io.ReadAll(z)
		require.NoError(t, err)
		all = append(all, layers(t, unpacked)...)
	}
	return all
}

// TestTheLobbyHoldsNothingThatIsNotPublic scans, byte by byte, what leaves the desk and what the lobby's machine keeps: of
// a thousand items of every audience in every status, no run of eight bytes of what is not public, and no number of a
// person, is in the public file, packed or unpacked, nor in the lobby's folder.
func TestTheLobbyHoldsNothingThatIsNotPublic(t *testing.T) {
	u := newThousand(t)
	ctx := context.Background()
	d, err := desk.Open(ctx, u.path, u.options())
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, d.Close()) })
	by, err := d.SignIn(ctx, "梁敏", thousandPassword)
	require.NoError(t, err)
	path := filepath.Join(t.TempDir(), "b.gkb")
	b, err := issueIn(ctx, d, by, path, u.now, newTypesetting(face.Embedded()))
	require.NoError(t, err)
	require.Len(t, b.LeftOut, u.broken, "what is broken is named, without whose seal it is")
	require.NotZero(t, u.broken)
	require.Len(t, b.Items, len(u.public)/3, "and nothing else")
	require.Greater(t, len(b.Items), 50)
	require.Greater(t, len(u.secret), 5000)

	fixed := []string{string(assets.Translation(words.Chinese)), string(assets.DefaultCatalogue())}
	text := runsOf(runOfText, u.secret).without(u.public).without(fixed)
	numbers := runsOf(runOfNumber, u.persons)
	raw, err := os.ReadFile(path)
	require.NoError(t, err)
	parts := layers(t, raw)
	require.Greater(t, len(parts), 2*len(b.Items), "the pages of every item are unpacked")
	require.NotEmpty(t, runsOf(runOfText, u.public).in(bytes.Join(parts, nil)), "what is public is found so")
	clean := func(where string, parts [][]byte) {
		for _, part := range parts {
			require.Empty(t, text.in(part), where)
			require.Empty(t, numbers.in(part), where)
		}
	}
	clean("the public file", parts)
	require.NotEmpty(t, text.in(append([]byte("x"), u.secret[7]...)), "what is not would be")

	folder := lobbyAfter(t, path, u.now)
	files := 0
	require.NoError(t, filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		files++
		raw, err := os.ReadFile(path)
		require.NoError(t, err)
		clean(entry.Name(), layers(t, raw))
		return nil
	}))
	require.GreaterOrEqual(t, files, 2, "the file that was shown last, and that it was")
}

// lobbyAfter gives the folder of a lobby's machine that has taken the public file and shown it.
func lobbyAfter(t *testing.T, path string, now time.Time) string {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(ui.Theme{})
	folder := t.TempDir()
	o := kioskOptions()
	o.App, o.BulletinPath, o.Folder, o.Windowed = a, path, folder, true
	o.Now = func() time.Time { return now }
	looked := false
	o.Do = func(do func()) { do() }
	o.Go = func(work func()) { // it looks at the file when it starts, and not again
		if !looked {
			looked = true
			work()
		}
	}
	kiosk.Open(o)
	return folder
}
