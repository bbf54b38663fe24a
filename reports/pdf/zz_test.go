package pdf_test
import ("testing";"bytes";"time";"strings";"gongkailan/reports/face";"gongkailan/reports/pdf";"gongkailan/reports/page")
func one(set *face.Set) page.Document { return setDoc(set) }
func setDoc(f *face.Set) page.Document { s:=page.NewSheet(f); s.Title("关于王䶮等8名同志任前公示的公告"); s.Blank(1); for range 2 { s.Paragraph("根据《党政领导干部选拔任用工作条例》有关规定，经2026年3月5日局党组会议集体研究，现将拟任人选情况公示如下：");s.Paragraph("一、拟任人选"); s.Paragraph("王䶮，女，汉族，1986年10月生，大学学历，中共党员，现任办公室副主任，拟任办公室主任。"); s.Paragraph("张𬱟，男，1979年2月生，研究生学历，现任食品生产监管股四级主任科员，拟任药品监管股股长。")}; s.Signature("中共云岭县食品药品监督管理局党组","2026年3月5日"); return s.Document("x")}
func BenchmarkOne(b *testing.B){ for b.Loop(){ set:=face.Embedded(); doc:=one(set); var w bytes.Buffer; pdf.Write(&w,doc,set,time.Unix(1e9,0))}}
func BenchmarkMany(b *testing.B){ set:=face.Embedded(); for b.Loop(){ var all page.Document; for i:=0;i<500;i++{ doc:=one(set); all.Pages=append(all.Pages,doc.Pages...)}; var w bytes.Buffer; pdf.Write(&w,all,set,time.Unix(1e9,0)); b.SetBytes(int64(w.Len()))}; _=strings.ToUpper}
