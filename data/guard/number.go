package guard

// group is a run of digits in a row.
type group struct{ start, end int }

func (g group) len() int { return g.end - g.start }

// gap is what stands between two groups of a chain.
type gap struct {
	sign  rune // the first sign, 0 where there is none
	width int
	paren bool // a bracket is in it
	feed  bool // a line's end is in it
	rare  bool // a sign with which few people part a number: . / _
}

// chain is a number as people write it: groups of digits with blanks, hyphens and the like between. A chain is bounded, so
// that each place of a text costs the same.
type chain struct {
	groups []group
	gaps   []gap                // after each group but the last
	digits []rune               // of all groups
	after  [mostDigits + 1]int8 // how many groups make up so many digits, 0 where none end there
}

const (
	mostGroups = 19 // an ID number with a blank after every digit
	mostGap    = 3
	mostDigits = 24
)

// chainAt reads the chain that begins at a digit. It lies in the memory of the one before, which is no longer needed.
func (s *scan) chainAt(i int, before chain) chain {
	c := chain{groups: before.groups[:0], gaps: before.gaps[:0], digits: before.digits[:0]}
	for {
		j := i
		for isDigit(s.rune(j)) {
			j++
		}
		c.add(s, group{i, j})
		if len(c.digits) == mostDigits || len(c.groups) == mostGroups {
			return c
		}
		g, next := s.gapAt(j)
		if !isDigit(s.rune(next)) || next == j {
			return c
		}
		c.gaps = append(c.gaps, g)
		i = next
	}
}

// add adds a group. The digits that are too many for any number are left out.
func (c *chain) add(s *scan, g group) {
	c.groups = append(c.groups, g)
	fits := min(g.len(), mostDigits-len(c.digits))
	c.digits = append(c.digits, s.r[g.start:g.start+fits]...)
	if fits == g.len() {
		c.after[len(c.digits)] = int8(len(c.groups))
	}
}

// rest gives a chain without its first group.
func (s *scan) rest(c *chain) *chain {
	tail := &chain{}
	for _, g := range c.groups[1:] {
		tail.add(s, g)
	}
	tail.gaps = c.gaps[1:]
	return tail
}

// gapAt reads the signs after a group that may stand within a number.
func (s *scan) gapAt(i int) (g gap, next int) {
	next = i
	for next-i < mostGap {
		switch r := s.rune(next); {
		case r == ' ', r == '-':
		case r == '.', r == '/', r == '_':
			g.rare = true
		case r == '(', r == ')':
			g.paren = true
		case r == '\n' && !g.feed && next+1 < len(s.r):
			g.feed = true
		default:
			return g, next
		}
		if g.sign == 0 {
			g.sign = s.rune(next)
		}
		next++
		g.width = next - i
	}
	return g, next
}

// upTo gives the first n digits and how many groups they are, where a group ends just there; 0 where none does.
func (c *chain) upTo(n int) (digits []rune, last int) {
	if last = int(c.after[n]); last == 0 {
		return nil, 0
	}
	return c.digits[:n:n], last
}

// calm tells whether nothing but blanks, hyphens and what is allowed besides stands between the groups.
func (c *chain) calm(last int, rare, feed bool) bool {
	feeds := 0
	for _, g := range c.gaps[:last-1] {
		if g.paren || g.rare && !rare || g.feed && !feed {
			return false
		}
		if g.feed {
			feeds++
		}
	}
	return feeds <= 1
}

// numbers finds everything that is told by its digits. At each group of digits the kinds are tried from the surest on.
func (s *scan) numbers() {
	var c chain
	for i := 0; i < len(s.r); {
		if !isDigit(s.r[i]) {
			i++
			continue
		}
		c = s.chainAt(i, c)
		i = s.number(&c)
	}
}

// number judges what begins with the first group of a chain, and gives the place to go on from.
func (s *scan) number(c *chain) int {
	first := c.groups[0]
	for _, try := range []func(*chain) int{s.id, s.card, s.mobile, s.landline} {
		if end := try(c); end > 0 {
			return end
		}
	}
	if first.len() > 18 {
		s.glued(first)
	}
	return first.end
}

// wholeNumber tells whether a number stands for itself: it is no part of a code with letters, no decimal, no sum of money
// and no quantity.
func (s *scan) wholeNumber(start, end int) bool {
	return s.mayBegin(start) && s.mayEnd(end)
}

func (s *scan) mayBegin(start int) bool {
	switch r := s.rune(start - 1); {
	case r == '¥', r == '￥', r == '$', r == '第', r == '€':
		return false
	case r == '.' && isDigit(s.rune(start-2)):
		return s.listNumber(start - 2)
	case isLatin(r):
		return s.wordBefore(start)
	}
	return !containsAny(s.before(start, 4), "人民币", "金额", "¥")
}

// listNumber tells whether the digits up to a place number an item of a list: at most two, at the beginning.
func (s *scan) listNumber(last int) bool {
	first := last
	for isDigit(s.rune(first - 1)) {
		first--
	}
	before := s.rune(first - 1)
	return last-first < 2 && s.r[first] != '0' && (before == '\n' || before == '\t' || before == '；' || before == ';')
}

// wordBefore tells whether the letters right before a number are a word and not the beginning of a code.
func (s *scan) wordBefore(start int) bool {
	first, lower := start, true
	for isLatin(s.rune(first - 1)) {
		first--
		lower = lower && s.r[first] >= 'a'
	}
	if start-first > 12 || isDigit(s.rune(first-1)) || s.rune(first-1) == '-' {
		return false
	}
	switch s.before(start, start-first) {
	case "tel", "mobile", "phone", "mob", "cell", "t", "m", "p", "tp", "wx", "vx", "v", "dh", "sj", "sjh", "fax", "id", "no", "sfz", "call":
		return true
	}
	return lower && start-first > 1
}

// mayEnd tells whether what follows a number leaves it a number: no letter of a code, no decimals, no unit.
func (s *scan) mayEnd(end int) bool {
	r := s.rune(end)
	if r >= 'A' && r <= 'Z' || r == '.' && isDigit(s.rune(end+1)) || r == ',' && isDigit(s.rune(end+1)) && isDigit(s.rune(end+3)) && !isDigit(s.rune(end+4)) {
		return false
	}
	if r == ' ' {
		end++
	}
	if s.has(end, "分机") || s.has(end, "分别") || s.has(end, "米老") || s.has(end, "次日") {
		return true
	}
	return s.hasAny(end, "元", "万", "亿", "美元", "港元", "平方", "㎡", "吨", "公里", "千米", "米", "立方", "亩", "公顷", "股", "分", "%", "‰", "千瓦", "㎏", "kg", "km", "m2", "次", "人次") == 0
}

// attached tells whether a group stands in a row with others by the same sign, as the parts of a code do.
func (s *scan) attached(c *chain, last int) bool {
	start, end := c.groups[0].start, c.groups[last-1].end
	return s.rune(start-1) == '-' && (isDigit(s.rune(start-2)) || isLatin(s.rune(start-2))) || s.rune(end) == '-' && isDigit(s.rune(end+1))
}

// told tells whether a word of telephones stands shortly before.
func (s *scan) told(start int) bool {
	return containsAny(s.before(start, 14), "电话", "手机", "座机", "联系", "致电", "拨", "传真", "宅电", "家电", "固话", "微信", "小灵通",
		"住宅", "短信", "号码", "tel", "phone", "mobile", "fax") && !s.coded(start)
}

// toldAfter tells whether the words right after a number make it a telephone's: (13559-228-776)联系.
func (s *scan) toldAfter(end int) bool {
	return s.hasAny(end, "联系", ")联系", "(手机", "(微信", "(电话") > 0
}

// coded tells whether a word before says that the number is that of a thing.
func (s *scan) coded(start int) bool {
	return containsAny(s.before(start, 8), "编号", "流水", "订单", "单号", "发票", "合同", "序列", "凭证", "批号", "批次", "注册号", "登记号",
		"条码", "代码", "准考证", "核验码", "验证码", "设备号", "票号", "档号", "imei", "账号", "isbn", "qq")
}
