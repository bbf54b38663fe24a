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
