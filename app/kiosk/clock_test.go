package kiosk

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data"
)

// readings follow each other: each is so long after the one before by the machine's count, and the clock was moved by
// so much.
type readings []struct{ passed, moved time.Duration }

func (r readings) of(k timekeeper, issued time.Time) (timekeeper, time.Time) {
	wall, elapsed := start, time.Duration(0)
	k = k.read(wall, elapsed, issued)
	for _, one := range r {
		elapsed += one.passed
		wall = wall.Add(one.passed + one.moved)
		k = k.read(wall, elapsed, issued)
	}
	return k, wall
}

func TestAClockThatIsMovedIsNoticed(t *testing.T) {
	const m, s = time.Minute, time.Second
	for name, c := range map[string]struct {
		moves readings
		want  clockFault
	}{
		"a clock that runs":         {readings{{m, 0}, {m, 0}}, ""},
		"set right by a little":     {readings{{s, -2 * m}, {s, 5 * m}}, ""},
		"set back":                  {readings{{s, -3 * m}}, clockBack},
		"set back in small steps":   {readings{{s, -m}, {s, -m}, {s, -m}}, clockBack},
		"set ahead":                 {readings{{s, 11 * m}}, clockJump},
		"set ahead in small steps":  {readings{{s, 6 * m}, {s, 6 * m}}, clockJump},
		"a fault that mended":       {readings{{s, 20 * m}, {s, -20 * m}}, clockJump},
		"a quartz over many hours":  {readings{{50 * m, 3 * m}, {50 * m, 3 * m}, {50 * m, 3 * m}, {50 * m, 3 * m}, {50 * m, 3 * m}}, ""},
		"a machine that was asleep": {readings{{s, 8 * time.Hour}}, clockJump},
	} {
		k, _ := c.moves.of(timekeeper{}, start.Add(-time.Hour))
		require.Equal(t, c.want, k.Fault, name)
	}
	k, _ := readings{}.of(timekeeper{}, start.Add(11*time.Minute))
	require.Equal(t, clockEarly, k.Fault)
	k, _ = readings{}.of(timekeeper{}, start.Add(9*time.Minute))
	require.Empty(t, k.Fault)
	k, _ = readings{}.of(timekeeper{Seen: start.Add(time.Hour)}, time.Time{})
	require.Equal(t, clockBack, k.Fault, "over a start too")
}

func TestStaffSayThatTheClockIsRight(t *testing.T) {
	issued := start.Add(time.Hour)
	k, wall := readings{{time.Second, -time.Hour}}.of(timekeeper{}, issued)
	require.Equal(t, clockBack, k.Fault)
	k = k.checked(wall, time.Second, issued).read(wall, 2*time.Second, issued)
	require.Empty(t, k.Fault)
	require.Equal(t, clockEarly, k.read(wall, 3*time.Second, issued.Add(time.Hour)).Fault, "another file is another question")
}

func TestAClockThatStoodWrongForAMomentHidesNothingForLong(t *testing.T) {
	k, wall := readings{{time.Second, 400 * 24 * time.Hour}}.of(timekeeper{}, start)
	require.Equal(t, data.DateOf(wall), k.day(wall, start), "ahead it hides")
	k, wall = readings{{time.Second, 400 * 24 * time.Hour}, {time.Second, -400 * 24 * time.Hour}}.of(timekeeper{}, start)
	require.Equal(t, data.DateOf(start), k.day(wall, start))
	require.Equal(t, clockJump, k.Fault, "staff are told all the same")
}

func TestWhatIsOverNeverComesBackWhenTheClockIsSetBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k, wall, elapsed := timekeeper{}, start, time.Duration(0)
		issued := start.Add(time.Duration(rapid.IntRange(-100, 10).Draw(t, "issued")) * time.Hour)
		k = k.read(wall, elapsed, issued)
		day := k.day(wall, issued)
		for range rapid.IntRange(1, 40).Draw(t, "readings") {
			passed := time.Duration(rapid.IntRange(0, 5000).Draw(t, "passed")) * time.Second
			back := time.Duration(rapid.IntRange(0, 1_000_000).Draw(t, "back")) * time.Second * time.Duration(rapid.IntRange(0, 1).Draw(t, "moved"))
			elapsed += passed
			wall = wall.Add(passed - back)
			if rapid.Bool().Draw(t, "started anew") {
				k = timekeeper{Seen: k.Seen, Fault: k.Fault}
			}
			k = k.read(wall, elapsed, issued)
			next := k.day(wall, issued)
			require.GreaterOrEqual(t, next, day)
			require.GreaterOrEqual(t, next, data.DateOf(wall))
			require.GreaterOrEqual(t, next, data.DateOf(issued))
			day = next
		}
	})
}

func TestTheTimeIsKeptOverAStart(t *testing.T) {
	at := t.TempDir()
	require.Equal(t, timekeeper{}, openClock(at))
	k, _ := readings{{time.Second, -time.Hour}}.of(timekeeper{}, start)
	require.NoError(t, k.keep(at))
	again := openClock(at)
	require.Equal(t, clockBack, again.Fault)
	require.True(t, again.Seen.Equal(start))
}

func TestAnItemThatIsOverStaysAwayWhenTheClockIsSetBack(t *testing.T) {
	c := &clock{start}
	s := screenAt(t, c, exampleBulletin(), portrait())
	require.True(t, s.shelf.Has("2026-0004"), "its last day")
	s.options.Elapsed = func() time.Duration { return 0 }
	c.pass(24 * time.Hour)
	s.tick()
	require.False(t, s.shelf.Has("2026-0004"))
	s.time = s.time.checked(c.now, 0, time.Time{})
	c.pass(-24 * time.Hour)
	s.tick()
	require.False(t, s.shelf.Has("2026-0004"))
	require.Equal(t, []string{"clock-back"}, s.standing(c.now).Warnings)
}
