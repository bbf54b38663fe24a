package reports_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/assets"
	"gongkailan/data"
	"gongkailan/reports"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
	"gongkailan/reports/pdf"
)

func catalogueList(t *testing.T, c data.Catalogue) page.Document {
	t.Helper()
	offices := []data.Office{{ID: "bgs", Name: "办公室"}, {ID: "sp", Name: "食品生产监管股"}}
	return reports.CatalogueList(data.Unit{Name: "云岭县食品药品监督管理局"}, c, offices, face.Embedded())
}

func linesOf(p page.Page) []string {
	var texts []string
	for _, l := range p.Lines {
		texts = append(texts, l.Text)
	}
	return texts
}

func TestTheCatalogueListHasEveryEntryUnderItsCategory(t *testing.T) {
	c, err := data.ReadCatalogue(assets.DefaultCatalogue())
	require.NoError(t, err)
	c.Entries[0].OfficeID, c.Entries[1].OfficeID = "bgs", "sp"
	c.Version, c.From = 2, "2026-01-01"
	doc := catalogueList(t, c)
	all := ""
	for _, p := range doc.Pages {
		texts := linesOf(p)
		all += strings.Join(texts, "")
		for _, head := range []string{"编码", "公开事项", "责任股室", "公开方式", "公开范围", "决定方式"} {
			require.Contains(t, texts, head, "the heads stand on every sheet")
		}
	}
	for _, e := range c.Entries {
		require.Contains(t, all, e.Code)
		for _, r := range e.Title {
			require.Contains(t, all, string(r))
		}
	}
	require.Contains(t, all, "第2版　自2026年1月1日起施行")
	require.Contains(t, all, "一、党组织决议、决定及执行情况")
	require.Greater(t, len(doc.Pages), 1)
	require.Contains(t, linesOf(doc.Pages[1]), "— 2 —")
	var file bytes.Buffer
	require.NoError(t, pdf.Write(&file, doc, face.Embedded(), time.Unix(0, 0)))
	if folder := os.Getenv("GONGKAILAN_SAMPLES"); folder != "" {
		require.NoError(t, os.WriteFile(filepath.Join(folder, "cataloguelist.pdf"), file.Bytes(), 0o644))
	}
}

func TestAnEmptyCatalogueIsAListWithHeads(t *testing.T) {
	require.Len(t, catalogueList(t, data.Catalogue{}).Pages, 1)
}
