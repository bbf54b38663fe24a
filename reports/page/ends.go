package page

// Ends sets a line with a text one character in from the left and, one in from the right, what stands before a name and
// the name itself in Kai: the number of a letter to a superior and who signs it off (GB/T 9704-2012, 7.2.5 and 7.2.6).
// Where both do not fit on a line, the name stands above: the number is beside the last of it or under it.
func (s *Sheet) Ends(left, before, name string) {
	room := float64(s.format.Chars) - 2*endMargin
	at := breakLines(clusters(left, FangSong, s.widths), room, room)
	far := breakLines(append(clusters(before, FangSong, s.widths), clusters(name, Kai, s.widths)...), room, room)
	var open []Line // the last line of the name, until it is known whether the number goes on it
	for i, r := range far {
		if i > 0 {
			s.add(slab{lines: open})
		}
		r.last = true
		open = s.onLine(r, endMargin+room-r.em())
	}
	for i, r := range at {
		r.last = true
		begun := s.onLine(r, endMargin)
		if i == 0 && len(at) == 1 && r.em()+1+far[len(far)-1].em() <= room {
			open = append(begun, open...)
			continue
		}
		s.add(slab{lines: open})
		open = begun
	}
	s.add(slab{lines: open})
}

// endMargin is how many characters both texts of Ends stand in.
const endMargin = 1
