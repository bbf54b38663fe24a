package reports

import (
	"errors"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/assets"
	"gongkailan/data"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

// joined gives the lines of all pages, without page numbers, as one text.
func joined(set Typesetting) string {
	var all strings.Builder
	for _, p := range set.Pages {
		for _, l := range p.Lines {
			all.WriteString(l.Text)
		}
	}
	return all.String()
}

// requireTypeset lays the text out and asks that nothing of it is lost and every line stands on the grid.
func requireTypeset(t require.TestingT, text string, faces *face.Set) {
	doc, err := Typeset(text, page.Style{}, faces)
	require.NoError(t, err)
	want := strings.NewReplacer("\n", "", "\r", "").Replace(strings.TrimPrefix(text, "\uFEFF"))
	set := Lines(doc)
	require.Equal(t, want, joined(set))
	for _, p := range set.Pages {
		require.LessOrEqual(t, len(p.Lines), page.LinesPerPage)
		for _, l := range p.Lines {
			steps := (l.Y - page.GridY(0)) / page.Pitch
			require.InDelta(t, math.Round(steps)*page.Pitch, l.Y-page.GridY(0), 0.05)
			if l.Size == page.BodySize {
				require.True(t, math.Abs(l.X-page.Left) < 0.05 || math.Abs(l.X-page.Left-2*page.Em) < 0.05, "x of %q", l.Text)
			}
		}
	}
}

func TestTypesetLosesNothing(t *testing.T) {
	faces := face.Embedded()
	line := rapid.OneOf(
		rapid.StringOfN(rapid.RuneFrom([]rune("党务公开目录关于的公示王䶮𬱟𬳽，。（）《》“”—…·2026年3月5日abcXYZ.,:/ 　\t🎉\u0301\U000E0100")), 0, 200, -1),
		rapid.SampledFrom([]string{"", "一、总体要求", "（一）指导思想。坚持党的领导。", "1.组织领导", "　　各党支部：", "附件：1. 表"}),
		rapid.StringMatching(`[a-zA-Z]{40,120}`),
	)
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(line, 1, 40).Draw(t, "lines"), rapid.SampledFrom([]string{"\n", "\r\n"}).Draw(t, "end"))
		if strings.TrimSpace(text) == "" {
			return
		}
		requireTypeset(t, text, faces)
	})
}

func TestTypesetTakesAnyText(t *testing.T) {
	faces := face.Embedded()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		doc, err := Typeset(text, page.Style{}, faces)
		if err != nil {
			require.ErrorIs(t, err, data.ErrInvalid)
			return
		}
		require.NotEmpty(t, doc.Pages)
	})
}

func TestTypesetLosesNothingOfThePlan(t *testing.T) {
	requireTypeset(t, string(assets.DemoPlan()), face.Embedded())
	saved, err := os.ReadFile("../../shared/data/plan.txt")
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("the saved plan is not at hand")
	}
	require.NoError(t, err)
	requireTypeset(t, string(saved), face.Embedded())
}

func TestTypesetTakesTheFirstLineAsTheTitle(t *testing.T) {
	doc, err := Typeset("\n\n关于公示的公告\n正文。\n\n", page.Style{}, face.Embedded())
	require.NoError(t, err)
	require.Equal(t, "关于公示的公告", doc.Title)
	lines := doc.Pages[0].Lines
	require.Equal(t, page.TitleSong, lines[0].Face)
	require.InDelta(t, 2*page.Pitch, lines[1].Y-lines[0].Y, 0.05, "a blank line stands under the title")
	require.Equal(t, "正文。", lines[len(lines)-1].Text)
}

func TestTypesetRefusesATextWithNothingInIt(t *testing.T) {
	for _, text := range []string{"", " \n\t\n", "\uFEFF", "　"} {
		_, err := Typeset(text, page.Style{}, face.Embedded())
		var refusal *data.Refusal
		require.ErrorAs(t, err, &refusal)
		require.Equal(t, "typeset.empty", refusal.Code)
	}
}

func TestAHeadingAndTheTextBehindItAreOneLineOfTheTypesetting(t *testing.T) {
	doc, err := Typeset("题目\n（一）说明。正文。", page.Style{}, face.Embedded())
	require.NoError(t, err)
	lines := Lines(doc).Pages[0].Lines
	require.Len(t, lines, 2)
	require.Equal(t, "（一）说明。正文。", lines[1].Text)
	require.Equal(t, page.Kai, lines[1].Face)
}

func TestPageNumbersAreNoPartOfTheTypesetting(t *testing.T) {
	doc, err := Typeset("题目\n"+strings.Repeat("党务公开。", 400), page.Style{}, face.Embedded())
	require.NoError(t, err)
	require.Greater(t, len(doc.Pages), 1)
	require.NotContains(t, joined(Lines(doc)), "—")
}
