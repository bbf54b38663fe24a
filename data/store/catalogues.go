package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"gongkailan/data"
)

const catalogueOn = `
SELECT version, from_on
  FROM catalogues
 WHERE from_on <= ?
 ORDER BY version DESC
 LIMIT 1`

// CatalogueOn gives the catalogue that is in force on the day, with the entries that were retired before it; false where
// none is yet.
func (t *Tx) CatalogueOn(ctx context.Context, day data.Date) (data.Catalogue, bool, error) {
	return t.withRetired(ctx, catalogueOn, day)
}

const catalogueLast = `
SELECT version, from_on
  FROM catalogues
 ORDER BY version DESC
 LIMIT 1`

// LastCatalogue gives the newest catalogue, which may not be in force yet; false where there is none.
func (t *Tx) LastCatalogue(ctx context.Context) (data.Catalogue, bool, error) {
	return t.withRetired(ctx, catalogueLast)
}

// retiredBefore gives each entry that a version no longer has, as the newest version that had it says.
const retiredBefore = `
SELECT e.code, e.category, e.title, e.mode, e.audience, e.decision, e.office_id
  FROM entries AS e
 WHERE e.version < ?
   AND NOT EXISTS (SELECT 1 FROM entries AS n WHERE n.code = e.code AND n.version > e.version AND n.version <= ?)`

func (t *Tx) withRetired(ctx context.Context, query string, args ...any) (data.Catalogue, bool, error) {
	c, ok, err := t.catalogue(ctx, query, args...)
	if err != nil || !ok {
		return c, ok, err
	}
	retired, err := t.entries(ctx, retiredBefore, c.Version, c.Version)
	if err != nil {
		return data.Catalogue{}, false, err
	}
	return c.After([]data.Catalogue{{Entries: retired}}), true, nil
}

const catalogueVersion = `
SELECT version, from_on
  FROM catalogues
 WHERE version = ?`

const catalogueVersions = `
SELECT version
  FROM catalogues
 ORDER BY version`

// Catalogues gives every version of the catalogue, the oldest first.
func (t *Tx) Catalogues(ctx context.Context) ([]data.Catalogue, error) {
	var versions []int
	if err := t.all(ctx, &versions, catalogueVersions); err != nil {
		return nil, fmt.Errorf("read the catalogues: %w", err)
	}
	catalogues := make([]data.Catalogue, 0, len(versions))
	for _, v := range versions {
		c, _, err := t.catalogue(ctx, catalogueVersion, v)
		if err != nil {
			return nil, err
		}
		catalogues = append(catalogues, c)
	}
	return catalogues, nil
}

const (
	categoriesSelect = `
SELECT code, title, short
  FROM categories
 WHERE version = ?
 ORDER BY position`

	entriesSelect = `
SELECT code, category, title, mode, audience, decision, office_id
  FROM entries
 WHERE version = ?
 ORDER BY position`
)

func (t *Tx) catalogue(ctx context.Context, query string, args ...any) (data.Catalogue, bool, error) {
	var head struct {
		Version int       `db:"version"`
		From    data.Date `db:"from_on"`
	}
	err := t.get(ctx, &head, query, args...)
	if errors.Is(err, sql.ErrNoRows) {
		return data.Catalogue{}, false, nil
	}
	if err != nil {
		return data.Catalogue{}, false, fmt.Errorf("read the catalogue: %w", err)
	}
	c := data.Catalogue{Version: head.Version, From: head.From}
	if err := t.all(ctx, &c.Categories, categoriesSelect, c.Version); err != nil {
		return data.Catalogue{}, false, fmt.Errorf("read the categories: %w", err)
	}
	entries, err := t.entries(ctx, entriesSelect, c.Version)
	if err != nil {
		return data.Catalogue{}, false, err
	}
	c.Entries = entries
	return c, true, nil
}

// entries reads the rows of a query as entries.
func (t *Tx) entries(ctx context.Context, query string, args ...any) ([]data.Entry, error) {
	var rows []struct {
		Code     string        `db:"code"`
		Category string        `db:"category"`
		Title    string        `db:"title"`
		Mode     data.Mode     `db:"mode"`
		Audience data.Audience `db:"audience"`
		Decision data.Decision `db:"decision"`
		OfficeID string        `db:"office_id"`
	}
	if err := t.all(ctx, &rows, query, args...); err != nil {
		return nil, fmt.Errorf("read the entries: %w", err)
	}
	var entries []data.Entry
	for _, e := range rows {
		entries = append(entries, data.Entry(e))
	}
	return entries, nil
}

const (
	catalogueInsert = `
INSERT INTO catalogues (version, from_on)
VALUES (?, ?)`

	categoryInsert = `
INSERT INTO categories (version, position, code, title, short)
VALUES (?, ?, ?, ?, ?)`

	entryInsert = `
INSERT INTO entries (version, position, code, category, title, mode, audience, decision, office_id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
)

// AddCatalogue adds a version of the catalogue; those before it stay for the days on which they were in force.
func (t *Tx) AddCatalogue(ctx context.Context, c data.Catalogue) error {
	if err := t.exec(ctx, catalogueInsert, c.Version, c.From); err != nil {
		return fmt.Errorf("save the catalogue: %w", err)
	}
	for i, k := range c.Categories {
		if err := t.exec(ctx, categoryInsert, c.Version, i+1, k.Code, k.Title, k.Short); err != nil {
			return fmt.Errorf("save the category %s: %w", k.Code, err)
		}
	}
	for i, e := range c.Entries {
		err := t.exec(ctx, entryInsert, c.Version, i+1, e.Code, e.Category, e.Title, e.Mode, e.Audience, e.Decision,
			e.OfficeID)
		if err != nil {
			return fmt.Errorf("save the entry %s: %w", e.Code, err)
		}
	}
	return nil
}

// ClearCatalogues takes every version away, for a unit whose people have signed none yet.
func (t *Tx) ClearCatalogues(ctx context.Context) error {
	for _, statement := range []string{`DELETE FROM entries`, `DELETE FROM categories`, `DELETE FROM catalogues`} {
		if err := t.exec(ctx, statement); err != nil {
			return fmt.Errorf("clear the catalogues: %w", err)
		}
	}
	return nil
}
