package reports

import (
	"context"
	"fmt"
	"strconv"

	"gongkailan/data"
	"gongkailan/reports/page"
)

// BoardPackInput is what the day's pack for the board is made from.
type BoardPackInput struct {
	Unit    data.Unit
	Changes data.BoardChanges
	// Notice lays a version out as it hangs.
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
		f.Paragraph("今日公开栏无变动。")
		return f.Document(boardPackTitle)
	}
	f.Space(underHead)
	t := packTable()
	for i, h := range c.Up {
		remark := ""
		if h.Awaits {
			remark = "（待公开，不迟于" + h.Item.From.Short() + "张贴）"
		}
		t.Rows = append(t.Rows, packRow(i, h.Item, h.Category, remark, up[i]))
	}
	packSection(f, "一、上墙", "张贴人签名", t, up)
	t = packTable()
	for i, l := range c.Down {
		t.Rows = append(t.Rows, packRow(i, l.Item, l.Category, "（"+removalTerm(l.Why)+"）", down[i]))
	}
	packSection(f, "二、下墙", "取下人签名", t, down)
	f.note("请按100%比例打印，不要选“适合页面”。上墙各件按公开栏的目录顺序排在本清单之后。")
	return f.Document(boardPackTitle)
}

// underHead is left free between a list's head and its first part, in mm.
const underHead = 3.0

// packTable is a table of the list without its rows. Its columns are the same in both tables, so that they stand under
// each other.
func packTable() page.Table {
	return page.Table{Columns: []page.Column{
		{Head: "序号", Width: 13, Align: page.Centred},
		{Head: "编号", Width: 25, Align: page.Centred},
		{Head: "标题", Width: 57},
		{Head: "类别", Width: 24, Align: page.Centred},
		{Head: "期限", Width: 34, Align: page.Centred},
		{Head: "页数", Width: 13, Align: page.Centred},
	}}
}

func packRow(i int, it data.Item, category data.Category, remark string, notice page.Document) []string {
	title := oneLine(it.Title)
	if remark != "" {
		title += "\n" + remark
	}
	return []string{
		strconv.Itoa(i + 1), it.Number, title, shortTitle(category), boardPeriod(it.Content), strconv.Itoa(len(notice.Pages)),
	}
}

// packSection sets one of the two tables, with how much it comes to and a line to sign on.
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
	f.Table(t)
	f.Space(4)
	f.Text(signer+"：＿＿＿＿＿＿＿＿＿＿　　日期：＿＿＿＿年＿＿月＿＿日", page.FangSong, signSize, page.Justified)
	f.Space(4)
}

// signSize is the size of a line to sign on, in pt: there must be room for a hand.
const signSize = 12

// boardPeriod words a period in two lines.
func boardPeriod(c data.Content) string {
	switch {
	case c.To == "":
		return c.From.Chinese() + "\n起长期公开"
	case c.To.Year() == c.From.Year():
		return c.From.Chinese() + "\n至" + c.To.Short()
	default:
		return c.From.Chinese() + "\n至" + c.To.Chinese()
	}
}

func removalTerm(r data.Removal) string {
	return map[data.Removal]string{data.Ended: "公开期满", data.TakenDown: "已撤下", data.Superseded: "已由新版代替"}[r]
}
