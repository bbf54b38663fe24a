// Package guard finds personal data and secrecy marks in a text, explains and masks them (S18).
//
// Every rule is a pure function over the text: nothing is stored, logged or sent. A number is believed by its check
// digit (GB 11643, Luhn) and by the words around it, so that dates, sums of money, document numbers and credit codes of
// units raise no alarm, while full-width digits, spaces, dashes and marks of width 0 inside a number hide nothing.
package guard

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
)

// Kind says what was found. The words are a contract of the command line and of recorded overrides.
type Kind string

// The kinds of findings.
const (
	ID       Kind = "id"       // 公民身份号码, 18 digits or the 15 of old
	Mobile   Kind = "mobile"   // 手机
	Landline Kind = "landline" // 固定电话
	BankCard Kind = "bankcard" // 银行卡号
	Address  Kind = "address"  // an address below 乡镇/街道
	Email    Kind = "email"    // 电子邮箱
	Plate    Kind = "plate"    // 机动车号牌
	Secrecy  Kind = "secrecy"  // 密级标志: 绝密, 机密, 秘密, and 内部资料 注意保存
)

// Kinds lists all kinds, in the order in which people are told of them.
func Kinds() []Kind {
	return []Kind{Secrecy, ID, Mobile, Landline, BankCard, Address, Email, Plate}
}

// Finding is one place of a text that must not be published as it stands.
//
// Masked is what may stand there instead: an ID number keeps its first two and last three digits (35*************123), a
// mobile number its first three and last four (138****1234), a bank card its last four, an address goes down to 乡镇 or
// 街道 (*** where it names none). By the same measure a landline keeps area code and last four digits and loses its
// extension (0591-****4321), an e-mail keeps its first character and domain (z***@163.com), a plate its province, letter
// and last two characters (闽A***45). A secrecy mark stays as it is: to take the mark off would not take the secret off.
type Finding struct {
	Kind       Kind
	Start, End int    // bytes of the text, from Start up to End
	Line       int    // counted from 1
	Text       string // as it stands
	Masked     string
}

// Known is the unit's own published contact data, which is no finding. Spelling and spaces do not matter.
type Known struct{ Phones, Emails, Addresses []string }

// MayKeep tells whether a finding of the kind may be published at all, with a reason and a second person. A secrecy mark
// never may (S18).
func MayKeep(kind Kind) bool { return kind != Secrecy }

// Find gives what a text holds, sorted, without overlaps, in time that grows with the text's length.
func Find(text string) []Finding { return FindBut(text, Known{}) }

// FindBut is Find without the unit's own contact data.
func FindBut(text string, known Known) []Finding {
	s := newScan(text)
	s.emails()
	s.numbers()
	s.columns()
	s.plates()
	s.secrecy()
	s.labelledAddresses()
	s.addresses()
	slices.SortFunc(s.found, func(a, b span) int { return a.start - b.start })
	return known.without(s.findings(text))
}

// findings turns places of the folded text into findings of the text itself.
func (s *scan) findings(text string) []Finding {
	found := make([]Finding, 0, len(s.found))
	line, counted := 1, 0
	for _, p := range s.found {
		f := Finding{Kind: p.kind, Start: int(s.at[p.start]), End: int(s.end[p.end-1])}
		line += strings.Count(text[counted:f.Start], "\n")
		counted = f.Start
		f.Line, f.Text = line, text[f.Start:f.End]
		f.Masked = maskOf(p.kind, f.Text)
		found = append(found, f)
	}
	return found
}

// Mask puts the masked form in the place of each finding, in any order. One that the text does not hold in its place,
// because the text has changed since, is passed over, and so is a secrecy mark.
func Mask(text string, findings []Finding) string {
	ordered := slices.Clone(findings)
	slices.SortFunc(ordered, func(a, b Finding) int { return a.Start - b.Start })
	var out strings.Builder
	done := 0
	for _, f := range ordered {
		if f.Kind == Secrecy || f.Start < done || f.End > len(text) || f.Start > f.End || text[f.Start:f.End] != f.Text {
			continue
		}
		out.WriteString(text[done:f.Start])
		out.WriteString(f.Masked)
		done = f.End
	}
	out.WriteString(text[done:])
	return out.String()
}

// Key names a finding without its datum: the kind and the beginning of a digest of the text as it is meant, so that a
// recorded override holds for every spelling of the same number and for nothing else. The digest hides the datum from a
// reader, not from somebody who tries all numbers.
func (f Finding) Key() string {
	sum := sha256.Sum256([]byte(string(f.Kind) + "\x00" + meant(f.Kind, f.Text)))
	return string(f.Kind) + ":" + hex.EncodeToString(sum[:8])
}
