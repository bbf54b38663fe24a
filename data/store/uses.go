package store

import (
	"context"
	"encoding/json"
	"fmt"

	"gongkailan/data"
)

type useRow struct {
	ID      string `db:"id"`
	ItemID  string `db:"item_id"`
	Number  string `db:"number"`
	Version int    `db:"version"`
	Channel string `db:"channel"`
	On      string `db:"on_date"`
	Ended   string `db:"ended_on"`
	Body    string `db:"body"`
}

// use reads the row. One written by hand, its columns for searching included, is seen and fits no record of the log.
func (r useRow) use() data.Use {
	u := data.Use{ID: r.ID}
	if json.Unmarshal([]byte(r.Body), &u) != nil || u.ID != r.ID ||
		string(u.Channel) != r.Channel || string(u.On) != r.On || string(endOf(u)) != r.Ended {
		return data.Use{ID: r.ID, Place: r.Body}
	}
	return u
}

// endOf is the day on which the use ended, "" while it stands.
func endOf(u data.Use) data.Date {
	if u.Ended == nil {
		return ""
	}
	return u.Ended.On
}

const useColumns = `id, item_id, number, version, channel, on_date, ended_on, body`

const (
	usesOfItem = `
SELECT ` + useColumns + `
  FROM uses
 WHERE item_id = ?
 ORDER BY on_date, id`

	usesStanding = `
SELECT ` + useColumns + `
  FROM uses
 WHERE channel = ? AND ended_on = ''
 ORDER BY on_date, id`

	usesAll = `
SELECT ` + useColumns + `
  FROM uses
 ORDER BY id`

	useOne = `
SELECT ` + useColumns + `
  FROM uses
 WHERE id = ?`
)

// Uses gives what channels did for all versions of the item, in the order of days.
func (t *Tx) Uses(ctx context.Context, itemID string) ([]data.ItemUse, error) {
	return t.uses(ctx, usesOfItem, itemID)
}

// Standing gives the uses of the channel that have not ended: of the board, what hangs there.
func (t *Tx) Standing(ctx context.Context, channel data.Channel) ([]data.ItemUse, error) {
	return t.uses(ctx, usesStanding, channel)
}

// AllUses gives every use that was ever recorded.
func (t *Tx) AllUses(ctx context.Context) ([]data.ItemUse, error) { return t.uses(ctx, usesAll) }

// Use gives the use of that ID; false where there is none.
func (t *Tx) Use(ctx context.Context, id string) (data.ItemUse, bool, error) {
	list, err := t.uses(ctx, useOne, id)
	if err != nil || len(list) == 0 {
		return data.ItemUse{}, false, err
	}
	return list[0], true, nil
}

func (t *Tx) uses(ctx context.Context, query string, args ...any) ([]data.ItemUse, error) {
	var rows []useRow
	if err := t.all(ctx, &rows, query, args...); err != nil {
		return nil, fmt.Errorf("read the uses of channels: %w", err)
	}
	list := make([]data.ItemUse, len(rows))
	for i, r := range rows {
		list[i] = data.ItemUse{Use: r.use(), ItemID: r.ItemID, Number: r.Number, Version: r.Version}
	}
	return list, nil
}

const useSave = `
INSERT INTO uses (id, item_id, number, version, channel, on_date, ended_on, body)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE
   SET channel = excluded.channel, on_date = excluded.on_date, ended_on = excluded.ended_on, body = excluded.body`

// SaveUse adds a use, or writes how it ended.
func (t *Tx) SaveUse(ctx context.Context, u data.ItemUse) error {
	err := t.exec(ctx, useSave, u.ID, u.ItemID, u.Number, u.Version, u.Channel, u.On, endOf(u.Use), writeJSON(u.Use))
	if err != nil {
		return fmt.Errorf("save the use of a channel: %w", err)
	}
	return nil
}
