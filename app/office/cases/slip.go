package cases

import (
	"fyne.io/fyne/v2"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// slip is what is told to the person at the counter, or on the telephone: with the code the answer can be read at the
// lobby's screen (S15). It is shown once, on this page alone, and kept nowhere.
type slip struct {
	opinion data.Opinion
	code    string
}

const codeSize float32 = 40

// told is the page with the code.
func (r *Register) told() fyne.CanvasObject {
	w, s := r.env.Words, r.slip
	code := ui.Bold(data.ShownReceipt(s.code), codeSize, ui.Ink())
	done := ui.NewPrimary(w.T("cases.receipt.told"), func() {
		r.slip = slip{}
		r.open(s.opinion)
	})
	return ui.Column(ui.Gap,
		ui.Card(w.T("cases.receipt.tell"), ui.Badge(s.opinion.Number, ui.Good), ui.Column(14,
			ui.Pad(8, 8, 0, 0, ui.Line(0, code)),
			ui.Flush(ui.Paragraph(w.T("cases.receipt.how", w.Date(s.opinion.Due)))),
			ui.Flush(ui.Muted(w.T("cases.receipt.once"))))),
		ui.Line(10, done))
}
