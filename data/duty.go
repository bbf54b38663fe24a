package data

// DutyKind is what is still to be done about an item that was approved or is up (S9, S11).
type DutyKind string

const (
	DutyPublish DutyKind = "publish" // approved: put up in time
	DutyEnd     DutyKind = "end"     // comes down after its last day
	DutyRenew   DutyKind = "renew"   // 定期: replaced by the next half-year's
	DutyQuarter DutyKind = "quarter" // 定期: looked at and adjusted at the end of the quarter
	DutyReview  DutyKind = "review"  // 长期: looked at again
	DutyStage   DutyKind = "stage"   // 逐段: the next stage
	DutySummary DutyKind = "summary" // 逐段: the year-end summary
)

// Duty is one thing to be done by a day.
type Duty struct {
	Kind DutyKind
	Due  Date
	Name string // of the stage
}

// Duties gives what is still to be done about the version, the earliest first. Of an approved one that is its
// publication, so many working days after the approval; of one that is up what its mode asks for:
//
//   - 即时 comes to its end.
//   - 定期 is replaced at its end and, before that, looked at towards the end of each quarter: in the quarter's last month
//     or later, by a new version or a recorded review.
//   - 长期 is looked at on its day of review, or on the one that the last review named.
//   - 逐段 goes on to its next stage; the year-end summary of work that spans years is one (see WithSummaries).
//
// The item needs its steps. LastDay gives the n-th working day after a day.
func Duties(it Item, clocks Clocks, today Date, lastDay func(after Date, n int) Date) []Duty {
	switch it.StatusOn(today) {
	case Approved:
		step, ok := it.ApprovedBy()
		if !ok {
			return nil
		}
		return []Duty{{Kind: DutyPublish, Due: lastDay(DateOf(step.At), clocks.ToPublish(it.Mode))}}
	case Published:
		return it.dutiesUp()
	default:
		return nil
	}
}

func (it Item) dutiesUp() []Duty {
	switch it.Mode {
	case LongTerm:
		return []Duty{{Kind: DutyReview, Due: it.ReviewOn()}}
	case Periodic:
		if due := it.quarterDue(); due != "" {
			return []Duty{{Kind: DutyQuarter, Due: due}, {Kind: DutyRenew, Due: it.To}}
		}
		return []Duty{{Kind: DutyRenew, Due: it.To}}
	case Staged:
		if next, ok := it.nextStage(); ok {
			return []Duty{next.duty(), {Kind: DutyEnd, Due: it.To}}
		}
	}
	return []Duty{{Kind: DutyEnd, Due: it.To}}
}

// nextStage is the stage that follows the one that is up. Work that was drafted without a plan of stages has the one that
// every plan starts from: it is up with how it began, and owes its year-end summaries and how it ended.
func (it Item) nextStage() (Stage, bool) {
	plan, at := it.Stages, it.Stage
	if len(plan) == 0 && it.To != "" {
		plan, at = DefaultStages(Period{From: it.From, To: it.To}), 1
	}
	if at >= len(plan) {
		return Stage{}, false
	}
	return plan[at], true
}

func (s Stage) duty() Duty {
	kind := DutyStage
	if s.Summary {
		kind = DutySummary
	}
	return Duty{Kind: kind, Due: s.Due, Name: s.Name}
}

// ReviewOn is when a 长期 item is looked at again: as the last review said, else as was approved.
func (it Item) ReviewOn() Date {
	if step, ok := it.Step(ActReview); ok && step.Review != nil && step.Review.Next != "" {
		return step.Review.Next
	}
	return it.Review
}

// touchedOn is when somebody last looked at what is up: when it went up or was reviewed.
func (it Item) touchedOn() Date {
	touched := it.PublishedOn()
	if step, ok := it.Step(ActReview); ok {
		touched = max(touched, DateOf(step.At))
	}
	return touched
}

// quarterDue is the end of the first quarter towards whose end nobody has looked at the item, before its own end; ""
// where there is none.
func (it Item) quarterDue() Date {
	touched := it.touchedOn()
	if touched == "" {
		return ""
	}
	for end := stretchEnd(touched, 3); end < it.To; end = stretchEnd(end.AddDays(1), 3) {
		if lastMonth := end.AddDays(1).AddMonths(-1); touched < lastMonth {
			return end
		}
	}
	return ""
}
