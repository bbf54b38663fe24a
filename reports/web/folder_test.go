package web_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/reports/web"
)

const marker = ".gongkailan-web"

// everything gives what lies under a folder, by path; folders have "/" behind their names.
func everything(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	require.NoError(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		require.NoError(t, err)
		name, err := filepath.Rel(dir, path)
		require.NoError(t, err)
		if d.IsDir() {
			all[name+"/"] = ""
			return nil
		}
		raw, err := os.ReadFile(path)
		all[name] = string(raw)
		return err
	}))
	return all
}

// written writes the pages into a folder named web inside a new one, and gives it.
func written(t *testing.T, items ...data.Item) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "web")
	rewrite(t, dir, input(t, items...))
	return dir
}

func rewrite(t *testing.T, dir string, in web.Input) web.Made {
	t.Helper()
	m, err := web.Write(t.Context(), dir, in)
	require.NoError(t, err)
	return m
}

// refusedUnchanged wants the refusal of that code, and everything as it was.
func refusedUnchanged(t *testing.T, dir, code string, in web.Input) {
	t.Helper()
	before := everything(t, filepath.Dir(dir))
	_, err := web.Write(t.Context(), dir, in)
	var refusal *data.Refusal
	require.ErrorAs(t, err, &refusal)
	require.Equal(t, code, refusal.Code)
	require.Equal(t, before, everything(t, filepath.Dir(dir)))
}

func TestANewFolderAppearsWholeWithNothingBesideIt(t *testing.T) {
	dir := written(t, item("2026-0012"))
	files, _ := made(t, input(t, item("2026-0012")))
	got := everything(t, dir)
	require.Contains(t, got[marker], "item-2026-0012.html")
	delete(got, marker)
	delete(got, "./")
	require.Len(t, got, len(files))
	for name, content := range files {
		require.Equal(t, string(content), got[name])
	}
	require.Len(t, everything(t, filepath.Dir(dir)), len(files)+3, "the folder, the one around it and the marker")
	info, err := os.Stat(dir)
	require.NoError(t, err)
	require.Equal(t, fs.FileMode(0o755), info.Mode().Perm(), "others can read it")
}

func TestWhatHasEndedIsGoneAndOtherFilesStay(t *testing.T) {
	dir := written(t, item("2026-0001"), item("2026-0012"))
	note := filepath.Join(dir, "说明.txt")
	require.NoError(t, os.WriteFile(note, []byte("别人的"), 0o600))
	rewrite(t, dir, input(t, item("2026-0012")))
	got := everything(t, dir)
	require.Equal(t, "别人的", got["说明.txt"])
	require.NotContains(t, got, "item-2026-0001.html")
	require.NotContains(t, got, "item-2026-0001-large.html")
	require.Contains(t, got, "item-2026-0012.html")
	require.NotContains(t, got[marker], "2026-0001")
	again := everything(t, dir)
	rewrite(t, dir, input(t, item("2026-0012")))
	require.Equal(t, again, everything(t, dir), "the same items, the same folder")
}

func TestAnEmptyFolderMayBeUsedAndOneOfOthersNot(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "web")
	require.NoError(t, os.Mkdir(dir, 0o700))
	rewrite(t, dir, input(t, item("2026-0012")))
	require.FileExists(t, filepath.Join(dir, "index.html"))

	other := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(other, "index.html"), []byte("别人的"), 0o600))
	refusedUnchanged(t, other, "web.foreign", input(t, item("2026-0012")))
	require.NoError(t, os.WriteFile(filepath.Join(other, marker), []byte("不是我们写的"), 0o600))
	refusedUnchanged(t, other, "web.foreign", input(t, item("2026-0012")))
	refusedUnchanged(t, filepath.Join(other, "index.html"), "web.nofolder", input(t))
	_, err := web.Write(t.Context(), filepath.Join(other, "没有", "web"), input(t))
	require.ErrorIs(t, err, data.ErrInvalid, "the folder around it is missing")
}

func TestAFolderStaysWithItsUnitAndItsReaders(t *testing.T) {
	dir := written(t, item("2026-0012"))
	other := input(t)
	other.Key = "another unit"
	refusedUnchanged(t, dir, "web.unit", other)
	staff := item("2026-0013")
	staff.Audience = data.Staff
	wider := input(t, staff)
	wider.Channel = data.LAN
	refusedUnchanged(t, dir, "web.wider", wider)

	inside := filepath.Join(t.TempDir(), "web")
	rewrite(t, inside, wider)
	rewrite(t, inside, input(t))
	require.NotContains(t, everything(t, inside), "item-2026-0013.html")
	refusedUnchanged(t, inside, "web.wider", wider)
}

func TestAMarkerOfOthersLeadsNowhere(t *testing.T) {
	dir := written(t, item("2026-0012"))
	outside := filepath.Join(filepath.Dir(dir), "item-1.html")
	for _, path := range []string{outside, filepath.Join(dir, "notes.txt")} {
		require.NoError(t, os.WriteFile(path, []byte("别人的"), 0o600))
	}
	raw, err := os.ReadFile(filepath.Join(dir, marker))
	require.NoError(t, err)
	hostile := strings.Replace(string(raw), `"files": {`, `"files": {"../item-1.html": "", "notes.txt": "", "`+outside+`": "", ".": "",`, 1)
	require.NoError(t, os.WriteFile(filepath.Join(dir, marker), []byte(hostile), 0o600))
	rewrite(t, dir, input(t))
	require.FileExists(t, outside)
	require.FileExists(t, filepath.Join(dir, "notes.txt"))
}

func TestAFileOfOthersIsNotReplaced(t *testing.T) {
	dir := written(t, item("2026-0012"))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "item-2026-0099.html"), []byte("别人的"), 0o600))
	refusedUnchanged(t, dir, "web.taken", input(t, item("2026-0012"), item("2026-0099")))
}

func TestWorkThatBreaksOffLeavesTheOlderPages(t *testing.T) {
	dir := written(t, item("2026-0012"))
	before := everything(t, filepath.Dir(dir))
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := web.Write(cancelled, dir, input(t, item("2026-0013")))
	require.ErrorIs(t, err, context.Canceled)
	require.Equal(t, before, everything(t, filepath.Dir(dir)))
	_, err = web.Write(cancelled, dir+"-2", input(t, item("2026-0013")))
	require.ErrorIs(t, err, context.Canceled)
	require.Equal(t, before, everything(t, filepath.Dir(dir)))
}

func TestWhatARunThatWasKilledHasLeftIsCleared(t *testing.T) {
	dir := written(t, item("2026-0012"))
	workshop := filepath.Join(dir, ".gongkailan-new-1")
	require.NoError(t, os.Mkdir(workshop, 0o700))
	require.NoError(t, os.WriteFile(filepath.Join(workshop, "index.html"), nil, 0o600))
	rewrite(t, dir, input(t))
	require.NoDirExists(t, workshop)
}

func TestWhatWasChangedByHandIsNamedAndMadeAnew(t *testing.T) {
	dir := written(t, item("2026-0012"))
	require.Empty(t, rewrite(t, dir, input(t, item("2026-0012"))).Altered)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "index.html"), []byte("改过"), 0o600))
	require.NoError(t, os.Remove(filepath.Join(dir, "about.html")))
	require.Equal(t, []string{"about.html", "index.html"}, rewrite(t, dir, input(t, item("2026-0012"))).Altered)
	require.Empty(t, rewrite(t, dir, input(t, item("2026-0012"))).Altered)
}

// TestAPageThatCannotBeReplacedIsNamedAndTheEndedOnesGoAllTheSame puts a folder with something in it where a page should
// be, which no system replaces by a file.
func TestAPageThatCannotBeReplacedIsNamedAndTheEndedOnesGoAllTheSame(t *testing.T) {
	dir := written(t, item("2026-0001"), item("2026-0012"))
	page := filepath.Join(dir, "item-2026-0012.html")
	require.NoError(t, os.Remove(page))
	require.NoError(t, os.MkdirAll(filepath.Join(page, "x"), 0o700))
	_, err := web.Write(t.Context(), dir, input(t, item("2026-0012")))
	var refusal *data.Refusal
	require.ErrorAs(t, err, &refusal)
	require.Equal(t, "web.locked", refusal.Code)
	require.Equal(t, "item-2026-0012.html", refusal.Args[1])
	require.NoFileExists(t, filepath.Join(dir, "item-2026-0001.html"))
	require.NoError(t, os.RemoveAll(page))
	rewrite(t, dir, input(t, item("2026-0012")))
	require.FileExists(t, page)
}
