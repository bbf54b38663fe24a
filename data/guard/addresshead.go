package guard

import "strings"

// headOf is what stands before the numerals of an address.
type head struct {
	start int
	text  string // up to the numerals
	label string // what was written before it on the line
}

// mostHead is how many characters are looked at before the numerals.
const mostHead = 40

// head reads the words before a place back to where the address can begin.
func (s *scan) head(at int) head {
	from := at
	for at-from < mostHead && !s.isTaken(from-1) && s.inHead(from-1) {
		from--
	}
	text := s.r[from:at]
	start := from + beginning(text)
	return head{start: start, text: string(s.r[start:at]), label: s.before(start, 10)}
}

func (s *scan) isTaken(i int) bool { return i >= 0 && i < len(s.taken) && s.taken[i] }

// inHead tells whether a rune can be part of the words before the numerals. A blank can where a name of a place ends.
func (s *scan) inHead(i int) bool {
	r := s.rune(i)
	if r == ' ' {
		return strings.ContainsRune("省市区县镇乡道街路村州旗巷", s.rune(i-1)) && (isHan(s.rune(i+1)) || isDigit(s.rune(i+1)))
	}
	return isHan(r) || isDigit(r) || isLatin(r)
}

// beginning gives where an address begins within the words before its numerals: at the name of a province, else after the
// last word that leads to an address.
func beginning(text []rune) int {
	start := 0
	for i, r := range text {
		if strings.ContainsRune("住地家现位坐寄搬送前在到户走反看慰了原", r) {
			start = max(start, afterLead(text, i))
		}
	}
	for i := start; i < len(text); i++ {
		if isProvinceName(text, i) {
			return i
		}
	}
	for start < len(text) && (text[start] == ' ' || isDigit(text[start])) {
		start++
	}
	return start
}

// afterLead gives the place after a word that leads to an address, 0 where none stands there.
func afterLead(text []rune, i int) int {
	if text[i] == '住' && i+1 < len(text) && strings.ContainsRune("宅建院房户宿所", text[i+1]) {
		return 0
	}
	for _, word := range []string{"住址", "地址", "住在", "家住", "现住", "位于", "坐落于", "坐落", "寄到", "寄往", "寄至", "送至", "原籍", "搬到", "送到", "前往", "家在", "住", "在", "到", "现居", "户籍地", "户籍", "地点", "走访", "反映", "看望", "慰问", "了"} {
		if hasAt(text, i, word) {
			return i + len([]rune(word))
		}
	}
	return 0
}

// isProvinceName tells whether the name of a province stands at a place.
func isProvinceName(text []rune, i int) bool {
	if !strings.ContainsRune("北天上重河山辽吉黑江浙安福湖广海四贵云陕甘青台内西宁新", text[i]) {
		return false
	}
	for _, name := range []string{
		"北京市", "天津市", "上海市", "重庆市", "河北省", "山西省", "辽宁省", "吉林省", "黑龙江省", "江苏省", "浙江省", "安徽省", "福建省", "江西省",
		"山东省", "河南省", "湖北省", "湖南省", "广东省", "海南省", "四川省", "贵州省", "云南省", "陕西省", "甘肃省", "青海省", "台湾省",
		"内蒙古自治区", "广西壮族自治区", "西藏自治区", "宁夏回族自治区", "新疆维吾尔自治区",
	} {
		if hasAt(text, i, name) {
			return true
		}
	}
	return false
}

func hasAt(text []rune, i int, word string) bool {
	for _, r := range word {
		if i >= len(text) || text[i] != r {
			return false
		}
		i++
	}
	return true
}
