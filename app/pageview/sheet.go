package pageview

import (
	"context"
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
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
	kept    kept

	under *shadow
	paper *canvas.Rectangle    // the place of the page with its edge; it is not drawn, the bands cover it
	edges [4]*canvas.Rectangle // above, below, left, right
	bands []*band
}

// NewSheet makes a sheet without a page. It paints with the faces of the set, through the loader.
func NewSheet(set *face.Set, loader *ui.Loader) *Sheet {
	s := &Sheet{set: set, loader: loader, ahead: loader.Again(), paper: canvas.NewRectangle(ui.White()), under: newShadow(shadowInk())}
	s.paper.StrokeColor, s.paper.StrokeWidth = ui.Hairline(), 1
	for i := range s.edges {
		s.edges[i] = canvas.NewRectangle(s.paper.StrokeColor)
	}
	s.bands = []*band{newBand(s, 0)}
	s.ExtendBaseWidget(s)
	return s
}

// Put puts a picture on the sheet and gets those that may follow it ready, the likeliest first. A zero one is none.
func (s *Sheet) Put(p Picture, next ...Picture) {
	changed := p.Key != s.shown.Key || p.Colours != s.shown.Colours
	reshaped := p.Part != s.shown.Part
	s.shown, s.next = p, next
	if changed {
		s.paper.FillColor, s.paper.StrokeColor = p.Colours.Paper, p.Colours.Edge
		for _, e := range s.edges {
			e.FillColor = p.Colours.Edge
			e.Refresh()
		}
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
func (s *Sheet) Place() (fyne.Position, fyne.Size) {
	edge := s.paper.StrokeWidth // the edge lies around the picture
	return s.paper.Position().AddXY(edge, edge), s.paper.Size().SubtractWidthHeight(2*edge, 2*edge)
}

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
	edge := s.paper.StrokeWidth
	s.paper.Move(at.SubtractXY(edge, edge))
	s.paper.Resize(paper.AddWidthHeight(2*edge, 2*edge))
	s.under.layout(s.paper.Position(), s.paper.Size())
	s.layEdges(s.paper.Position(), s.paper.Size(), edge)
}

// layEdges lays the page's edge around it, so wide. Four narrow areas cost nothing, one with an edge as large as the page
// takes a third of a frame where there is no graphics card.
func (s *Sheet) layEdges(at fyne.Position, size fyne.Size, wide float32) {
	for i, place := range [4][4]float32{
		{0, 0, size.Width, wide},
		{0, size.Height - wide, size.Width, wide},
		{0, wide, wide, size.Height - 2*wide},
		{size.Width - wide, wide, wide, size.Height - 2*wide},
	} {
		s.edges[i].Move(at.AddXY(place[0], place[1]))
		s.edges[i].Resize(fyne.NewSize(place[2], place[3]))
	}
}

// MinSize asks for little: the place decides.
func (r *sheetRenderer) MinSize() fyne.Size { return fyne.NewSize(40, 40) }

// Refresh lays the paper out anew.
func (r *sheetRenderer) Refresh() {
	r.Layout(r.sheet.Size())
	for _, e := range r.sheet.edges {
		e.Refresh()
	}
}

// Objects gives paper and picture.
func (r *sheetRenderer) Objects() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, strip := range r.sheet.under.strips {
		objects = append(objects, strip)
	}
	for _, e := range r.sheet.edges {
		objects = append(objects, e)
	}
	for _, b := range r.sheet.bands {
		objects = append(objects, b.raster)
	}
	return objects
}

// Destroy stops what is still being painted.
func (r *sheetRenderer) Destroy() {
	for _, b := range r.sheet.bands {
		b.loader.Stop()
	}
	r.sheet.ahead.Stop()
}
