package app

import (
	"archive/zip"
	"bytes"
	"context"
	"image"
	"image/png"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/app/words"
	"gongkailan/data"
	"gongkailan/reports"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
	"gongkailan/reports/pdf"
)

// wordFile is a Word document with a paragraph that is seen and one that is not.
func wordFile(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	part, err := archive.Create("word/document.xml")
	require.NoError(t, err)
	_, err = part.Write([]byte(`<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>看得见的一段。</w:t></w:r></w:p>` +
		`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏起来的</w:t></w:r></w:p></w:body></w:document>`))
	require.NoError(t, err)
	require.NoError(t, archive.Close())
	return out.Bytes()
}

func textOn(pages []page.Page) string {
	var b strings.Builder
	for _, p := range pages {
		for _, l := range p.Lines {
			b.WriteString(l.Text)
		}
	}
	return b.String()
}

func TestEachAttachmentOfAnItemHasItsPagesOrTheReasonWhyNot(t *testing.T) {
	b, _ := built(t)
	ctx := context.Background()
	faces := face.Embedded()
	doc, err := reports.Typeset("附表\n第一行。", page.Style{}, faces)
	require.NoError(t, err)
	var paper, photo bytes.Buffer
	require.NoError(t, pdf.Write(&paper, doc, faces, time.Date(2026, 3, 5, 8, 0, 0, 0, time.UTC)))
	require.NoError(t, png.Encode(&photo, image.NewGray(image.Rect(0, 0, 300, 200))))
	var item data.Item
	placed, err := b.Session.KeepFile(ctx, "现场.png", photo.Bytes())
	require.NoError(t, err)
	item.Attachments, item.Body = []data.Attachment{placed}, "正文。\n［图：现场.png］" // the body shows it: it is no enclosure
	for _, f := range []struct {
		name string
		raw  []byte
	}{
		{"附表.pdf", paper.Bytes()}, {"合影.png", append(photo.Bytes(), 0)}, {"办法.docx", wordFile(t)}, {"旧稿.doc", []byte("\xD0\xCF\x11\xE0 old")},
	} {
		a, err := b.Session.KeepFile(ctx, f.name, f.raw)
		require.NoError(t, err)
		item.Attachments = append(item.Attachments, a)
	}
	item.Attachments = append(item.Attachments, data.Attachment{Name: "丢失.pdf", Digest: strings.Repeat("0", 64)})

	e := newEnclosures()
	list, err := e.pages(ctx, b.Desk, item, faces)
	require.NoError(t, err)
	require.Len(t, list, 5)
	for i, name := range []string{"附表.pdf", "合影.png", "办法.docx", "旧稿.doc", "丢失.pdf"} {
		require.Equal(t, name, list[i].Name)
		require.Equal(t, i < 3, list[i].Why == nil, name)
		require.Equal(t, i < 3, len(list[i].Pages) == 1, name)
	}
	require.Len(t, list[0].Pages[0].Figures, 1)
	require.Equal(t, "附件3　办法（文字版，版式以原件为准）看得见的一段。", textOn(list[2].Pages))
	for _, language := range []string{words.Chinese, words.English} {
		for _, at := range []int{3, 4} {
			require.NotContains(t, words.For(language).Error(list[at].Why), "refuse.")
		}
	}

	again, err := e.pages(ctx, b.Desk, item, faces)
	require.NoError(t, err)
	require.Same(t, &list[0].Pages[0].Figures[0].Image[0], &again[0].Pages[0].Figures[0].Image[0], "a file is painted once")
	require.Equal(t, list[3].Why, again[3].Why)
	require.NoError(t, e.press.Close(ctx))
}

func TestWhatIsKeptOfAttachmentsIsBounded(t *testing.T) {
	e := newEnclosures()
	heavy := enclosed{Pages: []page.Page{{Figures: []page.Figure{{Image: make([]byte, mostKept/4)}}}}}
	for i := range 10 {
		e.keep(enclosureKey{digest: strconv.Itoa(i)}, heavy)
		require.LessOrEqual(t, e.weight, mostKept)
		require.Len(t, e.kept, len(e.order))
	}
	_, first := e.get(enclosureKey{digest: "0"})
	_, last := e.get(enclosureKey{digest: "9"})
	require.False(t, first)
	require.True(t, last)
	for i := range mostTold + 50 {
		e.keep(enclosureKey{name: strconv.Itoa(i)}, enclosed{})
	}
	require.LessOrEqual(t, len(e.kept), mostTold)
}
