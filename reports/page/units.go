package page

import (
	"unicode"
	"unicode/utf8"
)

// splitsUnit tells whether a line that ends before the cluster at cut would part a number from its unit, or tear the
// unit: 24小时, 100万平方米, 1000余人, 64 次, 12元/平方米 are one expression. It looks back to the number and from
// there forward over the expression. Behind a numeral in Han only units of two characters and more are told from
// other words: 三小时, but not 统一人.
func splitsUnit(p []cluster, cut int) bool {
	numerals := 0
	for n := cut; n > 0 && cut-n < longestAmount; n-- {
		switch r := p[n-1].base; {
		case isFigure(r):
			end := amountEnd(p, n, 1)
			return cut < end && sumEm(p[numberStart(p, n):end]) <= mostKept+rounding
		case isHanNumeral(r) && numerals < mostNumerals:
			numerals++ // the 百 of 两个百分点 is one too
			if cut < amountEnd(p, n, 2) {
				return true
			}
		}
	}
	return false
}

const (
	// longestAmount is how many clusters behind a number are looked at for its unit.
	longestAmount = 14
	// mostNumerals is how many numerals in Han are tried as the one that the unit is behind.
	mostNumerals = 3
	// longestUnit is the length of the longest word that isUnit knows.
	longestUnit = 4
	// mostKept is how wide a number with its unit may be to be kept whole, in em: carried down, a longer one would
	// leave half of the line empty.
	mostKept = CharsPerLine / 2.0
)

// numberStart goes back from the end of a number to its first figure.
func numberStart(p []cluster, end int) int {
	for end > 0 && (isFigure(p[end-1].base) || inWord(p[end-1].base) || p[end-1].base == '．') {
		end--
	}
	return end
}

// amountEnd goes from the end of a number over one blank, 余 and its like, 万 and its like, and the unit, and gives
// where they end: n where there is no unit. A unit of fewer characters than shortest is none.
func amountEnd(p []cluster, n, shortest int) int {
	end := n
	for at := n; ; at++ {
		if at < len(p) && IsQuiet(p[at].base) {
			at++
		}
		if unit := unitEnd(p, at, shortest); unit > at {
			end = max(end, unit)
		}
		switch {
		case at >= len(p), at-n > longestAmount:
			return rateEnd(p, n, end)
		case shortest == 1 && isMultiplier(p[at].base):
			end = max(end, at+1)
		case shortest > 1 && isHanNumeral(p[at].base), isAbout(p[at].base):
		default:
			return rateEnd(p, n, end)
		}
	}
}

// rateEnd goes on from a unit behind the number that ends at n to the unit that it is counted by: 元/平方米·月.
func rateEnd(p []cluster, n, end int) int {
	for end > n && end < len(p) && (p[end].base == '/' || p[end].base == '／' || p[end].base == '·') {
		next := unitEnd(p, end+1, 1)
		if next == end+1 {
			break
		}
		end = next
	}
	return end
}

// unitEnd gives where the longest unit that begins at the cluster ends, at itself where none begins.
func unitEnd(p []cluster, at, shortest int) int {
	var room [longestUnit * utf8.UTFMax]byte
	word := room[:0]
	end := at
	for i := at; i < len(p) && i < at+longestUnit; i++ {
		r := narrow(p[i].base)
		word = utf8.AppendRune(word, r)
		if i-at+1 < shortest || !isUnit(string(word)) || shortest > 1 && isLatin(r) {
			continue
		}
		if isLatin(r) && i+1 < len(p) && isLatin(narrow(p[i+1].base)) {
			continue // m is no unit in 210 men
		}
		end = i + 1
	}
	return end
}

// narrow gives the ASCII sign for a full-width one.
func narrow(r rune) rune {
	if r >= '！' && r <= '～' {
		return r - '！' + '!'
	}
	return r
}

func isLatin(r rune) bool { return r < 0x2E80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

func isFigure(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

func isHanNumeral(r rune) bool {
	switch r {
	case '〇', '零', '一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '几', '数', '半':
		return true
	default:
		return isMultiplier(r)
	}
}

func isMultiplier(r rune) bool {
	switch r {
	case '十', '百', '千', '万', '亿':
		return true
	default:
		return false
	}
}

func isAbout(r rune) bool { return r == '余' || r == '多' || r == '来' }

// isUnit knows the units and measure words of official texts: the units of GB 3100-93, those of time and money, and
// what persons, papers and things are counted by.
func isUnit(word string) bool {
	return isUnitOfTime(word) || isUnitOfMeasure(word) || isUnitOfMoney(word) || isMeasureWord(word) || isSign(word)
}

func isUnitOfTime(word string) bool {
	switch word {
	case "年", "月", "日", "号", "时", "分", "秒", "刻", "点", "天", "周", "旬", "季", "岁", "届", "期", "代",
		"工作日", "个工作日", "自然日", "个自然日", "交易日", "个交易日", "日历天", "个日历天", "日历日",
		"个日历日", "个月", "个多月", "个半月", "小时", "个小时", "个多小时", "个半小时", "分钟", "刻钟", "点钟",
		"秒钟", "毫秒", "微秒", "学时", "个学时", "课时", "个课时", "学分", "个学分", "学年", "个学年", "学期",
		"个学期", "年级", "年期", "年制", "周年", "个周年", "周岁", "年度", "个年度", "年代", "世纪", "个世纪",
		"月份", "个月份", "年份", "季度", "个季度", "星期", "个星期", "礼拜", "个礼拜", "昼夜", "个昼夜", "周期",
		"个周期", "工时", "个工时", "工日", "个工日", "周次", "天次":
		return true
	default:
		return false
	}
}

// isUnitOfMeasure: length, area and volume; mass, force, power and heat; data.
func isUnitOfMeasure(word string) bool {
	switch word {
	case "米", "里", "尺", "寸", "丈", "亩", "顷", "升", "分米", "厘米", "毫米", "微米", "纳米", "千米", "公里",
		"公分", "海里", "英里", "英尺", "英寸", "华里", "延米", "延长米", "平方", "平米", "平方米", "平方公里",
		"平方千米", "平方分米", "平方厘米", "平方毫米", "平方英尺", "平方英里", "公顷", "公亩", "市亩", "英亩",
		"立方", "立米", "立方米", "立方分米", "立方厘米", "立方毫米", "毫升", "微升", "公升", "加仑", "亩次", "㎡",
		"㎥", "㎞", "㎝", "㎜", "㎏", "㎎", "㏄", "㎢", "㎖":
		return true
	case "吨", "克", "斤", "两", "钱", "瓦", "伏", "安", "度", "赫", "帕", "公斤", "市斤", "千克", "毫克", "微克",
		"公吨", "克拉", "盎司", "吨位", "吨级", "吨公里", "吨标准煤", "吨标煤", "千瓦", "兆瓦", "吉瓦", "瓦时",
		"千瓦时", "兆瓦时", "千伏", "伏特", "安培", "伏安", "千伏安", "兆伏安", "欧姆", "马力", "焦耳", "千焦",
		"兆焦", "大卡", "千卡", "卡路里", "兆帕", "千帕", "赫兹", "千赫", "兆赫", "吉赫", "分贝", "摄氏度",
		"华氏度", "流明", "勒克斯", "牛顿", "千牛", "摩尔", "贝克勒尔", "字节", "兆字节", "比特", "兆比特", "兆",
		"像素", "万像素":
		return true
	default:
		return false
	}
}

// isUnitOfMoney: currencies, shares and rates.
func isUnitOfMoney(word string) bool {
	switch word {
	case "元", "角", "分钱", "厘", "毛", "块", "美元", "欧元", "英镑", "日元", "港元", "港币", "韩元", "澳元",
		"加元", "新元", "卢布", "法郎", "泰铢", "卢比", "澳门元", "新台币", "瑞士法郎", "元整", "元钱", "块钱",
		"倍", "成", "折", "股", "百分点", "个百分点", "千分点", "个千分点", "基点", "个基点", "个点":
		return true
	default:
		return false
	}
}

// isMeasureWord: what persons come in, rounds and cases, papers and their parts, things.
func isMeasureWord(word string) bool {
	switch word {
	case "个", "名", "人", "位", "户", "家", "代人", "个人", "组", "队", "班", "团", "排", "连", "营", "批", "伙",
		"人次", "户次", "家次", "人份", "人天", "人日", "人时", "人月", "人年", "人公里":
		return true
	case "件", "次", "项", "条", "起", "宗", "例", "场", "场次", "遍", "回", "趟", "轮", "顿", "席", "届次", "批次",
		"期次", "班次", "车次", "架次", "辆次", "台次", "台套", "台班", "件次", "例次", "条次", "项次", "篇次",
		"只次", "头次", "床次", "票次", "标次", "艘次", "列次", "桌", "种", "类", "样", "级", "步", "标段",
		"个标段", "包件", "个包件", "环", "声":
		return true
	case "份", "页", "篇", "章", "节", "款", "则", "句", "字", "行", "段", "处", "目", "本", "部", "张", "册", "卷",
		"幅", "封", "版", "集", "版面", "个版面", "票", "码", "号文", "号令", "第", "万字":
		return true
	case "支", "枝", "把", "栋", "幢", "座", "层", "间", "套", "台", "辆", "所", "只", "头", "匹", "口", "羽", "尾",
		"棵", "株", "颗", "粒", "根", "片", "面", "扇", "门", "盏", "艘", "架", "列", "床", "双", "对", "副", "笔",
		"单", "瓶", "袋", "箱", "包", "盒", "桶", "罐", "筐", "捆", "车", "道", "盆", "杯", "碗", "枚", "具", "尊",
		"顶", "件套", "挺", "串", "束", "丛", "盘", "碟", "坛", "壶", "锭", "滴", "贴", "剂", "服", "床位",
		"张床位", "个床位", "车位", "个车位", "学位", "个学位", "座位", "个座位", "泊位", "个泊位", "席位",
		"个席位", "标箱", "标准箱", "个标箱", "点位", "个点位", "号楼", "层楼", "单元", "个单元", "号线", "车道",
		"个车道":
		return true
	default:
		return false
	}
}

// isSign: signs of units in Latin letters (GB 3100-93, tables 1 to 4); C and a are left out, they are more often the
// number of a room or a part.
func isSign(word string) bool {
	switch word {
	case "mm", "cm", "dm", "m", "km", "nm", "μm", "µm", "mm²", "cm²", "m²", "km²", "cm³", "dm³", "m³", "m2", "m3",
		"km2", "mg", "g", "kg", "t", "ml", "mL", "L", "l", "s", "ms", "min", "h", "Hz", "kHz", "MHz", "GHz", "V",
		"kV", "W", "kW", "MW", "GW", "A", "mA", "VA", "kVA", "MVA", "kWh", "MWh", "GWh", "kvar", "Pa", "kPa",
		"MPa", "kcal", "J", "kJ", "MJ", "GJ", "N", "kN", "K", "lm", "lx", "dB", "pt", "px", "B", "KB", "kB", "MB",
		"GB", "TB", "PB", "bit", "kbps", "Mbps", "Gbps", "Ω", "kΩ", "MΩ", "ppm", "mol", "hm²", "ha":
		return true
	default:
		return false
	}
}
