package desk

import (
	"context"
	"slices"

	"gongkailan/data"
	"gongkailan/data/store"
)

// Choices are what the unit's own records let a list of items be narrowed by.
type Choices struct {
	Offices    []data.Office
	Categories []data.Category // of the newest catalogue, then those that only older ones have
	Years      []int           // of the numbers, the newest first
}

// Choices reads them.
func (d *Desk) Choices(ctx context.Context) (Choices, error) {
	return view(ctx, d, func(tx *store.Tx) (Choices, error) {
		var c Choices
		var err error
		if c.Offices, err = tx.Offices(ctx); err != nil {
			return c, err
		}
		catalogues, err := tx.Catalogues(ctx)
		if err != nil {
			return c, err
		}
		for _, catalogue := range slices.Backward(catalogues) {
			for _, category := range catalogue.Categories {
				known := func(other data.Category) bool { return other.Code == category.Code }
				if !slices.ContainsFunc(c.Categories, known) {
					c.Categories = append(c.Categories, category)
				}
			}
		}
		c.Years, err = tx.Years(ctx)
		return c, err
	})
}
