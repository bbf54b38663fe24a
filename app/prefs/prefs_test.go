package prefs

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"
)

var (
	_ Store = Memory{}
	_ Store = fyne.Preferences(nil)
)

func TestWhatWasNeverChosenIsTheUsual(t *testing.T) {
	p := In(Memory{})
	require.Empty(t, p.Language())
	require.False(t, p.Large())
	width, height := p.Size()
	require.Equal(t, []float32{1366, 768}, []float32{width, height})
	_, known := p.Place()
	require.False(t, known)
}

func TestWhatWasChosenIsThereAgain(t *testing.T) {
	p := In(Memory{})
	p.SetLanguage("en")
	p.SetLarge(true)
	p.SetSize(1500, 900)
	at := Place{Left: -1920, Top: 10, Right: -400, Bottom: 800, Maximised: true}
	p.SetPlace(at)
	require.Equal(t, "en", p.Language())
	require.True(t, p.Large())
	width, height := p.Size()
	require.Equal(t, []float32{1500, 900}, []float32{width, height})
	again, known := p.Place()
	require.True(t, known)
	require.Equal(t, at, again)
}

func TestASizeOrAPlaceThatCannotBeUsedIsForgotten(t *testing.T) {
	p := In(Memory{})
	for _, size := range [][2]float32{{0, 0}, {100, 900}, {1500, 20}, {1e9, 900}, {float32(math.NaN()), 900}, {1500, float32(math.Inf(1))}} {
		p.SetSize(size[0], size[1])
		width, height := p.Size()
		require.Equal(t, []float32{1366, 768}, []float32{width, height}, "%v", size)
	}
	p.SetPlace(Place{Left: 10, Top: 10, Right: 10, Bottom: 500})
	_, known := p.Place()
	require.False(t, known)
}
