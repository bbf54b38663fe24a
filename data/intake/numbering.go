package intake

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// numbering is the lists of a Word document: how each level of each list writes its number, and how far it has counted.
type numbering struct {
	levels map[string]map[string]listLevel // by numId, then by level
	styles map[string]wordStyle
	counts map[string]map[string]int
}

type listLevel struct {
	format string // numFmt: decimal, chineseCounting …
	text   string // lvlText: "（%1）"
	style  string // the paragraph style that stands for the level
	start  int
}

// wordStyle is what a paragraph style says of lists.
type wordStyle struct{ base, list, level string }

type numberingXML struct {
	Abstract []struct {
		ID     string `xml:"abstractNumId,attr"`
		Levels []struct {
			Level  string `xml:"ilvl,attr"`
			Start  value  `xml:"start"`
			Format value  `xml:"numFmt"`
			Text   value  `xml:"lvlText"`
			Style  value  `xml:"pStyle"`
		} `xml:"lvl"`
	} `xml:"abstractNum"`
	Lists []struct {
		ID       string `xml:"numId,attr"`
		Abstract value  `xml:"abstractNumId"`
	} `xml:"num"`
}

type stylesXML struct {
	Styles []struct {
		ID    string `xml:"styleId,attr"`
		Base  value  `xml:"basedOn"`
		List  value  `xml:"pPr>numPr>numId"`
		Level value  `xml:"pPr>numPr>ilvl"`
	} `xml:"style"`
}

type value struct {
	Val string `xml:"val,attr"`
}

// mostLevelText bounds what a list puts before each paragraph, in bytes; Word's own limit is about as long.
const mostLevelText = 120

// readNumbering reads the lists; a document without lists, or with lists that cannot be read, has none.
func readNumbering(lists, styles []byte) numbering {
	n := numbering{levels: map[string]map[string]listLevel{}, styles: map[string]wordStyle{}, counts: map[string]map[string]int{}}
	var parsed numberingXML
	if len(lists) == 0 || xml.Unmarshal(lists, &parsed) != nil {
		return n
	}
	abstract := map[string]map[string]listLevel{}
	for _, a := range parsed.Abstract {
		levels := map[string]listLevel{}
		for _, l := range a.Levels {
			start, err := strconv.Atoi(l.Start.Val)
			if err != nil {
				start = 1
			}
			if len(l.Text.Val) > mostLevelText {
				continue
			}
			levels[l.Level] = listLevel{format: l.Format.Val, text: l.Text.Val, style: l.Style.Val, start: start}
		}
		abstract[a.ID] = levels
	}
	for _, l := range parsed.Lists {
		n.levels[l.ID] = abstract[l.Abstract.Val]
	}
	var sheet stylesXML
	if len(styles) == 0 || xml.Unmarshal(styles, &sheet) != nil {
		return n
	}
	for _, s := range sheet.Styles {
		n.styles[s.ID] = wordStyle{base: s.Base.Val, list: s.List.Val, level: s.Level.Val}
	}
	return n
}

// mostBases bounds how many styles may rest on one another; a broken document may have them in a ring.
const mostBases = 20

// place gives the list and level of a paragraph: its own, or those of its style.
func (n numbering) place(style, list, level string) (string, string) {
	for range mostBases {
		if list != "" || style == "" {
			break
		}
		s := n.styles[style]
		if s.list != "" {
			list, level = s.list, s.level
			for at, l := range n.levels[list] {
				if level == "" && l.style == style {
					level = at
				}
			}
		}
		style = s.base
	}
	if level == "" {
		level = "0"
	}
	return list, level
}

// next gives the number that Word would put before the next paragraph; "" for a paragraph in no list.
func (n numbering) next(style, list, level string) string {
	list, level = n.place(style, list, level)
	l, ok := n.levels[list][level]
	switch {
	case !ok || l.format == "none":
		return ""
	case l.format == "bullet":
		return "● " // Word's own signs lie in faces of symbols and say nothing as text
	}
	if n.counts[list] == nil {
		n.counts[list] = map[string]int{}
	}
	counts := n.counts[list]
	if _, begun := counts[level]; !begun {
		counts[level] = l.start - 1
	}
	counts[level]++
	for other := range counts { // a number begins anew under the next one of the level above
		if other > level {
			delete(counts, other)
		}
	}
	text := l.text
	for place, at := range []string{"0", "1", "2", "3", "4", "5", "6", "7", "8"} {
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(place+1), writeNumber(max(1, counts[at]), n.levels[list][at].format))
	}
	if r := []rune(text); len(r) > 0 && r[len(r)-1] < 0x80 {
		return text + " " // 1 and 2026年 must not run into one
	}
	return text
}

// writeNumber writes a list's number in Word's formats that Chinese documents use.
func writeNumber(number int, format string) string {
	switch {
	case strings.HasPrefix(format, "chineseCounting"), format == "japaneseCounting", format == "ideographDigital", format == "taiwaneseCountingThousand":
		return hanNumber(number)
	case strings.HasPrefix(format, "decimalEnclosedCircle") && number >= 1 && number <= 20:
		return string(rune('①' + number - 1))
	case format == "upperRoman" && number >= 1 && number <= 12:
		return string(rune('Ⅰ' + number - 1))
	case format == "upperLetter" && number >= 1 && number <= 26:
		return string(rune('A' + number - 1))
	case format == "lowerLetter" && number >= 1 && number <= 26:
		return string(rune('a' + number - 1))
	default:
		return strconv.Itoa(number)
	}
}

// hanNumber writes 1 to 99 in Han.
func hanNumber(n int) string {
	digits := []rune("零一二三四五六七八九")
	switch {
	case n < 0 || n > 99:
		return strconv.Itoa(n)
	case n < 10:
		return string(digits[n])
	}
	text := "十"
	if n >= 20 {
		text = string(digits[n/10]) + text
	}
	if n%10 > 0 {
		text += string(digits[n%10])
	}
	return text
}
