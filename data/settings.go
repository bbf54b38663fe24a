package data

import "strings"

// Settings is how a unit works, beside who it is: its clocks, the holidays that the office added, its board of paper.
type Settings struct {
	Clocks   Clocks    `json:"clocks,omitzero"`
	Holidays []Holiday `json:"holidays,omitempty"` // by day
	Board    BoardGrid `json:"board,omitzero"`
}

// Holiday is what a notice of the State Council says about one day.
type Holiday struct {
	Date  Date   `json:"date"`
	Works bool   `json:"works,omitempty"` // 调休上班
	Name  string `json:"name"`
}

// Check tells whether the settings can be kept. It fails with ErrInvalid.
func (s Settings) Check() error {
	seen := map[Date]bool{}
	for _, h := range s.Holidays {
		if h.Date == "" || seen[h.Date] || strings.TrimSpace(h.Name) == "" {
			return Refuse(ErrInvalid, "holiday.day", string(h.Date), h.Name)
		}
		seen[h.Date] = true
	}
	if err := s.Clocks.Check(); err != nil {
		return err
	}
	return s.Board.Check()
}
