package reports

import (
	"rsc.io/qr"

	"gongkailan/data"
	"gongkailan/reports/page"
)

// How the verification code stands on an A4 page, in mm and pt; other sheets have it larger or smaller in proportion.
const (
	codeSide   = 22.0 // of the QR code: a phone reads it from half a metre
	codeUnder  = 4.0  // from the type area to its top; the page number stands at the other side
	codeMargin = 5.0  // to the edge of the sheet, which printers leave white
	codeQuiet  = 4    // modules around it that stay white (ISO/IEC 18004, 5.3.8)
	codeBeside = 1.0  // from the quiet zone to the text
	codeSize   = 10.5 // 5号
	hintSize   = 9.0  // 小5号
	hintWidth  = 100.0
)

// CodeLine and a hint are what stands beside the QR code. The lobby's screen knows only what is public for the whole
// society, so that it is no help with other notices.
const (
	CodeLine = "核验码 "
	CodeHint = "扫码，或在大厅触摸屏“核验”中输入上面的数字"
	DeskHint = "扫码，或向本单位党务公开办公室核验上面的数字"
)

// verified puts the verification code of an approved item into the bottom margin of the first page, at the left. An
// item whose signature is not at hand gets none: a code that proves nothing would be worse.
func verified(doc page.Document, item data.Item, f page.Format, widths page.Widths) page.Document {
	seal, ok := data.SealOf(item)
	if !ok || len(doc.Pages) == 0 {
		return doc
	}
	rows, err := CodeOf(seal.Text())
	if err != nil {
		return doc // the text is far shorter than what a code holds
	}
	k := max(f.Width, f.Height) / page.SheetHeight
	y := f.Top + f.TypeHeight + codeUnder*k
	side := min(codeSide*k, f.Height-codeMargin*k-y)
	first := &doc.Pages[0]
	first.Codes = append(first.Codes, page.Code{X: f.Left, Y: y, Side: side, Rows: rows})
	x := f.Left + side*(1+codeQuiet/float64(len(rows))) + codeBeside*k
	top := y + side/3
	for _, text := range []page.Block{
		{Text: CodeLine + seal.Code, Face: page.FangSong, Size: codeSize * k, Width: hintWidth * k},
		{Text: hintFor(item.Audience), Face: page.FangSong, Size: hintSize * k, Width: hintWidth * k},
	} {
		lines, height := text.Lines(x, top, widths)
		for _, l := range lines {
			l.Aside = true
			first.Lines = append(first.Lines, l)
		}
		top += height
	}
	return doc
}

// hintFor says where a notice for an audience is verified.
func hintFor(audience data.Audience) string {
	if audience == data.Society {
		return CodeHint
	}
	return DeskHint
}

// CodeOf makes the QR code of a text, without its quiet zone: its rows from the top, '1' for a dark module. Level L gives the largest modules, and paper behind
// glass fails by size rather than by stains.
func CodeOf(text string) ([]string, error) {
	code, err := qr.Encode(text, qr.L)
	if err != nil {
		return nil, err
	}
	rows := make([]string, code.Size)
	row := make([]byte, code.Size)
	for y := range rows {
		for x := range row {
			row[x] = '0'
			if code.Black(x, y) {
				row[x] = '1'
			}
		}
		rows[y] = string(row)
	}
	return rows, nil
}
