package settings

import (
	"context"
	"errors"
	"slices"
	"strings"

	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/workday"
)

// facts is what the sections show.
type facts struct {
	unit        data.Unit
	fingerprint string
	offices     []data.Office
	people      []data.Person
	keys        map[string]desk.KeyState
	settings    data.Settings
	calendar    workday.Calendar // with the days that the office added
	notices     workday.Calendar // as the program knows it
	delegations []data.Delegation
	categories  []data.Category
}

func (s *Settings) read(ctx context.Context) (facts, error) {
	d := s.env.Desk
	f := facts{notices: workday.New()}
	var errs [8]error
	f.unit, errs[0] = d.Unit(ctx)
	f.fingerprint, errs[1] = d.Fingerprint(ctx)
	f.offices, errs[2] = d.Offices(ctx)
	f.people, errs[3] = d.People(ctx)
	f.keys, errs[4] = d.KeyStates(ctx)
	f.settings, errs[5] = d.Settings(ctx)
	f.calendar, errs[6] = d.Calendar(ctx)
	f.delegations, errs[7] = d.SignedDelegations(ctx)
	if err := errors.Join(errs[:]...); err != nil {
		return f, err
	}
	catalogue, err := d.Catalogue(ctx, "")
	if err != nil && !errors.Is(err, data.ErrNotFound) {
		return f, err
	}
	f.categories = catalogue.Categories
	return f, nil
}

func (f facts) office(id string) string {
	for _, o := range f.offices {
		if o.ID == id {
			return o.Name
		}
	}
	return ""
}

func (f facts) person(id string) (data.Person, bool) {
	at := slices.IndexFunc(f.people, func(p data.Person) bool { return p.ID == id })
	if at < 0 {
		return data.Person{}, false
	}
	return f.people[at], true
}

// inOffice gives those who are in office on the day, in the order in which they were entered.
func (f facts) inOffice(on data.Date) []data.Person {
	return slices.DeleteFunc(slices.Clone(f.people), func(p data.Person) bool { return !p.InOffice(on) })
}

// label names somebody in a list from which one is picked: two people may have one name.
func (s *Settings) label(p data.Person) string {
	if office := s.facts.office(p.OfficeID); office != "" {
		return p.Name + " · " + office
	}
	return p.Name
}

func (s *Settings) labels(people []data.Person) []string {
	names := make([]string, len(people))
	for i, p := range people {
		names[i] = s.label(p)
	}
	return names
}

// roles words a list of roles.
func (s *Settings) roles(roles []data.Role) string {
	names := make([]string, len(roles))
	for i, r := range roles {
		names[i] = s.t("role." + string(r))
	}
	return strings.Join(names, s.t("list.comma"))
}

// holders names those who hold one of the roles today.
func (s *Settings) holders(roles ...data.Role) string {
	var names []string
	for _, p := range s.facts.people {
		if slices.ContainsFunc(roles, func(r data.Role) bool { return p.Has(r, s.today()) }) {
			names = append(names, p.Name)
		}
	}
	return strings.Join(names, s.t("list.comma"))
}

// span words dates of office.
func (s *Settings) span(from, until data.Date) string {
	if until == "" {
		return s.t("settings.since", s.dots(from))
	}
	return s.t("settings.span", s.dots(from), s.dots(until))
}

// dots writes a date briefly, with its year: 2026.3.5.
func (s *Settings) dots(d data.Date) string {
	if d == "" {
		return "—"
	}
	return d.Time().Format("2006.1.2")
}
