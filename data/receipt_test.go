package data

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func drawnCode(t *rapid.T) string {
	code, err := NewReceiptCode(func(n int) (int, error) { return rapid.IntRange(0, n-1).Draw(t, "character"), nil })
	require.NoError(t, err)
	return code
}

func TestAReceiptIsReadAsPeopleWriteIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		code := drawnCode(t)
		for _, written := range []string{code, ShownReceipt(code), strings.ToLower(code), " " + code[:4] + " " + code[4:]} {
			read, err := ParseReceiptCode(written)
			require.NoError(t, err)
			require.Equal(t, code, read)
		}
	})
}

func TestASlipInAReceiptIsFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		code := []byte(drawnCode(t))
		at := rapid.IntRange(0, ReceiptLength-1).Draw(t, "at")
		other := receiptAlphabet[rapid.IntRange(0, 30).Draw(t, "other")]
		if other != code[at] {
			wrong := append([]byte{}, code...)
			wrong[at] = other
			_, err := ParseReceiptCode(string(wrong))
			require.ErrorIs(t, err, ErrInvalid)
		}
		if at+1 < len(code) && code[at] != code[at+1] {
			code[at], code[at+1] = code[at+1], code[at]
			_, err := ParseReceiptCode(string(code))
			require.ErrorIs(t, err, ErrInvalid)
		}
	})
}
