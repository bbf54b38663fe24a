package data

import "slices"

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
	WithheldTell Status = "withheld_tell" // 不予公开待告知: ruled, and to be told to members and public
	Withheld     Status = "withheld"      // 不予公开（意见已反馈）
)

// Statuses lists every status in the order of an item's life.
func Statuses() []Status {
	return []Status{
		Draft, ToCheck, ToApprove, ToDecide, ToSuperior, Approved, Published, Expired,
		Withdrawn, Replaced, Archived, Returned, Withholding, WithheldWait, WithheldTell, Withheld,
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
	ActTell     Act = "tell"     // the ruling told to members and public (S17)
	ActReview   Act = "review"   // what is up was looked at and still holds (S9)
)

// Acts lists every act.
func Acts() []Act {
	return []Act{
		ActPropose, ActCheck, ActApprove, ActDecide, ActSuperior, ActSendBack, ActPublish, ActWithdraw,
		ActRevise, ActWithhold, ActReport, ActTell, ActReview,
	}
}

// Circumstances are what a rule may ask about beyond the item and the person.
type Circumstances struct {
	Today  Date
	People []Person // everybody of the unit
	// Delegations are all that were ever given.
	Delegations []Delegation
	// Exposed is what the guard of personal data found in the item; nil where it was not asked.
	Exposed []Exposure
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
	as, err := acting(it, act, by, said, now)
	if err != nil {
		return "", err
	}
	if err := mayAct(it, act, as, now); err != nil {
		return "", err
	}
	if err := saidEnough(it, act, said); err != nil {
		return "", err
	}
	if act == ActPropose || act == ActCheck {
		if err := mayDisclose(it, act, said, now); err != nil {
			return "", err
		}
	}
	switch act {
	case ActPropose:
		err = it.Content.Check()
	case ActPublish:
		err = mayPublish(it, now)
	}
	return following(it, act, said), err
}

// Next lists the acts that the person may do to the item now, in the own name or by delegation, for the buttons that a
// screen shows. What the person has yet to fill in does not count against an act.
func Next(it Item, by Person, now Circumstances) []Act {
	var acts []Act
	for _, act := range actsAt(it.StatusOn(now.Today)) {
		if _, ok := InWhoseName(it, act, by, now); ok {
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
		return []Act{ActReview, ActWithdraw, ActRevise}
	case Expired, Withdrawn, Returned:
		return []Act{ActRevise}
	case Withholding:
		return []Act{ActReport, ActSendBack, ActRevise}
	case WithheldTell:
		return []Act{ActTell}
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
	case ActApprove, ActDecide:
		return afterDecision(act, it.Decision)
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
	case ActTell:
		return Withheld
	default:
		return it.Status
	}
}

// afterDecision: the leader's approval is enough where the leader decides, else the 党组 decides, and the superior after it.
func afterDecision(act Act, d Decision) Status {
	switch {
	case act == ActApprove && d != ByDeputy:
		return ToDecide
	case act == ActDecide && d == BySuperior:
		return ToSuperior
	default:
		return Approved
	}
}

// afterRuling reads the superior's answer: on an item to be published, and on one to be withheld (S17).
func afterRuling(at Status, ruling *Ruling) Status {
	switch {
	case at == WithheldWait && !ruling.Publish && ruling.ToldOn != "":
		return Withheld // told with the ruling
	case at == WithheldWait && !ruling.Publish:
		return WithheldTell
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
