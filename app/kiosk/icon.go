package kiosk

import (
	"fmt"
	"image"
	"image/color"

	"fyne.io/fyne/v2/canvas"
	"golang.org/x/image/vector"
)

// icon is a sign made of filled shapes in a square of 24 × 24.
type icon [][][2]float32

func bar(x, y, w, h float32) [][2]float32 {
	return [][2]float32{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}
}

func listIcon() icon  { return icon{bar(2, 3.5, 20, 2.6), bar(2, 10.7, 20, 2.6), bar(2, 17.9, 20, 2.6)} }
func pauseIcon() icon { return icon{bar(6, 4, 4, 16), bar(14, 4, 4, 16)} }
func playIcon() icon  { return icon{{{7, 3.5}, {20, 12}, {7, 20.5}}} }

func previousIcon() icon {
	return icon{{{14.4, 3}, {16.6, 5}, {9.8, 12}, {16.6, 19}, {14.4, 21}, {5.8, 12}}}
}

func nextIcon() icon {
	return icon{{{9.6, 3}, {7.4, 5}, {14.2, 12}, {7.4, 19}, {9.6, 21}, {18.2, 12}}}
}

// sign puts an icon into a square place. Those of the build before are used again: every picture that the window library
// has not seen yet holds up the whole frame.
func (e *easel) sign(place rect, i icon, ink color.Color) {
	key := fmt.Sprint(i, ink, place.w)
	used := e.signs[key]
	e.signs[key]++
	if used == len(e.screen.signs[key]) {
		e.screen.signs[key] = append(e.screen.signs[key], i.raster(ink))
	}
	e.at(place, e.screen.signs[key][used])
}

// raster draws the icon in an ink, as large as its place.
func (i icon) raster(ink color.Color) *canvas.Raster {
	return canvas.NewRaster(func(w, h int) image.Image {
		picture := image.NewRGBA(image.Rect(0, 0, w, h))
		k := float32(min(w, h)) / 24
		path := vector.NewRasterizer(w, h)
		for _, shape := range i {
			for n, p := range shape {
				if n == 0 {
					path.MoveTo(p[0]*k, p[1]*k)
				} else {
					path.LineTo(p[0]*k, p[1]*k)
				}
			}
			path.ClosePath()
		}
		path.Draw(picture, picture.Bounds(), image.NewUniform(ink), image.Point{})
		return picture
	})
}
