// Package demo makes the demonstration unit: an invented bureau with people, offices and items at every stage.
//
// It goes the way that users go, through the desk and with signatures, so that what a newcomer sees is real. Its
// people share one password that is no secret: a demonstration unit says of itself that it is one.
package demo

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"gongkailan/assets"
	"gongkailan/data"
)

// Unit is the demonstration unit as embedded.
type Unit struct {
	Unit     data.Unit `json:"unit"`
	Offices  []string  `json:"offices"`
	People   []Person  `json:"people"`
	Password string    `json:"password"`
	Items    []Item    `json:"items"`
	Main     Item      `json:"main"`    // the item of the main job, a 任前公示
	General  Item      `json:"general"` // what stands in its place under a plan without such an entry
	Notes    Notes     `json:"note"`
	// Owners names the 责任股室 of entries by their code in the default catalogue.
	Owners   map[string]string `json:"owners"`
	Meeting  Meeting           `json:"meeting"`
	Board    data.BoardGrid    `json:"board"` // its heads follow the catalogue
	Opinions []Opinion         `json:"opinions"`
	Lobby    Lobby             `json:"lobby"`
}

// Person is somebody of the demonstration unit.
type Person struct {
	Name   string      `json:"name"`
	Office string      `json:"office"`
	Duty   string      `json:"duty"`
	Roles  []data.Role `json:"roles"`
}

// Item is an item with the act up to which it is brought and how many days ago it was begun.
type Item struct {
	Entry   string   `json:"entry"` // the entry's code in the default catalogue
	Words   []string `json:"words"` // words by which its entry is found under another plan
	Office  string   `json:"office"`
	Title   string   `json:"title"`
	Body    string   `json:"body"`
	Until   data.Act `json:"until"`
	DaysAgo int      `json:"days_ago"`
	Note    string   `json:"note"`
}

// Notes are what people say with their acts.
type Notes struct {
	Propose string `json:"propose"`
	Check   string `json:"check"`
	Approve string `json:"approve"`
	Publish string `json:"publish"`
}

// Meeting is the 党组 meeting that decides.
type Meeting struct {
	Name    string `json:"name"`
	Minutes string `json:"minutes"` // {year} stands for the year
	Present string `json:"present"`
	Result  string `json:"result"`
}

// Read reads the demonstration unit.
func Read() Unit {
	var u Unit
	if err := json.Unmarshal(assets.DemoUnit(), &u); err != nil {
		panic(fmt.Sprintf("demonstration unit: %v", err)) // embedded; a test reads it
	}
	u.Unit.Demo = true
	return u
}

// With gives the name of a person of the unit with the role, of that office where one is named.
func (u Unit) With(role data.Role, office string) string {
	for _, p := range u.People {
		for _, r := range p.Roles {
			if r == role && (office == "" || p.Office == office) {
				return p.Name
			}
		}
	}
	return ""
}

// entryFor finds the entry under which the item goes in a catalogue: the one that its words name, else the one of its
// code if that is the default catalogue's own wording; false where the plan has none.
func (i Item) entryFor(c data.Catalogue) (data.Entry, bool) {
	for _, word := range i.Words {
		for _, entry := range c.Entries {
			if strings.Contains(entry.Title, word) {
				return entry, true
			}
		}
	}
	entry, ok := c.Entry(i.Entry)
	if !ok {
		return data.Entry{}, false
	}
	return entry, entry.OfficeID != "" // owners are given to entries that are like the default catalogue's
}

// owned gives the catalogue with the unit's offices as owners of those entries that are like the default catalogue's.
func (u Unit) owned(c, usual data.Catalogue) data.Catalogue {
	for i, e := range usual.Entries {
		usual.Entries[i].OfficeID = officeID(u.Offices, u.Owners[e.Code])
	}
	return c.WithDefaultsOf(usual)
}

// officeID is the ID that an office of the demonstration unit is given: its place in the list.
func officeID(offices []string, name string) string {
	if at := slices.Index(offices, name); at >= 0 {
		return "office-" + strconv.Itoa(at+1)
	}
	return ""
}

// Clock is the demonstration's time: it can stand in the past while the records of past days are made, and runs with
// the real clock afterwards.
type Clock struct {
	real  func() time.Time
	stand time.Time
}

// NewClock makes a clock that runs with the real one.
func NewClock(real func() time.Time) *Clock { return &Clock{real: real} }

// Now gives the time; while the clock stands, each reading is a second later than the one before.
func (c *Clock) Now() time.Time {
	if c.stand.IsZero() {
		return c.real()
	}
	c.stand = c.stand.Add(time.Second)
	return c.stand
}

// SetBack lets the clock stand at nine in the morning that many days ago, and some minutes later for each act.
func (c *Clock) SetBack(days, minutes int) {
	day := c.real().In(data.Shanghai()).AddDate(0, 0, -days)
	c.stand = time.Date(day.Year(), day.Month(), day.Day(), 9, 0, 0, 0, data.Shanghai()).Add(time.Duration(minutes) * time.Minute)
	if now := c.real(); c.stand.After(now) {
		c.stand = now.Add(-time.Minute)
	}
}

// Release lets the clock run with the real one again.
func (c *Clock) Release() { c.stand = time.Time{} }
