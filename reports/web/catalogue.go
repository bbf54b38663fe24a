package web

import (
	"cmp"
	"slices"
	"strings"

	"gongkailan/data"
)

type catalogueView struct {
	frame
	Groups []group
}

// group is a category with its entries.
type group struct {
	Title   string
	Entries []line
}

// line is an entry of the catalogue in words.
type line struct{ Code, Title, Mode, Audience, Office string }

func (s *site) catalogueView(f frame) view {
	v := catalogueView{frame: f}
	for _, c := range s.Catalogue.Categories {
		g := group{Title: c.Title}
		for _, e := range s.Catalogue.Entries {
			if e.Category == c.Code {
				g.Entries = append(g.Entries, line{
					e.Code, e.Title, f.T("mode." + string(e.Mode)), f.T("audience." + string(e.Audience)), s.office(e.OfficeID),
				})
			}
		}
		if len(g.Entries) > 0 {
			v.Groups = append(v.Groups, g)
		}
	}
	return v
}

// office names a 责任股室; a dash where none is named yet.
func (s *site) office(id string) string {
	i := slices.IndexFunc(s.Offices, func(o data.Office) bool { return o.ID == id })
	if i < 0 {
		return "—"
	}
	return cmp.Or(s.Offices[i].Name, "—")
}

type aboutView struct {
	frame
	Contact []fact
}

// fact is something with its name.
type fact struct{ Name, Text string }

func (s *site) aboutView(f frame) view {
	v := aboutView{frame: f}
	c := s.Unit.Contact
	for _, way := range [][2]string{
		{"web.contact.office", c.Office}, {"web.contact.phone", c.Phone}, {"web.contact.address", c.Address}, {"web.contact.mailbox", c.Mailbox},
	} {
		if strings.TrimSpace(way[1]) != "" {
			v.Contact = append(v.Contact, fact{f.T(way[0]), way[1]})
		}
	}
	return v
}
