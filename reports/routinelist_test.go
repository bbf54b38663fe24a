package reports_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"gongkailan/data"
	"gongkailan/data/workday"
	"gongkailan/reports"
	"gongkailan/reports/face"
	"gongkailan/reports/pdf"
)

func routine(t *testing.T) reports.Routine {
	t.Helper()
	r := reports.Routine{
		Unit: data.Unit{Name: "云岭县食品药品监督管理局"}, Today: "2026-03-05", Offices: offices(), WorkingDays: workday.New().Between,
		Catalogue: usualCatalogue(t), Up: map[string][]data.Item{"2.1": {
			{Status: data.Published, Content: data.Content{Mode: data.Periodic, From: "2025-08-01", To: "2025-12-31"}},
		}},
	}
	r.Catalogue.Entries[4].OfficeID = "rs"
	return r
}

func TestTheRoutineListSaysWhatIsDueByWhomAndByWhen(t *testing.T) {
	var book bytes.Buffer
	require.NoError(t, reports.RoutineBook(&book, routine(t)))
	file, err := excelize.OpenReader(bytes.NewReader(book.Bytes()))
	require.NoError(t, err)
	defer file.Close()
	rows, err := file.GetRows(file.GetSheetName(0))
	require.NoError(t, err)
	require.Equal(t, []string{"2.1", "党组中心组政治理论学习计划及落实情况", "组织人事股", "定期公开", "1", "半年更换", "2025年12月31日", "已超41个工作日"}, rows[3])
	require.Len(t, rows, 3+24)
}

func TestTheRoutineListIsLaidOutForPaper(t *testing.T) {
	doc := reports.RoutineList(routine(t), face.Embedded())
	all := ""
	for _, p := range doc.Pages {
		all += strings.Join(linesOf(p), "")
	}
	require.Contains(t, all, "2025年12月31日")
	require.Contains(t, all, "共24项")
	var file bytes.Buffer
	require.NoError(t, pdf.Write(&file, doc, face.Embedded(), time.Unix(0, 0)))
	if folder := os.Getenv("GONGKAILAN_SAMPLES"); folder != "" {
		require.NoError(t, os.WriteFile(filepath.Join(folder, "routinelist.pdf"), file.Bytes(), 0o644))
	}
}
