package items

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// reach is to whom the item is disclosed, and how. A channel that reaches beyond the audience is there to be seen and
// cannot be chosen (S7).
type reach struct {
	editor    *editor
	audience  *ui.Select
	audiences choices
	channels  *fyne.Container
	checks    map[data.Channel]*widget.Check
}

func newReach(e *editor) *reach {
	r := &reach{editor: e, audiences: choicesOf(e.page, "audience.", data.Audiences()), channels: container.NewStack()}
	r.audience = ui.NewSelect(r.audiences.names, func(string) {
		if e.filled {
			r.offer(r.chosen().DefaultChannels())
			e.changed()
			e.relaid()
		}
	})
	return r
}

func (r *reach) chosen() data.Audience { return data.Audience(r.audiences.code(r.audience.Selected)) }

func (r *reach) fill(c data.Content) {
	r.audience.SetSelected(r.audiences.name(string(c.Audience)))
	r.offer(c.Channels)
}

func (r *reach) into(c *data.Content) {
	c.Audience, c.Channels = r.chosen(), nil
	for _, channel := range data.Channels() {
		if check, ok := r.checks[channel]; ok && check.Checked {
			c.Channels = append(c.Channels, channel)
		}
	}
}

// offer shows every channel, with why some of them cannot be used. One that the draft holds although it is too wide stays
// ticked, so that it can be taken away.
func (r *reach) offer(chosen []data.Channel) {
	w := r.editor.page.env.Words
	audience := r.chosen()
	r.checks = map[data.Channel]*widget.Check{}
	var cells []fyne.CanvasObject
	var wide []string
	for _, channel := range data.Channels() {
		name := w.T("channel." + string(channel))
		if !audience.Allows(channel) {
			wide = append(wide, name)
			if !slices.Contains(chosen, channel) {
				cells = append(cells, r.refused(channel, name))
				continue
			}
		}
		check := widget.NewCheck(name, nil)
		check.Checked = slices.Contains(chosen, channel)
		check.OnChanged = func(bool) { r.editor.changed() }
		r.checks[channel] = check
		cells = append(cells, check)
	}
	column := ui.Column(4, ui.ColumnsIn(leftWidth-ui.NameWidth-cardRoom, 2, cells...))
	if len(wide) > 0 {
		column.Add(ui.Note(w.T("editor.wide", strings.Join(wide, w.T("list.comma")), w.T("audience."+string(audience))), false))
	}
	r.channels.Objects = []fyne.CanvasObject{column}
	r.channels.Refresh()
}

// refused is a channel that cannot be chosen; whoever presses it reads why.
func (r *reach) refused(channel data.Channel, name string) fyne.CanvasObject {
	box := canvas.NewRectangle(ui.RowLine())
	box.SetMinSize(fyne.NewSize(15, 15))
	box.CornerRadius = 3
	why := func() {
		r.editor.page.env.Refused(data.Refuse(data.ErrRefused, "item.channel", string(channel), string(r.chosen())))
	}
	return ui.NewPress(ui.Pad(7, 7, 8, 4, ui.Line(7, box, ui.Text(name, ui.SizeText, ui.SecondInk()))), why)
}

func (r *reach) said() (string, bool) {
	w := r.editor.page.env.Words
	var c data.Content
	r.into(&c)
	if len(c.Channels) == 0 {
		return w.T("audience."+string(c.Audience)) + " · " + w.T("editor.nochannel"), true
	}
	return w.T("audience."+string(c.Audience)) + " · " + channelNames(w, c.Channels), false
}
