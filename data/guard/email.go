package guard

import (
	"strings"
)

// emails finds addresses of electronic mail, with blanks at the sign and with [at] in its place too.
func (s *scan) emails() {
	for i := 0; i < len(s.r); i++ {
		width := 0
		if s.r[i] == '@' {
			width = 1
		} else if s.r[i] == '[' || s.r[i] == '(' {
			width = s.hasAny(i, "[at]", "(at)", "[AT]", "(AT)")
		}
		if width == 0 {
			continue
		}
		start, end := s.localPart(i), s.domain(i+width)
		if start < i && end > 0 && s.take(Email, start, end) {
			i = end - 1
		}
	}
}

// mostLocal and mostDomain bound the parts of an address (RFC 5321: 64 and 255 characters).
const (
	mostLocal  = 64
	mostDomain = 255
)

// localPart gives where the part before the sign begins; the sign's own place where there is none.
func (s *scan) localPart(at int) int {
	last := at
	if s.rune(last-1) == ' ' {
		last--
	}
	start := last
	for last-start < mostLocal && (isLatin(s.rune(start-1)) || isDigit(s.rune(start-1)) || strings.ContainsRune("._%+-", s.rune(start-1))) {
		start--
	}
	for start < last && !isLatin(s.r[start]) && !isDigit(s.r[start]) {
		start++
	}
	if start == last {
		return at
	}
	return start
}

// domain gives the place after a domain, 0 where there is none: labels with dots between, the last of letters and no
// ending of a file.
func (s *scan) domain(i int) int {
	if s.rune(i) == ' ' {
		i++
	}
	first, end, label := i, 0, i
	for ; i-first < mostDomain; i++ {
		switch r := s.rune(i); {
		case isLatin(r), isDigit(r), r == '-' && i > label && (isLatin(s.rune(i+1)) || isDigit(s.rune(i+1))):
		case r == '.' && i > label && (isLatin(s.rune(i+1)) || isDigit(s.rune(i+1))):
			end, label = s.topLevel(label, i, first, end), i+1
		default:
			return s.topLevel(label, i, first, end)
		}
	}
	return end
}

// topLevel gives the place after a label where it can be the last of a domain, else what was known before.
func (s *scan) topLevel(label, end, first, known int) int {
	if label == first || end-label < 2 || end-label > 18 {
		return known
	}
	for i := label; i < end; i++ {
		if !isLatin(s.r[i]) {
			return known
		}
	}
	switch strings.ToLower(string(s.r[label:end])) {
	case "png", "jpg", "jpeg", "gif", "bmp", "svg", "webp", "doc", "docx", "xls", "xlsx", "pdf", "txt", "zip":
		return known
	}
	return end
}
