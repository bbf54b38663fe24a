package board

import (
	"context"
	"image"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"github.com/stretchr/testify/require"

	"gongkailan/app/ui"
	"gongkailan/data"
)

func TestAllThatIsUpIsHungInOneClickAndAllThatEndedTakenDown(t *testing.T) {
	h := newHand(t)
	h.described(3, 8)
	h.comes(data.Checker, "")
	up := len(h.shown.plan.ToHang)
	require.Greater(t, up, 2)
	h.tap("board.upall")
	require.Equal(t, h.words.T("board.hung", up), h.env.Notices.Last())
	require.Len(t, h.posted(), up)
	require.Contains(t, h.texts(), h.words.T("board.calm", up)[:10])
	for _, u := range h.posted() {
		require.Len(t, u.Pockets, 1)
		require.Equal(t, data.Date("2026-03-05"), u.On)
		require.Equal(t, "一楼大厅", u.Place)
	}

	h.now = h.now.AddDate(0, 0, 20)
	h.Load()
	stale := h.shown.plan.Stale()
	require.Greater(t, len(stale), 1)
	require.Equal(t, len(stale), strings.Count(h.texts(), "\n"+h.words.T("board.state.stale")+"\n"), "in words under the pocket")
	h.tap("board.downall")
	require.Len(t, h.posted(), up-len(stale))
	require.Empty(t, h.shown.plan.Stale())
}

func TestOneIsHungWhereThePersonChoosesWithAPhoto(t *testing.T) {
	h := newHand(t)
	h.described(3, 8)
	h.comes(data.Checker, "")
	h.tap("board.upmore")
	proposed := h.open.(*hanging).pockets[0]
	h.press(proposed.String())
	require.Contains(t, h.texts(), h.words.T("board.chosen.none", 1))
	h.press("3-8")
	require.Equal(t, []data.BoardPlace{{Row: 3, Column: 8}}, h.open.(*hanging).pockets)

	h.files.name, h.files.raw = "照片.png", []byte("no picture at all")
	h.tap("board.photo.add")
	require.Equal(t, h.words.T("refuse.photo.unreadable", "照片.png"), h.env.Notices.Last())
	require.Contains(t, h.texts(), h.words.T("board.photo.optional"), "it is not taken")
	h.files.name, h.files.raw = "单.exe", anImage(t)
	h.tap("board.photo.add")
	require.Equal(t, h.words.T("refuse.photo.kind", "单.exe"), h.env.Notices.Last())
	h.files.name = "现场.png"
	h.tap("board.photo.add")
	require.Contains(t, h.texts(), h.words.T("board.photo.is", "现场.png"))
	h.tap("board.up")
	use := h.posted()[0]
	require.Equal(t, []data.BoardPlace{{Row: 3, Column: 8}}, use.Pockets)
	require.Equal(t, "现场.png", use.File.Name)
	raw, err := h.desk.File(t.Context(), *use.File)
	require.NoError(t, err)
	require.Equal(t, h.files.raw, raw, "nothing is stripped")

	h.press(use.Number)
	require.Contains(t, strings.ReplaceAll(h.texts(), "\n", ""), h.words.T("board.since", "2026年3月5日", use.By, h.words.T("board.at", "3-8")))
	require.IsType(t, &canvas.Image{}, h.open.(*look).photo.Objects[0], "the photo is shown")
	h.tap("board.openitem")
	require.Equal(t, use.Number, h.went[0].Number)
}

func TestARecordMadeInErrorIsEndedAndStays(t *testing.T) {
	h := newHand(t)
	h.described(3, 8)
	h.comes(data.Checker, "")
	h.tap("board.up")
	use := h.posted()[0]
	h.press(use.Number)
	h.tap("board.wrong")
	require.Contains(t, strings.ReplaceAll(h.texts(), "\n", ""), h.words.T("board.wrong.how"))
	h.tap("board.wrong.end")
	require.Empty(t, h.posted())
	uses, err := h.desk.Uses(t.Context(), use.ItemID)
	require.NoError(t, err)
	require.Equal(t, h.words.T("board.wrongnote"), uses[0].Ended.Note)
	_, again := h.shown.proposal(data.Item{ID: use.ItemID, Version: use.Version})
	require.True(t, again, "it is to be hung again")
	v, err := h.desk.Verify(t.Context())
	require.NoError(t, err)
	require.True(t, v.OK)
}

func TestWhatHangsIsTakenDownWithPhotoAndNote(t *testing.T) {
	h := newHand(t)
	h.described(3, 8)
	h.comes(data.Checker, "")
	h.tap("board.up")
	use := h.posted()[0]
	h.press(use.Number)
	h.tap("board.downform")
	require.Contains(t, strings.ReplaceAll(h.texts(), "\n", ""), h.words.T("board.early"), "it is still in its period")
	h.files.name, h.files.raw = "取下.png", anImage(t)
	h.tap("board.photo.add")
	form := h.open.(*taking)
	form.note.SetText("墙面维修")
	form.on.SetDate("2026-03-01")
	h.tap("board.down")
	require.Len(t, h.posted(), 1, "not before it was hung")
	require.Same(t, form, h.open, "the form stays as it is")
	form.on.SetDate("2026-03-05")
	h.tap("board.down")
	require.Empty(t, h.posted())
	uses, err := h.desk.Uses(t.Context(), use.ItemID)
	require.NoError(t, err)
	require.Equal(t, "墙面维修", uses[0].Ended.Note)
	require.Equal(t, "取下.png", uses[0].Ended.File.Name)
}

func TestWithoutDescriptionTheBoardIsAListThatWorks(t *testing.T) {
	h := newHand(t)
	h.comes(data.Checker, "")
	require.Contains(t, strings.ReplaceAll(h.texts(), "\n", ""), h.words.T("board.undescribed"))
	h.tap("board.upall")
	for _, u := range h.posted() {
		require.Empty(t, u.Pockets)
		require.Equal(t, h.words.T("channel.board"), u.Place)
	}

	h.tap("board.describe.begin")
	form := h.open.(*describing)
	form.rows.SetText("许多")
	form.columns.SetText("6")
	h.tap("board.describe.save")
	require.Equal(t, h.words.T("refuse.board.size", "40"), h.env.Notices.Last())
	form.rows.SetText("2")
	form.place.SetText("东墙")
	h.tap("board.describe.save")
	grid := h.shown.plan.Grid
	require.Equal(t, [3]any{"东墙", 2, 6}, [3]any{grid.Place, grid.Rows, grid.Columns})
	require.Len(t, grid.Heads, 6)
	require.Contains(t, h.texts(), "2-6")
	require.Empty(t, h.shown.plan.ToHang, "what was recorded without a pocket hangs all the same")
}

func TestOnlyWhoMayRecordsAndOnlyTheirOwn(t *testing.T) {
	h := newHand(t)
	h.described(3, 8)
	h.comes(data.Inspector, "")
	require.Nil(t, h.find(h.words.T("board.up")))
	require.Nil(t, h.find(h.words.T("board.upall")))
	require.Nil(t, h.find(h.words.T("board.describe")))
	require.Contains(t, h.texts(), h.words.T("board.others"))
	h.press(h.shown.plan.ToHang[0].Item.Number)
	require.Equal(t, h.shown.plan.ToHang[0].Item.Number, h.went[0].Number, "the pocket leads to the item")

	h.comes(data.Clerk, h.unit.Main.Office)
	n := 0
	for _, p := range h.shown.plan.ToHang {
		if p.Item.OfficeID == h.main.OfficeID {
			n++
		}
	}
	require.Equal(t, n, len(h.readyOf(h.shown.plan.ToHang)))
	require.Less(t, n, len(h.shown.plan.ToHang))
	h.tap("board.up")
	require.Equal(t, h.main.OfficeID, h.shown.plan.Right()[0].Item.OfficeID)
}

func TestWhatIsRefusedHalfWaySaysHowFarItCame(t *testing.T) {
	h := newHand(t)
	h.described(3, 8)
	h.comes(data.Checker, "")
	list := h.shown.plan.ToHang
	_, err := h.env.Session.RecordUse(t.Context(), list[1].Item, data.Use{Channel: data.Board, On: "2026-03-05", Place: "门口"})
	require.NoError(t, err)
	h.tap("board.upall") // the screen does not know yet
	require.Equal(t, h.words.T("board.partly", 1, len(list), h.words.T("refuse.use.hangs", list[1].Item.Number)), h.env.Notices.Last())
	require.Len(t, h.posted(), 2)
}

func TestEveryPaperOfTheBoardIsPrintedFromHere(t *testing.T) {
	h := newHand(t)
	h.described(3, 8)
	h.comes(data.Inspector, "")
	for _, key := range []string{"board.headers", "board.index", "board.whole", "today.pack"} {
		h.tap(key)
	}
	h.Print()
	h.Pack(true)
	var names []string
	for _, key := range []string{"pack.headersfile", "pack.indexfile", "pack.wholefile", "pack.file", "pack.file", "pack.wholefile"} {
		names = append(names, h.words.T(key, "2026-03-05")+".pdf")
	}
	require.Equal(t, names, h.files.put)
}

func TestPicturesOfPagesArePaintedOnceAndOneByOne(t *testing.T) {
	h := newHand(t)
	h.described(3, 8)
	h.comes(data.Checker, "")
	h.tap("board.upall")
	hung := len(h.posted())
	require.Len(t, h.prints.kept, hung)
	var work []func()
	h.prints.loader = ui.NewLoader(func(f func()) { work = append(work, f) }, func(f func()) { f() })
	h.Load()
	require.Empty(t, work, "what was painted is kept")
	h.prints.kept = map[leaf]image.Image{}
	h.Load()
	require.Len(t, work, 1, "one at a time")
	for len(work) > 0 {
		next := work
		work = nil
		for _, f := range next {
			f()
		}
	}
	require.Len(t, h.prints.kept, hung)
	h.Leave()
	require.Empty(t, h.prints.wanted)
}

func TestTheFormKeepsWhatIsTypedWhileTheBoardIsReadAnew(t *testing.T) {
	h := newHand(t)
	h.described(3, 8)
	h.comes(data.Checker, "")
	h.tap("board.upmore")
	form := h.open.(*hanging)
	form.place.SetText("二楼")
	other := h.shown.plan.ToHang[1]
	h.press("3-8")
	_, err := h.env.Session.RecordUse(context.Background(), other.Item, data.Use{
		Channel: data.Board, On: "2026-03-05", Pockets: []data.BoardPlace{{Row: 3, Column: 8}},
	})
	require.NoError(t, err)
	h.Load()
	require.Same(t, form, h.open)
	require.Equal(t, "二楼", form.place.Text)
	require.NotContains(t, form.pockets, data.BoardPlace{Row: 3, Column: 8}, "it was taken meanwhile")
	_, err = h.env.Session.RecordUse(context.Background(), form.proposal.Item, data.Use{Channel: data.Board, On: "2026-03-05", Place: "x"})
	require.NoError(t, err)
	h.Load()
	require.Nil(t, h.open, "it hangs now")
}

func TestADrawingFitsWhereItCanAndIsScrolledWhereItCannot(t *testing.T) {
	for _, c := range []struct {
		rows, columns int
		fits          bool
	}{{3, 8, true}, {4, 10, true}, {5, 8, true}, {1, 1, true}, {40, 40, false}} {
		d := newDrawing(data.BoardGrid{Rows: c.rows, Columns: c.columns, Heads: []data.BoardHead{{Category: "1", First: 1, Last: 1}}})
		room := fyne.NewSize(716, 600)
		unit := d.unit(room)
		require.GreaterOrEqual(t, unit, leastPocket)
		require.LessOrEqual(t, unit, widestPocket)
		size := d.size(unit)
		require.Equal(t, c.fits, size.Width <= room.Width && size.Height <= room.Height, "%d × %d: %v", c.rows, c.columns, size)
	}
}
