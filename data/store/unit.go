package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"gongkailan/data"
)

type unitRow struct {
	Name           string `db:"name"`
	Superior       string `db:"superior"`
	Issuer         string `db:"issuer"`
	ContactOffice  string `db:"contact_office"`
	ContactPhone   string `db:"contact_phone"`
	ContactAddress string `db:"contact_address"`
	ContactMailbox string `db:"contact_mailbox"`
	Demo           bool   `db:"demo"`
	Root           []byte `db:"root"`
}

const unitSelect = `
SELECT name, superior, issuer, contact_office, contact_phone, contact_address, contact_mailbox, demo <> 0 AS demo, root
  FROM unit
 WHERE id = 1`

// Unit gives the unit and its public root key, nil until the unit is founded.
func (t *Tx) Unit(ctx context.Context) (data.Unit, []byte, error) {
	var r unitRow
	err := t.get(ctx, &r, unitSelect)
	if errors.Is(err, sql.ErrNoRows) {
		return data.Unit{}, nil, nil
	}
	if err != nil {
		return data.Unit{}, nil, fmt.Errorf("read the unit: %w", err)
	}
	return data.Unit{
		Name: r.Name, Superior: r.Superior, Issuer: r.Issuer, Demo: r.Demo,
		Contact: data.Contact{
			Office: r.ContactOffice, Phone: r.ContactPhone, Address: r.ContactAddress, Mailbox: r.ContactMailbox,
		},
	}, r.Root, nil
}

const unitSave = `
INSERT INTO unit (id, name, superior, issuer, contact_office, contact_phone, contact_address, contact_mailbox, demo)
VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE
   SET name = excluded.name, superior = excluded.superior, issuer = excluded.issuer,
       contact_office = excluded.contact_office, contact_phone = excluded.contact_phone,
       contact_address = excluded.contact_address, contact_mailbox = excluded.contact_mailbox,
       demo = excluded.demo`

// SaveUnit writes what the unit is; its root key stays.
func (t *Tx) SaveUnit(ctx context.Context, u data.Unit) error {
	c := u.Contact
	err := t.exec(ctx, unitSave, u.Name, u.Superior, u.Issuer, c.Office, c.Phone, c.Address, c.Mailbox, u.Demo)
	if err != nil {
		return fmt.Errorf("save the unit: %w", err)
	}
	return nil
}

const unitRoot = `
UPDATE unit
   SET root = ?
 WHERE id = 1`

// SetRoot writes the unit's public root key, once, when the unit is founded.
func (t *Tx) SetRoot(ctx context.Context, root []byte) error {
	if err := t.exec(ctx, unitRoot, root); err != nil {
		return fmt.Errorf("save the root key: %w", err)
	}
	return nil
}
