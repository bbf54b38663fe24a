package store

import (
	"context"
	"encoding/json"
	"fmt"

	"gongkailan/data"
)

type personRow struct {
	ID       string    `db:"id"`
	Name     string    `db:"name"`
	OfficeID string    `db:"office_id"`
	Duty     string    `db:"duty"`
	Roles    string    `db:"roles"`
	From     data.Date `db:"from_on"`
	Until    data.Date `db:"until_on"`
}

const peopleSelect = `
SELECT id, name, office_id, duty, roles, from_on, until_on
  FROM people
 ORDER BY id`

// People gives everybody of the unit, those no longer in office too, in the order in which they were added.
func (t *Tx) People(ctx context.Context) ([]data.Person, error) {
	var rows []personRow
	if err := t.all(ctx, &rows, peopleSelect); err != nil {
		return nil, fmt.Errorf("read the people: %w", err)
	}
	people := make([]data.Person, len(rows))
	for i, r := range rows {
		people[i] = data.Person{
			ID: r.ID, Name: r.Name, OfficeID: r.OfficeID, Duty: r.Duty, From: r.From, Until: r.Until,
			Roles: readList[data.Role](r.Roles),
		}
	}
	return people, nil
}

const personSave = `
INSERT INTO people (id, name, office_id, duty, roles, from_on, until_on)
VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE
   SET name = excluded.name, office_id = excluded.office_id, duty = excluded.duty, roles = excluded.roles,
       from_on = excluded.from_on, until_on = excluded.until_on`

// SavePerson adds or changes a person.
func (t *Tx) SavePerson(ctx context.Context, p data.Person) error {
	err := t.exec(ctx, personSave, p.ID, p.Name, p.OfficeID, p.Duty, writeList(p.Roles), p.From, p.Until)
	if err != nil {
		return fmt.Errorf("save a person: %w", err)
	}
	return nil
}

// readList reads a list of names from JSON. What cannot be read was written by hand: it stays as the one name in the
// list, so that it is seen and fits no signature.
func readList[T ~string](text string) []T {
	var list []T
	if err := json.Unmarshal([]byte(text), &list); err != nil {
		return []T{T(text)}
	}
	return list
}

func writeList[T ~string](list []T) string {
	text, err := json.Marshal(append([]T{}, list...))
	if err != nil {
		panic(err) // a list of strings always marshals
	}
	return string(text)
}
