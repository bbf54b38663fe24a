package catalog

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
)

// counts says how much was taken, and what of the catalogue there is would be retired.
func (v *review) counts() fyne.CanvasObject {
	w, c := v.screen.env.Words, v.screen
	now := v.catalogue()
	hint := "catalog.reviewhint"
	if v.set {
		hint = "catalog.sethint"
	}
	parts := []fyne.CanvasObject{note(w, w.T(hint))}
	retired := now.ChangesFrom(v.current).Retired
	up := 0
	for _, e := range retired {
		up += len(c.read.up[e.Code])
	}
	if len(retired) > 0 {
		parts = append(parts, ui.Flush(ui.Paragraph(w.T("catalog.gone", len(retired)))))
	}
	if up > 0 {
		parts = append(parts, ui.Flush(ui.Wrong(w.T("catalog.goneup", up))))
	}
	if len(v.unknown) > 0 {
		parts = append(parts, ui.Flush(ui.Wrong(w.T("catalog.unknown", strings.Join(v.unknown, w.T("catalog.comma"))))))
	}
	return ui.Card(w.T("catalog.counts", len(now.Categories), len(now.Entries)), nil, ui.Column(8, parts...))
}

// correctionCard lists the suspected typos, each with a tick; all are accepted at first.
func (v *review) correctionCard() fyne.CanvasObject {
	w := v.screen.env.Words
	v.ticks = nil
	parts := []fyne.CanvasObject{note(w, w.T("catalog.correctionhint"))}
	if len(v.plan.Corrections) == 0 {
		parts = []fyne.CanvasObject{note(w, w.T("catalog.nocorrections"))}
	}
	for _, x := range v.plan.Corrections {
		tick := widget.NewCheck("", nil)
		tick.Checked = true
		tick.OnChanged = func(bool) { v.fill() }
		v.ticks = append(v.ticks, tick)
		text := ui.Paragraph(x.From + "  →  " + x.To)
		where := ui.Text(w.T("catalog.line", x.Line), ui.SizeSmall, ui.SecondInk())
		parts = append(parts, ui.Hair(ui.RowLine()), container.NewBorder(nil, nil, tick, container.NewCenter(where), text))
	}
	return ui.Card(w.T("catalog.corrections", len(v.plan.Corrections)), nil, ui.Column(6, parts...))
}

// skippedCard counts the lines that were passed over and lists them when asked.
func (v *review) skippedCard() fyne.CanvasObject {
	w := v.screen.env.Words
	if len(v.plan.Skipped) == 0 {
		return ui.Card(w.T("catalog.skipped", 0), nil, note(w, w.T("catalog.noskipped")))
	}
	v.toggle = container.NewStack(ui.NewLink(w.T("catalog.unfold"), v.unfold))
	return ui.Card(w.T("catalog.skipped", len(v.plan.Skipped)), v.toggle, ui.Column(4, note(w, w.T("catalog.skippedhint")), v.skipped))
}

// unfold shows the lines that were passed over, each with its number and why, or hides them again.
func (v *review) unfold() {
	w := v.screen.env.Words
	v.opened = !v.opened
	v.skipped.Objects = nil
	name := w.T("catalog.unfold")
	if v.opened {
		name = w.T("catalog.fold")
		var parts []fyne.CanvasObject
		for _, s := range v.plan.Skipped {
			head := ui.Text(w.T("catalog.line", s.Line)+" · "+w.Why(s.Why), ui.SizeSmall, ui.SecondInk())
			parts = append(parts, ui.Hair(ui.RowLine()), ui.Column(0, head, ui.Pad(-5, -5, -7, -7, ui.Paragraph(shortened(s.Text)))))
		}
		v.skipped.Objects = []fyne.CanvasObject{ui.Column(6, parts...)}
	}
	v.toggle.Objects = []fyne.CanvasObject{ui.NewLink(name, v.unfold)}
	v.toggle.Refresh()
	v.skipped.Refresh()
	v.screen.body.Refresh()
}

// longest is how many characters of a line that was passed over are shown.
const longest = 60

func shortened(text string) string {
	if runes := []rune(text); len(runes) > longest {
		return string(runes[:longest]) + "…"
	}
	return text
}
