package kiosk

import (
	"time"

	"gongkailan/data"
)

// Night is when the lobby is dimmed: from one time of the day to another, each after midnight in local time. Where both
// are the same it is never dimmed.
type Night struct{ From, To time.Duration }

// NightOf reads hours as 22:00; one that cannot be read is the usual one, 22:00 and 06:00.
func NightOf(from, to string) Night {
	read := func(text string, usual time.Duration) time.Duration {
		at, err := time.Parse("15:04", text)
		if err != nil {
			return usual
		}
		return time.Duration(at.Hour())*time.Hour + time.Duration(at.Minute())*time.Minute
	}
	return Night{From: read(from, 22*time.Hour), To: read(to, 6*time.Hour)}
}

// isNight tells whether the hours of the night have come.
func (n Night) isNight(at time.Time) bool {
	local := at.In(data.Shanghai())
	clock := time.Duration(local.Hour())*time.Hour + time.Duration(local.Minute())*time.Minute
	if n.From <= n.To {
		return n.From <= clock && clock < n.To
	}
	return clock >= n.From || clock < n.To
}

// dims tells whether the screen is dimmed: at night, when nobody has touched it for a while. A touch wakes it for the
// visit.
func (s Session) dims(night Night, now time.Time) bool {
	return s.isHome() && now.Sub(s.touched) >= IdleTime && night.isNight(now)
}
