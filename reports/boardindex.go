package reports

import (
	"context"
	"fmt"
	"strconv"

	"gongkailan/data"
	"gongkailan/reports/page"
)

// boardIndexTitle is the name of the sheet that tells what hangs.
const boardIndexTitle = "公开栏公开事项索引"

// BoardIndex lays out the sheet that tells what hangs on the board, by category: number, title, when it went up, until
// when it hangs and on how many sheets. It can be cancelled, because every notice is laid out for its sheets to be
// counted.
func BoardIndex(ctx context.Context, in BoardInput, widths page.Widths, progress func(done, total int)) (page.Document, error) {
	notices, err := layNotices(ctx, in.items(), in.Notice, progress)
	if err != nil {
		return page.Document{}, err
	}
	return boardIndex(in, in.slots(notices), widths), nil
}

func boardIndex(in BoardInput, slots []slot, widths page.Widths) page.Document {
	f := newForm(widths, boardIndexTitle, "单位："+clean(in.Unit.Name), "截至"+in.Day.Chinese())
	f.Space(underHead)
	for i, s := range slots {
		name := page.Ordinal(i+1) + "、" + shortTitle(s.category)
		if len(s.items) == 0 {
			f.Paragraph(name)
			f.Paragraph("暂无公开事项。")
			continue
		}
		f.Paragraph(fmt.Sprintf("%s（%d件）", name, len(s.items)))
		f.Table(indexTable(s, in.Day))
		f.Space(2)
	}
	return f.Document(boardIndexTitle)
}

// indexTable is a category's table.
func indexTable(s slot, today data.Date) page.Table {
	t := page.Table{Columns: []page.Column{
		{Head: "编号", Width: 25, Align: page.Centred},
		{Head: "标题", Width: 78},
		{Head: "公开日期", Width: 25, Align: page.Centred},
		{Head: "至", Width: 25, Align: page.Centred},
		{Head: "页", Width: 13, Align: page.Centred},
	}}
	for i, it := range s.items {
		until := "长期"
		if it.To != "" {
			until = tableDate(it.To, today)
		}
		t.Rows = append(t.Rows, []string{
			it.Number, oneLine(it.Title), tableDate(it.PublishedOn(), today), until, strconv.Itoa(len(s.notices[i].Pages)),
		})
	}
	return t
}

// tableDate writes a date as tables do, with its year on a line of its own where that is not the sheet's.
func tableDate(d, today data.Date) string {
	if d.Year() == today.Year() {
		return d.Short()
	}
	return fmt.Sprintf("%d年\n%s", d.Year(), d.Short())
}
