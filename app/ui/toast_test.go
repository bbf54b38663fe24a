package ui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"
)

// putOff keeps what is to be done later, and how much later.
type putOff struct {
	waits []time.Duration
	dos   []func()
}

func (p *putOff) after(wait time.Duration, do func()) {
	p.waits, p.dos = append(p.waits, wait), append(p.dos, do)
}

func sheetOf(t *testing.T, n *Notices) *canvas.Rectangle {
	t.Helper()
	for _, o := range test.LaidOutObjects(n.Object()) {
		if r, ok := o.(*canvas.Rectangle); ok {
			return r
		}
	}
	require.Fail(t, "no message is in sight")
	return nil
}

func TestOnlyWhatWasDoneGoesAwayByItself(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(Theme{})
	var later putOff
	n := NewNotices(later.after)
	n.Refused("no")
	require.Empty(t, later.dos, "nothing will take it away")
	n.Done("yes")
	require.Len(t, later.dos, 1)
	n.Refused("no again")
	later.dos[0]()
	require.NotEmpty(t, n.place.Objects, "the end of the message before is not its end")
	n.Clear()
	require.Empty(t, n.place.Objects)
	n.Done("yes")
	later.dos[1]()
	require.Empty(t, n.place.Objects)
}

func TestTheSameRefusalAgainIsSeenToBeNew(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(Theme{})
	var later putOff
	n := NewNotices(later.after)
	_, ground := Bad.Colours()
	n.Refused("no")
	require.Equal(t, ground, sheetOf(t, n).FillColor)
	n.Refused("no")
	require.NotEqual(t, ground, sheetOf(t, n).FillColor)
	require.Equal(t, []time.Duration{flash}, later.waits)
	later.dos[0]()
	require.Equal(t, ground, sheetOf(t, n).FillColor)
	n.Clear()
	n.Refused("no")
	require.Equal(t, ground, sheetOf(t, n).FillColor, "what was closed comes as the first time")
}
