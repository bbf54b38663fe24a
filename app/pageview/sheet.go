package pageview

import (
	"context"
	"image"
	"image/color"
	"slices"

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
}

// Sheet shows one page, or a part of one, as large as its place allows: white, with a hairline and the page's shadow.
// It takes no touches. Pictures are painted beside the main goroutine, and the next one ahead of time.
type Sheet struct {
	widget.BaseWidget
	set           *face.Set
	loader, ahead *ui.Loader

	shown, next Picture
	asked       painted // what is being painted
	cache       []painted
	generating  bool

	paper  *canvas.Rectangle
	raster *canvas.Raster
}

// painted is a finished picture and what it is of.
type painted struct {
	key     string
	colours Colours
	w, h    int
	image   *image.RGBA
}

func (p painted) isOf(q painted) bool {
	return p.key == q.key && p.colours == q.colours && p.w == q.w && p.h == q.h
}

// mostPainted is how many pictures a sheet keeps: this page, its neighbours, and one of the size before.
const mostPainted = 4

// NewSheet makes a sheet without a page. It paints with the faces of the set, through the loader.
func NewSheet(set *face.Set, loader *ui.Loader) *Sheet {
	s := &Sheet{set: set, loader: loader, ahead: loader.Again(), paper: canvas.NewRectangle(ui.White())}
	s.paper.StrokeColor, s.paper.StrokeWidth = ui.Hairline(), 1
	s.paper.Shadow = canvas.Shadow{Color: shadow(), BlurRadius: 18, Offset: fyne.NewPos(0, 4), Variant: canvas.DropShadow}
	s.raster = canvas.NewRaster(s.generate)
	s.ExtendBaseWidget(s)
	return s
}

// Put puts a picture on the sheet and gets the one that will follow it ready. A zero next is none.
func (s *Sheet) Put(p, next Picture) {
	changed := p.Key != s.shown.Key || p.Colours != s.shown.Colours
	reshaped := p.Part != s.shown.Part
	s.shown, s.next = p, next
	if changed {
		s.paper.FillColor, s.paper.StrokeColor = p.Colours.Paper, p.Colours.Edge
		s.paper.Refresh()
	}
	if reshaped {
		s.Refresh() // the sheet has another shape: lay it out again
	}
	if changed {
		s.raster.Refresh()
	}
}

// Shown gives the picture on the sheet.
func (s *Sheet) Shown() Picture { return s.shown }

// Place gives where on the sheet's widget the paper lies.
func (s *Sheet) Place() (fyne.Position, fyne.Size) { return s.raster.Position(), s.raster.Size() }

// generate gives Fyne the picture for w × h pixels of the screen: the finished one, or, until it is finished, an older
// one of the same page, or bare paper.
func (s *Sheet) generate(w, h int) image.Image {
	if s.shown.Key == "" {
		return bare(s.shown.Colours.Paper) // no page yet
	}
	wanted := painted{key: s.shown.Key, colours: s.shown.Colours, w: w, h: h}
	if found := s.find(wanted); found != nil {
		s.paintAhead(w, h)
		return found
	}
	if !s.asked.isOf(wanted) {
		s.asked = wanted
		s.generating = true
		s.paint(s.loader, s.shown, wanted)
		s.generating = false
		if found := s.find(wanted); found != nil {
			return found
		}
	}
	for _, p := range slices.Backward(s.cache) {
		if p.key == wanted.key && p.colours == wanted.colours {
			return p.image
		}
	}
	return bare(s.shown.Colours.Paper)
}

// bare is a picture of one pixel of paper; whoever shows it stretches it.
func bare(paper color.Color) image.Image {
	one := image.NewNRGBA(image.Rect(0, 0, 1, 1))
	if paper != nil {
		one.Set(0, 0, paper)
	}
	return one
}

func (s *Sheet) paintAhead(w, h int) {
	if s.next.Part != s.shown.Part || s.next.Key == "" {
		return // another shape will get another size
	}
	if next := (painted{key: s.next.Key, colours: s.next.Colours, w: w, h: h}); s.find(next) == nil {
		s.paint(s.ahead, s.next, next)
	}
}

// paint paints beside the main goroutine and keeps the result. The loader drops what has been overtaken.
func (s *Sheet) paint(loader *ui.Loader, p Picture, wanted painted) {
	set := s.set
	ui.Load(loader, func(ctx context.Context) (*image.RGBA, error) {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return PaintRegion(p.Page, p.Part, p.Colours, set, wanted.w, wanted.h), nil
	}, func(done *image.RGBA, err error) {
		if err != nil || s.find(wanted) != nil {
			return
		}
		wanted.image = done
		s.cache = append(s.cache, wanted)
		if len(s.cache) > mostPainted {
			s.cache = s.cache[1:]
		}
		if !s.generating && wanted.isOf(s.asked) {
			s.raster.Refresh()
		}
	})
}

func (s *Sheet) find(wanted painted) *image.RGBA {
	for i, p := range s.cache {
		if p.isOf(wanted) {
			return s.cache[i].image
		}
	}
	return nil
}

// CreateRenderer lays the paper out in the middle of the sheet's place, in the shape of the shown part.
func (s *Sheet) CreateRenderer() fyne.WidgetRenderer { return &sheetRenderer{sheet: s} }

type sheetRenderer struct{ sheet *Sheet }

// Layout gives the paper its place.
func (r *sheetRenderer) Layout(size fyne.Size) {
	part := r.sheet.shown.Part
	paper := size
	if part.Width > 0 && part.Height > 0 {
		k := min(size.Width/float32(part.Width), size.Height/float32(part.Height))
		paper = fyne.NewSize(k*float32(part.Width), k*float32(part.Height))
	}
	at := fyne.NewPos((size.Width-paper.Width)/2, (size.Height-paper.Height)/2)
	r.sheet.raster.Move(at)
	r.sheet.raster.Resize(paper)
	edge := r.sheet.paper.StrokeWidth // the edge lies around the picture
	r.sheet.paper.Move(at.SubtractXY(edge, edge))
	r.sheet.paper.Resize(paper.AddWidthHeight(2*edge, 2*edge))
}

// MinSize asks for little: the place decides.
func (r *sheetRenderer) MinSize() fyne.Size { return fyne.NewSize(40, 40) }

// Refresh lays the paper out anew.
func (r *sheetRenderer) Refresh() {
	r.Layout(r.sheet.Size())
	r.sheet.paper.Refresh()
}

// Objects gives paper and picture.
func (r *sheetRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.sheet.paper, r.sheet.raster}
}

// Destroy stops what is still being painted.
func (r *sheetRenderer) Destroy() {
	r.sheet.loader.Stop()
	r.sheet.ahead.Stop()
}
