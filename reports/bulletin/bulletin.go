// Package bulletin is the public file: everything that the lobby may show, already laid out, under one signature.
//
// It holds nothing but items that are published for the whole society, so a stolen lobby machine holds no secret. It is a
// zip, so that anybody can look into it: a manifest with the digest of every part, the signature of the manifest, the
// records, the pages of each item, and the pictures on them. The reader checks the signature before it unpacks or parses
// anything else, and refuses the whole file where a single byte is not as it was written.
package bulletin

import (
	"slices"
	"time"

	"gongkailan/data"
	"gongkailan/reports/page"
)

// Bulletin is what the public file says. Its items' pages are given by Pages.
type Bulletin struct {
	Unit       string     `json:"-"` // these three stand in the manifest
	Serial     int        `json:"-"`
	Issued     string     `json:"-"` // UTC, RFC 3339
	Categories []Category `json:"categories"`
	Items      []Item     `json:"items"`
	LeftOut    []LeftOut  `json:"left_out"`
	Gone       []Gone     `json:"gone,omitempty"`

	Office  []data.OfficeKey `json:"office,omitempty"` // to whom what visitors write is sealed
	Offer   data.LobbyOffer  `json:"offer,omitzero"`
	Rounds  []data.Round     `json:"rounds,omitempty"` // of appraisal, those not over yet
	Replies []data.Reply     `json:"replies,omitempty"`

	// Revoked lists the certificates whose signature counts no longer, by seal.Certificate.ID: a lobby that has read this
	// takes no file from them any more.
	Revoked []string `json:"revoked,omitempty"`

	// Fingerprint, Signer and Mark are known of a file that was read: the unit's root key, the certificate of who signed,
	// and the digest of the manifest, which names the file.
	Fingerprint string `json:"-"`
	Signer      string `json:"-"`
	Mark        string `json:"-"`

	parts map[string][]byte // of the file that was read, by name
}

// Category is a head under which visitors find items.
type Category struct {
	Code  string `json:"code"`
	Title string `json:"title"`
	Short string `json:"short"`
}

// Item is one published item.
type Item struct {
	Number   string        `json:"number"`
	Title    string        `json:"title"`
	Kind     data.Kind     `json:"kind"`
	Category string        `json:"category"`
	Entry    string        `json:"entry"` // the entry's title
	Audience data.Audience `json:"audience"`
	From     data.Date     `json:"from"` // the day on which it went up
	To       data.Date     `json:"to"`   // its last day; "" for one without an end
	First    data.Date     `json:"first"`
	// What the verification code on the notice says: the code, the digest of the item in hex, and the signature of its
	// approval as base64url; "" in a file from before there were codes.
	Code      string `json:"code,omitempty"`
	Digest    string `json:"digest,omitempty"`
	Signature string `json:"signature,omitempty"`

	Sheets      int          `json:"sheets"` // pages of the notice
	Attachments []Attachment `json:"attachments,omitempty"`
	// ClosedTo lists the places in Office of those who wrote the item: what a visitor says about it is not sealed to them.
	ClosedTo []int `json:"closed_to,omitempty"`

	// Leaves are the pages of the notice and, after them, of the attachments, of a bulletin that is being written; a
	// reader asks Pages.
	Leaves []page.Page `json:"-"`
}

// Attachment is a file that belongs to an item. One that cannot be shown as pages has no sheets and says why, as the code
// of a refusal.
type Attachment struct {
	Name   string `json:"name"`
	Sheets int    `json:"sheets"`
	Why    string `json:"why,omitempty"`
}

// AllSheets is how many pages the item has with those of its attachments.
func (it Item) AllSheets() int {
	n := it.Sheets
	for _, a := range it.Attachments {
		n += a.Sheets
	}
	return n
}

// WithNotice gives the item with the pages of its notice.
func (it Item) WithNotice(pages []page.Page) Item {
	it.Sheets, it.Leaves = len(pages), slices.Clone(pages)
	return it
}

// WithAttachment gives the item with one more attachment and its pages, none where why tells that it has none.
func (it Item) WithAttachment(name string, pages []page.Page, why string) Item {
	it.Attachments = append(slices.Clip(it.Attachments), Attachment{Name: name, Sheets: len(pages), Why: why})
	it.Leaves = append(slices.Clip(it.Leaves), pages...)
	return it
}

// LeftOut is an item that says that it is up but does not hold, and why it is not shown.
type LeftOut struct {
	Number string `json:"number"`
	Why    string `json:"why"`
}

// IssuedAt gives the time of issue; the zero time where it cannot be read.
func (b Bulletin) IssuedAt() time.Time {
	at, err := time.Parse(time.RFC3339, b.Issued)
	if err != nil {
		return time.Time{}
	}
	return at
}

// On gives the items that may be shown on the day: those that are past their last day are not, even when nobody has
// issued a newer bulletin.
func (b Bulletin) On(today data.Date) []Item {
	var shown []Item
	for _, it := range b.Items {
		if it.UpOn(today) {
			shown = append(shown, it)
		}
	}
	return shown
}

// UpOn tells whether the item may be shown on the day.
func (it Item) UpOn(today data.Date) bool {
	return it.From <= today && (it.To == "" || today <= it.To)
}

// Records gives the bulletin without pages and pictures, which can be kept in little memory.
func (b Bulletin) Records() Bulletin {
	b.parts = nil
	return b
}

// RoundOn gives the appraisal round that takes answers on the day; false where there is none.
func (b Bulletin) RoundOn(today data.Date) (data.Round, bool) {
	return data.Settings{Rounds: b.Rounds}.RoundOn(today)
}

// Reply gives how the message of a receipt stands; false where the file does not know it.
func (b Bulletin) Reply(receiptID string) (data.Reply, bool) {
	i := slices.IndexFunc(b.Replies, func(r data.Reply) bool { return r.ID == receiptID })
	if i < 0 {
		return data.Reply{}, false
	}
	return b.Replies[i], true
}

// Summary is what the command line prints of a bulletin.
type Summary struct {
	OK      bool          `json:"ok"`
	Unit    string        `json:"unit"`
	Serial  int           `json:"serial"`
	Issued  string        `json:"issued"`
	Items   []ItemSummary `json:"items"`
	LeftOut []LeftOut     `json:"left_out"`
}

// ItemSummary is what the command line prints of an item.
type ItemSummary struct {
	Number   string        `json:"number"`
	Title    string        `json:"title"`
	Audience data.Audience `json:"audience"`
	From     data.Date     `json:"from"`
	To       data.Date     `json:"to"`
}

// Summary gives the bulletin without its pages.
func (b Bulletin) Summary() Summary {
	s := Summary{OK: true, Unit: b.Unit, Serial: b.Serial, Issued: b.Issued, Items: []ItemSummary{}, LeftOut: b.LeftOut}
	if s.LeftOut == nil {
		s.LeftOut = []LeftOut{}
	}
	for _, it := range b.Items {
		s.Items = append(s.Items, ItemSummary{it.Number, it.Title, it.Audience, it.From, it.To})
	}
	return s
}
