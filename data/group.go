package data

import (
	"slices"
	"strings"
)

// GroupDuty is what somebody does in the leading group for 党务公开 or its office (S10).
type GroupDuty string

const (
	GroupHead   GroupDuty = "head"   // 组长
	GroupDeputy GroupDuty = "deputy" // 副组长
	GroupMate   GroupDuty = "member" // 成员
	GroupOffice GroupDuty = "office" // 办公室主任
)

// GroupDuties lists every duty, in the order in which documents name them.
func GroupDuties() []GroupDuty { return []GroupDuty{GroupHead, GroupDeputy, GroupMate, GroupOffice} }

// alone tells whether one person at most has the duty on a day.
func (d GroupDuty) alone() bool { return d == GroupHead || d == GroupOffice }

// GroupMember is somebody of the leading group, with the dates of office there. Who has no account is named.
type GroupMember struct {
	PersonID string    `json:"person,omitempty"`
	Name     string    `json:"name,omitempty"` // of somebody without an account
	Duty     GroupDuty `json:"duty"`
	From     Date      `json:"from"`
	Until    Date      `json:"until,omitempty"` // "" while in office
}

// InOffice tells whether the day lies inside the dates of office, both ends included.
func (m GroupMember) InOffice(on Date) bool { return m.From <= on && (m.Until == "" || on <= m.Until) }

// Called gives the member's name.
func (m GroupMember) Called(people []Person) string {
	if p, ok := personOf(people, m.PersonID); ok {
		return p.Name
	}
	return m.Name
}

// GroupOn gives the leading group as it was on a day, the head first.
func GroupOn(group []GroupMember, on Date) []GroupMember {
	there := slices.DeleteFunc(slices.Clone(group), func(m GroupMember) bool { return !m.InOffice(on) })
	slices.SortStableFunc(there, func(a, b GroupMember) int {
		return slices.Index(GroupDuties(), a.Duty) - slices.Index(GroupDuties(), b.Duty)
	})
	return there
}

// meets tells whether there is a day on which both are in office.
func (m GroupMember) meets(other GroupMember) bool {
	return (m.Until == "" || other.From <= m.Until) && (other.Until == "" || m.From <= other.Until)
}

func (m GroupMember) same(other GroupMember) bool {
	return m.PersonID == other.PersonID && strings.TrimSpace(m.Name) == strings.TrimSpace(other.Name)
}

func (m GroupMember) check() error {
	if err := checkLines(m.Name); err != nil {
		return err
	}
	switch {
	case m.PersonID == "" && blank(m.Name) || m.PersonID != "" && m.Name != "":
		return Refuse(ErrInvalid, "group.name")
	case !slices.Contains(GroupDuties(), m.Duty):
		return Refuse(ErrInvalid, "group.duty")
	case m.From.Time().IsZero() || m.Until != "" && m.Until < m.From:
		return Refuse(ErrInvalid, "group.dates")
	default:
		return nil
	}
}

// CheckGroup tells whether the leading group holds together: everybody has a name, a duty and dates of office, nobody
// is there twice at a time, and there is one head and one head of the office at a time. It fails with ErrInvalid.
func CheckGroup(group []GroupMember) error {
	for i, m := range group {
		if err := m.check(); err != nil {
			return err
		}
		for _, other := range group[:i] {
			switch {
			case !m.meets(other):
			case m.Duty == other.Duty && m.Duty.alone():
				return Refuse(ErrInvalid, "group.one", "group:"+string(m.Duty), max(m.From, other.From).Chinese())
			case m.same(other) && (m.Duty == other.Duty || m.Duty != GroupOffice && other.Duty != GroupOffice):
				return Refuse(ErrInvalid, "group.twice", max(m.From, other.From).Chinese())
			}
		}
	}
	return nil
}
