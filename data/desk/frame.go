package desk

import (
	"context"

	"gongkailan/data/store"
)

// SoundFrame tells whether what a bulletin is set in, that is, the unit, its offices and its catalogue, is what was
// last signed; ask it before a bulletin is laid out, because what is laid out is signed anew. It reads only the records
// about these and checks as Verify does. It fails with ErrBroken and names what does not hold. A unit that is not
// founded has signed nothing, and passes.
func (d *Desk) SoundFrame(ctx context.Context) error {
	e, err := view(ctx, d, func(tx *store.Tx) (evidence, error) { return gatherFrame(ctx, tx) })
	if err != nil {
		return err
	}
	if list := e.brokenFrame(); len(list) > 0 {
		return list[0].Why
	}
	return nil
}

func gatherFrame(ctx context.Context, tx *store.Tx) (evidence, error) {
	e, err := readFrame(ctx, tx)
	if err != nil {
		return e, err
	}
	e.log, err = tx.RecordsOfKinds(ctx, [4]string{kindFounded, kindUnit, kindOffices, kindCatalogue})
	return e, err
}

// readFrame reads unit, offices and catalogues, with what checks their seals.
func readFrame(ctx context.Context, tx *store.Tx) (evidence, error) {
	var e evidence
	var err error
	if e.unit, e.root, err = tx.Unit(ctx); err != nil {
		return e, err
	}
	if e.offices, err = tx.Offices(ctx); err != nil {
		return e, err
	}
	if e.catalogues, err = tx.Catalogues(ctx); err != nil {
		return e, err
	}
	e.seals, err = readSeals(ctx, tx, e.root)
	return e, err
}

// brokenFrame compares unit, offices and catalogues with the records that last say what they are, and checks these.
func (e evidence) brokenFrame() []Broken {
	if e.root == nil {
		return e.unfounded()
	}
	list := e.brokenRoot()
	c := comparison{signed: e.lastSigned()}
	for _, r := range e.log {
		if !c.says(r.Seq) {
			continue
		}
		if why := e.seals.check(r); why != nil {
			list = append(list, Broken{Record: r.Seq, Why: why})
		}
	}
	c.frame(e)
	c.missing()
	return append(list, c.list...)
}

// says tells whether the record of that number has the last word on something.
func (c *comparison) says(record int64) bool {
	for _, s := range c.signed {
		if s.seq == record {
			return true
		}
	}
	return false
}
