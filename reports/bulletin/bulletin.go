// Package bulletin is the public file: everything that the lobby may show, already laid out, under one signature.
//
// It holds nothing but items that are published for the whole society, so a stolen lobby machine holds no secret. The
// reader checks the signature before it unpacks or parses anything, and refuses the whole file where anything is
// wrong: the lobby fails closed.
package bulletin

import (
	"time"

	"gongkailan/data"
	"gongkailan/reports/page"
)

// Bulletin is what the public file says.
type Bulletin struct {
	Unit       string     `json:"unit"`
	Serial     int        `json:"serial"`
	Issued     string     `json:"issued"` // UTC, RFC 3339
	Categories []Category `json:"categories"`
	Items      []Item     `json:"items"`
	LeftOut    []LeftOut  `json:"left_out"`
	Gone       []Gone     `json:"gone,omitempty"`
}

// Category is a head under which visitors find items.
type Category struct {
	Code  string `json:"code"`
	Title string `json:"title"`
	Short string `json:"short"`
}

// Item is one published item with its pages.
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
	Pages    []page.Page   `json:"pages"`
	// What the verification code on the notice says: the code, the digest of the item in hex, and the signature of its
	// approval as base64url; "" in a file from before there were codes.
	Code      string `json:"code,omitempty"`
	Digest    string `json:"digest,omitempty"`
	Signature string `json:"signature,omitempty"`
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
		if it.From <= today && (it.To == "" || today <= it.To) {
			shown = append(shown, it)
		}
	}
	return shown
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
