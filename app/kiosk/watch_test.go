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
func unitKeys(t *testing.T) (sign func([]byte) (seal.Signed, error), fingerprint string) {
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
	watch   *watch
	now     time.Time
	said    int
	serial  int
	problem error
}

func follow3s(path, fingerprint string) *follower {
	f := &follower{now: start}
	o := Options{BulletinPath: path, Fingerprint: fingerprint, Now: func() time.Time { return f.now }}
	f.watch = newWatch(o, ui.AtOnce(), func(b bulletin.Bulletin, problem error) {
		f.said++
		f.serial, f.problem = b.Serial, problem
	})
	f.watch.look()
	return f
}

func (f *follower) pass() {
	f.now = f.now.Add(lookEvery)
	f.watch.tick()
}

func (f *follower) code() string {
	var refusal *data.Refusal
	if errors.As(f.problem, &refusal) {
		return refusal.Code
	}
	return ""
}

func TestANewFileIsShownAndAnUnchangedOneIsNotReadAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "公开 #1.gkb")
	sign, fingerprint := unitKeys(t)
	f := follow3s(path, fingerprint)
	require.Equal(t, "bulletin.missing", f.code())
	issue(t, path, 1, sign)
	f.pass()
	require.NoError(t, f.problem)
	require.Equal(t, 1, f.serial)
	f.pass()
	require.Equal(t, 2, f.said, "nothing new, nothing said")
	issue(t, path, 2, sign)
	f.watch.tick()
	require.Equal(t, 1, f.serial, "it is not yet time to look")
	f.pass()
	require.Equal(t, 2, f.serial)
}

func TestAFileThatWentBadIsSeenAtTheNextLook(t *testing.T) {
	path := filepath.Join(t.TempDir(), "b.gkb")
	sign, fingerprint := unitKeys(t)
	raw := issue(t, path, 1, sign)
	f := follow3s(path, fingerprint)
	require.NoError(t, f.problem)
	before, err := os.Stat(path)
	require.NoError(t, err)

	raw[len(raw)-9] ^= 1
	require.NoError(t, os.WriteFile(path, raw, 0o600))
	require.NoError(t, os.Chtimes(path, before.ModTime(), before.ModTime()))
	f.pass()
	require.ErrorIs(t, f.problem, data.ErrBroken)
	require.Zero(t, f.serial)

	raw[len(raw)-9] ^= 1
	require.NoError(t, os.WriteFile(path, raw, 0o600))
	f.pass()
	require.NoError(t, f.problem)
	require.NoError(t, os.Remove(path))
	f.pass()
	require.Equal(t, "bulletin.missing", f.code())
}

func TestWithoutAFingerprintTheFirstUnitIsTheOnlyOne(t *testing.T) {
	path := filepath.Join(t.TempDir(), "b.gkb")
	sign, _ := unitKeys(t)
	stranger, _ := unitKeys(t)
	issue(t, path, 1, sign)
	f := follow3s(path, "")
	require.NoError(t, f.problem)
	issue(t, path, 2, stranger)
	f.pass()
	require.ErrorIs(t, f.problem, data.ErrBroken)
}

func TestSomethingThatIsNoFileIsNamed(t *testing.T) {
	f := follow3s(t.TempDir(), "")
	require.Equal(t, "bulletin.unreadable", f.code())
}
