package pageview

import (
	"context"
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"gongkailan/app/ui"
)

// bandHeight is how high a band is, in device-independent pixels. A page seen whole is one band; a greatly enlarged one
// is several, of which only those in sight are painted: A4 at 400 % would be 57 MB in one piece, and more than some
// graphics cards take.
const bandHeight float32 = 1280

// band shows a piece of the sheet's picture from edge to edge.
type band struct {
	sheet  *Sheet
	index  int
	loader *ui.Loader
	raster *canvas.Raster

	asked      painted // what is being painted
	generating bool
}

func newBand(s *Sheet, index int) *band {
	b := &band{sheet: s, index: index, loader: s.loader.Again()}
	b.raster = canvas.NewRaster(b.generate)
	b.raster.ScaleMode = canvas.ImageScalePixels
	return b
}

// generate gives Fyne the picture for w × h pixels of the screen: the finished one, or, until it is finished, what may
// stand in for it, or bare paper.
func (b *band) generate(w, h int) image.Image {
	s := b.sheet
	if s.shown.Key == "" {
		return bare(s.shown.Colours.Paper) // no page yet
	}
	wanted := b.wanted(s.shown, w, h)
	if found := s.kept.find(wanted); found != nil {
		s.seen(wanted, found)
		s.paintAhead(b, w, h)
		return found
	}
	if !b.asked.isOf(wanted) {
		b.asked = wanted
		b.generating = true
		b.paint(s.shown, wanted)
		b.generating = false
		if found := s.kept.find(wanted); found != nil {
			s.seen(wanted, found)
			return found
		}
	}
	if old := s.kept.standIn(wanted); old != nil {
		return old
	}
	if old := s.before(wanted); old != nil {
		return old
	}
	return bare(s.shown.Colours.Paper)
}

// wanted tells what the band shows of a picture. All bands are painted at one scale, that of the width, and begin at a
// whole pixel, so that no line of text breaks where two of them meet.
func (b *band) wanted(p Picture, w, h int) painted {
	region := p.Part
	if len(b.sheet.bands) > 1 && w > 0 {
		perMM := float64(w) / p.Part.Width
		top := float64(b.index) * math.Round(float64(bandHeight)*b.sheet.pixels(w))
		region.Y += top / perMM
		region.Height = min(float64(h)/perMM, p.Part.Y+p.Part.Height-region.Y)
	}
	return painted{key: p.Key, leaf: p.Leaf, colours: p.Colours, region: region, w: w, h: h}
}

// paint paints beside the main goroutine and keeps the result. The loader drops what has been overtaken.
func (b *band) paint(p Picture, wanted painted) {
	s := b.sheet
	set := s.set
	ui.Load(b.loader, func(ctx context.Context) (*image.RGBA, error) {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return PaintRegion(p.Page, wanted.region, wanted.colours, set, wanted.w, wanted.h), nil
	}, func(done *image.RGBA, err error) {
		b.asked = painted{} // it may have to be painted again when it is no longer kept
		if err != nil {
			return
		}
		if s.kept.find(wanted) == nil {
			wanted.image = done
			s.kept.add(wanted)
		}
		if !b.generating {
			b.raster.Refresh()
		}
	})
}

// bare is a picture of one pixel of paper; whoever shows it stretches it.
func bare(paper color.Color) image.Image {
	one := image.NewNRGBA(image.Rect(0, 0, 1, 1))
	if paper != nil {
		one.Set(0, 0, paper)
	}
	return one
}

// pixels gives how many pixels of the screen one device-independent pixel is, for a sheet that is w of them wide.
func (s *Sheet) pixels(w int) float64 {
	if holder := fyne.CurrentApp().Driver().CanvasForObject(s); holder != nil && holder.Scale() > 0 {
		return float64(holder.Scale())
	}
	_, size := s.Place()
	return float64(w) / float64(max(1, size.Width))
}
