package kiosk

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/reports/bulletin"
)

// monkey touches whatever is there, for a long time on a fast clock.
type monkey struct {
	t      *testing.T
	r      *rand.Rand
	clock  *clock
	screen *screen
	seen   map[Place]int
}

// touchAnywhere lets a finger come down and leave: on a tile mostly, sometimes beside all, sometimes trembling, sometimes
// held.
func (m *monkey) touchAnywhere() {
	s := m.screen
	k := s.frame.scale
	x, y := m.r.Float32()*s.frame.w*k, m.r.Float32()*s.frame.h*k
	if s.session.At == PINPad && m.r.IntN(40) == 0 { // staff guessed right
		s.session.pin.checking = true
		s.handle(Event{Kind: PINRight})
		return
	}
	if m.r.IntN(10) > 0 {
		place := s.tiles[m.r.IntN(len(s.tiles))].place
		x, y = (place.x+m.r.Float32()*place.w)*k, (place.y+m.r.Float32()*place.h)*k
	}
	m.topAt(x, y).MouseDown(mouseAt(x, y))
	if m.r.IntN(200) == 0 {
		m.pass(4 * time.Second) // a hand that rests
	}
	x, y = x+float32(m.r.NormFloat64()*8), y+float32(m.r.NormFloat64()*8)
	m.topAt(x, y).MouseUp(mouseAt(x, y))
}

// topAt is the tile that lies uppermost at a place, as Fyne finds it.
func (m *monkey) topAt(x, y float32) *tile {
	s := m.screen
	for i := len(s.tiles) - 1; i >= 0; i-- {
		if s.tiles[i].place.has(x/s.frame.scale, y/s.frame.scale, 0) {
			return s.tiles[i]
		}
	}
	return s.tiles[0]
}

func (m *monkey) pass(d time.Duration) {
	for ; d > 0; d -= 500 * time.Millisecond {
		m.clock.pass(min(d, 500*time.Millisecond))
		m.screen.tick()
		m.seen[m.screen.session.At]++
	}
}

// wayBack asks that a visitor can leave the place by a touch.
func (m *monkey) wayBack() {
	s := m.screen
	at := s.session.At
	if at == Loop || at == Broken || at == StillThere { // any touch answers 还在看吗
		return
	}
	if !slices.ContainsFunc(s.tiles, func(t *tile) bool { return t.back }) {
		require.Failf(m.t, "no way back", "from place %d:\n%s", at, s.said())
	}
}

// hands asks of every target that a standing visitor can hit it, and of every object that no finger can drag it.
func (m *monkey) hands() {
	s := m.screen
	for _, t := range s.tiles {
		if t.tapped == nil {
			continue
		}
		requireForAFinger(m.t, s, t.place)
	}
	for _, o := range s.body.Objects {
		_, drags := o.(fyne.Draggable)
		_, scrolls := o.(fyne.Scrollable)
		_, doubles := o.(fyne.DoubleTappable)
		require.False(m.t, drags || scrolls || doubles, "%T", o)
	}
}

// silence waits until nobody can be there any more, and asks that nothing of the visitor is left.
func (m *monkey) silence() {
	m.pass(IdleTime + AnswerTime + 5*time.Minute)
	fresh := NewSession(m.clock.now)
	fresh.At = m.screen.session.ground()
	left := m.screen.session
	left.touched, left.slid, left.asked = fresh.touched, fresh.slid, fresh.asked
	left.Slide, left.broken, left.pin = fresh.Slide, fresh.broken, fresh.pin
	require.True(m.t, reflect.DeepEqual(fresh, left), "%+v", left)
	require.Nil(m.t, m.screen.hand.on)
}

// TestAMonkeyFindsNoWayToBreakTheScreen: 100,000 touches of a bored child, with bulletins that come and go bad.
func TestAMonkeyFindsNoWayToBreakTheScreen(t *testing.T) {
	const touches = 100_000
	for n, size := range [][2]float32{portrait(), {1920, 1080}} {
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			c := &clock{start}
			o := optionsAt(t, c)
			o.OutboxFolder = t.TempDir()
			_, key := office(t)
			all := withOffice(exampleBulletin(), key)
			m := &monkey{t: t, r: rand.New(rand.NewPCG(5, uint64(n))), clock: c, screen: screenWith(o, all, size), seen: map[Place]int{}}
			for i := range touches / 2 {
				m.touchAnywhere()
				if m.screen.session.Left {
					m.screen.session.Left = false // staff guessed right; they come back
				}
				m.wayBack()
				m.hands()
				switch m.r.IntN(400) {
				case 0:
					m.silence()
				case 1:
					m.pass(IdleTime + time.Second)
				case 2:
					b := all
					b.Serial, b.Items = i+8, b.Items[m.r.IntN(len(b.Items)):]
					m.screen.take(b)
				case 3:
					m.screen.show(bulletin.Bulletin{}, data.Refuse(data.ErrBroken, "bulletin.broken"))
				case 4, 5, 6, 7:
					m.screen.take(all)
				default:
					m.pass(time.Duration(m.r.IntN(3)) * 300 * time.Millisecond)
				}
			}
			for at := range Broken {
				require.NotZero(t, m.seen[at], "the monkey never came to place %d", at)
			}
		})
	}
}
