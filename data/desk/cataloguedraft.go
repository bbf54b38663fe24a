package desk

import (
	"context"
	"encoding/json"

	"gongkailan/data"
	"gongkailan/data/store"
)

// KeepCatalogueDraft keeps what this person has changed in the catalogue and not yet saved as a version, so that nothing
// is lost by leaving; a revision without entries takes it away. It is not signed and changes nothing that is in force.
func (s *Session) KeepCatalogueDraft(ctx context.Context, r Revision) error {
	return s.do(ctx, func(w *work) error {
		if err := w.anyRole("catalogue.role", data.Admin, data.Checker); err != nil {
			return err
		}
		body := ""
		if len(r.Catalogue.Entries) > 0 {
			body = stated(r)
		}
		return w.tx.KeepCatalogueDraft(ctx, w.by.person.ID, body)
	})
}

// CatalogueDraft gives what this person has changed in the catalogue and not yet saved; false where there is nothing,
// or nothing that can still be read.
func (s *Session) CatalogueDraft(ctx context.Context) (Revision, bool, error) {
	var r Revision
	body, err := view(ctx, s.desk, func(tx *store.Tx) (string, error) { return tx.CatalogueDraft(ctx, s.personID) })
	if err != nil || body == "" || json.Unmarshal([]byte(body), &r) != nil {
		return Revision{}, false, err
	}
	return r, true, nil
}
