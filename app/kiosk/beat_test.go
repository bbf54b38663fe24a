package kiosk

import (
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/app/kiosk/folder"
	"gongkailan/data"
	"gongkailan/reports/bulletin"
)

func TestTheScreenSaysEverySecondHowItStands(t *testing.T) {
	c := &clock{start}
	o := optionsAt(t, c)
	var said []folder.Screen
	o.Beat = func(s folder.Screen) { said = append(said, s) }
	b := bulletin.Bulletin{Serial: 12, Issued: "2026-03-05T01:02:03Z", Unit: "清溪县水务局"}
	s := screenWith(o, b, portrait())
	require.Empty(t, said, "only while time passes where the screen is drawn")
	for range 9 {
		s.tick()
		c.pass(250 * time.Millisecond)
	}
	require.Len(t, said, 3)
	require.Equal(t, folder.Screen{View: folder.ViewLoop, Serial: 12, Issued: b.Issued, Idle: 2}, said[2])

	s.show(bulletin.Bulletin{}, data.Refuse(data.ErrNotFound, "bulletin.missing", "王䶮.gkb"))
	c.now = c.now.Add(-time.Hour) // a clock that is set back holds nothing up
	s.tick()
	require.Equal(t, folder.Screen{
		View: folder.ViewBroken, Why: "bulletin.missing", Warnings: []string{folder.WarnClockBack},
	}, said[3])
	require.Equal(t, "other", reason(errors.New("王䶮")))
}

func TestABeatDoesNotTellWhatAVisitorLooksAt(t *testing.T) {
	for at, view := range map[Place]string{
		Loop: folder.ViewLoop, Browse: folder.ViewVisit, Category: folder.ViewVisit, Item: folder.ViewVisit,
		Verify: folder.ViewVisit, PINPad: folder.ViewStaff, Staff: folder.ViewStaff, Broken: folder.ViewBroken,
	} {
		require.Equal(t, view, Session{At: at}.view())
		require.Equal(t, view, Session{At: StillThere, Under: at}.view())
	}
}
