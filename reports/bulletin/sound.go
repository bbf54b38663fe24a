package bulletin

import (
	"encoding/hex"
	"math"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"gongkailan/data"
	"gongkailan/reports/page"
)

// How much a bulletin may hold. A unit publishes some hundred items a year.
const (
	mostItems      = 2_000
	mostPages      = 20_000
	mostFiles      = 100 // attachments of an item
	mostOffice     = 100
	mostRounds     = 100
	mostRevoked    = 10_000
	mostReplies    = 20_000
	mostReply      = 128 << 10 // bytes of an enclosed answer
	mostGone       = 20_000
	mostCategories = 100
	mostLines      = 1_000 // of a page; a form has some hundred
	mostStrokes    = 2_000
	mostText       = 2_000 // characters of a line, a title, a reason
	mostSheet      = 1_500 // mm, longer than A0
	mostCodes      = 10    // of a page
	mostFigures    = 100
	leastModules   = 21 // of a QR code (ISO/IEC 18004)
	mostModules    = 177
)

// isSound checks what a painter relies on: items for the whole society only, each under a category that is there, and
// lines that lie on their sheets.
func (b Bulletin) isSound() bool {
	if _, err := time.Parse(time.RFC3339, b.Issued); err != nil || b.Serial < 1 || !isText(b.Unit, 1) {
		return false
	}
	if len(b.Items) > mostItems || len(b.Categories) > mostCategories || len(b.LeftOut) > mostItems || len(b.Gone) > mostGone {
		return false
	}
	if slices.ContainsFunc(b.Gone, func(g Gone) bool { return !g.isSound() }) {
		return false
	}
	heads, ok := heads(b.Categories)
	if !ok {
		return false
	}
	numbers, pages := map[string]bool{}, 0
	for _, it := range b.Items {
		pages += it.AllSheets()
		if numbers[it.Number] || !heads[it.Category] || pages > mostPages || !it.isSound(len(b.Office)) {
			return false
		}
		numbers[it.Number] = true
	}
	return b.isSoundForWriters()
}

// isSoundForWriters checks what the file says to those who write: keys, rounds and replies.
func (b Bulletin) isSoundForWriters() bool {
	if len(b.Office) > mostOffice || len(b.Rounds) > mostRounds || len(b.Replies) > mostReplies || len(b.Revoked) > mostRevoked || b.Offer.Check() != nil {
		return false
	}
	for _, k := range b.Office {
		if len(k.Sealing) != sealingBytes || !isText(k.Fingerprint, 1) {
			return false
		}
	}
	for _, r := range b.Rounds {
		if r.Check() != nil {
			return false
		}
	}
	for _, r := range b.Replies {
		if !isSoundReply(r) {
			return false
		}
	}
	return true
}

func isSoundReply(r data.Reply) bool {
	id, err := hex.DecodeString(r.ID)
	return err == nil && len(id) == digestBytes && len(r.Box) <= mostReply && isDay(r.Due) && (r.On == "" || isDay(r.On)) &&
		slices.Contains(data.WrittenKinds(), r.Kind) && slices.Contains(data.OpinionStates(), r.State)
}

// heads gives the codes of the categories; not ok where two are the same or one has no name.
func heads(categories []Category) (codes map[string]bool, ok bool) {
	codes = map[string]bool{}
	for _, c := range categories {
		if codes[c.Code] || !isText(c.Code, 1) || !isText(c.Title, 1) || !isText(c.Short, 0) {
			return nil, false
		}
		codes[c.Code] = true
	}
	return codes, true
}

func (it Item) isSound(keys int) bool {
	if it.Audience != data.Society || it.Sheets < 1 || !isText(it.Number, 1) || !isText(it.Title, 1) || !isText(it.Entry, 0) {
		return false
	}
	if !it.isSoundSeal() {
		return false
	}
	if !isDay(it.From) || it.To != "" && (!isDay(it.To) || it.To < it.From) || it.First != "" && !isDay(it.First) {
		return false
	}
	if len(it.Attachments) > mostFiles || slices.ContainsFunc(it.ClosedTo, func(k int) bool { return k < 0 || k >= keys }) {
		return false
	}
	return !slices.ContainsFunc(it.Attachments, func(a Attachment) bool {
		return a.Sheets < 0 || !isText(a.Name, 1) || !isText(a.Why, 0) || (a.Sheets == 0) == (a.Why == "")
	})
}

func isText(text string, least int) bool {
	n := utf8.RuneCountInString(text)
	return n >= least && n <= mostText
}

func isDay(d data.Date) bool {
	day, err := data.ParseDate(string(d))
	return err == nil && day == d
}

func isSoundPage(p page.Page) bool {
	if !between(p.Width, 50, mostSheet) || !between(p.Height, 50, mostSheet) || len(p.Lines) > mostLines || len(p.Strokes) > mostStrokes {
		return false
	}
	for _, l := range p.Lines {
		if !isSoundLine(l, p) {
			return false
		}
	}
	if !areSoundCodes(p) || !areSoundFigures(p) {
		return false
	}
	for _, s := range p.Strokes {
		if !between(s.X1, 0, p.Width) || !between(s.X2, 0, p.Width) || !between(s.Y1, 0, p.Height) || !between(s.Y2, 0, p.Height) || !between(s.Width, 0, 20) {
			return false
		}
	}
	return true
}

func isSoundLine(l page.Line, p page.Page) bool {
	if !isText(l.Text, 0) || len(l.At) != utf8.RuneCountInString(l.Text) {
		return false
	}
	if !between(l.X, 0, p.Width) || !between(l.Y, 0, p.Height) || !between(l.Size, 1, 500) {
		return false
	}
	for _, at := range l.At {
		if !between(at, 0, p.Width-l.X) {
			return false
		}
	}
	return true
}

// areSoundCodes checks that QR codes are square, of dark and light modules, and lie on the sheet.
func areSoundCodes(p page.Page) bool {
	for _, c := range p.Codes {
		n := len(c.Rows)
		if n < leastModules || n > mostModules || !lies(c.X, c.Y, c.Side, c.Side, p) {
			return false
		}
		for _, row := range c.Rows {
			if len(row) != n || strings.Trim(row, "01") != "" {
				return false
			}
		}
	}
	return len(p.Codes) <= mostCodes
}

// areSoundFigures checks that pictures lie on the sheet.
func areSoundFigures(p page.Page) bool {
	for _, f := range p.Figures {
		if len(f.Image) == 0 || !lies(f.X, f.Y, f.Width, f.Height, p) {
			return false
		}
	}
	return len(p.Figures) <= mostFigures
}

// lies tells whether a box lies on the sheet.
func lies(x, y, width, height float64, p page.Page) bool {
	return between(x, 0, p.Width) && between(y, 0, p.Height) && between(width, 1, p.Width-x) && between(height, 1, p.Height-y)
}

// between is false for what is no number.
func between(v, least, most float64) bool { return !math.IsNaN(v) && v >= least && v <= most }
