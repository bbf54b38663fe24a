package guard

import "strings"

// secrecy finds the marks that a document with secrets bears (GB/T 9704 7.2.2: 密级★保密期限), not the words 秘密 or 机密 in
// running prose: a mark has a star, stands after 密级, in brackets of its own, alone on its line or in its cell, or heads
// the line. 内部资料 with 注意保存 or the like is a mark too: whoever publishes what bears it removes it knowingly.
func (s *scan) secrecy() {
	for i := 0; i < len(s.r); i++ {
		switch s.r[i] {
		case '绝', '机', '秘':
			if end := s.level(i); end > 0 {
				s.secret(i, end)
			}
		case '内':
			s.internal(i)
		}
	}
}

// level gives the place after 绝密, 机密 or 秘密, which may be written with blanks inside; 0 where there is none.
func (s *scan) level(i int) int {
	j := i + 1
	for j-i <= 3 && s.rune(j) == ' ' {
		j++
	}
	if s.rune(j) != '密' {
		return 0
	}
	return j + 1
}

// secret takes the level with its star and term where it is a mark.
func (s *scan) secret(start, end int) {
	next := s.skip(end)
	if s.rune(next) == '★' || s.rune(next) == '*' && s.headsCell(start) {
		s.take(Secrecy, s.leadingStar(start), s.term(next+1))
		return
	}
	if first := s.leadingStar(start); first < start {
		s.take(Secrecy, first, end)
		return
	}
	if s.afterLevelWord(start, end) || s.bracketed(start, end) || s.headsLine(start, end) {
		s.take(Secrecy, start, s.term(end))
	}
}

// skip passes over blanks.
func (s *scan) skip(i int) int {
	for n := 0; n < 20 && s.rune(i) == ' '; n++ {
		i++
	}
	return i
}

// back passes over blanks before a place.
func (s *scan) back(i int) int {
	for n := 0; n < 20 && s.rune(i-1) == ' '; n++ {
		i--
	}
	return i
}

func (s *scan) leadingStar(start int) int {
	if i := s.back(start); s.rune(i-1) == '★' && s.rune(i-2) != '★' && s.headsCell(i-1) {
		return i - 1
	}
	return start
}

// term gives the place after the term of secrecy, 10年, 长期 or 启用前; the given place where there is none.
func (s *scan) term(end int) int {
	i := s.skip(end)
	if n := s.hasAny(i, "长期", "启用前", "启封前", "公布前", "永久"); n > 0 {
		return i + n
	}
	from := i
	for isDigit(s.rune(i)) && i-from < 4 {
		i++
	}
	if n := s.hasAny(i, "年", "个月", "月", "天"); i > from && n > 0 {
		return i + n
	}
	return end
}

// headsCell tells whether nothing stands before a place on its line or in its cell.
func (s *scan) headsCell(start int) bool {
	r := s.rune(s.back(start) - 1)
	return r == '\n' || r == '\t'
}

// endsCell tells whether nothing follows.
func (s *scan) endsCell(end int) bool {
	r := s.rune(s.skip(end))
	return r == '\n' || r == '\t'
}

// afterLevelWord tells whether 密级 and the like stands before, and one level, not the choice of a form, after it.
func (s *scan) afterLevelWord(start, end int) bool {
	if n := s.skip(end); strings.ContainsRune("、/或和及□", s.rune(n)) {
		return false
	}
	before := strings.TrimRight(strings.ReplaceAll(s.before(start, 14), " ", ""), ":：\t")
	for _, verb := range []string{"定为", "为", "是"} {
		before = strings.TrimSuffix(before, verb)
	}
	for _, word := range []string{"密级", "保密级别", "保密等级", "涉密等级", "涉密级别", "秘密等级", "密级和保密期限", "密级及保密期限"} {
		if strings.HasSuffix(before, word) {
			return true
		}
	}
	return false
}

// bracketed tells whether brackets enclose the level alone; round ones are a mark only at an end of the line.
func (s *scan) bracketed(start, end int) bool {
	first, last := s.back(start), s.term(end)
	last = s.skip(last)
	open, shut := s.rune(first-1), s.rune(last)
	switch {
	case strings.ContainsRune("【[〔「", open) && strings.ContainsRune("】]〕」", shut):
		return true
	case open == '(' && shut == ')':
		return s.headsCell(first-1) || s.endsCell(last+1)
	}
	return false
}

// headsLine tells whether the level heads its line or cell as a mark does: alone, with its term, with the urgency or the
// document's number after it, or parted from what follows by wide space or a sign.
func (s *scan) headsLine(start, end int) bool {
	if !s.headsCell(start) {
		return false
	}
	if s.endsCell(end) || s.endsCell(s.term(end)) {
		return true
	}
	next := s.skip(end)
	if n := s.hasAny(next, "特急", "加急", "平急", "急件", "特提", "件", "级"); n > 0 && s.endsCell(next+n) {
		return true
	}
	switch r := s.rune(end); {
	case strings.ContainsRune("-_:", r):
		return true
	case r != ' ':
		return false
	}
	return next-end >= 2 || s.wideSpace(end) || strings.ContainsAny(s.after(next, 12), "〔[")
}

// wideSpace tells whether a blank of the text is as wide as a Han character.
func (s *scan) wideSpace(i int) bool { return s.end[i]-s.at[i] == 3 }

// internal takes 内部资料 注意保存 and its like.
func (s *scan) internal(i int) {
	n := s.hasAny(i, "内部资料", "内部文件", "内部材料", "内部刊物")
	if n == 0 {
		return
	}
	j := i + n
	for k := 0; k < 4 && strings.ContainsRune(" ,，、;；-。!！", s.rune(j)); k++ {
		j++
	}
	if m := s.hasAny(j, "注意保存", "注意保密", "不得外传", "请勿外传", "严禁外传", "禁止外传", "切勿外传", "妥善保管", "不得公开", "不得翻印"); m > 0 {
		s.take(Secrecy, i, j+m)
	}
}
