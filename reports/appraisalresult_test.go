package reports

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data"
)

func TestTheResultOfAnAppraisalNeedsOnlyWhatTheBallotsDoNotTell(t *testing.T) {
	template, err := TemplateOf("appraisal")
	require.NoError(t, err)
	rapid.Check(t, func(rt *rapid.T) {
		round := data.Round{Title: "2026年上半年党务公开评议", To: "2026-06-30"}
		for i := range rapid.IntRange(1, 10).Draw(rt, "questions") {
			round.Questions = append(round.Questions, "第"+strconv.Itoa(i+1)+"问？")
		}
		var ballots []data.Ballot
		for range rapid.IntRange(1, 20).Draw(rt, "ballots") {
			ballots = append(ballots, data.Ballot{Votes: rapid.SliceOfN(rapid.SampledFrom(append(data.Votes(), "")),
				len(round.Questions), len(round.Questions)).Draw(rt, "votes")})
		}
		content := data.Content{Issuer: "局机关党委", IssueDate: "2026-07-02"}
		made, err := ResultOf(data.TallyOf(round, ballots), content)
		require.NoError(rt, err)
		require.Equal(rt, data.Announcement, made.Kind)
		require.Contains(rt, made.Body, gap)
		v, err := template.Read([]byte(made.Form.Fields))
		require.NoError(rt, err)
		v["issuer"], v["issue_date"] = Value{Text: content.Issuer}, Value{Text: string(content.IssueDate)}
		v["subject"], v["expected"], v["present"] = Value{Text: "党务公开工作"}, Value{Text: "40"}, Value{Text: "38"}
		require.Empty(rt, template.Faults(v, func(data.Date, data.Date) int { return 5 }))
	})
}
