package kiosk

import (
	"image/color"

	"gongkailan/app/pageview"
	"gongkailan/app/ui"
)

// palette is the colours of the lobby; there is the house's, and one of high contrast.
type palette struct {
	ground, head, headInk, headSecond color.Color
	card, edge, row                   color.Color
	ink, second, accent, accentInk    color.Color
	good, goodInk                     color.Color
	veil, pressed                     color.Color
	edgeWidth                         float32
	page                              pageview.Colours
}

// colours are those of the screen as it is.
func (s *screen) colours() palette {
	if s.dark {
		return nightColours()
	}
	return colours(s.session.Contrast)
}

func colours(highContrast bool) palette {
	if highContrast {
		return highContrastColours()
	}
	goodInk, good := ui.Good.Colours()
	return palette{
		ground: ui.Lobby(), head: ui.Red(), headInk: ui.White(), headSecond: ui.White(),
		card: ui.White(), edge: ui.Hairline(), row: ui.RowLine(),
		ink: ui.Ink(), second: ui.SecondInk(), accent: ui.Red(), accentInk: ui.White(),
		good: good, goodInk: goodInk,
		veil: color.NRGBA{R: 0x1F, G: 0x23, B: 0x28, A: 0x99}, pressed: color.NRGBA{R: 0x1F, G: 0x23, B: 0x28, A: 0x1E},
		edgeWidth: 1, page: pageview.Paper(),
	}
}

// highContrastColours are white and one yellow on black: at least 14 : 1 everywhere.
func highContrastColours() palette {
	black, white := color.NRGBA{A: 0xFF}, color.NRGBA{R: 0xFF, G: 0xFF, B: 0xFF, A: 0xFF}
	yellow := color.NRGBA{R: 0xFF, G: 0xE0, B: 0x3D, A: 0xFF}
	return palette{
		ground: black, head: black, headInk: white, headSecond: white,
		card: black, edge: white, row: color.NRGBA{R: 0x8A, G: 0x8A, B: 0x8A, A: 0xFF},
		ink: white, second: white, accent: yellow, accentInk: black,
		good: black, goodInk: yellow,
		veil: color.NRGBA{A: 0xD0}, pressed: color.NRGBA{R: 0xFF, G: 0xFF, B: 0xFF, A: 0x3A},
		edgeWidth: 3, page: pageview.Inverted(),
	}
}

// nightColours are dim, and still at least 4.5 : 1.
func nightColours() palette {
	ground, card := color.NRGBA{R: 0x16, G: 0x15, B: 0x13, A: 0xFF}, color.NRGBA{R: 0x24, G: 0x22, B: 0x1F, A: 0xFF}
	ink, second := color.NRGBA{R: 0xC4, G: 0xBD, B: 0xB1, A: 0xFF}, color.NRGBA{R: 0x9C, G: 0x95, B: 0x8A, A: 0xFF}
	edge := color.NRGBA{R: 0x45, G: 0x41, B: 0x3B, A: 0xFF}
	return palette{
		ground: ground, head: color.NRGBA{R: 0x43, G: 0x12, B: 0x0F, A: 0xFF}, headInk: ink, headSecond: ink,
		card: card, edge: edge, row: edge,
		ink: ink, second: second, accent: color.NRGBA{R: 0x5E, G: 0x18, B: 0x13, A: 0xFF}, accentInk: ink,
		good: color.NRGBA{R: 0x16, G: 0x2C, B: 0x1D, A: 0xFF}, goodInk: color.NRGBA{R: 0x93, G: 0xBF, B: 0xA0, A: 0xFF},
		veil: color.NRGBA{A: 0x99}, pressed: color.NRGBA{R: 0xFF, G: 0xFF, B: 0xFF, A: 0x22},
		edgeWidth: 1,
		page: pageview.Colours{
			Paper: card, Ink: ink, Gray: second, Red: color.NRGBA{R: 0xE0, G: 0x8A, B: 0x80, A: 0xFF}, Edge: edge,
		},
	}
}

// Sizes in units of the design: 1080 of them are the shorter side of the screen. No text but the time of issue is
// smaller than sizeSmall, no target lower than targetLeast (36 mm on a 43-inch panel).
const (
	sizeTitle   float32 = 54
	sizeSection float32 = 34
	sizeTile    float32 = 36
	sizeRow     float32 = 32
	sizeText    float32 = 30
	sizeSmall   float32 = 26
	sizeIssued  float32 = 22

	margin      float32 = 48
	gap         float32 = 24
	targetLeast float32 = 76
	radius      float32 = 14
	unit        float32 = 1080 // the shorter side
)
