package kiosk

import (
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data"
)

// board is a shelf of items with so many pages each.
type board struct{ pages map[string]int }

func fullBoard() board { return board{map[string]int{"1": 2, "2": 1, "3": 3}} }

func (b board) Has(number string) bool { return b.pages[number] > 0 }
func (b board) Lists(Session) int      { return 3 }
func (b board) Places(Session) int     { return 1 }

// Takes tells that every kind is taken.
func (b board) Takes(data.MessageKind) bool { return true }

func (b board) Round() (data.Round, bool) { return exampleRound(), true }

func (b board) Step(s Session, from Spot, by int) (Spot, bool) {
	var all []Spot
	for _, number := range []string{"1", "2", "3"} {
		for page := range b.pages[number] {
			if s.At != Item || number == from.Number {
				all = append(all, Spot{Number: number, Page: page})
			}
		}
	}
	for i, spot := range all {
		if spot != from {
			continue
		}
		if to := i + by; s.At == Item {
			return all[max(0, min(to, len(all)-1))], to >= 0 && to < len(all)
		}
		return all[((i+by)%len(all)+len(all))%len(all)], true
	}
	if len(all) == 0 {
		return Spot{}, false
	}
	return all[0], true
}

var start = time.Date(2026, 3, 6, 9, 41, 0, 0, time.UTC)

// after lets events happen at one moment.
func after(s Session, now time.Time, events ...Event) Session {
	for _, e := range events {
		s = s.Handle(e, now, fullBoard())
	}
	return s
}

func does(kinds ...Kind) []Event {
	events := make([]Event, len(kinds))
	for i, kind := range kinds {
		events[i] = Event{Kind: kind, Text: "1"}
	}
	return events
}

func TestWhereEachTouchLeads(t *testing.T) {
	for name, c := range map[string]struct {
		events []Event
		want   Place
	}{
		"the loop at first":                        {nil, Loop},
		"全部公开":                                     {does(OpenAll), Browse},
		"a category":                               {does(OpenAll, OpenCategory), Category},
		"an item":                                  {does(OpenAll, OpenCategory, OpenItem), Item},
		"an item from the loop":                    {does(OpenItem), Item},
		"no item that is not there":                {append(does(OpenAll), Event{Kind: OpenItem, Text: "9"}), Browse},
		"back from an item":                        {does(OpenAll, OpenCategory, OpenItem, Back), Category},
		"back from an item of the loop":            {does(OpenItem, Back), Loop},
		"back from a category":                     {does(OpenAll, OpenCategory, Back), Browse},
		"back from 全部公开":                           {does(OpenAll, Back), Loop},
		"查找":                                       {does(OpenAll, OpenSearch), Search},
		"查找 is not reached from elsewhere":         {does(OpenSearch), Loop},
		"an item that was found":                   {append(looking("1"), does(OpenItem)...), Item},
		"back from an item that was found":         {append(looking("1"), does(OpenItem, Back)...), Search},
		"back from 查找":                             {append(looking("1"), does(Back)...), Browse},
		"back from what was found, low":            {append(does(ToggleLow), append(looking("1"), does(ShowFound, Back)...)...), Search},
		"the staff's pad over 查找":                  {does(OpenAll, OpenSearch, LongPress, Back), Search},
		"the staff's pad":                          {does(OpenAll, LongPress), PINPad},
		"back from the pad":                        {does(OpenAll, LongPress, Back), Browse},
		"a broken file closes everything":          {does(OpenAll, OpenItem, FileBroken), Broken},
		"a broken file lets visitors do nothing":   {does(FileBroken, OpenAll, OpenItem, Next, Back), Broken},
		"the pad opens over a broken file":         {does(FileBroken, LongPress), PINPad},
		"a broken file leaves the pad open":        {does(LongPress, FileBroken), PINPad},
		"back from the pad leads to a broken file": {does(OpenAll, LongPress, FileBroken, Back), Broken},
		"a file that holds again opens the loop":   {does(FileBroken, FileGood), Loop},
		"a newer file interrupts nobody":           {does(OpenAll, FileGood), Browse},
	} {
		require.Equal(t, c.want, after(NewSession(start), start, c.events...).At, name)
	}
}

func TestAnItemThatCameDownIsClosedAtOnce(t *testing.T) {
	s := after(NewSession(start), start, does(OpenAll, OpenItem)...)
	s = s.Handle(Event{Kind: Tick}, start, board{map[string]int{"2": 1}})
	require.Equal(t, Browse, s.At)
	require.Equal(t, "2", s.Slide.Number)
	s = s.Handle(Event{Kind: Tick}, start, board{})
	require.Equal(t, Spot{}, s.Slide)
}

func TestTheLoopTurnsEveryTwelveSecondsUnlessItIsPaused(t *testing.T) {
	s := after(NewSession(start), start, does(Tick)...)
	require.Equal(t, Spot{Number: "1"}, s.Slide)
	s = after(s, start.Add(11*time.Second), does(Tick)...)
	require.Equal(t, 0, s.Slide.Page)
	s = after(s, start.Add(12*time.Second), does(Tick)...)
	require.Equal(t, Spot{Number: "1", Page: 1}, s.Slide)
	s = after(s, start.Add(12*time.Second), does(Previous, Previous)...)
	require.Equal(t, Spot{Number: "3", Page: 2}, s.Slide, "the board is a ring")
	s = after(s, start.Add(13*time.Second), does(TogglePause)...)
	s = after(s, start.Add(40*time.Second), does(Tick)...)
	require.Equal(t, Spot{Number: "3", Page: 2}, s.Slide)
}

func TestTheLoopGoesOnWithWholePagesWhenLargeTypeEnds(t *testing.T) {
	s := after(NewSession(start), start, does(ToggleLarge)...)
	s.Slide = Spot{Number: "2", Part: 1}
	require.Zero(t, after(s, start, does(FileBroken, FileGood)...).Slide.Part)
}

func TestPagesOfAnItemEndAtItsEnds(t *testing.T) {
	s := after(NewSession(start), start, append(does(OpenAll), Event{Kind: OpenItem, Text: "3"})...)
	s = after(s, start, does(Previous, Next, Next, Next, Next)...)
	require.Equal(t, Spot{Number: "3", Page: 2}, s.Reading)
}

func TestSilenceIsAskedAboutAndThenForgotten(t *testing.T) {
	s := after(NewSession(start), start, does(OpenAll, ToggleLarge, ToggleLanguage)...)
	s = after(s, start.Add(59*time.Second), does(Tick)...)
	require.Equal(t, Browse, s.At)
	s = after(s, start.Add(60*time.Second), does(Tick)...)
	require.Equal(t, StillThere, s.At)
	require.Equal(t, 15, s.Countdown(start.Add(60*time.Second)))
	require.Equal(t, 1, s.Countdown(start.Add(74*time.Second+time.Millisecond)))

	answered := after(s, start.Add(70*time.Second), does(Touch)...)
	require.Equal(t, Browse, answered.At)
	require.True(t, answered.Large, "who is still there keeps everything")

	s = after(s, start.Add(75*time.Second), does(Tick)...)
	require.Equal(t, Loop, s.At)
	require.Equal(t, Switches{}, s.Switches)
}

func TestTheTouchThatAnswersDoesNothingBesides(t *testing.T) {
	s := after(NewSession(start), start, does(OpenAll)...)
	s = after(s, start.Add(60*time.Second), does(Tick)...)
	s = after(s, start.Add(61*time.Second), does(OpenItem)...)
	require.Equal(t, Browse, s.At)
}

func TestAnUntouchedLoopAsksNobody(t *testing.T) {
	s := NewSession(start)
	for minute := range 300 {
		s = after(s, start.Add(time.Duration(minute)*time.Minute), does(Tick)...)
		require.Equal(t, Loop, s.At)
	}
}

func TestAClockThatIsSetBackDoesNotHoldTheSession(t *testing.T) {
	s := after(NewSession(start), start, does(OpenAll)...)
	s = after(s, start.Add(-time.Hour), does(Tick)...)
	s = after(s, start.Add(-time.Hour+61*time.Second), does(Tick)...)
	require.Equal(t, StillThere, s.At)
}

func typePIN(s Session, now time.Time, pin string) Session {
	for _, digit := range pin {
		s = after(s, now, Event{Kind: Digit, Text: string(digit)})
	}
	return after(s, now, does(EnterPIN)...)
}

func TestOnlyTheRightPINOpensTheStaffsPlace(t *testing.T) {
	s := after(NewSession(start), start, does(LongPress)...)
	require.Equal(t, PINPad, after(s, start, does(PINRight)...).At, "an answer that nobody asked for")
	require.False(t, typePIN(s, start, "123").pin.checking, "too short to be one")
	s = typePIN(s, start, "1234")
	require.True(t, s.pin.checking)
	require.Equal(t, s.pin, after(s, start, does(Digit, Erase, EnterPIN)...).pin, "nothing is typed while it is checked")
	require.Equal(t, Staff, after(s, start, does(PINRight)...).At)
	wrong := after(s, start, does(PINWrong)...)
	require.Equal(t, PINPad, wrong.At)
	require.Empty(t, wrong.pin.typed)
	require.True(t, wrong.pin.wrong)
}

func TestWrongPINsLockThePadLongerAndLonger(t *testing.T) {
	s, now := after(NewSession(start), start, does(LongPress)...), start
	for try := 1; try <= 20; try++ {
		s = after(typePIN(s, now, "0000"), now, does(PINWrong)...)
		want := time.Duration(0)
		if try >= 5 {
			want = min(longestLock, firstLock<<(try-5))
		}
		require.Equal(t, want > 0, s.pin.isLocked(now), try)
		require.Empty(t, typePIN(s, now.Add(want-1), "1234").pin.typed == "1234" && want > 0)
		now = now.Add(want)
		require.False(t, s.pin.isLocked(now))
	}
	s = after(s, now, does(Back, OpenAll)...)
	require.Equal(t, 20, s.pin.failures, "walking away does not open the lock")
}

// anyEvent is whatever may happen before the screen, but the answer that lets staff leave.
func anyEvent() *rapid.Generator[Event] {
	return rapid.Custom(func(t *rapid.T) Event {
		kind := Kind(rapid.IntRange(int(Tick), int(FileBroken)).Draw(t, "kind"))
		if kind == PINRight {
			kind = PINWrong
		}
		e := Event{Kind: kind, Text: strconv.Itoa(rapid.IntRange(0, 4).Draw(t, "text"))}
		switch kind { // these lead nowhere without a word of their own
		case ChooseKind:
			e.Text = rapid.SampledFrom([]string{"topic", "ballot", "praise"}).Draw(t, "kind of message")
		case CastVote:
			e.Text = rapid.SampledFrom([]string{"", "satisfied", "great"}).Draw(t, "vote")
		case ReceiptKey:
			e.Text = rapid.SampledFrom([]string{"A", "2", "0"}).Draw(t, "character")
		}
		return e
	})
}

func anySession(t *rapid.T) (Session, time.Time) {
	s, now := NewSession(start), start
	for _, e := range rapid.SliceOfN(anyEvent(), 0, 60).Draw(t, "events") {
		now = now.Add(time.Duration(rapid.IntRange(0, 20_000).Draw(t, "ms")) * time.Millisecond)
		s = s.Handle(e, now, fullBoard())
	}
	return s, now
}

func TestWhoeverWalksAwayIsForgottenWithinSeventyFiveSeconds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, now := anySession(t)
		for range int((IdleTime + AnswerTime) / time.Second) {
			now = now.Add(time.Second)
			s = s.Handle(Event{Kind: Tick}, now, fullBoard())
		}
		home := NewSession(start)
		home.At, home.broken = s.ground(), s.broken
		home.pin = pinEntry{failures: s.pin.failures, locked: s.pin.locked}
		home.Slide = s.Slide
		s.touched, s.slid, s.asked = home.touched, home.slid, home.asked
		require.Equal(t, home, s)
	})
}

func TestNothingButThePINLeaves(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, _ := anySession(t)
		require.False(t, s.Left)
	})
}

func TestAnyTouchKeepsTheSessionAlive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, now := anySession(t)
		e := anyEvent().Filter(func(e Event) bool { return e.Kind >= Touch && e.Kind <= EnterPIN }).Draw(t, "touch")
		s = s.Handle(e, now, fullBoard())
		s = s.Handle(Event{Kind: Tick}, now.Add(IdleTime-time.Second), fullBoard())
		require.NotEqual(t, StillThere, s.At)
	})
}

func TestABrokenFileShowsNothingWhateverIsTouched(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, now := anySession(t)
		s = s.Handle(Event{Kind: FileBroken}, now, board{})
		for _, e := range rapid.SliceOf(anyEvent().Filter(func(e Event) bool { return e.Kind != FileGood })).Draw(t, "more") {
			s = s.Handle(e, now, board{})
			require.Contains(t, []Place{Broken, PINPad, StillThere}, s.At)
			if s.At == StillThere {
				require.Equal(t, PINPad, s.Under)
			}
		}
	})
}

func TestThePadCanAlwaysBeLeft(t *testing.T) {
	s := after(NewSession(start), start, does(LongPress)...)
	require.Equal(t, PINPad, s.At)
	s = s.Handle(Event{Kind: Tick}, start.Add(IdleTime), fullBoard())
	require.Equal(t, Loop, s.At, "an idle pad goes away by itself")
	s = after(NewSession(start), start, does(LongPress, FileBroken, Back)...)
	require.Equal(t, Broken, s.At)
}
