package board

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// hanging is the form for 已张贴: which pockets, on which day, with a photo if there is one.
type hanging struct {
	board    *Board
	proposal data.Proposal
	pockets  []data.BoardPlace
	on       *ui.DateField
	place    *widget.Entry
	photo    *photo
	content  fyne.CanvasObject
	chosen   *fyne.Container
}

func (b *Board) newHanging(p data.Proposal) *hanging {
	h := &hanging{
		board: b, proposal: p, pockets: slices.Clone(p.Pockets), on: b.env.DateField(), place: widget.NewEntry(),
		photo: b.newPhoto(), chosen: container.NewStack(),
	}
	h.on.SetDate(string(b.today()))
	h.place.SetText(b.shown.plan.Grid.Place)
	h.place.SetPlaceHolder(b.env.Words.T("board.place.hint"))
	w := b.env.Words
	rows := ui.Column(10, ui.Flush(ui.Paragraph(p.Item.Title)))
	if b.shown.plan.Grid.Described() {
		rows.Add(h.chosen)
	}
	rows.Add(ui.Field(w.T("board.place"), h.place))
	rows.Add(ui.Field(w.T("board.on"), h.on))
	rows.Add(h.photo.object)
	rows.Add(ui.Line(8, ui.NewButton(w.T("board.up"), h.record), ui.NewButton(w.T("board.cancel"), func() { b.put(nil) })))
	h.content = rows
	h.tell()
	return h
}

func (h *hanging) object() fyne.CanvasObject {
	return h.board.closable(h.board.env.Words.T("board.hanging", h.proposal.Item.Number), h.content)
}

// renewed keeps what is typed while the board is read anew; a pocket that was taken meanwhile is given up.
func (h *hanging) renewed(f facts) opened {
	p, ok := f.proposal(h.proposal.Item)
	if !ok {
		return nil
	}
	h.proposal = p
	h.pockets = slices.DeleteFunc(h.pockets, func(place data.BoardPlace) bool {
		return slices.ContainsFunc(f.plan.Pockets, func(pocket data.Pocket) bool { return pocket.Place == place && pocket.Posting != nil })
	})
	h.tell()
	return h
}

func (h *hanging) marks(place data.BoardPlace) bool { return marks(h.pockets, place) }

// toggle puts a pocket to the choice or takes it away.
func (h *hanging) toggle(place data.BoardPlace) {
	if at := slices.Index(h.pockets, place); at >= 0 {
		h.pockets = slices.Delete(h.pockets, at, at+1)
	} else {
		h.pockets = append(h.pockets, place)
	}
	h.tell()
}

// tell says which pockets are chosen, and how to change that.
func (h *hanging) tell() {
	w, n := h.board.env.Words, h.proposal.Sheets.Count
	said := w.T("board.chosen.none", n)
	if len(h.pockets) > 0 {
		said = places(h.pockets, w.T("list.comma"))
	}
	rows := ui.Column(4, ui.Text(w.T("board.pockets"), ui.SizeSmall, ui.SecondInk()), ui.Flush(ui.Paragraph(said)))
	if len(h.pockets) > 0 && len(h.pockets) != n {
		rows.Add(h.board.note(w.T("board.chosen.other", len(h.pockets), n)))
	}
	rows.Add(h.board.note(w.T("board.chosen.how")))
	h.chosen.Objects = []fyne.CanvasObject{rows}
	h.chosen.Refresh()
}

// record records that it was hung.
func (h *hanging) record() {
	h.board.record(h.proposal.Item, data.Use{
		Channel: data.Board, On: data.Date(h.on.Date()), Place: h.place.Text, Pockets: h.pockets,
	}, h.photo)
}
