package kiosk

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/reports/bulletin"
)

// screens are the panels that the lobby must look right on.
func screens() [][2]float32 {
	return [][2]float32{{1080, 1920}, {1920, 1080}, {1366, 768}, {1024, 768}, {1080, 1440}}
}

// visits are what a visitor may have open, by name.
func visits() map[string][]Event {
	item := Event{Kind: OpenItem, Text: "2026-0001"}
	return map[string][]Event{
		"loop":              nil,
		"loop, large":       does(ToggleLarge),
		"loop, low":         does(ToggleLow, ToggleLanguage),
		"browse":            does(OpenAll),
		"browse, large":     does(OpenAll, ToggleLarge, ToggleLanguage),
		"browse, low":       does(OpenAll, ToggleLow, ToggleContrast),
		"category":          does(OpenAll, OpenCategory),
		"category, second":  does(OpenAll, OpenCategory, Next),
		"category, low":     does(OpenAll, ToggleLow, ToggleLarge, OpenCategory),
		"item":              append(does(OpenAll), item),
		"item, second page": append(append(does(OpenAll, ToggleLarge), item), Event{Kind: Next}),
		"pad":               does(LongPress, Digit, Digit),
		"pad, English":      does(ToggleLanguage, LongPress),
		"loop, English":     does(ToggleLanguage),

		"speak":                  speaking(),
		"speak, low":             append(does(ToggleLow, ToggleLarge, ToggleLanguage), speaking()...),
		"speak, about an item":   append(does(ToggleLarge, OpenAll), item, Event{Kind: OpenSpeech}),
		"write":                  speaking(choose(data.MessageOpinion)),
		"write, nothing":         append(does(ToggleLow, ToggleLanguage), speaking(choose(data.MessageOpinion), Event{Kind: FieldDone})...),
		"review":                 speaking(written()...),
		"review, low":            append(does(ToggleLow, ToggleLarge, ToggleLanguage), speaking(written()...)...),
		"receipt":                speaking(append(written(), Event{Kind: Send})...),
		"receipt, low":           append(does(ToggleLow, ToggleLarge, ToggleLanguage), speaking(append(written(), Event{Kind: Send})...)...),
		"ballot":                 speaking(votes(1)...),
		"ballot, low":            append(does(ToggleLow, ToggleLarge, ToggleLanguage), speaking(votes(1)...)...),
		"ballot, read once more": append(does(ToggleLarge), speaking(votes(3)...)...),
		"ballot, sent":           append(does(ToggleLow, ToggleLanguage), speaking(append(votes(3), Event{Kind: Send})...)...),
		"ask":                    asks("ABCD")[:5],
		"ask, low":               append(does(ToggleLow, ToggleLarge, ToggleLanguage), asks("ABCDEFGH")...),
		"asked, unknown":         asks(unknownReceipt),
		"asked, unknown, low":    append(does(ToggleLow, ToggleLarge, ToggleLanguage), asks(unknownReceipt)...),
		"staff":                  atStaff(staffOverview),
		"staff, English":         append(does(ToggleLanguage, ToggleContrast), atStaff(staffOverview)...),
		"staff, why":             append(atStaff(staffWhy), Event{Kind: Next}),
		"staff, why, found":      append(append(does(ToggleLanguage), atStaff(staffWhy)...), Event{Kind: Digit, Text: "2"}),
		"staff, print":           atStaff(staffPrint),
		"staff, print, done":     append(append(does(ToggleLanguage), atStaff(staffPrint)...), deedFor(deedBoard, "")),
		"staff, export":          atStaff(staffExport),
		"staff, export, en":      append(does(ToggleLanguage), atStaff(staffExport)...),
		"staff, monitor":         append(atStaff(staffMonitor), deedFor(deedMonitor, "DELL P4317Q")),
		"staff, leave":           append(append(does(ToggleLanguage), atStaff(staffLeave)...), Event{Kind: Deed, Text: deedLeave}),
		"item, printed":          {{Kind: OpenAll}, item, deedFor(deedVisitor, "2026-0001")},
		"item, printed, again":   {{Kind: ToggleLanguage}, item, deedFor(deedVisitor, "2026-0001"), deedFor(deedVisitor, "2026-0001")},

		"search":                 does(OpenAll, OpenSearch),
		"search, English":        does(ToggleLanguage, ToggleLarge, OpenAll, OpenSearch),
		"search, found":          looking("shipin"),
		"search, found, large":   append(append(does(ToggleLarge, ToggleLanguage), looking("shipin")...), Event{Kind: Next}),
		"search, low":            append(does(ToggleLow), looking("shipin")...),
		"search, low, large":     append(does(ToggleLow, ToggleLarge), looking("shiping")...),
		"search, low, listed":    append(append(does(ToggleLow), looking("shipin")...), does(ShowFound, Next)...),
		"search, none, contrast": append(does(ToggleContrast), looking("womenxiaoqudeludenghuaileqingjinkuaixiuli")...),
		"search, more":           append(append(does(ToggleLarge), looking("yi")...), does(MoreCandidates, MoreCandidates)...),
		"search, signs":          append(looking("wd"), Event{Kind: SetLayer, Text: layerSigns}),
		"search, English signs":  append(append(does(ToggleLanguage), looking("wd")...), Event{Kind: SetLayer, Text: layerSigns}),

		"verify":                    typing("1234567"),
		"verify, wrong":             append(does(ToggleLanguage), typing("123456789012", CheckCode)...),
		"verify, low":               append(does(ToggleLow), typing("123456789012", CheckCode)...),
		"verify, from 全部公开":         append(does(OpenAll, OpenVerify), typing("12", CheckCode)[1:]...),
		"verified, up":              typing(digitsOf("2026-1001"), CheckCode),
		"verified, up, large":       append(does(ToggleLarge, ToggleContrast, ToggleLanguage), typing(digitsOf("2026-1001"), CheckCode)...),
		"verified, down":            typing(digitsOf("2025-0001"), CheckCode),
		"verified, down, low":       append(does(ToggleLow, ToggleLarge), typing(digitsOf("2025-0001"), CheckCode)...),
		"verified, unknown":         typing(digitsOf("nothing"), CheckCode),
		"verified, unknown, abroad": append(does(ToggleLarge, ToggleLanguage), typing(digitsOf("nothing"), CheckCode)...),
	}
}

// manyItems is a bulletin with more than any screen shows at once, and with long titles.
func manyItems() bulletin.Bulletin {
	b := exampleBulletin()
	b.Offer.Print = true
	b.Fingerprint = "b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f8091a2"
	for i := range 40 {
		kind := data.Announcement
		if i%7 == 0 {
			kind = data.Publicity
		}
		it := public(fmt.Sprintf("2026-1%03d", i), "1", kind, "2026-02-01", "2026-12-31", 1)
		it.Title = "关于涉及群众切身利益的食品药品监督管理重大决策、政策、文件征求意见情况及采纳结果的公告（第二批）"
		b.Items = append(b.Items, it)
	}
	b = withCodes(b)
	for _, code := range []string{"2", "4", "5"} {
		b.Categories = append(b.Categories, bulletin.Category{Code: code, Title: code, Short: "思想政治建设"})
	}
	return withOffice(b, data.OfficeKey{Sealing: bytes.Repeat([]byte{9}, 32)})
}

// unknownReceipt is a code that nobody was given.
const unknownReceipt = "ABCDEFGV"

func speaking(events ...Event) []Event { return append(does(OpenAll, OpenSpeech), events...) }

func written() []Event {
	text := strings.Repeat("食堂采购账目三个月没有公开了，请尽快公开，并说明每一笔的用途。", 12)
	events := append([]Event{choose(data.MessageTopic)}, taking(text)...)
	events = append(append(events, does(FieldDone, EditContact)...), taking("13800001234，或者寄到云岭县食品药品监督管理局门卫室转交")...)
	return append(events, Event{Kind: FieldDone})
}

// votes answers so many questions.
func votes(n int) []Event {
	events := []Event{choose(data.MessageBallot)}
	for range n {
		events = append(events, Event{Kind: CastVote, Text: string(data.Mostly)})
	}
	return events
}

func TestEveryScreenIsReadableAndEveryTileCanBeHit(t *testing.T) {
	o := staffedAt(t, &clock{start})
	for _, size := range screens() {
		for name, events := range visits() {
			t.Run(fmt.Sprintf("%vx%v %s", size[0], size[1], name), func(t *testing.T) {
				s := screenWith(o, manyItems(), size)
				for _, e := range events {
					s.handle(e)
				}
				requireTilesInOrder(t, s)
				requireTextsInOrder(t, s)
			})
		}
	}
}

// requireTilesInOrder: every tile is large enough, on the screen, in reach, and covers no other.
func requireTilesInOrder(t *testing.T, s *screen) {
	screen := rect{0, 0, s.frame.w, s.frame.h}
	var tiles []*tile
	for _, tile := range s.tiles {
		if tile.tapped != nil {
			tiles = append(tiles, tile)
		}
	}
	for i, a := range tiles {
		require.GreaterOrEqual(t, a.place.h, targetLeast)
		require.GreaterOrEqual(t, a.place.w, targetLeast)
		requireForAFinger(t, s, a.place)
		require.True(t, screen.has(a.place.x, a.place.y, 0.5) && screen.has(a.place.right(), a.place.bottom(), 0.5), "%+v", a.place)
		for _, b := range tiles[:i] {
			require.False(t, overlap(a.place, b.place), "%+v covers %+v", a.place, b.place)
		}
		page := s.session.At == Loop && a.place.x == s.frame.sheet.x && a.place.y == s.frame.sheet.y // the page itself opens too
		if s.session.Low && s.frame.portrait && !page {
			require.GreaterOrEqual(t, a.place.y, s.frame.h/2)
		}
		if s.session.At == Loop && s.frame.portrait && !page && s.frame.h > 1900 {
			require.GreaterOrEqual(t, a.place.y, s.frame.h*3/4, "controls lie in the lowest quarter")
		}
	}
}

func overlap(a, b rect) bool {
	return a.x < b.right()-0.5 && b.x < a.right()-0.5 && a.y < b.bottom()-0.5 && b.y < a.bottom()-0.5
}

// requireTextsInOrder: every text is large enough, on the screen, and no text lies on another.
func requireTextsInOrder(t *testing.T, s *screen) {
	k := s.frame.scale
	var places []rect
	var texts []string
	for _, object := range s.body.Objects {
		text, ok := object.(*canvas.Text)
		if !ok || text.Text == "" {
			continue
		}
		require.GreaterOrEqual(t, text.TextSize/k, sizeIssued-0.1, text.Text)
		wide := text.MinSize().Width / k
		place := rect{text.Position().X / k, text.Position().Y / k, text.Size().Width / k, text.Size().Height / k}
		require.LessOrEqual(t, wide, place.w+3, "%s does not fit its place", text.Text)
		switch text.Alignment {
		case fyne.TextAlignCenter:
			place.x += (place.w - wide) / 2
		case fyne.TextAlignTrailing:
			place.x += place.w - wide
		}
		ink := rect{place.x + 1, place.y + (place.h-text.TextSize/k)/2 + 2, wide - 2, text.TextSize/k - 4}
		require.GreaterOrEqual(t, ink.x, float32(0), text.Text)
		require.LessOrEqual(t, ink.right(), s.frame.w, text.Text)
		for i, other := range places {
			require.False(t, overlap(ink, other), "%s lies on %s", text.Text, texts[i])
		}
		places, texts = append(places, ink), append(texts, text.Text)
	}
}
