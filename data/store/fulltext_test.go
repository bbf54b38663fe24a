package store_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data"
	"gongkailan/data/store"
)

// searched gives the numbers of the items that the words find.
func searched(t require.TestingT, s *store.Store, query string) []string {
	var numbers []string
	require.NoError(t, s.Read(ctx, func(tx *store.Tx) error {
		items, err := tx.Items(ctx, store.Filter{Query: query})
		for _, it := range items {
			numbers = append(numbers, it.Number)
		}
		return err
	}))
	return numbers
}

func titled(number, title, body string) data.Item {
	it := item(number, 1)
	it.Title, it.Body, it.Attachments, it.Filing = title, body, nil, data.Filing{}
	return it
}

func TestItemsAreFoundByWhateverIsTyped(t *testing.T) {
	s := newStore(t)
	first := titled("2026-0001", "关于王䶮等2名同志任前公示的公告", "李𬀩（㛃）、买买提·艾力，拟任ＣＲＭ项目主任，编号A12。重行长会。")
	first.CreatedBy = "person-1"
	second := titled("2025-0012", "行政执法调查情况", "共12,345元，长期公开。")
	second.CreatedBy = "person-2"
	second.Attachments = []data.Attachment{{Name: "党费收缴表.xlsx"}}
	third := titled("2026-0012", "重庆长江会计校验率", "〔2026〕7号")
	third.Filing.Number = "云组备〔2025〕33号"
	write(t, s, func(tx *store.Tx) error {
		for i, name := range []string{"陈静", "欧阳雪"} {
			if err := tx.SavePerson(ctx, data.Person{ID: fmt.Sprintf("person-%d", i+1), Name: name}); err != nil {
				return err
			}
		}
		if err := tx.AddItem(ctx, first, "曾乐"); err != nil {
			return err
		}
		return tx.AddItem(ctx, second)
	})
	add(t, s, third)
	const a, b, c = "2026-0001", "2025-0012", "2026-0012"
	for query, want := range map[string][]string{
		"任前公示": {a}, "rqgs": {a}, "RQGS": {a}, "ｒｑｇｓ": {a}, "rqg": {a}, "renqian": {a}, "renqiangongs": {a}, "ren'qian": {a}, "renqiangon": {a}, "renqg": {a}, "d2mtzrq": {a}, "2mtz": {a}, "gyw": {a}, "gyw3": nil,
		"任前 cj": {a}, "任前gs": {a}, "任前 oyx": nil, "陈静": {a}, "chenj": {a}, "欧阳": {b}, "ouyangx": {b}, "静": {a},
		"䶮": {a}, "王䶮": {a}, "𬀩": {a}, "李𬀩": {a}, "㛃": {a}, "买买提·艾力": {a}, "买买提艾力": {a}, "买买提•艾": {a}, "艾力": {a}, "·": nil,
		"crm": {a}, "CRM项": {a}, "cr": {a}, "a12": {a}, "Ａ１２": {a}, "曾乐": {a}, "zl": {a}, "cy": {a}, "zengle": {a},
		"2026-0012": {c}, "2026-12": {c}, "26-12": {c}, "2026-00": {c, a}, "0012": {c, b}, "12": {c, a, b}, "２０２５－００１２": {b}, "2025-0012 执法": {b},
		"xzzf": {b}, "hzzf": {b}, "diaocha": {b}, "dc": {b}, "tc": {b}, "党费": {b}, "xlsx": {b}, "12,345": {b}, "12345": nil,
		"cqcj": {c}, "zqzj": {c}, "cqzj": {c}, "chongqingchang": {c}, "zqcj": {c}, "cjkjjy": {c}, "cjhjxy": {c}, "备〔2025〕33": {c}, "长": {c, b, a},
		"\"": nil, "*": nil, "()": nil, "任前 OR 党费": nil, "任前 NOT x": nil, "title:任前": nil, "任前*": {a}, "\"任前": {a}, "' OR 1=1 --": nil, "NEAR/2": nil, "-任前": {a},
		"任 前": {a}, "前任": nil, "公示的公告，": {a}, "《公告》": {a},
	} {
		require.ElementsMatch(t, want, searched(t, s, query), "%q", query)
	}
}

func TestAVersionIsFoundByItsOwnText(t *testing.T) {
	s := newStore(t)
	old, again := titled("2026-0001", "原来的标题", ""), titled("2026-0001", "改后的标题", "")
	old.Status, again.Version = data.Published, 2
	add(t, s, old, again)
	require.Empty(t, searched(t, s, "原来"), "the newest version is not so called")
	require.Equal(t, []string{"2026-0001"}, searched(t, s, "改后"))
	up := []data.Status{data.Published}
	require.Equal(t, []string{"2026-0001 v1"}, found(t, s, store.Filter{Query: "原来", Status: up}))
	require.Empty(t, found(t, s, store.Filter{Query: "改后", Status: up}))
}

func TestSavingMovesWhatAnItemIsFoundBy(t *testing.T) {
	s := newStore(t)
	it := titled("2026-0001", "草稿", "旧的正文")
	add(t, s, it)
	it.Title, it.Body = "换了标题", "新的正文"
	write(t, s, func(tx *store.Tx) error { return tx.SaveContent(ctx, it, "艾山") })
	require.Empty(t, searched(t, s, "旧的"))
	for _, query := range []string{"新的", "hlbt", "艾山", "as"} {
		require.Equal(t, []string{"2026-0001"}, searched(t, s, query), query)
	}
	write(t, s, func(tx *store.Tx) error { return tx.SetStatus(ctx, it.ID, 1, data.ToCheck, it.UpdatedAt) })
	it.Body = "偷改"
	write(t, s, func(tx *store.Tx) error { return tx.SaveContent(ctx, it) })
	require.Empty(t, searched(t, s, "偷改"), "what is not saved is not found")
	require.Error(t, s.Write(ctx, func(tx *store.Tx) error {
		other := titled("2026-0002", "没有写成", "")
		require.NoError(t, tx.AddItem(ctx, other))
		return fmt.Errorf("cut off")
	}))
	require.Empty(t, searched(t, s, "没有写成"))
}

func TestTheIndexOnlyFinds(t *testing.T) {
	s := newStore(t)
	it := titled("2026-0001", "真的标题", "")
	add(t, s, it)
	change(t, s, "UPDATE search_text SET title = '假 的 标 题'", "INSERT INTO search_text (docid, title) VALUES (99, '假 的')")
	items := read(t, s, func(tx *store.Tx) ([]data.Item, error) { return tx.Items(ctx, store.Filter{Query: "假的"}) })
	require.Len(t, items, 1)
	require.Equal(t, "真的标题", items[0].Title)
	change(t, s, "VACUUM")
	require.Len(t, searched(t, s, "假的标题"), 1, "the rows keep their numbers when the file is packed")
}

// oldItems are statements that add items to a database that is older than the index.
func oldItems(count int) []string {
	var list []string
	for i := range count {
		list = append(list, fmt.Sprintf(`INSERT INTO items VALUES ('id-%04d', 1, '2025-%04d', 'rs', '3.5', 'publicity', '旧件%d任前公示', '正文', '[]', 'immediate',
			'society', '[]', 'deputy', '', '', '', '', '', '', '', '', '', '', '', '', 'draft', 'p', '', '')`, i, i, i))
	}
	return list
}

func TestAnOlderDatabaseIsIndexedWhenItIsOpened(t *testing.T) {
	path := olderDatabase(t, 2, oldItems(450)...)
	for range 2 {
		s, err := store.Open(ctx, path)
		require.NoError(t, err)
		require.Len(t, searched(t, s, "rqgs"), 450)
		require.Equal(t, []string{"2025-0449"}, searched(t, s, "旧件449"))
		require.NoError(t, s.Close())
	}
}

func TestIndexingThatWasCutOffIsFinishedAtTheNextOpening(t *testing.T) {
	path := olderDatabase(t, 2, oldItems(450)...)
	s, err := store.Open(ctx, path)
	require.NoError(t, err)
	change(t, s, "UPDATE search_state SET filled = 0", "DELETE FROM search_text WHERE docid > 200", "DELETE FROM search_docs WHERE doc > 200")
	require.Len(t, searched(t, s, "rqgs"), 200)
	add(t, s, titled("2026-0001", "其间新增的任前公示", ""))
	require.NoError(t, s.Close())
	s, err = store.Open(ctx, path)
	require.NoError(t, err)
	defer s.Close() //nolint:errcheck // only read
	require.Len(t, searched(t, s, "rqgs"), 451)
}

// TestEveryCharacterOfTheStandardTableIsFound: names have them all.
func TestEveryCharacterOfTheStandardTableIsFound(t *testing.T) {
	raw, err := os.ReadFile("../../assets/hanzi-8105.txt")
	require.NoError(t, err)
	s := newStore(t)
	var all []rune
	for _, r := range string(raw) {
		if unicode.Is(unicode.Han, r) {
			all = append(all, r)
		}
	}
	require.GreaterOrEqual(t, len(all), 8105)
	const each = 81
	var items []data.Item
	for i := 0; i*each < len(all); i++ {
		items = append(items, titled(fmt.Sprintf("2026-%04d", i+1), "", string(all[i*each:min(len(all), (i+1)*each)])))
	}
	add(t, s, items...)
	for i, r := range all {
		if r > 0xFFFF || i%20 == 0 {
			require.Contains(t, searched(t, s, string(r)), items[i/each].Number, "%c U+%04X", r, r)
		}
	}
}

// written draws texts as people write them: Han of every plane, Latin, digits, marks.
func written() *rapid.Generator[string] {
	one := rapid.OneOf(
		rapid.SampledFrom([]rune("任前公示党员的一重长行会调系𬀩䶮㛃𠮷〇々·，。（）《》“”、：；！ 　-—…%_*\"'ABcdé０１２３ｘＹ0123456789")),
		rapid.RuneFrom(nil, unicode.Han), rapid.RuneFrom([]rune("\n\t")),
	)
	return rapid.Custom(func(t *rapid.T) string { return string(rapid.SliceOfN(one, 0, 40).Draw(t, "runes")) })
}

func TestAnyPieceOfATextFindsIt(t *testing.T) {
	s := newStore(t)
	count := 0
	rapid.Check(t, func(t *rapid.T) {
		count++
		it := titled(fmt.Sprintf("2026-%04d", count), written().Draw(t, "title"), written().Draw(t, "body"))
		require.NoError(t, s.Write(ctx, func(tx *store.Tx) error { return tx.AddItem(ctx, it) }))
		text := []rune(rapid.SampledFrom([]string{it.Title, it.Body}).Draw(t, "text"))
		from := rapid.IntRange(0, len(text)).Draw(t, "from")
		to := rapid.IntRange(from, len(text)).Draw(t, "to")
		for from > 0 && inRun(text[from-1]) && from < to && inRun(text[from]) {
			from++ // words and numbers are found from their beginning
		}
		piece := string(text[from:to])
		if strings.ContainsFunc(piece, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
			require.Contains(t, searched(t, s, piece), it.Number, "%q", piece)
		}
	})
}

func inRun(r rune) bool {
	return !unicode.Is(unicode.Han, r) && (unicode.IsLetter(r) || unicode.IsNumber(r))
}

// someItems makes items at random, always the same ones, some in several versions.
func someItems(count int) []data.Item {
	r := rand.New(rand.NewPCG(3, 4))
	var list []data.Item
	for i := range count {
		it := titled(fmt.Sprintf("%d-%04d", 2024+r.IntN(3), i), "", "")
		it.ID = fmt.Sprintf("%04d", i)
		for range r.IntN(6) {
			it.Title += pickOf(r, []string{"的", "任", "重", "，", "前 ", "K"})
		}
		it.OfficeID, it.EntryCode = pickOf(r, []string{"a", "b"}), pickOf(r, []string{"", "1", "1.1", "2.1", "12.1"})
		it.Audience, it.Mode = pickOf(r, data.Audiences()), pickOf(r, data.Modes())
		for version := range 1 + r.IntN(3) {
			it.Version = version + 1
			it.Status, it.To = pickOf(r, []data.Status{data.Draft, data.Published}), pickOf(r, []data.Date{"", "2026-03-09", "2026-03-10"})
			list = append(list, it)
			it.Title += "重"
		}
	}
	slices.Reverse(list)
	return list
}

// TestFiltersLetThroughWhatTheySay compares the database with a plain loop over all items.
func TestFiltersLetThroughWhatTheySay(t *testing.T) {
	s := newStore(t)
	everything := someItems(300)
	add(t, s, everything...)
	rapid.Check(t, func(t *rapid.T) {
		maybe := func(name string, values ...string) string { return rapid.SampledFrom(append(values, "")).Draw(t, name) }
		f := store.Filter{
			OfficeID: maybe("office", "a", "b"), Category: maybe("category", "1", "2"), Query: maybe("query", "的", "任", "重"),
			Audience: data.Audience(maybe("audience", "party", "society")), Mode: data.Mode(maybe("mode", "long", "staged")),
			Year: rapid.SampledFrom([]int{0, 2025, 2026}).Draw(t, "year"), Today: "2026-03-10",
			Offset: rapid.IntRange(0, 30).Draw(t, "offset"), Limit: rapid.SampledFrom([]int{0, 1, 7}).Draw(t, "limit"),
		}
		if status := maybe("status", "draft", "published", "expired"); status != "" {
			f.Status = []data.Status{data.Status(status)}
		}
		want, got := []string{}, []string{}
		for _, it := range everything {
			if passes(everything, it, f) {
				want = append(want, fmt.Sprintf("%s v%d", it.ID, it.Version))
			}
		}
		require.NoError(t, s.Read(ctx, func(tx *store.Tx) error {
			items, err := tx.Items(ctx, f)
			require.NoError(t, err)
			for _, it := range items {
				got = append(got, fmt.Sprintf("%s v%d", it.ID, it.Version))
			}
			count, err := tx.CountItems(ctx, f)
			require.Len(t, want, count)
			return err
		}))
		want = want[min(len(want), f.Offset):]
		if f.Limit > 0 {
			want = want[:min(len(want), f.Limit)]
		}
		require.Equal(t, want, got)
	})
}

func passes(everything []data.Item, it data.Item, f store.Filter) bool {
	newer := slices.ContainsFunc(everything, func(o data.Item) bool { return o.ID == it.ID && o.Version > it.Version })
	status := !newer
	if len(f.Status) > 0 {
		status = it.StatusOn(f.Today) == f.Status[0]
	}
	return status && (f.OfficeID == "" || it.OfficeID == f.OfficeID) &&
		(f.Category == "" || it.EntryCode == f.Category || strings.HasPrefix(it.EntryCode, f.Category+".")) &&
		(f.Audience == "" || it.Audience == f.Audience) && (f.Mode == "" || it.Mode == f.Mode) &&
		(f.Year == 0 || strings.HasPrefix(it.Number, fmt.Sprintf("%d-", f.Year))) && strings.Contains(it.Title, f.Query)
}

// TestCommonWordsAreFoundAsRareOnesAre: many hits are come upon in another way than few.
func TestCommonWordsAreFoundAsRareOnesAre(t *testing.T) {
	s := newStore(t)
	var items []data.Item
	for i := range 7200 {
		it := titled(fmt.Sprintf("2026-%05d", i), "年度考核结果公示", "")
		it.OfficeID = []string{"a", "b"}[i%2]
		items = append(items, it)
		if i%100 == 0 {
			it.Version, it.Title = 2, "改了名字"
			items = append(items, it)
		}
	}
	add(t, s, items...)
	for _, query := range []string{"考核", "年度考核结果公示", "ndkhjg"} {
		all := found(t, s, store.Filter{Query: query})
		require.Len(t, all, 7200-72, query)
		require.Equal(t, "2026-07199 v1", all[0])
		require.Equal(t, all[2000:2007], found(t, s, store.Filter{Query: query, Offset: 2000, Limit: 7}))
		require.Len(t, found(t, s, store.Filter{Query: query, OfficeID: "a"}), 3600-72)
	}
	require.Len(t, found(t, s, store.Filter{Query: "考核 改了"}), 0)
	require.Len(t, found(t, s, store.Filter{Query: "改了"}), 72)
}

// TestWhateverIsPastedIsSearchedFor: however much it is, however it is mixed, however many people it may name.
func TestWhateverIsPastedIsSearchedFor(t *testing.T) {
	s := newStore(t)
	write(t, s, func(tx *store.Tx) error {
		for i := range 300 {
			if err := tx.SavePerson(ctx, data.Person{ID: fmt.Sprintf("id%d", i), Name: "王小明"}); err != nil {
				return err
			}
		}
		it := titled("2026-0001", "别的", "")
		it.CreatedBy = "id150"
		return tx.AddItem(ctx, it)
	})
	require.Len(t, searched(t, s, "王"), 1)
	require.Len(t, searched(t, s, "wxm"), 1)
	for _, piece := range []string{"王wxm", "wang", "王12", "a", "1", "-", "2026-", "王 ", "wang ", "任前gs王wang", "12-3 ", "\"*", "é", "NOT ", "\x00", "\xff"} {
		for _, times := range []int{1, 2, 3, 9, 50, 5000} {
			require.NoError(t, s.Read(ctx, func(tx *store.Tx) error {
				_, err := tx.Items(ctx, store.Filter{Query: strings.Repeat(piece, times)})
				return err
			}), "%d times %q", times, piece)
		}
	}
}
