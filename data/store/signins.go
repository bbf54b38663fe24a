package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"gongkailan/data/seal"
)

// Attempts is how a person's sign-ins have gone since the last that succeeded.
type Attempts struct {
	Failures int       // in a row
	Until    time.Time // no sign-in before
}

const signinSelect = `
SELECT failures, until_at
  FROM signins
 WHERE person_id = ?`

// Attempts gives the person's failed sign-ins.
func (t *Tx) Attempts(ctx context.Context, personID string) (Attempts, error) {
	var row struct {
		Failures int    `db:"failures"`
		Until    string `db:"until_at"`
	}
	err := t.get(ctx, &row, signinSelect, personID)
	if errors.Is(err, sql.ErrNoRows) {
		return Attempts{}, nil
	}
	if err != nil {
		return Attempts{}, fmt.Errorf("read the sign-ins: %w", err)
	}
	return Attempts{Failures: row.Failures, Until: readInstant(row.Until)}, nil
}

const signinSave = `
INSERT INTO signins (person_id, failures, until_at)
VALUES (?, ?, ?)
    ON CONFLICT (person_id) DO UPDATE
   SET failures = excluded.failures, until_at = excluded.until_at`

// SaveAttempts writes the person's failed sign-ins.
func (t *Tx) SaveAttempts(ctx context.Context, personID string, a Attempts) error {
	if err := t.exec(ctx, signinSave, personID, a.Failures, writeInstant(a.Until)); err != nil {
		return fmt.Errorf("save the sign-ins: %w", err)
	}
	return nil
}

// readInstant reads a stored time; one that cannot be read was written by hand and is no time.
func readInstant(text string) time.Time {
	at, err := seal.ParseInstant(text)
	if err != nil {
		return time.Time{}
	}
	return at
}

func writeInstant(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return seal.Instant(at)
}
