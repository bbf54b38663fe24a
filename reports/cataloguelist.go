package reports

import (
	"fmt"

	"gongkailan/data"
	"gongkailan/reports/page"
)

// CatalogueList lays the 公开目录 out for paper (S1): a table by category on sheets that lie on their long side, for its
// many columns, with the heads again on every sheet.
func CatalogueList(unit data.Unit, c data.Catalogue, offices []data.Office, widths page.Widths) page.Document {
	const name = "党务公开目录"
	owner := oneLine(unit.Name)
	s := page.NewSheetOf(page.FormatOf(page.Style{Lengthwise: true}), widths)
	s.Title(owner+name, owner)
	s.Space(2)
	s.Beside(fmt.Sprintf("共%d类%d项", len(c.Categories), len(c.Entries)), inForce(c), page.FangSong, formSize)
	s.Table(catalogueTable(c, offices))
	return s.Document(owner + name)
}

// inForce tells which edition of the catalogue it is and since when it holds.
func inForce(c data.Catalogue) string {
	var parts string
	if c.Version > 0 {
		parts = fmt.Sprintf("第%d版　", c.Version)
	}
	if c.From != "" {
		parts += "自" + c.From.Chinese() + "起施行"
	}
	return parts
}

// decisionWidth is the room of the ways of deciding, in mm: seven characters a line, the longest in two.
const decisionWidth = 34.0

func catalogueTable(c data.Catalogue, offices []data.Office) page.Table {
	t := page.Table{Columns: []page.Column{
		{Head: "编码", Align: page.Centred, Whole: true},
		{Head: "公开事项"},
		{Head: "责任股室", Align: page.Centred, Whole: true},
		{Head: "公开方式", Align: page.Centred, Whole: true},
		{Head: "公开范围", Align: page.Centred, Whole: true},
		{Head: "决定方式", Align: page.Centred, Width: decisionWidth},
	}}
	category, n := "", 0
	for _, e := range byCategory(c) {
		if e.Category != category || n == 0 {
			category = e.Category
			n++
			head, _ := c.Category(category)
			t.Rows = append(t.Rows, []string{page.Ordinal(n) + "、" + oneLine(head.Title)})
		}
		t.Rows = append(t.Rows, []string{
			e.Code, oneLine(e.Title), officeName(offices, e.OfficeID), modeTerm(e.Mode), audienceTerm(e.Audience), decisionTerm(e.Decision),
		})
	}
	return t
}
