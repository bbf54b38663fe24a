package intake

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// reader recognises what plans are made of; it holds the compiled patterns.
type reader struct {
	forms     []markForm
	content   *regexp.Regexp // a heading that speaks of what is disclosed
	other     *regexp.Regexp // a heading that speaks of something else
	audience  *regexp.Regexp // a heading that only says to whom
	disclosed *regexp.Regexp // words of what is disclosed
	others    *regexp.Regexp // nothing but the name of one of a plan's other sections
	contents  *regexp.Regexp // nothing but the name of the section that holds the list
	script    *strings.Replacer
	leadIn    *regexp.Regexp
	signature *regexp.Regexp // issuer or date under a text
	dateLine  *regexp.Regexp
	pageLine  *regexp.Regexp
}

func newReader() reader {
	return reader{
		forms:     markForms(),
		content:   regexp.MustCompile(`公开.{0,8}(内容|目录|事项|范围|清单|项目)|(内容|目录|事项|清单).{0,4}公开|^(主要|工作|具体)?内容$|公开什么`),
		other:     regexp.MustCompile(`程序|形式|方式|时限|时间|原则|要求|保障|措施|步骤|意义|思想|组织领导|监督|制度建设|方法|机制|职责分工|附则|总则`),
		audience:  regexp.MustCompile(`^(应当?|需要?|可以?)?(向|对|在)?(党内|党外|内部|外部|社会|全社会|机关|群众|党员|党委|党组|党总?支部|基层党组织)[^，。]{0,12}公开.{0,6}$|公开的?(内容|事项)$`),
		disclosed: regexp.MustCompile(`情况|制度|公开|建设|党|决议|决定|决策|选举|评议|职责|廉|干部|考核|计划|规定|事项|政策|财务|管理`),
		others:    regexp.MustCompile(`^(党务|党内|事务)*(公开)?的?(工作|主要|基本|具体|有关)?` + otherNames + `([、和及与](公开)?的?(工作|主要|基本|具体)?` + otherNames + `)*$`),
		contents:  regexp.MustCompile(`^(党务|党内|事务)*公开的?(主要|具体)?(内容|目录|事项|范围)$|^(主要|工作|具体)?内容$`),
		script:    simplifier(),
		leadIn:    leadIn(),
		signature: regexp.MustCompile(`^([0-9０-９]{4}|[二〇○０零一三四五六七八九]{4})年.{1,5}月.{1,5}日$|^(中共|中国共产党).{2,30}(党组|委员会|党委|支部|总支)$`),
		dateLine:  regexp.MustCompile(`^(发布|更新|发表)?(时间|日期)[:：]\s*\d{4}`),
		pageLine:  regexp.MustCompile(`^(上一篇|下一篇|来源|作者|浏览|点击|字号|分享到|打印|关闭|责任编辑|编辑|版权|首页|您?当前位置|您的位置)[:：\s>【\]]?`),
	}
}

// otherNames are what a plan's sections speak of besides what is disclosed.
const otherNames = `(形式|方式|程序|时限|时间|期限|要求|原则|步骤|方法|措施|保障|保障措施|组织保障|组织领导|监督保障|指导思想|载体|途径)`

// section is a stretch of lines: the one that holds what is disclosed.
type section struct {
	heading int // index of its heading among the lines, -1 where the whole text is the section
	first   int
	end     int // the first line behind it
}

// mostSections bounds how many headings are tried; plans have one to five that speak of what is disclosed.
const mostSections = 20

// mostHeading is the longest heading, in characters.
const mostHeading = 30

// sections finds every stretch that may hold what is disclosed, from its heading to the next heading of the same rank.
func (r reader) sections(lines []line) []section {
	var found []section
	for i, l := range lines {
		if r.isHeading(l) && len(found) < mostSections {
			found = append(found, section{heading: i, first: i + 1, end: r.endOf(lines, i)})
		}
	}
	return found
}

// isHeading tells whether a line is the heading of what is disclosed.
func (r reader) isHeading(l line) bool {
	heading := r.simple(headingOf(l.mark.text))
	if utf8.RuneCountInString(heading) > mostHeading || !r.content.MatchString(heading) || r.foreign(l.text) != "" {
		return false
	}
	if l.mark.style == unmarked && (endsClause(l.text) || endsWith(l.text, "，,、")) {
		return false
	}
	return !r.other.MatchString(heading) || strings.Contains(heading, "内容")
}

// headingOf is the part of a marked paragraph that names it.
func headingOf(text string) string {
	if at := strings.IndexAny(text, "。：:"); at >= 0 {
		text = text[:at]
	}
	return trim(text)
}

// tailOf is what follows the heading on its own line: there the list itself may begin.
func tailOf(text string) string {
	at := strings.IndexAny(text, "。：:")
	if at < 0 {
		return ""
	}
	_, size := utf8.DecodeRuneInString(text[at:])
	return trim(text[at+size:])
}

// endOf finds where a section ends: at the next mark of its own style, at a mark of a style under which it stands, or
// where the page's list of other articles begins. An unmarked heading stands under all that is open before it, but only
// the next number ends it: a list that counts from one again is its own.
func (r reader) endOf(lines []line, heading int) int {
	m := lines[heading].mark
	open := nesting(lines[:heading+1])
	for i := heading + 1; i < len(lines); i++ {
		next := lines[i].mark
		switch {
		case r.foreign(lines[i].text) != "":
			return i
		case m.style == unmarked && r.endsUnmarked(lines[i]):
			return i
		}
		for _, high := range open {
			if next.style != unmarked && next.same(high) && (m.style != unmarked || next.n == high.n+1) {
				return i
			}
		}
	}
	return len(lines)
}

// endsUnmarked tells whether a line is the unmarked heading of another section.
func (r reader) endsUnmarked(l line) bool {
	text := r.simple(l.text)
	if l.mark.style != unmarked || r.isOtherSection(text) {
		return l.mark.style == unmarked
	}
	return utf8.RuneCountInString(text) <= 16 && !endsClause(text) &&
		!endsWith(text, "：:") && r.other.MatchString(text) && strings.Contains(text, "公开") && !r.content.MatchString(text)
}

// isOtherSection tells whether a heading only names another section of a plan, 公开形式 or 公开程序：, so that nothing under
// it is disclosed. 干部选拔任用程序 is none.
func (r reader) isOtherSection(text string) bool {
	return r.others.MatchString(r.simple(titleOf(headingOf(text))))
}

// nesting lists the headings that are open behind the lines, the widest first. A style that was seen before closes
// everything that was opened since; a new one opens below.
func nesting(lines []line) []mark {
	var open []mark
	for _, l := range lines {
		if l.mark.style == unmarked {
			continue
		}
		at := 0
		for at < len(open) && !open[at].same(l.mark) {
			at++
		}
		open = append(open[:at], l.mark)
	}
	return open
}
