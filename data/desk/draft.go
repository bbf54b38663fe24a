package desk

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gongkailan/data"
	"gongkailan/data/seal"
)

// NewDraft begins an item of the catalogue entry, filled with the defaults of the entry and the unit; "" begins one
// outside the catalogue (S4). Its number, 2026-0012, is given here and never again.
func (s *Session) NewDraft(ctx context.Context, entryCode string) (data.Item, error) {
	var begun data.Item
	err := s.do(ctx, func(w *work) error {
		entry, err := w.entry(ctx, entryCode)
		if err != nil {
			return err
		}
		if err := data.MayDraft(entry, w.by.person, w.now.Today); err != nil {
			return err
		}
		it := data.Item{
			Version: 1, OfficeID: w.by.person.OfficeID,
			Content: data.NewContent(entry, w.unit, w.now.Today, w.now.WorkingDays),
		}
		if it.ID, err = newID(); err != nil {
			return err
		}
		if it.Number, err = w.number(ctx); err != nil {
			return err
		}
		if err := w.begin(ctx, it); err != nil {
			return err
		}
		w.tell(Signal{Kind: ItemChanged, Number: it.Number})
		begun, err = w.tx.Item(ctx, it.Number)
		return err
	})
	return begun, err
}

// entry finds the entry in the catalogue in force; the empty code gives the entry of what is outside it.
func (w *work) entry(ctx context.Context, code string) (data.Entry, error) {
	if code == "" {
		return data.Entry{}, nil
	}
	catalogue, ok, err := w.tx.CatalogueOn(ctx, w.now.Today)
	if err != nil {
		return data.Entry{}, err
	}
	if !ok {
		return data.Entry{}, data.Refuse(data.ErrNotFound, "catalogue.none")
	}
	entry, ok := catalogue.Entry(code)
	if !ok {
		return data.Entry{}, data.Refuse(data.ErrNotFound, "catalogue.noentry", code)
	}
	return entry, nil
}

// number gives the year's next number. It is counted inside the transaction, so that a refused draft uses none up.
func (w *work) number(ctx context.Context) (string, error) {
	year := w.now.Today.Year()
	return w.untaken(ctx, fmt.Sprintf("item %d", year), fmt.Sprintf("%d-%%04d", year), func(number string) error {
		_, err := w.tx.Item(ctx, number)
		return err
	})
}

// untaken counts on to the first number under which nothing is found, for a counter that was set back by hand must not
// keep the office from its work.
func (w *work) untaken(ctx context.Context, counter, form string, find func(number string) error) (string, error) {
	for {
		n, err := w.tx.Next(ctx, counter)
		if err != nil {
			return "", err
		}
		number := fmt.Sprintf(form, n)
		switch err := find(number); {
		case errors.Is(err, data.ErrNotFound):
			return number, nil
		case err != nil:
			return "", err
		}
	}
}

// begin signs that a version was begun, and adds it as a draft.
func (w *work) begin(ctx context.Context, it data.Item) error {
	it.Status, it.CreatedBy, it.CreatedAt, it.UpdatedAt = data.Draft, w.by.person.ID, w.at, w.at
	if it.HandlerID == "" {
		it.HandlerID = w.by.person.ID
	}
	_, err := w.by.append(ctx, w.tx, w.at, seal.Record{
		Kind: kindDraft, ItemID: it.ID, Version: it.Version, Number: it.Number,
		Statement: stated(drafting{Office: it.OfficeID, Entry: it.EntryCode}),
	})
	if err != nil {
		return err
	}
	return w.tx.AddItem(ctx, it, it.Form.Names()...)
}

// SaveDraft writes the content of a draft. It is refused where somebody has saved the draft since it was read; nothing
// of either text is lost then.
func (s *Session) SaveDraft(ctx context.Context, it data.Item) (data.Item, error) {
	var saved data.Item
	err := s.do(ctx, func(w *work) error {
		there, err := w.draft(ctx, it)
		if err != nil {
			return err
		}
		if !there.UpdatedAt.Equal(it.UpdatedAt) {
			return data.Refuse(data.ErrRefused, "draft.stale", it.Number)
		}
		there.Content, there.Form = it.Content, it.Form
		there.UpdatedAt = later(w.at, there.UpdatedAt)
		if err := w.tx.SaveContent(ctx, there, there.Form.Names()...); err != nil {
			return err
		}
		w.tell(Signal{Kind: ItemChanged, Number: it.Number})
		saved = there
		return nil
	})
	return saved, err
}

// draft reads the version that is to be saved, and refuses what the person may not change. What status it has is told
// by the log: one that was set back to draft by hand is none.
func (w *work) draft(ctx context.Context, it data.Item) (data.Item, error) {
	certs, err := readSeals(ctx, w.tx, w.root)
	if err != nil {
		return data.Item{}, err
	}
	d, err := readDossier(ctx, w.tx, certs, it.ID)
	if err != nil {
		return data.Item{}, err
	}
	there, ok := d.version(it.Version)
	if !ok || it.Version < d.newest() {
		return data.Item{}, data.Refuse(data.ErrRefused, "draft.stale", it.Number)
	}
	if certs.examine(d, there) != nil {
		return data.Item{}, data.Refuse(data.ErrBroken, "item.broken", there.Number)
	}
	return there, data.MayEdit(there, w.by.person, w.now.Today)
}

// later gives a time after the one before, so that two savings within a millisecond, or on a clock that was put back,
// can still be told apart.
func later(at, before time.Time) time.Time {
	if at.After(before) {
		return at
	}
	return before.Add(time.Millisecond)
}
