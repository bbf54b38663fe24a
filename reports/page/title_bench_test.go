package page

import (
	"strings"
	"testing"
)

// A pack of 500 notices sets 500 titles: one of common length takes well under 0.2 ms.
func BenchmarkTitle(b *testing.B) {
	for name, title := range map[string]string{
		"38 characters":  "中共云岭县食品药品监督管理局党组关于2026年上半年党费收缴使用和管理情况的公示",
		"90 characters":  strings.Repeat("云岭县食品药品监督管理局关于公开事项的公告", 5)[:90*3],
		"300 characters": strings.Repeat("关于进一步加强党务公开工作的", 30)[:300*3],
		"no words":       strings.Repeat("〇", 100),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				titleLines(title, nil, titleRoom, halves{})
			}
		})
	}
}
