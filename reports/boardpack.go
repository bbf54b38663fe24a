package reports

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"gongkailan/data"
	"gongkailan/reports/page"
)

// BoardPackInput is what the day's pack for the board is made from.
type BoardPackInput struct {
	Unit    data.Unit
	Changes data.BoardChanges
	LeftOut []string // numbers of what does not hold in its signatures and is not printed
	// Places tells in which pockets a version hangs or is to be hung; nil where the office has not described its board. It
	// is called once all notices are laid out.
	Places func(data.Item) []data.BoardPlace
	// Notice lays a version out as it hangs. It is called on several goroutines at a time.
	Notice func(data.Item) (page.Document, error)
}

// boardPackTitle is the name of the list on top of a day's pack.
const boardPackTitle = "公开栏张贴清单"

// BoardPack lays out all that changes on the board on a day: the list of what is hung and what is taken off, with a line
// for who did it, and behind it the notices to be hung, in the order of the board. After each notice it tells how many
// of all are laid out; it stops with the context's error once that is cancelled. A day without a change gives a list
// that says so.
func BoardPack(ctx context.Context, in BoardPackInput, widths page.Widths, progress func(done, total int)) (page.Document, error) {
	var items []data.Item
	for _, h := range in.Changes.Up {
		items = append(items, h.Item)
	}
	for _, l := range in.Changes.Down { // laid out only to tell how many sheets come off
		items = append(items, l.Item)
	}
	notices, err := layNotices(ctx, items, in.Notice, progress)
	if err != nil {
		return page.Document{}, err
	}
	up, down := notices[:len(in.Changes.Up)], notices[len(in.Changes.Up):]
	cover := packCover(in, up, down, widths)
	return collated(boardPackTitle+" "+in.Changes.Day.Chinese(), append([]page.Document{cover}, up...)...), nil
}

// packCover is the list on top of the pack.
func packCover(in BoardPackInput, up, down []page.Document, widths page.Widths) page.Document {
	c := in.Changes
	f := newForm(widths, boardPackTitle, "单位："+clean(in.Unit.Name), c.Day.Chinese())
	if len(c.Up)+len(c.Down) == 0 {
		f.Blank(1)
		if len(in.LeftOut) == 0 {
			f.Paragraph("今日公开栏无变动。")
		}
		leftOut(f, in.LeftOut)
		return f.Document(boardPackTitle)
	}
	f.Space(underHead)
	t := packTable(in.Places != nil)
	for i, h := range c.Up {
		remark := ""
		if h.Awaits {
			remark = "（待公开，不迟于" + h.Item.From.Short() + "张贴）"
		}
		t.Rows = append(t.Rows, in.row(i, h.Item, h.Category, remark, up[i]))
	}
	packSection(f, "一、上墙", "张贴人签名", t, up)
	t = packTable(in.Places != nil)
	for i, l := range c.Down {
		t.Rows = append(t.Rows, in.row(i, l.Item, l.Category, "（"+removalTerm(l.Why)+"）", down[i]))
	}
	packSection(f, "二、下墙", "取下人签名", t, down)
	leftOut(f, in.LeftOut)
	f.Text("请按100%比例打印，不要选“适合页面”。上墙各件按公开栏的目录顺序排在本清单之后。", page.FangSong, formSize, page.Justified)
	return f.Document(boardPackTitle)
}

// underHead is left free between a list's head and its first part, in mm.
const underHead = 3.0

// packTable is a table of the list without its rows, with a column for pockets where they are known. Its columns are the
// same in both tables, so that they stand under each other.
func packTable(places bool) page.Table {
	t := page.Table{Columns: []page.Column{
		{Head: "序号", Width: 13, Align: page.Centred},
		{Head: "编号", Width: 25, Align: page.Centred},
		{Head: "标题", Width: 63},
		{Head: "类别", Width: 24, Align: page.Centred},
		{Head: "期限", Width: 28, Align: page.Centred},
		{Head: "页数", Width: 13, Align: page.Centred},
	}}
	if places {
		const width = 15
		t.Columns[2].Width -= width
		t.Columns = append(t.Columns, page.Column{Head: "位置", Width: width, Align: page.Centred})
	}
	return t
}

func (in BoardPackInput) row(i int, it data.Item, category data.Category, remark string, notice page.Document) []string {
	title := oneLine(it.Title)
	if remark != "" {
		title += "\n" + remark
	}
	row := []string{
		strconv.Itoa(i + 1), it.Number, title, shortTitle(category), boardPeriod(it.Content, in.Changes.Day), strconv.Itoa(len(notice.Pages)),
	}
	if in.Places != nil {
		row = append(row, pocketNames(in.Places(it)))
	}
	return row
}

// mostPockets is how many pockets a row of the list names one by one.
const mostPockets = 3

// pocketNames names the pockets, one under the other; of many, the first and the last.
func pocketNames(places []data.BoardPlace) string {
	switch n := len(places); {
	case n == 0:
		return "—"
	case n > mostPockets:
		return places[0].String() + "\n至" + places[n-1].String()
	}
	names := make([]string, len(places))
	for i, p := range places {
		names[i] = p.String()
	}
	return strings.Join(names, "\n")
}

// leftOut names what is not printed, so that nobody takes the list for complete.
func leftOut(f form, numbers []string) {
	if len(numbers) > 0 {
		f.Paragraph("未列入：" + strings.Join(numbers, "、") + "。签名核验不符，查明之前不得张贴。")
	}
}

// packSection sets one of the two tables. Its last row tells how much it comes to, and has room for the name and the date
// of who did it; so a signature never stands on another page than what is signed.
func packSection(f form, name, signer string, t page.Table, notices []page.Document) {
	if len(t.Rows) == 0 {
		f.Paragraph(name)
		f.Paragraph("无。")
		return
	}
	sheets := 0
	for _, doc := range notices {
		sheets += len(doc.Pages)
	}
	f.Paragraph(fmt.Sprintf("%s（%d件，共%d页）", name, len(t.Rows), sheets))
	t.Sum = []string{"合计", fmt.Sprintf("%d件", len(t.Rows)), signer + "：\n　\n　", "", "　　月　　日", strconv.Itoa(sheets)}
	if len(t.Columns) > len(t.Sum) {
		t.Sum = append(t.Sum, "")
	}
	f.Table(t)
	f.Space(4)
}

// boardPeriod words a period, the first day and the last under each other.
func boardPeriod(c data.Content, today data.Date) string {
	if c.To == "" {
		return tableDate(c.From, today) + "\n起长期公开"
	}
	return tableDate(c.From, today) + "\n至" + tableDate(c.To, today)
}

func removalTerm(r data.Removal) string {
	return map[data.Removal]string{data.Ended: "公开期满", data.TakenDown: "已撤下", data.Superseded: "已由新版代替"}[r]
}
