package kiosk

import (
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/data/seal"
	"gongkailan/data/wholefile"
	"gongkailan/reports/bulletin"
)

// unitKeys signs as one unit.
func unitKeys(t require.TestingT) (sign func([]byte) (seal.Signed, error), fingerprint string) {
	root, err := seal.NewKey(rand.Reader)
	require.NoError(t, err)
	key, err := seal.NewKey(rand.Reader)
	require.NoError(t, err)
	cert := root.Certify(seal.Certificate{Unit: "局", PersonID: "1", Name: "李明", Public: key.Public(), From: "2020-01-01"})
	return func(payload []byte) (seal.Signed, error) {
		return key.SignPayload(payload, root.Public(), cert, start), nil
	}, seal.Fingerprint(root.Public())
}

func issue(t *testing.T, path string, serial int, sign func([]byte) (seal.Signed, error)) []byte {
	b := exampleBulletin()
	b.Serial = serial
	raw, err := bulletin.Pack(b, sign)
	require.NoError(t, err)
	require.NoError(t, wholefile.Write(path, raw))
	return raw
}

// follower counts what a watch says.
type follower struct {
	watch  *watch
	now    time.Time
	shown  int // files that were shown
	serial int
	told   error // what was told last of the file that lies there
}

func followIn(folder, path, fingerprint string) *follower {
	f := &follower{now: start}
	o := Options{BulletinPath: path, Fingerprint: fingerprint, Folder: folder, Now: func() time.Time { return f.now }}
	f.watch = newWatch(o, ui.AtOnce(), func(b bulletin.Bulletin) {
		f.shown++
		f.serial = b.Serial
	}, func(told error) { f.told = told })
	f.watch.start()
	return f
}

func followAt(path, fingerprint string) *follower { return followIn("", path, fingerprint) }

func (f *follower) pass() {
	f.now = f.now.Add(lookEvery)
	f.watch.tick()
}

func (f *follower) code() string {
	var refusal *data.Refusal
	if errors.As(f.told, &refusal) {
		return refusal.Code
	}
	return ""
}

func TestANewFileIsShownAndAnUnchangedOneIsNotReadAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "公开 #1.gkb")
	sign, fingerprint := unitKeys(t)
	f := followAt(path, fingerprint)
	require.Equal(t, "bulletin.missing", f.code())
	issue(t, path, 1, sign)
	f.pass()
	require.NoError(t, f.told)
	require.Equal(t, 1, f.serial)
	f.pass()
	require.Equal(t, 1, f.shown, "nothing new, nothing shown")
	issue(t, path, 2, sign)
	f.watch.tick()
	require.Equal(t, 1, f.serial, "it is not yet time to look")
	f.pass()
	require.Equal(t, 2, f.serial)
}

func TestABadFileIsSeenAndTheLastGoodOneStays(t *testing.T) {
	path := filepath.Join(t.TempDir(), "b.gkb")
	sign, fingerprint := unitKeys(t)
	raw := issue(t, path, 1, sign)
	f := followAt(path, fingerprint)
	require.NoError(t, f.told)
	before, err := os.Stat(path)
	require.NoError(t, err)

	raw[len(raw)-9] ^= 1
	require.NoError(t, os.WriteFile(path, raw, 0o600))
	f.pass()
	require.ErrorIs(t, f.told, data.ErrBroken)
	require.Equal(t, [2]int{1, 1}, [2]int{f.serial, f.shown})

	raw[len(raw)-9] ^= 1
	require.NoError(t, os.WriteFile(path, raw, 0o600))
	f.pass()
	require.NoError(t, f.told)
	raw[len(raw)-9] ^= 1
	require.NoError(t, os.WriteFile(path, raw, 0o600))
	require.NoError(t, os.Chtimes(path, before.ModTime(), before.ModTime()))
	f.now = f.now.Add(wholeEvery)
	f.pass()
	require.ErrorIs(t, f.told, data.ErrBroken, "size and date deceive for a minute at most")
	require.NoError(t, os.Remove(path))
	f.pass()
	require.Equal(t, "bulletin.missing", f.code())
	require.Equal(t, 1, f.serial)
}

func TestWithoutAFingerprintTheFirstUnitIsTheOnlyOne(t *testing.T) {
	folder, path := t.TempDir(), filepath.Join(t.TempDir(), "b.gkb")
	sign, _ := unitKeys(t)
	stranger, other := unitKeys(t)
	issue(t, path, 1, sign)
	f := followIn(folder, path, "")
	require.NoError(t, f.told)
	issue(t, path, 2, stranger)
	f.pass()
	require.ErrorIs(t, f.told, data.ErrBroken)
	require.Equal(t, 1, f.serial)
	again := followIn(folder, path, "")
	require.ErrorIs(t, again.told, data.ErrBroken, "after a restart too")
	require.Equal(t, 1, again.serial)
	moved := followIn(folder, path, other)
	require.NoError(t, moved.told, "unless staff set the machine up for it")
	require.Equal(t, 2, moved.serial)
}

func TestAnOlderFileIsRefusedAfterARestartToo(t *testing.T) {
	folder, path := t.TempDir(), filepath.Join(t.TempDir(), "b.gkb")
	sign, fingerprint := unitKeys(t)
	issue(t, path, 7, sign)
	require.Equal(t, 7, followIn(folder, path, fingerprint).serial)
	issue(t, path, 6, sign)
	f := followIn(folder, path, fingerprint)
	require.Equal(t, "bulletin.aged", f.code())
	require.Equal(t, 7, f.serial, "the last good one is shown")

	other := exampleBulletin()
	other.Unit = "另一份第七期"
	raw, err := bulletin.Pack(other, sign)
	require.NoError(t, err)
	require.NoError(t, wholefile.Write(path, raw))
	f = followIn(folder, path, fingerprint)
	require.Equal(t, "bulletin.twice", f.code())

	require.NoError(t, os.WriteFile(filepath.Join(folder, lastName), []byte("rubbish"), 0o600))
	require.Equal(t, 0, followIn(folder, path, fingerprint).shown, "what was put away is checked as well")
}

func TestWhoseCertificateWasTakenBackSignsNoMore(t *testing.T) {
	path := filepath.Join(t.TempDir(), "b.gkb")
	sign, fingerprint := unitKeys(t)
	read, err := bulletin.Read(issue(t, path, 1, sign), fingerprint)
	require.NoError(t, err)
	f := followAt(path, fingerprint)
	last := exampleBulletin()
	last.Serial, last.Revoked = 2, []string{read.Signer}
	raw, err := bulletin.Pack(last, sign)
	require.NoError(t, err)
	require.NoError(t, wholefile.Write(path, raw))
	f.pass()
	require.Equal(t, 2, f.serial)
	issue(t, path, 3, sign)
	f.pass()
	require.Equal(t, "bulletin.revoked", f.code())
}

func TestSomethingThatIsNoFileIsNamed(t *testing.T) {
	f := followAt(t.TempDir(), "")
	require.Equal(t, "bulletin.unreadable", f.code())
}
