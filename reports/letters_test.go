package reports

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/workday"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

// made makes the sample of a template after some of its fields were changed.
func made(t *testing.T, code string, change map[string]string) (page.Document, error) {
	t.Helper()
	template, err := TemplateOf(code)
	require.NoError(t, err)
	v := sampleOf(t, template)
	for key, text := range change {
		v[key] = Value{Text: text}
	}
	return template.Pages(v, workday.New().Between, page.Style{}, face.Embedded())
}

// saidIn gives the words of a document's pages.
func saidIn(doc page.Document) string {
	var all strings.Builder
	for _, p := range doc.Pages {
		for _, l := range p.Lines {
			if !l.Aside {
				all.WriteString(l.Text)
			}
		}
	}
	return all.String()
}

// requireRefused asks for a refusal of that code whose first argument is the place.
func requireRefused(t *testing.T, err error, code, place string) {
	t.Helper()
	var refusal *data.Refusal
	require.ErrorAs(t, err, &refusal)
	require.Equal(t, code, refusal.Code)
	require.Equal(t, place, refusal.Args[0])
}

func TestWhatIsNotDisclosedHasAReasonAndItsBasis(t *testing.T) {
	none := map[string]string{"answer": "", "reason": "", "basis": "", "holder": ""}
	for decision, key := range map[string]string{grantAll: "answer", grantPart: "answer", grantNone: "reason", notOurs: "reason"} {
		none["decision"] = decision
		_, err := made(t, "applicationreply", none)
		requireRefused(t, err, "document.missing", Place("applicationreply", key))
	}
	doc, err := made(t, "applicationreply", map[string]string{"decision": grantAll, "reason": "", "basis": "", "holder": ""})
	require.NoError(t, err)
	require.NotContains(t, saidIn(doc), "理由")
	_, err = made(t, "applicationreply", map[string]string{"decision": "再研究"})
	requireRefused(t, err, "document.choice", Place("applicationreply", "decision"))
}

func TestAnApplicantIsNamedOnlyInALetter(t *testing.T) {
	letter, err := made(t, "applicationreply", nil)
	require.NoError(t, err)
	require.Contains(t, saidIn(letter), "王䶮同志：")
	public, err := made(t, "applicationreply", map[string]string{"applicant": ""})
	require.NoError(t, err)
	require.NotContains(t, saidIn(public), "王䶮")
	require.Contains(t, saidIn(public), "申请人（受理编号：2026-0031）：")
}

func TestEverybodyAtAMeetingVotesOrStandsAside(t *testing.T) {
	doc, err := made(t, "minutesextract", nil)
	require.NoError(t, err)
	require.Contains(t, saidIn(doc), "表决通过")
	for _, change := range []map[string]string{{"agree": "6"}, {"recused": ""}, {"seats": "5"}, {"chair": "马明"}} {
		_, err := made(t, "minutesextract", change)
		require.ErrorIs(t, err, data.ErrInvalid, change)
	}
	_, err = made(t, "minutesextract", map[string]string{"chair": "马明", "agree": "6"})
	require.NoError(t, err, "a chair who is not listed again is there too")
	doc, err = made(t, "minutesextract", map[string]string{"agree": "3", "against": "2"})
	require.NoError(t, err)
	require.Contains(t, saidIn(doc), "未获通过", "three of seven are not more than half")
}

func TestRectificationIsDueAfterTheNotice(t *testing.T) {
	_, err := made(t, "rectification", map[string]string{"issue_date": "2026-03-15"})
	requireRefused(t, err, "document.order", Place("rectification", "findings", "2", "deadline"))
	_, err = made(t, "rectification", map[string]string{"recheck_on": "2026-04-01"})
	requireRefused(t, err, "document.order", Place("rectification", "recheck_on"))
}

func TestALetterTellsWhomToAskUnderItsDate(t *testing.T) {
	for _, code := range []string{"superiorletter", "filingletter"} {
		doc, err := made(t, code, nil)
		require.NoError(t, err)
		last := doc.Pages[len(doc.Pages)-1]
		said := saidIn(page.Document{Pages: []page.Page{last}})
		require.Regexp(t, `2026年3月\d+日（联系人：.*；办公电话：0000-1234567）$`, said, code)
		require.Regexp(t, `请批示|请予备案`, said, "seal and date stand on a page with text (GB/T 9704-2012, 7.3.5)")
	}
}

func TestAnOpinionSheetHasNoPlaceForWhoWrote(t *testing.T) {
	template, err := TemplateOf("opinionsheet")
	require.NoError(t, err)
	for _, f := range template.Fields {
		require.NotEqual(t, PersonField, f.Type)
		require.NotEqual(t, PeopleField, f.Type)
		require.NotContains(t, f.Key, "phone")
	}
	empty := map[string]string{}
	for _, f := range template.Fields {
		if f.Optional {
			empty[f.Key] = ""
		}
	}
	doc, err := made(t, "opinionsheet", empty)
	require.NoError(t, err)
	require.Len(t, doc.Pages, 1)
	require.Equal(t, 4, strings.Count(saidIn(doc), "签名："))
}
