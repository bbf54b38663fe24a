package reports

import (
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
	"gongkailan/reports/pdf"
)

// sample is a 公示 in four faces, with two rare names.
func sample() data.Item {
	return data.Item{Content: data.Content{
		Kind:  data.Publicity,
		Title: "关于王䶮等8名同志任前公示的公告",
		Body: "根据《党政领导干部选拔任用工作条例》有关规定，经2026年3月5日局党组会议集体研究，现将拟任人选情况公示如下：\n" +
			"一、拟任人选\n（一）股室正职。王䶮，女，汉族，1986年10月生，大学学历，中共党员，现任办公室副主任，拟任办公室主任。\n" +
			"张𬱟，男，1979年2月生，研究生学历，现任食品生产监管股四级主任科员，拟任药品监管股股长。",
		From: "2026-03-06", To: "2026-03-12", Issuer: "中共云岭县食品药品监督管理局党组", IssueDate: "2026-03-05",
		Contact: data.Contact{Office: "局机关党委", Phone: "12345", Address: "城关镇人民路1号"},
	}}
}

// signed gives the sample as it stands once it is approved, with its verification code.
func signed() data.Item {
	item := sample()
	item.Status, item.Decision = data.Published, data.ByDeputy
	item.Steps = []data.Step{{Act: data.ActApprove, Seal: data.SealGood, Signature: make([]byte, 64)}}
	return item
}

// BenchmarkNotice lays one notice out and writes it, faces read anew, as a run of the program does it.
func BenchmarkNotice(b *testing.B) {
	for b.Loop() {
		faces := face.Embedded()
		doc, err := Notice(NoticeInput{Item: signed(), WorkingDays: 5, Approved: true}, faces)
		require.NoError(b, err)
		require.NoError(b, pdf.Write(io.Discard, doc, faces, time.Unix(0, 0)))
	}
}

// pack lays out so many different notices as one document.
func pack(b *testing.B, n int, faces *face.Set) page.Document {
	all := page.Document{Title: "公开栏"}
	for i := range n {
		item := signed()
		item.Title = fmt.Sprintf("关于第%d号事项的公告", i+1)
		item.Body += strings.Repeat(fmt.Sprintf("\n第%d项工作已经完成。", i), i%7)
		doc, err := Notice(NoticeInput{Item: item, WorkingDays: 5, Approved: true}, faces)
		require.NoError(b, err)
		require.Len(b, doc.Pages[0].Codes, 1)
		all.Pages = append(all.Pages, doc.Pages...)
	}
	return all
}

// BenchmarkPack500 lays 500 notices out into one file.
func BenchmarkPack500(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		faces := face.Embedded()
		require.NoError(b, pdf.Write(io.Discard, pack(b, 500, faces), faces, time.Unix(0, 0)))
	}
}

// BenchmarkPack5000 shows whether ten times as many take ten times as long.
func BenchmarkPack5000(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		faces := face.Embedded()
		require.NoError(b, pdf.Write(io.Discard, pack(b, 5000, faces), faces, time.Unix(0, 0)))
	}
}
