package reports

import (
	"strconv"

	"gongkailan/data"
)

// progress is the 为民办实事进展 (1.3): each project with its office, target and progress, published stage by stage, and a
// summary at the year's end for work that spans years (S9).
func progress() Template {
	return Template{
		Code: "progress", Entry: "1.3", Kind: data.Announcement,
		Fields: []Field{
			lineField("span"), lineField("stage"), dateField("as_of"),
			tableField("projects", textField("project"), lineField("office"), textField("target"), textField("progress"), numberField("done")),
			pictureField("pictures").or(),
			textField("next").or(), textField("summary").or(), textField("note").or(),
		},
		agree: agreeProgress,
		write: writeProgress,
	}
}

func agreeProgress(v Values) error {
	for i, row := range v.rows("projects") {
		if done, err := wholeNumber(row["done"]); err != nil || done > complete {
			return data.Refuse(data.ErrInvalid, "document.percent", Place("progress", "projects", strconv.Itoa(i+1), "done"), row["done"])
		}
	}
	return inSequence(v, "progress", "as_of", "issue_date")
}

// complete is what stands in the column 完成比例 of a project that is done.
const complete = 100

func writeProgress(v Values) Text {
	var b body
	span, day := v.text("span"), v.chinese("as_of")
	projects := v.rows("projects")
	finished := 0
	for _, row := range projects {
		done, err := wholeNumber(row["done"])
		if err != nil {
			continue // checked before
		}
		if done == complete {
			finished++
		}
		row["done"] = strconv.FormatInt(done, 10) + "%"
	}
	about := span + "为民办实事项目" + v.text("stage") + "进展情况"
	b.add("为接受党员、群众监督，现将%s（截至%s）公布如下：", about, day)
	b.head("总体情况")
	b.add("%s", projectsText(span, day, len(projects), finished))
	b.head("项目进展")
	b.listed([]string{"项目", "责任股室", "年度目标", "目前进展", "完成比例"},
		[]string{"project", "office", "target", "progress", "done"}, projects)
	b.free(v.text("note"))
	if pictures := v["pictures"].Pictures; len(pictures) > 0 {
		b.head("项目现场")
		b.pictures(pictures)
	}
	for _, part := range [][2]string{{"下一步安排", "next"}, {"年度总结", "summary"}} {
		if text := v.text(part[1]); text != "" {
			b.head(part[0])
			b.free(text)
		}
	}
	return Text{Title: titled(about, "公告"), Body: b.text(), Figures: b.figures}
}

// projectsText words how many of the projects are done.
func projectsText(span, day string, all, finished int) string {
	text := span + counted("为民办实事项目共", all, "个。") + "截至" + day + "，"
	switch finished {
	case all:
		return text + "已全部完成。"
	case 0:
		return text + "均在推进中。"
	default:
		return text + counted("已完成", finished, "个，") + counted("尚未完成", all-finished, "个。")
	}
}
