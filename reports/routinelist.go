package reports

import (
	"fmt"
	"io"
	"strconv"

	"gongkailan/data"
	"gongkailan/reports/page"
	"gongkailan/reports/sheet"
)

// Routine is what a 例行公开清单 is made from (S11): the catalogue, what is up of it, and the day on which it is asked.
type Routine struct {
	Unit        data.Unit
	Today       data.Date
	Catalogue   data.Catalogue
	Offices     []data.Office
	Up          map[string][]data.Item                 // what is up today, by entry
	WorkingDays func(after, last data.Date) (days int) // counts the days by which something is overdue
}

const routineName = "党务公开例行公开清单"

// dueTerm says what an entry asks for next.
func dueTerm(d data.EntryDue) string {
	return map[data.DutyKind]string{
		data.DutyFirst: "尚未公开", data.DutyPrompt: "即时公开", data.DutyRenew: "半年更换", data.DutyQuarter: "季度核对",
		data.DutyReview: "到期复核", data.DutyStage: "下一阶段公开", data.DutySummary: "年终小结", data.DutyEnd: "到期撤下",
	}[d.Kind]
}

// rows are the list's cells: code, item, office, mode, how many are up, what is due, by when, and how late it is.
func (r Routine) rows() [][]string {
	var rows [][]string
	for _, e := range r.Catalogue.Routine(r.Up, r.Today) {
		day, late := "—", ""
		switch {
		case e.Due.On != "":
			day = e.Due.On.Chinese()
		case e.Due.Kind == data.DutyPrompt:
			day = "发生后2个工作日内"
		}
		if e.Due.Overdue(r.Today) {
			if n := r.WorkingDays(e.Due.On, r.Today); n > 0 {
				late = fmt.Sprintf("已超%d个工作日", n)
			}
		}
		rows = append(rows, []string{
			e.Entry.Code, oneLine(e.Entry.Title), officeName(r.Offices, e.Entry.OfficeID), modeTerm(e.Entry.Mode),
			strconv.Itoa(len(r.Up[e.Entry.Code])), dueTerm(e.Due), day, late,
		})
	}
	return rows
}

func routineHeads() []string {
	return []string{"编码", "公开事项", "责任股室", "公开方式", "公开中", "下次要做", "期限", "备注"}
}

// RoutineBook writes the 例行公开清单 as a workbook: what is due, by whom and by when, for every entry of the catalogue.
func RoutineBook(w io.Writer, r Routine) error {
	book := sheet.New(routineName, r.Today.Time())
	s := book.Sheet("例行公开清单", 6, 50, 18, 11, 8, 22, 17, 18)
	s.Title(r.Unit.Name + routineName)
	s.Line("制表日期：" + r.Today.Chinese())
	s.Head(routineHeads()...)
	for _, row := range r.rows() {
		cells := make([]sheet.Cell, len(row))
		for i, text := range row {
			cells[i] = sheet.Centered(text)
		}
		cells[1] = sheet.Text(row[1])
		s.Row(cells...)
	}
	return book.Write(w)
}

// RoutineList lays the 例行公开清单 out for paper, on sheets that lie on their long side.
func RoutineList(r Routine, widths page.Widths) page.Document {
	owner := oneLine(r.Unit.Name)
	s := page.NewSheetOf(page.FormatOf(page.Style{Lengthwise: true}), widths)
	s.Title(owner+routineName, owner)
	s.Space(2)
	s.Beside(fmt.Sprintf("共%d项", len(r.Catalogue.Entries)), "制表日期："+r.Today.Chinese(), page.FangSong, formSize)
	t := page.Table{Columns: make([]page.Column, len(routineHeads()))}
	for i, head := range routineHeads() {
		t.Columns[i] = page.Column{Head: head, Align: page.Centred, Whole: true}
	}
	t.Columns[1] = page.Column{Head: routineHeads()[1]}
	t.Columns[7].Whole, t.Columns[7].Width = false, lateWidth
	t.Rows = r.rows()
	s.Table(t)
	return s.Document(owner + routineName)
}

// lateWidth is the room of how late something is, in mm: five characters a line.
const lateWidth = 26.0
