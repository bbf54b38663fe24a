package supervisor

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/app/kiosk/folder"
	"gongkailan/data"
)

// stage plays children to a machine under a clock of its own.
type stage struct {
	machine Machine
	now     time.Time
	running map[Which]bool
	asked   map[Which]time.Time // when a child was first asked or looked at
	starts  []time.Time         // of the screen
	done    []Action
}

func noon() time.Time { return time.Date(2026, 3, 5, 12, 0, 0, 0, data.Shanghai()) }

func newStage(now time.Time) *stage {
	s := &stage{now: now, running: map[Which]bool{}, asked: map[Which]time.Time{}}
	m, do := New(Usual(3*time.Hour+30*time.Minute), now)
	s.take(m, do)
	return s
}

// take does what the machine says, and sees that it can be done.
func (s *stage) take(m Machine, do []Action) {
	s.machine = m
	for _, a := range do {
		switch a.Deed {
		case Start:
			if s.running[a.Which] {
				panic("two children of one kind")
			}
			s.running[a.Which] = true
			delete(s.asked, a.Which)
			if a.Which == Lobby {
				s.starts = append(s.starts, s.now)
			}
		case Finish:
			if s.running[Lobby] || s.running[Notice] {
				panic("a child is left behind")
			}
		case Ask, Look, Kill:
			if !s.running[a.Which] {
				panic("nobody is there to be ended")
			}
			if _, before := s.asked[a.Which]; !before {
				s.asked[a.Which] = s.now
			}
		}
		s.done = append(s.done, a)
	}
}

func (s *stage) event(e Event) {
	m, do := s.machine.Handle(e, s.now)
	s.take(m, do)
}

func (s *stage) beat(screen folder.Screen) { s.event(Event{Kind: Beat, Screen: screen}) }

// end has a running child end.
func (s *stage) end(which Which, code int) {
	s.running[which] = false
	s.event(Event{Kind: Ended, Which: which, Code: code, How: "exit"})
}

// pass lets time pass, a second at a time; with beats where the screen is well.
func (s *stage) pass(seconds int, well bool, idle int) {
	for range seconds {
		s.now = s.now.Add(time.Second)
		if well && s.running[Lobby] {
			s.beat(folder.Screen{View: folder.ViewLoop, Idle: idle})
		}
		s.event(Event{Kind: Tick})
	}
}

func (s *stage) last(deed Deed, which Which) (Action, bool) {
	for i := len(s.done) - 1; i >= 0; i-- {
		if s.done[i].Deed == deed && s.done[i].Which == which {
			return s.done[i], true
		}
	}
	return Action{}, false
}

func TestAScreenThatIsKilledIsStartedAtOnce(t *testing.T) {
	s := newStage(noon())
	s.pass(10, true, 0)
	require.Equal(t, folder.Running, s.machine.State())
	s.end(Lobby, -1)
	require.True(t, s.running[Lobby], "without waiting for the next tick")
	require.Equal(t, s.now, s.starts[1])
}

func TestWaitsGrowAndAGoodRunClearsThem(t *testing.T) {
	s := newStage(noon())
	for i, wait := range []int{0, 1, 2, 5, 10, 20, 30, 30, 30} {
		s.end(Lobby, 2)
		if wait > 0 {
			require.False(t, s.running[Lobby], "failure %d", i+1)
			s.pass(wait-1, false, 0)
			require.False(t, s.running[Lobby], "failure %d", i+1)
			s.pass(1, false, 0)
		}
		require.True(t, s.running[Lobby], "failure %d", i+1)
		require.Equal(t, i >= 2, s.running[Notice], "暂停服务 comes with the third failure")
	}
	require.Equal(t, folder.Paused, s.machine.State())
	s.pass(1, true, 0)
	killed, was := s.last(Kill, Notice)
	require.True(t, was, "the screen is back and 暂停服务 goes")
	require.Equal(t, answered, killed.Why)
	s.end(Notice, -1)
	require.Equal(t, folder.Running, s.machine.State())

	s.pass(5*60, true, 0)
	require.Zero(t, s.machine.failures)
	s.end(Lobby, 2)
	require.True(t, s.running[Lobby], "after a good run the first failure costs nothing")
}

func TestAScreenThatIsSilentForTwentySecondsIsEnded(t *testing.T) {
	s := newStage(noon())
	s.pass(30, true, 0)
	s.pass(19, false, 0)
	require.Empty(t, s.asked)
	s.pass(1, false, 0)
	look, was := s.last(Look, Lobby)
	require.True(t, was)
	require.Equal(t, hung, look.Why)
	s.pass(2, false, 0)
	_, was = s.last(Kill, Lobby)
	require.True(t, was)
	s.end(Lobby, -1)
	require.True(t, s.running[Lobby])
	require.Equal(t, hung, s.machine.last.Reason)
}

func TestOneThatCannotBeKilledIsTriedNowAndThen(t *testing.T) {
	s := newStage(noon())
	s.pass(5, true, 0)
	s.pass(22, false, 0)
	kills := func() (n int) {
		for _, a := range s.done {
			if a.Deed == Kill {
				n++
			}
		}
		return n
	}
	require.Equal(t, 1, kills())
	s.pass(9, false, 0)
	require.Equal(t, 1, kills())
	s.pass(1, false, 0)
	require.Equal(t, 2, kills())
	require.Len(t, s.starts, 1, "and no second screen beside it")
}

func TestASlowStartIsGivenAMinute(t *testing.T) {
	s := newStage(noon())
	s.pass(59, false, 0)
	require.Empty(t, s.asked)
	s.pass(1, false, 0)
	require.NotEmpty(t, s.asked)
}

func TestAMachineThatStoodStillDoesNotBlameTheScreen(t *testing.T) {
	s := newStage(noon())
	s.pass(30, true, 0)
	for _, gap := range []time.Duration{8 * time.Hour, -3 * time.Hour} {
		s.now = s.now.Add(gap)
		s.event(Event{Kind: Tick})
		s.pass(19, false, 0)
		require.Empty(t, s.asked)
		s.pass(1, true, 0)
	}
}

func TestStaffWhoLeaveEndEverything(t *testing.T) {
	s := newStage(noon())
	s.pass(5, true, 0)
	s.end(Lobby, Left)
	require.True(t, s.machine.done)
	require.Equal(t, Action{Deed: Finish}, s.done[len(s.done)-1])
	require.Equal(t, folder.Stopped, s.machine.State())
	require.Equal(t, left, s.machine.last.Reason)
}

func TestTheEndTakesTheChildrenAlong(t *testing.T) {
	s := newStage(noon())
	for range 3 {
		s.end(Lobby, 2)
		s.pass(1, false, 0)
	}
	s.pass(1, false, 0)
	require.True(t, s.running[Lobby] && s.running[Notice])
	s.event(Event{Kind: Stop})
	ask, _ := s.last(Ask, Lobby)
	require.Equal(t, stopping, ask.Why)
	s.end(Notice, -1)
	require.False(t, s.machine.done)
	s.pass(3, false, 0)
	_, was := s.last(Kill, Lobby)
	require.True(t, was, "one that does not go by itself")
	s.end(Lobby, -1)
	require.True(t, s.machine.done)
	require.Equal(t, 0, s.done[len(s.done)-1].Code)
}

func TestAFirstStartThatIsRefusedIsTheEndAndALaterOneIsNot(t *testing.T) {
	s := newStage(noon())
	s.end(Lobby, Refused)
	require.Equal(t, Action{Deed: Finish, Code: 1, Why: refused}, s.done[len(s.done)-1])

	s = newStage(noon())
	s.pass(5, true, 0)
	s.end(Lobby, -1)
	s.end(Lobby, Refused)
	require.False(t, s.machine.done, "the file share may be back in a minute")
	s.pass(1, false, 0)
	require.True(t, s.running[Lobby])
}

func TestAScreenThatAsksIsStartedAnewButNotForEver(t *testing.T) {
	s := newStage(noon())
	s.pass(60, true, 0)
	s.end(Lobby, Again)
	require.True(t, s.running[Lobby])
	require.Zero(t, s.machine.failures)
	s.end(Lobby, Again)
	s.end(Lobby, Again)
	require.False(t, s.running[Lobby])
	require.Equal(t, 2, s.machine.failures)
}

func TestEveryNightTheScreenStartsAnewWhenNobodyIsThere(t *testing.T) {
	s := newStage(noon().Add(-6 * time.Hour)) // 06:00
	s.pass(21*3600+30*60-1, true, 3600)       // until just before 03:30
	require.Len(t, s.starts, 1)
	s.pass(1, true, 599)
	require.Len(t, s.starts, 1, "somebody was there less than ten minutes ago")
	s.pass(1, true, 600)
	ask, was := s.last(Ask, Lobby)
	require.True(t, was)
	require.Equal(t, nightly, ask.Why)
	s.end(Lobby, 0)
	require.True(t, s.running[Lobby])
	require.Zero(t, s.machine.failures)
	s.pass(2*3600, true, 3600)
	require.Empty(t, s.asked, "once a night")
}

func TestAYoungScreenAndALateHourWaitForTheNextNight(t *testing.T) {
	s := newStage(noon()) // 15.5 hours old at 03:30, 20 hours at 08:00
	s.pass(24*3600, true, 3600)
	require.Empty(t, s.asked)

	never := Usual(-1)
	m, _ := New(never, noon().Add(-6*time.Hour))
	m, _ = m.Handle(Event{Kind: Beat, Screen: folder.Screen{Idle: 3600}}, noon())
	_, do := m.Handle(Event{Kind: Tick}, noon().Add(15*time.Hour+40*time.Minute))
	require.Empty(t, do)
}

// TestWhateverHappensOneScreenAtMostAndItComesBack lets anything happen in any order.
func TestWhateverHappensOneScreenAtMostAndItComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := newStage(noon().Add(time.Duration(rapid.IntRange(0, 24*60).Draw(t, "start")) * time.Minute))
		answeredOnce := false
		deeds := rapid.SliceOfN(rapid.SampledFrom([]string{"beat", "crash", "asks", "refused", "notice", "second", "silence", "minutes"}), 0, 60).Draw(t, "deeds")
		for _, deed := range deeds {
			if s.machine.done {
				break
			}
			before, wasOn := s.machine.failures, s.running[Lobby]
			switch deed {
			case "beat":
				if s.running[Lobby] {
					s.beat(folder.Screen{Idle: rapid.IntRange(0, 4000).Draw(t, "idle")})
					answeredOnce = true
				}
			case "crash", "asks", "refused":
				if !wasOn {
					break
				}
				s.end(Lobby, map[string]int{"crash": 2, "asks": Again, "refused": Refused}[deed])
				if s.machine.done {
					if deed != "refused" || answeredOnce || len(s.starts) > 1 {
						t.Fatal("only a first start that is refused is the end")
					}
					return
				}
				if s.machine.failures > before+1 {
					t.Fatal("one end is one failure")
				}
				if wait := s.machine.rules.wait(s.machine.failures); !s.running[Lobby] && s.machine.next.Sub(s.now) != wait {
					t.Fatal("the wait is the one of so many failures")
				}
			case "notice":
				if s.running[Notice] {
					s.end(Notice, 2)
				}
			case "second":
				s.pass(1, rapid.Bool().Draw(t, "well"), 0)
			case "silence":
				s.pass(61, false, 0)
				if wasOn && s.running[Lobby] && len(s.asked) == 0 {
					t.Fatal("a silent screen is ended")
				}
			case "minutes":
				s.pass(301, true, 0)
			}
		}
		if s.machine.done {
			return
		}
		if len(s.asked) > 0 && s.running[Lobby] {
			s.end(Lobby, -1)
		}
		starts := len(s.starts)
		s.pass(31, true, 0) // the longest wait, with a screen that is well from now on
		if !s.running[Lobby] {
			t.Fatalf("no screen %v after %d starts", s.machine, starts)
		}
		s.end(Lobby, Left)
		if s.running[Notice] {
			s.end(Notice, -1)
		}
		if !s.machine.done {
			t.Fatal("staff have left")
		}
	})
}

func TestTheWaitNeverShrinks(t *testing.T) {
	r := Usual(-1)
	for n := range 100 {
		require.GreaterOrEqual(t, r.wait(n+1), r.wait(n))
		require.LessOrEqual(t, r.wait(n), 30*time.Second)
	}
	require.Zero(t, r.wait(1))
}
