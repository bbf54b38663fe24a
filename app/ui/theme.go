package ui

import (
	"image/color"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"gongkailan/assets"
)

// Theme is the look of the house: always light, our own faces, one red. The large-type switch does not change it: it
// scales the whole window, so that spaces and rows grow with the text and nothing is cut.
type Theme struct{}

var _ fyne.Theme = Theme{}

// Color gives the house's colour for a role, Fyne's light one for a role that the house has no token for.
func (Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	switch name {
	case theme.ColorNameBackground:
		return Ground()
	case theme.ColorNameForeground:
		return Ink()
	case theme.ColorNamePrimary, theme.ColorNameHyperlink, theme.ColorNameError:
		return Red()
	case theme.ColorNameForegroundOnPrimary, theme.ColorNameForegroundOnError, theme.ColorNameForegroundOnWarning, theme.ColorNameForegroundOnSuccess:
		return White()
	case theme.ColorNameWarning:
		ink, _ := Waiting.Colours()
		return ink
	case theme.ColorNameButton, theme.ColorNameInputBackground, theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground, theme.ColorNameHeaderBackground:
		return White()
	case theme.ColorNameInputBorder:
		return rgb(0xC4BEB4)
	case theme.ColorNameSeparator:
		return Hairline()
	case theme.ColorNamePlaceHolder, theme.ColorNameDisabled: // what cannot be pressed can still be read
		return SecondInk()
	case theme.ColorNameDisabledButton:
		return rgb(0xEFECE6)
	case theme.ColorNameHover:
		return color.NRGBA{R: 0x1F, G: 0x23, B: 0x28, A: 0x0D}
	case theme.ColorNamePressed:
		return color.NRGBA{R: 0x1F, G: 0x23, B: 0x28, A: 0x22}
	case theme.ColorNameFocus:
		return color.NRGBA{R: 0xB3, G: 0x26, B: 0x1E, A: 0x40}
	case theme.ColorNameSelection:
		return color.NRGBA{R: 0xB3, G: 0x26, B: 0x1E, A: 0x30}
	case theme.ColorNameScrollBar:
		return color.NRGBA{R: 0x57, G: 0x60, B: 0x6A, A: 0x66}
	case theme.ColorNameShadow:
		return color.NRGBA{A: 0x18}
	case theme.ColorNameSuccess:
		return Green()
	}
	return theme.DefaultTheme().Color(name, theme.VariantLight)
}

// Font gives our own faces, so that no screen depends on what the system has.
func (Theme) Font(style fyne.TextStyle) fyne.Resource {
	if style.Bold {
		return sansBold()
	}
	return sans()
}

// Icon gives Fyne's icons.
func (Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Size gives the house's sizes, in device-independent pixels.
func (Theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return SizeText
	case theme.SizeNameCaptionText:
		return SizeSmall
	case theme.SizeNameHeadingText:
		return SizeTitle
	case theme.SizeNameSubHeadingText:
		return SizeCard
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius:
		return 6
	case theme.SizeNameInnerPadding:
		return 7
	case theme.SizeNameScrollBarSmall:
		return 5
	}
	return theme.DefaultTheme().Size(name)
}

// Fyne keeps the parsed font of a text's own face under the resource's address, for good. So there is one resource of
// each face and never a second one: each would cost the parsing of megabytes, and their memory.
var (
	sans      = sync.OnceValue(func() fyne.Resource { return face("NotoSansSC-Regular") })
	sansBold  = sync.OnceValue(func() fyne.Resource { return face("NotoSansSC-Bold") })
	serifBold = sync.OnceValue(func() fyne.Resource { return face("NotoSerifSC-Bold") })
)

func face(name string) fyne.Resource {
	return fyne.NewStaticResource(name+".ttf", assets.Font(name))
}
