package data

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// MessageKind is what a visitor wants who writes at the lobby's screen.
type MessageKind string

const (
	MessageOpinion     MessageKind = "opinion"     // 意见建议 (S5)
	MessageTopic       MessageKind = "topic"       // 点题公开 (S8)
	MessageApplication MessageKind = "application" // 依申请公开 (S12)
	MessageQuestion    MessageKind = "question"    // 党内事务咨询 (S13)
	MessageBallot      MessageKind = "ballot"      // 满意度评议 (S16)
)

// WrittenKinds lists the kinds in which a visitor writes a text and gets an answer; a ballot has neither.
func WrittenKinds() []MessageKind {
	return []MessageKind{MessageOpinion, MessageTopic, MessageApplication, MessageQuestion}
}

// LobbyOffer is what a unit offers at its lobby's screen beside reading; the zero value offers every kind of message and
// no printing.
type LobbyOffer struct {
	Closed []MessageKind `json:"closed,omitempty"` // kinds of message that are not taken
	Print  bool          `json:"print,omitempty"`  // visitors may print a notice
}

// Takes tells whether messages of that kind are taken.
func (o LobbyOffer) Takes(kind MessageKind) bool { return !slices.Contains(o.Closed, kind) }

// Check tells whether the offer can be kept. It fails with ErrInvalid.
func (o LobbyOffer) Check() error {
	for _, kind := range o.Closed {
		if !slices.Contains(WrittenKinds(), kind) {
			return Refuse(ErrInvalid, "lobby.kind")
		}
	}
	return nil
}

// Vote is the answer to one question of an appraisal round.
type Vote string

const (
	Satisfied   Vote = "satisfied"   // 满意
	Mostly      Vote = "mostly"      // 基本满意
	Unsatisfied Vote = "unsatisfied" // 不满意
)

// Votes lists the answers in order.
func Votes() []Vote { return []Vote{Satisfied, Mostly, Unsatisfied} }

// Round is an appraisal of the unit's Party affairs by members and visitors (S16): from its first to its last day
// everybody may answer its questions, without a name.
type Round struct {
	ID        string   `json:"id"`
	Title     string   `json:"title"`
	From      Date     `json:"from"`
	To        Date     `json:"to"` // the last day, included
	Questions []string `json:"questions"`
}

// Most that a round may hold: what a visitor answers standing, each question on one or two lines of the screen.
const (
	mostQuestions    = 10
	mostQuestionText = 60 // characters
)

// InForce tells whether the round takes answers on the day.
func (r Round) InForce(on Date) bool { return r.From <= on && on <= r.To }

// Check tells whether the round can be held. It fails with ErrInvalid.
func (r Round) Check() error {
	if err := checkLines(append([]string{r.Title}, r.Questions...)...); err != nil {
		return err
	}
	switch {
	case r.ID == "" || strings.TrimSpace(r.Title) == "" || utf8.RuneCountInString(r.Title) > mostQuestionText:
		return Refuse(ErrInvalid, "round.title", strconv.Itoa(mostQuestionText))
	case r.From.Time().IsZero() || r.To.Time().IsZero() || r.To < r.From:
		return Refuse(ErrInvalid, "round.period")
	case len(r.Questions) == 0 || len(r.Questions) > mostQuestions:
		return Refuse(ErrInvalid, "round.questions", strconv.Itoa(mostQuestions))
	}
	for _, q := range r.Questions {
		if strings.TrimSpace(q) == "" || utf8.RuneCountInString(q) > mostQuestionText {
			return Refuse(ErrInvalid, "round.question", strconv.Itoa(mostQuestionText))
		}
	}
	return nil
}

// checkRounds: each can be held, and on no day there is more than one.
func checkRounds(rounds []Round) error {
	for i, r := range rounds {
		if err := r.Check(); err != nil {
			return err
		}
		for _, other := range rounds[:i] {
			if other.ID == r.ID || other.From <= r.To && r.From <= other.To {
				return Refuse(ErrInvalid, "round.together", other.Title, r.Title)
			}
		}
	}
	return nil
}

// RoundOn gives the round that takes answers on the day; false where there is none.
func (s Settings) RoundOn(day Date) (Round, bool) {
	i := slices.IndexFunc(s.Rounds, func(r Round) bool { return r.InForce(day) })
	if i < 0 {
		return Round{}, false
	}
	return s.Rounds[i], true
}

// Round gives the round of that ID; false where there is none.
func (s Settings) Round(id string) (Round, bool) {
	i := slices.IndexFunc(s.Rounds, func(r Round) bool { return r.ID == id })
	if i < 0 {
		return Round{}, false
	}
	return s.Rounds[i], true
}

// Receipt is how what a visitor sent is found again. Both parts are derived slowly from the receipt's code and the unit's
// fingerprint, so that nobody who has the public file can list codes or read a reply without its code.
type Receipt struct {
	ID  string `json:"id"`  // 64 hex digits: names the reply in the public file
	Key []byte `json:"key"` // 32 bytes: the reply is enclosed under it
}

// Message is what a visitor sends from the lobby. It exists in the memory of the lobby's machine until it is sent, and
// after that sealed only.
type Message struct {
	Kind       MessageKind `json:"kind"`
	SentOn     Date        `json:"sent"`
	ItemNumber string      `json:"item,omitempty"` // the item that it is about, "" for none
	Text       OpinionText `json:"text,omitzero"`  // of a written kind
	Receipt    Receipt     `json:"receipt,omitzero"`
	RoundID    string      `json:"round,omitempty"` // of a ballot
	Votes      []Vote      `json:"votes,omitempty"` // one for each question of the round, "" where it was left out
}

// Check tells whether the message can be sent, or taken at the desk, where anybody may have put the file. It fails with
// ErrInvalid and repeats nothing of the text.
func (m Message) Check() error {
	if m.SentOn.Time().IsZero() {
		return Refuse(ErrInvalid, "message.broken")
	}
	if m.Kind == MessageBallot {
		return m.checkBallot()
	}
	if !slices.Contains(WrittenKinds(), m.Kind) || len(m.Votes) > 0 || m.RoundID != "" {
		return Refuse(ErrInvalid, "message.broken")
	}
	if !isHex(m.Receipt.ID, receiptHex) || len(m.Receipt.Key) != receiptKey {
		return Refuse(ErrInvalid, "message.broken")
	}
	if utf8.RuneCountInString(m.ItemNumber) > mostQuestionText || strings.ContainsFunc(m.ItemNumber, unseen) {
		return Refuse(ErrInvalid, "message.broken")
	}
	return m.Text.Check()
}

const (
	receiptHex = 64 // digits of a receipt's ID
	receiptKey = 32 // bytes
)

func isHex(text string, n int) bool {
	return len(text) == n && strings.Trim(text, "0123456789abcdef") == ""
}

// checkBallot: somebody has answered something, and nothing else is written.
func (m Message) checkBallot() error {
	given := 0
	for _, v := range m.Votes {
		if v != "" && !slices.Contains(Votes(), v) {
			return Refuse(ErrInvalid, "message.broken")
		}
		if v != "" {
			given++
		}
	}
	if given == 0 || len(m.Votes) > mostQuestions || m.RoundID == "" || m.Text != (OpinionText{}) || m.ItemNumber != "" {
		return Refuse(ErrInvalid, "message.broken")
	}
	return nil
}

// OfficeKey is a public key to which what a visitor writes is sealed: that of one of those who open what comes in.
type OfficeKey struct {
	Fingerprint string `json:"fingerprint"`
	Sealing     []byte `json:"sealing"` // 32 bytes
}

// Reply is how what a visitor sent stands, as the public file tells it to whoever holds the receipt's code.
type Reply struct {
	ID    string       `json:"id"` // of the receipt
	Kind  MessageKind  `json:"kind"`
	State OpinionState `json:"state"`
	Due   Date         `json:"due"`           // last day to answer
	On    Date         `json:"on,omitempty"`  // the day of the answer
	Box   []byte       `json:"box,omitempty"` // the answer, enclosed under the receipt's key about ReplyTo(ID); none until it is given
}

// ReplyTo is what the answer to a message is bound to, so that it opens under its own receipt only.
func ReplyTo(receiptID string) string { return "reply " + receiptID }
