package guard

import "strings"

// mobile judges a mobile number: 11 digits from 13 to 19, after the country's code or without.
func (s *scan) mobile(c *chain) int {
	start, body := s.afterCountry(c)
	if body == nil {
		return s.joined(c)
	}
	digits, last := body.upTo(11)
	if last == 0 {
		digits, last = s.afterZero(body)
	}
	if last == 0 || !isMobile(digits) || !s.mayBeMobile(start, body, last) {
		return s.joined(c)
	}
	end := body.groups[last-1].end
	if !s.take(Mobile, start, end) {
		return 0
	}
	return end
}

// afterCountry gives the place where a number begins and its groups without the country's code in a group of its own.
func (s *scan) afterCountry(c *chain) (start int, body *chain) {
	first := c.groups[0]
	start = first.start
	if !s.hasCountry(first) {
		return start, c
	}
	if s.rune(start-1) == '+' {
		start--
	}
	if s.rune(start-1) == '(' {
		start--
	}
	if len(c.groups) == 1 {
		return start, nil
	}
	return start, s.rest(c)
}

// hasCountry tells whether a group is 86 or 0086.
func (s *scan) hasCountry(g group) bool {
	return g.len() == 2 && s.has(g.start, "86") || g.len() == 4 && s.has(g.start, "0086")
}

// afterZero reads a number with the zero before it by which calls from afar were dialled.
func (s *scan) afterZero(c *chain) (digits []rune, last int) {
	digits, last = c.upTo(12)
	if last == 0 || digits[0] != '0' || !s.told(c.groups[0].start) {
		return nil, 0
	}
	return digits[1:], last
}

// joined judges a number that is written together with the country's code: 8613800138000.
func (s *scan) joined(c *chain) int {
	g := c.groups[0]
	cut := 0
	switch {
	case g.len() == 13 && s.has(g.start, "86"):
		cut = 2
	case g.len() == 15 && s.has(g.start, "0086"):
		cut = 4
	default:
		return 0
	}
	start := g.start
	if s.rune(start-1) == '+' {
		start--
	}
	if !isMobile(s.r[g.start+cut:g.end]) || !s.wholeNumber(start, g.end) || !s.take(Mobile, start, g.end) {
		return 0
	}
	return g.end
}

func isMobile(d []rune) bool { return len(d) == 11 && d[0] == '1' && d[1] >= '3' }

// mayBeMobile weighs how the groups are cut and what stands around. Without a word of telephones only the usual ways of
// writing are believed: 138 0013 8000 and the like.
func (s *scan) mayBeMobile(start int, c *chain, last int) bool {
	end := c.groups[last-1].end
	if s.onlyAfterTheWord(start, c, last) {
		return s.told(start) && c.calm(last, true, true) && s.mayEnd(end)
	}
	return c.calm(last, false, false) && s.wholeNumber(start, end)
}

// onlyAfterTheWord tells whether digits cut in this way can be other things too.
func (s *scan) onlyAfterTheWord(start int, c *chain, last int) bool {
	if last == 1 {
		return false
	}
	for _, g := range c.gaps[:last-1] {
		if g.rare || g.feed || g.width > 1 {
			return true
		}
	}
	if start == c.groups[0].start && s.attached(c, last) {
		return true
	}
	switch lens := c.lengths(last); lens {
	case "344", "11111111111":
		return false
	case "38":
		day := s.r[c.groups[1].start:c.groups[1].end]
		return isDate(day)
	}
	return true
}

// lengths writes how long the groups are.
func (c *chain) lengths(last int) string {
	var out strings.Builder
	for _, g := range c.groups[:last] {
		out.WriteByte("0123456789:;<=>?"[min(g.len(), 15)])
	}
	return out.String()
}

// isDate tells whether eight digits are a day of our times, 20260305.
func isDate(d []rune) bool {
	return len(d) == 8 && value(d[:4]) >= 1900 && value(d[:4]) < 2100 && isDay(value(d[:4]), value(d[4:6]), value(d[6:8]))
}

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
	end := c.groups[0].end
	if area := areaOf(code); area == len(code) && area > 0 && len(c.groups) > 1 {
		last := s.local(c, 1)
		if last == 0 || c.gaps[0].width > 2 || c.gaps[0].feed || c.gaps[0].sign == '/' || c.gaps[0].sign == '_' {
			return 0
		}
		end = c.groups[last-1].end
		if s.doubtful(c, last) && !s.told(start) || !s.wholeNumber(start, end) {
			return 0
		}
		return last
	}
	area := areaOf(code)
	local := len(code) - area
	if abroad || area == 0 || local != 8 && (local != 7 || area == 3) || s.r[end-local] < '2' || s.coded(start) || !s.wholeNumber(start, end) {
		return 0
	}
	if s.attached(c, 1) && !s.extended(end) {
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
	if from+1 < len(c.groups) && (g.len() == 3 || g.len() == 4) && c.groups[from+1].len() == 4 {
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
