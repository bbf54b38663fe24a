package desk

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
)

func TestAFullDiskIsToldInWords(t *testing.T) {
	full := &fs.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC}
	for code, err := range map[string]error{
		"backup.full":    notBackedUp(full),
		"backup.failed":  notBackedUp(errors.New("torn")),
		"restore.full":   notRestored(full),
		"restore.failed": notRestored(errors.New("torn")),
		"store.damaged":  notBackedUp(data.Refuse(data.ErrBroken, "store.damaged", "x")),
	} {
		var r *data.Refusal
		require.ErrorAs(t, err, &r)
		require.Equal(t, code, r.Code)
	}
	var r *data.Refusal
	require.ErrorAs(t, notBackedUp(data.Refuse(data.ErrRefused, "store.full")), &r)
	require.Equal(t, "backup.full", r.Code)
	require.Equal(t, context.Canceled, notBackedUp(context.Canceled))
}

func TestWhatABrokenOffBackUpLeftIsClearedAwayADayLater(t *testing.T) {
	folder, now := t.TempDir(), time.Now()
	for _, name := range []string{scratchMark + "1", scratchMark + "2", "mine"} {
		require.NoError(t, os.Mkdir(filepath.Join(folder, name), 0o700))
	}
	old := now.Add(-2 * stale)
	require.NoError(t, os.Chtimes(filepath.Join(folder, scratchMark+"1"), old, old))
	require.NoError(t, os.Chtimes(filepath.Join(folder, "mine"), old, old))
	sweep(folder, scratchMark, now)
	entries, err := os.ReadDir(folder)
	require.NoError(t, err)
	require.Len(t, entries, 2)
	sweep(filepath.Join(folder, "gone"), scratchMark, now)
}
