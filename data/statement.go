package data

import "time"

// Findings is the recorded check before approval (S3, S18): all three must hold to let an item pass. What was found is
// written beside each, with an item that is sent back too.
type Findings struct {
	NotSecret bool   `json:"not_secret"` // 不涉密
	Necessary bool   `json:"necessary"`  // 有必要公开
	Accurate  bool   `json:"accurate"`   // 内容准确
	Secrecy   string `json:"secrecy,omitempty"`
	Necessity string `json:"necessity,omitempty"`
	Accuracy  string `json:"accuracy,omitempty"`
}

// hold tells whether the check lets the item pass.
func (f *Findings) hold() bool { return f != nil && f.NotSecret && f.Necessary && f.Accurate }

// MeetingRecord is the collective decision of the 党组 (S3).
type MeetingRecord struct {
	Name    string `json:"name"`    // 局党组会议
	On      Date   `json:"on"`      // day of the meeting
	Minutes string `json:"minutes"` // 会议纪要编号
	Present string `json:"present"` // 出席人员
	Result  string `json:"result"`  // 研究结果
}

func (m *MeetingRecord) complete() bool {
	return m != nil && m.On != "" && !blank(m.Name, m.Minutes, m.Present, m.Result)
}

// Ruling is the superior's answer (S3, S17).
type Ruling struct {
	Body    string      `json:"body"`     // which superior
	SentOn  Date        `json:"sent_on"`  // 报送日期
	Number  string      `json:"number"`   // document number of the answer
	On      Date        `json:"on"`       // its date
	Publish bool        `json:"publish"`  // true: 同意公开 or 应当公开
	Opinion string      `json:"opinion"`  // the ruling in words
	ToldOn  Date        `json:"told_on"`  // when it was told to members and public (S17)
	ToldHow string      `json:"told_how"` // how it was told
	Scan    *Attachment `json:"scan,omitempty"`
}

func (r *Ruling) complete() bool {
	return r != nil && r.On != "" && !blank(r.Body, r.Number, r.Opinion)
}

// Telling is how the ruling not to disclose was told to members and public (S17).
type Telling struct {
	On  Date   `json:"on"`
	How string `json:"how"`
}

func (t *Telling) complete() bool { return t != nil && t.On != "" && !blank(t.How) }

// Review records that what is up was looked at and still holds (S9): a 定期 item at the end of a quarter, a 长期 one on
// its day of review. Next is when a 长期 item is looked at again.
type Review struct {
	Next Date `json:"next,omitempty"`
}

func (r *Review) completeFor(mode Mode) bool { return r != nil && (mode != LongTerm || r.Next != "") }

// Kept is a personal datum that stays in the text by intention. It takes two people: who proposes gives the reason, who
// checks agrees. The datum itself is not recorded; Masked is what people read.
type Kept struct {
	Key    string `json:"key"` // names the finding, see Exposure
	Kind   string `json:"kind"`
	Masked string `json:"masked"`
	Where  string `json:"where"`
	Reason string `json:"reason"`
}

// Principal is in whose name a delegate acts.
type Principal struct {
	Delegation string `json:"delegation"` // its ID
	PersonID   string `json:"person"`
	Name       string `json:"name"`
}

// Statement is what a person says with an act. Which parts an act needs is checked by After.
type Statement struct {
	Note     string         `json:"note,omitempty"` // opinion or reason
	Findings *Findings      `json:"findings,omitempty"`
	Meeting  *MeetingRecord `json:"meeting,omitempty"`
	Ruling   *Ruling        `json:"ruling,omitempty"`
	Telling  *Telling       `json:"telling,omitempty"`
	Review   *Review        `json:"review,omitempty"`
	Kept     []Kept         `json:"kept,omitempty"`
	For      *Principal     `json:"for,omitempty"` // set where the person acts by delegation
}

// SealState tells what the check of a step's signature gave.
type SealState string

const (
	SealUnchecked SealState = ""       // not looked at
	SealGood      SealState = "good"   // signature, certificate, chain and digest hold
	SealBroken    SealState = "broken" // one of them does not
)

// Step is one signed act on a version of an item, as read back from the log.
type Step struct {
	Act      Act
	PersonID string
	Person   string // name at the time of the act
	Duty     string // 职务 at the time of the act
	Office   string // office at the time of the act
	At       time.Time
	Digest   string // of the content that was signed
	Statement
	Record    int64  // sequence number in the log
	Signature []byte // as it lies in the log
	Seal      SealState
}
