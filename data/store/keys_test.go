package store_test

import (
	"crypto/rand"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/seal"
	"gongkailan/data/store"
)

func withPerson(t *testing.T) *store.Store {
	s := newStore(t)
	write(t, s, func(tx *store.Tx) error { return tx.SavePerson(ctx, data.Person{ID: "p", Name: "李"}) })
	return s
}

func TestANewCertificateEndsTheOneBefore(t *testing.T) {
	s := withPerson(t)
	first := seal.Certificate{PersonID: "p", Name: "李", Public: []byte{1}, Sealing: []byte{2}, From: "2026-01-01", Signature: []byte{3}}
	second := first
	second.From = "2026-02-01"
	write(t, s, func(tx *store.Tx) error { return tx.SaveCertificate(ctx, first, 4) })
	write(t, s, func(tx *store.Tx) error { return tx.SaveCertificate(ctx, second, 9) })
	current := read(t, s, func(tx *store.Tx) (store.Certified, error) {
		c, ok, err := tx.Certificate(ctx, "p")
		require.True(t, ok)
		return c, err
	})
	require.Equal(t, second, current.Certificate)
	all := read(t, s, func(tx *store.Tx) ([]store.Certified, error) { return tx.Certificates(ctx) })
	require.Len(t, all, 2)
	for _, c := range all {
		require.Equal(t, c.ID, c.Certificate.ID())
		require.Equal(t, c.ID == first.ID(), c.Ended == 9)
	}
}

func TestASecretIsKeptAsItIsLocked(t *testing.T) {
	s := withPerson(t)
	secret := func() store.Secret {
		return read(t, s, func(tx *store.Tx) (store.Secret, error) { return tx.Secret(ctx, "p") })
	}
	require.Nil(t, secret().Locked.Box)
	locked, err := seal.Lock(rand.Reader, seal.Cost{Time: 1, Memory: 8, Threads: 1}, "密码", "p", []byte("s"))
	require.NoError(t, err)
	write(t, s, func(tx *store.Tx) error {
		return tx.SaveSecret(ctx, "p", store.Secret{Locked: locked, Root: []byte("r")})
	})
	require.Equal(t, store.Secret{Locked: locked, Root: []byte("r")}, secret())
	write(t, s, func(tx *store.Tx) error { return tx.SaveSecret(ctx, "p", store.Secret{Locked: locked}) })
	require.Nil(t, secret().Root)
}

func TestKeysBelongToPeople(t *testing.T) {
	s := newStore(t)
	require.Error(t, s.Write(ctx, func(tx *store.Tx) error { return tx.SaveSecret(ctx, "nobody", store.Secret{}) }))
}
