// Package pdf paints laid-out pages into a PDF file with gofpdf.
//
// It places every character where the layout says and uses none of gofpdf's own line breaking, which loses a Chinese
// character at each break. Fonts go in as subsets. Characters above U+FFFF, which gofpdf cannot write, are painted as
// outlines over an invisible placeholder whose ActualText is the real character, so that search and copy find it.
// The same pages and day give the same bytes.
package pdf

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/jung-kurt/gofpdf"

	"gongkailan/data"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

// Write paints the document with the faces of the set. Made is the civil day inside the file. Sizes come from the pages.
func Write(w io.Writer, doc page.Document, set *face.Set, made time.Time) error {
	return WriteContext(context.Background(), w, doc, set, made, func(int, int) {})
}

// WriteContext does what Write does, tells after each page how many of all are painted, and stops with the context's
// error once that is cancelled. Nothing is written to w before the last page is painted.
func WriteContext(
	ctx context.Context, w io.Writer, doc page.Document, set *face.Set, made time.Time, progress func(done, total int),
) (err error) {
	// A font of the office's own may be damaged in a way that only shows when gofpdf cuts the subset out of it, and
	// gofpdf then panics. That must cost the file and not the program.
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("writing the PDF %q: %v", doc.Title, fault)
		}
	}()
	file := gofpdf.NewCustom(&gofpdf.InitType{
		UnitStr: "mm", Size: gofpdf.SizeType{Wd: page.SheetWidth, Ht: page.SheetHeight},
	})
	file.SetCatalogSort(true)
	file.SetCompression(false)      // pack does it
	day := data.DateOf(made).Time() // no clock time, so that two runs of a day give the same bytes
	file.SetCreationDate(day)
	file.SetModificationDate(day)
	file.SetTitle(withoutControls(doc.Title), true)
	file.SetProducer("公开栏", true)
	file.SetMargins(0, 0, 0)
	file.SetAutoPageBreak(false, 0)
	p := &painter{file: file, fonts: newFonts(set), drawn: map[shape]string{}}
	if err := p.fonts.add(file, doc); err != nil {
		return fmt.Errorf("writing the PDF %q: %w", doc.Title, err)
	}
	for i, sheet := range doc.Pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		file.AddPageFormat("", gofpdf.SizeType{Wd: sheet.Width, Ht: sheet.Height})
		p.height = sheet.Height
		for _, stroke := range sheet.Strokes {
			p.stroke(stroke)
		}
		for _, figure := range sheet.Figures {
			p.figure(figure)
		}
		for _, code := range sheet.Codes {
			p.code(code)
		}
		for _, line := range sheet.Lines {
			p.line(line)
		}
		progress(i+1, len(doc.Pages))
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := file.Output(packing{w, p.codes}); err != nil {
		return fmt.Errorf("writing the PDF %q: %w", doc.Title, err)
	}
	return nil
}
