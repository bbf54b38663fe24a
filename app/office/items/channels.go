package items

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// channelCard lists what channels did for the item, with date, place and evidence (S7), and takes a further one.
type channelCard struct {
	page  *Page
	place *fyne.Container

	channel         *ui.Select
	channels        choices
	on              *ui.DateField
	where, evidence *widget.Entry
	file            *fileField
}

// newChannelCard makes the card; nil where nothing was disclosed yet.
func (p *Page) channelCard() fyne.CanvasObject {
	if p.facts.item.PublishedOn() == "" && len(p.facts.uses) == 0 {
		return nil
	}
	c := &channelCard{page: p, place: container.NewStack()}
	var actions []fyne.CanvasObject
	if p.facts.mayRecord {
		actions = append(actions, ui.NewLink(p.env.Words.T("items.recorduse"), c.begin))
	}
	c.show(nil)
	return ui.Card(p.env.Words.T("items.uses"), ui.Line(14, actions...), c.place)
}

// toHang tells whether the version is up, is to hang on the board of paper, and is not recorded as hanging there, and
// this person may record it. Where the board's pockets are described the pocket is chosen on the board's own screen.
func (p *Page) toHang() bool {
	it := p.facts.item
	hangs := slices.ContainsFunc(p.facts.uses, func(u data.ItemUse) bool {
		return u.Channel == data.Board && u.Version == it.Version && u.Ended == nil
	})
	return it.StatusOn(data.DateOf(p.env.Now())) == data.Published && slices.Contains(it.Channels, data.Board) &&
		!hangs && !p.facts.boardDescribed && p.facts.mayRecord
}

// hung records with one press that the notice hangs on the board of paper since today.
func (p *Page) hung() {
	p.keepUse(data.Use{Channel: data.Board, On: data.DateOf(p.env.Now()), Place: p.env.Words.T("items.ourboard")})
}

func (c *channelCard) show(form fyne.CanvasObject) {
	p := c.page
	var rows []fyne.CanvasObject
	for _, u := range p.facts.uses {
		rows = append(rows, c.row(u))
	}
	if len(rows) == 0 && form == nil {
		rows = append(rows, ui.Flush(ui.Muted(p.env.Words.T("items.nouses"))))
	}
	if form != nil {
		rows = append(rows, form)
	}
	c.place.Objects = []fyne.CanvasObject{ui.Column(8, rows...)}
	c.place.Refresh()
	p.left.Refresh()
}

// row is one use: the channel, when and where, what shows it, and whether it has ended.
func (c *channelCard) row(u data.ItemUse) fyne.CanvasObject {
	w := c.page.env.Words
	place := u.Place
	for _, pocket := range u.Pockets {
		place += " " + pocket.String()
	}
	head := ui.Line(10, ui.Bold(w.T("channel."+string(u.Channel)), ui.SizeText, ui.Ink()),
		ui.Text(w.Date(u.On)+" · "+u.By, ui.SizeText, ui.SecondInk()))
	if u.Ended != nil {
		head.Add(ui.Badge(w.T("items.useended", w.ShortDate(u.Ended.On)), ui.Plain))
	}
	if u.File != nil {
		head.Add(ui.NewLink(w.T("items.seefile"), func() { c.page.openFile(*u.File) }))
	}
	text := place
	if u.Evidence != "" {
		text = w.T("items.useline", place, u.Evidence)
	}
	return ui.Column(0, head, ui.Pad(-4, -4, -7, -7, ui.Muted(text)))
}

// begin opens the form for a further use.
func (c *channelCard) begin() {
	p := c.page
	w := p.env.Words
	c.channels = choicesOf(p, "channel.", slices.DeleteFunc(slices.Clone(p.facts.item.Channels), func(ch data.Channel) bool {
		return ch == data.Lobby || ch == data.Board && p.facts.boardDescribed
	}))
	if len(c.channels.codes) == 0 {
		p.env.Notices.Refused(w.T("items.onboardonly"))
		return
	}
	c.channel = ui.NewSelect(c.channels.names, nil)
	c.channel.SetSelectedIndex(0)
	c.on, c.where, c.evidence, c.file = p.env.DateField(), widget.NewEntry(), widget.NewEntry(), newFileField(p)
	c.on.SetDate(string(data.DateOf(p.env.Now())))
	c.where.SetPlaceHolder(w.T("items.useplace.hint"))
	c.evidence.SetPlaceHolder(w.T("items.useevidence.hint"))
	c.show(ui.Column(7, ui.Hair(ui.RowLine()),
		ui.Columns(2, ui.Gap, ui.Named(w.T("items.usechannel"), c.channel), ui.Named(w.T("items.useon"), c.on)),
		ui.Named(w.T("items.useplace"), c.where), ui.Named(w.T("items.useevidence"), c.evidence),
		ui.Named(w.T("items.usefile"), c.file.object()),
		ui.Line(10, ui.NewButton(w.T("items.usesave"), c.record), ui.NewButton(w.T("items.close"), func() { c.show(nil) }))))
}

// record signs the use.
func (c *channelCard) record() {
	c.page.keepUse(data.Use{
		Channel: data.Channel(c.channels.code(c.channel.Selected)), On: data.Date(c.on.Date()), Place: c.where.Text,
		Evidence: c.evidence.Text, File: c.file.file,
	})
}

// keepUse signs a use of a channel and shows the item anew.
func (p *Page) keepUse(u data.Use) {
	seen := p.facts.item
	ui.Load(p.worker, func(ctx context.Context) (data.ItemUse, error) {
		return p.env.Session.RecordUse(ctx, seen, u)
	}, func(_ data.ItemUse, err error) {
		if err != nil {
			p.env.Refused(err)
			return
		}
		p.env.Notices.Done(p.env.Words.T("items.usesaved"))
		p.Load()
	})
}
