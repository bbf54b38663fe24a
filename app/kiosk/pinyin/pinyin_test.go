package pinyin

import (
	"bytes"
	"compress/gzip"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	dictionaries "github.com/mozillazg/go-pinyin"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"gongkailan/assets"
)

// standard lists the 8,105 characters.
func standard() []rune {
	var list []rune
	for text := range strings.Lines(string(assets.Hanzi())) {
		if _, char, ok := strings.Cut(strings.TrimSpace(text), "\t"); ok && strings.HasPrefix(text, "U+") {
			r, _ := utf8.DecodeRuneInString(char)
			list = append(list, r)
		}
	}
	return list
}

// typed is a syllable with its tone as it is typed.
func typed(syllable string) string {
	plain := norm.NFD.String(syllable)
	plain = strings.ReplaceAll(plain, "u\u0308", "v")
	return strings.Map(func(r rune) rune {
		if r < 'a' || r > 'z' {
			return -1
		}
		return r
	}, plain)
}

func TestEveryStandardCharacterIsReachedByEachOfItsReadings(t *testing.T) {
	d := read(t)
	list := standard()
	require.Len(t, list, 8105)
	answers := map[string][]Candidate{}
	for _, r := range list {
		for reading := range strings.SplitSeq(dictionaries.PinyinDict[int(r)], ",") {
			letters := typed(reading)
			if _, done := answers[letters]; !done {
				answers[letters] = d.Candidates(letters)
			}
			require.Contains(t, answers[letters], Candidate{string(r), len(letters)}, "%c %s", r, letters)
		}
	}
}

func TestSurnamesHaveTheirOwnReadings(t *testing.T) {
	d := read(t)
	for name, typed := range map[string]string{
		"单国强": "shanguoqiang", "仇玉兰": "qiuyulan", "曾小红": "zengxiaohong", "解建军": "xiejianjun", "区志明": "ouzhiming",
		"查文华": "zhawenhua", "盖丽丽": "gelili", "任春梅": "renchunmei", "华国平": "huaguoping", "尉迟明": "yuchiming", "吕秀英": "lvxiuying",
	} {
		at := place(d, wish{typed, name})
		require.True(t, at >= 1 && at <= firstPage, "%s %s %d", name, typed, at)
	}
}

func TestLettersMayBePartedInSeveralWays(t *testing.T) {
	d := read(t)
	for _, w := range []wish{
		{"xian", "西安"},
		{"xian", "先"},
		{"xi'an", "西安"},
		{"fangan", "方案"},
		{"fangan", "反感"},
		{"jv", "据"},
		{"nv", "女"},
		{"nve", "虐"},
		{"nue", "虐"},
		{"lve", "略"},
		{"XIEXIE", "谢谢"},
	} {
		at := place(d, w)
		require.True(t, at >= 1 && at <= firstPage, "%v %d", w, at)
	}
}

func TestSouthernSoundsAreForgivenButRankLower(t *testing.T) {
	d := read(t)
	for _, w := range []wish{
		{"cifan", "吃饭"},
		{"sipin", "食品"},
		{"laoliang", "老娘"},
		{"gongsi", "公示"},
		{"zongguo", "中国"},
		{"xinqi", "星期"},
		{"dianti", "点题"},
	} {
		at := place(d, w)
		require.True(t, at >= 1 && at <= firstPage, "%v %d", w, at)
	}
	require.Equal(t, "公司", d.Candidates("gongsi")[0].Text)
	require.Equal(t, "公示", d.WithWords([]string{"公示"}).Candidates("gongshi")[0].Text)
}

func TestWhatIsTakenLeavesTheRest(t *testing.T) {
	d := read(t)
	letters := "dangwugongkai"
	require.Contains(t, d.Candidates(letters), Candidate{"党务", len("dangwu")})
	require.Equal(t, "公开", d.Candidates(letters[len("dangwu"):])[0].Text)
	require.Contains(t, d.Candidates("wangyan"), Candidate{"王", len("wang")})
	require.Contains(t, d.Candidates("yan"), Candidate{"龑", len("yan")})
}

func TestWordsOfTheBulletinRankFirst(t *testing.T) {
	d := read(t)
	with := d.WithWords([]string{"关于王龑等8名同志任前公示的公告", "人事制度", "𬇕湖治理（第二批）", "abc", ""})
	for typed, word := range map[string]string{
		"wangyan": "王龑", "wy": "王龑", "renqiangongshi": "任前公示", "renshizhidu": "人事制度", "rszd": "人事制度", "wanhuzhili": "𬇕湖治理",
	} {
		require.Equal(t, 1, place(with, wish{typed, word}), "%s %s", typed, word)
	}
	require.NotEqual(t, 1, place(d, wish{"wangyan", "王龑"}), "the dictionary itself has not changed")
	require.Equal(t, "你好", with.Candidates("nihao")[0].Text)
}

func TestWhatFitsNothingIsLeftAsItIs(t *testing.T) {
	d := read(t)
	require.Nil(t, d.Candidates(""))
	for _, letters := range []string{"v", "uu", "7", "王", "'", "\xff"} {
		require.Equal(t, []Candidate{{letters, len(letters)}}, d.Candidates(letters))
	}
}

func TestAnyLettersHaveCandidatesThatTakeSomeOfThem(t *testing.T) {
	d := read(t)
	rapid.Check(t, func(t *rapid.T) {
		letters := rapid.OneOf(rapid.String(), rapid.StringMatching(`[a-z']{1,80}`), rapid.StringMatching(`([bpmzcsx]h?(an|i|u|ve|iong)?){1,9}`)).Draw(t, "letters")
		list := d.Candidates(letters)
		if letters != "" && len(list) == 0 {
			t.Fatal("nothing to take")
		}
		for _, c := range list {
			if c.Text == "" || c.Length < 1 || c.Length > len(letters) {
				t.Fatalf("%q takes %d of %d", c.Text, c.Length, len(letters))
			}
		}
		if !slices.Equal(list, d.Candidates(letters)) {
			t.Fatal("the same letters gave something else")
		}
	})
}

func TestReadRefusesWhatIsNoDictionary(t *testing.T) {
	packed := func(text string) []byte {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		_, err := w.Write([]byte(text))
		require.NoError(t, err)
		require.NoError(t, w.Close())
		return b.Bytes()
	}
	for name, raw := range map[string][]byte{
		"not packed":         []byte("words"),
		"cut off":            assets.Pinyin()[:5000],
		"no section":         packed("a\t啊k\n"),
		"unknown section":    packed("#else\na\t啊k\n"),
		"no tab":             packed("#words\na\n"),
		"a syllable of none": packed("#words\na  b\t啊啊k\n"),
		"capital letters":    packed("#words\nA\t啊k\n"),
		"too many letters":   packed("#words\na\t啊啊k\n"),
		"too long":           packed("#words\n" + strings.Repeat("a ", 12) + "a\t" + strings.Repeat("啊", 13) + "k\n"),
	} {
		_, err := Read(raw)
		require.Error(t, err, name)
	}
	d, err := Read(packed("#words\na\t啊k\n"))
	require.NoError(t, err)
	require.Equal(t, []Candidate{{"啊", 1}}, d.Candidates("a"))
}

func BenchmarkCandidates(b *testing.B) {
	d := read(b)
	for _, letters := range []string{
		"s", "xian", "gongshi", "zhangjianguo", "womenxiaoqudeludenghuaileqingjinkuaixiulixiexielingdao",
		"rqgsmzshhdwgksgjfdtgkysqgkldbzrqgsmzshhdwgk",
	} {
		b.Run(letters[:min(12, len(letters))], func(b *testing.B) {
			for b.Loop() {
				d.Candidates(letters)
			}
		})
	}
}

// BenchmarkRead tells how long a dictionary takes to be read, and what it keeps in memory.
func BenchmarkRead(b *testing.B) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	var d *Dictionary
	for b.Loop() {
		var err error
		d, err = Read(assets.Pinyin())
		require.NoError(b, err)
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	b.ReportMetric((float64(after.HeapAlloc)-float64(before.HeapAlloc))/1e6, "MB-kept")
	runtime.KeepAlive(d)
}

func BenchmarkWithWords(b *testing.B) {
	d := read(b)
	var texts []string
	for _, w := range []string{"关于", "同志", "任前", "公示", "的公告", "领导班子", "成员", "职责分工", "重点工作", "安排"} {
		for _, x := range []string{"王建国", "李秀英", "乡村振兴", "民主生活会", "食品安全", "三公经费", "预算", "整改", "学习", "考核"} {
			texts = append(texts, "关于"+w+x+"等8名同志"+w+"情况的公告")
		}
	}
	for b.Loop() {
		d.WithWords(texts)
	}
}
