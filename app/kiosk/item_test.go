package kiosk

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data"
	"gongkailan/reports/bulletin"
	"gongkailan/reports/page"
)

// scan is a page that is one picture.
func scan(t require.TestingT, width, height float64) page.Page {
	picture := image.NewGray(image.Rect(0, 0, int(width), int(height)))
	for i := range picture.Pix {
		picture.Pix[i] = byte(0xFF - 0x60*(i/int(width)/12%2))
	}
	picture.SetGray(0, 0, color.Gray{})
	var raw bytes.Buffer
	require.NoError(t, png.Encode(&raw, picture))
	return page.Page{Width: width, Height: height, Figures: []page.Figure{{Width: width, Height: height, Image: raw.Bytes()}}}
}

// withAttachments gives the first item so many attachments of a page each, after a scan of three pages, a wide sheet and
// two that are no pages.
func withAttachments(t require.TestingT, b bulletin.Bulletin, more int) bulletin.Bulletin {
	upright, wide := scan(t, 210, 297), scan(t, 297, 210)
	it := b.Items[0].
		WithAttachment("采购项目评审报告.pdf", []page.Page{upright, upright, upright}, "").
		WithAttachment("公车运行费用明细表（2025年度，含各科室分摊）.xlsx", []page.Page{wide}, "").
		WithAttachment("旧表.doc", nil, "enclosure.kind").
		WithAttachment("会议录音.wav", nil, "enclosure.kind")
	for i := range more {
		it = it.WithAttachment(fmt.Sprintf("%d.pdf", i), []page.Page{upright}, "")
	}
	b.Items[0] = it
	return b
}

func itemEvents(sheet string) []Event {
	return append(does(OpenAll), Event{Kind: OpenItem, Text: "2026-0001"}, Event{Kind: TurnTo, Text: sheet})
}

func TestAReaderJumpsToEveryAttachment(t *testing.T) {
	for _, size := range [][2]float32{portrait(), {1920, 1080}} {
		s := screenFor(t, withAttachments(t, exampleBulletin(), 0), size)
		s.handle(Event{Kind: OpenItem, Text: "2026-0001"})
		require.Contains(t, s.said(), "✓ 正文")
		require.Contains(t, s.said(), "第 1 页 / 共 2 页", "the notice counts its own pages")
		require.Contains(t, s.said(), "请到窗口查阅")
		tap(s, tileUnder(t, s, "附件2"), 10, 10)
		require.Equal(t, Spot{Number: "2026-0001", Page: 5}, s.session.Reading)
		require.Contains(t, s.said(), "公车运行费用明细表")
		require.Contains(t, s.said(), "第 1 页 / 共 1 页")
		tap(s, tileUnder(t, s, "上一页"), 10, 10)
		require.Contains(t, s.said(), "✓ 附件1", "turning goes on over the end of an attachment")
		require.Contains(t, s.said(), "第 3 页 / 共 3 页")
		tap(s, tileUnder(t, s, "正文"), 10, 10)
		require.Equal(t, 0, s.session.Reading.Page)
	}
}

func TestOfManyAttachmentsEachIsReached(t *testing.T) {
	for _, size := range screens() {
		s := screenFor(t, withAttachments(t, exampleBulletin(), 15), size)
		s.handle(Event{Kind: OpenItem, Text: "2026-0001"})
		it, _ := s.shelf.item("2026-0001")
		all, _ := chaptersOf(it)
		for i := range all {
			s.handle(Event{Kind: TurnTo, Text: fmt.Sprint(all[i].first)})
			require.Contains(t, s.said(), "✓ "+s.chapterName(all[i]))
			requireTilesInOrder(t, s)
			requireTextsInOrder(t, s)
		}
	}
}

func TestAJumpLeadsNowhereElse(t *testing.T) {
	s := screenFor(t, withAttachments(t, exampleBulletin(), 0), portrait())
	for _, text := range []string{"-1", "x", "", "99999999999999999999"} {
		s.handle(Event{Kind: OpenItem, Text: "2026-0001"})
		s.handle(Event{Kind: Next})
		s.handle(Event{Kind: TurnTo, Text: text})
		require.Equal(t, 1, s.session.Reading.Page, text)
		s.handle(Event{Kind: TurnTo, Text: "400"})
		require.Equal(t, 0, s.session.Reading.Page, "beyond the last page is the first")
		s.handle(Event{Kind: Back})
	}
	s.handle(Event{Kind: TurnTo, Text: "1"})
	require.Equal(t, Loop, s.session.At)
}

func TestPiecesCoverAPictureAndOverlap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		wide, high := rapid.Float64Range(50, 500).Draw(t, "wide"), rapid.Float64Range(50, 500).Draw(t, "high")
		proportion := rapid.Float64Range(0.5, 2.2).Draw(t, "proportion")
		p := page.Page{Width: wide, Height: high, Figures: []page.Figure{{Width: wide, Height: high}}}
		end, right := 0.0, 0.0
		for i, piece := range parts(p, proportion) {
			r := piece.region
			require.True(t, r.X >= 0 && r.Y >= 0 && r.X+r.Width <= wide+1e-6 && r.Y+r.Height <= high+1e-6, "%+v", r)
			if i > 0 {
				require.True(t, r.Y < end || r.X < right, "%+v leaves a gap", r)
			}
			end, right = max(end, r.Y+r.Height), max(right, r.X+r.Width)
		}
		require.InDelta(t, high, end, 1e-6)
		require.InDelta(t, wide, right, 1e-6)
	})
}

// fullOffice is a public file of 2,000 items with titles of 80 characters, in 20 categories, some of them empty.
func fullOffice(t require.TestingT) bulletin.Bulletin {
	b := withOffice(exampleBulletin(), data.OfficeKey{Sealing: bytes.Repeat([]byte{9}, 32)})
	b.Categories = nil
	for i := range 20 {
		b.Categories = append(b.Categories, bulletin.Category{Code: fmt.Sprint(i + 1), Title: "党风廉政建设和反腐败工作情况", Short: "党风廉政建设情况"})
	}
	title := ""
	for len([]rune(title)) < 80 {
		title += "关于办理群众反映集中问题和采纳意见情况的公告"
	}
	for i := range 2000 {
		kind := data.Announcement
		if i%9 == 0 {
			kind = data.Publicity
		}
		it := public(fmt.Sprintf("2025-%04d", i), fmt.Sprint(i%15+1), kind, "2026-02-01", "2026-12-31", 1)
		it.Title = string([]rune(title)[:80])
		b.Items = append(b.Items, it)
	}
	b.Items[0].Title = b.Items[len(b.Items)-1].Title
	return withAttachments(t, b, 6)
}

func TestAFullOfficeIsInOrderOnEveryScreen(t *testing.T) {
	b := fullOffice(t)
	places := map[string][]Event{
		"browse": does(OpenAll), "browse, others": does(OpenAll, Next), "browse, low": does(ToggleLow, OpenAll), "browse, low, others": does(ToggleLow, OpenAll, Next),
		"category":       append(does(OpenAll), Event{Kind: OpenCategory, Text: "3"}, Event{Kind: Next}),
		"category, none": append(does(OpenAll), Event{Kind: OpenCategory, Text: "20"}),
		"publicity":      append(does(OpenAll), Event{Kind: OpenCategory, Text: publicitySection}),
		"item":           itemEvents("0"), "attachment": itemEvents("3"), "wide attachment": itemEvents("5"), "last attachment": itemEvents("11"),
		"item, low": append(does(ToggleLow), itemEvents("5")...), "loop": nil,
	}
	for _, size := range screens() {
		for _, switches := range [][]Event{nil, does(ToggleLarge), does(ToggleLanguage, ToggleLarge, ToggleContrast)} {
			s := screenFor(t, b, size)
			for name, events := range places {
				t.Run(fmt.Sprintf("%v %s %d", size, name, len(switches)), func(t *testing.T) {
					s.session = NewSession(start)
					for _, e := range append(switches[:len(switches):len(switches)], events...) {
						s.handle(e)
					}
					s.build()
					requireTilesInOrder(t, s)
					requireTextsInOrder(t, s)
					requireApart(t, s)
				})
			}
		}
	}
}

func TestEveryCategoryIsReachedHoweverManyThereAre(t *testing.T) {
	b := fullOffice(t)
	for i := range 60 {
		b.Categories = append(b.Categories, bulletin.Category{Code: fmt.Sprint(i + 21), Title: fmt.Sprint("类别", i), Short: fmt.Sprint("类别", i)})
	}
	for _, size := range screens() {
		for _, low := range []bool{false, true} {
			s := screenFor(t, b, size)
			s.session.Low = low
			s.handle(Event{Kind: OpenAll})
			seen := ""
			for range s.shelf.Lists(s.session) {
				seen += s.said()
				requireTilesInOrder(t, s)
				s.handle(Event{Kind: Next})
			}
			for i := range 60 {
				require.Contains(t, seen, fmt.Sprint("类别", i))
			}
			tap(s, tileUnder(t, s, "回到开头"), 10, 10)
			require.Zero(t, s.session.List)
		}
	}
}
