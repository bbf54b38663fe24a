package data

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"
	"time"
)

// Kind is the structure of an item's notice.
type Kind string

const (
	Announcement Kind = "announcement" // 公告: title, body, 落款
	Publicity    Kind = "publicity"    // 公示: besides, a period and how to object
)

// Attachment is a file that belongs to an item, named by the SHA-256 digest of its bytes.
type Attachment struct {
	Name   string `json:"name"`
	Digest string `json:"digest"`
	Size   int64  `json:"size"`
}

// Content is all of an item that will be seen, and that decides who must agree to it. Everything here is under the
// signatures; nothing that is shown may be left out of it.
type Content struct {
	EntryCode   string       `json:"entry"` // "" for an item outside the catalogue
	Kind        Kind         `json:"kind"`
	Title       string       `json:"title"`
	Body        string       `json:"body"` // paragraphs, one a line; headings by their marks 一、(一) 1. (1)
	Attachments []Attachment `json:"attachments"`
	Mode        Mode         `json:"mode"`
	Audience    Audience     `json:"audience"`
	Channels    []Channel    `json:"channels"`
	Decision    Decision     `json:"decision"`
	From        Date         `json:"from"`   // first day of the period
	To          Date         `json:"to"`     // last day, included; "" for 长期
	Review      Date         `json:"review"` // when a 长期 item is looked at again
	Issuer      string       `json:"issuer"`
	IssueDate   Date         `json:"issue_date"` // the date under the issuer
	Contact     Contact      `json:"contact"`
	Filing      Filing       `json:"filing"`
	Stages      []Stage      `json:"stages,omitempty"`     // of 逐段, in order, year-end summaries among them
	Stage       int          `json:"stage,omitempty"`      // which of them this version discloses, from 1
	Correction  string       `json:"correction,omitempty"` // what was wrong in the version before (更正)
}

// Form is the template from which title and body were made and what stands in its fields, as JSON. It is the office's
// working material: it is neither shown nor signed, and "" once the text is edited freely.
type Form struct {
	Template string
	Fields   string
}

// Names gives the names of people that stand in the form: what its fields and columns called name hold.
func (f Form) Names() []string {
	var fields any
	if json.Unmarshal([]byte(f.Fields), &fields) != nil {
		return nil
	}
	var names []string
	var gather func(any)
	gather = func(part any) {
		switch part := part.(type) {
		case []any:
			for _, p := range part {
				gather(p)
			}
		case map[string]any:
			for key, p := range part {
				if name, ok := p.(string); ok && key == "name" && name != "" {
					names = append(names, name)
				}
				gather(p)
			}
		}
	}
	gather(fields)
	slices.Sort(names)
	return slices.Compact(names)
}

// Filing is the 备案 with the superior of the 工作方案 for an item outside the catalogue (S4).
type Filing struct {
	Plan     string      `json:"plan"`
	Number   string      `json:"number"`
	On       Date        `json:"on"`
	Document *Attachment `json:"document,omitempty"`
}

// Item is a 公开事项 in one version. An item whose content changes after it was proposed gets a new version; the
// approved version stays up until the new one replaces it.
type Item struct {
	ID       string // the same in all versions
	Version  int    // from 1
	Number   string // 2026-0012
	OfficeID string // 责任股室
	Content
	Form      Form
	HandlerID string // 经办人: who drafted it, or to whom it was handed over
	Status    Status // as stored; StatusOn knows about expiry
	CreatedBy string // person ID of who drafted this version
	CreatedAt time.Time
	UpdatedAt time.Time
	Steps     []Step // this version's acts in order, from the signed log
}

// Digest is the SHA-256, in hex, of exactly what is signed: number, version and the whole content.
func (it Item) Digest() string {
	c := it.Content
	c.Attachments = append([]Attachment{}, c.Attachments...) // nil and empty are the same to a reader
	c.Channels = append([]Channel{}, c.Channels...)
	text, err := json.Marshal(struct {
		ID      string  `json:"id"`
		Number  string  `json:"number"`
		Version int     `json:"version"`
		Office  string  `json:"office"`
		Content Content `json:"content"`
	}{it.ID, it.Number, it.Version, it.OfficeID, c})
	if err != nil {
		panic(err) // strings, numbers and slices of them always marshal
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// Step gives the last step of that act in this version.
func (it Item) Step(act Act) (Step, bool) {
	for i := len(it.Steps) - 1; i >= 0; i-- {
		if it.Steps[i].Act == act {
			return it.Steps[i], true
		}
	}
	return Step{}, false
}

// PublishedOn is the day on which this version went up, "" if it never did.
func (it Item) PublishedOn() Date {
	step, ok := it.Step(ActPublish)
	if !ok {
		return ""
	}
	return DateOf(step.At)
}

// StatusOn gives the status as it stands on the day: what is up comes down by itself after its last day.
func (it Item) StatusOn(today Date) Status {
	if it.Status == Published && it.To != "" && it.To < today {
		return Expired
	}
	return it.Status
}

// IsPublic tells whether the lobby may show the item on that day: published for the whole society and not past its
// last day. The day of publication itself is shown, though a notice period counts from the day after.
func (it Item) IsPublic(today Date) bool {
	return it.Audience == Society && it.StatusOn(today) == Published && it.PublishedOn() <= today
}

// IsOnline tells whether a folder of web pages that people reach by the channel may hold the item on that day: the item
// names 局域网 or 互联网, its audience is at least as wide as whoever reads there, and it is published and not past its
// last day (S7). What is for members of the Party only is on neither.
func (it Item) IsOnline(channel Channel, today Date) bool {
	return (channel == LAN || channel == Internet) && slices.Contains(it.Channels, channel) && it.Audience.Allows(channel) &&
		it.StatusOn(today) == Published && it.PublishedOn() != "" && it.PublishedOn() <= today
}

// Check tells whether the content can be proposed. It fails with ErrInvalid and names what is missing.
func (c Content) Check() error {
	switch {
	case strings.TrimSpace(c.Title) == "":
		return Refuse(ErrInvalid, "item.title")
	case strings.TrimSpace(c.Body) == "":
		return Refuse(ErrInvalid, "item.body")
	case !slices.Contains(Modes(), c.Mode) || !slices.Contains(Decisions(), c.Decision):
		return Refuse(ErrInvalid, "item.mode")
	case c.Audience.width() < 0:
		return Refuse(ErrInvalid, "item.audience")
	case len(c.Channels) == 0:
		return Refuse(ErrInvalid, "item.channels")
	case strings.TrimSpace(c.Issuer) == "":
		return Refuse(ErrInvalid, "item.issuer")
	case c.Kind == Publicity && strings.TrimSpace(c.Contact.Phone+c.Contact.Address+c.Contact.Mailbox) == "":
		return Refuse(ErrInvalid, "item.contact") // nobody could object (S9)
	}
	if err := c.checkPeriod(); err != nil {
		return err
	}
	for _, channel := range c.Channels {
		if !c.Audience.Allows(channel) {
			return Refuse(ErrRefused, "item.channel", string(channel), string(c.Audience))
		}
	}
	return c.checkStages()
}

// checkPeriod: 长期 has a day of review and no end, all others have an end (S9).
func (c Content) checkPeriod() error {
	switch {
	case c.From == "":
		return Refuse(ErrInvalid, "item.from")
	case c.To == "" && (c.Mode != LongTerm || c.Kind == Publicity):
		return Refuse(ErrInvalid, "item.to")
	case c.To != "" && c.To < c.From:
		return Refuse(ErrInvalid, "item.period", c.From.Chinese(), c.To.Chinese())
	case c.Mode == LongTerm && c.To != "":
		return Refuse(ErrInvalid, "item.longterm")
	case c.Mode == LongTerm && c.Review == "":
		return Refuse(ErrInvalid, "item.review")
	default:
		return nil
	}
}

// longestFileName is how many characters the name of an attached file may have.
const longestFileName = 120

// CheckFileName tells whether a file may be attached under the name: as notices print it and systems take it. It fails
// with ErrInvalid.
func CheckFileName(name string) error {
	if name == "" || name == "." || name == ".." || len([]rune(name)) > longestFileName || strings.ContainsAny(name, `<>:"/\|?*`) {
		return Refuse(ErrInvalid, "file.name", name)
	}
	return checkLines(name)
}
