package outbox

import (
	"time"

	"gongkailan/data"
)

// How often the lobby's screen takes a message. Whoever has more to say than a visit allows is better heard at the
// window; beyond what a lobby sees in an hour or a day somebody is playing.
const (
	mostInVisit = 5
	mostInHour  = 30
	mostInDay   = 200
)

// Pace is when messages were sent lately, the oldest first. The zero value is that none was.
type Pace struct{ sent []time.Time }

// Allow tells whether one more message is taken now, after so many in this visit. It fails with ErrRefused.
func (p Pace) Allow(inVisit int, now time.Time) error {
	switch {
	case inVisit >= mostInVisit:
		return data.Refuse(data.ErrRefused, "outbox.visit")
	case p.within(time.Hour, now) >= mostInHour, p.within(24*time.Hour, now) >= mostInDay:
		return data.Refuse(data.ErrRefused, "outbox.often")
	}
	return nil
}

// within counts what was sent in the time before now. What a clock that ran ahead dated later than now does not count.
func (p Pace) within(span time.Duration, now time.Time) int {
	n := 0
	for _, at := range p.sent {
		if ago := now.Sub(at); ago >= 0 && ago < span {
			n++
		}
	}
	return n
}

// Sent gives the pace after one more message.
func (p Pace) Sent(now time.Time) Pace {
	kept := make([]time.Time, 0, len(p.sent)+1)
	for _, at := range p.sent {
		if ago := now.Sub(at); ago >= 0 && ago < 24*time.Hour {
			kept = append(kept, at)
		}
	}
	return Pace{append(kept, now)}
}
