// Package help is the desk's own book: a list of contents at the left, and at the right one page for each task, in short
// sentences and with pictures of the screens.
//
// The pages are files under assets/help, one for each task and language; the shortcuts are read from the menu and so are
// always true. The help opens beside the rail, and in the whole window while nobody is signed in.
package help

import (
	"bytes"
	"image/png"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/assets"
)

// Key is what a shortcut does, and its keys.
type Key struct{ Does, Keys string }

// Options is what the help is opened with.
type Options struct {
	Words    words.Words
	Topic    string // the page that is shown; the first where there is none of that name
	Keys     []Key
	Database string
	Crash    string // the record of how the program ended last time, "" where it ended well
	Open     func(topic string)
	Back     func() // where the person came from
}

// Help is the open book.
type Help struct {
	opt   Options
	pages []page
	at    int
	root  fyne.CanvasObject
}

// New opens the book at a page.
func New(opt Options) *Help {
	h := &Help{opt: opt, pages: pagesOf(opt.Words.Language)}
	for i, p := range h.pages {
		if p.topic == opt.Topic {
			h.at = i
		}
	}
	h.root = h.build()
	return h
}

// Object shows the book.
func (h *Help) Object() fyne.CanvasObject { return h.root }

// Load does nothing: the pages are part of the program.
func (h *Help) Load() {}

// Leave does nothing: nothing is under way.
func (h *Help) Leave() {}

// Topic is the page that is open.
func (h *Help) Topic() string { return h.pages[h.at].topic }

func (h *Help) build() fyne.CanvasObject {
	w := h.opt.Words
	head := ui.Pad(18, ui.Gap, 22, 22, ui.Frame(nil, nil, ui.Bold(w.T("help.contents"), ui.SizeTitle, ui.Ink()),
		ui.NewButton(w.T("help.back"), h.opt.Back), ui.Space(1, 34)))
	items := make([]fyne.CanvasObject, len(h.pages))
	for i, p := range h.pages {
		item := ui.NewContentsItem(p.title, func() { h.opt.Open(p.topic) })
		item.SetSelected(i == h.at)
		items[i] = item
	}
	contents := ui.Panel(ui.Inset(8, container.NewVScroll(ui.Column(0, items...))))
	sheet := ui.Panel(ui.Inset(1, container.NewVScroll(ui.Pad(16, 20, 26, 30, h.body()))))
	return ui.Frame(head, nil, nil, nil, ui.Pad(0, 18, 22, 22,
		ui.Frame(nil, nil, ui.Pad(0, 0, 0, ui.Gap, contents), nil, sheet)))
}

// body is the page that is open, and the ways to the pages beside it.
func (h *Help) body() fyne.CanvasObject {
	p := h.pages[h.at]
	rows := []fyne.CanvasObject{ui.Bold(p.title, ui.SizeTitle, ui.Ink())}
	for _, b := range p.blocks {
		if object := h.block(b); object != nil {
			rows = append(rows, object)
		}
	}
	switch p.topic {
	case "keys":
		rows = append(rows, h.keys())
	case "about":
		rows = append(rows, h.about()...)
	}
	return ui.Column(8, append(rows, ui.Space(1, 4), h.turn())...)
}

// turn leads to the page before and the page after.
func (h *Help) turn() fyne.CanvasObject {
	var links []fyne.CanvasObject
	if h.at > 0 {
		before := h.pages[h.at-1]
		links = append(links, ui.NewLink(h.opt.Words.T("help.before", before.title), func() { h.opt.Open(before.topic) }))
	}
	if h.at < len(h.pages)-1 {
		next := h.pages[h.at+1]
		links = append(links, ui.NewLink(h.opt.Words.T("help.next", next.title), func() { h.opt.Open(next.topic) }))
	}
	return ui.Line(28, links...)
}

func (h *Help) block(b block) fyne.CanvasObject {
	switch b.kind {
	case heading:
		return ui.Pad(8, 0, 0, 0, ui.Bold(b.text, ui.SizeCard, ui.Ink()))
	case step:
		return ui.Frame(nil, nil, ui.Pad(1, 0, 0, 0, container.NewStack(ui.Space(30, 1), ui.Column(0, ui.Bold(b.mark, ui.SizeText, ui.Red())))), nil, h.prose(b.text))
	case picture:
		return h.picture(b)
	default:
		return h.prose(b.text)
	}
}

// prose is a paragraph.
func (h *Help) prose(text string) fyne.CanvasObject {
	label := ui.Paragraph(text)
	if h.opt.Words.Language == words.English {
		label.Wrapping = fyne.TextWrapWord
	}
	return ui.Flush(label)
}

// picture shows a screen with a line around it; nothing where there is no picture of that name.
func (h *Help) picture(b block) fyne.CanvasObject {
	var raw []byte
	for _, name := range strings.Split(b.text, "|") {
		if raw == nil {
			raw = assets.Picture(h.opt.Words.Language, name)
		}
	}
	known, err := png.DecodeConfig(bytes.NewReader(raw))
	if err != nil || known.Height == 0 { // none, or none that can be shown: the words say it all
		return nil
	}
	shown := canvas.NewImageFromReader(bytes.NewReader(raw), b.text)
	shown.FillMode, shown.ScaleMode = canvas.ImageFillStretch, canvas.ImageScaleSmooth
	edge := canvas.NewRectangle(ui.Clear())
	edge.StrokeColor, edge.StrokeWidth = ui.Hairline(), 1
	frame := &fyne.Container{Layout: pictureLayout{float32(known.Width) / float32(known.Height)}, Objects: []fyne.CanvasObject{shown, edge}}
	return ui.Column(3, frame, ui.Text(b.mark, ui.SizeSmall, ui.SecondInk()))
}

// pictureHeight is how high a picture stands on a page that is wide enough for it.
const pictureHeight float32 = 400

// pictureLayout keeps a picture's proportions, width by height, at the left of the page, and makes it smaller where the
// page is narrow.
type pictureLayout struct{ proportion float32 }

func (pictureLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, pictureHeight) }

func (l pictureLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width, pictureHeight*l.proportion)
	for _, object := range objects {
		object.Resize(fyne.NewSize(width, width/l.proportion))
		object.Move(fyne.NewPos(0, 0))
	}
}

// keys lists the shortcuts of the menu in two columns.
func (h *Help) keys() fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, k := range h.opt.Keys {
		rows = append(rows, ui.Line(0, container.NewStack(ui.Space(130, 24), ui.Bold(k.Keys, ui.SizeText, ui.Ink())),
			ui.Text(k.Does, ui.SizeText, ui.Ink())))
	}
	return ui.Columns(2, 4, rows...)
}

// about says where the database lies and, where the program ended badly, the record of it.
func (h *Help) about() []fyne.CanvasObject {
	rows := []fyne.CanvasObject{h.prose(h.opt.Words.T("help.database", h.opt.Database))}
	if h.opt.Crash != "" {
		rows = append(rows, h.prose(h.opt.Words.T("crash.note", h.opt.Crash)))
	}
	return rows
}
