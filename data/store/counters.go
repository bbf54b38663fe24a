package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

const counterNext = `
INSERT INTO counters (name, value)
VALUES (?, 1)
    ON CONFLICT (name) DO UPDATE
   SET value = counters.value + 1
RETURNING value`

// Next gives the counter's next number, from 1; a number that was given is not given again.
func (t *Tx) Next(ctx context.Context, counter string) (int, error) {
	var value int
	if err := t.get(ctx, &value, counterNext, counter); err != nil {
		return 0, fmt.Errorf("next number of %s: %w", counter, err)
	}
	return value, nil
}

const counterValue = `
SELECT value
  FROM counters
 WHERE name = ?`

// Count gives the number that the counter gave last, 0 where it has given none.
func (t *Tx) Count(ctx context.Context, counter string) (int, error) {
	var value int
	if err := t.get(ctx, &value, counterValue, counter); err != nil && !errors.Is(err, sql.ErrNoRows) {
		return 0, fmt.Errorf("read the counter %s: %w", counter, err)
	}
	return value, nil
}
