package data

import "strings"

// A receipt's code is what a visitor takes home: seven random characters and a check character, written ABCD-2345. The
// alphabet leaves out what looks alike: 0, 1, I, L and O.
const (
	receiptAlphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
	// ReceiptLength is how many characters a code has.
	ReceiptLength = 8
)

// ReceiptAlphabet lists the characters of a receipt's code.
func ReceiptAlphabet() string { return receiptAlphabet }

// NewReceiptCode makes a code; draw gives a random number from 0 to n−1, each as likely.
func NewReceiptCode(draw func(n int) (int, error)) (string, error) {
	code := make([]byte, 0, ReceiptLength)
	for len(code) < ReceiptLength-1 {
		at, err := draw(len(receiptAlphabet))
		if err != nil {
			return "", err
		}
		code = append(code, receiptAlphabet[at])
	}
	return string(append(code, receiptCheck(string(code)))), nil
}

// receiptCheck gives the check character: the sum of the characters' places, each times its position, modulo 31. As 31
// is prime, one wrong character and two neighbours that changed places are always found.
func receiptCheck(code string) byte {
	sum := 0
	for i := range ReceiptLength - 1 {
		sum += (i + 1) * strings.IndexByte(receiptAlphabet, code[i])
	}
	return receiptAlphabet[sum%len(receiptAlphabet)]
}

// ParseReceiptCode reads a code as people write it, with or without dash and blanks, small letters too. It fails with
// ErrInvalid where it is none.
func ParseReceiptCode(text string) (string, error) {
	code := strings.ToUpper(strings.NewReplacer("-", "", " ", "", "　", "", "－", "").Replace(text))
	if len(code) != ReceiptLength || strings.Trim(code, receiptAlphabet) != "" || code[ReceiptLength-1] != receiptCheck(code) {
		return "", Refuse(ErrInvalid, "receipt.code")
	}
	return code, nil
}

// ShownReceipt writes a code for people: ABCD-2345.
func ShownReceipt(code string) string {
	if len(code) != ReceiptLength {
		return code
	}
	return code[:4] + "-" + code[4:]
}
