package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"gongkailan/data"
)

const settingsSelect = `
SELECT body
  FROM settings
 WHERE id = 1`

// Settings gives how the unit works; the zero settings where none were saved. What cannot be read was written by hand
// and is refused with ErrBroken.
func (t *Tx) Settings(ctx context.Context) (data.Settings, error) {
	var body string
	err := t.get(ctx, &body, settingsSelect)
	if errors.Is(err, sql.ErrNoRows) {
		return data.Settings{}, nil
	}
	if err != nil {
		return data.Settings{}, fmt.Errorf("read the settings: %w", err)
	}
	var s data.Settings
	if err := json.Unmarshal([]byte(body), &s); err != nil {
		return data.Settings{}, data.Refuse(data.ErrBroken, "settings.broken")
	}
	return s, nil
}

const settingsSave = `
INSERT INTO settings (id, body)
VALUES (1, ?)
    ON CONFLICT (id) DO UPDATE
   SET body = excluded.body`

// SaveSettings writes how the unit works.
func (t *Tx) SaveSettings(ctx context.Context, s data.Settings) error {
	if err := t.exec(ctx, settingsSave, writeJSON(s)); err != nil {
		return fmt.Errorf("save the settings: %w", err)
	}
	return nil
}

// writeJSON writes what our own types of strings and numbers hold.
func writeJSON(what any) string {
	text, err := json.Marshal(what)
	if err != nil {
		panic(err) // they always marshal
	}
	return string(text)
}
