package data

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Role is what a person may do in the life of a disclosure.
type Role string

const (
	Clerk     Role = "clerk"     // 经办人 of a 责任股室: proposes, publishes
	Checker   Role = "checker"   // 审核人, 党务公开办公室: secrecy, necessity, accuracy
	Approver  Role = "approver"  // 审批人: 分管领导 or 主要负责人
	Inspector Role = "inspector" // 纪检监察
	Archivist Role = "archivist" // 档案员
	Admin     Role = "admin"     // 管理员
)

// Roles lists every role.
func Roles() []Role { return []Role{Clerk, Checker, Approver, Inspector, Archivist, Admin} }

// Office is a 责任股室 of the unit.
type Office struct {
	ID   string `db:"id" json:"id"`
	Name string `db:"name" json:"name"`
}

// Person is somebody of the unit, with roles and the dates of office (S10).
type Person struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	OfficeID string `json:"office"`
	Duty     string `json:"duty"` // 职务, as documents show it
	Roles    []Role `json:"roles"`
	From     Date   `json:"from"`
	Until    Date   `json:"until"` // "" while in office
}

// Has tells whether the person holds the role on that day.
func (p Person) Has(role Role, on Date) bool { return p.InOffice(on) && slices.Contains(p.Roles, role) }

// InOffice tells whether the day lies inside the person's dates of office, both ends included.
func (p Person) InOffice(on Date) bool {
	return p.ID != "" && p.From <= on && (p.Until == "" || on <= p.Until)
}

// Contact is where objections and opinions go, as a notice prints it.
type Contact struct {
	Office  string `json:"office"`  // who receives, e.g. 局机关党委
	Phone   string `json:"phone"`   // the office's phone
	Address string `json:"address"` // the office's address
	Mailbox string `json:"mailbox"` // e-mail or letter box, may be empty
}

// Unnamed stands for the name of a unit that its first-start wizard has yet to ask for.
const Unnamed = "（未命名单位）"

// Unit is the public body whose disclosures these are.
type Unit struct {
	Name     string  `json:"name"`     // 云岭县食品药品监督管理局
	Superior string  `json:"superior"` // 上级党组织
	Issuer   string  `json:"issuer"`   // 落款, e.g. 中共云岭县食品药品监督管理局党组
	Contact  Contact `json:"contact"`
	Demo     bool    `json:"demo"` // a demonstration unit: its sign-in page shows who is who
}

// HasAdmin tells whether somebody may administer the unit on that day. There must always be one: without, nobody
// could be added and no password reset.
func HasAdmin(people []Person, on Date) bool {
	return slices.ContainsFunc(people, func(p Person) bool { return p.Has(Admin, on) })
}

const (
	// maxName is how long a name may be: minority names with their dots have up to fifty characters.
	maxName = 50
	// minPassword is the least length of a password, in characters.
	minPassword = 8
)

// Check tells whether the person can be entered. It fails with ErrInvalid and names what is wrong.
func (p Person) Check() error {
	name := strings.TrimSpace(p.Name)
	if err := checkLines(p.Name, p.Duty); err != nil {
		return err
	}
	switch {
	case name == "" || name != p.Name || utf8.RuneCountInString(name) > maxName || strings.ContainsAny(name, "@＠"):
		return Refuse(ErrInvalid, "person.name", p.Name)
	case p.From == "":
		return Refuse(ErrInvalid, "person.from", p.Name)
	case p.Until != "" && p.Until < p.From:
		return Refuse(ErrInvalid, "person.until", p.Name)
	case len(p.Roles) == 0:
		return Refuse(ErrInvalid, "person.roles", p.Name)
	}
	for _, role := range p.Roles {
		if !slices.Contains(Roles(), role) {
			return Refuse(ErrInvalid, "person.roles", p.Name)
		}
	}
	if slices.Contains(p.Roles, Clerk) && p.OfficeID == "" {
		return Refuse(ErrInvalid, "person.office", p.Name)
	}
	return nil
}

// CheckPassword tells whether the password is long enough. It fails with ErrInvalid.
func CheckPassword(password string) error {
	if utf8.RuneCountInString(password) < minPassword {
		return Refuse(ErrInvalid, "password.short", strconv.Itoa(minPassword))
	}
	return nil
}

// Check tells whether the unit can be entered. It fails with ErrInvalid.
func (u Unit) Check() error {
	if strings.TrimSpace(u.Name) == "" {
		return Refuse(ErrInvalid, "unit.name")
	}
	return checkLines(u.Name, u.Superior, u.Issuer)
}

// checkLines refuses a line break, and characters that cannot be seen but break or turn round what is printed, in
// what stands on one line of every notice. It fails with ErrInvalid.
func checkLines(texts ...string) error {
	for _, text := range texts {
		if strings.ContainsFunc(text, unseen) || !utf8.ValidString(text) {
			shown := strings.ToValidUTF8(text, " ")
			return Refuse(ErrInvalid, "name.control", strings.Join(strings.FieldsFunc(shown, unseen), " "))
		}
	}
	return nil
}

// unseen tells whether the character is a control character, a line separator, or turns the direction of writing.
func unseen(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp, unicode.Bidi_Control)
}

// CheckOffices tells whether every office has a name of its own, on one line. It fails with ErrInvalid.
func CheckOffices(offices []Office) error {
	seen := map[string]bool{}
	for _, o := range offices {
		if err := checkLines(o.Name); err != nil {
			return err
		}
		if strings.TrimSpace(o.Name) == "" || seen[o.Name] || seen["id "+o.ID] {
			return Refuse(ErrInvalid, "office.name", o.Name)
		}
		seen[o.Name] = true
		seen["id "+o.ID] = o.ID != ""
	}
	return nil
}
