package items

import (
	"context"
	"slices"

	"gongkailan/data"
)

// deed is what a button does: an act of an item's life, or the correction, which is two acts in one.
type deed string

// correct pulls what is up at once and begins the version that puts it right (更正).
const correct deed = "correct"

// deedsOf lists what the person may do, the one that the item waits for first. A correction is offered beside 撤下.
func deedsOf(acts []data.Act, status data.Status) []deed {
	var deeds []deed
	for _, act := range acts {
		deeds = append(deeds, deed(act))
	}
	if slices.Contains(acts, data.ActWithdraw) && slices.Contains(acts, data.ActRevise) {
		at := slices.Index(deeds, deed(data.ActWithdraw))
		deeds = slices.Insert(deeds, at, correct)
	}
	main := deed(data.Awaited(status))
	slices.SortStableFunc(deeds, func(a, b deed) int { return first(b == main) - first(a == main) })
	return deeds
}

func first(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// lone tells whether the deed asks for nothing: one press does it.
func (d deed) lone() bool { return d == deed(data.ActPublish) || d == deed(data.ActRevise) }

// perform does the deed in the name of who is signed in.
func (p *Page) perform(ctx context.Context, d deed, it data.Item, said data.Statement) (data.Item, error) {
	by := p.env.Session
	does := map[deed]func(context.Context, data.Item, data.Statement) (data.Item, error){
		deed(data.ActPropose): by.Propose, deed(data.ActCheck): by.Check, deed(data.ActApprove): by.Approve,
		deed(data.ActDecide): by.Decide, deed(data.ActSuperior): by.RuleBySuperior, deed(data.ActSendBack): by.SendBack,
		deed(data.ActPublish): by.Publish, deed(data.ActWithdraw): by.Withdraw, deed(data.ActRevise): by.Revise,
		deed(data.ActWithhold): by.Withhold, deed(data.ActReport): by.ReportWithheld, deed(data.ActTell): by.Tell,
		deed(data.ActReview): by.Review, correct: by.Correct,
	}
	return does[d](ctx, it, said)
}

// public tells whether the deed changes what the lobby shows.
func (d deed) public() bool {
	return d == deed(data.ActPublish) || d == deed(data.ActWithdraw) || d == correct
}
