package reports

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
	"gongkailan/reports/pdf"
)

func fiveDays(data.Date, data.Date) int { return 5 }

// longSample is a notice of several pages with a table.
func longSample() data.Item {
	item := approvedSample()
	item.Body = strings.Repeat("张𬱟，男，1979年2月生，葛\U000E0100某某同志拟任药品监管股股长，公示期间如有异议请反映。\n", 60) +
		"序号\t姓名\t金额\n1\t王䶮\t100.00\n2\t张𬱟\t200.00\n合计\t\t300.00"
	return item
}

func printed(t require.TestingT, item data.Item, style page.Style) (Paper, page.Document) {
	doc, err := Notice(NoticeInput{Item: item, WorkingDays: 5, Approved: true, Style: style}, face.Embedded())
	require.NoError(t, err)
	var out strings.Builder
	require.NoError(t, pdf.Write(&out, doc, face.Embedded(), time.Unix(1_772_672_400, 0)))
	paper, err := ReadPaper([]byte(out.String()))
	require.NoError(t, err)
	return paper, doc
}

func TestWhatWasPrintedIsFoundGenuineInEveryLayout(t *testing.T) {
	for _, item := range []data.Item{approvedSample(), longSample()} {
		docs, err := NoticeLayouts(item, fiveDays, nil, face.Embedded())
		require.NoError(t, err)
		for _, style := range []page.Style{
			{}, {Large: true}, {Lengthwise: true}, {Paper: page.PaperA3}, {Paper: page.PaperA3, Lengthwise: true, Large: true},
		} {
			paper, _ := printed(t, item, style)
			require.Equal(t, data.NoticeCode(item), paper.Code)
			v, differs := paper.DiffersFromAll(docs)
			require.False(t, differs, "%+v %+v", style, v)
		}
	}
}

func TestWhatIsForMembersOrStaffIsFoundGenuineToo(t *testing.T) {
	for _, audience := range data.Audiences() {
		item := approvedSample()
		item.Audience = audience
		docs, err := NoticeLayouts(item, fiveDays, nil, face.Embedded())
		require.NoError(t, err)
		paper, _ := printed(t, item, page.Style{})
		require.Equal(t, data.NoticeCode(item), paper.Code)
		v, differs := paper.DiffersFromAll(docs)
		require.False(t, differs, "%s %+v", audience, v)
	}
}

func TestOneChangedCharacterIsFoundWithItsPlace(t *testing.T) {
	item := longSample()
	docs, err := NoticeLayouts(item, fiveDays, nil, face.Embedded())
	require.NoError(t, err)
	paper, doc := printed(t, item, page.Style{})
	require.Greater(t, len(doc.Pages), 2)
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.IntRange(0, len(doc.Pages)-1).Draw(t, "page")
		forged := paper
		forged.texts = append([]string{}, paper.texts...)
		runes := []rune(forged.texts[number])
		at := rapid.IntRange(0, len(runes)-1).Draw(t, "at")
		runes[at] = rapid.RuneFrom([]rune("甲乙丙7𬱟")).Filter(func(r rune) bool { return r != runes[at] }).Draw(t, "other")
		forged.texts[number] = string(runes)
		v, differs := forged.DiffersFromAll(docs)
		require.True(t, differs)
		require.Equal(t, data.NoticeMismatch, v.State)
		require.Equal(t, data.ReasonText, v.Reason)
		require.Equal(t, number+1, v.Page)
		require.Contains(t, v.Detail, string(runes[max(0, at-4):at+1]))
	})
}

func TestANoticePrintedFromChangedWordsIsFound(t *testing.T) {
	item := approvedSample()
	docs, err := NoticeLayouts(item, fiveDays, nil, face.Embedded())
	require.NoError(t, err)
	forged := item
	forged.Body = strings.Replace(item.Body, "王䶮", "王龚", 1)
	paper, _ := printed(t, forged, page.Style{})
	v, differs := paper.DiffersFromAll(docs)
	require.True(t, differs)
	require.Equal(t, data.ReasonText, v.Reason)
	require.Equal(t, 1, v.Page)
	require.Contains(t, v.Detail, "王龚")
	require.Contains(t, v.Record, "王䶮")
}

func TestWordsAddedOrMissingAtTheEndAreFound(t *testing.T) {
	item := approvedSample()
	docs, err := NoticeLayouts(item, fiveDays, nil, face.Embedded())
	require.NoError(t, err)
	paper, _ := printed(t, item, page.Style{})
	last := len(paper.texts) - 1
	whole := paper.texts[last]
	paper.texts[last] = whole + "另"
	v, differs := paper.DiffersFromAll(docs)
	require.True(t, differs)
	require.Equal(t, data.ReasonMore, v.Reason)
	require.Contains(t, v.Detail, "另")
	paper.texts[last] = strings.TrimSuffix(whole, "日")
	v, differs = paper.DiffersFromAll(docs)
	require.True(t, differs)
	require.Equal(t, data.ReasonLess, v.Reason)
	require.Contains(t, v.Record, "日")
}

func TestADrawnOverNoticeIsFound(t *testing.T) {
	item := approvedSample()
	docs, err := NoticeLayouts(item, fiveDays, nil, face.Embedded())
	require.NoError(t, err)
	doc := docs[0]
	doc.Pages = append([]page.Page{}, doc.Pages...)
	doc.Pages[0].Strokes = []page.Stroke{{X1: 30, X2: 90, Y1: 100, Y2: 100, Width: 1}}
	var out strings.Builder
	require.NoError(t, pdf.Write(&out, doc, face.Embedded(), time.Unix(1_772_672_400, 0)))
	paper, err := ReadPaper([]byte(out.String()))
	require.NoError(t, err)
	v, differs := paper.DiffersFromAll(docs)
	require.True(t, differs)
	require.Equal(t, data.ReasonDrawn, v.Reason)
}

func TestADraftHasNoCodeToGoBy(t *testing.T) {
	doc, err := Notice(NoticeInput{Item: sample()}, face.Embedded())
	require.NoError(t, err)
	var out strings.Builder
	require.NoError(t, pdf.Write(&out, doc, face.Embedded(), time.Unix(1_772_672_400, 0)))
	paper, err := ReadPaper([]byte(out.String()))
	require.NoError(t, err)
	require.Empty(t, paper.Code)
}

func TestAPackOfSeveralNoticesIsToBeVerifiedOneByOne(t *testing.T) {
	doc, err := Notice(NoticeInput{Item: signed(), WorkingDays: 5, Approved: true}, face.Embedded())
	require.NoError(t, err)
	_, err = ReadPaper(painted(t, collated("", doc, doc)))
	var refusal *data.Refusal
	require.ErrorAs(t, err, &refusal)
	require.Equal(t, "verify.several", refusal.Code)
}
