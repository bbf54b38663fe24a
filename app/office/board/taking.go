package board

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// taking is the form for 已取下, and for a record that was made in error: on which day, a note, and a photo.
type taking struct {
	board   *Board
	posting data.Posting
	on      *ui.DateField
	note    *widget.Entry
	photo   *photo
	content fyne.CanvasObject
}

// newTaking opens the form. Note is what is proposed as the reason; with one, the record was made in error.
func (b *Board) newTaking(p data.Posting, note string) *taking {
	w := b.env.Words
	t := &taking{board: b, posting: p, on: b.env.DateField(), note: widget.NewMultiLineEntry(), photo: b.newPhoto()}
	t.on.SetDate(string(b.today()))
	t.note.SetText(note)
	t.note.SetMinRowsVisible(2)
	t.note.Wrapping = fyne.TextWrapBreak
	rows := ui.Column(10, ui.Flush(ui.Paragraph(p.Item.Title)), b.note(w.T("board.since", w.Date(p.On), p.By, b.where(p.Use))))
	button := w.T("board.down")
	switch {
	case note != "":
		rows.Add(b.note(w.T("board.wrong.how")))
		button = w.T("board.wrong.end")
	case p.Why == "":
		rows.Add(ui.Flush(ui.Wrong(w.T("board.early"))))
	}
	rows.Add(ui.Field(w.T("board.off"), t.on))
	rows.Add(ui.Field(w.T("board.note"), t.note))
	rows.Add(t.photo.object)
	rows.Add(ui.Line(8, ui.NewButton(button, t.record), ui.NewButton(w.T("board.cancel"), func() { b.put(nil) })))
	t.content = rows
	return t
}

func (t *taking) object() fyne.CanvasObject {
	return t.board.closable(t.board.env.Words.T("board.taking", t.posting.Number), t.content)
}

func (t *taking) renewed(f facts) opened {
	p, ok := f.posting(t.posting.ID)
	if !ok {
		return nil
	}
	t.posting = p
	return t
}

func (t *taking) marks(place data.BoardPlace) bool { return marks(t.posting.Pockets, place) }

// record records that it was taken down.
func (t *taking) record() {
	t.board.end(t.posting, data.UseEnd{On: data.Date(t.on.Date()), Note: t.note.Text}, t.photo)
}
