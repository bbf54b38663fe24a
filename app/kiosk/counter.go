package kiosk

import (
	"slices"

	"gongkailan/data"
	"gongkailan/reports/bulletin"
)

// counter is what the lobby takes from visitors on a day and gives back to them, out of the public file.
type counter struct {
	unit    string // its fingerprint
	office  []data.OfficeKey
	offer   data.LobbyOffer
	round   data.Round // "" for its ID where none is in force
	replies []data.Reply
	all     []bulletin.Item // all of the file: what came down may still be written about
}

func newCounter(b bulletin.Bulletin, today data.Date) counter {
	c := counter{unit: b.Fingerprint, office: b.Office, offer: b.Offer, replies: b.Replies, all: b.Items}
	if i := slices.IndexFunc(b.Rounds, func(r data.Round) bool { return r.InForce(today) }); i >= 0 {
		c.round = b.Rounds[i]
	}
	return c
}

// Takes tells whether messages of the written kind are taken.
func (c counter) Takes(kind data.MessageKind) bool {
	return slices.Contains(data.WrittenKinds(), kind) && c.offer.Takes(kind)
}

// Round gives the appraisal round in force; false where there is none.
func (c counter) Round() (data.Round, bool) { return c.round, c.round.ID != "" }

// keysFor gives the keys of those who may read what is said about an item: not of those who wrote it. It fails with
// ErrRefused where the item is gone altogether, since nobody can tell any more who wrote it.
func (c counter) keysFor(item string) ([]data.OfficeKey, error) {
	if item == "" {
		return c.office, nil
	}
	i := slices.IndexFunc(c.all, func(it bulletin.Item) bool { return it.Number == item })
	if i < 0 {
		return nil, data.Refuse(data.ErrRefused, "outbox.item")
	}
	var keys []data.OfficeKey
	for at, key := range c.office {
		if !slices.Contains(c.all[i].ClosedTo, at) {
			keys = append(keys, key)
		}
	}
	return keys, nil
}

// reply gives how the message of a receipt stands, where the public file knows it.
func (c counter) reply(receiptID string) (data.Reply, bool) {
	i := slices.IndexFunc(c.replies, func(r data.Reply) bool { return r.ID == receiptID })
	if i < 0 {
		return data.Reply{}, false
	}
	return c.replies[i], true
}
