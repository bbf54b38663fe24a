package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"gongkailan/data"
)

// OpinionFilter narrows a list of opinions; what is zero does not count.
type OpinionFilter struct {
	Kind     data.MessageKind
	State    data.OpinionState
	OnlyOpen bool // still to be answered
	Limit    int
}

// OpinionBox is a sealed text of an opinion: what was written with one of its acts.
type OpinionBox struct {
	OpinionID string `db:"opinion_id"`
	Step      int    `db:"step"` // counted from 0
	Box       []byte `db:"box"`
}

// OpinionReader is the key of an opinion, sealed to somebody who may read it.
type OpinionReader struct {
	OpinionID string `db:"opinion_id"`
	PersonID  string `db:"person_id"`
	Sealing   string `db:"sealing"` // fingerprint of the key that it is sealed to
	Box       []byte `db:"box"`
}

// Flags are compared with 0, so that another number written there by hand does not make the row unreadable.
const opinionColumns = `id, number, kind, received_on, way, item_id, item_number, state, due_on, extended <> 0 AS extended,
       handled <> 0 AS handled, assigned_id, published <> 0 AS published, receipt_id, message_id`

const opinionOne = `
SELECT ` + opinionColumns + `
  FROM opinions
 WHERE number = ?`

// Opinion gives what everybody may know of the opinion. It fails with ErrNotFound.
func (t *Tx) Opinion(ctx context.Context, number string) (data.Opinion, error) {
	var o data.Opinion
	err := t.get(ctx, &o, opinionOne, number)
	if errors.Is(err, sql.ErrNoRows) {
		return o, data.Refuse(data.ErrNotFound, "opinion.none", number)
	}
	if err != nil {
		return o, fmt.Errorf("read an opinion: %w", err)
	}
	return o, nil
}

const (
	opinionsMatching = `
  FROM opinions
 WHERE (? = '' OR kind = ?)
   AND (? = '' OR state = ?)
   AND (? = 0 OR state <> ?)`

	opinionsSelect = `
SELECT ` + opinionColumns + opinionsMatching + `
 ORDER BY id DESC
 LIMIT ?`

	opinionsCount = `
SELECT count(*)` + opinionsMatching
)

// mostOpinions stands for no limit.
const mostOpinions = 1 << 31

func (f OpinionFilter) args() []any {
	open := 0
	if f.OnlyOpen {
		open = 1
	}
	return []any{f.Kind, f.Kind, f.State, f.State, open, data.OpinionAnswered}
}

// Opinions lists opinions, the newest first.
func (t *Tx) Opinions(ctx context.Context, f OpinionFilter) ([]data.Opinion, error) {
	limit := f.Limit
	if limit == 0 {
		limit = mostOpinions
	}
	var list []data.Opinion
	if err := t.all(ctx, &list, opinionsSelect, append(f.args(), limit)...); err != nil {
		return nil, fmt.Errorf("read the opinions: %w", err)
	}
	return list, nil
}

// CountOpinions tells how many opinions the filter lets through.
func (t *Tx) CountOpinions(ctx context.Context, f OpinionFilter) (int, error) {
	var n int
	if err := t.get(ctx, &n, opinionsCount, f.args()...); err != nil {
		return 0, fmt.Errorf("count the opinions: %w", err)
	}
	return n, nil
}

const opinionSave = `
INSERT INTO opinions (id, number, kind, received_on, way, item_id, item_number, state, due_on, extended, handled,
                      assigned_id, published, receipt_id, message_id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE
   SET number = excluded.number, kind = excluded.kind, received_on = excluded.received_on, way = excluded.way, item_id = excluded.item_id,
       item_number = excluded.item_number, state = excluded.state, due_on = excluded.due_on,
       extended = excluded.extended, handled = excluded.handled, assigned_id = excluded.assigned_id,
       published = excluded.published, receipt_id = excluded.receipt_id, message_id = excluded.message_id`

// SaveOpinion adds an opinion, or writes what has become of it.
func (t *Tx) SaveOpinion(ctx context.Context, o data.Opinion) error {
	err := t.exec(ctx, opinionSave, o.ID, o.Number, o.Kind, o.ReceivedOn, o.Way, o.ItemID, o.ItemNumber, o.State, o.Due,
		o.Extended, o.Handled, o.AssignedID, o.Published, o.ReceiptID, o.MessageID)
	if err != nil {
		return fmt.Errorf("save an opinion: %w", err)
	}
	return nil
}

const opinionTextAdd = `
INSERT INTO opinion_texts (opinion_id, step, box)
VALUES (?, ?, ?)`

// AddOpinionText adds what was written with an act, sealed.
func (t *Tx) AddOpinionText(ctx context.Context, b OpinionBox) error {
	if err := t.exec(ctx, opinionTextAdd, b.OpinionID, b.Step, b.Box); err != nil {
		return fmt.Errorf("save a sealed text: %w", err)
	}
	return nil
}

const opinionTexts = `
SELECT opinion_id, step, box
  FROM opinion_texts
 WHERE ? = '' OR opinion_id = ?
 ORDER BY opinion_id, step`

// OpinionTexts gives the sealed texts of an opinion in their order; "" gives those of all.
func (t *Tx) OpinionTexts(ctx context.Context, opinionID string) ([]OpinionBox, error) {
	var list []OpinionBox
	if err := t.all(ctx, &list, opinionTexts, opinionID, opinionID); err != nil {
		return nil, fmt.Errorf("read sealed texts: %w", err)
	}
	return list, nil
}

const opinionReaders = `
SELECT opinion_id, person_id, sealing, box
  FROM opinion_readers
 WHERE ? = '' OR opinion_id = ?
 ORDER BY opinion_id, person_id`

// OpinionReaders gives the sealed keys of an opinion by person; "" gives those of all.
func (t *Tx) OpinionReaders(ctx context.Context, opinionID string) ([]OpinionReader, error) {
	var list []OpinionReader
	if err := t.all(ctx, &list, opinionReaders, opinionID, opinionID); err != nil {
		return nil, fmt.Errorf("read the readers of opinions: %w", err)
	}
	return list, nil
}

const (
	opinionReadersClear = `
DELETE FROM opinion_readers
 WHERE opinion_id = ?`

	opinionReaderAdd = `
INSERT INTO opinion_readers (opinion_id, person_id, sealing, box)
VALUES (?, ?, ?, ?)`
)

// SetOpinionReaders puts these sealed keys in place of those there are.
func (t *Tx) SetOpinionReaders(ctx context.Context, opinionID string, readers []OpinionReader) error {
	if err := t.exec(ctx, opinionReadersClear, opinionID); err != nil {
		return fmt.Errorf("take away the readers of an opinion: %w", err)
	}
	for _, r := range readers {
		if err := t.exec(ctx, opinionReaderAdd, opinionID, r.PersonID, r.Sealing, r.Box); err != nil {
			return fmt.Errorf("save a reader of an opinion: %w", err)
		}
	}
	return nil
}
