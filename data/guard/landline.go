package guard

import "strings"

// landline judges a fixed number: after an area code, or alone after a word that says so. The public short numbers and the
// 400 numbers begin otherwise.
func (s *scan) landline(c *chain) int {
	start, body := s.afterCountry(c)
	if body == nil {
		return 0
	}
	last := s.withArea(start, body, start != c.groups[0].start || s.hasCountry(c.groups[0]))
	if last == 0 {
		if last = s.local(body, 0); last == 0 || !s.toldLocal(start) || !s.wholeNumber(start, body.groups[last-1].end) {
			return 0
		}
	}
	end := s.extension(body.groups[last-1].end)
	if s.rune(start-1) == '(' && len(body.groups) > 1 && body.gaps[0].paren {
		start--
	}
	if !s.take(Landline, start, end) {
		return 0
	}
	return s.furtherLines(end)
}

// withArea gives the index after the last group of a number with its area code, 0 where there is none.
func (s *scan) withArea(start int, c *chain, abroad bool) int {
	code := string(s.r[c.groups[0].start:c.groups[0].end])
	if abroad && !strings.HasPrefix(code, "0") {
		code = "0" + code
	}
	switch area := areaOf(code); {
	case area == 0:
		return 0
	case area == len(code) && len(c.groups) > 1:
		return s.areaApart(start, c)
	case abroad:
		return 0
	default:
		return s.areaJoined(start, c, area)
	}
}

// areaApart judges a number whose area code is a group of its own: 0591-87654321.
func (s *scan) areaApart(start int, c *chain) int {
	last, g := s.local(c, 1), c.gaps[0]
	if last == 0 || g.width > 2 || g.feed || g.sign == '/' || g.sign == '_' {
		return 0
	}
	if s.doubtful(c, last) && !s.told(start) || !s.wholeNumber(start, c.groups[last-1].end) {
		return 0
	}
	return last
}

// areaJoined judges a number that is written together with its area code: 059187654321.
func (s *scan) areaJoined(start int, c *chain, area int) int {
	g := c.groups[0]
	local := g.len() - area
	if local != 8 && (local != 7 || area == 3) || s.r[g.end-local] < '2' {
		return 0
	}
	if s.coded(start) || !s.wholeNumber(start, g.end) || s.attached(c, 1) && !s.extended(g.end) {
		return 0
	}
	return 1
}

// doubtful tells whether a number with an area code can as well be a code of other things: twelve digits in three parts as
// on our notices, or a day after a number.
func (s *scan) doubtful(c *chain, last int) bool {
	if last == 3 && c.gaps[0].sign == '-' && c.gaps[1].sign == '-' {
		return true
	}
	day := digitsOf(string(s.r[c.groups[1].start:c.groups[last-1].end]))
	start, end := c.groups[0].start, c.groups[last-1].end
	if isDate([]rune(day)) || s.coded(start) {
		return true
	}
	return s.rune(start-1) == '-' && isDigit(s.rune(start-2)) && !s.hasCountry(group{start - 3, start - 1}) ||
		s.rune(end) == '-' && isDigit(s.rune(end+1)) && !s.extended(end)
}

// local gives the index after the groups of seven or eight digits from the one named on, 0 where there are none.
func (s *scan) local(c *chain, from int) int {
	g := c.groups[from]
	if s.r[g.start] < '2' || s.r[g.start] > '8' {
		return 0
	}
	if n := g.len(); n == 7 || n == 8 {
		return from + 1
	}
	if from+1 >= len(c.groups) {
		return 0
	}
	// Seven digits are cut 822 1345 and, after an area code, 8221 345.
	if next := c.groups[from+1].len(); (g.len() == 3 || g.len() == 4) && next == 4 || from == 1 && g.len() == 4 && next == 3 {
		if gap := c.gaps[from]; gap.width == 1 && (gap.sign == ' ' || gap.sign == '-') {
			return from + 2
		}
	}
	return 0
}

// toldLocal tells whether a word of telephones stands right before a number without area code.
func (s *scan) toldLocal(start int) bool {
	before := s.before(start, 16)
	at, word := -1, ""
	for _, w := range []string{"电话", "座机", "联系方式", "小灵通", "固话", "宅电", "家电", "传真", "tel", "phone", "fax"} {
		if i := strings.LastIndex(before, w); i > at {
			at, word = i, w
		}
	}
	if at < 0 {
		return false
	}
	for _, r := range before[at+len(word):] {
		if !strings.ContainsRune(":： \t()号码是为办公家庭里中住宅单位移动座机固定值班室/及和,，", r) {
			return false
		}
	}
	return true
}

// extended tells whether a hyphen and a short number follow, and nothing after.
func (s *scan) extended(end int) bool {
	i := end + 1
	for isDigit(s.rune(i)) {
		i++
	}
	n := i - end - 1
	return s.rune(end) == '-' && n >= 1 && n <= 5 && s.rune(i) != '-'
}

// extension gives the place after the number of an extension, the same place where there is none.
func (s *scan) extension(end int) int {
	i := end
	if s.rune(i) == ' ' {
		i++
	}
	word := s.hasAny(i, "转分机", "分机号", "分机", "转", "ext.", "ext", "#")
	if word == 0 && !s.extended(end) {
		return end
	}
	if word == 0 {
		word, i = 1, end
	}
	i += word
	for s.rune(i) == ' ' || s.rune(i) == ':' {
		i++
	}
	from := i
	for isDigit(s.rune(i)) {
		i++
	}
	if i == from || i-from > 6 {
		return end
	}
	return i
}

// furtherLines takes the numbers that follow one in a row, 87654321、87654322, and gives the place after the last.
func (s *scan) furtherLines(end int) int {
	for {
		i := end
		for i-end < 3 && strings.ContainsRune("、/,，或 ", s.rune(i)) {
			i++
		}
		if i == end || !isDigit(s.rune(i)) {
			return end
		}
		c := s.chainAt(i, chain{})
		last := s.local(&c, 0)
		if last == 0 || !s.wholeNumber(i, c.groups[last-1].end) || !s.take(Landline, i, c.groups[last-1].end) {
			return end
		}
		end = c.groups[last-1].end
	}
}

// areaOf is how long the area code is with which a number begins, 0 where it begins with none.
func areaOf(code string) int {
	if len(code) < 3 || code[0] != '0' {
		return 0
	}
	if code[1] == '1' && code[2] == '0' || code[1] == '2' && code[2] != '6' {
		return 3
	}
	if len(code) < 4 {
		return 0
	}
	// The third digits that are given out after each pair of the first two behind the zero.
	const given = " 31:0123456789 33:5 34:9 35:0123456789 37:0123456789 39:1234568 41:0123456789 42:1379 43:0123456789 45:123456789" +
		" 46:4789 47:0123456789 48:23 51:0123456789 52:37 53:0123456789 54:36 55:0123456789 56:123456 57:0123456789 58:0 59:123456789" +
		" 63:1234567 66:0238 69:12 70:1 71:0123456789 72:248 73:013456789 74:3456 75:0123456789 76:023689 77:0123456789 79:0123456789" +
		" 81:236789 82:5678 83:0123456789 85:1234567899 87:0123456789 88:3678 89:123456789 90:12369 91:0123456789 93:0123456789" +
		" 94:13 95:12345 97:0123456789 99:0123456789 "
	at := strings.Index(given, " "+code[1:3]+":")
	if at < 0 {
		return 0
	}
	thirds, _, _ := strings.Cut(given[at+4:], " ")
	if strings.IndexByte(thirds, code[3]) < 0 {
		return 0
	}
	return 4
}

// columns finds numbers without area code under a head of a table that says telephone.
func (s *scan) columns() {
	var phones map[int]bool
	for from := 0; from < len(s.r); {
		to := from
		tabs := false
		for to < len(s.r) && s.r[to] != '\n' {
			tabs = tabs || s.r[to] == '\t'
			to++
		}
		if tabs {
			phones = s.row(from, to, phones)
		} else {
			phones = nil
		}
		from = to + 1
	}
}

// row looks at one row of a table: for heads that say telephone, and at the cells under those of the rows before.
func (s *scan) row(from, to int, phones map[int]bool) map[int]bool {
	column, cell := 0, from
	for i := from; i <= to; i++ {
		if i < to && s.r[i] != '\t' {
			continue
		}
		switch {
		case i-cell <= 12 && containsAny(string(s.r[cell:i]), "电话", "座机", "联系方式", "固话"):
			if phones == nil {
				phones = map[int]bool{}
			}
			phones[column] = true
		case phones[column]:
			s.localCell(cell, i)
		}
		column, cell = column+1, i+1
	}
	return phones
}

func (s *scan) localCell(start, end int) {
	for start < end && s.r[start] == ' ' {
		start++
	}
	if !isDigit(s.rune(start)) {
		return
	}
	c := s.chainAt(start, chain{})
	if last := s.local(&c, 0); last > 0 && s.mayEnd(c.groups[last-1].end) && s.take(Landline, start, c.groups[last-1].end) {
		s.furtherLines(c.groups[last-1].end)
	}
}
