package intake

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// section is a stretch of lines: the one that holds what is disclosed.
type section struct {
	heading int // index of its heading among the lines, -1 where the whole text is the section
	first   int
	end     int // the first line behind it
}

// Words by which the section is known, and those that tell that a heading speaks of something else.
const (
	aboutContent = `公开.{0,8}(内容|目录|事项|范围|清单|项目)|(内容|目录|事项|清单).{0,4}公开|^(主要)?内容$|公开什么`
	aboutOther   = `程序|形式|方式|时限|时间|原则|要求|保障|措施|步骤|意义|思想|组织领导|监督|制度建设|方法|机制|职责分工|附则|总则`
)

// sections finds every stretch that may hold what is disclosed, from its heading to the next heading of the same rank.
func (r reader) sections(lines []line) []section {
	content, other := regexp.MustCompile(aboutContent), regexp.MustCompile(aboutOther)
	var found []section
	for i, l := range lines {
		m := r.mark(l.text)
		heading := headingOf(m.text)
		if utf8.RuneCountInString(heading) > 30 || !content.MatchString(heading) || endsSentence(l.text) && m.style == unmarked {
			continue
		}
		if other.MatchString(strings.NewReplacer("公开方式和内容", "", "内容和形式", "").Replace(heading)) && !strings.Contains(heading, "内容") {
			continue
		}
		found = append(found, section{heading: i, first: i + 1, end: r.endOf(lines, i, m)})
	}
	return found
}

// headingOf is the part of a marked paragraph that names it.
func headingOf(text string) string {
	heading, _, _ := strings.Cut(text, "。")
	heading, _, _ = strings.Cut(heading, "：")
	return strings.TrimSpace(heading)
}

// endOf finds where a section ends: at the next mark of its own style, at a mark of a style that stood before it in
// the text and so ranks above it, or where the page's list of other articles begins.
func (r reader) endOf(lines []line, heading int, m mark) int {
	var above []mark
	if m.style != unmarked {
		above = r.ranksAbove(lines[:heading], m)
	}
	for i := heading + 1; i < len(lines); i++ {
		next := r.mark(lines[i].text)
		if isForeign(lines[i].text) {
			return i
		}
		if m.style == unmarked {
			// An unmarked heading ends at the next unmarked one that is as short and speaks of something else.
			if next.style == unmarked && lines[i].after && utf8.RuneCountInString(next.text) <= 16 && regexp.MustCompile(aboutOther).MatchString(next.text) && !endsSentence(next.text) {
				return i
			}
			continue
		}
		if next.same(m) {
			return i
		}
		for _, high := range above {
			if next.same(high) {
				return i
			}
		}
	}
	return len(lines)
}

// ranksAbove lists the styles of the headings under which a heading stands. A style that was seen before closes
// everything that was opened since; a new one opens below.
func (r reader) ranksAbove(before []line, m mark) []mark {
	var open []mark
	nest := func(next mark) {
		for i, o := range open {
			if o.same(next) {
				open = open[:i+1]
				return
			}
		}
		open = append(open, next)
	}
	for _, l := range before {
		if up := r.mark(l.text); up.style != unmarked {
			nest(up)
		}
	}
	nest(m)
	return open[:len(open)-1]
}

// endsSentence tells whether a line ends as a sentence or a clause does.
func endsSentence(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune("。；;！!？?，,：:", last)
}

// isForeign recognises what a saved web page puts around a plan.
func isForeign(text string) bool { return foreignReason(text) != "" }

// foreignReason says what of a saved web page a line is; "" for a line of the plan.
func foreignReason(text string) string {
	switch {
	case strings.Contains(text, "相关文章") || strings.Contains(text, "相关推荐") || strings.Contains(text, "猜你喜欢"):
		return "网页的相关文章"
	case strings.Contains(text, "我要投稿"), regexp.MustCompile(`^(发布|更新)?(时间|日期)[:：]\s*\d{4}`).MatchString(text):
		return "网页的日期行"
	case regexp.MustCompile(`^(上一篇|下一篇|来源|作者|浏览|点击|字号|分享到|打印|关闭|责任编辑|版权)[:：\s]?`).MatchString(text) && utf8.RuneCountInString(text) < 40:
		return "网页的附带文字"
	default:
		return ""
	}
}
