package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"gongkailan/data/seal"
)

const logColumns = `seq, id, at, kind, person_id, key_id, name, duty, office, act, item_id, version, number, digest,
       statement, prev, hash, signature`

const logInsert = `
INSERT INTO log (seq, id, at, kind, person_id, key_id, name, duty, office, act, item_id, version, number, digest,
                 statement, prev, hash, signature)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

// Append adds a record to the log. Nothing in the log is ever changed.
func (t *Tx) Append(ctx context.Context, r seal.Record) error {
	err := t.exec(ctx, logInsert, r.Seq, r.ID, r.At, r.Kind, r.PersonID, r.KeyID, r.Name, r.Duty, r.Office, r.Act,
		r.ItemID, r.Version, r.Number, r.Digest, r.Statement, r.Prev, r.Hash, r.Signature)
	if err != nil {
		return fmt.Errorf("append to the log: %w", err)
	}
	_, err = t.Next(ctx, logCounter)
	return err
}

// logCounter counts the records as they are appended, and never goes back.
const logCounter = "log"

// Appended tells how many records were ever appended to the log.
func (t *Tx) Appended(ctx context.Context) (int, error) { return t.Count(ctx, logCounter) }

const logLast = `
SELECT ` + logColumns + `
  FROM log
 ORDER BY seq DESC
 LIMIT 1`

// LastRecord gives the newest record of the log, the zero record where there is none.
func (t *Tx) LastRecord(ctx context.Context) (seal.Record, error) {
	return t.record(ctx, logLast)
}

const logLastAbout = `
SELECT ` + logColumns + `
  FROM log
 WHERE kind = ? AND item_id = ?
 ORDER BY seq DESC
 LIMIT 1`

// LastAbout gives the newest record of the kind about the item or person, the zero record where there is none.
func (t *Tx) LastAbout(ctx context.Context, kind, id string) (seal.Record, error) {
	return t.record(ctx, logLastAbout, kind, id)
}

func (t *Tx) record(ctx context.Context, query string, args ...any) (seal.Record, error) {
	var r seal.Record
	err := t.get(ctx, &r, query, args...)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return seal.Record{}, fmt.Errorf("read the log: %w", err)
	}
	return r, nil
}

const logAll = `
SELECT ` + logColumns + `
  FROM log
 ORDER BY seq`

// Log gives the whole log.
func (t *Tx) Log(ctx context.Context) ([]seal.Record, error) {
	return t.records(ctx, logAll)
}

const logAbout = `
SELECT ` + logColumns + `
  FROM log
 WHERE item_id = ?
 ORDER BY seq`

// RecordsAbout gives the records about an item, of all its versions, or about a person.
func (t *Tx) RecordsAbout(ctx context.Context, id string) ([]seal.Record, error) {
	return t.records(ctx, logAbout, id)
}

const logHavingAct = `
SELECT ` + logColumns + `
  FROM log
 WHERE item_id IN (SELECT item_id FROM log WHERE act = ?)
 ORDER BY seq`

// RecordsOfItemsWith gives all records about the items to which the act was done at least once.
func (t *Tx) RecordsOfItemsWith(ctx context.Context, act string) ([]seal.Record, error) {
	return t.records(ctx, logHavingAct, act)
}

func (t *Tx) records(ctx context.Context, query string, args ...any) ([]seal.Record, error) {
	var records []seal.Record
	if err := t.all(ctx, &records, query, args...); err != nil {
		return nil, fmt.Errorf("read the log: %w", err)
	}
	return records, nil
}

const logKinds = `
SELECT ` + logColumns + `
  FROM log
 WHERE kind IN (?, ?, ?, ?)
 ORDER BY seq`

// RecordsOfKinds gives the records of these kinds.
func (t *Tx) RecordsOfKinds(ctx context.Context, kinds [4]string) ([]seal.Record, error) {
	return t.records(ctx, logKinds, kinds[0], kinds[1], kinds[2], kinds[3])
}

const logCount = `
SELECT count(*)
  FROM log
 WHERE kind = ?`

// CountRecords tells how many records of the kind there are.
func (t *Tx) CountRecords(ctx context.Context, kind string) (int, error) {
	var n int
	if err := t.get(ctx, &n, logCount, kind); err != nil {
		return 0, fmt.Errorf("count the log: %w", err)
	}
	return n, nil
}
