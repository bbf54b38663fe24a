package help

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"gongkailan/app/ui"
	"gongkailan/app/words"
)

func TestAPageIsTakenApart(t *testing.T) {
	p := read("x", "# 题目\n第一行\n第二行\n\n第二段\n## 小标题\n1. 先\n12. 后\n- 点\n![说明](a|b)\n3.5 不是步骤\n")
	require.Equal(t, page{topic: "x", title: "题目", blocks: []block{
		{text: "第一行\n第二行"},
		{text: "第二段"},
		{kind: heading, text: "小标题"},
		{kind: step, mark: "1", text: "先"},
		{kind: step, mark: "12", text: "后"},
		{kind: step, mark: "·", text: "点"},
		{kind: picture, mark: "说明", text: "a|b"},
		{text: "3.5 不是步骤"},
	}}, p)
}

func TestEveryTaskHasAPageInBothLanguages(t *testing.T) {
	chinese, english := pagesOf(words.Chinese), pagesOf(words.English)
	for i, p := range chinese {
		require.NotEqual(t, p.topic, p.title, "no page")
		require.NotEmpty(t, p.blocks, p.topic)
		require.Len(t, english[i].blocks, len(p.blocks), "%s says the same in both", p.topic)
		for j, b := range p.blocks {
			require.Equal(t, b.kind, english[i].blocks[j].kind, "%s, block %d", p.topic, j)
			require.NotContains(t, b.text, "\"", "%s: full-width marks", p.topic)
		}
		require.False(t, strings.ContainsFunc(english[i].title, func(r rune) bool { return unicode.Is(unicode.Han, r) }), p.topic)
	}
	for _, language := range []string{words.Chinese, words.English} {
		files, err := fs.ReadDir(os.DirFS("../../../assets/help"), language)
		require.NoError(t, err)
		require.Len(t, files, len(topics()), "a file that no page shows")
	}
}

func TestTheBookOpensTurnsAndShowsPictures(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(ui.Theme{})
	var opened []string
	back := 0
	opt := Options{
		Words: words.For(words.Chinese), Topic: "propose", Keys: []Key{{"打印", "Ctrl+P"}}, Database: "/x/d.db", Crash: "/x/d-crash.txt",
		Open: func(topic string) { opened = append(opened, topic) }, Back: func() { back++ },
	}
	h := New(opt)
	require.Equal(t, "propose", h.Topic())
	pictures := 0
	for _, o := range test.LaidOutObjects(shown(t, h)) {
		switch o := o.(type) {
		case *canvas.Image:
			pictures++
		case *ui.RailItem, *ui.Link, *ui.Button:
			test.Tap(o.(fyne.Tappable))
		}
	}
	require.Equal(t, 1, pictures)
	require.Equal(t, 1, back)
	require.Equal(t, append(topics(), "today", "templates"), opened)

	opt.Topic = "no such page"
	require.Equal(t, "first", New(opt).Topic())
	opt.Topic = "keys"
	require.Contains(t, texts(t, New(opt)), "Ctrl+P")
	opt.Topic = "about"
	require.Contains(t, texts(t, New(opt)), "/x/d.db")
	require.Contains(t, texts(t, New(opt)), "/x/d-crash.txt")
}

func shown(t *testing.T, h *Help) fyne.CanvasObject {
	t.Helper()
	window := test.NewTempWindow(t, h.Object())
	window.Resize(fyne.NewSize(1182, 2000))
	return window.Content()
}

func texts(t *testing.T, h *Help) string {
	t.Helper()
	var all strings.Builder
	for _, o := range test.LaidOutObjects(shown(t, h)) {
		if text, ok := o.(*canvas.Text); ok {
			all.WriteString(text.Text)
		}
	}
	return all.String()
}
