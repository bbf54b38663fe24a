package data

import "slices"

// OpinionFacts are what a rule about opinions asks beyond the opinion and the person.
type OpinionFacts struct {
	Today  Date
	People []Person
	// Authors are the IDs of those who drafted, took over or proposed the item that the opinion is about.
	Authors []string
	// Clocks tell how many working days an answer may take, counted from the day after the opinion came in.
	Clocks Clocks
	// LastDay gives the n-th working day after a day.
	LastDay func(after Date, n int) Date
}

// AfterOpinion gives the opinion after the act by that person, or the refusal that says why it may not be done. It is
// the whole law of an opinion's life (S5); desk and screens ask it and decide nothing by themselves.
func AfterOpinion(o Opinion, act OpinionAct, said OpinionSaid, by Person, now OpinionFacts) (Opinion, error) {
	if !by.InOffice(now.Today) {
		return o, Refuse(ErrRefused, "act.office", by.Name)
	}
	if err := followsOpinion(o, act); err != nil {
		return o, err
	}
	if err := mayOpinion(o, act, by, now); err != nil {
		return o, err
	}
	if said.MessageID != "" {
		if err := MayTakeMessage(by, now); err != nil {
			return o, err
		}
	}
	if err := opinionSaidEnough(o, act, said, now); err != nil {
		return o, err
	}
	return o.after(act, said, o.dueAfter(act, said, now)), nil
}

// followsOpinion tells whether the act can follow at the opinion's state at all.
func followsOpinion(o Opinion, act OpinionAct) error {
	switch {
	case !slices.Contains(opinionActsAt(o.State), act):
		return Refuse(ErrRefused, "opinion.state", string(act), string(o.State))
	case act == OpinionExtend && o.Extended:
		return Refuse(ErrRefused, "opinion.extended", o.Number)
	case act == OpinionAnswer && !o.Handled:
		return Refuse(ErrRefused, "opinion.unhandled", o.Number)
	default:
		return nil
	}
}

// opinionActsAt lists what may follow at a state; "" is that of an opinion not registered yet.
func opinionActsAt(s OpinionState) []OpinionAct {
	switch s {
	case "":
		return []OpinionAct{OpinionRegister}
	case OpinionToAssign:
		return []OpinionAct{OpinionAssign, OpinionExtend, OpinionShare}
	case OpinionInHand:
		return []OpinionAct{OpinionHandle, OpinionAnswer, OpinionAssign, OpinionExtend, OpinionShare}
	default:
		return []OpinionAct{OpinionShare}
	}
}

// NextOpinion lists the acts that the person may do to the opinion now, the one that brings it on first.
func NextOpinion(o Opinion, by Person, now OpinionFacts) []OpinionAct {
	var acts []OpinionAct
	for _, act := range opinionActsAt(o.State) {
		if by.InOffice(now.Today) && followsOpinion(o, act) == nil && mayOpinion(o, act, by, now) == nil {
			acts = append(acts, act)
		}
	}
	return acts
}

// MayRegisterOpinion tells whether the person may register opinions: a clerk, or the 党务公开办公室.
func MayRegisterOpinion(by Person, today Date) error {
	if by.Has(Clerk, today) || by.Has(Checker, today) {
		return nil
	}
	return Refuse(ErrRefused, "opinion.register.who")
}

// MayReadOpinion tells whether the person may know what is written: who is assigned, and the 党务公开办公室, which assigns;
// of the latter nobody who drafted the item that it is about.
func MayReadOpinion(o Opinion, p Person, now OpinionFacts) error {
	switch {
	case !p.InOffice(now.Today):
		return Refuse(ErrRefused, "act.office", p.Name)
	case p.ID == o.AssignedID, opens(p, now):
		return nil
	default:
		return Refuse(ErrRefused, "opinion.read", o.Number)
	}
}

// opens tells whether the person is one of those who open what comes in and assign it.
func opens(p Person, now OpinionFacts) bool {
	return p.Has(Checker, now.Today) && !slices.Contains(now.Authors, p.ID)
}

func mayOpinion(o Opinion, act OpinionAct, by Person, now OpinionFacts) error {
	switch act {
	case OpinionRegister:
		return MayRegisterOpinion(by, now.Today)
	case OpinionAssign, OpinionExtend:
		if !opens(by, now) {
			return Refuse(ErrRefused, "opinion.assign.who", string(act))
		}
		return nil
	case OpinionHandle, OpinionAnswer:
		if by.ID != o.AssignedID {
			return Refuse(ErrRefused, "opinion.handle.who", string(act))
		}
		return nil
	default:
		return MayReadOpinion(o, by, now)
	}
}

// Assignable lists to whom the opinion may be assigned: anybody in office who did not draft the item that it is about
// and does not have it already.
func Assignable(o Opinion, now OpinionFacts) []Person {
	var list []Person
	for _, p := range now.People {
		if p.InOffice(now.Today) && p.ID != o.AssignedID && !slices.Contains(now.Authors, p.ID) {
			list = append(list, p)
		}
	}
	return list
}

func opinionSaidEnough(o Opinion, act OpinionAct, said OpinionSaid, now OpinionFacts) error {
	at := slices.IndexFunc(now.People, func(p Person) bool { return p.ID == said.ToID })
	switch act {
	case OpinionRegister:
		return said.registers(now.Today)
	case OpinionExtend:
		if o.dueAfter(act, said, now) <= o.Due {
			return Refuse(ErrRefused, "opinion.most", o.Number)
		}
	case OpinionAssign:
		switch {
		case at < 0 || !now.People[at].InOffice(now.Today):
			return Refuse(ErrInvalid, "opinion.assign.nobody")
		case slices.Contains(now.Authors, said.ToID):
			return Refuse(ErrRefused, "opinion.assign.author", now.People[at].Name, o.ItemNumber)
		case said.ToID == o.AssignedID:
			return Refuse(ErrRefused, "opinion.assign.same", now.People[at].Name)
		}
	case OpinionShare:
		if at < 0 {
			return Refuse(ErrInvalid, "opinion.share.nobody")
		}
		if MayReadOpinion(o, now.People[at], now) != nil {
			return Refuse(ErrRefused, "opinion.share.to", now.People[at].Name)
		}
	}
	return nil
}

// registers tells whether enough is said to register an opinion.
func (s OpinionSaid) registers(today Date) error {
	switch {
	case !slices.Contains(WrittenKinds(), s.kind()):
		return Refuse(ErrInvalid, "opinion.kind")
	case s.ReceivedOn == "" || s.ReceivedOn > today:
		return Refuse(ErrInvalid, "opinion.received")
	case !slices.Contains(OpinionWays(), s.Way):
		return Refuse(ErrInvalid, "opinion.way")
	default:
		return nil
	}
}

func (s OpinionSaid) kind() MessageKind {
	if s.Kind == "" {
		return MessageOpinion
	}
	return s.Kind
}

// dueAfter gives the last day that the act sets, "" where it sets none: so many working days after the opinion came in,
// and once as many again after the last day. An application is extended to so many days after it came in (S12).
func (o Opinion) dueAfter(act OpinionAct, said OpinionSaid, now OpinionFacts) Date {
	switch {
	case act == OpinionRegister:
		return now.LastDay(said.ReceivedOn, now.Clocks.ToAnswer(said.kind()))
	case act != OpinionExtend:
		return ""
	case o.Kind == MessageApplication:
		return now.LastDay(o.ReceivedOn, now.Clocks.Complete().ApplicationMost)
	default:
		return now.LastDay(o.Due, now.Clocks.ToAnswer(o.Kind))
	}
}

// after carries the act out on the open facts; due is the last day that it sets, "" for none.
func (o Opinion) after(act OpinionAct, said OpinionSaid, due Date) Opinion {
	if due != "" {
		o.Due = due
	}
	switch act {
	case OpinionRegister:
		o.State, o.Kind, o.ReceivedOn, o.Way = OpinionToAssign, said.kind(), said.ReceivedOn, said.Way
		o.ItemID, o.ItemNumber, o.ReceiptID, o.MessageID = said.ItemID, said.ItemNumber, said.ReceiptID, said.MessageID
	case OpinionAssign:
		o.State, o.AssignedID, o.Handled = OpinionInHand, said.ToID, false
	case OpinionHandle:
		o.Handled = true
	case OpinionAnswer:
		o.State, o.Published = OpinionAnswered, said.Published
	case OpinionExtend:
		o.Extended = true
	}
	return o
}

// ReplayOpinion gives the opinion to which its signed steps lead. It fails with ErrBroken where a step does not follow
// from those before it. Who held which role that day is not asked here.
func ReplayOpinion(id, number string, steps []OpinionStep) (Opinion, error) {
	o := Opinion{ID: id, Number: number}
	for _, step := range steps {
		if followsOpinion(o, step.Act) != nil {
			return o, Refuse(ErrBroken, "opinion.replay", string(step.Act), string(o.State))
		}
		o = o.after(step.Act, step.OpinionSaid, step.Due)
	}
	return o, nil
}
