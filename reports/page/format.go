package page

import "math"

// Format is a sheet of paper with the grid on it. All lengths are in mm, sizes of characters in pt.
type Format struct {
	Width, Height         float64 // of the sheet
	Left, Top             float64 // from its edges to the type area
	TypeWidth, TypeHeight float64
	Chars, Lines          int     // of the grid
	Em, Pitch             float64 // of the body: a character, and from baseline to baseline
	Body, Title, Number   float64 // sizes of the body, the title and the page number
}

// Paper is a size of sheet.
type Paper int

const (
	PaperA4 Paper = iota
	PaperA3
)

// Style is what a document may be set in besides the standard's own A4 page.
type Style struct {
	Paper      Paper
	Lengthwise bool
	Large      bool // the edition for the elderly, in 20 pt
}

// Styles lists every style, the standard's own page first.
func Styles() []Style {
	var list []Style
	for _, paper := range []Paper{PaperA4, PaperA3} {
		for _, lengthwise := range []bool{false, true} {
			for _, large := range []bool{false, true} {
				list = append(list, Style{Paper: paper, Lengthwise: lengthwise, Large: large})
			}
		}
	}
	return list
}

// Sizes of the large-type edition, in pt; text in 20 pt is read from arm's length without glasses.
const (
	LargeSize       = 20.0
	largeTitleSize  = 28.0
	largeNumberSize = 18.0
)

// a3Scale is how much longer an A3 sheet is than an A4 one: what hangs in A3 is the A4 page enlarged, line for line.
const a3Scale = 420.0 / 297

// A4 is the page of GB/T 9704-2012.
func A4() Format { return FormatOf(Style{}) }

// FormatOf gives the sheet of a style. The type area of GB/T 9704-2012 turns with the sheet and grows with it; as many
// characters stand on a line as fit, and lines stand one character and seven eighths apart.
func FormatOf(style Style) Format {
	f := Format{
		Width: SheetWidth, Height: SheetHeight, Left: Left, Top: Top, TypeWidth: TypeWidth, TypeHeight: TypeHeight,
		Body: BodySize, Title: TitleSize, Number: NumberSize,
	}
	if style.Lengthwise { // the sheet is turned to the left: its top margin comes to lie at the left
		f.Width, f.Height, f.Left, f.Top = f.Height, f.Width, f.Top, f.Left
		f.TypeWidth, f.TypeHeight = f.TypeHeight, f.TypeWidth
	}
	if style.Large {
		f.Body, f.Title, f.Number = LargeSize, largeTitleSize, largeNumberSize
	}
	f.Chars = int(f.TypeWidth / (f.Body * MMPerPoint))
	f.Em = f.TypeWidth / float64(f.Chars)
	f.Pitch = f.Body * pitchEm * MMPerPoint
	f.Lines = 1 + int((f.TypeHeight-f.Em)/f.Pitch)
	if style.Paper == PaperA3 {
		f = f.enlarged(a3Scale)
	}
	return f
}

// pitchEm is from baseline to baseline: one character and seven eighths of one.
const pitchEm = 1.875

func (f Format) enlarged(k float64) Format {
	for _, v := range []*float64{
		&f.Width, &f.Height, &f.Left, &f.Top, &f.TypeWidth, &f.TypeHeight, &f.Em, &f.Pitch, &f.Body, &f.Title, &f.Number,
	} {
		*v *= k
	}
	f.Width, f.Height = math.Round(f.Width), math.Round(f.Height)
	return f
}

// line gives the baseline of a line of the grid, counted from 0, in mm from the top of the sheet.
func (f Format) line(n int) float64 { return f.Top + rise*f.Em + float64(n)*f.Pitch }
