package desk

import (
	"context"
	"strconv"

	"gongkailan/data"
	"gongkailan/data/store"
)

// keeping is how the database is kept, beside what is in it.
type keeping struct {
	damage   []string // what the engine finds wrong in the file
	triggers bool     // the log's triggers are there
	appended int      // records ever written to the log
	secrets  map[string]bool
}

func readKeeping(ctx context.Context, tx *store.Tx) (keeping, error) {
	var k keeping
	var err error
	if k.damage, err = tx.Damage(ctx); err != nil {
		return k, err
	}
	if k.triggers, err = tx.TriggersIntact(ctx); err != nil {
		return k, err
	}
	if k.appended, err = tx.Appended(ctx); err != nil {
		return k, err
	}
	k.secrets, err = tx.SecretsKept(ctx)
	return k, err
}

// badlyKept names a damaged file, a log without its triggers or its end, and who can no longer sign.
func (e evidence) badlyKept(file string, today data.Date) []Broken {
	var list []Broken
	add := func(code string, args ...string) {
		list = append(list, Broken{Why: data.Refuse(data.ErrBroken, code, args...)})
	}
	if n := len(e.keeping.damage); n > 0 {
		add("verify.file", file, strconv.Itoa(n))
	}
	if !e.keeping.triggers {
		add("verify.triggers")
	}
	if e.keeping.appended != len(e.log) {
		add("verify.cut", strconv.Itoa(len(e.log)), strconv.Itoa(e.keeping.appended))
	}
	for _, p := range e.people {
		if p.InOffice(today) && e.certified(p) && !e.keeping.secrets[p.ID] {
			add("verify.secret", p.Name)
		}
	}
	return list
}

// certified tells whether the person has a certificate in use.
func (e evidence) certified(p data.Person) bool {
	for _, c := range e.seals.certs {
		if c.PersonID == p.ID && c.ended == 0 {
			return true
		}
	}
	return false
}
