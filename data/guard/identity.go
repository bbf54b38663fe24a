package guard

import "strings"

// id judges an ID number: 18 digits of GB 11643, or the 15 of the time before 1999. It gives the place after it, 0 where
// there is none.
func (s *scan) id(c *chain) int {
	if end := s.id18(c); end > 0 {
		return end
	}
	digits, last := c.upTo(15)
	if last == 0 || last > 3 || !c.calm(last, false, false) || !oldID(digits) {
		return 0
	}
	start, end := c.groups[0].start, c.groups[last-1].end
	if !s.wholeNumber(start, end) || s.coded(start) || s.attached(c, last) || isLatin(s.rune(end)) || !s.take(ID, start, end) {
		return 0
	}
	return end
}

func (s *scan) id18(c *chain) int {
	digits, last := c.upTo(18)
	end := 0
	if last > 0 {
		end = c.groups[last-1].end
	} else if digits, last = c.upTo(17); last > 0 {
		digits = append(digits, 'X')
		end = s.checkX(c.groups[last-1].end)
	}
	start := c.groups[0].start
	if end == 0 || !c.calm(last, true, true) || !newID(digits, 1900, 2099) || s.creditCode(start, digits) || !s.take(ID, start, end) {
		return 0
	}
	return end
}

// checkX gives the place after the X that ends an ID number, 0 where there is none. A sign may part it from the digits.
func (s *scan) checkX(end int) int {
	if r := s.rune(end); r == ' ' || r == '-' || r == '.' {
		end++
	}
	if r := s.rune(end); r != 'X' && r != 'x' || isLatin(s.rune(end+1)) || isDigit(s.rune(end+1)) {
		return 0
	}
	return end + 1
}

// glued finds ID numbers within a longer row of digits, as columns that have lost the space between them leave it. Only
// years in which people live are believed there, since nothing else tells where a number begins.
func (s *scan) glued(g group) {
	from := g.start
	for i := g.start; i+17 <= g.end; i++ {
		digits, end := s.r[i:min(i+18, g.end)], i+18
		if i+17 == g.end {
			if end = s.checkX(g.end); end == 0 {
				break
			}
			digits = append(append([]rune{}, digits...), 'X')
		}
		if !newID(digits, 1930, 2015) || !s.take(ID, i, end) {
			continue
		}
		s.gluedMobile(from, i)
		from, i = end, end-1
	}
	if from > g.start {
		s.gluedMobile(from, g.end)
	}
}

func (s *scan) gluedMobile(start, end int) {
	if end-start == 11 && isMobile(s.r[start:end]) {
		s.take(Mobile, start, end)
	}
}

// newID tells whether 18 digits are an ID number: a province, a date of birth and the check digit of GB 11643.
func newID(d []rune, firstYear, lastYear int) bool {
	if len(d) != 18 || !isProvince(d) {
		return false
	}
	year := value(d[6:10])
	return year >= firstYear && year <= lastYear && isDay(year, value(d[10:12]), value(d[12:14])) && checkSign(d) == d[17]
}

// oldID tells whether 15 digits are an ID number as it was issued until 1999. Who bears one was born after 1929; the other
// years are those of serial numbers that begin with a region and a date.
func oldID(d []rune) bool {
	year := 1900 + value(d[6:8])
	return isProvince(d) && year >= 1930 && isDay(year, value(d[8:10]), value(d[10:12]))
}

// checkSign is the check digit of GB 11643-1999 over the first 17 digits.
func checkSign(d []rune) rune {
	sum, weight := 0, 1
	for i := 16; i >= 0; i-- {
		weight = weight * 2 % 11
		sum += int(d[i]-'0') * weight
	}
	return []rune("10X98765432")[sum%11]
}

// isProvince tells whether a number begins with the code of a province (GB/T 2260; 81 to 83 are residence permits of Hong
// Kong, Macao and Taiwan).
func isProvince(d []rune) bool {
	const codes = " 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 "
	return strings.Contains(codes, " "+string(d[:2])+" ")
}

// isDay tells whether a date of the calendar exists.
func isDay(year, month, day int) bool {
	if month < 1 || month > 12 || day < 1 {
		return false
	}
	days := 31
	switch month {
	case 4, 6, 9, 11:
		days = 30
	case 2:
		days = 28
		if year%4 == 0 && year%100 != 0 || year%400 == 0 {
			days = 29
		}
	}
	return day <= days
}

func value(d []rune) int {
	n := 0
	for _, r := range d {
		n = 10*n + int(r-'0')
	}
	return n
}

// creditCode tells whether 18 digits are a unit's 统一社会信用代码 (GB 32100): they hold its check sign, and a word says so.
// Without the word an ID number is the likelier of the two.
func (s *scan) creditCode(start int, d []rune) bool {
	if !containsAny(s.before(start, 14), "信用代码", "机构代码") {
		return false
	}
	sum, weight := 0, 1
	for _, r := range d[:17] {
		sum += int(r-'0') * weight
		weight = weight * 3 % 31
	}
	return rune((31-sum%31)%31) == d[17]-'0'
}

// card judges the number of a bank card: 16 to 19 digits with a prefix that banks here issue, and Luhn's check digit.
// A row of item numbers, 2 3 4 … 10 11, is none: who parts the first digit from the second parts them all.
func (s *scan) card(c *chain) int {
	if first := c.groups[0].len(); first < 4 && first != 1 {
		return 0
	}
	for n := 19; n >= 16; n-- {
		digits, last := c.upTo(n)
		oneByOne := c.groups[0].len() == 1
		if last == 0 || oneByOne && last != n || !c.calm(last, false, true) || !isCard(digits) {
			continue
		}
		start, end := c.groups[0].start, c.groups[last-1].end
		if !s.mayBeCard(start, end, digits) || !s.take(BankCard, start, end) {
			continue
		}
		return end
	}
	return 0
}

// mayBeCard weighs what stands around. UnionPay's own prefix is sure enough by itself; the others also begin serials.
func (s *scan) mayBeCard(start, end int, digits []rune) bool {
	if isLatin(s.rune(end)) || s.rune(start-1) == '.' && s.rune(start-2) == '0' {
		return false
	}
	if isLatin(s.rune(start-1)) && !s.wordBefore(start) {
		return false
	}
	return digits[0] == '6' && digits[1] == '2' || !s.coded(start) && s.wholeNumber(start, end) || containsAny(s.before(start, 10), "卡", "账号", "帐号", "账户")
}

// isCard tells whether digits are a card's. Prefixes: UnionPay 62; the banks' own of before UnionPay (9558, 9559, 6013,
// 6014); Visa, MasterCard and JCB, which have 16 digits.
func isCard(d []rune) bool {
	head := value(d[:4])
	switch {
	case head/100 == 62:
	case head == 9558, head == 9559, head == 6013, head == 6014:
	case len(d) != 16:
		return false
	case head/1000 == 4, head >= 5100 && head <= 5599, head >= 2221 && head <= 2720, head >= 3528 && head <= 3589:
	default:
		return false
	}
	return luhn(d) && !same(d)
}

func luhn(d []rune) bool {
	sum := 0
	for i := range d {
		n := int(d[len(d)-1-i] - '0')
		if i%2 == 1 {
			if n *= 2; n > 9 {
				n -= 9
			}
		}
		sum += n
	}
	return sum%10 == 0
}

// same tells whether all but the first digits are one: nobody's number.
func same(d []rune) bool {
	for _, r := range d[5:] {
		if r != d[4] {
			return false
		}
	}
	return true
}
