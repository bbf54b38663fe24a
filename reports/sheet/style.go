package sheet

import "github.com/xuri/excelize/v2"

// look is what a cell is for; it decides face, ground, frame and lock.
type look int

const (
	lookTitle    look = iota // the table's name, over its whole width
	lookLine                 // a line between title and table, or under the table
	lookHead                 // head of a column
	lookGroup                // a heading between rows
	lookText                 // wrapped text, from the left
	lookCentered             // wrapped text in the middle
	lookOpen                 // to be filled in: text
	lookPick                 // to be filled in: a choice or a name, in the middle
	lookDay                  // to be filled in: a date
)

// Faces that every office machine has; others stand in for them where they are missing.
const (
	songFace = "宋体"
	heiFace  = "黑体"
)

// Sizes in points.
const (
	titleSize = 18.0
	textSize  = 10.0
)

// openGround marks what is to be filled in: a yellow so light that it prints as paper.
const openGround = "FFF9DB"

// style gives the number of the look's style in this workbook.
func (b *Book) style(l look) int {
	if id, ok := b.styles[l]; ok {
		return id
	}
	id, err := b.file.NewStyle(styleOf(l))
	b.note(err)
	b.styles[l] = id
	return id
}

func styleOf(l look) *excelize.Style {
	s := &excelize.Style{
		Font:       &excelize.Font{Family: songFace, Size: textSize, Color: "1A1A1A"},
		Alignment:  &excelize.Alignment{Horizontal: "left", Vertical: "center", WrapText: true},
		Border:     frame(),
		Protection: &excelize.Protection{Locked: true},
	}
	s.Alignment.Indent = l.indent()
	switch l {
	case lookTitle:
		s.Font.Family, s.Font.Size, s.Border = heiFace, titleSize, nil
		s.Alignment.Horizontal = "center"
	case lookLine:
		s.Border = nil
	case lookHead:
		s.Font.Family = heiFace
		s.Alignment.Horizontal = "center"
		s.Fill = ground("E8E8E4")
	case lookGroup:
		s.Font.Family = heiFace
		s.Fill = ground("F5F5F2")
	case lookCentered:
		s.Alignment.Horizontal = "center"
	case lookOpen, lookPick, lookDay:
		s.Fill = ground(openGround)
		s.Protection.Locked = false
		if l != lookOpen {
			s.Alignment.Horizontal = "center"
		}
		if l == lookDay {
			format := "yyyy-mm-dd"
			s.CustomNumFmt = &format
		}
	}
	return s
}

// indent is how far text stands off the frame at its left, in the format's steps of about a digit and a half.
func (l look) indent() int {
	switch l {
	case lookText, lookOpen, lookGroup:
		return 1
	default:
		return 0
	}
}

func ground(color string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
}

func frame() []excelize.Border {
	var lines []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		lines = append(lines, excelize.Border{Type: side, Color: "8C8C88", Style: 1})
	}
	return lines
}
