package reports

import (
	"bytes"
	"fmt"
	"os/exec"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
	"gongkailan/reports/pdf"
)

// laid lays the item out as an approved notice and gives its lines.
func laid(t *testing.T, item data.Item) (page.Document, []string) {
	t.Helper()
	doc, err := Notice(NoticeInput{Item: item, WorkingDays: 5, Approved: true}, face.Embedded())
	require.NoError(t, err)
	var lines []string
	for _, p := range Lines(doc).Pages {
		for _, l := range p.Lines {
			lines = append(lines, l.Text)
		}
	}
	return doc, lines
}

// painted writes the document and gives the file.
func painted(t *testing.T, doc page.Document) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, pdf.Write(&out, doc, face.Embedded(), time.Unix(1_772_672_400, 0)))
	return out.Bytes()
}

// told gives what pdftotext finds in a file, without white space.
func told(t *testing.T, raw []byte) string {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed")
	}
	command := exec.Command("pdftotext", "-", "-")
	command.Stdin = bytes.NewReader(raw)
	text, err := command.Output()
	require.NoError(t, err)
	return bare(string(text))
}

func bare(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

func TestAPublicityHasItsPeriodAndHowToObjectBeforeTheSignature(t *testing.T) {
	_, lines := laid(t, sample())
	text := strings.Join(lines, "")
	order := []string{
		"关于王䶮等8名同志任前公示的公告", "根据《党政领导干部选拔任用工作条例》", "一、拟任人选",
		"二、公示时间", "2026年3月6日至3月12日（5个工作日）。", "三、受理方式",
		"公示期间如有异议", "局机关党委", "电话：12345；地址：城关镇人民路1号。",
		"中共云岭县食品药品监督管理局党组", "2026年3月5日",
	}
	at := 0
	for _, part := range order {
		i := strings.Index(text[at:], part)
		require.GreaterOrEqual(t, i, 0, "%s after the parts before it", part)
		at += i + len(part)
	}
	require.Len(t, text, at, "the date is the last")
}

func TestANoticePeriodNamesTheYearTwiceOnlyWhereItChanges(t *testing.T) {
	require.Equal(t, "2026年3月6日至3月12日（5个工作日）。", PeriodText("2026-03-06", "2026-03-12", 5))
	require.Equal(t, "2026年12月30日至2027年1月7日（6个工作日）。", PeriodText("2026-12-30", "2027-01-07", 6))
}

func TestAPublicityWithoutHeadingsGetsNoNumbers(t *testing.T) {
	item := sample()
	item.Body = "现将拟任人选公示如下。"
	_, lines := laid(t, item)
	require.Contains(t, lines, "公示时间：2026年3月6日至3月12日（5个工作日）。")
}

func TestWhatTheUnitHasNotGivenIsLeftOut(t *testing.T) {
	item := sample()
	item.Contact = data.Contact{}
	_, lines := laid(t, item)
	text := strings.Join(lines, "")
	require.Contains(t, text, "向本单位反映。")
	require.NotContains(t, text, "电话：")
	require.NotContains(t, text, "地址：")
}

func TestAnAnnouncementHasNoPeriod(t *testing.T) {
	item := sample()
	item.Kind = data.Announcement
	_, lines := laid(t, item)
	require.NotContains(t, strings.Join(lines, ""), "公示时间")
}

func TestAttachmentsAreNotedUnderTheBodyWithoutTheirFileEndings(t *testing.T) {
	item := sample()
	item.Attachments = []data.Attachment{{Name: "名单.xlsx"}}
	_, lines := laid(t, item)
	require.Contains(t, lines, "附件：名单")
	item.Attachments = append(item.Attachments, data.Attachment{Name: "情况说明.docx"})
	_, lines = laid(t, item)
	require.Contains(t, lines, "附件：1. 名单")
	require.Contains(t, lines, "2. 情况说明")
}

func TestANoticeThatNobodyApprovedSaysSo(t *testing.T) {
	doc, err := Notice(NoticeInput{Item: sample()}, face.Embedded())
	require.NoError(t, err)
	require.Equal(t, "送审稿·未经批准不得张贴", doc.Pages[0].Lines[0].Text)
	approved, _ := laid(t, sample())
	require.NotEqual(t, doc.Pages[0].Lines[0].Text, approved.Pages[0].Lines[0].Text)
}

func TestANoticeWithoutTitleOrBodyIsRefused(t *testing.T) {
	for code, strip := range map[string]func(*data.Item){
		"item.title": func(it *data.Item) { it.Title = " \n" },
		"item.body":  func(it *data.Item) { it.Body = "　\n\t" },
	} {
		item := sample()
		strip(&item)
		_, err := Notice(NoticeInput{Item: item}, face.Embedded())
		var refusal *data.Refusal
		require.ErrorAs(t, err, &refusal)
		require.Equal(t, code, refusal.Code)
	}
}

func TestANoticeComesBackFromItsFileInOrder(t *testing.T) {
	doc, lines := laid(t, sample())
	raw := painted(t, doc)
	require.Less(t, len(raw), 70_000)
	require.Equal(t, bare(strings.Join(lines, "")), told(t, raw))
}

// What clerks paste and names have: each gives a page that can be hung, and all its characters come back.
func TestOddContentGivesAPageThatCanBeHung(t *testing.T) {
	name := strings.Repeat("阿卜杜热合曼·", 7) + "买"
	require.Len(t, []rune(name), 50)
	long := strings.TrimSuffix(strings.Repeat("关于进一步加强党务公开工作的", 7), "作的")[:90*3]
	cases := map[string]func(*data.Item){
		"a name of fifty characters": func(it *data.Item) { it.Body = name + "，男，1979年2月生。" },
		"a title of ninety":          func(it *data.Item) { it.Title = long },
		"a name of fifty as title":   func(it *data.Item) { it.Title = name },
		"rare names in the title":    func(it *data.Item) { it.Title = "关于张𬱟、𬳽某、王䶮、𠮷某任职的公告" },
		"a long issuer":              func(it *data.Item) { it.Issuer = strings.Repeat("中共云岭县食品药品监督管理局党组", 4) },
		"emoji":                      func(it *data.Item) { it.Body = "热烈祝贺🎉大会👩‍🏫召开" },
		"an unknown character":       func(it *data.Item) { it.Body = "王\U000F0000某\U0010FFFD" },
		"an attachment without name": func(it *data.Item) { it.Attachments = []data.Attachment{{Name: ""}, {Name: ".docx"}} },
		"one line of 100,000":        func(it *data.Item) { it.Body = strings.Repeat("党务公开，", 20_000) },
		"one word of 20,000":         func(it *data.Item) { it.Body = strings.Repeat("x", 20_000) },
		"two hundred pages":          func(it *data.Item) { it.Body = strings.Repeat("党务公开的内容。\n", 200*page.LinesPerPage) },
	}
	for about, change := range cases {
		t.Run(about, func(t *testing.T) {
			item := sample()
			change(&item)
			doc, lines := laid(t, item)
			text := told(t, painted(t, doc))
			for i := range doc.Pages {
				if len(doc.Pages) > 1 {
					text = strings.Replace(text, fmt.Sprintf("—%d—", i+1), "", 1)
				}
			}
			require.Equal(t, bare(strings.Join(lines, "")), text)
		})
	}
}

// Controls and marks of direction have no place on paper; what stands beside them is kept.
func TestControlsInTheTextDoNoHarm(t *testing.T) {
	for _, odd := range []string{"\x00", "\x1b[31m", "\u202e", "\u2066", "\ufeff", "\u200b", "\ufffe", "\x7f", "\xff"} {
		item := sample()
		item.Title, item.Body = "公"+odd+"告", "正文"+odd+"结束"
		doc, _ := laid(t, item)
		text := told(t, painted(t, doc))
		require.Contains(t, text, "公")
		require.Contains(t, text, "结束")
	}
}

func TestTheSameNoticeGivesTheSameBytes(t *testing.T) {
	first, _ := laid(t, sample())
	second, _ := laid(t, sample())
	require.Equal(t, painted(t, first), painted(t, second))
}

func TestACorrectionSaysWhatWasWrongOnThePageAndTheForm(t *testing.T) {
	it := sample()
	_, before := laid(t, it)
	require.NotContains(t, strings.Join(before, ""), "更正说明")
	it.Correction = "第一段姓名有误。\n出生年月有误。"
	_, lines := laid(t, it)
	require.Contains(t, strings.Join(lines, "\n"), "更正说明：第一段姓名有误。\n出生年月有误。\n")
	var form []string
	for _, l := range form1(it).Pages[0].Lines {
		form = append(form, l.Text)
	}
	require.Contains(t, strings.Join(form, ""), "更正说明")
	require.Contains(t, strings.Join(form, ""), "第一段姓名有误。")
}

func TestAPictureAmongTheAttachmentsStandsInTheBody(t *testing.T) {
	it := sample()
	it.Body = "现场情况：\n［图：现场.png｜开工现场］\n［图：没有的.png｜无］"
	it.Attachments = []data.Attachment{{Name: "现场.png", Digest: "d1"}, {Name: "名单.docx", Digest: "d2"}}
	in := NoticeInput{Item: it, WorkingDays: 5, Approved: true, Pictures: func(a data.Attachment) (page.Image, error) {
		require.Equal(t, "d1", a.Digest, "only what the body calls is read")
		return drawing(t), nil
	}}
	doc, err := Notice(in, face.Embedded())
	require.NoError(t, err)
	require.Len(t, doc.Pages[0].Figures, 1)
	var lines []string
	for _, l := range Lines(doc).Pages[0].Lines {
		lines = append(lines, l.Text)
	}
	text := strings.Join(lines, "\n")
	require.Contains(t, text, "开工现场")
	require.Contains(t, text, "［图：没有的.png｜无］", "nothing that was written is lost")
	require.Contains(t, text, "附件：名单")
	require.NotContains(t, text, "附件：1. ", "a picture in the body is no attachment on paper")

	gone := data.Refuse(data.ErrNotFound, "file.missing", "现场.png")
	in.Pictures = func(data.Attachment) (page.Image, error) { return page.Image{}, gone }
	_, err = Notice(in, face.Embedded())
	require.ErrorIs(t, err, gone)

	in.Item.Body = strings.Repeat("［图：现场.png｜］\n", mostPlaced+1)
	_, err = Notice(in, face.Embedded())
	require.ErrorIs(t, err, data.ErrInvalid)
}
