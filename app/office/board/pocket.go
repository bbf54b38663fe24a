package board

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// state is what a pocket says of itself, in words and in a colour.
type state string

const (
	hangs    state = "hangs"    // 在期
	ends     state = "ends"     // 将到期
	stale    state = "stale"    // 应取下
	proposed state = "proposed" // 待张贴
	empty    state = "empty"    // 空
)

// soon is how many days before its last day a notice is about to end.
const soon = 3

func (s state) tone() ui.Tone {
	switch s {
	case hangs:
		return ui.Good
	case ends, proposed:
		return ui.Waiting
	case stale:
		return ui.Bad
	default:
		return ui.Plain
	}
}

// told is the state of a pocket and the two lines under it.
type told struct {
	state         state
	number, under string
	item          data.Item
}

// stateOf words a pocket.
func (b *Board) stateOf(p data.Pocket) told {
	w := b.env.Words
	switch {
	case p.Posting != nil && p.Posting.Why != "":
		return told{stale, p.Posting.Number, w.T("board.state.stale"), p.Posting.Item}
	case p.Posting != nil:
		s, left := b.left(p.Posting.Item)
		return told{s, p.Posting.Number, left, p.Posting.Item}
	case p.Proposal != nil:
		return told{proposed, p.Proposal.Item.Number, w.T("board.state.proposed"), p.Proposal.Item}
	default:
		return told{empty, p.Place.String(), w.T("board.state.empty"), data.Item{}}
	}
}

// left tells how many days are left of a period, neutrally.
func (b *Board) left(it data.Item) (state, string) {
	w := b.env.Words
	if it.To == "" {
		return hangs, w.T("board.left.long")
	}
	days := int(it.To.Time().Sub(b.today().Time()) / (24 * time.Hour))
	switch {
	case days <= 0:
		return ends, w.T("board.left.last")
	case days <= soon:
		return ends, w.T("board.left.days", days)
	default:
		return hangs, w.T("board.left.days", days)
	}
}

// layPocket draws a pocket with what is in it.
func (b *Board) layPocket(p data.Pocket, d *drawing) fyne.CanvasObject {
	t := b.stateOf(p)
	marked := b.open != nil && b.open.marks(p.Place)
	if marked && p.Posting == nil {
		t.under = b.env.Words.T("board.state.chosen")
	}
	ink, ground := t.state.tone().Colours()
	paper := canvas.NewRectangle(ui.White())
	paper.StrokeColor, paper.StrokeWidth, paper.CornerRadius = ui.Hairline(), 1, 2
	inside := container.NewStack(paper)
	switch t.state {
	case empty:
		paper.FillColor = ui.Ground()
		inside.Add(container.NewCenter(ui.Text(b.paper(p), ui.SizeSmall, ui.SecondInk())))
	case proposed:
		paper.FillColor, paper.StrokeColor = ground, ink
		inside.Add(container.NewCenter(ui.Text(p.Place.String(), ui.SizeSmall, ink)))
	case stale:
		paper.StrokeColor, paper.StrokeWidth = ink, 2
		fallthrough
	default:
		picture := canvas.NewImageFromImage(nil)
		picture.FillMode = canvas.ImageFillContain
		inside.Add(ui.Inset(2, picture))
		if p.Posting.Why != data.Unsound { // nobody knows what is in it
			b.prints.put(t.item, p.Page, picture)
		}
	}
	if marked {
		ring := canvas.NewRectangle(ui.Clear())
		ring.StrokeColor, ring.StrokeWidth, ring.CornerRadius = ui.Red(), 3, 3
		inside.Add(ring)
	}
	if p.Page > 1 && (t.state == hangs || t.state == ends) { // the days left are told under the first
		t.under = b.env.Words.T("board.page", p.Page)
	}
	number := ui.Text(t.number, captionSize, ui.Ink())
	number.Alignment = fyne.TextAlignCenter
	if t.state == empty {
		number.Color = ui.SecondInk()
	}
	under := ui.NewCutCentred(t.under, captionSize, ink)
	caption := ui.Column(-3, number, under)
	body := &fyne.Container{Layout: pocketLayout{d: d, place: p.Place, large: p.Large}, Objects: []fyne.CanvasObject{inside, caption}}
	return ui.NewPress(body, func() { b.pressed(p) })
}

// captionSize is the text under a pocket.
const captionSize float32 = 12

// paper names the size of a pocket where there are two.
func (b *Board) paper(p data.Pocket) string {
	switch {
	case len(b.shown.plan.Grid.Large) == 0:
		return ""
	case p.Large:
		return "A3"
	default:
		return "A4"
	}
}

// pocketLayout sets the paper of a pocket on the line of its row, and the words under it.
type pocketLayout struct {
	d     *drawing
	place data.BoardPlace
	large bool
}

func (pocketLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }

func (l pocketLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	room := size.SubtractWidthHeight(pocketGap, captionRoom+pocketGap)
	height := room.Height
	if !l.large {
		height /= l.d.rows[l.place.Row-1]
	}
	paper := fyne.NewSize(min(room.Width, height/paperRatio), height)
	objects[0].Resize(paper)
	objects[0].Move(fyne.NewPos((size.Width-paper.Width)/2, room.Height-paper.Height+pocketGap/2))
	objects[1].Resize(fyne.NewSize(size.Width, captionRoom))
	objects[1].Move(fyne.NewPos(0, room.Height+pocketGap/2+1))
}

// pressed opens what a pocket is about: what hangs there, or what may be hung there. While a place is being chosen it
// puts an empty pocket to the choice or takes it away.
func (b *Board) pressed(p data.Pocket) {
	if form, ok := b.open.(*hanging); ok && p.Posting == nil {
		form.toggle(p.Place)
		b.render()
		return
	}
	switch {
	case p.Posting != nil:
		b.put(b.newLook(*p.Posting))
	case p.Proposal != nil && b.mayHang(*p.Proposal):
		b.put(b.newHanging(*p.Proposal))
	case p.Proposal != nil:
		b.env.Go(itemRoute(p.Proposal.Item))
	default:
		b.put(nil)
	}
}

func places(list []data.BoardPlace, comma string) string {
	text := ""
	for i, p := range list {
		if i > 0 {
			text += comma
		}
		text += p.String()
	}
	return text
}
