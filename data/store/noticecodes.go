package store

import (
	"context"
	"fmt"
)

// Signed names a version of an item and what was signed of it.
type Signed struct {
	ItemID  string `db:"item_id"`
	Number  string `db:"number"`
	Version int    `db:"version"`
	Digest  string `db:"digest"`
}

const signedVersions = `
SELECT DISTINCT item_id, number, version, digest
  FROM log
 WHERE kind = ? AND act <> ''
 ORDER BY item_id, version, digest`

// SignedVersions gives every version on which something was signed, by records of that kind, with each digest that was
// signed.
func (t *Tx) SignedVersions(ctx context.Context, kind string) ([]Signed, error) {
	var list []Signed
	if err := t.all(ctx, &list, signedVersions, kind); err != nil {
		return nil, fmt.Errorf("read what was signed: %w", err)
	}
	return list, nil
}
