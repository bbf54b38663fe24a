package app

import (
	"os"
	"testing"

	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"
)

func TestLargeTypeMultipliesWhatTheSurroundingsAskFor(t *testing.T) {
	for usual, large := range map[string]string{"": "1.20", "auto": "1.20", "1.5": "1.80", "nonsense": "1.20", "-1": "1.20"} {
		t.Setenv(scaleVariable, usual)
		size := newTypeSize(test.NewTempApp(t), true)
		require.Equal(t, large, os.Getenv(scaleVariable), usual)
		size.choose(false)
		require.Equal(t, usual, os.Getenv(scaleVariable), "the usual type is what it was")
		newTypeSize(test.NewTempApp(t), false)
		require.Equal(t, usual, os.Getenv(scaleVariable))
	}
}
