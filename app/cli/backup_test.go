package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestABackUpIsMadeAndRestoredWithoutAWindow(t *testing.T) {
	db, number := demoDB(t)
	backup := filepath.Join(t.TempDir(), "备份.gkbak")
	code, out, messages := at(t, nil, "backup", "--db", db, "--out", backup, "--json")
	require.Zero(t, code, messages)
	var made backupDocument
	require.NoError(t, json.Unmarshal([]byte(out), &made))
	require.Equal(t, backup, made.File)
	require.Empty(t, made.LeftOut)

	again := filepath.Join(t.TempDir(), "新.db")
	code, out, messages = at(t, nil, "restore", backup, "--db", again, "--json")
	require.Zero(t, code, messages)
	var restored restoreDocument
	require.NoError(t, json.Unmarshal([]byte(out), &restored))
	require.True(t, restored.OK)
	code, out, _ = at(t, nil, "item", "show", number, "--db", again)
	require.Zero(t, code)
	require.Contains(t, out, number)
}

func TestABackUpReplacesNoDatabaseAndARestoreNothing(t *testing.T) {
	db, _ := demoDB(t)
	other, _ := demoDB(t)
	before, err := os.ReadFile(other)
	require.NoError(t, err)
	code, _, messages := at(t, nil, "backup", "--db", db, "--out", other)
	require.Equal(t, Refused, code)
	require.NotEmpty(t, messages)
	backup := filepath.Join(t.TempDir(), "备份.gkbak")
	code, _, _ = at(t, nil, "backup", "--db", db, "--out", backup)
	require.Zero(t, code)
	code, _, messages = at(t, nil, "restore", backup, "--db", other)
	require.Equal(t, Refused, code)
	require.NotEmpty(t, messages)
	after, err := os.ReadFile(other)
	require.NoError(t, err)
	require.Equal(t, before, after)
	raw, err := os.ReadFile(backup)
	require.NoError(t, err)
	half := write(t, "half.gkbak", raw[:len(raw)/2])
	code, _, _ = at(t, nil, "restore", half, "--db", filepath.Join(t.TempDir(), "r.db"))
	require.Equal(t, Refused, code)
}
