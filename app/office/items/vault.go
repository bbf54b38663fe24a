package items

import (
	"context"
	"sync"

	"gongkailan/data"
	"gongkailan/data/desk"
)

// saving is a content and the form that it was made from, on their way into the database.
type saving struct {
	number int
	wanted data.Content
	form   data.Form
}

// vault stores one content after another, never two at a time and never an older one over a newer.
type vault struct {
	session *desk.Session

	mu     sync.Mutex
	item   data.Item // as stored
	stored int
}

func (v *vault) take(it data.Item) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.item = it
}

// store saves the content and gives the draft as stored; what is stored already is not written again.
func (v *vault) store(ctx context.Context, s saving) (data.Item, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	wanted := v.item
	wanted.Content, wanted.Form = s.wanted, s.form
	if s.number < v.stored || same(wanted, v.item) {
		return v.item, nil
	}
	saved, err := v.session.SaveDraft(ctx, wanted)
	if err == nil {
		v.item, v.stored = saved, s.number
	}
	return saved, err
}

// same tells whether two states of a draft hold the same. The form is not under the digest, because it is not signed.
func same(a, b data.Item) bool { return a.Digest() == b.Digest() && a.Form == b.Form }
