package reports

import (
	"io"
	"slices"

	"gongkailan/data"
	"gongkailan/reports/sheet"
)

// CatalogueBook writes the 公开目录 as a workbook (S1). What it writes, data/intake reads back as the same catalogue, so
// that a unit may hand its catalogue on or keep it in a file.
func CatalogueBook(w io.Writer, unit data.Unit, c data.Catalogue, offices []data.Office) error {
	const title = "党务公开目录"
	book := sheet.New(title, c.From.Time())
	s := book.Sheet(title, 6, 26, 16, 54, 18, 11, 15, 22)
	s.Title(unit.Name + title)
	from := ""
	if c.From != "" {
		from = "　　自" + c.From.Chinese() + "起施行"
	}
	s.Line("单位：" + unit.Name + from)
	s.Head("编码", "类别", "类别简称", "公开事项", "责任股室", "公开方式", "公开范围", "决定方式")
	for _, k := range c.Categories {
		empty := true
		for _, e := range c.Entries {
			if e.Category != k.Code {
				continue
			}
			empty = false
			s.Row(
				sheet.Centered(e.Code), sheet.Text(k.Title), sheet.Centered(k.Short), sheet.Text(e.Title), sheet.Centered(officeName(offices, e.OfficeID)),
				sheet.Centered(modeTerm(e.Mode)), sheet.Centered(audienceTerm(e.Audience)), sheet.Centered(decisionTerm(e.Decision)),
			)
		}
		if empty { // a category that nothing stands in yet comes back too
			s.Row(sheet.Centered(k.Code), sheet.Text(k.Title), sheet.Centered(k.Short), sheet.Text(""), sheet.Text(""), sheet.Text(""), sheet.Text(""), sheet.Text(""))
		}
	}
	return book.Write(w)
}

// byCategory gives the entries in the order of their categories, and within one in the catalogue's.
func byCategory(c data.Catalogue) []data.Entry {
	place := func(e data.Entry) int {
		return slices.IndexFunc(c.Categories, func(k data.Category) bool { return k.Code == e.Category })
	}
	return slices.SortedStableFunc(slices.Values(c.Entries), func(a, b data.Entry) int { return place(a) - place(b) })
}
