package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"

	"github.com/jung-kurt/gofpdf"

	"gongkailan/reports/page"
)

// figure paints a picture. Each goes into the file once, however often it is shown.
func (p *painter) figure(f page.Figure) {
	sum := sha256.Sum256(f.Image)
	name := hex.EncodeToString(sum[:])
	options := gofpdf.ImageOptions{ImageType: "JPG"}
	if bytes.HasPrefix(f.Image, []byte("\x89PNG")) {
		options.ImageType = "PNG"
	}
	if p.file.GetImageInfo(name) == nil {
		p.file.RegisterImageOptionsReader(name, options, bytes.NewReader(f.Image))
	}
	p.file.ImageOptions(name, f.X, f.Y, f.Width, f.Height, false, options, 0, "")
}
