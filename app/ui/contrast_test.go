package ui

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"github.com/stretchr/testify/require"
)

// contrast is that of WCAG 2.1, from 1 to 21. A ground that can be seen through lies on the one below it.
func contrast(ink color.Color, grounds ...color.Color) float64 {
	ground := grounds[0]
	for _, over := range grounds[1:] {
		ground = painted(over, ground)
	}
	a, b := luminance(painted(ink, ground)), luminance(ground)
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

// painted is the colour of something over a ground that cannot be seen through.
func painted(over, ground color.Color) color.Color {
	o, g := color.NRGBAModel.Convert(over).(color.NRGBA), color.NRGBAModel.Convert(ground).(color.NRGBA)
	mix := func(x, y uint8) uint8 { return uint8((int(x)*int(o.A) + int(y)*(255-int(o.A))) / 255) }
	return color.NRGBA{R: mix(o.R, g.R), G: mix(o.G, g.G), B: mix(o.B, g.B), A: 0xFF}
}

func luminance(c color.Color) float64 {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	part := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*part(n.R) + 0.7152*part(n.G) + 0.0722*part(n.B)
}

func TestContrastIsMeasuredAsTheStandardSays(t *testing.T) {
	require.InDelta(t, 21, contrast(color.Black, color.White), 0.01)
	require.InDelta(t, 1, contrast(color.White, color.White), 0.01)
	require.InDelta(t, 4.54, contrast(rgb(0x767676), White()), 0.01)
	require.InDelta(t, 6.5, contrast(Red(), White()), 0.1, "what look.md says")
}

// Text must be told from its ground at 4.5 : 1, what only marks something at 3 : 1 (WCAG 2.1, 1.4.3 and 1.4.11).
const (
	leastForText = 4.5
	leastForMark = 3.0
)

func TestEveryTextStandsOutFromItsGround(t *testing.T) {
	role := func(name fyne.ThemeColorName) color.Color { return Theme{}.Color(name, theme.VariantLight) }
	hover, pressed, selection, focus := role(theme.ColorNameHover), role(theme.ColorNamePressed), role(theme.ColorNameSelection), role(theme.ColorNameFocus)
	papers := map[string]color.Color{
		"white": White(), "ground": Ground(), "lobby": Lobby(), "behind": Behind(), "head of a table": rgb(0xFBFAF7),
	}
	for name, paper := range papers {
		for what, ink := range map[string]color.Color{
			"ink": Ink(), "second ink": SecondInk(), "red": Red(), "deep red": DeepRed(), "green": Green(),
			"placeholder": role(theme.ColorNamePlaceHolder), "disabled": role(theme.ColorNameDisabled),
			"hyperlink": role(theme.ColorNameHyperlink), "error": role(theme.ColorNameError), "warning": role(theme.ColorNameWarning),
			"success": role(theme.ColorNameSuccess),
		} {
			require.GreaterOrEqual(t, contrast(ink, paper), leastForText, "%s on %s", what, name)
			require.GreaterOrEqual(t, contrast(ink, paper, hover), leastForText, "%s on %s under the pointer", what, name)
		}
		require.GreaterOrEqual(t, contrast(Ink(), paper, selection), leastForText, "selected on %s", name)
		require.GreaterOrEqual(t, contrast(Ink(), paper, focus), leastForText, "with the keyboard on %s", name)
		require.GreaterOrEqual(t, contrast(Ink(), paper, pressed), leastForText, "pressed on %s", name)
		require.GreaterOrEqual(t, contrast(Red(), paper), leastForMark, "the line around what has the keyboard, on %s", name)
	}
	for _, tone := range []Tone{Plain, Waiting, Good, Bad, Ruling} {
		ink, ground := tone.Colours()
		require.GreaterOrEqual(t, contrast(ink, ground), leastForText, "tone %d", tone)
		require.GreaterOrEqual(t, contrast(Ink(), ground), leastForText, "a message on tone %d", tone)
	}
	ink, _ := Waiting.Colours()
	for what, pair := range map[string][]color.Color{
		"selected in the rail":      {DeepRed(), Selected()},
		"count in the rail":         {White(), Red()},
		"the step that is on":       {ink, rgb(0xFFFBEA)},
		"primary button":            {role(theme.ColorNameForegroundOnPrimary), role(theme.ColorNamePrimary)},
		"primary under the pointer": {role(theme.ColorNameForegroundOnPrimary), role(theme.ColorNamePrimary), hover},
		"primary pressed":           {role(theme.ColorNameForegroundOnPrimary), role(theme.ColorNamePrimary), pressed},
		"primary with the keyboard": {role(theme.ColorNameForegroundOnPrimary), role(theme.ColorNamePrimary), focus},
		"button that is off":        {role(theme.ColorNameDisabled), role(theme.ColorNameDisabledButton)},
		"danger button":             {role(theme.ColorNameForegroundOnError), role(theme.ColorNameError)},
		"warning button":            {role(theme.ColorNameForegroundOnWarning), role(theme.ColorNameWarning)},
		"success button":            {role(theme.ColorNameForegroundOnSuccess), role(theme.ColorNameSuccess)},
		"menu":                      {role(theme.ColorNameForeground), role(theme.ColorNameMenuBackground), hover},
		"menu item that is off":     {role(theme.ColorNameDisabled), role(theme.ColorNameMenuBackground)},
		"overlay":                   {role(theme.ColorNameForeground), role(theme.ColorNameOverlayBackground)},
		"head":                      {role(theme.ColorNameForeground), role(theme.ColorNameHeaderBackground)},
	} {
		require.GreaterOrEqual(t, contrast(pair[0], pair[1:]...), leastForText, what)
	}
	require.GreaterOrEqual(t, contrast(Ink(), White()), leastForMark, "the line around a primary button with the keyboard")
}
