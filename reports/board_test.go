package reports

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
	"gongkailan/reports/pdf"
)

const boardDay = data.Date("2026-03-05")

// hangs is a notice on the board under a category.
func hangs(number, title string, category data.Category) data.Hanging {
	it := sample()
	it.Number, it.Title = number, title
	return data.Hanging{Item: it, Category: category}
}

func noticeOf(it data.Item) (page.Document, error) {
	return Notice(NoticeInput{Item: it, WorkingDays: 5, Approved: true}, face.Embedded())
}

func quiet(int, int) {}

func boardCategories() []data.Category {
	return []data.Category{{Code: "1", Title: "决议决定及执行情况", Short: "决议决定及执行"}, {Code: "2", Title: "思想政治建设情况", Short: "思想政治建设"}}
}

func packed(up []data.Hanging, down ...data.Leaving) BoardPackInput {
	return BoardPackInput{
		Unit:    data.Unit{Name: "云岭县食品药品监督管理局"},
		Changes: data.BoardChanges{Day: boardDay, Up: up, Down: down}, Notice: noticeOf,
	}
}

// linesOf gives what a reader sees on the pages.
func linesOf(doc page.Document) string {
	var all []string
	for _, p := range doc.Pages {
		for _, l := range p.Lines {
			all = append(all, l.Text)
		}
	}
	return strings.Join(all, "")
}

func TestTheListNamesThePocketsOfADescribedBoard(t *testing.T) {
	c := boardCategories()
	in := packed([]data.Hanging{hangs("2026-0001", "关于甲事项的公告", c[0]), hangs("2026-0002", "关于乙事项的公告", c[0])},
		data.Leaving{Item: hangs("2026-0003", "关于旧事项的公告", c[0]).Item, Category: c[0], Why: data.Ended})
	plain, err := BoardPack(t.Context(), in, face.Embedded(), quiet)
	require.NoError(t, err)
	require.NotContains(t, linesOf(plain), "位置")
	in.Places = func(it data.Item) []data.BoardPlace {
		return map[string][]data.BoardPlace{
			"2026-0001": {{Row: 1, Column: 2}, {Row: 1, Column: 3}},
			"2026-0002": {{Row: 2, Column: 1}, {Row: 2, Column: 2}, {Row: 2, Column: 3}, {Row: 3, Column: 4}},
		}[it.Number]
	}
	doc, err := BoardPack(t.Context(), in, face.Embedded(), quiet)
	require.NoError(t, err)
	list := linesOf(page.Document{Pages: doc.Pages[:1]})
	for _, text := range []string{"位置", "1-2", "1-3", "2-1", "至3-4", "—", "张贴人签名"} {
		require.Contains(t, list, text)
	}
	require.NotContains(t, list, "2-2", "of many, the first and the last")
}

func TestThePackIsTheListAndTheNoticesInBoardOrder(t *testing.T) {
	c := boardCategories()
	waits := hangs("2026-0002", "关于王䶮同志的公示", c[1])
	waits.Awaits, waits.Item.From = true, "2026-03-09"
	off := hangs("2026-0003", "关于旧事项的公告", c[0])
	in := packed([]data.Hanging{hangs("2026-0001", "关于甲事项的公告", c[0]), waits},
		data.Leaving{Item: off.Item, Category: c[0], Why: data.Ended})
	doc, err := BoardPack(t.Context(), in, face.Embedded(), quiet)
	require.NoError(t, err)
	require.Len(t, doc.Pages, 3, "the list and two notices; what comes off is not printed")
	list := linesOf(page.Document{Pages: doc.Pages[:1]})
	for _, text := range []string{
		"公开栏张贴清单", "云岭县食品药品监督管理局", "2026年3月5日", "一、上墙（2件，共2页）", "二、下墙（1件，共1页）", "2026-0003", "（公开期满）",
		"（待公开，不迟于3月9日张贴）", "决议决定及执行", "张贴人签名", "取下人签名",
	} {
		require.Contains(t, list, text)
	}
	require.Contains(t, linesOf(page.Document{Pages: doc.Pages[1:2]}), "关于甲事项的公告")
	require.Contains(t, linesOf(page.Document{Pages: doc.Pages[2:]}), "关于王䶮同志的公示")
	text := told(t, painted(t, doc))
	require.Contains(t, text, "关于王䶮同志的公示")
}

func TestADayWithoutAChangeSaysSo(t *testing.T) {
	doc, err := BoardPack(t.Context(), packed(nil), face.Embedded(), quiet)
	require.NoError(t, err)
	require.Len(t, doc.Pages, 1)
	require.Contains(t, linesOf(doc), "今日公开栏无变动。")
	require.NotContains(t, linesOf(doc), "签名")
}

func TestTheListNamesWhatIsLeftOut(t *testing.T) {
	in := packed(nil)
	in.LeftOut = []string{"2026-0007", "2026-0009"}
	doc, err := BoardPack(t.Context(), in, face.Embedded(), quiet)
	require.NoError(t, err)
	require.Contains(t, linesOf(doc), "未列入：2026-0007、2026-0009。")
	require.NotContains(t, linesOf(doc), "无变动", "something should have changed")
}

func TestTheListOfALongDayRepeatsItsHeads(t *testing.T) {
	var up []data.Hanging
	for i := range 60 {
		up = append(up, hangs(fmt.Sprintf("2026-%04d", i), strings.Repeat("关于很长很长的标题", 1+i%9), boardCategories()[i/30]))
	}
	in := packed(up)
	in.Changes.Up[0].Item.Title = "关于" + strings.Repeat("标题", 44)
	doc, err := BoardPack(t.Context(), in, face.Embedded(), quiet)
	require.NoError(t, err)
	lists := len(doc.Pages) - 60
	require.Greater(t, lists, 2)
	for i, p := range doc.Pages[:lists] {
		text := linesOf(page.Document{Pages: []page.Page{p}})
		require.Equal(t, i > 0, strings.Contains(text, "（续）"))
		if strings.Contains(text, "张贴人签名") {
			require.Contains(t, text, "2026-0059", "the signature stands under the last row")
		}
		for _, l := range p.Lines {
			require.Less(t, l.Y, page.SheetHeight-20.0)
		}
	}
}

func TestACancelledPackStopsAtOnce(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	c := boardCategories()[0]
	seen := 0
	var many []data.Hanging
	for i := range 200 {
		many = append(many, hangs(fmt.Sprint(i), "甲", c))
	}
	_, err := BoardPack(ctx, packed(many), face.Embedded(), func(done, total int) {
		seen = done
		require.Equal(t, 200, total)
		cancel()
	})
	require.ErrorIs(t, err, context.Canceled)
	require.LessOrEqual(t, seen, 1+runtime.GOMAXPROCS(0), "what was begun is done, and nothing more is begun")
}

func TestACancelledFileIsNotWritten(t *testing.T) {
	doc, err := noticeOf(sample())
	require.NoError(t, err)
	doc = collated("", doc, doc, doc)
	ctx, cancel := context.WithCancel(t.Context())
	var out bytes.Buffer
	err = pdf.WriteContext(ctx, &out, doc, face.Embedded(), time.Unix(0, 0), func(done, total int) {
		require.Equal(t, []int{1, 3}, []int{done, total})
		cancel()
	})
	require.ErrorIs(t, err, context.Canceled)
	require.Zero(t, out.Len())
}

func TestANoticeThatCannotBeLaidOutIsNamed(t *testing.T) {
	broken := hangs("2026-0009", "", boardCategories()[0])
	_, err := BoardPack(t.Context(), packed([]data.Hanging{broken}), face.Embedded(), quiet)
	require.ErrorIs(t, err, data.ErrInvalid)
	require.ErrorContains(t, err, "2026-0009")
}

func TestTheWholeBoardHasItsIndexAndAHeaderForEachSlot(t *testing.T) {
	c := boardCategories()
	outside := hangs("2026-0003", "关于目录外事项的公告", data.OutsideCatalogue())
	lasting := hangs("2025-0007", "关于分工的公告", c[0])
	lasting.Item.To = ""
	lasting.Item.Steps = []data.Step{{Act: data.ActPublish, At: data.Date("2025-12-31").Begin()}}
	in := BoardInput{
		Unit: data.Unit{Name: "云岭县食品药品监督管理局"}, Day: boardDay, Catalogue: data.Catalogue{Categories: c},
		Hanging: []data.Hanging{lasting, outside}, Notice: noticeOf,
	}
	doc, err := WholeBoard(t.Context(), in, face.Embedded(), quiet)
	require.NoError(t, err)
	require.Len(t, doc.Pages, 1+3+2)
	index := linesOf(page.Document{Pages: doc.Pages[:1]})
	for _, text := range []string{"公开栏公开事项索引", "一、决议决定及执行（1件）", "2025年", "12月31日", "长期", "暂无公开事项。", "三、目录外事项（1件）"} {
		require.Contains(t, index, text)
	}
	for i, name := range map[int]string{1: "决议决定及执行", 3: "思想政治建设", 4: "目录外事项"} {
		text := linesOf(page.Document{Pages: doc.Pages[i : i+1]})
		require.Contains(t, text, name)
		require.Contains(t, text, "云岭县食品药品监督管理局")
	}
	require.Contains(t, linesOf(page.Document{Pages: doc.Pages[3:4]}), "暂无公开事项")
	require.Contains(t, linesOf(page.Document{Pages: doc.Pages[1:2]}), "公开1件")

	sheet, err := BoardIndex(t.Context(), in, face.Embedded(), quiet)
	require.NoError(t, err)
	require.Equal(t, index, linesOf(sheet))
	require.Len(t, BoardHeaders(in, face.Embedded()).Pages, 3)
}

// A header is on two lines at most, inside the sheet, and larger than anything else on it.
func TestAHeaderStandsOnTwoLinesAtMost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.StringMatching(`[党务公开建设情况及执行ABab12（）、]{1,60}`).Draw(t, "name")
		in := BoardInput{Day: boardDay, Unit: data.Unit{Name: "局"}}
		doc := boardHeader(in, slot{category: data.Category{Short: name}}, face.Embedded())
		lines := headerTitle(name, page.SheetWidth-2*headerMargin, face.Embedded())
		require.LessOrEqual(t, rowsIn(lines), 2)
		require.NotEmpty(t, lines)
		for _, p := range doc.Pages {
			for _, l := range p.Lines {
				require.GreaterOrEqual(t, l.X, headerMargin-0.5)
				require.Greater(t, l.Y, 20.0)
				require.Less(t, l.Y, page.SheetHeight-20.0)
				last := l.X
				if n := len(l.At); n > 0 {
					last += l.At[n-1]
				}
				require.Less(t, last, page.SheetWidth-headerMargin+0.5)
			}
		}
	})
}

func TestAHeaderDoesNotTearItsWords(t *testing.T) {
	lines := headerTitle("思想政治建设", page.SheetWidth-2*headerMargin, face.Embedded())
	require.Len(t, lines, 2)
	require.Zero(t, len([]rune(lines[0].Text))%2)
	one := headerTitle("组织建设", page.SheetWidth-2*headerMargin, face.Embedded())
	require.Len(t, one, 1)
	require.Greater(t, one[0].Size, 100.0)
}

func TestThePackIsTheSameBytesEachTime(t *testing.T) {
	pack := func() []byte {
		doc, err := BoardPack(t.Context(), packed([]data.Hanging{hangs("2026-0001", "关于甲事项的公告", boardCategories()[0])}), face.Embedded(), quiet)
		require.NoError(t, err)
		return painted(t, doc)
	}
	require.Equal(t, pack(), pack())
}
