package seal_test

import (
	"crypto/rand"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data/seal"
)

func TestALetterOpensWithItsKeyAtItsPlaceAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SliceOf(rapid.Byte()).Draw(t, "text")
		key, err := seal.NewLetterKey(rand.Reader)
		require.NoError(t, err)
		box, err := seal.Enclose(rand.Reader, key, "a 0", text)
		require.NoError(t, err)
		open, err := seal.Disclose(key, "a 0", box)
		require.NoError(t, err)
		require.Equal(t, string(text), string(open))

		_, err = seal.Disclose(key, "a 1", box)
		require.Error(t, err, "moved")
		other, err := seal.NewLetterKey(rand.Reader)
		require.NoError(t, err)
		_, err = seal.Disclose(other, "a 0", box)
		require.Error(t, err, "another key")
		at := rapid.IntRange(0, len(box)-1).Draw(t, "at")
		_, err = seal.Disclose(key, "a 0", box[:at])
		require.Error(t, err, "cut short")
		box[at] ^= 1
		_, err = seal.Disclose(key, "a 0", box)
		require.Error(t, err, "changed")
		_, err = seal.Disclose(key[:8], "a 0", box)
		require.Error(t, err, "no key")
	})
}
