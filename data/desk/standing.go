package desk

import (
	"context"

	"gongkailan/data"
	"gongkailan/data/seal"
	"gongkailan/data/store"
)

// KeyState tells whether somebody can sign.
type KeyState string

const (
	KeyGood    KeyState = "good"    // certified for today, and the password opens it
	KeyOver    KeyState = "over"    // the certificate's last day is past, or its first is ahead
	KeyMissing KeyState = "missing" // no certificate in use, or nothing that a password could open
)

// KeyStates tells of everybody by ID whether they can sign today.
func (d *Desk) KeyStates(ctx context.Context) (map[string]KeyState, error) {
	return view(ctx, d, func(tx *store.Tx) (map[string]KeyState, error) {
		_, root, err := tx.Unit(ctx)
		if err != nil {
			return nil, err
		}
		people, err := tx.People(ctx)
		if err != nil {
			return nil, err
		}
		kept, err := tx.SecretsKept(ctx)
		if err != nil {
			return nil, err
		}
		states := make(map[string]KeyState, len(people))
		for _, p := range people {
			cert, ok, err := tx.Certificate(ctx, p.ID)
			switch {
			case err != nil:
				return nil, err
			case !ok || !kept[p.ID] || cert.Check(root) != nil:
				states[p.ID] = KeyMissing
			case cert.CheckOn(root, d.Today()) != nil:
				states[p.ID] = KeyOver
			default:
				states[p.ID] = KeyGood
			}
		}
		return states, nil
	})
}

// PeopleOn gives everybody with office, duty, roles and dates as the signed log had them at the end of a day (S10); of
// who was entered later, as first entered, since dates of office may reach back behind the program.
func (d *Desk) PeopleOn(ctx context.Context, on data.Date) ([]data.Person, error) {
	return view(ctx, d, func(tx *store.Tx) ([]data.Person, error) {
		people, err := tx.People(ctx)
		if err != nil {
			return nil, err
		}
		certs, err := certificates(ctx, tx)
		if err != nil {
			return nil, err
		}
		then := make([]data.Person, 0, len(people))
		for _, p := range people {
			records, err := tx.RecordsAbout(ctx, p.ID)
			if err != nil {
				return nil, err
			}
			if was, ok := certs.personOn(records, on); ok {
				then = append(then, was)
			}
		}
		return then, nil
	})
}

// personOn reads from the records about a person what was so at the end of the day; false where none holds.
func (s seals) personOn(records []seal.Record, on data.Date) (data.Person, bool) {
	var was data.Person
	found := false
	for _, r := range records {
		if r.Kind != kindPerson || s.check(r) != nil {
			continue
		}
		at, err := seal.ParseInstant(r.At)
		if found && (err != nil || data.DateOf(at) > on) {
			break
		}
		if said, ok := parsed[data.Person](r); ok {
			was, found = said, true
		}
	}
	return was, found
}

// SignedDelegations gives the delegations that are as their giver last signed them, those that are over too.
func (d *Desk) SignedDelegations(ctx context.Context) ([]data.Delegation, error) {
	return view(ctx, d, func(tx *store.Tx) ([]data.Delegation, error) { return d.signedDelegations(ctx, tx) })
}
