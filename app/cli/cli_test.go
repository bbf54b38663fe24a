package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"gongkailan/app/demo"
	"gongkailan/assets"
	"gongkailan/data/desk"
	"gongkailan/data/seal"
	"gongkailan/data/wholefile"
	"gongkailan/reports"
	"gongkailan/reports/bulletin"
)

// at runs a command line in a world without windows and gives its exit code, output and messages.
func at(t *testing.T, env map[string]string, args ...string) (code int, out, messages string) {
	t.Helper()
	var o, e bytes.Buffer
	picture := image.NewRGBA(image.Rect(0, 0, 2, 2))
	world := World{
		In: strings.NewReader(""), Out: &o, Err: &e, Now: time.Now,
		Getenv: func(name string) string { return env[name] },
		Office: func(context.Context, OfficeCall) error { return nil },
		Kiosk:  func(context.Context, KioskCall) error { return nil },
		SetPIN: func(string, string) error { return nil },
		Issue: func(_ context.Context, _ *desk.Desk, _ *desk.Session, path string, _ time.Time) (bulletin.Bulletin, error) {
			return bulletin.Bulletin{}, wholefile.Write(path, []byte("bulletin"))
		},
		DeskPicture:  func(context.Context, *desk.Desk, *desk.Session, string) (image.Image, error) { return picture, nil },
		KioskPicture: func(bulletin.Bulletin) (image.Image, error) { return picture, nil },
	}
	code = Run(context.Background(), args, world)
	return code, o.String(), e.String()
}

func write(t *testing.T, name string, raw []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, raw, 0o600))
	return path
}

// demoDB makes a demonstration unit's database with cheap passwords.
func demoDB(t *testing.T) (path, number string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "演示 #1.db")
	b, err := demo.Build(context.Background(), path, demo.Options{Now: time.Now, Cost: seal.Cost{Time: 1, Memory: 8, Threads: 1}})
	require.NoError(t, err)
	require.NoError(t, b.Desk.Close())
	return path, b.Item.Number
}

func TestWrongWordsEndWithTwo(t *testing.T) {
	for _, args := range [][]string{{"nonsense"}, {"notice"}, {"workday", "2026-03-05"}, {"--lang", "fr", "verify"}} {
		code, out, messages := at(t, nil, args...)
		require.Equal(t, WrongWords, code, args)
		require.Empty(t, out)
		require.NotEmpty(t, messages)
	}
}

func TestWorkdayPrintsItsProof(t *testing.T) {
	code, out, _ := at(t, nil, "workday", "2026-09-17", "5", "--json")
	require.Equal(t, Done, code)
	var got struct {
		Last     string
		Official bool
		Days     []struct {
			Date   string
			Counts bool
			Reason string
		}
	}
	require.NoError(t, json.Unmarshal([]byte(out), &got))
	require.Equal(t, "2026-09-23", got.Last)
	require.True(t, got.Official)
	require.Len(t, got.Days, 6)
	code, _, messages := at(t, nil, "workday", "2026-02-30", "5")
	require.Equal(t, Refused, code)
	require.Contains(t, messages, "2026-02-30")
}

func TestADryRunChangesNothingAndNeedsNoDatabase(t *testing.T) {
	raw, err := simplifiedchinese.GB18030.NewEncoder().Bytes(assets.DemoPlan())
	require.NoError(t, err)
	code, out, messages := at(t, nil, "catalog", "import", write(t, "方案.txt", raw), "--dry-run", "--json")
	require.Equal(t, Done, code, messages)
	var got catalogDocument
	require.NoError(t, json.Unmarshal([]byte(out), &got))
	require.Len(t, got.Categories, 6)
	require.Len(t, got.Entries, 24)
	require.NotEmpty(t, got.Skipped)
}

func TestBadInputIsToldInWords(t *testing.T) {
	jpeg := write(t, "图.txt", []byte("\xFF\xD8\xFF\xE0\x00\x10JFIF"))
	empty := write(t, "空.txt", nil)
	plain := write(t, "文.txt", []byte("标题\n正文。\n"))
	for words, args := range map[string][]string{
		"JPEG":   {"catalog", "import", jpeg, "--dry-run"},
		"空的":     {"catalog", "import", empty, "--dry-run"},
		"找不到文件":  {"catalog", "import", "没有.txt", "--dry-run"},
		"没有找到":   {"catalog", "import", plain, "--dry-run"},
		"字体文件":   {"typeset", plain, "--out", filepath.Join(t.TempDir(), "x.pdf"), "--font", jpeg},
		"写不进":    {"typeset", plain, "--out", filepath.Join(t.TempDir(), "没有这个文件夹", "x.pdf")},
		"不是公开文件": {"bulletin", "verify", plain},
		"数据库":    {"verify", "--db", plain},
		"10至200": {"kiosk", "--panel-inches", "3"},
	} {
		code, _, messages := at(t, nil, args...)
		require.Equal(t, Refused, code, args)
		require.Contains(t, messages, words, args)
		require.NotContains(t, messages, "refuse.", "every refusal has its words")
	}
}

func TestANewUnitsCatalogueIsThereAtOnceAndCanBeReplaced(t *testing.T) {
	db := filepath.Join(t.TempDir(), "单位.db")
	code, _, messages := at(t, nil, "init", "--db", db, "--unit", "清溪县水务局", "--superior", "中共清溪县委")
	require.Equal(t, Done, code, messages)
	code, out, _ := at(t, nil, "catalog", "list", "--db", db, "--json")
	require.Equal(t, Done, code)
	require.Contains(t, out, "干部选拔、任用及奖惩情况")
	code, _, messages = at(t, nil, "init", "--db", db, "--unit", "另一个局")
	require.Equal(t, Refused, code, "an old database is never written over")
	require.NotEmpty(t, messages)
	code, _, messages = at(t, nil, "catalog", "import", write(t, "p.txt", assets.DemoPlan()), "--db", db)
	require.Equal(t, Done, code, messages)
	book := filepath.Join(t.TempDir(), "目录.xlsx")
	code, _, messages = at(t, nil, "catalog", "export", "--db", db, "--out", book)
	require.Equal(t, Done, code, messages)
	code, out, _ = at(t, nil, "catalog", "import", book, "--dry-run", "--json")
	require.Equal(t, Done, code)
	require.Contains(t, out, "党员违纪案件处理情况")
	paper := filepath.Join(t.TempDir(), "目录.PDF")
	code, _, messages = at(t, nil, "catalog", "export", "--db", db, "--out", paper, "--faces", "embedded")
	require.Equal(t, Done, code, messages)
	raw, err := os.ReadFile(paper)
	require.NoError(t, err)
	require.True(t, bytes.HasPrefix(raw, []byte("%PDF-")))
}

func TestANewUnitBeginsWithAReadySet(t *testing.T) {
	code, out, messages := at(t, nil, "catalog", "sets", "--json")
	require.Equal(t, Done, code, messages)
	var sets []setRow
	require.NoError(t, json.Unmarshal([]byte(out), &sets))
	require.Len(t, sets, 3)
	db := filepath.Join(t.TempDir(), "村.db")
	code, _, messages = at(t, nil, "init", "--db", db, "--unit", "青石村", "--catalogue", "village")
	require.Equal(t, Done, code, messages)
	_, out, _ = at(t, nil, "catalog", "list", "--db", db)
	require.Contains(t, out, "四议两公开")
	code, _, _ = at(t, nil, "init", "--db", db+"2", "--unit", "青石村", "--catalogue", "town")
	require.Equal(t, WrongWords, code)
}

func TestTheVersionsOfTheCatalogueAreListedAndADaysIsShown(t *testing.T) {
	db := filepath.Join(t.TempDir(), "单位.db")
	env := map[string]string{"GONGKAILAN_PASSWORD": "很长的口令2026"}
	code, _, messages := at(t, env, "init", "--db", db, "--unit", "清溪县水务局", "--as", "王管理")
	require.Equal(t, Done, code, messages)
	plan := write(t, "方案.txt", assets.DemoPlan())
	code, _, messages = at(t, env, "catalog", "import", plan, "--db", db, "--as", "王管理")
	require.Equal(t, Done, code, messages)
	code, out, messages := at(t, nil, "catalog", "versions", "--db", db, "--json")
	require.Equal(t, Done, code, messages)
	var versions []versionRow
	require.NoError(t, json.Unmarshal([]byte(out), &versions))
	require.Len(t, versions, 2)
	require.Equal(t, []string{"王管理", "方案.txt"}, []string{versions[1].By, versions[1].Note})
	require.Contains(t, versions[1].Changed, "2.1")
	code, _, _ = at(t, nil, "catalog", "list", "--db", db, "--on", "2020-01-01")
	require.Equal(t, Refused, code)
	code, out, _ = at(t, nil, "catalog", "list", "--db", db, "--on", "2099年1月1日")
	require.Equal(t, Done, code)
	require.Contains(t, out, "干部选拔")
}

func TestImportingIntoAFoundedUnitNeedsAPerson(t *testing.T) {
	db := filepath.Join(t.TempDir(), "单位.db")
	env := map[string]string{"GONGKAILAN_PASSWORD": "很长的口令2026"}
	code, _, messages := at(t, env, "init", "--db", db, "--unit", "清溪县水务局", "--as", "王管理")
	require.Equal(t, Done, code, messages)
	plan := write(t, "p.txt", assets.DemoPlan())
	code, _, messages = at(t, nil, "catalog", "import", plan, "--db", db)
	require.Equal(t, Refused, code)
	require.Contains(t, messages, "--as")
	code, _, _ = at(t, map[string]string{"GONGKAILAN_PASSWORD": "wrong password"}, "catalog", "import", plan, "--db", db, "--as", "王管理")
	require.Equal(t, Refused, code)
	code, _, messages = at(t, env, "catalog", "import", plan, "--db", db, "--as", "王管理")
	require.Equal(t, Done, code, messages)
}

func TestItemsNoticeFormAndChecklistOfADemonstration(t *testing.T) {
	db, number := demoDB(t)
	folder := t.TempDir()
	for _, args := range [][]string{
		{"notice", number, "--out", filepath.Join(folder, "n.pdf")},
		{"approval", number, "--out", filepath.Join(folder, "a.pdf")},
		{"checklist", "export", "--out", filepath.Join(folder, "c.xlsx")},
		{"item", "show", number},
		{"verify"},
		{"bulletin", "issue", "--out", filepath.Join(folder, "b.gkb")},
	} {
		code, _, messages := at(t, nil, append(args, "--db", db)...)
		require.Equal(t, Done, code, "%v: %s", args, messages)
	}
	code, out, _ := at(t, nil, "item", "list", "--status", "公开中", "--db", db, "--json")
	require.Equal(t, Done, code)
	var rows []itemRow
	require.NoError(t, json.Unmarshal([]byte(out), &rows))
	require.NotEmpty(t, rows)
	require.Equal(t, number, rows[0].Number, "the newest first")
	for _, args := range [][]string{
		{"--query", "rqgs"}, {"--query", "王䶮", "--office", "组织人事股", "--category", "3", "--audience", "全社会", "--mode", "immediate", "--year", number[:4]},
	} {
		code, out, messages := at(t, nil, append([]string{"item", "list", "--db", db, "--json"}, args...)...)
		require.Equal(t, Done, code, messages)
		require.NoError(t, json.Unmarshal([]byte(out), &rows))
		require.Len(t, rows, 1, args)
		require.Equal(t, number, rows[0].Number)
	}
	for _, wrong := range []string{"--status", "--office", "--audience", "--mode"} {
		code, _, messages := at(t, nil, "item", "list", "--db", db, wrong, "没有")
		require.Equal(t, Refused, code)
		require.Contains(t, messages, "“没有”", wrong)
	}
	code, _, messages := at(t, nil, "notice", "1999-0001", "--out", filepath.Join(folder, "x.pdf"), "--db", db)
	require.Equal(t, Refused, code)
	require.Contains(t, messages, "1999-0001")
}

func TestTheLinesOfATypesetTextAreTheText(t *testing.T) {
	text := "关于王䶮等2名同志任前公示的公告\n根据《党政领导干部选拔任用工作条例》有关规定，经2026年3月5日局党组会议集体研究，现将拟任人选情况公示如下：\n一、拟任人选\n张𬱟，男。\n"
	code, out, messages := at(t, nil, "typeset", write(t, "t.txt", []byte(text)), "--out", filepath.Join(t.TempDir(), "t.pdf"), "--json")
	require.Equal(t, Done, code, messages)
	var doc reports.Typesetting
	require.NoError(t, json.Unmarshal([]byte(out), &doc))
	var joined string
	for _, p := range doc.Pages {
		for _, l := range p.Lines {
			joined += l.Text
		}
	}
	require.Equal(t, strings.ReplaceAll(text, "\n", ""), joined)
}

func TestADemonstrationNeverWritesOverSomebodysDatabase(t *testing.T) {
	folder := t.TempDir()
	code, _, messages := at(t, nil, "init", "--db", filepath.Join(folder, "demo.db"), "--unit", "清溪县水务局")
	require.Equal(t, Done, code, messages)
	code, _, messages = at(t, nil, "demo", "--out", folder)
	require.Equal(t, Refused, code)
	require.Contains(t, messages, "不是演示数据")
}

func TestNothingIsWrittenOverADatabaseOrItsSource(t *testing.T) {
	db, number := demoDB(t)
	text := write(t, "t.txt", []byte("标题\n正文。\n"))
	before, err := os.ReadFile(db)
	require.NoError(t, err)
	for _, args := range [][]string{
		{"notice", number, "--out", db, "--db", db},
		{"checklist", "export", "--out", db, "--db", db},
		{"bulletin", "issue", "--out", db, "--db", db},
		{"typeset", text, "--out", db},
		{"typeset", text, "--out", text},
	} {
		code, _, messages := at(t, nil, args...)
		require.Equal(t, Refused, code, args)
		require.Contains(t, messages, "请换一个输出文件名")
	}
	after, err := os.ReadFile(db)
	require.NoError(t, err)
	require.Equal(t, before, after)
}

func TestADryRunShowsWhatTheImportStores(t *testing.T) {
	db, _ := demoDB(t)
	plan := write(t, "p.txt", assets.DemoPlan())
	code, dry, messages := at(t, nil, "catalog", "import", plan, "--db", db, "--dry-run")
	require.Equal(t, Done, code, messages)
	code, _, messages = at(t, nil, "catalog", "import", plan, "--db", db)
	require.Equal(t, Done, code, messages)
	code, listed, _ := at(t, nil, "catalog", "list", "--db", db)
	require.Equal(t, Done, code)
	require.Equal(t, listed, dry[:len(listed)])
}

func TestSuspectedTyposAreTakenOnlyWhenSomebodySaysSo(t *testing.T) {
	db := filepath.Join(t.TempDir(), "单位.db")
	code, _, messages := at(t, nil, "init", "--db", db, "--unit", "清溪县水务局")
	require.Equal(t, Done, code, messages)
	plan := write(t, "p.txt", bytes.ReplaceAll(assets.DemoPlan(), []byte("任期目标"), []byte("人气目标")))
	_, _, messages = at(t, nil, "catalog", "import", plan, "--db", db)
	require.Contains(t, messages, "--correct")
	_, listed, _ := at(t, nil, "catalog", "list", "--db", db)
	require.Contains(t, listed, "人气目标")
	code, _, messages = at(t, nil, "catalog", "import", plan, "--db", db, "--correct")
	require.Equal(t, Done, code, messages)
	_, listed, _ = at(t, nil, "catalog", "list", "--db", db)
	require.Contains(t, listed, "任期目标")
}

func TestADemonstrationReplacesAnEarlierOneWhole(t *testing.T) {
	folder := t.TempDir()
	for range 2 {
		code, out, messages := at(t, nil, "demo", "--out", folder, "--json")
		require.Equal(t, Done, code, messages)
		var doc demoDocument
		require.NoError(t, json.Unmarshal([]byte(out), &doc))
		code, _, messages = at(t, nil, "verify", "--db", doc.Files.DB)
		require.Equal(t, Done, code, messages)
	}
	left, err := os.ReadDir(folder)
	require.NoError(t, err)
	for _, f := range left {
		require.False(t, strings.HasPrefix(f.Name(), "."), "nothing half-made stays: %s", f.Name())
	}
}

func TestHelpAndWrongWordsSpeakTheLanguageOfTheCall(t *testing.T) {
	code, out, _ := at(t, nil, "--help")
	require.Equal(t, Done, code)
	require.Contains(t, out, "校验全部签名和记录链。")
	require.NotRegexp(t, `(?m)  [A-Z][a-z]+ [a-z]+ [a-z]+.*\.$`, out, "every help text has its Chinese")
	_, out, _ = at(t, nil, "--lang", "en", "--help")
	require.Contains(t, out, "Check every signature")
	_, _, messages := at(t, nil, "nonsense")
	require.Contains(t, messages, "命令写法不对")
}

func TestHalfWidthMarksAreToldAndCorrectedOnlyWhenAsked(t *testing.T) {
	text := "公示\n经研究,现公示如下:\n涉及`重大事项\n"
	file := write(t, "t.txt", []byte(text))
	code, out, messages := at(t, nil, "typeset", file)
	require.Equal(t, Done, code, messages)
	require.Equal(t, text, out, "nothing changes unless somebody wants it")
	require.Equal(t, 4, strings.Count(messages, "\n"), messages)
	require.Contains(t, messages, "第2行：, → ，　经研究【,】现公示如下:")
	require.Contains(t, messages, "第3行：` → 删去　涉及【`】重大事项")
	require.Contains(t, messages, "--full-width")
	code, out, messages = at(t, nil, "typeset", file, "--full-width")
	require.Equal(t, Done, code, messages)
	require.Equal(t, "公示\n经研究，现公示如下：\n涉及重大事项\n", out)
	require.Equal(t, "已改正3处标点或数字。\n", messages)
	code, out, _ = at(t, nil, "typeset", file, "--json")
	require.Equal(t, Done, code)
	var doc map[string]json.RawMessage
	require.NoError(t, json.Unmarshal([]byte(out), &doc))
	require.Len(t, doc, 1, "the document holds the pages and nothing else")
}
