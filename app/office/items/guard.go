package items

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/guard"
)

// guardNote tells of the personal data and secrecy marks in a draft while it is written: what and where, one click to
// mask it, or the reason for which it stays (S18). It is out of sight while there is nothing to tell.
type guardNote struct {
	page    *Page
	loader  *ui.Loader
	found   []data.Exposure
	reasons map[string]string                // why something stays, by the finding's key
	asked   map[string]bool                  // the place for the reason is open
	rewrite func(change func(string) string) // puts every text of the draft through a change
	place   *fyne.Container
}

func newGuardNote(p *Page, rewrite func(change func(string) string)) *guardNote {
	n := &guardNote{
		page: p, loader: p.env.Loader.Again(), reasons: map[string]string{}, asked: map[string]bool{}, rewrite: rewrite,
		place: container.NewStack(),
	}
	n.place.Hide()
	return n
}

// look reads the draft as it stands on the screen, beside the main goroutine.
func (n *guardNote) look() {
	it, d := n.page.current(), n.page.env.Desk
	ui.Load(n.loader, func(ctx context.Context) ([]data.Exposure, error) {
		return d.Exposures(ctx, it)
	}, func(found []data.Exposure, err error) {
		if err != nil {
			n.page.env.Refused(err)
			return
		}
		if !slices.Equal(found, n.found) {
			n.found = found
			n.show()
		}
	})
}

func (n *guardNote) show() {
	w := n.page.env.Words
	n.place.Hidden = len(n.found) == 0
	n.place.Objects = nil
	if len(n.found) > 0 {
		rows := []fyne.CanvasObject{ui.Bold(w.T("guard.title", len(n.found)), ui.SizeText, ui.DeepRed())}
		for _, e := range n.found {
			rows = append(rows, n.row(e))
		}
		n.place.Objects = []fyne.CanvasObject{ui.AccentCard(ui.Red(), ui.Column(8, rows...))}
	}
	n.place.Refresh()
	n.page.left.Refresh()
}

// row is one finding with what can be done about it.
func (n *guardNote) row(e data.Exposure) fyne.CanvasObject {
	w := n.page.env.Words
	head := ui.Line(10, ui.Badge(w.T("guard.kind."+e.Kind), ui.Bad), ui.Text(e.Masked, ui.SizeText, ui.Ink()))
	where := ui.Flush(ui.Muted(w.T("guard.where", w.Part(e.Where), w.T("guard.why."+e.Kind))))
	if !e.MayRemain {
		return ui.Column(2, head, where)
	}
	links := ui.Line(14)
	if n.holds(e) {
		links.Add(ui.NewLink(w.T("guard.mask"), func() { n.mask(e) }))
	}
	reason, kept := n.reasons[e.Key]
	if !n.asked[e.Key] {
		name := w.T("guard.keep")
		if kept {
			name = w.T("guard.keptbecause", reason)
		}
		links.Add(ui.NewLinkIn(name, ui.SizeText, ui.SecondInk(), func() { n.ask(e) }))
		return ui.Column(2, head, where, links)
	}
	entry := widget.NewEntry()
	entry.SetPlaceHolder(w.T("guard.reason"))
	entry.SetText(reason)
	entry.OnChanged = func(text string) { n.reasons[e.Key] = text }
	return ui.Column(4, head, where, links, entry)
}

func (n *guardNote) ask(e data.Exposure) {
	n.asked[e.Key] = true
	n.show()
}

// holds tells whether the finding stands in a text that can be changed here.
func (n *guardNote) holds(e data.Exposure) bool {
	found := false
	n.rewrite(func(text string) string {
		found = found || len(n.in(text, e)) > 0
		return text
	})
	return found
}

// in gives the places of a text at which the finding stands.
func (n *guardNote) in(text string, e data.Exposure) []guard.Finding {
	return slices.DeleteFunc(guard.FindBut(text, desk.Known(n.page.facts.unit)), func(f guard.Finding) bool { return f.Key() != e.Key })
}

// mask puts the official short form in the place of the finding wherever it stands; Ctrl+Z takes it back.
func (n *guardNote) mask(e data.Exposure) {
	n.rewrite(func(text string) string { return guard.Mask(text, n.in(text, e)) })
	n.look()
}

// kept is what stays by intention, with the reason, for the statement of who proposes.
func (n *guardNote) kept() []data.Kept {
	var kept []data.Kept
	for _, e := range n.found {
		if reason := strings.TrimSpace(n.reasons[e.Key]); reason != "" {
			kept = append(kept, data.Kept{Key: e.Key, Kind: e.Kind, Masked: e.Masked, Where: e.Where, Reason: reason})
		}
	}
	return kept
}

// keptForm asks who checks to agree to each personal datum that stays (S18): the second person.
type keptForm struct {
	kept   []data.Kept
	agreed []*widget.Check
}

// newKeptForm makes the form; nil where nothing stays.
func (p *Page) newKeptForm() *keptForm {
	proposed, _ := p.facts.item.Step(data.ActPropose)
	if len(proposed.Kept) == 0 {
		return nil
	}
	f := &keptForm{kept: proposed.Kept}
	w := p.env.Words
	for _, k := range f.kept {
		f.agreed = append(f.agreed, widget.NewCheck(w.T("guard.agree", w.T("guard.kind."+k.Kind), k.Masked, w.Part(k.Where), k.Reason), nil))
	}
	return f
}

func (f *keptForm) rows() []fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, len(f.agreed))
	for i, check := range f.agreed {
		rows[i] = ui.Pad(0, 0, -7, 0, check)
	}
	return rows
}

func (f *keptForm) say(s *data.Statement) {
	for i, check := range f.agreed {
		if check.Checked {
			s.Kept = append(s.Kept, f.kept[i])
		}
	}
}
