package desk

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"

	"gongkailan/data"
	"gongkailan/data/seal"
	"gongkailan/data/store"
)

// What a record of the log is about. Its statement holds, as JSON, what was said or entered.
const (
	kindFounded    = "founded"    // the unit with its root key
	kindUnit       = "unit"       // the unit changed
	kindOffices    = "offices"    // the offices, all of them
	kindPerson     = "person"     // a person added or changed; item_id is the person
	kindKey        = "key"        // a certificate; item_id is the person
	kindPassword   = "password"   // somebody changed the own password
	kindCatalogue  = "catalogue"  // a version of the catalogue
	kindDraft      = "draft"      // a version of an item begun
	kindAct        = "act"        // an act on a version of an item
	kindBulletin   = "bulletin"   // a bulletin; version is its serial number
	kindSettings   = "settings"   // how the unit works
	kindDelegation = "delegation" // given or taken back; item_id is the delegation
	kindHandover   = "handover"   // an item given to another clerk
	kindUse        = "use"        // what a channel did for an item, and how it ended
	kindOpinion    = "opinion"    // an act on an opinion; item_id is the opinion
	kindBallot     = "ballot"     // a ballot taken in; item_id is the digest of its file
)

// founding is what the first record of the log states.
type founding struct {
	Unit data.Unit `json:"unit"`
	Root []byte    `json:"root"`
}

// drafting is what the record of a draft states.
type drafting struct {
	Office string `json:"office"`
	Entry  string `json:"entry"`
}

// listing is what the record of a catalogue states: the whole list, where it came from, and why entries were left out.
type listing struct {
	Catalogue data.Catalogue    `json:"catalogue"`
	Note      string            `json:"note,omitempty"`
	Reasons   []data.Retirement `json:"reasons,omitempty"`
}

// signer is who signs a record: the person as of now, with key and certificate.
type signer struct {
	person data.Person
	office string // name of the person's office
	cert   seal.Certificate
	key    seal.Key
}

// stated writes what a record states.
func stated(what any) string {
	text, err := json.Marshal(what)
	if err != nil {
		panic(err) // our own types of strings and numbers always marshal
	}
	return string(text)
}

// append signs the record and adds it to the log inside the transaction.
func (by signer) append(ctx context.Context, tx *store.Tx, at time.Time, r seal.Record) (seal.Record, error) {
	before, err := tx.LastRecord(ctx)
	if err != nil {
		return seal.Record{}, err
	}
	id, err := newID()
	if err != nil {
		return seal.Record{}, err
	}
	r.ID, r.At = id, seal.Instant(at)
	r.PersonID, r.KeyID = by.person.ID, by.cert.ID()
	r.Name, r.Duty, r.Office = by.person.Name, by.person.Duty, by.office
	r = r.After(before, by.key)
	return r, tx.Append(ctx, r)
}

// newID makes a UUID v7: it sorts by time and does not collide between machines.
func newID() (string, error) {
	id, err := uuid.NewV7()
	if err != nil {
		return "", fmt.Errorf("new id: %w", err)
	}
	return id.String(), nil
}

// officeName gives the name of the office of that id, "" where there is none.
func officeName(offices []data.Office, id string) string {
	for _, o := range offices {
		if o.ID == id {
			return o.Name
		}
	}
	return ""
}
