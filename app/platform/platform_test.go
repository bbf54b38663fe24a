package platform

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
)

func files(t *testing.T) (Files, *[]string) {
	var seen []string
	return Files{Folder: filepath.Join(t.TempDir(), "公开栏 #1"), View: func(path string) error {
		seen = append(seen, path)
		return nil
	}}, &seen
}

func TestADocumentIsWrittenAndShown(t *testing.T) {
	f, seen := files(t)
	path, err := f.Save("2026-0012公示页.pdf", []byte("one"))
	require.NoError(t, err)
	require.Equal(t, []string{path}, *seen)
	again, err := f.Save("2026-0012公示页.pdf", []byte("two"))
	require.NoError(t, err)
	require.Equal(t, path, again)
	raw, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, "two", string(raw))
	left, err := os.ReadDir(f.Folder)
	require.NoError(t, err)
	require.Len(t, left, 1, "nothing half written stays behind")
}

// A folder stands where the file should go, as a file that another program holds would.
func TestANameThatIsHeldGetsANumber(t *testing.T) {
	f, _ := files(t)
	held := filepath.Join(f.Folder, "目录.xlsx")
	require.NoError(t, os.MkdirAll(filepath.Join(held, "x"), 0o755))
	path, err := f.Save("目录.xlsx", []byte("one"))
	require.NoError(t, err)
	require.Equal(t, filepath.Join(f.Folder, "目录 (2).xlsx"), path)
}

func TestWithoutAViewerTheFileIsStillThere(t *testing.T) {
	f, _ := files(t)
	f.View = func(string) error { return errors.New("none") }
	path, err := f.Save("a.pdf", []byte("one"))
	require.ErrorIs(t, err, data.ErrRefused)
	require.FileExists(t, path)
}

func TestAFolderThatCannotBeMadeIsNamed(t *testing.T) {
	f, _ := files(t)
	require.NoError(t, os.WriteFile(f.Folder, nil, 0o600))
	_, err := f.Save("a.pdf", nil)
	var refusal *data.Refusal
	require.ErrorAs(t, err, &refusal)
	require.Equal(t, "file.unwritable", refusal.Code)
}

func TestFileNamesAreTakenByEverySystem(t *testing.T) {
	require.Equal(t, "关于“甲”的公示-乙", Clean("关于“甲”的公示/乙"))
	require.Equal(t, "a-b-c", Clean("a:b\nc. "))
	require.Equal(t, "-", Clean(""))
}

func TestAFileThatIsGoneIsToldInWords(t *testing.T) {
	_, err := ReadFile(filepath.Join(t.TempDir(), "none.txt"))
	require.ErrorIs(t, err, data.ErrInvalid)
}

func TestWhatIsPrintedIsSentOrSaysWhatToDo(t *testing.T) {
	f, _ := files(t)
	var printed []string
	f.Printer = func(path string) (bool, error) {
		printed = append(printed, path)
		return true, nil
	}
	path, err := f.Put("a.pdf", []byte("one"))
	require.NoError(t, err)
	sent, err := f.Print(path)
	require.NoError(t, err)
	require.True(t, sent)
	require.Equal(t, []string{path}, printed)

	for code, cause := range map[string]error{"print.none": errNoPrinting, "print.failed": errors.New("jammed")} {
		f.Printer = func(string) (bool, error) { return false, cause }
		_, err = f.Print(path)
		var refusal *data.Refusal
		require.ErrorAs(t, err, &refusal)
		require.Equal(t, code, refusal.Code)
		require.Equal(t, []string{path}, refusal.Args)
	}
}

func TestADocumentIsWrittenWithoutBeingShown(t *testing.T) {
	f, seen := files(t)
	_, err := f.Put("a.pdf", []byte("one"))
	require.NoError(t, err)
	require.Empty(t, *seen)
	require.NoError(t, f.ShowFolder())
	require.Equal(t, []string{f.Folder}, *seen)
}

func TestANumberStandsBeforeTheEnding(t *testing.T) {
	require.Equal(t, "甲.b.pdf", withNumber("甲.b.pdf", 1))
	require.Equal(t, "甲.b (3).pdf", withNumber("甲.b.pdf", 3))
}
