package reports

import (
	"fmt"
	"slices"
	"strings"

	"gongkailan/data"
	"gongkailan/reports/page"
)

// minutesExtract is the 党组会议纪要摘录, the record that an item was decided by the leading group together (S3). Who
// compared it with the original signs by hand, and seal and date come by hand too.
func minutesExtract() Template {
	people := func(key string) Field { return peopleField(key, personField("name"), lineField("duty").or()) }
	return Template{
		Code: "minutesextract",
		Fields: []Field{
			lineField("issuer"), lineField("minutes"), lineField("meeting"), dateField("held_on"), lineField("location"),
			personField("chair"), people("present"), people("attending").or(), personField("recorder"),
			textField("agenda"), textField("opinion"),
			numberField("seats"), numberField("agree"), numberField("against"), numberField("abstain"),
			numberField("recused").or(),
		},
		agree: agreeVotes,
		draw:  drawMinutesExtract,
	}
}

// votes are the counts of a vote.
type votes struct{ seats, present, agree, against, abstain, recused int }

func votesOf(v Values) votes {
	count := func(key string) int { return numberIn(v, key) }
	there := v.names("present", "name")
	if chair := v.text("chair"); !slices.Contains(there, chair) {
		there = append(there, chair) // minutes may name the chair among those present or not
	}
	return votes{count("seats"), len(there), count("agree"), count("against"), count("abstain"), count("recused")}
}

// agreeVotes asks that everybody who was there voted or stood aside, and nobody else did.
func agreeVotes(v Values) error {
	n := votesOf(v)
	if cast := n.agree + n.against + n.abstain + n.recused; cast != n.present || n.present > n.seats {
		return data.Refuse(data.ErrInvalid, "document.votes",
			fmt.Sprint(n.seats), fmt.Sprint(n.present), fmt.Sprint(cast))
	}
	return nil
}

// said words the result. A motion of a leading group passes with the votes of more than half of those who should be
// there (《中国共产党党组工作条例》).
func (n votes) said() string {
	aside := ""
	if n.recused > 0 {
		aside = fmt.Sprintf("，按规定回避%d人", n.recused)
	}
	result := "赞成票未超过应到会成员的半数，未获通过"
	if 2*n.agree > n.seats {
		result = "赞成票超过应到会成员的半数，表决通过"
	}
	return fmt.Sprintf("应到会%d人，实到会%d人%s。表决结果：赞成%d票，反对%d票，弃权%d票。%s。",
		n.seats, n.present, aside, n.agree, n.against, n.abstain, result)
}

// How far the particulars of minutes stand in, in characters: a head of four characters and its colon.
const (
	headIn  = 2
	headOut = 7
)

func drawMinutesExtract(v Values, style page.Style, widths page.Widths) page.Document {
	s := page.NewSheetOf(page.FormatOf(style), widths)
	issuer := v.text("issuer")
	title := issuer + "会议纪要（摘录）"
	s.Title(title, issuer)
	s.Centred(v.text("minutes"), page.FangSong)
	s.Blank(1)
	for _, line := range [][2]string{
		{"会议名称", v.text("meeting")},
		{"时　　间", v.chinese("held_on")},
		{"地　　点", v.text("location")},
		{"主　　持", v.text("chair")},
		{"出　　席", peopleText(v.rows("present"))},
		{"列　　席", peopleText(v.rows("attending"))},
		{"记　　录", v.text("recorder")},
	} {
		if line[1] != "" {
			s.Listed(headIn, headOut, line[0]+"："+line[1])
		}
	}
	for _, part := range [][2]string{
		{"一、议题", v.text("agenda")}, {"二、研究意见", v.text("opinion")}, {"三、表决结果", votesOf(v).said()},
	} {
		s.Paragraph(part[0])
		for paragraph := range strings.SplitSeq(part[1], "\n") {
			s.Paragraph(paragraph)
		}
	}
	s.Blank(1)
	s.Paragraph("以上摘录与原件核对无异。")
	s.Paragraph("核对人（签名）：")
	s.Signature(issuer+"（盖章）", "　　　　年　　月　　日")
	return s.Document(title)
}

// peopleText lists persons, those with a duty with it in brackets.
func peopleText(rows []map[string]string) string {
	list := make([]string, len(rows))
	for i, row := range rows {
		list[i] = row["name"] + behind(before("（", row["duty"]), "）")
	}
	return strings.Join(list, "、")
}
