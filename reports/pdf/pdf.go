// Package pdf paints laid-out pages into a PDF file with gofpdf.
//
// It places every character where the layout says and uses none of gofpdf's own line breaking, which loses a Chinese
// character at each break. Fonts go in as subsets. Characters above U+FFFF, which gofpdf cannot write, are painted as
// outlines over an invisible placeholder whose ActualText is the real character, so that search and copy find it.
// The same pages and date give the same bytes.
package pdf

import (
	"bytes"
	"fmt"
	"io"
	"time"

	"github.com/jung-kurt/gofpdf"

	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

// Write paints the document with the faces of the set. Made is the date inside the file. Sizes come from the pages.
func Write(w io.Writer, doc page.Document, set *face.Set, made time.Time) (err error) {
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
	file.SetCompression(false) // pack does it
	file.SetCreationDate(made.UTC())
	file.SetModificationDate(made.UTC())
	file.SetTitle(withoutControls(doc.Title), true)
	file.SetProducer("公开栏", true)
	file.SetMargins(0, 0, 0)
	file.SetAutoPageBreak(false, 0)
	p := &painter{file: file, set: set, added: map[string]bool{}, drawn: map[shape]string{}}
	for _, sheet := range doc.Pages {
		file.AddPageFormat("", gofpdf.SizeType{Wd: sheet.Width, Ht: sheet.Height})
		p.height = sheet.Height
		for _, stroke := range sheet.Strokes {
			file.SetLineWidth(stroke.Width)
			file.Line(stroke.X1, stroke.Y1, stroke.X2, stroke.Y2)
		}
		for _, figure := range sheet.Figures {
			p.figure(figure)
		}
		for _, line := range sheet.Lines {
			p.line(line)
		}
	}
	var raw bytes.Buffer
	if err := file.Output(&raw); err != nil {
		return fmt.Errorf("writing the PDF %q: %w", doc.Title, err)
	}
	if err := pack(w, raw.Bytes()); err != nil {
		return fmt.Errorf("writing the PDF %q: %w", doc.Title, err)
	}
	return nil
}
