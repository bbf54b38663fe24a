package data

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode"
)

// A notice's code is what a reader types in the lobby: eleven digits from the digest of the item and a check digit, in
// three groups of four.
const (
	codeDigits = 12
	codeGroup  = 4
	codeSpace  = 100_000_000_000 // as many as eleven digits can name
)

// NoticeCode gives the code of the item's notice, 1234-5678-9012. Any change of what is signed gives another code.
func NoticeCode(it Item) string { return NoticeCodeOf(it.Digest()) }

// NoticeCodeOf gives the code of the notice of an item with that digest.
func NoticeCodeOf(digest string) string {
	sum := sha256.Sum256([]byte("gongkailan notice\n" + digest))
	digits := fmt.Sprintf("%011d", binary.BigEndian.Uint64(sum[:8])%codeSpace)
	return grouped(digits + string(checkDigit(digits)))
}

// ParseNoticeCode reads a code as people type it, with blanks, dashes and full-width digits, and gives it as it is
// printed. It fails with ErrInvalid where it has not twelve digits or the check digit says that one is wrong.
func ParseNoticeCode(text string) (string, error) {
	var digits strings.Builder
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9':
			digits.WriteRune(r)
		case r >= '０' && r <= '９':
			digits.WriteRune(r - '０' + '0')
		case unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) || r == '\u2212' || r == '\ufeff':
		default:
			return "", Refuse(ErrInvalid, "noticecode.sign", string(r))
		}
	}
	code := digits.String()
	switch {
	case len(code) != codeDigits:
		return "", Refuse(ErrInvalid, "noticecode.length", fmt.Sprint(len(code)))
	case checkDigit(code[:codeDigits-1]) != rune(code[codeDigits-1]):
		return "", Refuse(ErrInvalid, "noticecode.check", grouped(code))
	}
	return grouped(code), nil
}

// checkDigit is the check digit of ISO 7064, MOD 11,10: it finds every single wrong digit and nearly every two that
// were typed in the wrong order.
func checkDigit(digits string) rune {
	p := 10
	for _, r := range digits {
		s := (p + int(r-'0')) % 10
		if s == 0 {
			s = 10
		}
		p = 2 * s % 11
	}
	return '0' + rune((11-p)%10)
}

func grouped(digits string) string {
	var groups []string
	for i := 0; i < len(digits); i += codeGroup {
		groups = append(groups, digits[i:min(i+codeGroup, len(digits))])
	}
	return strings.Join(groups, "-")
}
