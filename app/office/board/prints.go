package board

import (
	"context"
	"image"

	"fyne.io/fyne/v2/canvas"

	"gongkailan/app/boardpack"
	"gongkailan/app/office/screen"
	"gongkailan/app/pageview"
	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/reports/face"
)

// prints are small pictures of the pages that hang, painted one by one beside the main goroutine and kept.
type prints struct {
	loader  *ui.Loader
	notices *boardpack.Notices
	faces   *face.Set

	kept    map[leaf]image.Image
	wanted  []wantedPrint
	working bool
}

// leaf is a page of a version, from 1.
type leaf struct {
	version boardpack.Version
	page    int
}

type wantedPrint struct {
	leaf leaf
	item data.Item
	into *canvas.Image
}

// printWidth is how wide the pictures are painted, in pixels: twice as wide as most pockets are drawn, so that they are
// crisp on a screen of fine pixels too.
const printWidth = 180

// mostPrints bounds the pictures of a drawing; a pocket beyond that has number and state only.
const mostPrints = 300

func newPrints(env screen.Env, notices *boardpack.Notices) *prints {
	return &prints{loader: env.Loader.Again(), notices: notices, faces: env.Faces, kept: map[leaf]image.Image{}}
}

// begin forgets what was wanted for a drawing that is no longer shown.
func (p *prints) begin() { p.wanted = nil }

// put shows the page in the picture, now or as soon as it is painted.
func (p *prints) put(it data.Item, page int, into *canvas.Image) {
	l := leaf{boardpack.Of(it), page}
	if picture := p.kept[l]; picture != nil {
		into.Image = picture
		into.Refresh()
		return
	}
	if len(p.kept)+len(p.wanted) < mostPrints {
		p.wanted = append(p.wanted, wantedPrint{l, it, into})
	}
}

// paint paints what is wanted, one after the other.
func (p *prints) paint() {
	if p.working || len(p.wanted) == 0 {
		return
	}
	next := p.wanted[0]
	p.wanted = p.wanted[1:]
	p.working = true
	ui.Load(p.loader, func(ctx context.Context) (image.Image, error) {
		doc, err := p.notices.Lay(ctx, next.item)
		if err != nil || next.leaf.page > len(doc.Pages) {
			return nil, err
		}
		sheet := doc.Pages[next.leaf.page-1]
		return pageview.Paint(sheet, p.faces, printWidth, int(printWidth*sheet.Height/sheet.Width)), nil
	}, func(picture image.Image, err error) {
		p.working = false
		if err == nil && picture != nil { // without a picture the pocket still has number and state
			p.kept[next.leaf] = picture
			next.into.Image = picture
			next.into.Refresh()
		}
		p.paint()
	})
}

// stop ends the painting.
func (p *prints) stop() {
	p.wanted, p.working = nil, false
	p.loader.Stop()
}
