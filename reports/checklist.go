package reports

import (
	"io"
	"strconv"
	"strings"

	"gongkailan/data"
	"gongkailan/reports/sheet"
)

// ChecklistInput is what an inspection checklist is made from.
type ChecklistInput struct {
	Unit      data.Unit
	On        data.Date // the day as of which the desk's facts are told
	Catalogue data.Catalogue
	Offices   []data.Office
	Items     []data.Item // every item in every version that is to be told of, with its steps
	// WorkingDays counts the working days after the first date up to and including the last.
	WorkingDays func(after, last data.Date) int
	Clocks      data.Clocks // within how many working days the unit publishes what has been approved (S9)
}

// checklistForm names the form, so that a filled-in workbook can be told from any other when it comes back.
const checklistForm = "GKL-JC-1"

// checklistTitle is the name of the first sheet and the heading on it.
const checklistTitle = "党务公开监督检查表"

// Checklist writes the workbook with which 纪检监察 inspects on another machine (S19): the points to check under the six
// heads, each with what the desk knows about it, then the catalogue and the items as grounds. Only the inspector's
// cells are open. It names offices, never persons: what somebody did is told as the act and its date.
func Checklist(w io.Writer, in ChecklistInput) error {
	book := sheet.New(checklistTitle, in.On.Time())
	checkSheet(book, in)
	compareSheet(book, in)
	groundsSheet(book, in)
	return book.Write(w)
}

// identification is the line by which a workbook tells what it is, whose and of which day.
func identification(form string, unit data.Unit, on data.Date) string {
	return "表式：" + form + "　　单位：" + unit.Name + "　　数据日期：" + on.Chinese()
}

// verdicts are what an inspector may find.
func verdicts() []string { return []string{"符合", "基本符合", "不符合", "不适用"} }

// The columns of the first sheet that are filled in, counted from 1.
const (
	columnVerdict  = 5
	columnOffice   = 8
	columnDeadline = 9
	columnChecked  = 11
)

func checkSheet(book *sheet.Book, in ChecklistInput) {
	s := book.Sheet(checklistTitle, 5, 10, 31, 44, 10, 20, 20, 13, 11, 9, 11)
	s.Title(checklistTitle)
	s.Line(identification(checklistForm, in.Unit, in.On))
	s.Line("说明：黄色单元格由检查人填写，其余内容由系统根据登记和签名记录生成，不能修改；系统依据供检查时核对，结论由检查人作出。")
	s.Head("序号", "检查内容", "检查要点", "系统依据", "检查结果", "发现的问题", "整改要求", "责任股室", "整改期限", "检查人", "检查日期")
	s.LeastLines(3)
	first, number := s.Rows()+1, 0
	for _, head := range sixHeads(factsOf(in)) {
		for _, point := range head.points {
			number++
			// Every row carries its head, so that it can be read wherever a page ends and when it comes back alone.
			s.Row(
				sheet.Count(number), sheet.Centered(head.title), sheet.Text(point.asks), sheet.Text(point.evidence),
				sheet.Pick(), sheet.Open(), sheet.Open(), sheet.Pick(), sheet.Day(), sheet.Pick(), sheet.Day(),
			)
		}
	}
	last := s.Rows()
	s.DropList(columnVerdict, first, last, "检查结果", verdicts())
	s.DropList(columnOffice, first, last, "责任股室", officeNames(in.Offices))
	s.Days(columnDeadline, first, last, "整改期限")
	s.Days(columnChecked, first, last, "检查日期")
	s.Line("\n检查组（签字）：" + strings.Repeat("　", 24) + "被检查单位（盖章）：" + strings.Repeat("　", 24) + "年　　月　　日")
}

func officeNames(offices []data.Office) []string {
	names := make([]string, len(offices))
	for i, o := range offices {
		names[i] = o.Name
	}
	return names
}

// compareSheet sets every entry of the catalogue beside what has been disclosed of it.
func compareSheet(book *sheet.Book, in ChecklistInput) {
	s := book.Sheet("目录对照", 6, 29, 52, 15, 10, 14, 26, 11, 13)
	s.Title("目录对照")
	s.Line(identification(checklistForm, in.Unit, in.On))
	s.Head("编码", "类别", "公开事项", "责任股室", "公开方式", "公开范围", "决定方式", "公开中件数", "最近公开日期")
	f := factsOf(in)
	for _, e := range byCategory(in.Catalogue) {
		category, _ := in.Catalogue.Category(e.Category)
		s.Row(
			sheet.Centered(e.Code), sheet.Text(category.Title), sheet.Text(e.Title), sheet.Centered(officeName(in.Offices, e.OfficeID)),
			sheet.Centered(modeTerm(e.Mode)), sheet.Centered(audienceTerm(e.Audience)), sheet.Centered(decisionTerm(e.Decision)),
			sheet.Count(f.upOf[e.Code]), sheet.Centered(dayTerm(f.latestOf[e.Code])),
		)
	}
}

// groundsSheet lists the items with the days of their acts: what the evidence of the first sheet was counted from.
func groundsSheet(book *sheet.Book, in ChecklistInput) {
	s := book.Sheet("事项依据", 11, 38, 8, 15, 13, 11, 11, 11, 11, 11, 11, 17, 19)
	s.Title("事项依据")
	s.Line(identification(checklistForm, in.Unit, in.On))
	s.Head("编号", "题目", "目录项", "责任股室", "状态", "提出", "审核", "审批", "党组研究", "上级审核", "公开", "公开期", "签名状态")
	for _, it := range in.Items {
		s.Row(
			sheet.Centered(numberLines(it)), sheet.Text(it.Title), sheet.Centered(codeOf(it)), sheet.Centered(officeName(in.Offices, it.OfficeID)),
			sheet.Centered(statusTerm(it.StatusOn(in.On))),
			actDay(it, data.ActPropose), actDay(it, data.ActCheck), actDay(it, data.ActApprove),
			actDay(it, data.ActDecide), actDay(it, data.ActSuperior), actDay(it, data.ActPublish),
			sheet.Centered(spanTerm(it.Content)), sheet.Text(sealSummary(it, in.On)),
		)
	}
	if len(in.Items) == 0 {
		s.Group("尚无公开事项。")
	}
}

// numberOf gives an item's number, and its version from the second on.
func numberOf(it data.Item) string {
	if it.Version > 1 {
		return it.Number + "（第" + strconv.Itoa(it.Version) + "版）"
	}
	return it.Number
}

// numberLines is the same in two short lines.
func numberLines(it data.Item) string {
	return strings.TrimSuffix(strings.Replace(numberOf(it), "（", "\n", 1), "）")
}

func codeOf(it data.Item) string {
	if it.EntryCode == "" {
		return "目录外"
	}
	return it.EntryCode
}

func actDay(it data.Item, act data.Act) sheet.Cell {
	step, ok := it.Step(act)
	if !ok {
		return sheet.Centered("—")
	}
	return sheet.Centered(dayTerm(dayOf(step)))
}

// dayOf is the day of an act: of the meeting or the superior's answer where that is what the step records.
func dayOf(step data.Step) data.Date {
	switch {
	case step.Act == data.ActDecide && step.Meeting != nil && step.Meeting.On != "":
		return step.Meeting.On
	case step.Act == data.ActSuperior && step.Ruling != nil && step.Ruling.On != "":
		return step.Ruling.On
	default:
		return data.DateOf(step.At)
	}
}

func dayTerm(d data.Date) string {
	if d == "" {
		return "—"
	}
	return string(d)
}

// spanTerm writes a period in two short lines; a 长期 item has none but the day of its review.
func spanTerm(c data.Content) string {
	switch {
	case c.From == "":
		return "—"
	case c.To == "" && c.Review != "":
		return string(c.From) + "起长期\n" + string(c.Review) + "复核"
	case c.To == "":
		return string(c.From) + "起长期"
	default:
		return string(c.From) + "至\n" + string(c.To)
	}
}
