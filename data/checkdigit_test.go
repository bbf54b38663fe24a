package data

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// ISO 7064 computes 5 for 0794 as its example of MOD 11,10.
func TestTheCheckDigitIsThatOfTheStandard(t *testing.T) {
	require.Equal(t, '5', checkDigit("0794"))
}
