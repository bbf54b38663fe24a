package reports

import (
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/workday"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

// stampOf gives the box of a page's red rules, and asks that all that is red lies within it.
func stampOf(t *testing.T, p page.Page) (left, top, right, bottom float64) {
	t.Helper()
	left, top = p.Width, p.Height
	for _, k := range p.Strokes {
		if k.Red {
			left, top = min(left, k.X1), min(top, k.Y1)
			right, bottom = max(right, k.X2), max(bottom, k.Y2)
		}
	}
	for _, l := range p.Lines {
		if l.Red {
			require.Greater(t, l.X, left)
			require.Less(t, l.X+l.At[len(l.At)-1]+l.Size*page.MMPerPoint, right, l.Text)
			require.Greater(t, l.Y, top)
			require.Less(t, l.Y, bottom)
		} else {
			require.Greater(t, l.Y-l.Size*page.MMPerPoint, bottom, "the stamp is never over text")
		}
	}
	return left, top, right, bottom
}

func TestTheArchiveStampIsRedAndAtTheTopCentre(t *testing.T) {
	template, err := TemplateOf("archivestamp")
	require.NoError(t, err)
	for _, office := range []string{"办公室", "食品生产监管股", "党务公开工作领导小组办公室"} {
		for _, style := range []page.Style{{}, {Lengthwise: true}, {Paper: page.PaperA3}, {Large: true}} {
			v := sampleOf(t, template)
			v["office"] = Value{Text: office}
			doc, err := template.Pages(v, workday.New().Between, style, face.Embedded())
			require.NoError(t, err)
			left, top, right, bottom := stampOf(t, doc.Pages[0])
			require.InDelta(t, 45, right-left, 0.01)
			require.InDelta(t, 16, bottom-top, 0.01)
			require.InDelta(t, doc.Pages[0].Width/2, (left+right)/2, 0.01)
		}
	}
}

func TestTheStampPageTellsTheFileNumber(t *testing.T) {
	doc, err := made(t, "archivestamp", nil)
	require.NoError(t, err)
	require.Contains(t, saidIn(doc), "Z109-WS·2026-D30-BGS-0001")
	for key, wrong := range map[string]string{"fonds": "109", "year": "26", "office_code": "办公室", "piece": "0", "retention": "20年"} {
		_, err := made(t, "archivestamp", map[string]string{key: wrong})
		require.ErrorIs(t, err, data.ErrInvalid, key)
	}
}

func TestABoxHoldsPiecesInOrder(t *testing.T) {
	doc, err := made(t, "archivecover", nil)
	require.NoError(t, err)
	require.Len(t, doc.Pages, 1)
	require.Contains(t, saidIn(doc), "0001—0046")
	_, err = made(t, "archivecover", map[string]string{"last_piece": "0"})
	require.ErrorIs(t, err, data.ErrInvalid)
	_, err = made(t, "archivecover", map[string]string{"first_piece": "47"})
	require.ErrorIs(t, err, data.ErrInvalid)
}
