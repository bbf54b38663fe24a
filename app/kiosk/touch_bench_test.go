package kiosk

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"

	"gongkailan/data"
)

// BenchmarkTouch measures from a touch to the changed screen, every pixel of 1080 × 1920 painted without a graphics card.
func BenchmarkTouch(b *testing.B) {
	for name, events := range map[string][2]Event{
		"next":     {{Kind: Next}, {Kind: Previous}},
		"all":      {{Kind: OpenAll}, {Kind: Back}},
		"item":     {{Kind: OpenItem, Text: "2026-0001"}, {Kind: Back}},
		"contrast": {{Kind: ToggleContrast}, {Kind: ToggleContrast}},
		"search":   {{Kind: OpenSearch}, {Kind: Back}},
	} {
		b.Run(name, func(b *testing.B) {
			c := &clock{start}
			bulletin := exampleBulletin()
			for n := range 2000 - len(bulletin.Items) {
				bulletin.Items = append(bulletin.Items, public(fmt.Sprintf("2025-%04d", n), "1", data.Announcement, "2026-02-01", "", 1))
			}
			s := screenAt(b, c, bulletin, portrait())
			canvas := software.NewCanvas()
			canvas.SetPadded(false)
			canvas.SetContent(s.root)
			canvas.Resize(fyne.NewSize(1080, 1920))
			if name == "search" {
				s.handle(Event{Kind: OpenAll})
			}
			for _, e := range events { // pages that were seen before are not painted again
				s.handle(e)
				canvas.Capture()
			}
			i := 0
			var most time.Duration
			for b.Loop() {
				began := time.Now()
				s.handle(events[i%2])
				canvas.Capture()
				most = max(most, time.Since(began))
				i++
			}
			b.ReportMetric(float64(most.Microseconds())/1000, "ms-most")
		})
	}
}
