package wholefile

import (
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAFileIsReplacedWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "公开 #1.gkb")
	require.NoError(t, Write(path, []byte("old")))
	require.NoError(t, Write(path, []byte("new")))
	raw, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, "new", string(raw))
	left, err := os.ReadDir(filepath.Dir(path))
	require.NoError(t, err)
	require.Len(t, left, 1, "nothing half-written stays")
}

func TestWhatABrokenOffWriteLeftIsKnownByItsName(t *testing.T) {
	folder := t.TempDir()
	beside, err := os.CreateTemp(folder, ".公开 #1.gkb.*") // as Write makes it
	require.NoError(t, err)
	require.NoError(t, beside.Close())
	require.True(t, Left(filepath.Base(beside.Name()), ".gkb"))
	for _, name := range []string{"公开 #1.gkb", ".hidden", ".x.gkm.1", "x.gkb.1"} {
		require.False(t, Left(name, ".gkb"), name)
	}
}

func TestAFullDiskIsKnown(t *testing.T) {
	require.True(t, Full(fmt.Errorf("write: %w", &os.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC})))
	require.False(t, Full(os.ErrPermission))
	require.False(t, Full(nil))
}
