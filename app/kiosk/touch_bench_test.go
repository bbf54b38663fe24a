package kiosk

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"github.com/stretchr/testify/require"

	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/reports"
	"gongkailan/reports/bulletin"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

// realNotice is an item whose pages are laid out as they hang, with their verification code.
func realNotice(t testing.TB, number string, kind data.Kind, style page.Style, paragraphs int) bulletin.Item {
	content := data.Content{
		Kind: kind, Title: "关于" + number + "号事项及王䶮等8名同志任前公示的公告",
		Body: strings.Repeat("根据《党政领导干部选拔任用工作条例》有关规定，经2026年3月5日局党组会议集体研究，现将拟任人选情况公示如下。\n", paragraphs),
		From: "2026-03-05", Issuer: "中共云岭县食品药品监督管理局党组", IssueDate: "2026-03-05",
	}
	if kind == data.Publicity {
		content.To = "2026-03-12"
		content.Contact = data.Contact{Office: "局机关党委", Phone: "12345", Address: "城关镇人民路1号"}
	}
	item := data.Item{Content: content, Number: number, Status: data.Published}
	item.Decision = data.ByDeputy
	item.Steps = []data.Step{{Act: data.ActApprove, Seal: data.SealGood, Signature: make([]byte, 64)}}
	doc, err := reports.Notice(reports.NoticeInput{Item: item, WorkingDays: 5, Approved: true, Style: style}, face.Embedded())
	require.NoError(t, err)
	require.NotEmpty(t, doc.Pages[0].Codes)
	public := bulletin.Item{
		Number: number, Title: content.Title, Kind: kind, Category: "3", Audience: data.Society, From: content.From, To: content.To, First: content.From,
	}
	return public.WithNotice(doc.Pages)
}

// realBoard is a board of laid-out notices on sheets of every kind.
func realBoard(t testing.TB) bulletin.Bulletin {
	b := exampleBulletin()
	b.Items = nil
	for i, style := range []page.Style{
		{}, {}, {Lengthwise: true}, {Paper: page.PaperA3}, {Large: true}, {Paper: page.PaperA3, Lengthwise: true}, {}, {},
	} {
		kind := data.Announcement
		if i < 3 {
			kind = data.Publicity
		}
		b.Items = append(b.Items, realNotice(t, fmt.Sprintf("2026-%04d", i+1), kind, style, 2+3*i))
	}
	small := realNotice(t, "2026-0100", data.Announcement, page.Style{}, 2) // a scan of 16K
	for i := range small.Leaves {
		small.Leaves[i].Width, small.Leaves[i].Height = 195, 270
		small.Leaves[i].Codes = nil
	}
	b.Items = append(b.Items, small)
	return withCodes(b)
}

// touches are the kinds of touch that change the screen, each with what was open before.
func touches() map[string]struct {
	before []Event
	touch  Event
} {
	type touched = struct {
		before []Event
		touch  Event
	}
	return map[string]touched{
		"next page": {nil, Event{Kind: Next}},
		"open all":  {nil, Event{Kind: OpenAll}},
		"open item": {nil, Event{Kind: OpenItem, Text: "2026-0002"}},
		"category":  {does(OpenAll), Event{Kind: OpenCategory, Text: "3"}},
		"search key": {
			looking("gong"), Event{Kind: Key, Text: "s"},
		},
	}
}

// BenchmarkTouch measures on the panel of 1080 × 1920 what lies between a touch and the changed screen: what happens in the
// session and the building of the screen (build-ms), and with it Fyne's painting in software of all of it. Pages are
// painted beside, as in the window; what stands in for them is on the screen meanwhile.
func BenchmarkTouch(b *testing.B) {
	board := realBoard(b)
	for name, how := range touches() {
		for _, paints := range []bool{false, true} {
			kind := "built"
			if paints {
				kind = "painted"
			}
			b.Run(name+"/"+kind, func(b *testing.B) {
				s, canvas, beside := onCanvas(b, board)
				for _, e := range how.before {
					s.handle(e)
					beside.do()
				}
				from := s.session
				for b.Loop() {
					b.StopTimer()
					s.session = from
					s.build()
					canvas.Capture()
					beside.do()
					b.StartTimer()
					s.handle(how.touch)
					if paints {
						canvas.Capture()
					}
				}
			})
		}
	}
}

// beside is the work that waits to be done beside the main goroutine.
type beside struct{ waiting []func() }

func (w *beside) do() {
	for len(w.waiting) > 0 {
		next := w.waiting[0]
		w.waiting = w.waiting[1:]
		next()
	}
}

// onCanvas shows a board on a panel painted in software; its pages are painted between the touches.
func onCanvas(b *testing.B, board bulletin.Bulletin) (*screen, software.WindowlessCanvas, *beside) {
	app := fyne.CurrentApp()
	c, work := &clock{start}, &beside{}
	o := Options{
		App: app, Now: func() time.Time { return c.now }, WorkingDaysLeft: func(data.Date, data.Date) int { return 5 },
		Dictionary: dictionary,
		Go:         func(w func()) { work.waiting = append(work.waiting, w) }, Do: func(show func()) { show() },
	}.complete()
	s := newScreen(o, ui.NewLoader(o.Go, o.Do))
	canvas := software.NewCanvas()
	canvas.SetPadded(false)
	canvas.SetContent(s.root)
	canvas.Resize(fyne.NewSize(1080, 1920))
	s.show(board, nil)
	work.do()
	return s, canvas, work
}
