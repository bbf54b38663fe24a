package intake

import (
	"strings"
	"unicode/utf8"
)

// Skipped is a line that is no part of the catalogue, and why.
type Skipped struct {
	Line int    `json:"line"` // from 1
	Text string `json:"text"`
	Why  string `json:"why"`
}

// Reasons for which a line is passed over. Reports of an import are Chinese, like the plans that they speak of.
const (
	whyHeading  = "公开内容一节的标题"
	whyBefore   = "目录之前的说明"
	whyNote     = "说明文字，不是目录项"
	whyAfter    = "标题后的说明"
	whyGroup    = "类别之下的小标题"
	whyAudience = "类别之上的标题"
	whySection  = "不属于公开的内容"
	whyRelated  = "网页的相关文章"
	whyDate     = "网页的日期行"
	whyPage     = "网页的附带文字"
	whyHeader   = "网页的页眉"
	whyTitle    = "标题"
	whyOutside  = "表格之外的文字"
	whyNoItem   = "这一行没有公开事项"
	whyHeads    = "表头"
)

// foreign says what of a saved web page a line is; "" for a line of the plan.
func (r reader) foreign(text string) string {
	switch {
	case isRelated(text):
		return whyRelated
	case strings.Contains(text, "我要投稿"), r.dateLine.MatchString(text):
		return whyDate
	case utf8.RuneCountInString(text) < 40 && r.pageLine.MatchString(text):
		return whyPage
	default:
		return ""
	}
}

// isRelated tells whether a line begins the list of other articles.
func isRelated(text string) bool {
	for _, words := range []string{"相关文章", "相关推荐", "猜你喜欢", "推荐阅读", "相关阅读"} {
		if strings.Contains(text, words) && utf8.RuneCountInString(text) < 60 {
			return true
		}
	}
	return false
}

// skip notes that a line, or the part of it that the text is, was passed over.
func (b *builder) skip(l line, text, why string) {
	b.use(l)
	if text != l.text {
		b.note(Skipped{Line: l.number, Text: text, Why: why})
		return
	}
	for _, part := range l.each() {
		b.note(Skipped{Line: part.number, Text: part.text, Why: why})
	}
}

// passOver is skip for a line that was met before: it goes into its place among those that were skipped.
func (b *builder) passOver(l line, text, why string) {
	later := b.skipped
	b.skipped = nil
	b.skip(l, text, why)
	b.skipped = mergeByLine(later, b.skipped)
}

// note adds to what was skipped.
func (b *builder) note(s Skipped) { b.skipped = join(b.skipped, s) }

// join adds to a list of skipped lines; two parts of one line are one.
func join(list []Skipped, s Skipped) []Skipped {
	if last := len(list) - 1; last >= 0 && list[last].Line == s.Line {
		list[last].Text += s.Text
		return list
	}
	return append(list, s)
}

// use notes that a line is accounted for.
func (b *builder) use(l line) {
	for _, part := range l.each() {
		b.used[part.id] = true
	}
}

// leastTitle is the shortest title of a plan, in characters; a page's own header is shorter.
const leastTitle = 4

// skipRest accounts for the lines outside the section.
func (b *builder) skipRest() {
	title, related := "", false
	var rest []Skipped
	for i, l := range b.lines {
		if title == "" && l.mark.style == unmarked && b.foreign(l.text) == "" && utf8.RuneCountInString(l.text) >= leastTitle {
			title = l.text
		}
		related = related || isRelated(l.text)
		why := whySection
		switch foreign := b.foreign(l.text); {
		case i == b.section.heading:
			why = whyHeading
		case related:
			why = whyRelated
		case foreign != "":
			why = foreign
		case title == "" && l.mark.style == unmarked:
			why = whyHeader
		case l.text == title:
			why = whyTitle
		}
		for _, part := range l.each() {
			if !b.used[part.id] {
				rest = append(rest, Skipped{Line: part.number, Text: part.text, Why: why})
			}
		}
	}
	b.skipped = mergeByLine(b.skipped, rest)
}

// mergeByLine joins two lists in the order of their lines.
func mergeByLine(a, b []Skipped) []Skipped {
	var all []Skipped
	for len(a) > 0 || len(b) > 0 {
		if len(b) == 0 || len(a) > 0 && a[0].Line <= b[0].Line {
			all, a = join(all, a[0]), a[1:]
		} else {
			all, b = join(all, b[0]), b[1:]
		}
	}
	return all
}
