package guard

import "strings"

// labelledAddresses finds addresses after words such as 家庭住址, which need no numeral: the name of a village, a road or an
// estate is below 乡镇/街道 already.
func (s *scan) labelledAddresses() {
	for i := 0; i < len(s.r); i++ {
		n := s.label(i)
		if n == 0 || s.r[i] == '地' && s.officeBefore(i) {
			continue
		}
		start := s.pastLabel(i + n)
		end := s.labelledEnd(start)
		if end > start && !s.neutralLabelled(i, start, end) && s.take(Address, start, end) {
			i = end - 1
		}
	}
}

// label is how long the label of a person's address is that stands at a place, 0 for none.
func (s *scan) label(i int) int {
	if !strings.ContainsRune("家住居户地籍现通租暂收邮", s.rune(i)) {
		return 0
	}
	return s.hasAny(i, "家庭住址", "家庭地址", "现住址", "现住地", "住址", "住所地", "住所", "居住地址", "居住地", "户籍地址", "户籍所在地", "户籍地", "户口所在地", "户口地",
		"通讯地址", "通信地址", "收件地址", "收货地址", "邮寄地址", "籍贯", "家住", "家在", "现住", "现居住于", "现居住在", "现居", "租住在", "租住", "暂住", "住在", "地址")
}

// officeBefore tells whether the word before 地址 says that it is no person's.
func (s *scan) officeBefore(i int) bool {
	before := s.before(i, 4)
	for _, word := range []string{"办公", "来访", "单位", "网", "公司", "机关", "邮箱", "邮件", "受理", "会议", "活动", "报名", "企业", "注册", "学校", "网站", "ip", "办事"} {
		if strings.HasSuffix(before, word) {
			return true
		}
	}
	return false
}

// pastLabel passes over what stands between a label and the address.
func (s *scan) pastLabel(i int) int {
	for n := 0; n < 8 && (strings.ContainsRune(" :：\t为是在于", s.rune(i)) || s.has(i, "(")); n++ {
		i++
	}
	return i
}

// mostAddress is how many characters an address may have.
const mostAddress = 60

// labelledEnd gives the place after the last part of an address that lies below 乡镇/街道; the start where none does.
func (s *scan) labelledEnd(start int) int {
	stop := start
	for stop-start < mostAddress && !s.isTaken(stop) && (s.inHead(stop) || s.inDoor(stop)) {
		if stop > start && s.label(stop) > 0 || s.hasAny(stop, "电话", "手机", "联系", "邮编", "邮政编码", "身份证", "收件人", "现任", "工作单位") > 0 {
			break
		}
		stop++
	}
	text := s.r[start:stop]
	within := withinTownship(text)
	end := 0
	for i := within; i < len(text); i++ {
		end = max(end, s.below(text, start, i))
	}
	if end == 0 {
		return start
	}
	return start + end
}

// inDoor tells whether a sign stands within the number of a door: 3-2-501, 6#602, 解放路#12, 68 号, 12号 3栋.
func (s *scan) inDoor(i int) bool {
	switch s.rune(i) {
	case ' ':
		return isDigit(s.rune(i-1)) && s.unit(i+1) != "" || strings.ContainsRune("号区座栋幢楼门院元", s.rune(i-1)) && s.onward(i) > i
	case '-':
		return isDigit(s.rune(i-1)) && isDigit(s.rune(i+1))
	case '#':
		return isDigit(s.rune(i+1)) || isDigit(s.rune(i-1)) && s.rune(i+1) == '楼'
	}
	return false
}

// below gives the place in the text after a part below 乡镇/街道 that ends or begins at a rune; 0 where there is none.
func (s *scan) below(text []rune, start, i int) int {
	if e, ok := s.element(start + i); ok && e.end-start <= len(text) && (!isDigit(s.rune(start+i-1)) || i == 0) {
		if !e.bare || e.dashes > 0 || (isDigit(text[i]) || spoken(text[i]) >= 0) && i > 0 && !s.quantity(e.end) {
			return e.end - start
		}
	}
	if !strings.ContainsRune("村屯社小花公新苑家路街巷弄胡宿大组", text[i]) {
		return 0
	}
	for _, part := range []string{"村", "屯", "社区", "小区", "花园", "公寓", "新村", "苑", "家园", "路", "街", "巷", "弄", "胡同", "宿舍", "家属院", "大院", "组"} {
		if hasAt(text, i, part) && i > 0 {
			return i + len([]rune(part))
		}
	}
	return 0
}

// withinTownship is how many runes of an address stand down to 乡镇 or 街道; down to the county or the city where it names
// no township.
func withinTownship(text []rune) int {
	town, county := 0, 0
	for i := 1; i < len(text) && !endsAreas(text, i); i++ {
		switch {
		case endsTown(text, i):
			town = i + 1
		case endsCounty(text, i):
			county = i + 1
		}
	}
	return max(town, county)
}

// endsTown tells whether the name of a township or street office ends at a rune.
func endsTown(text []rune, i int) bool {
	if i > 1 && hasAt(text, i-1, "街道") {
		return true
	}
	return strings.ContainsRune("镇乡", text[i]) && !hasAt(text, i, "镇中") && belongs(text, i)
}

// endsCounty tells whether the name of a province, city or county ends at a rune; 小区 and 社区 are none.
func endsCounty(text []rune, i int) bool {
	if text[i] == '区' {
		return !strings.ContainsRune("小社活宅园", text[i-1])
	}
	return strings.ContainsRune("省市县旗州盟", text[i]) && belongs(text, i)
}

// endsAreas tells whether the part of an address begins that lies below 乡镇/街道.
func endsAreas(text []rune, i int) bool {
	switch {
	case strings.ContainsRune("路巷弄号栋幢", text[i]):
		return !hasAt(text, i+1, "桥区") && !hasAt(text, i+1, "镇") && !hasAt(text, i+1, "街道")
	case text[i] == '村':
		return !hasAt(text, i+1, "镇") && !hasAt(text, i+1, "乡")
	}
	return hasAt(text, i, "小区") || hasAt(text, i, "社区")
}

// belongs tells whether a rune ends the name of an area: no road, square or estate is named after it right there.
func belongs(text []rune, i int) bool {
	for _, tail := range []string{"路", "街路", "花园", "东路", "西路", "南路", "北路", "中路", "东街", "西街", "大道", "公寓", "小区", "新村"} {
		if hasAt(text, i+1, tail) {
			return false
		}
	}
	return true
}
