package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// The rows of a paragraph, joined, are the paragraph; none is wider than the line, blanks at its end aside.
func TestEveryRowFitsAndNothingIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := mixed().Draw(t, "text")
		room := float64(rapid.SampledFrom([]int{3, 10, 28}).Draw(t, "room"))
		rows := breakLines(clusters(text, FangSong, halves{}), max(2, room-indent), room)
		joined := ""
		for i, r := range rows {
			joined += r.text()
			limit := room
			if i == 0 {
				limit = max(2, room-indent)
			}
			if len(r.clusters) > 1 {
				require.LessOrEqual(t, r.em(), limit+rounding, "row %q", r.text())
			}
		}
		require.Equal(t, text, joined)
	})
}

// A row other than the last is at least 27 of 28 characters wide, unless a rule moved a character: what stands at the
// head of the next row could not have stood here.
func TestARowIsFullUnlessARuleMovedACharacter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := mixed().Draw(t, "text")
		rows := breakLines(clusters(text, FangSong, halves{}), CharsPerLine-indent, CharsPerLine)
		for i, r := range rows[:max(0, len(rows)-1)] {
			room := float64(CharsPerLine)
			if i == 0 {
				room -= indent
			}
			if r.em() >= room-1-rounding {
				continue
			}
			require.False(t, fitsMore(r, rows[i+1], room), "row %q could have taken from %q", r.text(), rows[i+1].text())
		}
	})
}

// fitsMore tells whether the row could have ended at a later place where a line may end.
func fitsMore(r, next row, room float64) bool {
	all := append(clusters(r.text(), FangSong, halves{}), next.clusters...)
	n := len(r.clusters)
	used := sumEm(all[:n]) // blanks at its end had their width before it broke
	for i := 0; i+1 < len(next.clusters); i++ {
		used += next.clusters[i].width()
		if used > room-rounding {
			return false
		}
		if mayEndBefore(all, n+i+1) {
			return true
		}
	}
	return false
}

// Every break stands where a line may end, but in a word that is longer than a line.
func TestRowsEndWhereTheRulesAllow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := mixed().Draw(t, "text")
		rows := breakLines(clusters(text, FangSong, halves{}), CharsPerLine, CharsPerLine)
		all, at := clusters(text, FangSong, halves{}), 0
		for i := range len(rows) - 1 {
			at += len(rows[i].clusters)
			if !mayEndBefore(all, at) {
				require.Greater(t, unbrokenEm(all, at), CharsPerLine-rounding, "%q | %q", rows[i].text(), rows[i+1].text())
			}
		}
	})
}

// unbrokenEm is the width of the stretch without an allowed break around the place where a row ends.
func unbrokenEm(all []cluster, at int) float64 {
	from, to := at-1, at+1
	for from > 0 && !mayEndBefore(all, from) {
		from--
	}
	for to < len(all) && !mayEndBefore(all, to) {
		to++
	}
	return sumEm(all[from:to])
}

// The lines of a sheet, joined, are its paragraphs; characters have their places in order and stay in the type area.
func TestLinesOfASheetAreItsText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		paragraphs := rapid.SliceOfN(mixed(), 1, 6).Draw(t, "paragraphs")
		doc := set(paragraphs...)
		require.Equal(t, strings.Join(paragraphs, ""), strings.Join(texts(doc), ""))
		for _, p := range doc.Pages {
			requireLines(t, p.Lines)
			for _, l := range p.Lines {
				require.GreaterOrEqual(t, l.X, Left-0.01)
				require.LessOrEqual(t, l.X+lastVisible(l), Left+TypeWidth+0.05, "%q", l.Text)
			}
		}
	})
}

// lastVisible is where the last character that is not blank ends.
func lastVisible(l Line) float64 {
	end := 0.0
	for i, r := range []rune(l.Text) {
		if !IsQuiet(r) && !Invisible(r) {
			end = l.At[i] + widthOf(r, l.Face, halves{})*l.Size*MMPerPoint
			if _, behind := MayGiveWay(r); behind > 0 {
				end -= behind * l.Size * MMPerPoint
			}
		}
	}
	return end
}
