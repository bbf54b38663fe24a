package reports

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

var errNoNumber = errors.New("no number")

// mostNumber is the largest number of a field: a column of them adds up without overflow.
const mostNumber = 1_000_000_000_000_000

// wholeNumber reads a number without decimals, with or without separators.
func wholeNumber(text string) (int64, error) {
	digits, err := withoutSeparators(strings.TrimSpace(text))
	if err != nil {
		return 0, err
	}
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || n > mostNumber {
		return 0, errNoNumber
	}
	return n, nil
}

// mostWhole is how many digits a sum of money may have before the point.
const mostWhole = 13

// cents reads a sum of money in yuan and gives it in 分. No sum in a document is below nothing.
func cents(text string) (int64, error) {
	text = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "元"))
	whole, part, point := strings.Cut(text, ".")
	whole, err := withoutSeparators(whole)
	if err != nil || len(whole) > mostWhole || point && (len(part) == 0 || len(part) > 2) || !isDigits(part) {
		return 0, errNoNumber
	}
	return strconv.ParseInt(whole+(part + "00")[:2], 10, 64)
}

// yuan writes a sum in 分 as documents do: 12345.60.
func yuan(n int64) string { return fmt.Sprintf("%d.%02d", n/100, n%100) }

func isDigits(text string) bool {
	return strings.Trim(text, "0123456789") == ""
}

// withoutSeparators gives the digits of a whole number. Separators stand at the thousands, as in 1,234,567: a comma of
// either width, or the narrow space of GB/T 15835-2011; anywhere else one digit too many or too few was typed.
func withoutSeparators(text string) (string, error) {
	groups := strings.FieldsFunc(text, isSeparator)
	marks := 0
	for _, r := range text {
		if isSeparator(r) {
			marks++
		}
	}
	if len(groups) != marks+1 {
		return "", errNoNumber // none at all, or a separator with no digits beside it
	}
	for i, g := range groups {
		if !isDigits(g) || i > 0 && len(g) != 3 || marks > 0 && i == 0 && len(g) > 3 {
			return "", errNoNumber
		}
	}
	return strings.Join(groups, ""), nil
}

func isSeparator(r rune) bool { return strings.ContainsRune(",， \u2009\u202f", r) }

// amount reads a number that was checked before; an empty one is 0.
func amount(text string) int64 {
	n, err := wholeNumber(text)
	if err != nil {
		return 0
	}
	return n
}
