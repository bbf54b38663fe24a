package page

import (
	"strings"
	"unicode/utf8"
)

// level is the rank of a heading by its mark: 1 for 一、, 2 for （一）, 0 for all else. 1. and （1） are in the face of
// the body and need no rank. Full- and half-width marks are the same.
func level(paragraph string) int {
	rest := strings.TrimLeft(paragraph, "（(")
	number := strings.TrimLeft(rest, numerals)
	switch {
	case number == rest:
		return 0
	case rest != paragraph && startsWithAny(number, "）)"):
		return 2
	case rest == paragraph && startsWithAny(number, "、．."):
		return 1
	default:
		return 0
	}
}

const numerals = "一二三四五六七八九十百"

func startsWithAny(text, marks string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return text != "" && strings.ContainsRune(marks, r)
}

// longestHeading is how many characters a heading may have. A numbered sentence that is longer is text.
const longestHeading = 40

// Lead tells how many bytes of a body paragraph are its heading, and in which face: 一、 in 黑体, （一） in 楷体
// (GB/T 9704-2012, 7.3.3). Where a paragraph runs on behind its heading, the heading ends with the first sentence. A
// paragraph without a heading gives 0 and 仿宋.
func Lead(paragraph string) (int, Face) {
	text := strings.TrimLeft(paragraph, " \t　")
	blanks := len(paragraph) - len(text)
	faces := []Face{FangSong, Hei, Kai}
	rank := level(text)
	if rank == 0 {
		return 0, FangSong
	}
	end := len(text)
	if i := strings.IndexAny(text, "。：；"); i >= 0 {
		_, size := utf8.DecodeRuneInString(text[i:])
		end = i + size
	}
	if utf8.RuneCountInString(text[:end]) > longestHeading {
		return 0, FangSong
	}
	return blanks + end, faces[rank]
}

// IsHeading tells whether the whole paragraph is a heading, which must not be the last line of a page.
func IsHeading(paragraph string) bool {
	n, _ := Lead(paragraph)
	return n > 0 && strings.TrimSpace(paragraph[n:]) == ""
}

// NextHeading gives the number that follows the last 一、 二、 of a text, so that a document can go on counting; 0
// where the text has no such headings.
func NextHeading(body string) int {
	next := 0
	for paragraph := range strings.SplitSeq(body, "\n") {
		text := strings.TrimLeft(paragraph, " \t　")
		if level(text) != 1 {
			continue
		}
		number := text[:len(text)-len(strings.TrimLeft(text, numerals))]
		for n := 1; n < 100; n++ {
			if Ordinal(n) == number {
				next = n + 1
			}
		}
	}
	return next
}

// Ordinal writes a number from 1 to 99 as headings do: 一, 十, 十二, 二十; "" for any other.
func Ordinal(n int) string {
	digits := []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	switch {
	case n < 1 || n > 99:
		return ""
	case n < 10:
		return digits[n]
	case n < 20:
		return "十" + digits[n-10]
	default:
		return digits[n/10] + "十" + digits[n%10]
	}
}
