package kiosk

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data/wholefile"
)

// fullOutbox is an outbox with so many sealed messages and something that is none.
func fullOutbox(t require.TestingT, at string, n int) map[string]string {
	require.NoError(t, os.MkdirAll(at, 0o700))
	all := map[string]string{}
	for i := range n {
		name := fmt.Sprintf("%04d.gkm", i)
		all[name] = fmt.Sprint("sealed ", i)
		require.NoError(t, os.WriteFile(filepath.Join(at, name), []byte(all[name]), 0o600))
	}
	require.NoError(t, os.WriteFile(filepath.Join(at, ".0009.gkm.77"), []byte("half"), 0o600))
	return all
}

func ignore(int, int) {}

func TestMessagesAreMovedOntoTheStick(t *testing.T) {
	outbox, stick := filepath.Join(t.TempDir(), "outbox"), filepath.Join(t.TempDir(), "公开栏留言-2026-03-06")
	n, err := takeMessages(context.Background(), outbox, stick, wholefile.Write, ignore)
	require.NoError(t, err)
	require.Zero(t, n, "an outbox that is not there yet")
	all := fullOutbox(t, outbox, 5)
	n, err = takeMessages(context.Background(), outbox, stick, wholefile.Write, ignore)
	require.NoError(t, err)
	require.Equal(t, 5, n)
	for name, text := range all {
		raw, err := os.ReadFile(filepath.Join(stick, name))
		require.NoError(t, err)
		require.Equal(t, text, string(raw))
	}
	left, err := os.ReadDir(outbox)
	require.NoError(t, err)
	require.Len(t, left, 1, "what is no message yet stays")
}

func TestAnotherMessageOfTheSameNameIsKeptBesideIt(t *testing.T) {
	outbox, stick := filepath.Join(t.TempDir(), "outbox"), t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(stick, "0000.gkm"), []byte("another"), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(stick, "0001.gkm"), []byte("sealed 1"), 0o600))
	fullOutbox(t, outbox, 2)
	_, err := takeMessages(context.Background(), outbox, stick, wholefile.Write, ignore)
	require.NoError(t, err)
	for name, text := range map[string]string{"0000.gkm": "another", "0000-2.gkm": "sealed 0", "0001.gkm": "sealed 1"} {
		raw, err := os.ReadFile(filepath.Join(stick, name))
		require.NoError(t, err)
		require.Equal(t, text, string(raw))
	}
	require.NoFileExists(t, filepath.Join(stick, "0001-2.gkm"), "it was there already")
}

// TestNothingIsLostWhereverTheStickIsPulled: a write may fail, or leave half a file or another one and say nothing.
func TestNothingIsLostWhereverTheStickIsPulled(t *testing.T) {
	root := t.TempDir()
	round := 0
	rapid.Check(t, func(t *rapid.T) {
		round++
		outbox, stick := filepath.Join(root, fmt.Sprint(round), "outbox"), filepath.Join(root, fmt.Sprint(round), "stick")
		all := fullOutbox(t, outbox, rapid.IntRange(1, 6).Draw(t, "messages"))
		for range rapid.IntRange(1, 3).Draw(t, "tries") {
			pulled, how := rapid.IntRange(0, 6).Draw(t, "pulled at"), rapid.IntRange(0, 3).Draw(t, "how")
			writes := 0
			write := func(path string, raw []byte) error {
				writes++
				switch {
				case writes <= pulled:
				case how == 0:
					return errors.New("the stick is gone")
				case how == 1:
					_ = os.WriteFile(path, raw[:len(raw)/2], 0o600)
					return errors.New("the stick is gone")
				case how == 2:
					return os.WriteFile(path, raw[:len(raw)/2], 0o600)
				default:
					return nil
				}
				return os.WriteFile(path, raw, 0o600)
			}
			moved, err := takeMessages(context.Background(), outbox, stick, write, ignore)
			left, _ := sealedIn(outbox)
			require.True(t, err != nil || len(left) == 0)
			require.GreaterOrEqual(t, moved, 0)
			for name, text := range all {
				require.True(t, holds(outbox, name, text) || holds(stick, "*", text), name)
			}
		}
		_, err := takeMessages(context.Background(), outbox, stick, wholefile.Write, ignore)
		require.NoError(t, err)
		for _, text := range all {
			require.True(t, holds(stick, "*", text))
		}
	})
}

// holds tells whether a file of that pattern in the folder says the text.
func holds(folder, pattern, text string) bool {
	files, _ := filepath.Glob(filepath.Join(folder, pattern))
	for _, file := range files {
		if raw, err := os.ReadFile(file); err == nil && string(raw) == text {
			return true
		}
	}
	return false
}

func TestTakingAlongCanBeCancelled(t *testing.T) {
	outbox := filepath.Join(t.TempDir(), "outbox")
	fullOutbox(t, outbox, 3)
	ctx, cancel := context.WithCancel(context.Background())
	n, err := takeMessages(ctx, outbox, t.TempDir(), func(path string, raw []byte) error {
		cancel()
		return os.WriteFile(path, raw, 0o600)
	}, ignore)
	require.ErrorIs(t, err, context.Canceled)
	require.Equal(t, 1, n)
}

func TestLogsAreCopiedAndStay(t *testing.T) {
	at, stick := t.TempDir(), t.TempDir()
	log := filepath.Join(at, "kiosk.log")
	require.NoError(t, os.WriteFile(log, []byte("a"), 0o600))
	n, err := copyFiles(context.Background(), []string{log, filepath.Join(at, "status.json")}, stick, wholefile.Write)
	require.NoError(t, err)
	require.Equal(t, 1, n)
	require.FileExists(t, log)
	require.True(t, holds(stick, "kiosk.log", "a"))
}
