package data

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// OpinionWay is how an opinion came in (S5).
type OpinionWay string

const (
	WayBox    OpinionWay = "box"    // 意见箱
	WayPhone  OpinionWay = "phone"  // 电话
	WayVisit  OpinionWay = "visit"  // 来访
	WayLetter OpinionWay = "letter" // 信函
	WayOnline OpinionWay = "online" // 网上
	WayLobby  OpinionWay = "lobby"  // 大厅屏
)

// OpinionWays lists every way.
func OpinionWays() []OpinionWay {
	return []OpinionWay{WayBox, WayPhone, WayVisit, WayLetter, WayOnline, WayLobby}
}

// OpinionState names the stage that is still ahead of an opinion.
type OpinionState string

const (
	OpinionToAssign OpinionState = "to_assign" // 待分办
	OpinionInHand   OpinionState = "in_hand"   // 办理中
	OpinionAnswered OpinionState = "answered"  // 已答复，办结
)

// OpinionStates lists every state in order.
func OpinionStates() []OpinionState {
	return []OpinionState{OpinionToAssign, OpinionInHand, OpinionAnswered}
}

// OpinionAct is something a person does to an opinion, with a signature.
type OpinionAct string

const (
	OpinionRegister OpinionAct = "register" // 登记
	OpinionAssign   OpinionAct = "assign"   // 分办, and to another person where the first cannot
	OpinionHandle   OpinionAct = "handle"   // 分析办理
	OpinionAnswer   OpinionAct = "answer"   // 答复
	OpinionExtend   OpinionAct = "extend"   // 延期, once
	OpinionShare    OpinionAct = "share"    // 授权查看: to who should read it and cannot
)

// Opinion is what everybody at the desk may know of an opinion, a topic, an application or a question. What was written,
// by whom, is an OpinionText: it may be whistle-blowing, and only those who assign and the one who is assigned can open it.
type Opinion struct {
	ID         string       `db:"id"`
	Number     string       `db:"number"` // 意见-2026-0003
	Kind       MessageKind  `db:"kind"`   // one of WrittenKinds
	ReceivedOn Date         `db:"received_on"`
	Way        OpinionWay   `db:"way"`
	ItemID     string       `db:"item_id"` // the item that it is about, "" for none
	ItemNumber string       `db:"item_number"`
	State      OpinionState `db:"state"`
	Due        Date         `db:"due_on"` // last day to answer
	Extended   bool         `db:"extended"`
	Handled    bool         `db:"handled"`     // analysis and handling are written down
	AssignedID string       `db:"assigned_id"` // 承办人, "" until assigned
	Published  bool         `db:"published"`   // the outcome is made public
	ReceiptID  string       `db:"receipt_id"`  // names the reply in the public file, "" where it came without a receipt
	MessageID  string       `db:"message_id"`  // the digest of the lobby's file that it came in, "" where it came otherwise
}

// IsOpen tells whether the opinion is still to be answered.
func (o Opinion) IsOpen() bool { return o.State != OpinionAnswered }

// OpinionSaid is what a person states openly with an act on an opinion; which parts an act needs is checked by
// AfterOpinion.
type OpinionSaid struct {
	Kind       MessageKind `json:"kind,omitempty"` // "" in what was registered before there were kinds: an opinion
	ReceivedOn Date        `json:"received,omitempty"`
	Way        OpinionWay  `json:"way,omitempty"`
	ItemID     string      `json:"item_id,omitempty"`
	ItemNumber string      `json:"item,omitempty"`
	ToID       string      `json:"to,omitempty"`        // who is assigned, or may read from now on
	Published  bool        `json:"published,omitempty"` // the outcome is made public
	ReceiptID  string      `json:"receipt,omitempty"`
	MessageID  string      `json:"message,omitempty"`
}

// OpinionStep is one signed act on an opinion, as read back from the log.
type OpinionStep struct {
	Act      OpinionAct
	PersonID string
	Person   string // name, duty and office at the time
	Duty     string
	Office   string
	At       time.Time
	OpinionSaid
	Due  Date // the last day that this act set, "" where it set none
	Seal SealState
}

// OpinionText is what was written: by who sent the opinion, or by who works on it. It is kept sealed and belongs on no
// list, print or screen of the lobby.
type OpinionText struct {
	Subject string `json:"subject,omitempty"`
	Text    string `json:"text"`
	Name    string `json:"name,omitempty"`    // of who wrote, "" where it came without
	Contact string `json:"contact,omitempty"` // where the answer goes
}

const (
	mostOpinionText = 20000 // characters
	mostOpinionLine = 200
)

// Check tells whether the text can be kept. It fails with ErrInvalid, and repeats nothing of it.
func (t OpinionText) Check() error {
	switch {
	case blank(t.Text):
		return Refuse(ErrInvalid, "opinion.text")
	case utf8.RuneCountInString(t.Text) > mostOpinionText:
		return Refuse(ErrInvalid, "opinion.long", strconv.Itoa(mostOpinionText))
	}
	for _, line := range []string{t.Subject, t.Name, t.Contact} {
		if utf8.RuneCountInString(line) > mostOpinionLine || strings.ContainsFunc(line, unseen) {
			return Refuse(ErrInvalid, "opinion.line", strconv.Itoa(mostOpinionLine))
		}
	}
	return nil
}

// Writes tells whether something is written down with the act.
func (a OpinionAct) Writes() bool {
	return slices.Contains([]OpinionAct{OpinionRegister, OpinionHandle, OpinionAnswer, OpinionExtend}, a)
}
