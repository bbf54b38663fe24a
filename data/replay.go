package data

import (
	"slices"
	"strconv"
)

// Replay gives the status to which the signed steps lead the version, from 草拟 on. The status that is stored must be
// the same. It fails with ErrBroken where a step does not follow from those before it, or where somebody judged what
// they had proposed. What depended on who held which role that day is not asked again here.
func Replay(it Item) (Status, error) {
	past := it
	past.Status, past.Steps = Draft, nil
	for _, step := range it.Steps {
		day := DateOf(step.At)
		if !slices.Contains(actsAt(past.StatusOn(day)), step.Act) {
			return past.Status, Refuse(ErrBroken, "replay.status", string(step.Act), string(past.StatusOn(day)))
		}
		own := notProposer(past, Person{ID: step.PersonID, Name: step.Person})
		if judges(step.Act) && own != nil {
			return past.Status, Refuse(ErrBroken, "replay.own", step.Person, string(step.Act))
		}
		if err := saidEnough(past, step.Act, step.Statement); err != nil {
			return past.Status, Refuse(ErrBroken, "replay.said", string(step.Act))
		}
		past.Status = following(past, step.Act, step.Statement)
		past.Steps = append(past.Steps, step)
	}
	return past.Status, nil
}

// judges lists the acts that nobody may do to what they proposed.
func judges(act Act) bool {
	return slices.Contains([]Act{ActCheck, ActApprove, ActDecide, ActSuperior, ActSendBack, ActReport}, act)
}

// Stands tells whether every signed act that the decision requires stands on the version. It fails with ErrBroken and
// names the first that is missing.
func Stands(it Item) error {
	for _, act := range Required(it.Decision) {
		if _, ok := it.Step(act); !ok {
			return Refuse(ErrBroken, "publish.step", string(act))
		}
	}
	return nil
}

// MayRevise tells whether a new version may begin from this one: only from the newest, or two would compete to
// replace it.
func MayRevise(it Item, newest int) error {
	if it.Version < newest {
		return Refuse(ErrRefused, "revise.newer", it.Number, strconv.Itoa(newest))
	}
	return nil
}
