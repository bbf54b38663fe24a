package intake

import (
	"strings"

	"gongkailan/data"
)

// titleOf cuts the marks at a title's ends that belong to the list and not to it.
func titleOf(text string) string {
	title := trim(text)
	title = trim(strings.TrimRight(title, "。；;，,、：:. \t\u3000"))
	if title == "" {
		return trim(text)
	}
	return title
}

// mostShort is how long a name for tiles may be, in characters (data.Category).
const mostShort = 8

// shortOf gives a name of at most eight characters for tiles.
func shortOf(title string) string {
	if strings.Contains(title, "其他") || strings.Contains(title, "其它") {
		return "其他"
	}
	short := strings.TrimSuffix(title, "情况")
	short = strings.TrimPrefix(strings.TrimPrefix(short, "党组织"), "党的")
	if runes := []rune(short); len(runes) > mostShort {
		return string(runes[:mostShort])
	}
	if short == "" {
		return title
	}
	return short
}

// withGuesses gives an entry the defaults that its words suggest (S9); a person sees and changes them.
func withGuesses(e data.Entry) data.Entry {
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(e.Title, w) {
				return true
			}
		}
		return false
	}
	e.Audience, e.Decision = data.Staff, data.ByDeputy
	switch {
	case has("制度", "规定", "职责", "程序", "办法", "机构"):
		e.Mode = data.LongTerm
	case has("进展", "整改", "活动", "阶段", "实事"):
		e.Mode = data.Staged
	case has("计划", "年度", "党费", "考核", "目标", "季度"):
		e.Mode = data.Periodic
	default:
		e.Mode, e.Decision = data.Immediate, data.ByCollective
	}
	return e
}
