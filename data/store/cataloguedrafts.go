package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

const catalogueDraftSelect = `
SELECT body
  FROM catalogue_drafts
 WHERE person_id = ?`

// CatalogueDraft gives the person's unsaved changes of the catalogue as they were kept, "" where there are none.
func (t *Tx) CatalogueDraft(ctx context.Context, personID string) (string, error) {
	var body string
	err := t.get(ctx, &body, catalogueDraftSelect, personID)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", fmt.Errorf("read the draft of the catalogue: %w", err)
	}
	return body, nil
}

const (
	catalogueDraftDelete = `
DELETE FROM catalogue_drafts
 WHERE person_id = ?`

	catalogueDraftInsert = `
INSERT INTO catalogue_drafts (person_id, body)
VALUES (?, ?)`
)

// KeepCatalogueDraft keeps the person's unsaved changes of the catalogue in place of those before; "" takes them away.
func (t *Tx) KeepCatalogueDraft(ctx context.Context, personID, body string) error {
	if err := t.exec(ctx, catalogueDraftDelete, personID); err != nil {
		return fmt.Errorf("clear the draft of the catalogue: %w", err)
	}
	if body == "" {
		return nil
	}
	if err := t.exec(ctx, catalogueDraftInsert, personID, body); err != nil {
		return fmt.Errorf("keep the draft of the catalogue: %w", err)
	}
	return nil
}
