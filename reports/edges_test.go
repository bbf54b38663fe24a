package reports

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/workday"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

// announced makes an announcement with that title and body.
func announced(t *testing.T, title, body string) (page.Document, error) {
	t.Helper()
	template, err := TemplateOf("announcement")
	require.NoError(t, err)
	return template.Pages(Values{
		"title": {Text: title}, "body": {Text: body}, "issuer": {Text: "中共云岭县食品药品监督管理局党组"}, "issue_date": {Text: "2026-03-05"},
	}, workday.New().Between, page.Style{}, face.Embedded())
}

// requireHangable asks that every line stands on its sheet and is complete in the PDF.
func requireHangable(t *testing.T, doc page.Document, parts ...string) {
	t.Helper()
	for i, p := range doc.Pages {
		for _, l := range p.Lines {
			require.GreaterOrEqual(t, l.X, 20.0, "page %d: %q", i+1, l.Text)
			require.LessOrEqual(t, l.X+l.At[len(l.At)-1], p.Width-20, "page %d: %q", i+1, l.Text)
			require.LessOrEqual(t, l.Y, p.Height-10, "page %d: %q", i+1, l.Text)
		}
	}
	text := withoutBlanks(told(t, painted(t, doc)))
	for _, part := range parts {
		require.Contains(t, text, withoutBlanks(part))
	}
}

func TestANameOfFiftyCharactersHangsWhole(t *testing.T) {
	name := string([]rune(strings.Repeat("阿卜杜热合曼·买买提艾力·", 5))[:50])
	require.Len(t, []rune(name), 50)
	template, err := TemplateOf("appointment")
	require.NoError(t, err)
	v := sampleOf(t, template)
	v["candidates"].Rows[0]["name"] = name
	doc, err := template.Pages(v, workday.New().Between, page.Style{}, face.Embedded())
	require.NoError(t, err)
	requireHangable(t, doc, name)
	v["candidates"].Rows[0]["name"] = name + "某"
	_, err = template.Pages(v, workday.New().Between, page.Style{}, face.Embedded())
	require.ErrorIs(t, err, data.ErrInvalid)
}

func TestATableOfFourHundredRowsHangsWhole(t *testing.T) {
	body := "名单如下：\n序号\t姓名\t单位\n"
	var parts []string
	for i := range 400 {
		parts = append(parts, fmt.Sprintf("第%d人", i))
		body += fmt.Sprintf("%d\t第%d人\t机关第%d党支部\n", i+1, i, i%9+1)
	}
	doc, err := announced(t, "关于公布党员名单的公告", body+"特此公告。")
	require.NoError(t, err)
	requireHangable(t, doc, append(parts, "特此公告。")...)
	for _, p := range doc.Pages[:len(doc.Pages)-1] {
		require.Equal(t, 1, strings.Count(said(page.Document{Pages: []page.Page{p}}), "序号"))
	}
}

func TestATitleOfNinetyCharactersHangsWhole(t *testing.T) {
	title := string([]rune("关于" + strings.Repeat("进一步加强和改进全县食品药品监督管理系统党务公开工作", 4))[:87]) + "的公告"
	require.Len(t, []rune(title), 90)
	doc, err := announced(t, title, "正文。")
	require.NoError(t, err)
	require.Len(t, doc.Pages, 1)
	requireHangable(t, doc, title)
}

func TestAnEmptyBodyIsRefusedByField(t *testing.T) {
	_, err := announced(t, "关于某事的公告", " \n　")
	var refusal *data.Refusal
	require.ErrorAs(t, err, &refusal)
	require.Equal(t, "document.missing", refusal.Code)
	require.Equal(t, []string{"field:announcement/body"}, refusal.Args)
}

func TestABodyOfTwoHundredPagesHangsWhole(t *testing.T) {
	paragraph := strings.Repeat("各党支部要按照目录及时公开，做到应公开尽公开。", 12)
	var body strings.Builder
	for i := range 520 {
		fmt.Fprintf(&body, "%d.%s\n", i+1, paragraph)
	}
	doc, err := announced(t, "关于印发党务公开实施细则的公告", body.String())
	require.NoError(t, err)
	require.Greater(t, len(doc.Pages), 200)
	text := withoutBlanks(told(t, painted(t, doc)))
	require.Equal(t, 520*12, strings.Count(withoutPageNumbers(text), "应公开尽公开"))
}

// withoutPageNumbers takes —12— out of a text.
func withoutPageNumbers(text string) string {
	var kept []string
	for i, part := range strings.Split(text, "—") {
		if i%2 == 0 {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, "")
}
