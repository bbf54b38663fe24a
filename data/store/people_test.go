package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/store"
)

func people(tx *store.Tx) ([]data.Person, error) { return tx.People(ctx) }

func TestPeopleAreAddedAndChanged(t *testing.T) {
	s := newStore(t)
	p := data.Person{
		ID: "p", Name: "李𬸣", OfficeID: "rs", Duty: "股长", Roles: []data.Role{data.Clerk, data.Admin},
		From: "2026-01-01", Until: "2027-12-31",
	}
	write(t, s, func(tx *store.Tx) error { return tx.SavePerson(ctx, p) })
	require.Equal(t, []data.Person{p}, read(t, s, people))
	p.Duty, p.Roles = "主任", []data.Role{data.Checker}
	write(t, s, func(tx *store.Tx) error { return tx.SavePerson(ctx, p) })
	require.Equal(t, []data.Person{p}, read(t, s, people))
}
