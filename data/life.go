package data

import (
	"slices"
	"strings"
	"time"
)

// Status names the stage that is still ahead of an item, never one that is not done yet.
type Status string

const (
	Draft        Status = "draft"         // 草拟
	ToCheck      Status = "to_check"      // 待审核
	ToApprove    Status = "to_approve"    // 待审批
	ToDecide     Status = "to_decide"     // 待党组研究
	ToSuperior   Status = "to_superior"   // 待上级审核
	Approved     Status = "approved"      // 已批准待公开
	Published    Status = "published"     // 公开中
	Expired      Status = "expired"       // 已到期; computed, see Item.StatusOn
	Withdrawn    Status = "withdrawn"     // 已撤下
	Replaced     Status = "replaced"      // 已由新版代替
	Archived     Status = "archived"      // 已归档
	Returned     Status = "returned"      // 退回修改
	Withholding  Status = "withholding"   // 拟不公开
	WithheldWait Status = "withheld_wait" // 待上级审定
	Withheld     Status = "withheld"      // 不予公开
)

// Statuses lists every status in the order of an item's life.
func Statuses() []Status {
	return []Status{
		Draft, ToCheck, ToApprove, ToDecide, ToSuperior, Approved, Published, Expired,
		Withdrawn, Replaced, Archived, Returned, Withholding, WithheldWait, Withheld,
	}
}

// IsApproved tells whether every step before publication has been done; a notice of anything else is a draft for
// review.
func (s Status) IsApproved() bool {
	return slices.Contains([]Status{Approved, Published, Expired, Withdrawn, Replaced, Archived}, s)
}

// Act is something a person does to an item, with a signature.
type Act string

const (
	ActPropose  Act = "propose"  // 提出: the proposer attests that the content is true (S2)
	ActCheck    Act = "check"    // 审核: secrecy, necessity, accuracy (S3)
	ActApprove  Act = "approve"  // 审批 by 分管领导 or 主要负责人
	ActDecide   Act = "decide"   // 党组集体研究
	ActSuperior Act = "superior" // 上级党组织审核 or 审定
	ActSendBack Act = "sendback" // 退回修改
	ActPublish  Act = "publish"  // 实施公开
	ActWithdraw Act = "withdraw" // 撤下
	ActRevise   Act = "revise"   // a new version begins
	ActWithhold Act = "withhold" // 拟不公开, with a written reason (S17)
	ActReport   Act = "report"   // 拟不公开 reported to the superior
)

// Acts lists every act.
func Acts() []Act {
	return []Act{
		ActPropose, ActCheck, ActApprove, ActDecide, ActSuperior, ActSendBack, ActPublish, ActWithdraw,
		ActRevise, ActWithhold, ActReport,
	}
}

// Findings is the recorded check before approval (S3, S18): all three must hold to let an item pass.
type Findings struct {
	NotSecret bool `json:"not_secret"` // 不涉密
	Necessary bool `json:"necessary"`  // 有必要公开
	Accurate  bool `json:"accurate"`   // 内容准确
}

// MeetingRecord is the collective decision of the 党组 (S3).
type MeetingRecord struct {
	Name    string `json:"name"`    // 局党组会议
	On      Date   `json:"on"`      // day of the meeting
	Minutes string `json:"minutes"` // 会议纪要编号
	Present string `json:"present"` // 出席人员
	Result  string `json:"result"`  // 研究结果
}

// Ruling is the superior's answer (S3, S17).
type Ruling struct {
	Body    string `json:"body"`     // which superior
	SentOn  Date   `json:"sent_on"`  // 报送日期
	Number  string `json:"number"`   // document number of the answer
	On      Date   `json:"on"`       // its date
	Publish bool   `json:"publish"`  // true: 同意公开 or 应当公开
	Opinion string `json:"opinion"`  // the ruling in words
	ToldOn  Date   `json:"told_on"`  // when it was told to members and public (S17)
	ToldHow string `json:"told_how"` // how it was told
}

// Statement is what a person says with an act. Which parts an act needs is checked by After.
type Statement struct {
	Note     string         `json:"note,omitempty"` // opinion or reason
	Findings *Findings      `json:"findings,omitempty"`
	Meeting  *MeetingRecord `json:"meeting,omitempty"`
	Ruling   *Ruling        `json:"ruling,omitempty"`
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

// Circumstances are what a rule may ask about beyond the item and the person.
type Circumstances struct {
	Today  Date
	People []Person // everybody of the unit
	// WorkingDays counts the working days after the first date up to and including the last.
	WorkingDays func(after, last Date) int
}

// MinPublicityDays is the least notice period of a 公示, in working days (S9).
const MinPublicityDays = 5

// After gives the status of the item after the act by that person, or the refusal that says why it may not be done.
// It is the whole law of an item's life; desk and screens ask it and decide nothing by themselves.
func After(it Item, act Act, by Person, said Statement, now Circumstances) (Status, error) {
	if !by.InOffice(now.Today) {
		return "", Refuse(ErrRefused, "act.office", by.Name)
	}
	if !slices.Contains(actsAt(it.StatusOn(now.Today)), act) {
		return "", Refuse(ErrRefused, "act.status", string(act), string(it.StatusOn(now.Today)))
	}
	if err := mayAct(it, act, by, now); err != nil {
		return "", err
	}
	if err := saidEnough(it, act, said); err != nil {
		return "", err
	}
	switch act {
	case ActPropose:
		return ToCheck, it.Content.Check()
	case ActPublish:
		return Published, mayPublish(it, now)
	default:
		return following(it, act, said), nil
	}
}

// Next lists the acts that the person may do to the item now, for the buttons that a screen shows. What the person
// has yet to fill in does not count against an act.
func Next(it Item, by Person, now Circumstances) []Act {
	var acts []Act
	for _, act := range actsAt(it.StatusOn(now.Today)) {
		if by.InOffice(now.Today) && mayAct(it, act, by, now) == nil {
			acts = append(acts, act)
		}
	}
	return acts
}

// actsAt lists what may follow at a status at all.
func actsAt(s Status) []Act {
	switch s {
	case Draft:
		return []Act{ActPropose, ActWithhold}
	case ToCheck:
		return []Act{ActCheck, ActSendBack, ActRevise}
	case ToApprove:
		return []Act{ActApprove, ActSendBack, ActRevise}
	case ToDecide:
		return []Act{ActDecide, ActSendBack, ActRevise}
	case ToSuperior, WithheldWait:
		return []Act{ActSuperior, ActSendBack, ActRevise}
	case Approved:
		return []Act{ActPublish, ActSendBack, ActRevise}
	case Published:
		return []Act{ActWithdraw, ActRevise}
	case Expired, Withdrawn, Returned:
		return []Act{ActRevise}
	case Withholding:
		return []Act{ActReport, ActSendBack, ActRevise}
	default:
		return nil
	}
}

// following gives the status to which an allowed act leads. Approval leads to the steps that the decision still
// needs, so that 已批准 is never shown before the last of them is done.
func following(it Item, act Act, said Statement) Status {
	switch act {
	case ActPropose:
		return ToCheck
	case ActCheck:
		return ToApprove
	case ActApprove:
		if it.Decision == ByDeputy {
			return Approved
		}
		return ToDecide
	case ActDecide:
		if it.Decision == BySuperior {
			return ToSuperior
		}
		return Approved
	case ActSuperior:
		return afterRuling(it.Status, said.Ruling)
	case ActSendBack:
		return Returned
	case ActPublish:
		return Published
	case ActWithdraw:
		return Withdrawn
	case ActRevise:
		if it.Status == Published {
			return Published // stays up until the new version replaces it
		}
		return Replaced
	case ActWithhold:
		return Withholding
	case ActReport:
		return WithheldWait
	default:
		return it.Status
	}
}

// afterRuling reads the superior's answer: on an item to be published, and on one to be withheld (S17).
func afterRuling(at Status, ruling *Ruling) Status {
	switch {
	case at == WithheldWait && !ruling.Publish:
		return Withheld
	case at == WithheldWait, !ruling.Publish:
		return Returned // 应当公开, or not agreed: back to the proposer
	default:
		return Approved
	}
}

// Required lists the signed acts that must stand on a version before it may be up.
func Required(d Decision) []Act {
	acts := []Act{ActPropose, ActCheck, ActApprove}
	if d == ByCollective || d == BySuperior {
		acts = append(acts, ActDecide)
	}
	if d == BySuperior {
		acts = append(acts, ActSuperior)
	}
	return append(acts, ActPublish)
}

// mayAct is who may do what: by role, and nobody judges what they proposed or, where a third person is there,
// approves what they checked.
func mayAct(it Item, act Act, by Person, now Circumstances) error {
	role := func(roles ...Role) error {
		for _, r := range roles {
			if by.Has(r, now.Today) {
				return nil
			}
		}
		return Refuse(ErrRefused, "act.role", string(act), string(roles[0]))
	}
	switch act {
	case ActPropose, ActRevise, ActWithhold:
		if by.OfficeID != it.OfficeID {
			return Refuse(ErrRefused, "act.otheroffice", string(act))
		}
		return role(Clerk)
	case ActPublish, ActWithdraw:
		if by.Has(Clerk, now.Today) && by.OfficeID != it.OfficeID && !by.Has(Checker, now.Today) && !by.Has(Approver, now.Today) {
			return Refuse(ErrRefused, "act.otheroffice", string(act))
		}
		return role(Clerk, Checker, Approver)
	case ActCheck, ActReport:
		return firstError(role(Checker), notProposer(it, by))
	case ActApprove:
		return firstError(role(Approver), notProposer(it, by), notChecker(it, by, now))
	case ActDecide, ActSuperior:
		return firstError(role(Checker, Approver), notProposer(it, by))
	case ActSendBack:
		return firstError(sendBackRole(it, role), notProposer(it, by))
	default:
		return Refuse(ErrRefused, "act.status", string(act), string(it.Status))
	}
}

// sendBackRole: who judges at a stage may send back at that stage.
func sendBackRole(it Item, role func(...Role) error) error {
	switch it.Status {
	case ToCheck, Withholding:
		return role(Checker)
	case ToApprove:
		return role(Approver)
	default:
		return role(Checker, Approver)
	}
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// notProposer: nobody checks or approves what they proposed.
func notProposer(it Item, by Person) error {
	for _, act := range []Act{ActPropose, ActWithhold} {
		if step, ok := it.Step(act); ok && step.PersonID == by.ID {
			return Refuse(ErrRefused, "act.own", by.Name)
		}
	}
	return nil
}

// notChecker: who checked does not approve as well, unless the unit has nobody else who could.
func notChecker(it Item, by Person, now Circumstances) error {
	check, ok := it.Step(ActCheck)
	if !ok || check.PersonID != by.ID {
		return nil
	}
	propose, _ := it.Step(ActPropose)
	for _, p := range now.People {
		if p.ID != by.ID && p.ID != propose.PersonID && p.Has(Approver, now.Today) {
			return Refuse(ErrRefused, "act.checkedbyself", by.Name, p.Name)
		}
	}
	return nil
}

// saidEnough asks for what an act must state.
func saidEnough(it Item, act Act, said Statement) error {
	switch act {
	case ActCheck:
		if f := said.Findings; f == nil || !f.NotSecret || !f.Necessary || !f.Accurate {
			return Refuse(ErrRefused, "act.findings")
		}
	case ActDecide:
		if m := said.Meeting; m == nil || m.On == "" || blank(m.Name, m.Minutes, m.Present, m.Result) {
			return Refuse(ErrInvalid, "act.meeting")
		}
	case ActSuperior:
		if r := said.Ruling; r == nil || r.On == "" || blank(r.Body, r.Number, r.Opinion) {
			return Refuse(ErrInvalid, "act.ruling")
		}
	case ActSendBack, ActWithdraw, ActWithhold:
		if blank(said.Note) {
			return Refuse(ErrInvalid, "act.reason")
		}
	}
	return nil
}

func blank(texts ...string) bool {
	return slices.ContainsFunc(texts, func(text string) bool { return strings.TrimSpace(text) == "" })
}

// mayPublish: the period must not be over, a 公示 must still have its working days, and an item outside the
// catalogue needs its filed plan (S4, S9).
func mayPublish(it Item, now Circumstances) error {
	for _, act := range Required(it.Decision) {
		if _, ok := it.Step(act); !ok && act != ActPublish {
			return Refuse(ErrBroken, "publish.step", string(act))
		}
	}
	if it.To != "" && it.To < now.Today {
		return Refuse(ErrRefused, "publish.over", it.To.Chinese())
	}
	if it.Kind == Publicity && now.WorkingDays(now.Today, it.To) < MinPublicityDays {
		return Refuse(ErrRefused, "publish.short", it.To.Chinese())
	}
	if it.EntryCode == "" && (it.Filing.On == "" || blank(it.Filing.Plan, it.Filing.Number)) {
		return Refuse(ErrRefused, "publish.filing")
	}
	return nil
}
