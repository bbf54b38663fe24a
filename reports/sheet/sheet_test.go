package sheet_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"gongkailan/reports/sheet"
)

var made = time.Date(2026, 3, 5, 0, 0, 0, 0, time.UTC)

// table writes a small workbook with one open column.
func table(t require.TestingT, choices []string, texts ...string) []byte {
	book := sheet.New("检查表", made)
	s := book.Sheet("检查表", 6, 30, 12)
	s.Title("检查表")
	s.Line("表式：T-1")
	s.Head("序号", "内容", "结果")
	first := s.Rows() + 1
	for i, text := range texts {
		s.Row(sheet.Count(i+1), sheet.Text(text), sheet.Pick())
	}
	s.DropList(3, first, s.Rows(), "结果", choices)
	var out bytes.Buffer
	require.NoError(t, book.Write(&out))
	return out.Bytes()
}

func open(t require.TestingT, raw []byte) *excelize.File {
	file, err := excelize.OpenReader(bytes.NewReader(raw))
	require.NoError(t, err)
	return file
}

// parts gives every part of the file as text.
func parts(t *testing.T, raw []byte) map[string]string {
	pack, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	require.NoError(t, err)
	texts := map[string]string{}
	for _, f := range pack.File {
		r, err := f.Open()
		require.NoError(t, err)
		text, err := io.ReadAll(r)
		require.NoError(t, err)
		texts[f.Name] = string(text)
	}
	return texts
}

func TestEqualInputGivesEqualBytes(t *testing.T) {
	long := make([]string, 60)
	for i := range long {
		long[i] = fmt.Sprintf("第%d责任股室", i)
	}
	for range 5 {
		require.Equal(t, table(t, long, "甲", "乙"), table(t, long, "甲", "乙"))
	}
}

func TestWhatAPersonWroteStaysText(t *testing.T) {
	texts := []string{`=1+1`, `+86`, `-5`, `@SUM(A1)`, `=HYPERLINK("http://x","y")`, "1.10", "007", "_x0041_", "a_x4E00__x005F_x", "𬳵䶮·㛃", "<b>&", "  前后空格  "}
	file := open(t, table(t, nil, texts...))
	for i, text := range texts {
		cell := fmt.Sprintf("B%d", i+4)
		got, err := file.GetCellValue("检查表", cell)
		require.NoError(t, err)
		require.Equal(t, text, got)
		formula, err := file.GetCellFormula("检查表", cell)
		require.NoError(t, err)
		require.Empty(t, formula)
	}
}

func TestAnyTextComesBackAsItWas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("=+-@1.，甲乙𬳵 &<>'\"\n_x04")), 1, 60, -1).Draw(t, "text")
		got, err := open(t, table(t, nil, text)).GetCellValue("检查表", "B4")
		require.NoError(t, err)
		require.Equal(t, text, got)
	})
}

func TestOnlyOpenCellsAreUnlocked(t *testing.T) {
	file := open(t, table(t, nil, "甲"))
	locked := func(cell string) bool {
		id, err := file.GetCellStyle("检查表", cell)
		require.NoError(t, err)
		style, err := file.GetStyle(id)
		require.NoError(t, err)
		return style.Protection == nil || style.Protection.Locked
	}
	for _, cell := range []string{"A1", "A2", "C3", "A4", "B4", "A99"} {
		require.True(t, locked(cell), cell)
	}
	require.False(t, locked("C4"))
	protection, err := file.GetSheetProtection("检查表")
	require.NoError(t, err)
	require.True(t, protection.SelectUnlockedCells)
}

func TestThePageIsA4AcrossWithHeadsRepeated(t *testing.T) {
	file := open(t, table(t, nil, "甲"))
	page, err := file.GetPageLayout("检查表")
	require.NoError(t, err)
	require.Equal(t, 9, *page.Size)
	require.Equal(t, "landscape", *page.Orientation)
	require.Equal(t, 1, *page.FitToWidth)
	require.Equal(t, 0, *page.FitToHeight)
	names := file.GetDefinedName()
	require.Len(t, names, 1)
	require.Equal(t, "'检查表'!$3:$3", names[0].RefersTo)
	panes, err := file.GetPanes("检查表")
	require.NoError(t, err)
	require.True(t, panes.Freeze)
	require.Equal(t, 3, panes.YSplit)
	foot, err := file.GetHeaderFooter("检查表")
	require.NoError(t, err)
	require.Equal(t, "&C第 &P 页 共 &N 页", foot.OddFooter)
}

func TestShortListsStandInTheCell(t *testing.T) {
	file := open(t, table(t, []string{"符合", "不符合"}, "甲"))
	rules, err := file.GetDataValidations("检查表")
	require.NoError(t, err)
	require.Len(t, rules, 1)
	require.Equal(t, `"符合,不符合"`, rules[0].Formula1)
	require.Equal(t, []string{"检查表"}, file.GetSheetList())
}

func TestListsThatDoNotFitStandOnASheetInSight(t *testing.T) {
	long := make([]string, 52)
	for i := range long {
		long[i] = fmt.Sprintf("股室%02d", i)
	}
	// 51 names of four units with their commas make 254, one more is too long.
	require.Len(t, open(t, table(t, long[:51], "甲")).GetSheetList(), 1)
	for name, choices := range map[string][]string{
		"too long": long, "comma": {"人事,党建股"}, "quote": {`"甲"股`}, "equals": {"=甲"}, "astral": {strings.Repeat("𬳵", 128)},
	} {
		t.Run(name, func(t *testing.T) {
			file := open(t, table(t, choices, "甲"))
			require.Equal(t, []string{"检查表", "下拉选项"}, file.GetSheetList())
			visible, err := file.GetSheetVisible("下拉选项")
			require.NoError(t, err)
			require.True(t, visible)
			rules, err := file.GetDataValidations("检查表")
			require.NoError(t, err)
			require.Equal(t, fmt.Sprintf("'下拉选项'!$A$2:$A$%d", len(choices)+1), rules[0].Formula1)
			last, err := file.GetCellValue("下拉选项", fmt.Sprintf("A%d", len(choices)+1))
			require.NoError(t, err)
			require.Equal(t, choices[len(choices)-1], last)
		})
	}
}

func TestPropertiesNameNobody(t *testing.T) {
	texts := parts(t, table(t, nil, "甲"))
	core := texts["docProps/core.xml"]
	require.Contains(t, core, "检查表")
	require.Contains(t, core, "2026-03-05T00:00:00Z")
	require.Equal(t, 2, strings.Count(core, "2026-"))
	for _, text := range texts {
		require.NotContains(t, text, "xuri</")
		require.NotContains(t, text, "Excelize")
	}
	require.NotContains(t, core, "lastModifiedBy>x")
}

func TestRowsAreAsHighAsTheirText(t *testing.T) {
	height := func(text string) float64 {
		h, err := open(t, table(t, nil, text)).GetRowHeight("检查表", 4)
		require.NoError(t, err)
		return h
	}
	one := height("甲")
	require.Equal(t, one, height("甲乙丙丁戊己庚辛壬癸"))              // 20 of 30 columns
	require.Greater(t, height("甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己"), one)      // 32 of 30
	require.Greater(t, height(strings.Repeat("a", 31)), one) // a word that is too long is broken
	require.Greater(t, height("甲\n乙"), one)
	require.LessOrEqual(t, height(strings.Repeat("甲", 5000)), 409.0)
}

func TestTheFirstErrorIsTold(t *testing.T) {
	book := sheet.New("x", made)
	book.Sheet("不许有[括号]", 10)
	require.Error(t, book.Write(io.Discard))
}
