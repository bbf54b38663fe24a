package kiosk

// mostSearched is how many characters one searches for.
const mostSearched = 30

// search is what a visitor looks for. It is forgotten with the visitor.
type search struct {
	entry   padEntry
	listing bool // low controls show what was found where the pad was
}

// openSearch begins to look for something.
func (s Session) openSearch() Session {
	if s.At == Browse {
		s.At, s.List, s.search = Search, 0, search{entry: newPadEntry(mostSearched, s.Foreign)}
	}
	return s
}

// onSearch handles what is typed; what is found then is shown from its beginning.
func (s Session) onSearch(e Event) Session {
	if s.search.listing {
		return s
	}
	before := s.search.entry
	s.search.entry = before.handle(e)
	if s.search.entry.text != before.text || s.search.entry.letters != before.letters {
		s.List = 0
	}
	return s
}

// closeSearch leads from what was found back to the pad, and from there to 全部公开.
func (s Session) closeSearch() Session {
	s.List = 0
	if s.search.listing {
		s.search.listing = false
		return s
	}
	s.At, s.search = Browse, search{}
	return s
}
