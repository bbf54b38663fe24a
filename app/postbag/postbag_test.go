package postbag_test

import (
	"context"
	"encoding/hex"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/app/demo"
	"gongkailan/app/postbag"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/outbox"
	"gongkailan/data/seal"
)

// lobby is a demonstration unit with a folder into which its lobby's screen writes.
type lobby struct {
	t      *testing.T
	built  demo.Built
	folder string
}

func newLobby(t *testing.T) lobby {
	t.Helper()
	b, err := demo.Build(t.Context(), filepath.Join(t.TempDir(), "demo.db"),
		demo.Options{Now: time.Now, Bare: true, Cost: seal.Cost{Time: 1, Memory: 8, Threads: 1}})
	require.NoError(t, err)
	t.Cleanup(func() { b.Desk.Close() })
	return lobby{t, b, filepath.Join(t.TempDir(), "U盘 来件")}
}

// send writes a message with a receipt of its own.
func (l lobby) send(kind data.MessageKind, receipt byte) {
	l.t.Helper()
	keys, err := l.built.Desk.OfficeKeys(l.t.Context())
	require.NoError(l.t, err)
	require.NoError(l.t, outbox.Prepare(l.folder))
	id := make([]byte, 32)
	id[0] = receipt
	require.NoError(l.t, outbox.Write(l.folder, data.Message{
		Kind: kind, SentOn: l.built.Desk.Today(), Text: data.OpinionText{Text: "请公开食堂账目。"},
		Receipt: data.Receipt{ID: hex.EncodeToString(id), Key: id},
	}, keys, outbox.Options{}))
}

func (l lobby) fetch() postbag.Fetched {
	l.t.Helper()
	f, err := postbag.Bag{By: l.built.Session, Folder: l.folder}.Fetch(l.t.Context(), func(int, int) {})
	require.NoError(l.t, err)
	return f
}

func (l lobby) waiting() int {
	l.t.Helper()
	names, err := outbox.List(l.folder)
	require.NoError(l.t, err)
	return len(names)
}

func TestWhatVisitorsSentIsFetchedOnceAndPutAside(t *testing.T) {
	l := newLobby(t)
	l.send(data.MessageTopic, 1)
	l.send(data.MessageQuestion, 2)
	f := l.fetch()
	require.Len(t, f.Imported, 2)
	require.Empty(t, f.Refused)
	require.Zero(t, l.waiting())
	aside, err := os.ReadDir(filepath.Join(l.folder, "已取"))
	require.NoError(t, err)
	require.Len(t, aside, 2)
	require.Equal(t, postbag.Fetched{}, l.fetch())
}

func TestAFileThatWasNotPutAsideIsFoundToBeThere(t *testing.T) {
	l := newLobby(t)
	l.send(data.MessageTopic, 1)
	l.fetch()
	aside := filepath.Join(l.folder, "已取")
	names, err := outbox.List(aside)
	require.NoError(t, err)
	require.NoError(t, os.Rename(filepath.Join(aside, names[0]), filepath.Join(l.folder, names[0])))
	f := l.fetch()
	require.Equal(t, 1, f.Already)
	require.Empty(t, f.Imported)
	require.Zero(t, l.waiting())
	list, err := l.built.Desk.Opinions(t.Context(), desk.OpinionFilter{})
	require.NoError(t, err)
	require.Len(t, list, 1)
}

func TestAFileThatDoesNotOpenStaysAndTheOthersAreFetched(t *testing.T) {
	l := newLobby(t)
	l.send(data.MessageTopic, 1)
	name := "00000000000000000000000000000000" + outbox.Ending
	require.NoError(t, os.WriteFile(filepath.Join(l.folder, name), []byte("别的东西"), 0o600))
	f := l.fetch()
	require.Len(t, f.Imported, 1)
	require.Len(t, f.Refused, 1)
	require.Equal(t, name, f.Refused[0].File)
	require.ErrorIs(t, f.Refused[0].Why, data.ErrBroken)
	require.Equal(t, 1, l.waiting())
}

func TestBrokenOffItGivesWhatItHasComeTo(t *testing.T) {
	l := newLobby(t)
	l.send(data.MessageTopic, 1)
	l.send(data.MessageTopic, 2)
	ctx, stop := context.WithCancel(t.Context())
	f, err := postbag.Bag{By: l.built.Session, Folder: l.folder}.Fetch(ctx, func(int, int) { stop() })
	require.ErrorIs(t, err, context.Canceled)
	require.Len(t, f.Imported, 1)
	require.Equal(t, 1, l.waiting())
}

func TestALockedDeskAndAMissingFolderFetchNothing(t *testing.T) {
	l := newLobby(t)
	_, err := postbag.Bag{By: l.built.Session, Folder: l.folder}.Fetch(t.Context(), func(int, int) {})
	require.ErrorIs(t, err, data.ErrNotFound)
	l.send(data.MessageTopic, 1)
	l.built.Session.Lock()
	_, err = postbag.Bag{By: l.built.Session, Folder: l.folder}.Fetch(t.Context(), func(int, int) {})
	require.ErrorIs(t, err, data.ErrRefused)
	require.Equal(t, 1, l.waiting())
}
