package kiosk

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/app/kiosk/folder"
)

// requireForAFinger: a target is at least 18 mm wide and high on the panel as it is.
func requireForAFinger(t *testing.T, s *screen, place rect) {
	size := s.body.Size()
	panel := s.options.Panel
	if panel == nil {
		panel = folder.Settings{}.Panel
	}
	widthMM, heightMM := panel(int(size.Width), int(size.Height))
	k := float64(s.frame.scale)
	require.GreaterOrEqual(t, float64(place.w)*k*widthMM/float64(size.Width), 17.95, "%+v in place %d", place, s.session.At)
	require.GreaterOrEqual(t, float64(place.h)*k*heightMM/float64(size.Height), 17.95, "%+v in place %d", place, s.session.At)
}

// panels are upright and wide ones, wide and narrow, of so many inches.
func panels() (list []panelOf) {
	for _, inches := range []float64{15, 17.3, 21.5, 32, 86} {
		for _, size := range [][2]float32{{1080, 1920}, {1920, 1080}, {768, 1024}, {1024, 768}} {
			list = append(list, panelOf{size, inches})
		}
	}
	return list
}

type panelOf struct {
	size   [2]float32
	inches float64
}

func TestEveryTargetIsLargeEnoughInMillimetres(t *testing.T) {
	o := optionsAt(t, &clock{start})
	o.OutboxFolder = t.TempDir()
	for _, panel := range panels() {
		o.Panel = folder.Settings{PanelInches: panel.inches}.Panel
		s := screenWith(o, manyItems(), panel.size)
		for name, events := range visits() {
			t.Run(fmt.Sprintf("%v inches %v %s", panel.inches, panel.size, name), func(t *testing.T) {
				s.session = NewSession(start)
				s.show(s.bulletin, nil)
				for _, e := range events {
					s.handle(e)
				}
				requireTilesInOrder(t, s)
				requireTextsInOrder(t, s)
				requireApart(t, s)
			})
		}
	}
}

// requireApart: rows of one list touch each other; everything else keeps its distance.
func requireApart(t *testing.T, s *screen) {
	for i, a := range s.tiles {
		for _, b := range s.tiles[:i] {
			if a.tapped == nil || b.tapped == nil {
				continue
			}
			dx := max(a.place.x-b.place.right(), b.place.x-a.place.right())
			dy := max(a.place.y-b.place.bottom(), b.place.y-a.place.bottom())
			between := float64(max(dx, dy))
			row := a.place.x == b.place.x && a.place.w == b.place.w && math.Abs(between) < 0.5
			require.True(t, row || between > 15.5, "%+v and %+v are %v apart", a.place, b.place, between)
		}
	}
}

func TestASmallPanelHasLargerTargets(t *testing.T) {
	for inches, want := range map[float64]float32{43: 76, 21.5: 76, 15: 104, 10: targetMost} {
		w, h := folder.Settings{PanelInches: inches}.Panel(1080, 1920)
		require.InDelta(t, want, leastOn(1080, 1920, w, h), 1, "%v inches", inches)
	}
	require.Equal(t, targetLeast, leastOn(0, 0, 0, 0))
}
