package page

// Image is a picture that is ready for paper: a JPEG or PNG file and its size in pixels.
type Image struct {
	Bytes         []byte
	Width, Height int
}

const (
	// figureDPI is how fine a small picture is set: fewer pixels to the inch would show.
	figureDPI = 150
	// captionSize is the size of the line under a figure, in pt.
	captionSize = 12
	// figureGap is what is left free over and under a figure, in mm.
	figureGap = 2.5
)

// Figure sets a picture in the middle of the type area, scaled down where it is larger than that, with a caption under
// it that never leaves it.
func (s *Sheet) Figure(image Image, caption string) {
	f := s.format
	b := Block{Text: caption, Face: Kai, Size: captionSize * f.Em / Em, Width: f.TypeWidth, Align: Centred}
	lines, under := b.Lines(f.Left, 0, s.widths)
	if caption == "" {
		lines, under = nil, 0
	}
	room := s.roomFor(&rows{}) - under - 2*figureGap
	scale := min(f.TypeWidth/float64(image.Width), room/float64(image.Height), 25.4/figureDPI)
	width, height := round(scale*float64(image.Width)), round(scale*float64(image.Height))
	s.add(slab{
		height:  height + under + 2*figureGap,
		figures: []Figure{{X: round(f.Left + (f.TypeWidth-width)/2), Y: figureGap, Width: width, Height: height, Image: image.Bytes}},
		lines:   raised(lines, -figureGap-height-0.5),
	})
}
