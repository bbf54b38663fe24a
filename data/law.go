package data

import (
	"slices"
	"strings"
)

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
	case ActReview:
		return firstError(reviewed(it), ownOffice(it, act, by), role(Clerk))
	case ActPropose, ActRevise, ActWithhold:
		return firstError(ownOffice(it, act, by), role(Clerk))
	case ActPublish, ActWithdraw:
		if role(Checker, Approver) != nil && role(Clerk) == nil {
			return ownOffice(it, act, by)
		}
		return role(Clerk, Checker, Approver)
	case ActTell:
		return role(Checker, Approver)
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

// ownOffice: clerks do this to what their own office answers for.
func ownOffice(it Item, act Act, by Person) error {
	if by.OfficeID != it.OfficeID {
		return Refuse(ErrRefused, "act.otheroffice", string(act))
	}
	return nil
}

// reviewed: what is up without an end, or for a half-year, is looked at again (S9); the others come down instead.
func reviewed(it Item) error {
	if it.Mode != LongTerm && it.Mode != Periodic {
		return Refuse(ErrRefused, "act.review", string(it.Mode))
	}
	return nil
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

// notChecker: who checked, or in whose name it was checked, does not approve as well, unless the unit has nobody else who could.
func notChecker(it Item, by Person, now Circumstances) error {
	check, ok := it.Step(ActCheck)
	if !ok || check.PersonID != by.ID && (check.For == nil || check.For.PersonID != by.ID) {
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
		if !said.Findings.hold() {
			return Refuse(ErrRefused, "act.findings")
		}
	case ActDecide:
		if !said.Meeting.complete() {
			return Refuse(ErrInvalid, "act.meeting")
		}
	case ActSuperior:
		if !said.Ruling.complete() {
			return Refuse(ErrInvalid, "act.ruling")
		}
	case ActTell:
		if !said.Telling.complete() {
			return Refuse(ErrInvalid, "act.telling")
		}
	case ActReview:
		if !said.Review.completeFor(it.Mode) {
			return Refuse(ErrInvalid, "act.reviewnext")
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
