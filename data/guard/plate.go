package guard

import "strings"

// plates finds the plates of motor vehicles (GA 36): a province, a letter, five signs, or six for new energy.
func (s *scan) plates() {
	const provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
	for i := 0; i < len(s.r); i++ {
		if !strings.ContainsRune(provinces, s.r[i]) {
			continue
		}
		letter := s.beyond(i+1, 1)
		if !isLatin(s.rune(letter)) || upper(s.r[letter]) == 'I' {
			continue
		}
		if end := s.plateEnd(s.beyond(letter+1, 2)); end > 0 && s.take(Plate, i, end) {
			i = end - 1
		}
	}
}

// beyond passes over blanks, dots and hyphens, up to a number of them.
func (s *scan) beyond(i, most int) int {
	for n := 0; n < most && strings.ContainsRune(" .-", s.rune(i)); n++ {
		i++
	}
	return i
}

func upper(r rune) rune {
	if r >= 'a' && r <= 'z' {
		return r - 'a' + 'A'
	}
	return r
}

// plateEnd gives the place after the signs of a plate, 0 where they are none: it is no plate of which more signs follow.
func (s *scan) plateEnd(start int) int {
	i, digits := start, 0
	for isDigit(s.rune(i)) || isLatin(s.rune(i)) && !strings.ContainsRune("IO", upper(s.rune(i))) {
		if isDigit(s.r[i]) {
			digits++
		}
		if i++; i-start > 6 {
			return 0
		}
	}
	if isLatin(s.rune(i)) || digits < 2 {
		return 0
	}
	switch i - start {
	case 4:
		if strings.ContainsRune("学警挂港澳领使试超", s.rune(i)) {
			return i + 1
		}
	case 5:
		if s.hasAny(i, "元", "万元", "年") == 0 {
			return i
		}
	case 6:
		if isNewEnergy(s.r[start:i]) {
			return i
		}
	}
	return 0
}

// isNewEnergy tells whether six signs are those of new energy: a letter first for small vehicles, last for large ones.
func isNewEnergy(d []rune) bool {
	const kinds = "DABCEFGHJK"
	first, last := upper(d[0]), upper(d[5])
	small := strings.ContainsRune(kinds, first) && allDigits(d[2:])
	return small || strings.ContainsRune(kinds, last) && allDigits(d[:5])
}

func allDigits(d []rune) bool {
	for _, r := range d {
		if !isDigit(r) {
			return false
		}
	}
	return true
}
