package kiosk

import (
	"math"
	"slices"

	"gongkailan/app/pageview"
	"gongkailan/reports/page"
)

const (
	coversSheet = 0.8  // of the sheet; a figure that takes so much is the page
	nearlyWhole = 0.85 // of the page; cutting off less than the rest makes nothing larger
	piecesShare = 0.12 // of a piece; it is on the next one too, so that no line is lost at the cut
)

// isPicture tells whether a page is one picture: a scan, or the page of a file that was drawn.
func isPicture(p page.Page) bool {
	return slices.ContainsFunc(p.Figures, func(f page.Figure) bool {
		return f.Width*f.Height >= coversSheet*p.Width*p.Height
	})
}

// pieces cuts a page that is a picture for large type: nobody knows where its lines are, so the pieces overlap. A page
// that is higher than the place is cut from top to bottom, one that is wider from left to right.
func pieces(p page.Page, proportion float64) []part {
	high, wide := p.Width/proportion, p.Height*proportion
	var cut []part
	switch {
	case high < nearlyWhole*p.Height:
		for _, at := range spread(p.Height, high) {
			cut = append(cut, part{p, pageview.Region{Y: at, Width: p.Width, Height: high}})
		}
	case wide < nearlyWhole*p.Width:
		for _, at := range spread(p.Width, wide) {
			cut = append(cut, part{p, pageview.Region{X: at, Width: wide, Height: p.Height}})
		}
	default:
		cut = []part{{p, pageview.Whole(p)}}
	}
	return cut
}

// spread gives where pieces of a length begin that cover the whole, each with a share of the one before.
func spread(whole, length float64) []float64 {
	n := max(2, int(math.Ceil((whole-length)/(length*(1-piecesShare))-1e-9))+1)
	at := make([]float64, n)
	for i := range at {
		at[i] = (whole - length) * float64(i) / float64(n-1)
	}
	return at
}
