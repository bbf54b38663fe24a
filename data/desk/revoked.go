package desk

import (
	"context"
	"slices"

	"gongkailan/data/seal"
	"gongkailan/data/store"
)

// RevokedCertificates gives, by seal.Certificate.ID and in order, the certificates whose signature counts no longer: the
// log has a later one of the same person, or their last day is past. Only what the unit's root key signed, in a record
// that holds, is listed, so that a row written by hand takes nobody's signature away.
func (d *Desk) RevokedCertificates(ctx context.Context) ([]string, error) {
	return view(ctx, d, func(tx *store.Tx) ([]string, error) {
		_, root, err := tx.Unit(ctx)
		if err != nil || root == nil {
			return nil, err
		}
		certs, err := readSeals(ctx, tx, root)
		if err != nil {
			return nil, err
		}
		records, err := tx.RecordsOfKinds(ctx, [4]string{kindKey, kindKey, kindKey, kindKey})
		if err != nil {
			return nil, err
		}
		given, present := certs.certified(records, root)
		today := d.Today()
		var revoked []string
		for id, c := range given {
			if present[c.PersonID] != id || c.Until != "" && c.Until < today {
				revoked = append(revoked, id)
			}
		}
		slices.Sort(revoked)
		return revoked, nil
	})
}

// certified reads from records of keys every certificate by its ID, and of each person the ID of the last one.
func (s seals) certified(records []seal.Record, root []byte) (given map[string]seal.Certificate, present map[string]string) {
	given, present = map[string]seal.Certificate{}, map[string]string{}
	for _, r := range records {
		said, ok := parsed[certifying](r)
		c := said.Certificate
		if !ok || c.PersonID != r.ItemID || s.check(r) != nil || c.Check(root) != nil {
			continue
		}
		given[c.ID()], present[c.PersonID] = c, c.ID()
	}
	return given, present
}
