package data

// Standing is what a check of a notice gave.
type Standing string

const (
	NoticeValid    Standing = "valid"     // 有效: it is up, and says what was approved
	NoticeDown     Standing = "withdrawn" // 已撤下: it is genuine but no longer, or not yet, up
	NoticeMismatch Standing = "mismatch"  // 内容不符: it is not what was approved
	NoticeUnread   Standing = "unread"    // nothing was judged: what was given is no code, or cannot be read
)

// Reason says why a check gave what it gave; its text stands under verdict.<reason> in the translations.
type Reason string

const (
	ReasonUp          Reason = "up"          // approved and up
	ReasonAhead       Reason = "ahead"       // up, its period only begins on From; it went up On, "" for today
	ReasonScanned     Reason = "scanned"     // the code agrees; what else stands on the paper was not looked at
	ReasonRead        Reason = "read"        // every character agrees
	ReasonPending     Reason = "pending"     // approved, not put up yet
	ReasonWithdrawn   Reason = "withdrawn"   // taken down, On that day
	ReasonExpired     Reason = "expired"     // past its last day, On
	ReasonReplaced    Reason = "replaced"    // by a newer version, on the day On
	ReasonArchived    Reason = "archived"    // filed
	ReasonUnapproved  Reason = "unapproved"  // never approved to the end, or sent back
	ReasonUnknown     Reason = "unknown"     // 查无此码
	ReasonUnlisted    Reason = "unlisted"    // 查无此码 in the public file, which knows nothing of notices for members or staff
	ReasonBroken      Reason = "broken"      // the record's signatures do not hold; Detail is why
	ReasonOther       Reason = "other"       // the scanned text is not the record's; Detail is the part
	ReasonText        Reason = "text"        // the text of the paper differs: On page Page, Detail around it
	ReasonMore        Reason = "more"        // the paper goes on where the record ends: Detail
	ReasonLess        Reason = "less"        // the paper ends before the record does: Detail
	ReasonDrawn       Reason = "drawn"       // the text agrees, but something else is drawn on the paper
	ReasonReset       Reason = "reset"       // the text agrees, but the file is not the one that is written here
	ReasonWithoutCode Reason = "withoutcode" // a file of ours without a code
)

// Reasons lists every reason.
func Reasons() []Reason {
	return []Reason{
		ReasonUp, ReasonAhead, ReasonScanned, ReasonRead, ReasonPending, ReasonWithdrawn, ReasonExpired, ReasonReplaced,
		ReasonArchived, ReasonUnapproved, ReasonUnknown, ReasonUnlisted, ReasonBroken, ReasonOther, ReasonText,
		ReasonMore, ReasonLess, ReasonDrawn, ReasonReset, ReasonWithoutCode,
	}
}

// Verdict answers whether a notice stands.
type Verdict struct {
	State  Standing
	Reason Reason
	Number string // "" where the item is not known; so are the others
	Title  string
	From   Date
	To     Date
	On     Date   // when it came down, or as the reason says
	Page   int    // of the paper, from 1
	Detail string // as the reason says
	Record string // the words of the record around the difference
	Newer  string // code of the newer version that is up, "" where none is
}

// Mismatch gives the verdict on a notice that differs from its record.
func (v Verdict) Mismatch(difference Verdict) Verdict {
	v.State, v.Reason, v.On, v.Newer = NoticeMismatch, difference.Reason, "", ""
	v.Page, v.Detail, v.Record = difference.Page, difference.Detail, difference.Record
	return v
}

// UnknownNotice is the verdict on a code that no item has.
func UnknownNotice() Verdict { return Verdict{State: NoticeMismatch, Reason: ReasonUnknown} }

// UnlistedNotice is the verdict of the public file on a code that it does not hold. The paper may be genuine: the file
// knows nothing of what is meant for members or staff.
func UnlistedNotice() Verdict { return Verdict{State: NoticeMismatch, Reason: ReasonUnlisted} }

// Up is the verdict on a notice that went up on a day. A 公示 hangs before its period begins, since the day on which it
// goes up does not count (Civil Code, article 201).
func (v Verdict) Up(kind Kind, since, today Date) Verdict {
	v.State, v.Reason, v.Newer = NoticeValid, ReasonUp, ""
	if kind == Publicity && v.From > today {
		v.Reason = ReasonAhead
		if since < today {
			v.On = since
		}
	}
	return v
}

// Successor is the newer version of an item that went up.
type Successor struct {
	Code string // "" where it is not up now
	On   Date   // the day on which it went up; "" where there is none
}

// Judge tells how the notice of a version whose seals hold stands on the day.
func Judge(it Item, next Successor, today Date) Verdict {
	v := Verdict{State: NoticeDown, Number: it.Number, Title: it.Title, From: it.From, To: it.To, Newer: next.Code}
	switch it.StatusOn(today) {
	case Published:
		return v.Up(it.Kind, it.PublishedOn(), today)
	case Expired:
		v.Reason, v.On = ReasonExpired, it.To
	case Withdrawn:
		v.Reason, v.On = ReasonWithdrawn, it.withdrawnOn()
	case Replaced:
		v.Reason, v.On = ReasonReplaced, next.On
		if on := it.withdrawnOn(); on != "" { // it was taken down before the new version began
			v.Reason, v.On = ReasonWithdrawn, on
		}
	case Archived:
		v.Reason = ReasonArchived
	case Approved:
		v.Reason = ReasonPending
	default: // approval was never complete, or was taken back: nothing of it may hang
		v.State, v.Reason, v.Newer = NoticeMismatch, ReasonUnapproved, ""
	}
	return v
}

func (it Item) withdrawnOn() Date {
	step, ok := it.Step(ActWithdraw)
	if !ok {
		return ""
	}
	return DateOf(step.At)
}
