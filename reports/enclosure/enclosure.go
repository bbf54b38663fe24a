// Package enclosure makes pages of the files that are attached to an item, so that the lobby shows them beside the notice.
//
// A PDF is painted page by page, a photo fills a sheet, and of a document of words the text is set anew, said so in its
// first line. Every file is hostile: a PDF is painted in a sandbox that sees nothing of the machine, with a limit to its
// memory and its time, and what cannot be shown whole is refused and not shown in part.
package enclosure

import (
	"bytes"

	"gongkailan/data"
	"gongkailan/reports/page"
	"gongkailan/reports/picture"
)

// Bounds of what is shown of one attachment.
const (
	MostPages = 60
	MostBytes = 64 << 20

	// The sides of a sheet, in mm: what the public file holds at all.
	leastSide = 50.0
	mostSide  = 1500.0
)

// Kind is what an attachment is, by its content and not by its name.
type Kind int

const (
	Other Kind = iota
	PDF
	Picture
)

// KindOf tells a PDF and a JPEG or PNG picture from all else.
func KindOf(raw []byte) Kind {
	switch {
	case bytes.Contains(raw[:min(len(raw), 1024)], []byte("%PDF-")):
		return PDF
	case bytes.HasPrefix(raw, []byte("\xFF\xD8\xFF")), bytes.HasPrefix(raw, []byte("\x89PNG\r\n")):
		return Picture
	}
	return Other
}

// margin is what is left white around a picture, in mm.
const margin = 12.0

// Photo sets a JPEG or PNG file in the middle of an A4 sheet, upright or lengthwise as the picture is, never larger than
// it is fine. Nothing of the file but its pixels gets on to the page. It fails with data.ErrInvalid and says why.
func Photo(name string, raw []byte) ([]page.Page, error) {
	image, err := picture.Prepare("附件", name, raw)
	if err != nil {
		return nil, err
	}
	width, height := page.SheetWidth, page.SheetHeight
	if image.Width > image.Height {
		width, height = height, width
	}
	w, h := float64(image.Width), float64(image.Height)
	scale := min((width-2*margin)/w, (height-2*margin)/h, mmPerInch/coarsestDPI)
	w, h = max(w*scale, leastFigure), max(h*scale, leastFigure)
	return []page.Page{{Width: width, Height: height, Lines: []page.Line{}, Figures: []page.Figure{{
		X: hundredths((width - w) / 2), Y: hundredths((height - h) / 2), Width: hundredths(w), Height: hundredths(h), Image: image.Bytes,
	}}}}, nil
}

const (
	mmPerInch = 25.4
	// coarsestDPI is how coarse a picture is set at most: the larger the pixels, the more they show.
	coarsestDPI = 72.0
	// leastFigure is the least side of a figure in the public file, in mm.
	leastFigure = 1.0
)

// refused is a refusal that names the attachment first.
func refused(code, name string, args ...string) error {
	return data.Refuse(data.ErrInvalid, "enclosure."+code, append([]string{name}, args...)...)
}
