package reports

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data"
	"gongkailan/data/workday"
)

// textOf writes a template's sample after a change of its fields.
func textOf(t *testing.T, code string, change func(Values)) (Text, error) {
	t.Helper()
	template, err := TemplateOf(code)
	require.NoError(t, err)
	v := sampleOf(t, template)
	change(v)
	return template.Text(v, workday.New().Between)
}

// saying has a field say something else.
func saying(key, text string) func(Values) {
	return func(v Values) { v[key] = Value{Text: text} }
}

// cellSaying has a cell say something else; rows are counted from one.
func cellSaying(key string, row int, column, text string) func(Values) {
	return func(v Values) { v[key].Rows[row-1][column] = text }
}

func TestFieldsThatDoNotAgreeAreNamedWithTheirPlace(t *testing.T) {
	cases := []struct {
		template, code, place string
		spoil                 func(Values)
	}{
		{"inspectionpreview", "item.period", "", saying("inspect_to", "2026-03-09")},
		{"membership", "document.choice", "stage", saying("stage", "拟吸收")},
		{"membership", "document.missing", "persons/2/sponsors", cellSaying("persons", 2, "sponsors", "")},
		{"membership", "document.order", "persons/1/activist_on", cellSaying("persons", 1, "activist_on", "2023-03-05")},
		{"membership", "document.order", "decided_on", saying("decided_on", "2025-01-01")},
		{"membership", "document.missing", "persons/1/probationary_on", saying("stage", stageFull)},
		{"honours", "document.either", "collectives", func(v Values) { delete(v, "collectives"); delete(v, "individuals") }},
		{"progress", "document.percent", "projects/3/done", cellSaying("projects", 3, "done", "101")},
		{"consultation", "item.period", "", saying("to", "2026-03-01")},
		{"consultationresult", "item.period", "", saying("asked_to", "2026-03-01")},
		{"consultationresult", "document.total", "opinions", cellSaying("opinions", 1, "count", "17")},
		{"consultationresult", "document.total", "opinions", func(v Values) { delete(v, "opinions") }},
		{"consultationresult", "document.zero", "opinions/2/count", cellSaying("opinions", 2, "count", "0")},
		{"consultationresult", "document.reason", "opinions/4/reason", cellSaying("opinions", 4, "reason", "")},
		{"consultationresult", "document.people", "", saying("people", "43")},
		{"consultationresult", "document.people", "", saying("people", "0")},
		{"appraisal", "document.over", "present", saying("present", "49")},
		{"appraisal", "document.over", "issued", saying("issued", "49")},
		{"appraisal", "document.over", "returned", saying("returned", "47")},
		{"appraisal", "document.over", "valid", saying("valid", "46")},
		{"appraisal", "document.zero", "valid", saying("valid", "0")},
		{"appraisal", "document.ballots", "results/3/question", cellSaying("results", 3, "poor", "3")},
		{"correction", "document.code", "notice_code", saying("notice_code", "7811-9986-0659")},
		{"correction", "document.same", "errors/1/wrong", cellSaying("errors", 1, "wrong", "王䶮")},
		{"withdrawal", "document.order", "withdrawn_on", saying("withdrawn_on", "2026-03-05")},
		{"withdrawal", "document.code", "notice_code", saying("notice_code", "12")},
		{"withheld", "document.choice", "ground", saying("ground", "不方便")},
		{"withheld", "document.order", "ruled_on", saying("ruled_on", "2026-03-04")},
	}
	for _, c := range cases {
		_, err := textOf(t, c.template, c.spoil)
		var refusal *data.Refusal
		require.ErrorAs(t, err, &refusal, "%s %s %s", c.template, c.code, c.place)
		require.Equal(t, c.code, refusal.Code, "%s %s: %v", c.template, c.place, refusal)
		if c.place != "" {
			require.Equal(t, Place(c.template, c.place), refusal.Args[0])
		}
	}
}

func TestEachStageOfAdmissionHasItsTitle(t *testing.T) {
	for stage, want := range map[string]string{
		stageCandidate:    "关于拟确定王䶮等2名同志为发展对象的公示",
		stageProbationary: "关于拟接收王䶮等2名同志为中共预备党员的公示",
		stageFull:         "关于王䶮等2名同志拟转为中共正式党员的公示",
	} {
		text, err := textOf(t, "membership", func(v Values) {
			v["stage"] = Value{Text: stage}
			for _, row := range v["persons"].Rows {
				row["probationary_on"] = "2026-01-15"
			}
		})
		require.NoError(t, err)
		require.Equal(t, want, text.Title)
	}
	text, err := textOf(t, "membership", func(v Values) {
		v["stage"] = Value{Text: stageCandidate}
		v["persons"] = Value{Rows: v["persons"].Rows[:1]}
		delete(v["persons"].Rows[0], "sponsors")
		delete(v["persons"].Rows[0], "candidate_on")
	})
	require.NoError(t, err)
	require.Equal(t, "关于拟确定王䶮同志为发展对象的公示", text.Title)
	require.NotContains(t, text.Body, "入党介绍人")
	require.NotContains(t, text.Body, "，确定为发展对象")
}

func TestHonoursNameOnlyTheListsThatAreThere(t *testing.T) {
	text, err := textOf(t, "honours", func(v Values) { delete(v, "individuals") })
	require.NoError(t, err)
	require.Equal(t, "关于全县“两优一先”拟推荐先进集体的公示", text.Title)
	require.NotContains(t, text.Body, "个人")
	text, err = textOf(t, "honours", func(v Values) {
		delete(v, "collectives")
		for _, row := range v["individuals"].Rows {
			delete(row, "deeds")
		}
	})
	require.NoError(t, err)
	require.Contains(t, text.Body, "一、拟推荐先进个人（3名）\n序号\t姓名\t性别\t单位及职务\t荣誉称号\n1\t张𬱟\t男", "without deeds they stand in a table")
}

func TestProgressCountsWhatIsDone(t *testing.T) {
	for _, c := range []struct {
		done [4]string
		want string
	}{
		{[4]string{"65", "100", "73", "20"}, "已完成1个，尚未完成3个。"},
		{[4]string{"100", "100", "100", "100"}, "已全部完成。"},
		{[4]string{"0", "1", "99", "50"}, "均在推进中。"},
	} {
		text, err := textOf(t, "progress", func(v Values) {
			for i, row := range v["projects"].Rows {
				row["done"] = c.done[i]
			}
		})
		require.NoError(t, err)
		require.Contains(t, text.Body, "项目共4个。截至2026年6月30日，"+c.want)
	}
}

func TestOpinionsAreCountedByWhatCameOfThem(t *testing.T) {
	text, err := textOf(t, "consultationresult", func(Values) {})
	require.NoError(t, err)
	require.Contains(t, text.Body, "共收到31人提出的意见建议42条，其中采纳29条，部分采纳9条，未采纳4条。")
	require.Contains(t, text.Body, "合计\t\t42\t\t")
	text, err = textOf(t, "consultationresult", func(v Values) {
		v["opinions"] = Value{Rows: v["opinions"].Rows[:1]}
		v["people"], v["received"] = Value{Text: "18"}, Value{Text: "18"}
	})
	require.NoError(t, err)
	require.Contains(t, text.Body, "18条，均采纳。")
	text, err = textOf(t, "consultationresult", func(v Values) {
		delete(v, "opinions")
		v["people"], v["received"] = Value{Text: "0"}, Value{Text: "0"}
	})
	require.NoError(t, err)
	require.Contains(t, text.Body, "未收到意见建议。")
	require.NotContains(t, text.Body, "采纳情况\n")
}

func TestSharesAreRoundedHalfUpFromTheExactFraction(t *testing.T) {
	for _, c := range []struct {
		n, whole int64
		want     string
	}{
		{0, 44, "0.0%"},
		{44, 44, "100.0%"},
		{1, 3, "33.3%"},
		{2, 3, "66.7%"},
		{1, 2000, "0.1%"}, // exactly 0.05 %
		{1, 2001, "0.0%"},
		{1, 16, "6.3%"}, // exactly 6.25 %
		{23, 80, "28.8%"},
		{mostNumber - 1, mostNumber, "100.0%"},
	} {
		require.Equal(t, c.want, percent(c.n, c.whole), "%d of %d", c.n, c.whole)
	}
	rapid.Check(t, func(t *rapid.T) {
		whole := rapid.Int64Range(1, 100_000).Draw(t, "whole")
		n := rapid.Int64Range(0, whole).Draw(t, "n")
		tenths := (2000*n + whole) / (2 * whole)
		require.Equal(t, fmt.Sprintf("%d.%d%%", tenths/10, tenths%10), percent(n, whole))
	})
}

func TestNobodyAbstainedIsNoColumn(t *testing.T) {
	text, err := textOf(t, "appraisal", func(v Values) {
		v["results"] = Value{Rows: v["results"].Rows[:1]}
	})
	require.NoError(t, err)
	require.NotContains(t, text.Body, "弃权")
	require.NotContains(t, text.Body, "合计", "one question needs no sum")
	require.Contains(t, text.Body, "1\t公开内容是否全面、真实\t36"+cellBreak+"81.8%\t7"+cellBreak+"15.9%\t1"+cellBreak+"2.3%")
	require.Contains(t, text.Body, "有效票44张，无效票1张。")
}

func TestACorrectionOfOneMistakeIsOneSentence(t *testing.T) {
	text, err := textOf(t, "correction", func(v Values) {
		v["errors"] = Value{Rows: []map[string]string{{"wrong": "“王龑”（男）", "right": ""}}}
		delete(v, "notice_number")
		delete(v, "notice_code")
	})
	require.NoError(t, err)
	require.True(t, strings.HasPrefix(text.Body,
		"2026年3月6日公开的《关于王䶮等3名同志任前的公示》，内容有误，现更正如下：\n“‘王龑’（男）”有误，现予删除。\n"), text.Body)
}

func TestTitlesInTitlesHaveTheirOwnMarks(t *testing.T) {
	for name, want := range map[string]string{
		"办法":          "《办法》",
		"《办法》":        "《办法》",
		"关于《办法》的公告":   "《关于〈办法〉的公告》",
		"《甲》和《乙》":     "《〈甲〉和〈乙〉》",
		"办法（征求意见稿）":   "《办法（征求意见稿）》",
		"《办法（征求意见稿）》": "《办法（征求意见稿）》",
	} {
		require.Equal(t, want, bookMarked(name))
	}
	require.Equal(t, "办法（征求意见稿）", draftName("《办法》"))
	require.Equal(t, "办法（征求意见稿）", draftName("办法（征求意见稿）"))
}

func TestAReasonSaysBecauseOnce(t *testing.T) {
	for _, reason := range []string{"因附件有误", "由于附件有误。", "附件有误"} {
		text, err := textOf(t, "withdrawal", saying("reason", reason))
		require.NoError(t, err)
		require.Contains(t, text.Body, "），因附件有误，已于2026年3月10日撤下，停止公开。")
	}
}
