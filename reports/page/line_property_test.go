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
	used := sumEm(clusters(r.text(), FangSong, halves{})) // blanks at its end had their width before it broke
	for i := 0; i+1 < len(next.clusters); i++ {
		used += next.clusters[i].width()
		if used > room-rounding {
			return false
		}
		if mayBreak(next.clusters[i], next.clusters[i+1]) && !splitsSpacedUnit(next.clusters, i+1) {
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
		for i := range len(rows) - 1 {
			last, first := rows[i].clusters[len(rows[i].clusters)-1], rows[i+1].clusters[0]
			if !mayBreak(last, first) {
				require.Greater(t, unbrokenEm(text, i, rows), CharsPerLine-rounding, "%q | %q", rows[i].text(), rows[i+1].text())
			}
		}
	})
}

// unbrokenEm is the width of the stretch without an allowed break around the end of the row.
func unbrokenEm(text string, end int, rows []row) float64 {
	all := clusters(text, FangSong, halves{})
	at := 0
	for _, r := range rows[:end+1] {
		at += len(r.clusters)
	}
	from, to := at, at
	for from > 0 && (from == at || !mayBreak(all[from-1], all[from])) {
		from--
	}
	for to < len(all) && (to == at || !mayBreak(all[to-1], all[to])) {
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
