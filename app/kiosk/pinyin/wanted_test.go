package pinyin

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/assets"
)

// firstPage is how many candidates stand on the pad at first.
const firstPage = 10

var dictionary = sync.OnceValues(func() (*Dictionary, error) { return Read(assets.Pinyin()) })

func read(t testing.TB) *Dictionary {
	t.Helper()
	d, err := dictionary()
	require.NoError(t, err)
	return d
}

// wish is what a visitor types and wants.
type wish struct{ typed, word string }

func wishes(t *testing.T, name string) []wish {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", name))
	require.NoError(t, err)
	var list []wish
	for text := range strings.Lines(string(raw)) {
		if strings.HasPrefix(text, "#") {
			continue
		}
		typed, word, ok := strings.Cut(strings.TrimSpace(text), "\t")
		require.True(t, ok, text)
		list = append(list, wish{typed, word})
	}
	return list
}

// place gives where the word is among the candidates for all that was typed, from 1; 0 where it is not.
func place(d *Dictionary, w wish) int {
	return 1 + slices.Index(d.Candidates(w.typed), Candidate{w.word, len(w.typed)})
}

func TestTheWantedWordIsOnTheFirstPage(t *testing.T) {
	d := read(t)
	for name, least := range map[string]float64{"wanted.tsv": 0.95, "heldout.tsv": 0.95} {
		list := wishes(t, name)
		require.GreaterOrEqual(t, len(list), 200)
		found, first := 0, 0
		for _, w := range list {
			at := place(d, w)
			if at == 1 {
				first++
			}
			if at >= 1 && at <= firstPage {
				found++
				continue
			}
			t.Log("not on the first page: ", w.typed, w.word, at)
		}
		t.Logf("%s: %d of %d on the first page, %d at its head", name, found, len(list), first)
		require.GreaterOrEqual(t, float64(found), least*float64(len(list)), name)
	}
}
