package guard

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// labelled is a line of the set: what must be found in it, and nothing else.
type labelled struct {
	number int
	want   []string // kind=text
	text   string
}

// readSet reads testdata/lines.tsv: what is expected, a tab, the line. - expects nothing; \uXXXX is a character that cannot
// be seen.
func readSet(t *testing.T) []labelled {
	t.Helper()
	raw, err := os.ReadFile("testdata/lines.tsv")
	require.NoError(t, err)
	var set []labelled
	for i, l := range strings.Split(strings.TrimRight(string(raw), "\n"), "\n") {
		if strings.HasPrefix(l, "# ") {
			continue
		}
		want, text, ok := strings.Cut(unescape(t, l), "\t")
		require.True(t, ok, l)
		one := labelled{number: i + 1, text: text}
		if want != "-" {
			one.want = strings.Split(want, " | ")
		}
		set = append(set, one)
	}
	return set
}

func unescape(t *testing.T, text string) string {
	t.Helper()
	var out strings.Builder
	for {
		before, after, ok := strings.Cut(text, `\u`)
		out.WriteString(before)
		if !ok {
			return out.String()
		}
		code, err := strconv.ParseUint(after[:4], 16, 32)
		require.NoError(t, err)
		out.WriteRune(rune(code))
		text = after[4:]
	}
}

// TestTheLabelledSet measures how much is found (recall) and how much of what is found is right (precision). A finding
// counts only where kind and text are exactly those of the label.
func TestTheLabelledSet(t *testing.T) {
	set := readSet(t)
	require.GreaterOrEqual(t, len(set), 450)
	wanted, found, right := 0, 0, 0
	for _, l := range set {
		open := map[string]int{}
		for _, w := range l.want {
			open[w]++
			wanted++
		}
		for _, f := range Find(l.text) {
			found++
			got := string(f.Kind) + "=" + f.Text
			if open[got] > 0 {
				open[got]--
				right++
				continue
			}
			t.Logf("%d: wrongly %s in %s", l.number, got, l.text)
		}
		for w, n := range open {
			if n > 0 {
				t.Logf("%d: missed %s in %s", l.number, w, l.text)
			}
		}
	}
	recall, precision := float64(right)/float64(wanted), float64(right)/float64(found)
	t.Logf("%d lines, %d to be found, %d found, %d right: recall %.4f, precision %.4f", len(set), wanted, found, right, recall, precision)
	require.GreaterOrEqual(t, recall, 0.99)
	require.GreaterOrEqual(t, precision, 0.97)
}
