package store

import (
	"context"
	"fmt"

	"gongkailan/data"
)

const officesSelect = `
SELECT id, name
  FROM offices
 ORDER BY position, id`

// Offices gives the unit's offices in their order.
func (t *Tx) Offices(ctx context.Context) ([]data.Office, error) {
	offices := []data.Office{}
	if err := t.all(ctx, &offices, officesSelect); err != nil {
		return nil, fmt.Errorf("read the offices: %w", err)
	}
	return offices, nil
}

const (
	officesDelete = `DELETE FROM offices`

	officesInsert = `
INSERT INTO offices (id, name, position)
VALUES (?, ?, ?)`
)

// SaveOffices puts these offices, in this order, in place of those there were.
func (t *Tx) SaveOffices(ctx context.Context, offices []data.Office) error {
	if err := t.exec(ctx, officesDelete); err != nil {
		return fmt.Errorf("save the offices: %w", err)
	}
	for i, o := range offices {
		if err := t.exec(ctx, officesInsert, o.ID, o.Name, i+1); err != nil {
			return fmt.Errorf("save the office %s: %w", o.Name, err)
		}
	}
	return nil
}

const officeUses = `
SELECT (SELECT count(*) FROM people WHERE office_id = ?)
     + (SELECT count(*) FROM items WHERE office_id = ?)`

// OfficeInUse tells whether somebody belongs to the office or an item does.
func (t *Tx) OfficeInUse(ctx context.Context, id string) (bool, error) {
	var uses int
	if err := t.get(ctx, &uses, officeUses, id, id); err != nil {
		return false, fmt.Errorf("who uses the office: %w", err)
	}
	return uses > 0, nil
}
