// Package page lays documents out on paper: pages of positioned lines, and the Chinese line breaking that makes them.
//
// A document is laid out once; PDF, preview and lobby paint the same pages, so what is approved, what hangs and what
// the lobby shows agree line for line. The page is that of GB/T 9704-2012 as far as a program can meet it: A4, type
// area 156 × 225 mm, 22 lines of 28 characters. Everything is in millimetres from the top left of the sheet, sizes in
// points. The package imports nothing of ours; the widths of characters are passed in.
package page

// Face is the role of a typeface in an official document; which font plays it is decided elsewhere.
type Face string

const (
	FangSong  Face = "fangsong"     // 仿宋: body
	Song      Face = "song"         // 宋体: page numbers
	TitleSong Face = "xiaobiaosong" // 小标宋: titles
	Hei       Face = "hei"          // 黑体: 一、
	Kai       Face = "kai"          // 楷体: （一）
	Sans      Face = "sans"         // tables and forms
	SansBold  Face = "sansbold"     // heads of tables and forms
)

// Faces lists every role.
func Faces() []Face { return []Face{FangSong, Song, TitleSong, Hei, Kai, Sans, SansBold} }

// Widths tells how wide a character is in a face, in em of its size.
type Widths interface {
	Em(face Face, r rune) float64
}

// Measures of the page (GB/T 9704-2012, 5 and 7).
const (
	SheetWidth  = 210.0 // A4, mm
	SheetHeight = 297.0
	Left        = 28.0  // mm from the left edge to the type area
	Top         = 37.0  // mm from the top edge to the type area
	TypeWidth   = 156.0 // mm
	TypeHeight  = 225.0

	CharsPerLine = 28
	LinesPerPage = 22

	// Em is one character of the body in mm: 28 of them fill the type area. That is 15.75 pt, which is what 3号 must
	// be here; 16 pt would need 158 mm.
	Em = TypeWidth / CharsPerLine
	// Pitch is the distance of two baselines in mm: one character and seven eighths of one.
	Pitch = BodySize * pitchEm * MMPerPoint

	MMPerPoint = 25.4 / 72
	BodySize   = 15.75 // pt
	TitleSize  = 22.0  // 2号, pt
	NumberSize = 14.0  // 4号, pt, of the page number

	// rise is where the baseline lies under the top of a character, in em.
	rise = 0.88
	// indent is how far a paragraph's first line stands in, in em (GB/T 9704-2012, 7.3.3).
	indent = 2
)

// Line is one line of text at its place. At holds the distance of each rune of Text from X, in mm.
type Line struct {
	Text string    `json:"text"`
	X    float64   `json:"x_mm"`
	Y    float64   `json:"y_mm"` // of the baseline
	Size float64   `json:"size_pt"`
	Face Face      `json:"face"`
	At   []float64 `json:"at,omitempty"`
	Gray bool      `json:"gray,omitempty"` // painted in grey
	Red  bool      `json:"red,omitempty"`  // painted in red, as a stamp
	// Aside marks what stands on the sheet beside the document's own text: page numbers and remarks.
	Aside bool `json:"aside,omitempty"`
}

// Stroke is a straight line, for tables and forms: black, or red as a stamp's.
type Stroke struct {
	X1    float64 `json:"x1"`
	Y1    float64 `json:"y1"`
	X2    float64 `json:"x2"`
	Y2    float64 `json:"y2"`
	Width float64 `json:"w"` // mm
	Red   bool    `json:"red,omitempty"`
}

// Page is one side of a sheet.
type Page struct {
	Width   float64  `json:"width"`
	Height  float64  `json:"height"`
	Lines   []Line   `json:"lines"`
	Strokes []Stroke `json:"strokes,omitempty"`
	Codes   []Code   `json:"codes,omitempty"`
	Figures []Figure `json:"figures,omitempty"`
}

// Code is a QR code at its place, in mm, its quiet zone not counted. Rows are its modules from the top, '1' for a dark
// one and '0' for a light one.
type Code struct {
	X    float64  `json:"x"`
	Y    float64  `json:"y"`
	Side float64  `json:"side"`
	Rows []string `json:"rows"`
}

// Figure is a picture at its place, in mm: a JPEG or PNG file.
type Figure struct {
	X      float64 `json:"x"`
	Y      float64 `json:"y"`
	Width  float64 `json:"w"`
	Height float64 `json:"h"`
	Image  []byte  `json:"image"`
}

// Document is pages under a title; the title names the document in lists and in the file's properties.
type Document struct {
	Title string `json:"title"`
	Pages []Page `json:"pages"`
}

// GridY gives the baseline of a line of the grid, counted from 0, in mm.
func GridY(line int) float64 { return Top + rise*Em + float64(line)*Pitch }
