package page

import (
	_ "embed"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// fieldWords are the words that titles of the field are made of, those with the same first character on one line, the
// lines in order of that character. A title that breaks inside one of them does not break by sense; words that are not
// here are told apart by looks only.
//
//go:embed words.txt
var fieldWords string

// longestWord is how many characters the longest of the words has.
const longestWord = 16

// The parts of speech that decide where a title breaks.
const (
	trailers     = "的 地 得 等 了 们 之 局 科 股 室 办 委 会 部 处 队 院 所 站 厂 校 版 性 化 者 员 度 率 类 型 级 名 期 届 次 批 号 上 中 下 内"
	openers      = "关于 在 对 从 向 以 为 由 按 将 于 因 经 各 拟 不 未 新 原 本 该 非 无 再 中共"
	persons      = "同志 先生 女士"
	andWords     = "和 与 及 以及 暨 并 或"
	leaningWords = "进一步 切实 全面 深入 有关 相关 若干 大力 扎实 认真 持续 我局 我县 我市 印发 转发 公布 做好 违反 省 市 县 区 乡 镇"
	predicates   = "进行 切实 深入 给予 转为 拟 为"
	modifiers    = "专题 专项 主题 优秀 先进 典型 重点 重大 重要 主要 党内 民主 全县 全市 全省 全局 全体 各级 广大"
	headNouns    = "情况 工作 结果 名单 事项 活动 会议 事宜 方案 办法 制度 目录 人选 对象 问题 标准 意见 精神 说明 期间 公告 公示 通知 通报 决定 报告 方法 省 市 县 区 乡 镇 村"
	timeWords    = "年度 上半年 下半年 季度 期间 年底 月份 第一季度 第二季度 第三季度 第四季度"
	unitBounds   = "关于 的 印发 转发 批转 对 给予 表彰 和 与 及 加强 改进 推进 做好 开展 召开 成立 调整 公布 撤销 组建 设立 选举 同意 全县 全市 全省 全局 全体 任命 免去 同志 先生 女士 等 拟任 任"
	unitEnds     = "局 党组 委员会 党委 支部 总支 工委 纪委 办公室 中心 工会 政府 领导小组 系统 医院 学校 组织部 县委 市委 大队 支队"
)

// kind is what a word of a title is.
type kind int

const (
	stray   kind = iota // a character that belongs to no known word
	known               // a word of the field, a number, a place
	foreign             // letters and digits
	person
	mark
)

// word is a run of characters that belong together.
type word struct {
	start, end int
	kind       kind
	text       string
}

// reading is a title cut into words.
type reading struct {
	all    []cluster
	runes  []rune
	words  []word
	wordOf []int    // which word a character belongs to
	opened []uint32 // bit n: a word of the field with n characters begins here
}

// read cuts a title into the fewest words, unknown characters counting for more than one.
func read(all []cluster) reading {
	t := reading{all: all, runes: make([]rune, len(all)), wordOf: make([]int, len(all)), opened: make([]uint32, len(all))}
	for i := range all {
		t.runes[i] = all[i].base
	}
	t.lookUp()
	n := len(all)
	cost, chosen := make([]float64, n+1), make([]word, n)
	for i := n - 1; i >= 0; i-- {
		cost[i] = math.Inf(1)
		take := func(end int, k kind, price float64) {
			if price += cost[end]; price < cost[i] {
				cost[i], chosen[i] = price, word{start: i, end: end, kind: k}
			}
		}
		t.offer(i, take)
	}
	for i := 0; i < n; i = chosen[i].end {
		w := chosen[i]
		w.text = string(t.runes[w.start:w.end])
		for j := w.start; j < w.end; j++ {
			t.wordOf[j] = len(t.words)
		}
		t.words = append(t.words, w)
	}
	return t
}

// Prices of words when a title is cut: of two ways to cut it the one with fewer words and fewer unknown characters is
// the right one, as a rule.
const (
	wordPrice   = 1
	personPrice = 1.1
	strayPrice  = 1.5
	placePrice  = 0.8 // for every character of its name
)

// offer puts forward every word that may begin at i.
func (t reading) offer(i int, take func(end int, k kind, price float64)) {
	r := t.runes[i]
	if !unicode.Is(unicode.Han, r) {
		end := i + 1
		for end < len(t.runes) && IsOneWord(t.runes[end-1], t.runes[end]) {
			end++
		}
		k := mark
		if inWord(r) || unicode.IsDigit(r) || unicode.IsLetter(r) {
			k = foreign
		}
		take(end, k, wordPrice)
		return
	}
	for n := longestWord; n >= 2; n-- {
		if t.opens(i, n) {
			take(i+n, known, wordPrice)
		}
	}
	for _, end := range t.personEnds(i) {
		take(end, person, personPrice)
	}
	if end := t.numeralEnd(i); end > 0 {
		take(end, known, wordPrice)
	}
	t.offerPlaces(i, take)
	take(i+1, stray, strayPrice)
}

// numeralUnits are what stands behind a number in characters, as far as it makes one word with it in a title.
const numeralUnits = "年月日号时分秒个名人件次项条户家批份页篇元万亿千百十岁周天届期公平立毫厘章节款第位吨克米里亩倍级类只辆台套间层座所场起宗幅册卷季轮"

// numeralEnd gives where a number in characters ends that begins at i, with the measure word behind it: 第十二届, 三次,
// 二〇二六年.
func (t reading) numeralEnd(i int) int {
	end := i
	if t.runes[end] == '第' {
		end++
	}
	first := end
	for end < len(t.runes) && strings.ContainsRune("〇零一二三四五六七八九十百", t.runes[end]) {
		end++
	}
	if end == first || end == len(t.runes) || !strings.ContainsRune(numeralUnits, t.runes[end]) {
		return 0
	}
	return end + 1
}

// longestPlace is how many characters a place's own name has at most.
const longestPlace = 3

// offerPlaces: one to three characters that are no word, and 县, 市, 镇 behind them, are a place.
func (t reading) offerPlaces(i int, take func(end int, k kind, price float64)) {
	for n := 1; n <= longestPlace && i+n < len(t.runes); n++ {
		last := i + n - 1
		if !unicode.Is(unicode.Han, t.runes[last]) || strings.ContainsRune("的和与及在对各全我本等拟任", t.runes[last]) {
			return
		}
		for j := i; j < last; j++ {
			if t.opened[j]&(1<<(last-j+1)-1) != 0 && t.opens(j, last-j+1) {
				return
			}
		}
		if strings.ContainsRune("县市区乡镇村州旗", t.runes[i+n]) {
			take(i+n+1, known, wordPrice+placePrice*float64(n))
		}
	}
}

// opens tells whether a word of the field with n characters begins at i.
func (t reading) opens(i, n int) bool { return t.opened[i]>>n&1 == 1 }

// lookUp finds the words of the field that begin at each character.
func (t reading) lookUp() {
	text := string(t.runes)
	at := 0
	for i, r := range t.runes {
		rest := text[at:]
		for line := wordsWith(r); line != ""; {
			var w string
			w, line, _ = strings.Cut(line, " ")
			if strings.HasPrefix(rest, w) {
				t.opened[i] |= 1 << utf8.RuneCountInString(w)
			}
		}
		at += utf8.RuneLen(r)
	}
}

// wordsWith gives the words of the field that begin with a character: the lines are in order, and searched by halves.
func wordsWith(first rune) string {
	low, high := 0, len(fieldWords)
	for low < high {
		start := strings.LastIndexByte(fieldWords[:(low+high)/2], '\n') + 1
		end := start + strings.IndexByte(fieldWords[start:], '\n')
		switch r, _ := utf8.DecodeRuneInString(fieldWords[start:]); {
		case r == first:
			return fieldWords[start:end]
		case r < first:
			low = end + 1
		default:
			high = start
		}
	}
	return ""
}

// listed tells whether a word is among those of a list, which stand one blank apart.
func listed(list, word string) bool {
	for at := 0; ; {
		n := strings.Index(list[at:], word)
		if n < 0 {
			return false
		}
		start, end := at+n, at+n+len(word)
		if (start == 0 || list[start-1] == ' ') && (end == len(list) || list[end] == ' ') {
			return true
		}
		at = end
	}
}
