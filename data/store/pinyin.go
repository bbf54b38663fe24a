package store

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/mozillazg/go-pinyin"
	"golang.org/x/text/unicode/norm"
)

// heteronyms are the characters of which two readings are common in titles or in names, the commoner first. A character that is not here has the first reading of the dictionary.
const heteronyms = ` 重zhong,chong 长zhang,chang 行xing,hang 调diao,tiao 会hui,kuai 弹dan,tan 朝chao,zhao 曾zeng,ceng 单dan,shan` +
	` 藏zang,cang 系xi,ji 校xiao,jiao 降jiang,xiang 解jie,xie 强qiang,jiang 乐le,yue 率lv,shuai 区qu,ou 仇chou,qiu` +
	` 查cha,zha 盛sheng,cheng 覃qin,tan 尉wei,yu 翟zhai,di 乘cheng,sheng 省sheng,xing 传chuan,zhuan 奇qi,ji 泊bo,po` +
	` 朴piao,pu 宿su,xiu 厦sha,xia 纤xian,qian 巷xiang,hang 贾jia,gu 便bian,pian 辟pi,bi 褚chu,zhu 畜xu,chu 匙shi,chi` +
	` 种zhong,chong 幢zhuang,chuang 择ze,zhai 扎zha,za 轧ya,zha 粘zhan,nian 什shen,shi 塞sai,se 散san,shan 拓tuo,ta` +
	` 圩wei,xu 吁yu,xu 差cha,chai 刹sha,cha 澄cheng,deng 龟gui,jun 济ji,qi 茄qie,jia 劲jin,jing 颈jing,geng 菌jun,xun` +
	` 卡ka,qia 缪miao,mou 宁ning,zhu 弄nong,long 铺pu,bu 荨xun,qian 莎sha,suo 杉shan,sha 沈shen,chen 氏shi,zhi` +
	` 汤tang,shang 陶tao,yao 洗xi,xian 冼xian,sheng 削xue,xiao 荥xing,ying 晟sheng,cheng 祭ji,zhai 扁bian,pian` +
	` 隗wei,kui 逄pang,feng 镐hao,gao 蔚wei,yu 筠jun,yun 苣ju,qu 涡guo,wo 仔zai,zi 侧ce,zhai 殖zhi,shi `

// readingsOf gives how a character is read, without tones; nothing where the dictionary does not have it.
func readingsOf(r rune) []string {
	if _, after, ok := strings.Cut(heteronyms, " "+string(r)); ok {
		both, _, _ := strings.Cut(after, " ")
		first, second, _ := strings.Cut(both, ",")
		return []string{first, second}
	}
	first, _, _ := strings.Cut(pinyin.PinyinDict[int(r)], ",")
	if first == "" {
		return nil
	}
	return []string{toneless(first)}
}

// toneless takes the tone from a syllable: lǜ is typed lv.
func toneless(syllable string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(syllable) {
		switch {
		case r == '\u0308': // the two dots of ü
			u := strings.TrimSuffix(b.String(), "u")
			b.Reset()
			b.WriteString(u + "v")
		case !unicode.Is(unicode.Mn, r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

// varied is how many characters with two readings, one after another, are found in every combination of them.
const varied = 3

// spoken gives the initials of a text letter by letter, and its syllables. A character with two readings is there with
// both: the text is written several times over, in such a way that any stretch with at most three such characters is
// there in all its readings, and the whole in its common one.
func spoken(list []token) (initials, syllables string) {
	readings := make([][]string, len(list))
	twice := 0
	for i, t := range list {
		readings[i] = []string{t.text}
		if t.class == han {
			readings[i] = readingsOf([]rune(t.text)[0])
		}
		if len(readings[i]) > 1 {
			twice++
		}
	}
	var short, long []string
	for pattern := range 1 << min(twice, varied) {
		s, l := spokenSo(readings, list, pattern)
		short, long = append(short, s), append(long, l)
	}
	return strings.Join(short, between), strings.Join(long, between)
}

// spokenSo takes, of the n-th character with two readings, the second where the bit n mod 3 of the pattern is set.
func spokenSo(readings [][]string, list []token, pattern int) (initials, syllables string) {
	var short, long []string
	n := 0
	for i, t := range list {
		if len(readings[i]) == 0 {
			continue // a character without a reading is skipped by who types initials
		}
		reading := readings[i][0]
		if len(readings[i]) > 1 {
			if pattern>>(n%varied)&1 == 1 {
				reading = readings[i][1]
			}
			n++
		}
		long = append(long, reading)
		if t.class == han {
			short = append(short, reading[:1])
			continue
		}
		for _, r := range reading {
			short = append(short, string(r))
		}
	}
	return strings.Join(short, " "), strings.Join(long, " ")
}

const (
	onset = `(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])`
	rhyme = `(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|ve|a|o|e|i|u|v)`
)

// piecesOf parts letters into syllables, the longest first; a piece that is no syllable yet is the beginning of one.
// Where a syllable may end in a consonant or leave it to the next, as in fangan, shy leaves it. It gives nothing for what
// cannot be pinyin.
func piecesOf(letters string, shy bool) []string {
	syllable := regexp.MustCompile(`^(?:` + onset + `?` + rhyme + `|` + onset + `)`)
	// No syllable begins so: the consonant before belongs to it.
	unable := regexp.MustCompile(`^(?:[iuv]|ong)`)
	vowel := regexp.MustCompile(`^[aeo]`)
	var pieces []string
	for letters != "" {
		n := len(syllable.FindString(letters))
		if n == 0 {
			return nil
		}
		rest := letters[n:]
		if n > 1 && (unable.MatchString(rest) || shy && vowel.MatchString(rest)) && strings.ContainsRune("ngr", rune(letters[n-1])) {
			n--
		}
		pieces = append(pieces, letters[:n])
		letters = letters[n:]
	}
	return pieces
}
