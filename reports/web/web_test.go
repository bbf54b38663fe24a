package web_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/assets"
	"gongkailan/data"
	"gongkailan/reports/web"
)

// table is the words of one language, straight from the translations.
type table struct {
	t     require.TestingT
	texts map[string]string
}

func wordsOf(t require.TestingT, language string) table {
	w := table{t, map[string]string{}}
	require.NoError(t, json.Unmarshal(assets.Translation(language), &w.texts))
	return w
}

func (w table) T(key string, args ...any) string {
	text, there := w.texts[key]
	require.True(w.t, there, key)
	for i, arg := range args {
		text = strings.ReplaceAll(text, fmt.Sprintf("{%d}", i+1), fmt.Sprint(arg))
	}
	return text
}

func (w table) Date(d data.Date) string { return d.Chinese() }

// at is Friday 2026-03-06, 09:42 in Shanghai.
func at() time.Time { return time.Date(2026, 3, 6, 1, 42, 0, 0, time.UTC) }

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// item is a published 公示 for the whole society, with every signature that a code needs.
func item(number string) data.Item {
	it := data.Item{
		ID: "0190-" + number, Version: 1, Number: number, OfficeID: "rs", Status: data.Published, CreatedBy: "person-7",
		Content: data.Content{
			EntryCode: "3.5", Kind: data.Publicity, Title: "关于王䶮等2名同志任前公示的公告", Body: "经研究，现公示如下。",
			Mode: data.Immediate, Audience: data.Society, Channels: []data.Channel{data.Board, data.LAN, data.Internet},
			Decision: data.ByDeputy, From: "2026-03-06", To: "2026-03-12", Issuer: "中共云岭县食品药品监督管理局党组",
			IssueDate: "2026-03-05", Contact: data.Contact{Office: "局机关党委", Phone: "0871-60000000"},
		},
	}
	for _, act := range data.Required(it.Decision) {
		it.Steps = append(it.Steps, data.Step{
			Act: act, Person: "李经办", PersonID: "person-7", At: data.Date("2026-03-05").Begin(), Digest: it.Digest(),
			Signature: make([]byte, 64), Seal: data.SealGood, Statement: data.Statement{Note: "内部意见"},
		})
	}
	return it
}

func input(t require.TestingT, items ...data.Item) web.Input {
	catalogue, err := data.ReadCatalogue(assets.DefaultCatalogue())
	require.NoError(t, err)
	return web.Input{
		Unit: data.Unit{Name: "云岭县食品药品监督管理局", Contact: data.Contact{Office: "办公室", Phone: "0871-60000001"}},
		Key:  "key", Catalogue: catalogue, Offices: []data.Office{{ID: "rs", Name: "人事股"}}, Items: items, Channel: data.Internet,
		At: at(), Language: "zh", Words: wordsOf(t, "zh"),
		WorkingDays: func(after, last data.Date) int {
			n := 0
			for d := after.AddDays(1); d <= last; d = d.AddDays(1) {
				if w := d.Time().Weekday(); w != time.Saturday && w != time.Sunday {
					n++
				}
			}
			return n
		},
	}
}

// few keeps one category and one entry of the catalogue, for tests that make many folders.
func few(c data.Catalogue) data.Catalogue {
	entry, _ := c.Entry("3.5")
	category := c.CategoryOf("3.5")
	c.Categories, c.Entries = []data.Category{category}, []data.Entry{entry}
	return c
}

// made makes the pages into memory.
func made(t require.TestingT, in web.Input) (site, web.Made) {
	files := site{}
	m, err := web.Make(context.Background(), in, files.put)
	require.NoError(t, err)
	return files, m
}

type site map[string][]byte

func (s site) put(name string, content []byte) error {
	s[name] = slices.Clone(content)
	return nil
}

func TestAFolderHasAPageForEverything(t *testing.T) {
	files, m := made(t, input(t, item("2026-0001"), item("2026-0012")))
	want := []string{"style.css"}
	for _, page := range []string{
		"index", "catalogue", "about", "category-1", "category-2", "category-3", "category-4", "category-5", "category-6",
		"item-2026-0001", "item-2026-0012",
	} {
		want = append(want, page+".html", page+"-large.html")
	}
	slices.Sort(want)
	require.Equal(t, want, slices.Sorted(maps.Keys(files)))
	require.Equal(t, len(want), m.Files)
	require.Equal(t, "2026-0012", m.Items[0].Number, "the newest first")
	require.Equal(t, assets.WebStyle(), files["style.css"])
	obeyRules(t, files)
}

func TestAnItemsPageTellsAllThatANoticeDoes(t *testing.T) {
	it := item("2026-0012")
	it.Body = "经研究，现公示如下。\n一、拟任人选\n姓名\t年龄\t备注\n王䶮\t41\t\n张颔\t47\t<b>无</b>\n合计\t88\t\n（一）说明。详见附件。\n［图：合影｜全体］"
	for _, language := range []string{"zh", "en"} {
		in := input(t, it)
		in.Language, in.Words = language, wordsOf(t, language)
		files, _ := made(t, in)
		obeyRules(t, files)
		text := textOf(find(files.parse(t, "item-2026-0012.html"), "main")[0])
		for _, part := range []string{
			"2026-0012", in.Words.T("audience.society"), in.Words.T("mode.immediate"), "干部选拔、任用及奖惩情况", "党的组织建设情况",
			in.Words.T("web.period.days", "2026年3月6日", "2026年3月12日", 5), in.Words.T("web.left", "2026年3月12日", 5),
			"二、公示时间", "2026年3月6日至3月12日（5个工作日）。", "三、受理方式", "0871-60000000", it.Issuer, "2026年3月5日",
			data.NoticeCode(it), "［图：合影｜全体］", "<b>无</b>",
		} {
			require.Contains(t, text, part)
		}
		require.Contains(t, string(files["index.html"]), in.Words.T("web.asof"))
	}
}

func TestTablesHeadingsAndMarksAreWhatTheyMean(t *testing.T) {
	it := item("2026-0012")
	it.Kind, it.Mode = data.Announcement, data.Immediate
	it.Body = "（一）先有二级\n一、再有一级\n（二）其下\n姓名\t金额\n王䶮\t1,200.50\n合计\t1,200.50\n（三）接着写的。后面是正文。"
	files, _ := made(t, input(t, it))
	obeyRules(t, files)
	doc := find(files.parse(t, "item-2026-0012.html"), "article")[0]
	heads := []string{}
	for _, h := range append(find(doc, "h2"), find(doc, "h3")...) {
		heads = append(heads, h.Data+textOf(h))
	}
	require.Subset(t, heads, []string{"h2（一）先有二级", "h2一、再有一级", "h3（二）其下"})
	require.NotContains(t, heads, "h3（三）接着写的。")
	tables := find(doc, "table")
	require.Len(t, tables, 1)
	require.Len(t, find(tables[0], "th"), 2)
	require.Equal(t, "合计1,200.50", strip(textOf(find(tables[0], "tfoot")[0])))
	require.Contains(t, string(files["item-2026-0012.html"]), `class="right"`)
}

func TestItemsWithoutAnEndOrACatalogueEntryHaveTheirPlaceToo(t *testing.T) {
	long, outside := item("2026-0001"), item("2026-0002")
	long.Mode, long.Kind, long.To, long.Review = data.LongTerm, data.Announcement, "", "2027-03-06"
	outside.EntryCode, outside.Kind = "", data.Announcement
	in := input(t, long, outside)
	files, _ := made(t, in)
	obeyRules(t, files)
	require.Contains(t, string(files["item-2026-0001.html"]), in.Words.T("web.period.since", "2026年3月6日"))
	index := string(files["index.html"])
	require.Contains(t, index, "目录外事项")
	require.NotContains(t, index, in.Words.T("web.section.publicity"))
}

func TestAnEmptyFolderSaysSo(t *testing.T) {
	in := input(t)
	in.Catalogue = data.Catalogue{}
	files, _ := made(t, in)
	obeyRules(t, files)
	require.Contains(t, string(files["index.html"]), in.Words.T("web.none"))
	require.Contains(t, string(files["catalogue.html"]), in.Words.T("web.none.catalogue"))
}

func TestTheDaysLeftAreCountedFromTheFirstDayOfThePeriod(t *testing.T) {
	in := input(t, item("2026-0012"))
	for day, want := range map[data.Date]string{
		"2026-03-05": in.Words.T("web.left", "2026年3月12日", 5),
		"2026-03-09": in.Words.T("web.left", "2026年3月12日", 4),
		"2026-03-12": in.Words.T("web.left.until", "2026年3月12日"),
	} {
		in.At = day.Begin()
		files, _ := made(t, in)
		require.Contains(t, string(files["index.html"]), want, day)
	}
}

func TestNothingAboutThePeopleBehindAnItemIsInTheFolder(t *testing.T) {
	files, _ := made(t, input(t, item("2026-0012")))
	for name, content := range files {
		for _, secret := range []string{"李经办", "person-7", "内部意见", "0190-"} {
			require.NotContains(t, string(content), secret, name)
		}
	}
}

func TestTheSameItemsGiveTheSameBytes(t *testing.T) {
	a, _ := made(t, input(t, item("2026-0001"), item("2026-0012")))
	b, _ := made(t, input(t, item("2026-0012"), item("2026-0001")))
	require.Equal(t, a, b)
}

func TestNumbersAndCodesThatMakeNoNameStillHaveAPage(t *testing.T) {
	odd := item("../2026 一")
	in := input(t, odd)
	in.Catalogue.Categories[2].Code, in.Catalogue.Categories[3].Code = "三/党", "1-large"
	for i, e := range in.Catalogue.Entries {
		in.Catalogue.Entries[i].Category = strings.Replace(e.Category, "3", "三/党", 1)
	}
	files, _ := made(t, in)
	obeyRules(t, files)
	require.Contains(t, textOf(files.parse(t, "index.html")), odd.Title)
}

func TestTwoItemsNeverShareAPage(t *testing.T) {
	a, b := item("2026-0012"), item("2026-0012")
	b.Title = "另一件"
	_, err := web.Make(context.Background(), input(t, a, b), site{}.put)
	require.ErrorIs(t, err, data.ErrInvalid)
}

func TestAnAttachmentIsWhatWasApprovedOrTheItemIsLeftOut(t *testing.T) {
	good, bad := item("2026-0001"), item("2026-0002")
	good.Attachments = []data.Attachment{{Name: "名单 <1>.PDF", Digest: digest("pdf")}, {Name: "页面.html", Digest: digest("html")}}
	bad.Attachments = []data.Attachment{{Name: "改过的.docx", Digest: digest("before")}}
	in := input(t, good, bad)
	in.Attachment = func(wanted string) ([]byte, error) {
		for _, text := range []string{"pdf", "html", "after"} {
			if digest(text) == wanted {
				return []byte(text), nil
			}
		}
		return []byte("after"), nil
	}
	files, m := made(t, in)
	obeyRules(t, files)
	require.Equal(t, "pdf", string(files["attachment-"+digest("pdf")+".pdf"]))
	require.Equal(t, "html", string(files["attachment-"+digest("html")+".bin"]), "a page of others is not opened as one of ours")
	require.Contains(t, textOf(files.parse(t, "item-2026-0001.html")), "名单 <1>.PDF")
	require.Len(t, m.LeftOut, 1)
	require.Equal(t, "2026-0002", m.LeftOut[0].Number)
	require.ErrorIs(t, m.LeftOut[0].Why, data.ErrBroken)
	require.NotContains(t, files, "item-2026-0002.html")

	in.Attachment = nil
	files, m = made(t, in)
	obeyRules(t, files)
	require.Empty(t, m.LeftOut)
	require.Contains(t, textOf(files.parse(t, "item-2026-0002.html")), in.Words.T("web.attachments.elsewhere"))
}

func TestWhateverIsWrittenStaysTextAndIsAllThere(t *testing.T) {
	piece := rapid.SampledFrom([]string{
		"<script>alert(1)</script>", `"><img src=x onerror=alert(1)>`, "</title>", "</article>", "<!--", "-->", "]]>", "&amp;", "&#60;",
		"javascript:alert(1)", "{{.Unit}}", "' style='x", "一、标题", "（一）小标题", "\n", "\t", "\r\n", "a\tb\nc\td\n", "［图：甲｜乙］", "𪟝", "·",
		"\u202e反", "\x00", "\x07", "\ufffe", "\u0085", "\f", "\v", "\u2028", "　", "2026年3月5日", "。", "%{1}", "http://example.org/",
	})
	text := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.OneOf(piece, rapid.StringN(0, 8, -1)), 1, 12).Draw(t, "pieces"), "")
	})
	rapid.Check(t, func(t *rapid.T) {
		it := item("2026-0012")
		it.Title, it.Body, it.Issuer = text.Draw(t, "title"), text.Draw(t, "body"), text.Draw(t, "issuer")
		it.Contact.Office = text.Draw(t, "office")
		it.Kind = rapid.SampledFrom([]data.Kind{data.Publicity, data.Announcement}).Draw(t, "kind")
		it.Attachments = []data.Attachment{{Name: text.Draw(t, "attachment"), Digest: digest("a")}}
		in := input(t, it)
		in.Catalogue = few(in.Catalogue)
		in.Unit.Name = text.Draw(t, "unit")
		in.Unit.Contact.Mailbox = text.Draw(t, "mailbox")
		in.Offices[0].Name = text.Draw(t, "responsible")
		in.Catalogue.Categories[0].Title = text.Draw(t, "category")
		in.Catalogue.Entries[0].Title, in.Catalogue.Entries[0].OfficeID = text.Draw(t, "entry"), "rs"
		files, _ := made(t, in)
		obeyRules(t, files)
		page := files.parse(t, "item-2026-0012.html")
		article := strip(textOf(find(page, "article")[0]))
		for _, part := range []string{it.Title, it.Body, it.Issuer, it.Attachments[0].Name} {
			require.Contains(t, article, strip(part))
		}
		require.Contains(t, strip(textOf(files.parse(t, "catalogue.html"))), strip(in.Catalogue.Entries[0].Title))
	})
}

// TestWhatIsNotForTheReadersIsNowhere tries items of every audience, status and channel, each with a word of its own.
func TestWhatIsNotForTheReadersIsNowhere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		channel := rapid.SampledFrom([]data.Channel{data.LAN, data.Internet}).Draw(t, "folder")
		in := input(t)
		in.Catalogue = few(in.Catalogue)
		in.Channel, in.Items = channel, nil
		var all []data.Item
		for i := range rapid.IntRange(1, 12).Draw(t, "items") {
			it := item(fmt.Sprintf("2026-%04d", i+1))
			it.Title, it.Body = fmt.Sprintf("题%04d号", i), fmt.Sprintf("文%04d号", i)
			it.Audience = rapid.SampledFrom(data.Audiences()).Draw(t, "audience")
			it.Status = rapid.SampledFrom(append(data.Statuses(), data.Published, data.Published)).Draw(t, "status")
			it.Channels = rapid.SliceOfDistinct(rapid.SampledFrom(data.Channels()), func(c data.Channel) data.Channel { return c }).Draw(t, "channels")
			it.To = rapid.SampledFrom([]data.Date{"2026-03-05", "2026-03-06", "2026-03-12"}).Draw(t, "to")
			all = append(all, it)
			if it.IsOnline(channel, "2026-03-06") {
				in.Items = append(in.Items, it)
			}
		}
		files, m := made(t, in)
		require.Len(t, m.Items, len(in.Items))
		everything := ""
		for _, content := range files {
			everything += string(content)
		}
		for i, it := range all {
			shown := it.IsOnline(channel, "2026-03-06")
			require.False(t, shown && it.Audience == data.Party)
			require.False(t, shown && channel == data.Internet && it.Audience != data.Society)
			for _, word := range []string{it.Title, it.Body, it.Number} {
				require.Equal(t, shown, strings.Contains(everything, word), "%s of item %d", word, i)
			}
			if !shown {
				wrong := in
				wrong.Items = append(slices.Clone(in.Items), it)
				none := site{}
				_, err := web.Make(context.Background(), wrong, none.put)
				require.ErrorIs(t, err, data.ErrRefused)
				require.Empty(t, none)
			}
		}
	})
}

// TestTidyFindsNothingToSay asks the validator of the system where there is one.
func TestTidyFindsNothingToSay(t *testing.T) {
	tidy, err := exec.LookPath("tidy")
	if err != nil {
		t.Skip("tidy is not installed")
	}
	it := item("2026-0012")
	it.Body = "一、名单\n姓名\t年龄\n王䶮\t41\n<script>\n（一）说明"
	it.Attachments = []data.Attachment{{Name: "名单.pdf", Digest: digest("a")}}
	dir := filepath.Join(t.TempDir(), "web")
	_, err = web.Write(t.Context(), dir, input(t, it))
	require.NoError(t, err)
	pages, err := filepath.Glob(filepath.Join(dir, "*.html"))
	require.NoError(t, err)
	require.NotEmpty(t, pages)
	out, err := exec.Command(tidy, append([]string{"-e", "-q", "-utf8"}, pages...)...).CombinedOutput()
	require.NoError(t, err, string(out))
	require.Empty(t, string(out))
}
