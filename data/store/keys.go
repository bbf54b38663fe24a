package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"gongkailan/data/seal"
)

// Certified is a certificate as stored.
type Certified struct {
	ID string
	seal.Certificate
	Ended int64 // number of the log record that ended it, 0 while it is in use
}

type certificateRow struct {
	ID       string `db:"id"`
	PersonID string `db:"person_id"`
	Body     string `db:"body"`
	Ended    int64  `db:"ended"`
}

// certified reads the row. A certificate that cannot be read, or stands under another person, is one that nothing signed:
// it fails every check.
func (r certificateRow) certified() Certified {
	c := Certified{ID: r.ID, Ended: r.Ended}
	if err := json.Unmarshal([]byte(r.Body), &c.Certificate); err != nil || c.PersonID != r.PersonID {
		c.Certificate = seal.Certificate{}
	}
	return c
}

const certificatesSelect = `
SELECT id, person_id, body, ended
  FROM certificates
 ORDER BY id`

// Certificates gives every certificate of the unit, ended ones too.
func (t *Tx) Certificates(ctx context.Context) ([]Certified, error) {
	var rows []certificateRow
	if err := t.all(ctx, &rows, certificatesSelect); err != nil {
		return nil, fmt.Errorf("read the certificates: %w", err)
	}
	certificates := make([]Certified, len(rows))
	for i, r := range rows {
		certificates[i] = r.certified()
	}
	return certificates, nil
}

const certificateCurrent = `
SELECT id, person_id, body, ended
  FROM certificates
 WHERE person_id = ? AND ended = 0`

// Certificate gives the person's certificate that is in use; false where there is none.
func (t *Tx) Certificate(ctx context.Context, personID string) (Certified, bool, error) {
	var r certificateRow
	err := t.get(ctx, &r, certificateCurrent, personID)
	if errors.Is(err, sql.ErrNoRows) {
		return Certified{}, false, nil
	}
	if err != nil {
		return Certified{}, false, fmt.Errorf("read a certificate: %w", err)
	}
	return r.certified(), true, nil
}

const (
	certificateEnd = `
UPDATE certificates
   SET ended = ?
 WHERE person_id = ? AND ended = 0`

	certificateInsert = `
INSERT INTO certificates (id, person_id, body, ended)
VALUES (?, ?, ?, 0)`
)

// SaveCertificate puts the certificate in use; the person's one before it is ended by that record of the log.
func (t *Tx) SaveCertificate(ctx context.Context, c seal.Certificate, record int64) error {
	body, err := json.Marshal(c)
	if err != nil {
		return fmt.Errorf("write a certificate: %w", err)
	}
	if err := t.exec(ctx, certificateEnd, record, c.PersonID); err != nil {
		return fmt.Errorf("end a certificate: %w", err)
	}
	if err := t.exec(ctx, certificateInsert, c.ID(), c.PersonID, string(body)); err != nil {
		return fmt.Errorf("save a certificate: %w", err)
	}
	return nil
}

// Secret is what only its owner can open.
type Secret struct {
	Locked seal.Locked // the person's key under the password
	Root   []byte      // the unit's root key sealed to the person, nil for those who do not administer
}

const secretSelect = `
SELECT locked, root
  FROM secrets
 WHERE person_id = ?`

// Secret gives the person's secret; the zero value, which no password opens, where there is none.
func (t *Tx) Secret(ctx context.Context, personID string) (Secret, error) {
	var row struct {
		Locked string `db:"locked"`
		Root   []byte `db:"root"`
	}
	err := t.get(ctx, &row, secretSelect, personID)
	if errors.Is(err, sql.ErrNoRows) {
		return Secret{}, nil
	}
	if err != nil {
		return Secret{}, fmt.Errorf("read a secret: %w", err)
	}
	s := Secret{Root: row.Root}
	if err := json.Unmarshal([]byte(row.Locked), &s.Locked); err != nil {
		return Secret{}, nil // written by hand: no password opens it, an administrator resets it
	}
	return s, nil
}

const secretsSelect = `
SELECT person_id, locked
  FROM secrets`

// SecretsKept tells of everybody whether the own secret is there and can be read; nobody's is where the table is gone.
func (t *Tx) SecretsKept(ctx context.Context) (map[string]bool, error) {
	var rows []struct {
		PersonID string `db:"person_id"`
		Locked   string `db:"locked"`
	}
	if err := t.all(ctx, &rows, secretsSelect); err != nil && !tableGone(err) {
		return nil, fmt.Errorf("read the secrets: %w", err)
	}
	kept := make(map[string]bool, len(rows))
	for _, r := range rows {
		var l seal.Locked
		kept[r.PersonID] = json.Unmarshal([]byte(r.Locked), &l) == nil && l.Whole()
	}
	return kept, nil
}

const secretSave = `
INSERT INTO secrets (person_id, locked, root)
VALUES (?, ?, ?)
    ON CONFLICT (person_id) DO UPDATE
   SET locked = excluded.locked, root = excluded.root`

// SaveSecret puts the secret in place of the person's one before.
func (t *Tx) SaveSecret(ctx context.Context, personID string, s Secret) error {
	locked, err := json.Marshal(s.Locked)
	if err != nil {
		return fmt.Errorf("write a secret: %w", err)
	}
	if err := t.exec(ctx, secretSave, personID, string(locked), s.Root); err != nil {
		return fmt.Errorf("save a secret: %w", err)
	}
	return nil
}
