package kiosk

import (
	"image/color"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// writing is how a piece of text looks; size is in units of the design, scale is pixels per unit.
type writing struct {
	size  float32
	scale float32
	ink   color.Color
	bold  bool
	align fyne.TextAlign
}

// pen writes at a size in an ink.
func (e *easel) pen(size float32, ink color.Color) writing {
	return writing{size: size, scale: e.frame.scale, ink: ink}
}

func (w writing) strong() writing   { w.bold = true; return w }
func (w writing) centred() writing  { w.align = fyne.TextAlignCenter; return w }
func (w writing) trailing() writing { w.align = fyne.TextAlignTrailing; return w }

func (w writing) style() fyne.TextStyle { return fyne.TextStyle{Bold: w.bold} }

// wide measures a text, in units of the design. It measures at the size in pixels, since widths are not in proportion:
// small letters are set to the pixel.
func (w writing) wide(text string) float32 {
	return fyne.MeasureText(text, w.size*w.scale, w.style()).Width / w.scale
}

// fitted gives the writing made smaller until the text fits the width, but never under least.
func (w writing) fitted(text string, width, least float32) writing {
	for w.size > least && w.wide(text) > width {
		w.size = max(least, w.size-1)
	}
	return w
}

// cut shortens a text to the width, with … at its end.
func (w writing) cut(text string, width float32) string {
	if w.wide(text) <= width {
		return text
	}
	runes := []rune(text)
	for n := len(runes) - 1; n > 0; n-- {
		if short := string(runes[:n]) + "…"; w.wide(short) <= width {
			return short
		}
	}
	return "…"
}

// lines breaks a text into at most so many lines of the width; what does not fit ends with …. Words of letters and
// digits stay whole where they can.
func (w writing) lines(text string, width float32, most int) []string {
	var lines []string
	rest := []rune(strings.TrimSpace(text))
	for len(rest) > 0 {
		if len(lines) == most-1 {
			return append(lines, w.cut(string(rest), width))
		}
		n := w.fits(rest, width)
		lines = append(lines, strings.TrimSpace(string(rest[:n])))
		rest = []rune(strings.TrimLeft(string(rest[n:]), " "))
	}
	return lines
}

// fits tells how many of the runes go on a line of the width.
func (w writing) fits(runes []rune, width float32) int {
	n := 1
	for n < len(runes) && w.wide(string(runes[:n+1])) <= width {
		n++
	}
	if n == len(runes) {
		return n
	}
	for cut := n; cut > n/2; cut-- {
		if !inOneWord(runes[cut-1], runes[cut]) && !strings.ContainsRune("，。、；：？！）》」』”’…—·,.;:?!)", runes[cut]) && !strings.ContainsRune("（《「『“‘", runes[cut-1]) {
			return cut
		}
	}
	return n
}

func inOneWord(a, b rune) bool {
	letter := func(r rune) bool { return r < 0x2E80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
	return letter(a) && letter(b)
}

// text makes one line of the canvas.
func (w writing) text(text string) *canvas.Text {
	t := canvas.NewText(text, w.ink)
	t.TextSize, t.TextStyle, t.Alignment = w.size*w.scale, w.style(), w.align
	return t
}
