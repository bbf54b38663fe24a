package seal_test

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data"
	"gongkailan/data/seal"
)

var cheap = seal.Cost{Time: 1, Memory: 8, Threads: 1}

func newKey(t require.TestingT) seal.Key {
	k, err := seal.NewKey(rand.Reader)
	require.NoError(t, err)
	return k
}

// certified gives a root key, and a person's key with its certificate for March 2026.
func certified(t require.TestingT) (root, key seal.Key, cert seal.Certificate) {
	root, key = newKey(t), newKey(t)
	sealing, err := key.Sealing()
	require.NoError(t, err)
	return root, key, root.Certify(seal.Certificate{
		Unit: "某局", PersonID: "p", Name: "李", Public: key.Public(), Sealing: sealing,
		From: "2026-03-01", Until: "2026-03-31",
	})
}

func broken(t require.TestingT, err error, code string) {
	var r *data.Refusal
	require.ErrorAs(t, err, &r)
	require.ErrorIs(t, err, data.ErrBroken)
	require.Equal(t, code, r.Code)
}

func TestOnlyThePasswordOpensTheSecretAndOnlyForItsOwner(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		secret := rapid.SliceOf(rapid.Byte()).Draw(t, "secret")
		password, other := rapid.String().Draw(t, "password"), rapid.String().Draw(t, "other")
		locked, err := seal.Lock(rand.Reader, cheap, password, "p", secret)
		require.NoError(t, err)
		text, err := json.Marshal(locked)
		require.NoError(t, err)
		var read seal.Locked
		require.NoError(t, json.Unmarshal(text, &read))
		got, err := read.Open(password, "p")
		require.NoError(t, err)
		require.True(t, bytes.Equal(secret, got))
		if other != password {
			_, err = read.Open(other, "p")
			require.ErrorIs(t, err, seal.ErrPassword)
		}
		_, err = read.Open(password, "q")
		require.ErrorIs(t, err, seal.ErrPassword)
	})
}

func TestTheCostIsKeptWithTheSecretSoThatItCanBeRaised(t *testing.T) {
	locked, err := seal.Lock(rand.Reader, seal.Cost{Time: 2, Memory: 16, Threads: 2}, "密码", "p", []byte("s"))
	require.NoError(t, err)
	_, err = locked.Open("密码", "p")
	require.NoError(t, err)
	require.Equal(t, seal.Cost{Time: 3, Memory: 65536, Threads: 4}, seal.DefaultCost())
	_, err = seal.Lock(rand.Reader, seal.Cost{}, "密码", "p", nil)
	require.Error(t, err)
}

func TestAForgedCostOrNonceIsAWrongPasswordAndNoPanic(t *testing.T) {
	locked, err := seal.Lock(rand.Reader, cheap, "密码", "p", []byte("s"))
	require.NoError(t, err)
	for _, forge := range []func(*seal.Locked){
		func(l *seal.Locked) { l.Cost = seal.Cost{} },
		func(l *seal.Locked) { l.Memory = 1 << 31 },
		func(l *seal.Locked) { l.Nonce = nil },
		func(l *seal.Locked) { l.Box = l.Box[:1] },
		func(l *seal.Locked) { l.Salt = nil },
	} {
		forged := locked
		forge(&forged)
		_, err := forged.Open("密码", "p")
		require.ErrorIs(t, err, seal.ErrPassword)
	}
}

func TestAKeyIsMadeAgainFromItsSeed(t *testing.T) {
	k := newKey(t)
	again, err := seal.KeyOf(k.Seed())
	require.NoError(t, err)
	require.Equal(t, k.Public(), again.Public())
	sealing, err := k.Sealing()
	require.NoError(t, err)
	sealed, err := seal.SealTo(rand.Reader, sealing, []byte("根"))
	require.NoError(t, err)
	opened, err := again.OpenSealed(sealed)
	require.NoError(t, err)
	require.Equal(t, []byte("根"), opened)
	_, err = newKey(t).OpenSealed(sealed)
	require.Error(t, err)
	_, err = seal.KeyOf([]byte("短"))
	require.Error(t, err)
}

func TestAWipedKeySignsForNobody(t *testing.T) {
	root, key, cert := certified(t)
	key.Wipe()
	require.Equal(t, make([]byte, 32), key.Seed())
	signed := key.SignPayload([]byte("x"), root.Public(), cert, march(5))
	require.Error(t, seal.Verify([]byte("x"), signed, ""))
}

func TestACertificateHoldsOnItsDaysBothIncluded(t *testing.T) {
	root, _, cert := certified(t)
	require.NoError(t, cert.CheckOn(root.Public(), "2026-03-01"))
	require.NoError(t, cert.CheckOn(root.Public(), "2026-03-31"))
	broken(t, cert.CheckOn(root.Public(), "2026-02-28"), "seal.dates")
	broken(t, cert.CheckOn(root.Public(), "2026-04-01"), "seal.dates")
	broken(t, cert.Check(newKey(t).Public()), "seal.certificate")
	broken(t, cert.Check(nil), "seal.certificate")
}

func TestEveryFieldOfACertificateIsSigned(t *testing.T) {
	root, _, cert := certified(t)
	changeEach(t, cert, "Signature", func(field string, changed seal.Certificate) {
		broken(t, changed.Check(root.Public()), "seal.certificate")
		require.NotEqual(t, cert.ID(), changed.ID(), field)
	})
}

// changeEach gives the value with one field changed after the other, all but those named.
func changeEach[T any](t *testing.T, value T, but string, do func(field string, changed T)) {
	t.Helper()
	for i := range reflect.TypeFor[T]().NumField() {
		name := reflect.TypeFor[T]().Field(i).Name
		if strings.Contains(but, name) {
			continue
		}
		changed := value
		field := reflect.ValueOf(&changed).Elem().Field(i)
		switch field.Kind() {
		case reflect.String:
			field.SetString(field.String() + "改")
		case reflect.Int, reflect.Int64:
			field.SetInt(field.Int() + 1)
		case reflect.Slice:
			bytes := append([]byte{}, field.Bytes()...)
			bytes[0] ^= 1
			field.SetBytes(bytes)
		default:
			t.Fatalf("a field of kind %s", field.Kind())
		}
		do(name, changed)
	}
}

func march(day int) time.Time { return time.Date(2026, 3, day, 4, 0, 0, 0, time.UTC) }

// chained makes a log of so many records.
func chained(key seal.Key, cert seal.Certificate, n int) []seal.Record {
	records := make([]seal.Record, n)
	var before seal.Record
	for i := range records {
		before = seal.Record{
			ID: string(rune('a' + i)), At: seal.Instant(march(5)), Kind: "act", PersonID: "p", KeyID: cert.ID(), Name: "李",
			Act: "check", ItemID: "i", Version: 1, Number: "2026-0001", Digest: "d", Statement: "{}",
		}.After(before, key)
		records[i] = before
	}
	return records
}

func TestALogOfSignedRecordsHolds(t *testing.T) {
	root, key, cert := certified(t)
	records := chained(key, cert, 5)
	require.Empty(t, seal.VerifyChain(records))
	for _, r := range records {
		require.NoError(t, r.Check(root.Public(), cert))
	}
}

func TestAChangeInAnyFieldOfARecordIsFound(t *testing.T) {
	root, key, cert := certified(t)
	records := chained(key, cert, 3)
	changeEach(t, records[1], "", func(field string, changed seal.Record) {
		require.Error(t, changed.Check(root.Public(), cert), field)
		if field != "Signature" {
			log := []seal.Record{records[0], changed, records[2]}
			require.NotEmpty(t, seal.VerifyChain(log), field)
		}
	})
}

func TestARecordWhoseHashIsMadeToFitStillLacksTheSignature(t *testing.T) {
	root, key, cert := certified(t)
	r := chained(key, cert, 1)[0]
	r.Digest = "另一个"
	r.Hash = r.Sum(r.Prev)
	broken(t, r.Check(root.Public(), cert), "seal.signature")
	other := chained(newKey(t), cert, 1)[0]
	broken(t, other.Check(root.Public(), cert), "seal.signature")
	late := chained(key, cert, 1)[0]
	late.At = seal.Instant(march(5).AddDate(0, 1, 0))
	late = late.After(seal.Record{}, key)
	broken(t, late.Check(root.Public(), cert), "seal.dates")
}

func TestRemovedInsertedAndExchangedRecordsAreFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, key, cert := certified(t)
		records := chained(key, cert, 6)
		i := rapid.IntRange(0, 4).Draw(t, "at")
		without := append(append([]seal.Record{}, records[:i]...), records[i+1:]...)
		require.NotEmpty(t, seal.VerifyChain(without))
		exchanged := append([]seal.Record{}, records...)
		exchanged[i], exchanged[i+1] = exchanged[i+1], exchanged[i]
		require.NotEmpty(t, seal.VerifyChain(exchanged))
		twice := append(append([]seal.Record{}, records[:i+1]...), records[i:]...)
		require.NotEmpty(t, seal.VerifyChain(twice))
	})
}

func TestABulletinIsCheckedWithNothingButItself(t *testing.T) {
	root, key, cert := certified(t)
	payload := []byte("公开内容")
	signed := key.SignPayload(payload, root.Public(), cert, march(5))
	text, err := json.Marshal(signed)
	require.NoError(t, err)
	var read seal.Signed
	require.NoError(t, json.Unmarshal(text, &read))
	fingerprint := seal.Fingerprint(root.Public())
	require.NoError(t, seal.Verify(payload, read, ""))
	require.NoError(t, seal.Verify(payload, read, strings.ToUpper(strings.ReplaceAll(fingerprint, "-", " "))))
	broken(t, seal.Verify([]byte("别的内容"), read, fingerprint), "seal.payload")
	broken(t, seal.Verify(payload, read, seal.Fingerprint(newKey(t).Public())), "seal.foreign")
	late := key.SignPayload(payload, root.Public(), cert, march(5).AddDate(0, 2, 0))
	broken(t, seal.Verify(payload, late, fingerprint), "seal.dates")
	read.At = "2026-03-06T04:00:00.000Z"
	broken(t, seal.Verify(payload, read, fingerprint), "seal.payload")
	require.Error(t, seal.Verify(payload, seal.Signed{}, ""), "nothing is signed by nobody")
}

func TestASignatureForOnePurposeIsNoneForAnother(t *testing.T) {
	root, key, cert := certified(t)
	r := chained(key, cert, 1)[0]
	signed := key.SignPayload([]byte(r.Hash), root.Public(), cert, march(5))
	r.Signature = signed.Signature
	broken(t, r.Check(root.Public(), cert), "seal.signature")
}

func TestAFingerprintCanBeReadOut(t *testing.T) {
	require.Regexp(t, `^([0-9a-f]{4}-){7}[0-9a-f]{4}$`, seal.Fingerprint(newKey(t).Public()))
	require.False(t, seal.SameFingerprint("ab", ""))
}
