package screen

import (
	"context"
	"errors"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// mostIssues is how often the public file is laid out anew where somebody else has issued one in the meantime.
const mostIssues = 3

// Issue makes the public file anew beside the main goroutine: it tells the lobby's screen what it offers and, by receipt,
// how things stand. What was done stands already; that the file could not be made is said. Who may not issue it leaves
// that to the next who does.
func (e Env) Issue() {
	by, today := e.Session.Person(), data.DateOf(e.Now())
	if !by.Has(data.Clerk, today) && !by.Has(data.Checker, today) && !by.Has(data.Approver, today) {
		return
	}
	ui.Run(e.Works, e.Loader.Again(), e.Words.T("work.issue"), func(ctx context.Context, _ ui.Progress) (struct{}, error) {
		err := e.Changed(ctx, e.Session)
		for range mostIssues - 1 {
			if !overtaken(err) {
				break
			}
			err = e.Changed(ctx, e.Session)
		}
		return struct{}{}, err
	}, func(_ struct{}, err error) {
		if err != nil {
			e.Notices.Refused(e.Words.T("items.late", e.Words.Error(cancelled(err))))
		}
	})
}

// overtaken tells whether another bulletin took the serial number while this one was laid out.
func overtaken(err error) bool {
	var refusal *data.Refusal
	return errors.As(err, &refusal) && refusal.Code == "bulletin.serial"
}
