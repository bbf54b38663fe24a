package kiosk

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"gongkailan/app/ui"
)

// lobbyTheme is the house's theme on the ground of the lobby. The window is cleared to it before each painting, at no cost;
// without a graphics card an area over the whole screen costs as much as everything that lies on it.
type lobbyTheme struct{ ui.Theme }

// Color gives the ground of the lobby, and every other colour as the house has it.
func (t lobbyTheme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	if name == theme.ColorNameBackground {
		return colours(false).ground
	}
	return t.Theme.Color(name, variant)
}

// ground paints the whole screen where the window is not cleared to its colour.
func (e *easel) ground() {
	if theme.Color(theme.ColorNameBackground) != e.colours.ground {
		e.fill(rect{0, 0, e.frame.w, e.frame.h}, e.colours.ground)
	}
}
