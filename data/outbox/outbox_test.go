package outbox

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data"
	"gongkailan/data/seal"
)

const said = "食堂采购账目三个月没有公开了，请尽快公开。"

// written is a message of a visitor with a receipt of its own.
func written(t require.TestingT) data.Message {
	id, key := make([]byte, 32), make([]byte, 32)
	_, err := rand.Read(id)
	require.NoError(t, err)
	_, err = rand.Read(key)
	require.NoError(t, err)
	return data.Message{
		Kind: data.MessageTopic, SentOn: "2026-03-06", ItemNumber: "2026-0007",
		Text:    data.OpinionText{Text: said, Name: "欧阳建国", Contact: "13800001234"},
		Receipt: data.Receipt{ID: hex.EncodeToString(id), Key: key},
	}
}

func ballot() data.Message {
	return data.Message{Kind: data.MessageBallot, SentOn: "2026-03-06", RoundID: "r1", Votes: []data.Vote{data.Satisfied, ""}}
}

// office gives a person's key and what is public of it.
func office(t require.TestingT) (seal.Key, data.OfficeKey) {
	key, err := seal.NewKey(rand.Reader)
	require.NoError(t, err)
	sealing, err := key.Sealing()
	require.NoError(t, err)
	return key, data.OfficeKey{Fingerprint: seal.Fingerprint(key.Public()), Sealing: sealing}
}

// refusal tells that an error is a refusal with the code.
func refusal(t require.TestingT, err error, code string) {
	var r *data.Refusal
	require.ErrorAs(t, err, &r)
	require.Equal(t, code, r.Code)
}

func TestEachOfTheOfficeOpensAMessageAndNobodyElseDoes(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "留言 #1", "outbox")
	require.NoError(t, Prepare(folder))
	first, a := office(t)
	second, b := office(t)
	stranger, _ := office(t)
	for _, m := range []data.Message{written(t), ballot()} {
		require.NoError(t, Write(folder, m, []data.OfficeKey{a, b}, Options{}))
		names, err := List(folder)
		require.NoError(t, err)
		require.Len(t, names, 1)
		raw, err := Read(folder, names[0])
		require.NoError(t, err)
		for _, key := range []seal.Key{first, second} {
			opened, err := Open(raw, key)
			require.NoError(t, err)
			require.Equal(t, m, opened)
		}
		_, err = Open(raw, stranger)
		refusal(t, err, "outbox.others")
		if m.Kind != data.MessageBallot {
			require.True(t, Waits(folder, m.Receipt.ID))
		}
		require.NoError(t, Remove(folder, names[0]))
		require.NoError(t, Remove(folder, names[0]), "whoever was quicker has removed it")
		require.False(t, Waits(folder, m.Receipt.ID))
	}
}

func TestAFileTellsNothing(t *testing.T) {
	folder := t.TempDir()
	_, key := office(t)
	long := written(t)
	long.Text.Text = strings.Repeat("账", 1000)
	require.NoError(t, Write(folder, written(t), []data.OfficeKey{key}, Options{}))
	require.NoError(t, Write(folder, ballot(), []data.OfficeKey{key}, Options{}))
	require.NoError(t, Write(folder, long, []data.OfficeKey{key}, Options{}))
	names, err := List(folder)
	require.NoError(t, err)
	require.Len(t, names, 3)
	var size int64
	for _, name := range names {
		info, err := os.Stat(filepath.Join(folder, name))
		require.NoError(t, err)
		if size == 0 {
			size = info.Size()
		}
		require.Equal(t, size, info.Size(), "not what it is by its size")
		require.Equal(t, data.Date("2026-03-06").Begin().UTC(), info.ModTime().UTC(), "not the minute by its time")
		require.True(t, isName(name), "not what it is by its name")
	}
}

func TestNoRunOfWhatWasWrittenLiesInTheFolder(t *testing.T) {
	folder := t.TempDir()
	_, key := office(t)
	m := written(t)
	require.NoError(t, Write(folder, m, []data.OfficeKey{key}, Options{}))
	secrets := [][]byte{
		[]byte(m.Text.Text), []byte(m.Text.Name), []byte(m.Text.Contact), []byte(m.ItemNumber), []byte(m.Receipt.ID),
		m.Receipt.Key, []byte(`"kind":"topic"`),
	}
	entries, err := os.ReadDir(folder)
	require.NoError(t, err)
	for _, e := range entries {
		raw, err := os.ReadFile(filepath.Join(folder, e.Name()))
		require.NoError(t, err)
		all := append([]byte(e.Name()), raw...)
		for _, secret := range secrets {
			for at := 0; at+8 <= len(secret); at++ {
				require.False(t, bytes.Contains(all, secret[at:at+8]), "%q lies open", secret[at:at+8])
			}
		}
	}
}

func TestAnyChangeToAFileIsRefused(t *testing.T) {
	key, public := office(t)
	_, other := office(t)
	raw, err := enclose(rand.Reader, written(t), []data.OfficeKey{other, public})
	require.NoError(t, err)
	another, err := enclose(rand.Reader, written(t), []data.OfficeKey{other, public})
	require.NoError(t, err)
	head := len(magic) + 1 + 2*slotSize
	_, err = Open(append(bytes.Clone(raw[:head]), another[head:]...), key)
	require.Error(t, err, "a text under another's head")
	rapid.Check(t, func(t *rapid.T) {
		changed := bytes.Clone(raw)
		at := rapid.IntRange(0, len(raw)-1).Draw(t, "at")
		switch rapid.IntRange(0, 3).Draw(t, "how") {
		case 0:
			changed[at] ^= byte(rapid.IntRange(1, 255).Draw(t, "by"))
		case 1:
			changed = changed[:at]
		case 2:
			changed = append(changed, changed[at:]...)
		default:
			changed = append(changed[:at], changed[at+1:]...)
		}
		if bytes.Equal(changed, raw) {
			t.Skip("the same bytes")
		}
		_, err := Open(changed, key)
		require.Error(t, err)
		require.True(t, errors.Is(err, data.ErrBroken) || errors.Is(err, data.ErrRefused))
	})
}

func TestWhatIsSealedToUsAndIsNoMessageIsRefused(t *testing.T) {
	key, public := office(t)
	unchecked := written(t)
	unchecked.Receipt.ID = "00"
	for name, m := range map[string]data.Message{"no receipt": unchecked, "nothing at all": {}} {
		raw, err := enclose(rand.Reader, m, []data.OfficeKey{public})
		require.NoError(t, err)
		_, err = Open(raw, key)
		require.ErrorIs(t, err, data.ErrBroken, name)
	}
	good, err := pad(written(t))
	require.NoError(t, err)
	for name, spoil := range map[string]func(padded []byte) []byte{
		"something in the padding": func(p []byte) []byte { p[len(p)-1] = 'x'; return p },
		"a length beyond the end":  func(p []byte) []byte { p[2] = 0xff; return p },
		"a length out of the world": func(p []byte) []byte {
			p[0] = 0xff
			return p
		},
		"a step too many": func(p []byte) []byte { return append(p, make([]byte, padStep)...) },
		"an unknown field": func(p []byte) []byte {
			return bytes.Replace(p, []byte(`"item"`), []byte(`"iten"`), 1)
		},
	} {
		_, err := unpad(spoil(bytes.Clone(good)))
		require.ErrorIs(t, err, data.ErrBroken, name)
	}
}

func TestWhatCannotBeTakenIsRefusedInWordsAndLeavesNothing(t *testing.T) {
	_, key := office(t)
	keys := []data.OfficeKey{key}
	long := written(t)
	long.Text.Text = strings.Repeat("\x01", 20000) // six bytes of JSON for each
	spoilt := written(t)
	spoilt.SentOn = ""
	lack := Options{Free: func(string) (uint64, error) { return leastFree - 1, nil }}
	for code, try := range map[string]func(folder string) error{
		"message.broken": func(f string) error { return Write(f, spoilt, keys, Options{}) },
		"outbox.long":    func(f string) error { return Write(f, long, keys, Options{}) },
		"outbox.nokey":   func(f string) error { return Write(f, written(t), nil, Options{}) },
		"outbox.keys": func(f string) error {
			return Write(f, written(t), make([]data.OfficeKey, MostKeys+1), Options{})
		},
		"outbox.disk":  func(f string) error { return Write(f, written(t), keys, lack) },
		"outbox.place": func(f string) error { return Write(filepath.Join(f, "none"), written(t), keys, Options{}) },
	} {
		folder := t.TempDir()
		err := try(folder)
		refusal(t, err, code)
		for _, part := range []string{said, "欧阳", "1380000", folder} {
			require.NotContains(t, err.Error(), part)
		}
		left, err := os.ReadDir(folder)
		require.NoError(t, err)
		require.Empty(t, left, code)
	}
	broken := data.OfficeKey{Sealing: []byte("short")}
	refusal(t, Write(t.TempDir(), written(t), []data.OfficeKey{broken}, Options{}), "outbox.nokey")
}

func TestAFullFolderTakesNoMore(t *testing.T) {
	folder := t.TempDir()
	_, key := office(t)
	for range MostMessages {
		name, err := nameOf(rand.Reader, ballot())
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), nil, 0o600))
	}
	refusal(t, Write(folder, written(t), []data.OfficeKey{key}, Options{}), "outbox.full")
}

func TestOnlyMessagesAreListedAndReadAndLeftoversAreCleared(t *testing.T) {
	folder := t.TempDir()
	name := nameFor("x")
	for _, stray := range []string{"说明.txt", "." + name + ".123", "A" + name[1:], name + ".bak", "thumbs.gkm"} {
		require.NoError(t, os.WriteFile(filepath.Join(folder, stray), []byte("x"), 0o600))
	}
	require.NoError(t, os.Mkdir(filepath.Join(folder, nameFor("a folder")), 0o700))
	names, err := List(folder)
	require.NoError(t, err)
	require.Empty(t, names)
	require.NoError(t, Prepare(folder))
	require.NoFileExists(t, filepath.Join(folder, "."+name+".123"))
	require.FileExists(t, filepath.Join(folder, "说明.txt"), "what is not ours stays")
	for _, wrong := range []string{"../" + name, "说明.txt", ""} {
		_, err := Read(folder, wrong)
		require.ErrorIs(t, err, data.ErrNotFound)
		require.ErrorIs(t, Remove(folder, wrong), data.ErrNotFound)
	}
	require.NoError(t, os.WriteFile(filepath.Join(folder, name), make([]byte, mostBytes+1), 0o600))
	_, err = Read(folder, name)
	require.ErrorIs(t, err, data.ErrBroken)
}

func TestTheDiskTellsItsRoom(t *testing.T) {
	left, err := free(t.TempDir())
	require.NoError(t, err)
	require.NotZero(t, left)
}

func TestOneWhoPlaysIsSlowedDownAndTheNextVisitorIsNot(t *testing.T) {
	now := time.Date(2026, 3, 6, 9, 0, 0, 0, data.Shanghai())
	var p Pace
	require.NoError(t, p.Allow(mostInVisit-1, now))
	refusal(t, p.Allow(mostInVisit, now), "outbox.visit")
	for range mostInHour {
		require.NoError(t, p.Allow(0, now))
		p = p.Sent(now)
	}
	refusal(t, p.Allow(0, now), "outbox.often")
	require.NoError(t, p.Allow(0, now.Add(time.Hour)))
	for hour := 1; p.within(24*time.Hour, now.Add(time.Duration(hour)*time.Hour)) < mostInDay; hour++ {
		for range mostInHour {
			p = p.Sent(now.Add(time.Duration(hour) * time.Hour))
		}
	}
	refusal(t, p.Allow(0, now.Add(10*time.Hour)), "outbox.often")
	require.NoError(t, p.Allow(0, now.Add(48*time.Hour)))
	require.NoError(t, p.Allow(0, now.Add(-time.Hour)), "a clock that was put back blocks nobody")
}

func FuzzOpen(f *testing.F) {
	key, public := office(f)
	raw, err := enclose(rand.Reader, written(f), []data.OfficeKey{public})
	require.NoError(f, err)
	f.Add(raw)
	f.Add([]byte(magic))
	f.Add([]byte(magic + "\x01"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if m, err := Open(raw, key); err == nil {
			require.NoError(t, m.Check())
		}
	})
}

func FuzzUnpad(f *testing.F) {
	padded, err := pad(written(f))
	require.NoError(f, err)
	f.Add(padded)
	f.Fuzz(func(t *testing.T, raw []byte) {
		if len(raw) < padStep { // split lets nothing shorter through
			return
		}
		if m, err := unpad(raw); err == nil {
			require.NoError(t, m.Check())
		}
	})
}
