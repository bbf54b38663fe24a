package app

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/app/kiosk/folder"
)

func nowhere(string) string { return "" }

func TestOnlyThePINOpensTheWayOut(t *testing.T) {
	p, err := newPIN("246801")
	require.NoError(t, err)
	require.True(t, opens(p, "246801"))
	require.False(t, opens(p, "246802"))
	require.False(t, opens(p, ""))
	require.False(t, opens(folder.PIN{}, ""), "without a PIN nobody leaves by touch")
}

func TestThePINIsKeptBesideTheOtherSettings(t *testing.T) {
	at := folder.At(filepath.Join(t.TempDir(), "gongkailan", "kiosk"))
	require.NoError(t, at.Choose(folder.Settings{Bulletin: "/board.gkb"}))
	older, err := newPIN("111111")
	require.NoError(t, err)
	raw, err := json.Marshal(older)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(olderPIN(at), raw, 0o600))
	require.True(t, opens(thisPIN(at, folder.PIN{}, nowhere), "111111"), "the one that an earlier edition kept")

	require.NoError(t, setPIN(at.Path(), "246801"))
	settings, err := at.Settings()
	require.NoError(t, err)
	require.Equal(t, "/board.gkb", settings.Bulletin)
	require.True(t, opens(thisPIN(at, settings.PIN, nowhere), "246801"))
	require.NoFileExists(t, olderPIN(at), "the one before opens nothing any more")
	require.True(t, opens(thisPIN(at, settings.PIN, func(string) string { return "999999" }), "999999"))
}
