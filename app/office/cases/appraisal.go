package cases

import (
	"context"
	"errors"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/reports"
)

// resultEntry is the entry of the catalogue under which the result of an appraisal goes: 其他, as no other names it. In a
// catalogue without it the notice begins outside the catalogue.
const resultEntry = "6"

// entry finds under which entry this person may begin the notice of a result; false where the person may begin none.
func (r *Rounds) entry(ctx context.Context) (code string, may bool, err error) {
	by, today := r.env.Session.Person(), data.DateOf(r.env.Now())
	catalogue, err := r.env.Desk.Catalogue(ctx, "")
	if err != nil && !errors.Is(err, data.ErrNotFound) {
		return "", false, err
	}
	if e, ok := catalogue.Entry(resultEntry); ok && data.MayDraft(e, by, today) == nil {
		return e.Code, true, nil
	}
	return "", data.MayDraft(data.Entry{}, by, today) == nil, nil
}

// draft begins the notice of the result with the counts filled in, and opens it: how many were to come, and what is to
// be improved, is for the clerk to say.
func (r *Rounds) draft() {
	code, tally := r.facts.entry, r.facts.tally
	ui.Load(r.worker, func(ctx context.Context) (data.Item, error) {
		it, err := r.env.Session.NewDraft(ctx, code)
		if err != nil {
			return it, err
		}
		filled, err := reports.ResultOf(tally, it.Content)
		if err != nil {
			return it, err
		}
		it.Kind, it.Title, it.Body, it.Form = filled.Kind, filled.Title, filled.Body, filled.Form
		return r.env.Session.SaveDraft(ctx, it)
	}, func(it data.Item, err error) {
		if err != nil {
			r.env.Refused(err)
			return
		}
		r.env.Go(screen.Route{Area: screen.Items, Number: it.Number})
		r.env.Notices.Done(r.env.Words.T("cases.rounds.drafted", it.Number))
	})
}
