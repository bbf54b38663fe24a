package store

import (
	"context"
	"encoding/json"
	"fmt"

	"gongkailan/data"
)

const delegationsSelect = `
SELECT id, body
  FROM delegations
 ORDER BY id`

// Delegations gives every delegation that was ever given, the first first. One that cannot be read was written by hand:
// it is there by its ID alone, so that it is seen and lets nobody act.
func (t *Tx) Delegations(ctx context.Context) ([]data.Delegation, error) {
	var rows []struct {
		ID   string `db:"id"`
		Body string `db:"body"`
	}
	if err := t.all(ctx, &rows, delegationsSelect); err != nil {
		return nil, fmt.Errorf("read the delegations: %w", err)
	}
	list := make([]data.Delegation, len(rows))
	for i, r := range rows {
		if json.Unmarshal([]byte(r.Body), &list[i]) != nil || list[i].ID != r.ID {
			list[i] = data.Delegation{ID: r.ID}
		}
	}
	return list, nil
}

const delegationSave = `
INSERT INTO delegations (id, body)
VALUES (?, ?)
    ON CONFLICT (id) DO UPDATE
   SET body = excluded.body`

// SaveDelegation adds a delegation, or writes that it was taken back.
func (t *Tx) SaveDelegation(ctx context.Context, d data.Delegation) error {
	if err := t.exec(ctx, delegationSave, d.ID, writeJSON(d)); err != nil {
		return fmt.Errorf("save a delegation: %w", err)
	}
	return nil
}
