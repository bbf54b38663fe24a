package page

import (
	"strings"
	"unicode"
)

// Names of persons in titles. A caller tells the names it knows; a name that nobody has told is known by its surname
// and by what stands behind it: 同志, 等, 、.

// surnames are those that people in notices bear, but for characters that open common words.
const surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦昌马苗凤花俞任袁柳鲍史唐费廉" +
	"岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余元卜顾孟平黄穆萧肖尹姚邵湛汪祁毛禹狄米贝戴宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄江" +
	"童颜郭梅盛林刁钟徐邱丘骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀羊惠甄曲封储靳段焦侯班仰" +
	"仲伊宫宁仇栾甘厉祖武符刘景詹束龙叶幸司韶黎薄印白怀蒲从鄂索赖卓蔺屠蒙池乔阴闻党翟谭贡劳姬申冉雍桑桂牛寿边尚农温庄晏柴瞿阎充慕连习" +
	"艾鱼容向古易廖庾终居衡步都耿满匡国寇广沃利师巩聂晁勾敖融冷辛阚那简饶曾沙丰关蒯相查后荆红游权益桓岳帅况亢闫涂佟麦阳覃代车苑占农"

// doubleSurnames are the compound ones.
const doubleSurnames = "欧阳 司马 上官 诸葛 夏侯 皇甫 尉迟 公孙 慕容 长孙 宇文 司徒 司空 令狐 端木 东方 西门 南宫 独孤 轩辕 钟离 闻人 澹台 " +
	"公冶 赫连 申屠 太史 淳于 单于 仲孙 鲜于 闾丘 司寇 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 第五 拓跋 纳兰 完颜 叶赫"

// behindNames is what stands behind a person's name in a title.
const behindNames = "同志 先生 女士 等 、 和 与 及 任 拟 违 涉 受 严重 （"

// longestNamePart is how many characters between two dots are taken for a part of a name.
const longestNamePart = 10

// personEnds gives the places where a person's name that begins at i may end.
func (t reading) personEnds(i int) []int {
	var ends []int
	if end := t.dottedEnd(i); end > 0 {
		return append(ends, end)
	}
	surname := 0
	switch {
	case i+1 < len(t.runes) && strings.Contains(doubleSurnames, string(t.runes[i:i+2])):
		surname = 2
	case strings.ContainsRune(surnames, t.runes[i]):
		surname = 1
	default:
		return nil
	}
	for end := i + surname + 1; end <= i+surname+2 && end <= len(t.runes) && t.mayBeGiven(end-1); end++ {
		if t.runes[end-1] == '某' || t.isBehindName(end) {
			ends = append(ends, end)
		}
	}
	return ends
}

// mayBeGiven: given names have characters above U+FFFF as others have, but no particle.
func (t reading) mayBeGiven(i int) bool {
	return unicode.Is(unicode.Han, t.runes[i]) && !strings.ContainsRune("的等和与及各拟", t.runes[i])
}

func (t reading) isBehindName(i int) bool {
	if i == len(t.runes) {
		return false
	}
	two := string(t.runes[i:min(i+2, len(t.runes))])
	return listed(behindNames, two) || listed(behindNames, string(t.runes[i]))
}

// dottedEnd gives where a name with dots ends that begins at i, 0 where none does: 阿卜杜热合曼·买买提·艾力. Neither of
// its parts holds a word of the field.
func (t reading) dottedEnd(i int) int {
	end, dots := i, 0
	for from := i; ; {
		part := from
		for part < len(t.runes) && part-from < longestNamePart && t.mayBeGiven(part) && t.opened[part] == 0 &&
			(part == from || dots == 0 || !t.isBehindName(part)) {
			part++
		}
		if part == from {
			break
		}
		end = part
		if part == len(t.runes) || t.runes[part] != '·' {
			break
		}
		dots++
		from = part + 1
	}
	if dots == 0 || t.runes[end-1] == '·' {
		return 0
	}
	return end
}

// bindPersons makes a break inside a person's name impossible.
func (t reading) bindPersons(gaps []float64) {
	for _, w := range t.words {
		if w.kind == person {
			bind(gaps, w.start, w.end)
		}
	}
}

// bindTold makes a break inside one of the told names impossible. Where such a name begins and ends the title may
// break, whatever it was taken for.
func (t reading) bindTold(gaps []float64, names []string) {
	var text strings.Builder
	var of []int // which character a byte belongs to
	for i, c := range t.all {
		text.WriteString(c.text)
		for range len(c.text) {
			of = append(of, i)
		}
	}
	var told [][2]int
	for _, name := range names {
		for from := 0; name != ""; {
			n := strings.Index(text.String()[from:], name)
			if n < 0 {
				break
			}
			start, end := of[from+n], of[from+n+len(name)-1]+1
			told = append(told, [2]int{start, end})
			t.free(gaps, start)
			t.free(gaps, end)
			from += n + len(name)
		}
	}
	for _, n := range told { // last, for a name may stand inside a longer one
		bind(gaps, n[0], n[1])
	}
}

// free allows a break before character i where only a name that was guessed forbade it.
func (t reading) free(gaps []float64, i int) {
	if i > 0 && i < len(t.runes) && t.words[t.wordOf[i]].kind == person && t.mayEnd(i) {
		gaps[i] = min(gaps[i], plain)
	}
}
