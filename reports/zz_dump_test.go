package reports_test

import (
	"bytes"
	"fmt"
	"os"
	"testing"

	"gongkailan/data"
	"gongkailan/reports"
)

func TestZZDump(t *testing.T) {
	in := inspected(t)
	in.Offices = nil
	for i, n := range []string{"局领导", "办公室", "组织人事股", "机关党委", "食品监管股", "药品监管股", "党务公开办公室", "纪检监察室"} {
		in.Offices = append(in.Offices, data.Office{ID: fmt.Sprint(i), Name: n})
	}
	for i := range in.Catalogue.Entries {
		in.Catalogue.Entries[i].OfficeID = fmt.Sprint(i % 9)
	}
	base := in.Items
	for i := range 30 {
		it := base[i%8]
		it.Number = fmt.Sprintf("2026-%04d", 9+i)
		it.OfficeID = fmt.Sprint(i % 8)
		if i%5 == 0 {
			it.Title = "关于中共云岭县食品药品监督管理局党组2026年上半年党风廉政建设责任制落实情况及领导干部廉洁自律执行情况的公告"
		}
		in.Items = append(in.Items, it)
	}
	os.WriteFile("/tmp/gkl/check.xlsx", checklist(t, in), 0o644)
	var out bytes.Buffer
	reports.CatalogueBook(&out, in.Unit, in.Catalogue, in.Offices)
	os.WriteFile("/tmp/gkl/cat.xlsx", out.Bytes(), 0o644)
}
