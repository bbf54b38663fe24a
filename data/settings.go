package data

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Settings is how a unit works, beside who it is: its clocks, the holidays that the office added, its board of paper, its
// leading group, what its lobby's screen offers.
type Settings struct {
	Clocks   Clocks    `json:"clocks,omitzero"`
	Holidays []Holiday `json:"holidays,omitempty"` // by day
	Board    BoardGrid `json:"board,omitzero"`

	Group []GroupMember `json:"group,omitempty"` // the leading group and its office, as they were and are (S10)

	Lobby  LobbyOffer `json:"lobby,omitzero"`
	Rounds []Round    `json:"rounds,omitempty"` // of appraisal (S16), the oldest first
}

// Holiday is what a notice of the State Council says about one day.
type Holiday struct {
	Date  Date   `json:"date"`
	Works bool   `json:"works,omitempty"` // 调休上班
	Name  string `json:"name"`
}

// Check tells whether the settings can be kept. It fails with ErrInvalid.
func (s Settings) Check() error {
	if err := checkHolidays(s.Holidays); err != nil {
		return err
	}
	if err := s.Clocks.Check(); err != nil {
		return err
	}
	if err := CheckGroup(s.Group); err != nil {
		return err
	}
	if err := s.Lobby.Check(); err != nil {
		return err
	}
	if err := checkRounds(s.Rounds); err != nil {
		return err
	}
	return s.Board.Check()
}

// mostHolidays bounds the days that an office adds: some fifty a year for forty years.
const mostHolidays = 2000

func checkHolidays(holidays []Holiday) error {
	if len(holidays) > mostHolidays {
		return Refuse(ErrInvalid, "holiday.many", strconv.Itoa(mostHolidays))
	}
	seen := map[Date]bool{}
	for _, h := range holidays {
		if err := checkLines(h.Name); err != nil {
			return err
		}
		if h.Date.Time().IsZero() || seen[h.Date] || strings.TrimSpace(h.Name) == "" {
			return Refuse(ErrInvalid, "holiday.day", string(h.Date), h.Name)
		}
		seen[h.Date] = true
	}
	return nil
}

// WithHolidays gives the holidays with others put in, by day; what is said of a day last stands.
func WithHolidays(before, more []Holiday) []Holiday {
	days := map[Date]Holiday{}
	for _, h := range slices.Concat(before, more) {
		days[h.Date] = h
	}
	return slices.SortedFunc(maps.Values(days), func(a, b Holiday) int { return strings.Compare(string(a.Date), string(b.Date)) })
}
