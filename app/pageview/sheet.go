package pageview

import (
	"context"
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

// Picture is what a sheet shows: a part of a page in some colours. Key names page and part; two pictures of the same
// key, colours and size are the same, so that one is painted only once.
type Picture struct {
	Key     string
	Page    page.Page
	Part    Region
	Colours Colours
	// Leaf numbers the page in a document that is being written, from 1: an older state of the same leaf may be seen
	// until this one is painted. 0 allows none.
	Leaf int
}

// Sheet shows one page, or a part of one, as large as its place allows: white, with a hairline and the page's shadow.
// It takes no touches. Pictures are painted beside the main goroutine, and the pages next to it ahead of time.
type Sheet struct {
	widget.BaseWidget
	set           *face.Set
	loader, ahead *ui.Loader

	shown Picture
	next  []Picture
	// aheadOf is the picture whose neighbours were asked for last.
	aheadOf painted
	kept    *kept
	// steady and last: see Steady.
	steady bool
	last   painted

	rim   rim
	at    fyne.Position // of the paper, on the sheet's place
	paper fyne.Size
	bands []*band
}

// NewSheet makes a sheet without a page. It paints with the faces of the set, through the loader.
func NewSheet(set *face.Set, loader *ui.Loader) *Sheet {
	s := &Sheet{set: set, loader: loader, ahead: loader.Again(), kept: &kept{}, rim: newRim()}
	s.shown.Colours = Paper()
	s.rim.paint(s.shown.Colours.Edge)
	s.bands = []*band{newBand(s, 0)}
	s.ExtendBaseWidget(s)
	return s
}

// Steady has the picture shown before stay in sight until the one that follows is painted, whatever it is of, so that no
// bare paper flashes between two pages of the board. A sheet that is put empty forgets what was on it.
func (s *Sheet) Steady() *Sheet {
	s.steady = true
	return s
}

// Beside makes an empty sheet like this one, for a page that is shown beside its. What one of them has painted none
// paints again, and all together keep as much as one.
func (s *Sheet) Beside() *Sheet {
	other := NewSheet(s.set, s.loader.Again())
	other.kept, other.steady = s.kept, s.steady
	return other
}

// Put puts a picture on the sheet and gets those that may follow it ready, the likeliest first. A zero one is none.
func (s *Sheet) Put(p Picture, next ...Picture) {
	changed := p.Key != s.shown.Key || p.Colours != s.shown.Colours
	reshaped := p.Part != s.shown.Part
	s.shown, s.next = p, next
	if p.Key == "" {
		s.last = painted{}
	}
	if changed {
		s.rim.paint(p.Colours.Edge)
	}
	if reshaped {
		s.Refresh() // the sheet has another shape: lay it out again
	}
	if changed {
		for _, b := range s.bands {
			b.raster.Refresh()
		}
	}
}

// Shown gives the picture on the sheet.
func (s *Sheet) Shown() Picture { return s.shown }

// Place gives where on the sheet's widget the paper lies.
func (s *Sheet) Place() (fyne.Position, fyne.Size) { return s.at, s.paper }

// paintAhead paints the neighbours of what a band shows, where they have its shape and the page is one band: another
// shape will get another size, and a band of an enlarged page is painted before it is missed.
func (s *Sheet) paintAhead(b *band, w, h int) {
	now := b.wanted(s.shown, w, h)
	if len(s.bands) > 1 || s.aheadOf.isOf(now) {
		return
	}
	s.aheadOf = now
	var missing []Picture
	for _, p := range s.next {
		if p.Key != "" && p.Part == s.shown.Part && s.kept.find(b.wanted(p, w, h)) == nil {
			missing = append(missing, p)
		}
	}
	if len(missing) == 0 {
		return
	}
	set := s.set
	ui.Load(s.ahead, func(ctx context.Context) ([]*image.RGBA, error) {
		var done []*image.RGBA
		for _, p := range missing {
			if ctx.Err() != nil {
				return done, ctx.Err()
			}
			done = append(done, PaintRegion(p.Page, p.Part, p.Colours, set, w, h))
		}
		return done, nil
	}, func(done []*image.RGBA, _ error) {
		for i, picture := range done {
			finished := painted{key: missing[i].Key, leaf: missing[i].Leaf, colours: missing[i].Colours, region: missing[i].Part, w: w, h: h}
			if s.kept.find(finished) == nil {
				finished.image = picture
				s.kept.add(finished)
			}
		}
	})
}

// divide cuts the sheet into as many bands as its height asks for.
func (s *Sheet) divide(height float32) {
	count := max(1, int(math.Ceil(float64(height/bandHeight))))
	for len(s.bands) < count {
		s.bands = append(s.bands, newBand(s, len(s.bands)))
	}
	for _, dropped := range s.bands[count:] {
		dropped.loader.Stop()
	}
	s.bands = s.bands[:count]
}

// CreateRenderer lays the paper out in the middle of the sheet's place, in the shape of the shown part.
func (s *Sheet) CreateRenderer() fyne.WidgetRenderer { return &sheetRenderer{sheet: s} }

type sheetRenderer struct{ sheet *Sheet }

// Layout gives the paper its place.
func (r *sheetRenderer) Layout(size fyne.Size) {
	s := r.sheet
	paper := size
	if part := s.shown.Part; part.Width > 0 && part.Height > 0 {
		k := min(size.Width/float32(part.Width), size.Height/float32(part.Height))
		paper = fyne.NewSize(k*float32(part.Width), k*float32(part.Height))
	}
	at := fyne.NewPos((size.Width-paper.Width)/2, (size.Height-paper.Height)/2)
	s.divide(paper.Height)
	for i, b := range s.bands {
		top := float32(i) * bandHeight
		b.raster.Move(at.AddXY(0, top))
		height := paper.Height - top
		if i+1 < len(s.bands) {
			height = bandHeight
		}
		b.raster.Resize(fyne.NewSize(paper.Width, height))
	}
	s.at, s.paper = at, paper
	s.rim.lay(at, paper)
}

// MinSize asks for little: the place decides.
func (r *sheetRenderer) MinSize() fyne.Size { return fyne.NewSize(40, 40) }

// Refresh lays the paper out anew.
func (r *sheetRenderer) Refresh() {
	r.Layout(r.sheet.Size())
}

// Objects gives the picture and what is around it.
func (r *sheetRenderer) Objects() []fyne.CanvasObject {
	var pictures []fyne.CanvasObject
	for _, b := range r.sheet.bands {
		pictures = append(pictures, b.raster)
	}
	return r.sheet.rim.around(pictures)
}

// Destroy stops what is still being painted.
func (r *sheetRenderer) Destroy() {
	for _, b := range r.sheet.bands {
		b.loader.Stop()
	}
	r.sheet.ahead.Stop()
}
