package pageview

import (
	"image"
	"math"
	"slices"

	"golang.org/x/image/draw"
)

// painted is a finished picture and what it is of: a region of a page in some colours, of w × h pixels.
type painted struct {
	key     string
	leaf    int
	colours Colours
	region  Region
	w, h    int
	image   *image.RGBA
}

func (p painted) isOf(q painted) bool {
	return p.key == q.key && p.colours == q.colours && p.region == q.region && p.w == q.w && p.h == q.h
}

const (
	// mostKept bounds the finished pictures of a sheet, in bytes: some twenty pages as a desk shows them, two or three
	// greatly enlarged. A document of any length stays within it.
	mostKept = 64 << 20
	// leastKept pictures stay whatever their size, or two bands side by side would drive each other out for ever.
	leastKept = 2
)

// kept holds finished pictures; those used last stay longest.
type kept struct {
	pictures []painted // the one used last at the end
	bytes    int
}

// find gives the picture that is wanted, nil where it is not painted yet or no longer kept.
func (k *kept) find(wanted painted) *image.RGBA {
	for i, p := range k.pictures {
		if p.isOf(wanted) {
			k.pictures = append(slices.Delete(k.pictures, i, i+1), p)
			return p.image
		}
	}
	return nil
}

// add keeps a picture and lets go of those that were not used for longest.
func (k *kept) add(p painted) {
	k.pictures = append(k.pictures, p)
	k.bytes += len(p.image.Pix)
	for k.bytes > mostKept && len(k.pictures) > leastKept {
		k.bytes -= len(k.pictures[0].image.Pix)
		k.pictures = slices.Delete(k.pictures, 0, 1)
	}
}

// standIn gives what may be shown until the wanted picture is painted: the same page at another size, else an older
// state of it, so that the page never flashes white while somebody types. It gives nil where there is neither.
func (k *kept) standIn(wanted painted) image.Image {
	for _, p := range slices.Backward(k.pictures) {
		if p.key == wanted.key && p.colours == wanted.colours && p.covers(wanted.region) {
			return p.crop(wanted.region)
		}
	}
	for _, p := range slices.Backward(k.pictures) {
		if wanted.leaf > 0 && p.leaf == wanted.leaf && p.colours == wanted.colours && p.covers(wanted.region) {
			return p.crop(wanted.region)
		}
	}
	return nil
}

// covers tells whether the picture shows all of a region.
func (p painted) covers(part Region) bool {
	const slack = 0.5 // mm
	return part.X >= p.region.X-slack && part.X+part.Width <= p.region.X+p.region.Width+slack &&
		part.Y >= p.region.Y-slack && part.Y+part.Height <= p.region.Y+p.region.Height+slack
}

// crop gives the part of the picture that shows a region.
func (p painted) crop(part Region) image.Image {
	x, y := float64(p.w)/p.region.Width, float64(p.h)/p.region.Height
	at := func(v float64) int { return int(math.Round(v)) }
	box := image.Rect(
		at((part.X-p.region.X)*x), at((part.Y-p.region.Y)*y),
		at((part.X+part.Width-p.region.X)*x), at((part.Y+part.Height-p.region.Y)*y),
	)
	return p.image.SubImage(box)
}

// seen remembers what a steady sheet of one band shows.
func (s *Sheet) seen(what painted, picture *image.RGBA) {
	if s.steady && len(s.bands) == 1 {
		s.last = what
		s.last.image = picture
	}
}

// before gives the picture shown before the one that is wanted, in its shape; nil where there is none.
func (s *Sheet) before(wanted painted) image.Image {
	old := s.last
	if old.image == nil || len(s.bands) != 1 || wanted.w <= 0 || wanted.h <= 0 {
		return nil
	}
	if old.w != wanted.w || old.h != wanted.h {
		fitted := image.NewRGBA(image.Rect(0, 0, wanted.w, wanted.h))
		draw.Draw(fitted, fitted.Bounds(), image.NewUniform(old.colours.Paper), image.Point{}, draw.Src)
		k := min(float64(wanted.w)/float64(old.w), float64(wanted.h)/float64(old.h))
		w, h := int(k*float64(old.w)), int(k*float64(old.h))
		at := image.Rect(0, 0, w, h).Add(image.Pt((wanted.w-w)/2, (wanted.h-h)/2))
		draw.ApproxBiLinear.Scale(fitted, at, old.image, old.image.Bounds(), draw.Src, nil)
		s.last.w, s.last.h, s.last.image = wanted.w, wanted.h, fitted
	}
	return s.last.image
}
