package enclosure

import (
	"context"
	"errors"
	"math"
	"strconv"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"gongkailan/reports/page"
)

const (
	// dpi is how fine a page is painted: A4 is then 1240 pixels wide, a little more than a panel of 1080.
	dpi = 150.0
	// mostPixels bounds the picture of a page: A3 in full, larger sheets coarser.
	mostPixels = 4_500_000.0

	mmPerPoint = mmPerInch / 72
)

// PDF paints the pages of a PDF file, each a picture that fills its sheet, with its annotations, filled-in fields and
// seals, as a reader sees them. It fails with data.ErrInvalid where the file is damaged, locked, too long or too heavy,
// and says what to do; with the context's error where that ends.
func (p *Press) PDF(ctx context.Context, name string, raw []byte) ([]page.Page, error) {
	if len(raw) > MostBytes {
		return nil, refused("large", name, strconv.Itoa(MostBytes>>20))
	}
	select {
	case p.turn <- struct{}{}:
		defer func() { <-p.turn }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	within, stop := context.WithCancel(ctx)
	defer stop()
	pool, err := p.sandbox(within)
	if err != nil {
		return nil, errors.Join(ctx.Err(), err)
	}
	defer pool.Close()
	painter, err := pool.GetInstanceWithContext(within)
	if err != nil {
		return nil, errors.Join(ctx.Err(), err)
	}
	timer := time.AfterFunc(p.limits.Page, stop)
	defer timer.Stop()
	j := &job{name: name, painter: painter, ends: time.AfterFunc(p.limits.All, stop), next: func() { timer.Reset(p.limits.Page) }}
	defer j.ends.Stop()
	pages, err := j.paint(raw)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case within.Err() != nil:
		return nil, refused("slow", name)
	}
	return pages, err
}

// job is one file on the press.
type job struct {
	name    string
	painter pdfium.Pdfium
	ends    *time.Timer
	next    func()                     // another page begins
	form    references.FPDF_FORMHANDLE // "" where the file has no fields
}

func (j *job) paint(raw []byte) ([]page.Page, error) {
	opened, err := j.painter.OpenDocument(&requests.OpenDocument{File: &raw})
	switch {
	case errors.Is(err, pdfiumerrors.ErrPassword), errors.Is(err, pdfiumerrors.ErrSecurity):
		return nil, refused("locked", j.name)
	case err != nil:
		return nil, refused("damaged", j.name)
	}
	count, err := j.painter.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
	switch {
	case err != nil || count.PageCount < 1:
		return nil, refused("damaged", j.name)
	case count.PageCount > MostPages:
		return nil, refused("pages", j.name, strconv.Itoa(MostPages))
	}
	if err := j.openForm(opened.Document); err != nil {
		return nil, refused("damaged", j.name)
	}
	pages := make([]page.Page, count.PageCount)
	for i := range pages {
		j.next()
		if pages[i], err = j.page(opened.Document, i); err != nil {
			return nil, err
		}
	}
	return pages, nil
}

// page paints one page.
func (j *job) page(doc references.FPDF_DOCUMENT, index int) (page.Page, error) {
	at := requests.Page{ByIndex: &requests.PageByIndex{Document: doc, Index: index}}
	size, err := j.painter.GetPageSize(&requests.GetPageSize{Page: at})
	if err != nil {
		return page.Page{}, refused("damaged", j.name)
	}
	width, height, ok := sheetOf(size.Width*mmPerPoint, size.Height*mmPerPoint)
	if !ok {
		return page.Page{}, refused("sheet", j.name, strconv.Itoa(index+1))
	}
	across, down := pixelsOf(width, height)
	picture, destroy, err := j.picture(at, across, down)
	if err != nil {
		return page.Page{}, refused("heavy", j.name, strconv.Itoa(index+1))
	}
	defer destroy()
	file, err := encoded(picture)
	if err != nil {
		return page.Page{}, err
	}
	return page.Page{
		Width: width, Height: height, Lines: []page.Line{},
		Figures: []page.Figure{{Width: width, Height: height, Image: file}},
	}, nil
}

// sheetOf gives the sheet of a page in mm. One that is smaller or larger than a sheet may be is enlarged or reduced whole;
// not ok is one that no scale makes fit, or that is no size at all.
func sheetOf(width, height float64) (w, h float64, ok bool) {
	short, long := min(width, height), max(width, height)
	if !(short > 0) || math.IsInf(long, 0) || long/short > mostSide/leastSide {
		return 0, 0, false
	}
	scale := min(max(1, leastSide/short), mostSide/long)
	if scale < 1 {
		scale = max(scale, leastSide/short)
	}
	clamp := func(v float64) float64 { return min(max(hundredths(v*scale), leastSide), mostSide) }
	return clamp(width), clamp(height), true
}

// pixelsOf gives how many pixels a sheet is painted in.
func pixelsOf(width, height float64) (across, down int) {
	perMM := min(dpi/mmPerInch, math.Sqrt(mostPixels/(width*height)))
	return max(1, int(math.Round(width*perMM))), max(1, int(math.Round(height*perMM)))
}

// hundredths rounds a length in mm: paper is not cut finer.
func hundredths(mm float64) float64 { return math.Round(mm*100) / 100 }
