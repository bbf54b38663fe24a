package sheet

import "github.com/xuri/excelize/v2"

// a4 is the format's number for A4 paper.
const a4 = 9

// Margins in inches: about 13 mm at the sides, and room for the page number at the foot.
const (
	sideMargin = 0.5
	topMargin  = 0.6
	footMargin = 0.7
	footAt     = 0.35
)

// page sets the sheet up for print and locks it. No password stands on it: the lock keeps from slips, and a sheet that
// nobody can open again would be worse than one that somebody changed. Rows may be made higher for a long finding.
func (s *Sheet) page() {
	file, yes := s.book.file, true
	size, landscape, wide, high := a4, "landscape", 1, 0
	side, top, foot, at := sideMargin, topMargin, footMargin, footAt
	s.book.note(file.SetPageLayout(s.name, &excelize.PageLayoutOptions{
		Size: &size, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &high,
	}))
	s.book.note(file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &yes}))
	s.book.note(file.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &top, Bottom: &foot, Footer: &at, Horizontally: &yes,
	}))
	s.book.note(file.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{OddFooter: "&C第 &P 页 共 &N 页"}))
	// Codes such as 1.10 are text; without this every one of them would carry a warning in its corner.
	s.book.note(file.AddIgnoredErrors(s.name, "A1:Z9999", excelize.IgnoredErrorsNumberStoredAsText))
	s.book.note(file.ProtectSheet(s.name, &excelize.SheetProtectionOptions{
		FormatColumns: true, FormatRows: true, SelectLockedCells: true, SelectUnlockedCells: true,
	}))
}
