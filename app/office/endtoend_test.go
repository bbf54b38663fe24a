package office

import (
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
)

// mostActs is how much it may take from an empty database to a notice on the wall. An act is a press, a tick, a choice
// or a field filled in; the Enter key behind a password, and typing the founder's once more, belong to filling it in.
const mostActs = 40

func TestFourPeopleHangTheFirstPublicityOfANewUnitInFewActs(t *testing.T) {
	h := newHand(t)
	w := h.words
	h.found()
	h.press(w.T("items.new"))
	h.press("干部选拔、任用及奖惩情况")
	number := h.office.route.Number
	h.fill(w.T("items.body"), body)
	h.press(w.T("do.propose"))

	h.switchTo("梁敏")
	h.press("关于干部选拔、任用及奖惩情况的公示")
	for _, finding := range []string{"items.notsecret", "items.necessary", "items.accurate"} {
		h.check(w.T(finding))
	}
	h.press(w.T("do.check"))

	h.switchTo("徐建国")
	h.press("关于干部选拔、任用及奖惩情况的公示")
	h.press(w.T("do.approve"))

	h.switchTo("周芳")
	h.press("关于干部选拔、任用及奖惩情况的公示")
	h.fill(w.T("items.minutes"), "〔2026〕12号")
	h.press(w.T("do.decide"))
	h.press(w.T("do.publish"))
	h.press(w.T("items.hung"))
	t.Logf("%d acts", h.acts)
	require.Less(t, h.acts, mostActs)

	it := h.item(number)
	require.Equal(t, data.Published, it.Status)
	people := map[string]bool{}
	for _, step := range it.Steps {
		require.Equal(t, data.SealGood, step.Seal)
		people[step.Person] = true
	}
	require.Len(t, people, 4)
	posted, err := h.desk.Posted(t.Context())
	require.NoError(t, err)
	require.Len(t, posted, 1)
	require.Equal(t, number, posted[0].Number)
	require.Empty(t, h.files.sheets, "nobody touched a file")
	v, err := h.desk.Verify(t.Context())
	require.NoError(t, err)
	require.True(t, v.OK, "%v", v.Broken)
}
