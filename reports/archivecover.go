package reports

import (
	"fmt"

	"gongkailan/data"
	"gongkailan/reports/page"
)

// archiveCover is the cover of a box of files (DA/T 22-2015): whose they are, of which year, kept how long, and which
// pieces the box holds.
func archiveCover() Template {
	return Template{
		Code: "archivecover",
		Fields: []Field{
			lineField("fonds_name"), lineField("content").or(), lineField("fonds"), numberField("year"),
			retentionField(), lineField("office").or(),
			numberField("first_piece"), numberField("last_piece"), numberField("box"),
		},
		agree: agreeArchiveCover,
		draw:  drawArchiveCover,
	}
}

// classOfDocuments is the 门类代码 of documents (文书), which is all that the year's disclosure is filed as.
const classOfDocuments = "WS"

// retentionField asks how long a file is kept, in the short words that DA/T 22-2015 allows beside the codes.
func retentionField() Field {
	var terms []string
	for _, r := range data.Retentions() {
		terms = append(terms, retentionTerm(r))
	}
	return choiceField("retention", terms...)
}

// retentionOf reads what was chosen.
func retentionOf(term string) data.Retention {
	for _, r := range data.Retentions() {
		if retentionTerm(r) == term {
			return r
		}
	}
	return ""
}

func agreeArchiveCover(v Values) error {
	if err := fromOne(v, "archivecover", "first_piece", "last_piece", "box"); err != nil {
		return err
	}
	first, last := pieceOf(v, "first_piece"), pieceOf(v, "last_piece")
	for _, n := range []data.FileNumber{first, last} {
		if err := n.Check(); err != nil {
			return err
		}
	}
	if last.Piece < first.Piece {
		return data.Refuse(data.ErrInvalid, "document.pieces", fourDigits(first.Piece), fourDigits(last.Piece))
	}
	return nil
}

// pieceOf composes the file number of the piece in the field. The cover tells no code of an office.
func pieceOf(v Values, key string) data.FileNumber {
	return data.FileNumber{
		Fonds: v.text("fonds"), Class: classOfDocuments, Year: numberIn(v, "year"), Retention: retentionOf(v.text("retention")),
		Office: v.text("office_code"), Piece: numberIn(v, key),
	}
}

func fourDigits(n int) string { return fmt.Sprintf("%04d", n) }

// Sizes of the cover, in pt and mm.
const (
	coverNameSize    = 26.0
	coverKindSize    = 42.0
	coverContentSize = 18.0
	coverSize        = 15.0
	coverLabel       = 34.0
	coverTop         = 20.0
	coverMiddle      = 30.0
	coverFoot        = 42.0
)

func drawArchiveCover(v Values, style page.Style, widths page.Widths) page.Document {
	format := page.FormatOf(page.Style{Paper: style.Paper}) // a box lies or stands, its cover is upright
	k := format.Em / page.Em
	format.Title = coverNameSize * k
	s := page.NewSheetOf(format, widths)
	s.Number(page.NumberNone)
	s.Space(coverTop * k)
	s.Title(v.text("fonds_name"))
	s.Space(coverMiddle * k)
	s.Text("文书档案", page.TitleSong, coverKindSize*k, page.Centred)
	if content := v.text("content"); content != "" {
		s.Space(coverMiddle * k / 4)
		s.Text(content, page.Kai, coverContentSize*k, page.Centred)
	}
	s.Space(coverFoot * k)
	half := format.TypeWidth / 2
	row := func(a, b, c, d string) {
		head := func(text string) page.Cell {
			return page.Cell{Text: text, Width: coverLabel * k, Face: page.Hei, Align: page.Centred}
		}
		s.Row(coverSize*k, 2, head(a), centred(b, half-coverLabel*k), head(c), centred(d, half-coverLabel*k))
	}
	row("全宗号", v.text("fonds"), "年　度", v.text("year"))
	row("机　构", v.text("office"), "保管期限", v.text("retention"))
	row("起止件号", fourDigits(pieceOf(v, "first_piece").Piece)+"—"+fourDigits(pieceOf(v, "last_piece").Piece), "盒　号", v.text("box"))
	return s.Document(fmt.Sprintf("%s%s年度文书档案第%s盒", v.text("fonds_name"), v.text("year"), v.text("box")))
}
