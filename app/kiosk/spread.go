package kiosk

import (
	"fmt"
	"strings"
)

// Places gives how many pages of the board hang side by side: as many as the screen has places for, and no page twice.
func (s *shelf) Places(session Session) int { return max(1, len(s.spread(session))) }

// spread gives what hangs side by side, from the session's page on.
func (s *shelf) spread(session Session) []Spot {
	if !s.Has(session.Slide.Number) {
		return nil
	}
	places := 1
	if s.places != nil {
		places = s.places(session)
	}
	session.At = Loop
	spots := []Spot{session.Slide}
	for len(spots) < places {
		next, _ := s.Step(session, spots[len(spots)-1], 1)
		if next == spots[0] {
			break
		}
		spots = append(spots, next)
	}
	return spots
}

// numbers says which pages of the board the spots are: 3–4, and where the board begins anew 21、1–4.
func (s *shelf) numbers(spots []Spot) string {
	var runs []string
	from, to := 0, 0
	end := func() {
		switch {
		case from == 0:
		case from == to:
			runs = append(runs, fmt.Sprint(from))
		default:
			runs = append(runs, fmt.Sprintf("%d–%d", from, to))
		}
	}
	for _, at := range spots {
		n, _ := s.position(at)
		if from > 0 && (n == to || n == to+1) { // parts of one page in large type are one
			to = n
			continue
		}
		end()
		from, to = n, n
	}
	end()
	return strings.Join(runs, "、")
}
