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
	if s.numbersThing(start) {
		return false
	}
	if s.onlyAfterTheWord(start, c, last) {
		return (s.told(start) || s.toldAfter(end)) && c.calm(last, true, true) && s.mayEnd(end)
	}
	return c.calm(last, false, false) && s.wholeNumber(start, end)
}

// numbersThing tells whether the words right before a number make it that of an examinee, an order or the like.
func (s *scan) numbersThing(start int) bool {
	before := strings.TrimRight(s.before(start, 10), " :：\t为是")
	return endsInAny(before, "准考证号", "准考证号码", "学号", "工号", "订单号", "订单编号", "流水号", "发票号", "发票号码", "快递单号", "运单号", "序列号", "凭证号", "受理编号",
		"受理号", "档案编号", "项目编号", "合同编号", "合同号", "设备编号", "资产编号", "验证码", "核验码")
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
