package office

import (
	"context"

	"gongkailan/data/desk"
)

// issue has the public file made anew after something public has changed.
func (o *Office) issue(ctx context.Context, by *desk.Session) error {
	switch {
	case o.opt.Issuer != nil:
		return o.opt.Issuer.Issue(ctx, by)
	case o.opt.Changed != nil:
		return o.opt.Changed(ctx, by)
	default:
		return nil
	}
}

// followLobby has the public files kept up to date in the name of who has signed in, and tells what goes wrong with one
// that nobody asked for.
func (o *Office) followLobby() {
	issuer := o.opt.Issuer
	if issuer == nil {
		return
	}
	issuer.Tell(func(err error) { o.opt.Loader.Do(func() { o.lobbyTold(err) }) })
	issuer.SignedIn(o.session)
}

func (o *Office) lobbyTold(err error) {
	if o.session == nil || o.session.Locked() {
		return
	}
	if err != nil {
		o.notices.Refused(o.env().Late(err, "lobby.late"))
	}
	o.screen.Load()
}
