package page

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

var (
	firstLevel  = regexp.MustCompile(`^[一二三四五六七八九十百]+、`)
	secondLevel = regexp.MustCompile(`^[（(][一二三四五六七八九十百]+[）)]`)
)

// longestHeading is how many characters a paragraph may have to be taken for a heading alone.
const longestHeading = 40

// FaceOf gives the face of a body paragraph: a heading 一、 in 黑体, a heading （一） in 楷体, all else in 仿宋
// (GB/T 9704-2012, 7.3.3). A paragraph that begins with such a mark and runs on in sentences is text, not a heading.
func FaceOf(paragraph string) Face {
	text := strings.TrimSpace(paragraph)
	alone := utf8.RuneCountInString(text) <= longestHeading && !strings.ContainsAny(strings.TrimRight(text, "。"), "。；：")
	switch {
	case alone && firstLevel.MatchString(text):
		return Hei
	case alone && secondLevel.MatchString(text):
		return Kai
	default:
		return FangSong
	}
}

// FirstLevelHeadings counts the headings 一、 二、 of a text, so that a document can go on with the next number.
func FirstLevelHeadings(body string) int {
	count := 0
	for _, paragraph := range strings.Split(body, "\n") {
		if FaceOf(paragraph) == Hei {
			count++
		}
	}
	return count
}

// Ordinal writes a number from 1 to 99 as headings do: 一, 十, 十二, 二十.
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
