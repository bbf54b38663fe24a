package kiosk

import (
	"strings"

	"fyne.io/fyne/v2"
)

// What a visitor typed, and the answer that only the visitor may read, are measured and painted one character at a time:
// the toolkit keeps the measures and pictures of texts for a while, and so it keeps no word of them.

// spelt breaks a text into lines of the width. Line ends of the text stay; closing marks stay with what they close.
func (w writing) spelt(text string, width float32) []string {
	var lines []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		lines = append(lines, w.paragraph([]rune(strings.TrimRight(paragraph, "\r")), width)...)
	}
	return lines
}

func (w writing) paragraph(runes []rune, width float32) []string {
	var lines []string
	from, used := 0, float32(0)
	for i, r := range runes {
		wide := w.wide(string(r))
		if used+wide > width && i > from {
			cut := i
			if strings.ContainsRune(closingMarks, r) && i-1 > from {
				cut = i - 1
			}
			lines = append(lines, string(runes[from:cut]))
			from, used = cut, 0
			for _, moved := range runes[cut:i] {
				used += w.wide(string(moved))
			}
		}
		used += wide
	}
	return append(lines, string(runes[from:]))
}

// closingMarks begin no line.
const closingMarks = "，。、；：？！）》」』”’…—·"

// spell paints lines under each other, each so many units high, and gives the place after the last character.
func (e *easel) spell(r rect, w writing, lines []string, pitch float32) (end rect) {
	end = rect{r.x, r.y, 0, pitch}
	for i, line := range lines {
		x := r.x
		if w.align == fyne.TextAlignCenter {
			x += (r.w - w.speltWide(line)) / 2
		}
		for _, letter := range line {
			wide := w.wide(string(letter))
			e.write(rect{x, r.y + float32(i)*pitch, wide, pitch}, writing{w.size, w.scale, w.ink, w.bold, fyne.TextAlignLeading}, string(letter))
			x += wide
		}
		end = rect{x, r.y + float32(i)*pitch, 0, pitch}
	}
	return end
}

// speltWide measures a line as spell paints it.
func (w writing) speltWide(line string) float32 {
	wide := float32(0)
	for _, letter := range line {
		wide += w.wide(string(letter))
	}
	return wide
}
