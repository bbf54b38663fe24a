package guard

import (
	"strings"
)

// element is a numeral with its unit within an address: 12号, 3栋, 五组.
type element struct {
	start, end int
	unit       string
	dashes     int  // within the numeral: 3-2-501
	bare       bool // without a unit
}

// addresses finds the parts of addresses that lie below 乡镇/街道 by their numerals: 东大路36号, 3栋2单元501室, 东门村三组. Where
// one begins is read from the words before it.
func (s *scan) addresses() {
	for i := 0; i < len(s.r); {
		e, ok := s.element(i)
		if !ok || e.bare && (e.dashes != 2 || !isDigit(s.r[i]) || isDigit(s.rune(i-1))) {
			i = s.pastNumeral(i)
			continue
		}
		elements := s.elements(e)
		end := elements[len(elements)-1].end
		head := s.head(i)
		if s.isAddress(head, elements) && s.take(Address, head.start, end) {
			i = end
			continue
		}
		i = adjoining(elements)
	}
}

// adjoining gives the place after the numerals that follow one another without a name between.
func adjoining(elements []element) int {
	end := elements[0].end
	for _, e := range elements[1:] {
		if e.start > end+1 {
			break
		}
		end = e.end
	}
	return end
}

// pastNumeral gives the place to go on from: the middle of a number is the beginning of none.
func (s *scan) pastNumeral(i int) int {
	if !isDigit(s.r[i]) {
		return i + 1
	}
	for isDigit(s.rune(i)) {
		i++
	}
	return i
}

// element reads a numeral with its unit at a place.
func (s *scan) element(i int) (element, bool) {
	e := element{start: i}
	j := i
	if strings.ContainsRune("附第甲乙丙丁", s.rune(j)) {
		j++
	}
	j = s.numeral(j)
	if j == i {
		return e, false
	}
	for s.rune(j) == '-' && s.numeral(j+1) > j+1 {
		j = s.numeral(j + 1)
		e.dashes++
	}
	j = s.branch(j)
	if e.unit = s.unit(j); e.unit == "" && s.rune(j) == ' ' && isDigit(s.rune(j-1)) {
		if e.unit = s.unit(j + 1); e.unit != "" {
			j++
		}
	}
	e.bare = e.unit == ""
	if e.bare && (e.dashes == 0 && j-i < 2 || isDigit(s.rune(j)) || isLatin(s.rune(j))) {
		return e, false
	}
	e.end = j + len([]rune(e.unit))
	if e.unit == "号" {
		e.end = s.branch(e.end)
	}
	return e, true
}

// branch gives the place after the number of a door beside another: 之3 in 45之3号, 之一 in 50号之一; the same place where there
// is none.
func (s *scan) branch(i int) int {
	if s.rune(i) != '之' {
		return i
	}
	if end := s.numeral(i + 1); end > i+1 && !isLatin(s.rune(end-1)) {
		return end
	}
	return i
}

// numeral gives the place after a numeral: up to five digits with a letter before or after, up to four Chinese numerals, or
// a letter; the same place where there is none.
func (s *scan) numeral(i int) int {
	j := i
	if isLatin(s.rune(j)) {
		j++
	}
	digits := j
	for j-digits < 5 && isDigit(s.rune(j)) {
		j++
	}
	if j > digits {
		if isLatin(s.rune(j)) && !isLatin(s.rune(j+1)) {
			j++
		}
		return j
	}
	if j > i {
		if isLatin(s.rune(j)) || isLatin(s.rune(i-1)) {
			return i
		}
		return j
	}
	for j-i < 4 && strings.ContainsRune("〇零一二三四五六七八九十百", s.rune(j)) {
		j++
	}
	return j
}

// unit gives the unit at a place, the longest that fits.
func (s *scan) unit(i int) string {
	if s.rune(i) == '#' {
		switch {
		case s.has(i, "#楼"):
			return "#楼"
		case isDigit(s.rune(i + 1)):
			return "#"
		}
		return ""
	}
	if !strings.ContainsRune("号单村小支栋幢座梯室楼层弄巷组社队房门户", s.rune(i)) {
		return ""
	}
	for _, u := range []string{"号大院", "号院", "号楼", "号门", "单元", "村民小组", "村民组", "小组", "支弄", "栋", "幢", "座", "梯", "号", "室", "楼", "层", "弄", "巷", "组", "社", "队", "房", "门", "户"} {
		if s.has(i, u) {
			return u
		}
	}
	return ""
}

// mostElements bounds the length of an address.
const mostElements = 8

// elements reads the numerals that follow one another, with the name of an estate between them: 6号学府花园7号楼1204室.
func (s *scan) elements(first element) []element {
	all := []element{first}
	for len(all) < mostElements {
		last := all[len(all)-1]
		next, ok := s.element(s.onward(last.end))
		if !ok || next.bare && (!takesBare(last.unit) || s.quantity(next.end)) {
			return all
		}
		all = append(all, next)
		if next.bare {
			return all
		}
	}
	return all
}

// onward gives where the next numeral may begin: right here, or after an estate's name.
func (s *scan) onward(end int) int {
	i := end
	if r := s.rune(i); r == ' ' || r == '-' {
		i++
	}
	if _, ok := s.element(i); ok {
		return i
	}
	for j := i; j-i < mostName; j++ {
		if e, ok := s.element(j); ok && !e.bare {
			if j > i+1 && (isEstate(string(s.r[i:j])) || isHouse(e.unit) || s.rune(end-1) == '号' && isFloor(e.unit) || isRoad(string(s.r[i:j])) && e.unit == "号") {
				return j
			}
			return end
		}
		if !isHan(s.rune(j)) {
			return end
		}
	}
	return end
}

// mostName is how long the name of an estate may be that stands between two numerals.
const mostName = 10

// isHouse tells whether a unit counts the houses of an estate.
func isHouse(unit string) bool {
	switch unit {
	case "号楼", "#楼", "#", "栋", "幢", "座", "单元":
		return true
	}
	return false
}

// isFloor tells whether a unit counts the floors or rooms of a house: 108号世纪大厦10层.
func isFloor(unit string) bool { return unit == "层" || unit == "室" || unit == "楼" }

// takesBare tells whether a numeral without unit may follow: 3栋501.
func takesBare(unit string) bool {
	switch unit {
	case "栋", "幢", "座", "单元", "梯", "门", "号楼", "#楼", "#", "号", "号院", "号大院":
		return true
	}
	return false
}

// quantity tells whether what follows a numeral makes it a number of something.
func (s *scan) quantity(end int) bool {
	return s.hasAny(end, "年", "月", "日", "元", "万", "人", "次", "个", "件", "项", "名", "%", "米", "平", "户", ":", "期", "级", "会议", "报告", "办公", "展") > 0
}

// isAddress weighs the words before the numerals and the units after them. What stands in an office or belongs to an
// institution is nobody's home.
func (s *scan) isAddress(h head, elements []element) bool {
	first, last := elements[0], elements[len(elements)-1]
	follow := s.after(last.end, 20)
	switch {
	case s.isCount(h, elements, follow):
		return false
	case isEstate(h.text) && !(len(elements) == 1 && officeCompound(h.text)):
		return true
	case first.bare:
		return false
	case s.institution(h, elements, follow):
		return false
	case isVillage(h.text):
		return true
	case isRoad(h.text):
		return isDoor(first.unit)
	case len(elements) > 1:
		return flat(elements)
	}
	return inVillage(h.text) && first.unit == "号"
}

// isCount tells whether the numerals count or name something else: 第3组, 三组汇报, 1号楼至5号楼, 3组道路.
func (s *scan) isCount(h head, elements []element, follow string) bool {
	if len(elements) > 1 {
		return false
	}
	if strings.HasPrefix(string(s.r[elements[0].start:elements[0].end]), "第") && !isVillage(h.text) {
		return true
	}
	for _, word := range []string{
		"至", "道路", "公路", "水渠", "路灯", "灯", "电杆", "工程", "河道", "桥", "项目", "组长", "选举", "会议", "数据", "令", "文", "公告", "通知", "通报", "线",
		"桌", "柜", "窗口", "展", "机", "车", "井", "桩", "选手", "台", "提案", "决定", "议案", "长", "员", "电梯", "外墙", "改造",
	} {
		if strings.HasPrefix(follow, word) {
			return true
		}
	}
	return false
}
