package store_test

import (
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/store"
)

// benchItems is how many items the unit of the benchmark has written in twelve years; one in twenty has two versions.
const benchItems = 100_000

// benchPeople drafted them.
func benchPeople() []data.Person {
	var people []data.Person
	for i, name := range strings.Fields("陈静 梁敏 徐建国 邓丽华 周芳 王䶮 李𬣞 买买提·艾力 欧阳雪 重阳") {
		people = append(people, data.Person{ID: fmt.Sprintf("person-%d", i), Name: name})
	}
	return people
}

func pickOf[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

// benchItem writes an item as offices write them: some four hundred characters, mostly the words that all share.
func benchItem(r *rand.Rand, i int) data.Item {
	const yearly = benchItems/12 + 1
	year := 2015 + i/yearly
	given := strings.Split("伟芳娜敏静丽强磊军洋艳勇杰娟涛明超秀霞平刚桂英华文辉玲红宁波", "")
	surnames := strings.Split("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓韩冯曹", "")
	name := func() string { return pickOf(r, surnames) + pickOf(r, given) + pickOf(r, given) }
	subjects := strings.Fields("任前公示 党费收缴使用情况 民主生活会整改情况 年度考核结果 发展党员公示 中心组学习计划 为民办实事进展 重大决策征求意见 领导班子分工 党风廉政建设责任制落实情况")
	sentences := strings.Fields("根据《党政领导干部选拔任用工作条例》有关规定，经局党组会议研究决定，现予以公示。" +
		" 公示期间，如有意见请以书面或者电话形式向局机关党委反映。 反映问题要实事求是，电话和信函应当告知真实姓名。" +
		" 各党支部要按照要求认真组织学习，切实抓好落实，确保取得实效。 一、基本情况。全局现有党员，下设支部。" +
		" 二、主要做法。坚持民主集中制原则，集体领导、民主集中、个别酝酿、会议决定。 三、下一步工作安排。" +
		" 以上情况，请广大党员干部和群众予以监督。 现将有关情况公布如下，接受监督。 严格执行中央八项规定精神，厉行节约。")
	subject := pickOf(r, subjects)
	var body strings.Builder
	for range 12 {
		body.WriteString(pickOf(r, sentences))
		fmt.Fprintf(&body, "%s同志，%d年%d月生，金额%d元。\n", name(), 1960+r.IntN(40), 1+r.IntN(12), r.IntN(1_000_000))
	}
	if i%10_000 == 4321 {
		body.WriteString("涉及饮用水水源地巡查。")
	}
	at := time.Date(year, 1, 1, 1, i%yearly*60, 0, 0, time.UTC)
	from := data.DateOf(at)
	return data.Item{
		ID: fmt.Sprintf("0198%08x-7000-8000-000000000000", i), Version: 1, Number: fmt.Sprintf("%d-%04d", year, i%yearly+1),
		OfficeID: fmt.Sprintf("office-%d", i%9),
		Content: data.Content{
			EntryCode: fmt.Sprintf("%d.%d", 1+r.IntN(6), 1+r.IntN(5)), Kind: data.Publicity,
			Title: fmt.Sprintf("关于%s等%d名同志%s的公告", name(), 1+r.IntN(9), subject), Body: body.String(),
			Mode: pickOf(r, data.Modes()), Audience: pickOf(r, data.Audiences()), Decision: data.ByDeputy,
			Channels: []data.Channel{data.Board}, From: from, To: from.AddDays(30), Issuer: "某局党组", IssueDate: from,
		},
		Status:    pickOf(r, []data.Status{data.Archived, data.Archived, data.Archived, data.Published, data.Published, data.Withdrawn, data.Draft}),
		CreatedBy: fmt.Sprintf("person-%d", r.IntN(10)), CreatedAt: at, UpdatedAt: at,
	}
}

// fill adds that many items, some of them in two versions.
func fill(t testing.TB, s *store.Store, count int) {
	t.Helper()
	r := rand.New(rand.NewPCG(1, 2))
	write(t, s, func(tx *store.Tx) error {
		for _, p := range benchPeople() {
			if err := tx.SavePerson(ctx, p); err != nil {
				return err
			}
		}
		return nil
	})
	const step = 2000
	for first := 0; first < count; first += step {
		write(t, s, func(tx *store.Tx) error {
			for i := first; i < min(count, first+step); i++ {
				it := benchItem(r, i*(benchItems/count))
				if err := tx.AddItem(ctx, it); err != nil {
					return err
				}
				if i%20 == 0 {
					it.Version, it.Title = 2, it.Title+"（更正）"
					if err := tx.AddItem(ctx, it); err != nil {
						return err
					}
				}
			}
			return nil
		})
	}
}

// benchCase is something that is asked of the list.
type benchCase struct {
	name string
	f    store.Filter
}

func benchCases() []benchCase {
	return []benchCase{
		{"open", store.Filter{}},
		{"end", store.Filter{Offset: benchItems - 100}},
		{"status draft", store.Filter{Status: []data.Status{data.Draft}}},
		{"status expired", store.Filter{Status: []data.Status{data.Expired}}},
		{"status up", store.Filter{Status: []data.Status{data.Published}}},
		{"office", store.Filter{OfficeID: "office-3"}},
		{"category", store.Filter{Category: "3"}},
		{"audience", store.Filter{Audience: data.Party}},
		{"mode", store.Filter{Mode: data.Periodic}},
		{"year", store.Filter{Year: 2015}},
		{"all filters", store.Filter{Status: []data.Status{data.Archived}, OfficeID: "office-3", Category: "3", Audience: data.Party, Mode: data.Periodic, Year: 2019}},
		{"rare word", store.Filter{Query: "饮用水水源地"}},
		{"no such word", store.Filter{Query: "没有这样的词"}},
		{"middling word", store.Filter{Query: "任前公示"}},
		{"common word", store.Filter{Query: "监督"}},
		{"word in all", store.Filter{Query: "同志"}},
		{"one character", store.Filter{Query: "的"}},
		{"long phrase", store.Filter{Query: "根据《党政领导干部选拔任用工作条例》有关规定"}},
		{"pasted title", store.Filter{Query: "关于开展饮用水水源地环境保护专项巡查情况的公告"}},
		{"two words", store.Filter{Query: "任前公示 巡查"}},
		{"name in the text", store.Filter{Query: "王伟敏"}},
		{"name of who drafted", store.Filter{Query: "买买提"}},
		{"initials", store.Filter{Query: "rqgs"}},
		{"syllables", store.Filter{Query: "renqiangongs"}},
		{"mixed", store.Filter{Query: "任前 cj"}},
		{"number", store.Filter{Query: "2019-0012"}},
		{"number without year", store.Filter{Query: "12"}},
		{"common word, all filters", store.Filter{Query: "监督", Status: []data.Status{data.Archived}, OfficeID: "office-3", Category: "3", Audience: data.Party, Mode: data.Periodic, Year: 2019}},
		{"common word, office, end", store.Filter{Query: "监督", OfficeID: "office-3", Offset: 5000}},
	}
}

// BenchmarkListOfAHundredThousand measures what the list of items asks for, each beside the LIKE that it is in place of.
func BenchmarkListOfAHundredThousand(b *testing.B) {
	s := newStore(b)
	began := time.Now()
	fill(b, s, benchItems)
	b.Logf("%d items added in %s", benchItems, time.Since(began).Round(time.Second))
	page := func(f store.Filter) store.Filter {
		f.Today, f.Limit = "2026-12-31", 100
		return f
	}
	cases := benchCases()
	for _, c := range cases {
		b.Run("rows/"+c.name, func(b *testing.B) {
			for b.Loop() {
				read(b, s, func(tx *store.Tx) ([]data.Item, error) { return tx.Items(ctx, page(c.f)) })
			}
		})
		b.Run("count/"+c.name, func(b *testing.B) {
			n := 0
			for b.Loop() {
				n = read(b, s, func(tx *store.Tx) (int, error) { return tx.CountItems(ctx, page(c.f)) })
			}
			b.ReportMetric(float64(n), "items")
		})
	}
	for _, word := range []string{"饮用水水源地", "没有这样的词", "任前公示", "监督"} {
		b.Run("like/"+word, func(b *testing.B) { benchLike(b, s, word) })
	}
	b.Run("memory", func(b *testing.B) {
		for b.Loop() {
			for _, c := range cases {
				read(b, s, func(tx *store.Tx) ([]data.Item, error) { return tx.Items(ctx, page(c.f)) })
			}
		}
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		b.ReportMetric(float64(m.HeapInuse)/1e6, "MB-heap")
		if resident := residentMB(b); resident > 0 {
			b.ReportMetric(resident, "MB-resident")
			require.Less(b, resident, 400.0)
		}
	})
	require.NoError(b, s.Close())
}

// benchLike searches as a program without an index would: through titles and texts, the newest first.
func benchLike(b *testing.B, s *store.Store, word string) {
	db, err := sql.Open("sqlite3", s.Path()+"?_query_only=on")
	require.NoError(b, err)
	defer db.Close() //nolint:errcheck // only read
	for b.Loop() {
		rows, err := db.Query(`SELECT title, body FROM items WHERE title LIKE ?1 OR body LIKE ?1 ORDER BY id DESC, version DESC LIMIT 100`, "%"+word+"%")
		require.NoError(b, err)
		for rows.Next() {
			var title, body string
			require.NoError(b, rows.Scan(&title, &body))
		}
		require.NoError(b, rows.Close())
	}
}

// residentMB is how much memory the process holds, 0 where the system does not tell.
func residentMB(b *testing.B) float64 {
	raw, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, after, ok := strings.Cut(string(raw), "VmRSS:")
	require.True(b, ok)
	kilobytes, err := strconv.ParseFloat(strings.Fields(after)[0], 64)
	require.NoError(b, err)
	return kilobytes / 1000
}
