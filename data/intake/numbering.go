package intake

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// numbering is the lists of a Word document: how each level of each list writes its number, and how far it has counted.
type numbering struct {
	levels map[string]map[string]listLevel // by numId, then by level
	counts map[string]map[string]int
}

type listLevel struct {
	format string // numFmt: decimal, chineseCounting …
	text   string // lvlText: "（%1）"
	start  int
}

type numberingXML struct {
	Abstract []struct {
		ID     string `xml:"abstractNumId,attr"`
		Levels []struct {
			Level  string `xml:"ilvl,attr"`
			Start  value  `xml:"start"`
			Format value  `xml:"numFmt"`
			Text   value  `xml:"lvlText"`
		} `xml:"lvl"`
	} `xml:"abstractNum"`
	Lists []struct {
		ID       string `xml:"numId,attr"`
		Abstract value  `xml:"abstractNumId"`
	} `xml:"num"`
}

type value struct {
	Val string `xml:"val,attr"`
}

// readNumbering reads the lists; a document without lists, or with lists that cannot be read, has none.
func readNumbering(raw []byte) numbering {
	n := numbering{levels: map[string]map[string]listLevel{}, counts: map[string]map[string]int{}}
	var parsed numberingXML
	if len(raw) == 0 || xml.Unmarshal(raw, &parsed) != nil {
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
			levels[l.Level] = listLevel{format: l.Format.Val, text: l.Text.Val, start: start}
		}
		abstract[a.ID] = levels
	}
	for _, l := range parsed.Lists {
		n.levels[l.ID] = abstract[l.Abstract.Val]
	}
	return n
}

// next gives the number that Word would put before the next paragraph of a list; "" for a paragraph in none.
func (n numbering) next(list, level string) string {
	l, ok := n.levels[list][level]
	if !ok || l.format == "bullet" || l.format == "none" {
		return ""
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
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(place+1), writeNumber(counts[at], n.levels[list][at].format))
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
