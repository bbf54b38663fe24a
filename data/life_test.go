package data_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data"
)

const today = data.Date("2026-03-05")

// weekdays counts Mondays to Fridays.
func weekdays(after, last data.Date) int {
	n := 0
	for d := after.AddDays(1); d <= last; d = d.AddDays(1) {
		if w := d.Time().Weekday(); w != time.Saturday && w != time.Sunday {
			n++
		}
	}
	return n
}

func somebody(id string, roles ...data.Role) data.Person {
	return data.Person{ID: id, Name: id, OfficeID: "rs", Roles: roles, From: "2026-01-01"}
}

func circumstances(people ...data.Person) data.Circumstances {
	return data.Circumstances{Today: today, People: people, WorkingDays: weekdays}
}

func anItem(decision data.Decision) data.Item {
	return data.Item{
		ID: "i", Version: 1, Number: "2026-0001", OfficeID: "rs", Status: data.Draft,
		Content: data.Content{
			EntryCode: "3.5", Kind: data.Publicity, Title: "公示", Body: "正文", Mode: data.Immediate,
			Audience: data.Society, Channels: []data.Channel{data.Board}, Decision: decision,
			From: "2026-03-06", To: "2026-03-16", Issuer: "局党组", IssueDate: today,
			Contact: data.Contact{Office: "机关党委", Phone: "0871-60000000"},
		},
	}
}

// everything says all that any act could need.
func everything(publish bool) data.Statement {
	return data.Statement{
		Note:     "理由",
		Findings: &data.Findings{NotSecret: true, Necessary: true, Accurate: true},
		Meeting:  &data.MeetingRecord{Name: "会议", On: today, Minutes: "1号", Present: "5人", Result: "同意"},
		Ruling:   &data.Ruling{Body: "县委", Number: "1号", On: today, Publish: publish, Opinion: "意见"},
		Telling:  &data.Telling{On: today, How: "党员大会"},
		Review:   &data.Review{Next: today.AddMonths(12)},
	}
}

// life is an item with its versions as the acts make them, each act by the law.
type life struct {
	versions []data.Item
	now      data.Circumstances
}

func (l *life) do(at int, act data.Act, by data.Person, said data.Statement) error {
	it := l.versions[at]
	status, err := data.After(it, act, by, said, l.now)
	if err != nil {
		return err
	}
	if act == data.ActRevise {
		if err := data.MayRevise(it, len(l.versions)); err != nil {
			return err
		}
	}
	it.Status = status
	it.Steps = append(slices.Clone(it.Steps), data.Step{
		Act: act, PersonID: by.ID, Person: by.Name, At: l.now.Today.Time(), Digest: it.Digest(), Statement: said,
	})
	l.versions[at] = it
	switch act {
	case data.ActPublish:
		for i := range l.versions {
			if i != at && l.versions[i].Status == data.Published {
				l.versions[i].Status = data.Replaced
			}
		}
	case data.ActRevise:
		next := it
		next.Version, next.Status, next.Steps = it.Version+1, data.Draft, nil
		l.versions = append(l.versions, next)
	}
	return nil
}

func TestNoSequenceOfActsGoesUpWithoutEveryStepByDifferentPeople(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		people := make([]data.Person, rapid.IntRange(2, 5).Draw(t, "people"))
		for i := range people {
			roles := rapid.SliceOfDistinct(rapid.SampledFrom(data.Roles()), func(r data.Role) data.Role { return r })
			people[i] = somebody(string(rune('a'+i)), roles.Draw(t, "roles")...)
			if rapid.Bool().Draw(t, "able") {
				people[i].Roles = []data.Role{data.Clerk, data.Checker, data.Approver}
			}
		}
		decision := rapid.SampledFrom(data.Decisions()).Draw(t, "decision")
		l := life{versions: []data.Item{anItem(decision)}, now: circumstances(people...)}
		for range rapid.SampledFrom([]int{5, 20, 60}).Draw(t, "acts") {
			at := len(l.versions) - 1
			if rapid.Bool().Draw(t, "older") {
				at = rapid.IntRange(0, at).Draw(t, "version")
			}
			act, by := l.draw(t, at, people)
			before := l.versions[at]
			err := l.do(at, act, by, everything(rapid.Bool().Draw(t, "agreed")))
			if err != nil {
				require.Equal(t, before, l.versions[at])
			}
			offered := slices.Contains(data.Next(before, by, l.now), act)
			require.True(t, err != nil || offered, "%s was done but not offered", act)
			for _, it := range l.versions {
				lawful(t, it, people)
			}
		}
	})
}

// draw picks any act by anybody, and more often one that is offered, so that lives come to something.
func (l *life) draw(t *rapid.T, at int, people []data.Person) (data.Act, data.Person) {
	by := rapid.SampledFrom(people).Draw(t, "by")
	if rapid.SampledFrom([]bool{true, false, false, false}).Draw(t, "wild") {
		return rapid.SampledFrom(data.Acts()).Draw(t, "act"), by
	}
	type choice struct {
		act data.Act
		by  data.Person
	}
	var offered []choice
	for _, p := range people {
		for _, act := range data.Next(l.versions[at], p, l.now) {
			for range weight(act) {
				offered = append(offered, choice{act, p})
			}
		}
	}
	if len(offered) > 0 {
		c := rapid.SampledFrom(offered).Draw(t, "offered")
		return c.act, c.by
	}
	return rapid.SampledFrom(data.Acts()).Draw(t, "act"), by
}

// weight has the acts that lead on drawn more often than those that lead back.
func weight(act data.Act) int {
	switch act {
	case data.ActSendBack, data.ActRevise, data.ActWithhold, data.ActWithdraw:
		return 1
	default:
		return 8
	}
}

// lawful says the rule again in other words than the law does.
func lawful(t require.TestingT, it data.Item, people []data.Person) {
	by := map[data.Act]string{}
	for _, step := range it.Steps {
		by[step.Act] = step.PersonID
	}
	if it.Status == data.Approved || it.Status == data.Published {
		for _, act := range data.Required(it.Decision) {
			if act != data.ActPublish || it.Status == data.Published {
				require.Contains(t, by, act, "at %s", it.Status)
			}
		}
		require.NotEqual(t, by[data.ActPropose], by[data.ActCheck])
		require.NotEqual(t, by[data.ActPropose], by[data.ActApprove])
		if by[data.ActCheck] == by[data.ActApprove] {
			for _, p := range people {
				third := p.ID != by[data.ActCheck] && p.ID != by[data.ActPropose] && p.Has(data.Approver, today)
				require.False(t, third, "%s could have approved", p.Name)
			}
		}
	}
	replayed, err := data.Replay(it)
	require.NoError(t, err)
	require.True(t, replayed == it.Status || it.Status == data.Replaced, "%s, replayed %s", it.Status, replayed)
}

var (
	clerk    = somebody("clerk", data.Clerk)
	checker  = somebody("checker", data.Checker)
	approver = somebody("approver", data.Approver)
)

// upTo takes an item through the steps before the act.
func upTo(t *testing.T, decision data.Decision, act data.Act) *life {
	t.Helper()
	l := &life{versions: []data.Item{anItem(decision)}, now: circumstances(clerk, checker, approver)}
	who := map[data.Act]data.Person{
		data.ActPropose: clerk, data.ActCheck: checker, data.ActApprove: approver, data.ActDecide: checker,
		data.ActSuperior: checker, data.ActPublish: clerk,
	}
	for _, step := range data.Required(decision) {
		if step == act {
			return l
		}
		require.NoError(t, l.do(0, step, who[step], everything(true)))
	}
	return l
}

func TestTheStatusNamesTheStageThatIsStillAhead(t *testing.T) {
	want := map[data.Decision]map[data.Act]data.Status{
		data.ByDeputy:     {data.ActPropose: data.Draft, data.ActCheck: data.ToCheck, data.ActApprove: data.ToApprove, data.ActPublish: data.Approved},
		data.ByCollective: {data.ActApprove: data.ToApprove, data.ActDecide: data.ToDecide, data.ActPublish: data.Approved},
		data.BySuperior:   {data.ActDecide: data.ToDecide, data.ActSuperior: data.ToSuperior, data.ActPublish: data.Approved},
	}
	for decision, stages := range want {
		for act, status := range stages {
			require.Equal(t, status, upTo(t, decision, act).versions[0].Status, "%s before %s", decision, act)
		}
	}
}

func refusedAs(t *testing.T, err error, code string) {
	t.Helper()
	var r *data.Refusal
	require.ErrorAs(t, err, &r)
	require.Equal(t, code, r.Code)
}

func TestNobodyChecksOrApprovesWhatTheyProposed(t *testing.T) {
	all := somebody("clerk", data.Clerk, data.Checker, data.Approver)
	refusedAs(t, upTo(t, data.ByDeputy, data.ActCheck).do(0, data.ActCheck, all, everything(true)), "act.own")
	refusedAs(t, upTo(t, data.ByDeputy, data.ActApprove).do(0, data.ActApprove, all, everything(true)), "act.own")
	refusedAs(t, upTo(t, data.ByDeputy, data.ActCheck).do(0, data.ActSendBack, all, everything(true)), "act.own")
}

func TestWhoCheckedApprovesOnlyWhereNobodyElseCan(t *testing.T) {
	both := somebody("checker", data.Checker, data.Approver)
	l := upTo(t, data.ByDeputy, data.ActApprove)
	refusedAs(t, l.do(0, data.ActApprove, both, everything(true)), "act.checkedbyself")
	l.now = circumstances(clerk, both)
	require.NoError(t, l.do(0, data.ActApprove, both, everything(true)))
}

func TestOnlyTheResponsibleOfficeProposes(t *testing.T) {
	other := clerk
	other.OfficeID = "bgs"
	l := upTo(t, data.ByDeputy, data.ActPropose)
	refusedAs(t, l.do(0, data.ActPropose, other, everything(true)), "act.otheroffice")
}

func TestWhoIsOutOfOfficeDoesNothing(t *testing.T) {
	gone := clerk
	gone.Until = "2026-03-04"
	l := upTo(t, data.ByDeputy, data.ActPropose)
	refusedAs(t, l.do(0, data.ActPropose, gone, everything(true)), "act.office")
	require.Empty(t, data.Next(l.versions[0], gone, l.now))
}

func TestACheckStatesThatNothingIsSecretAndAllIsAccurate(t *testing.T) {
	said := everything(true)
	said.Findings = &data.Findings{NotSecret: false, Necessary: true, Accurate: true}
	refusedAs(t, upTo(t, data.ByDeputy, data.ActCheck).do(0, data.ActCheck, checker, said), "act.findings")
}

func TestAnActStatesWhatItMust(t *testing.T) {
	cases := []struct {
		decision data.Decision
		before   data.Act
		act      data.Act
		by       data.Person
		code     string
	}{
		{data.ByDeputy, data.ActCheck, data.ActCheck, checker, "act.findings"},
		{data.ByCollective, data.ActDecide, data.ActDecide, checker, "act.meeting"},
		{data.BySuperior, data.ActSuperior, data.ActSuperior, checker, "act.ruling"},
		{data.ByDeputy, data.ActCheck, data.ActSendBack, checker, "act.reason"},
		{data.ByDeputy, data.ActPropose, data.ActWithhold, clerk, "act.reason"},
		{data.ByDeputy, "", data.ActWithdraw, clerk, "act.reason"},
	}
	for _, c := range cases {
		refusedAs(t, upTo(t, c.decision, c.before).do(0, c.act, c.by, data.Statement{Note: " "}), c.code)
	}
}

func TestAPublicityGoesUpOnlyWithFiveWorkingDaysLeft(t *testing.T) {
	l := upTo(t, data.ByDeputy, data.ActPublish)
	l.now.Today = "2026-03-09" // Monday; five working days end on Monday the 16th
	require.NoError(t, l.do(0, data.ActPublish, clerk, data.Statement{}))
	l = upTo(t, data.ByDeputy, data.ActPublish)
	l.now.Today = "2026-03-10"
	refusedAs(t, l.do(0, data.ActPublish, clerk, data.Statement{}), "publish.short")
	l.now.Today = "2026-03-17"
	refusedAs(t, l.do(0, data.ActPublish, clerk, data.Statement{}), "publish.over")
}

func TestWhatIsOutsideTheCatalogueNeedsItsPlanFiled(t *testing.T) {
	l := upTo(t, data.ByDeputy, data.ActPropose)
	l.versions[0].EntryCode = ""
	for act, by := range map[data.Act]data.Person{data.ActPropose: clerk} {
		require.NoError(t, l.do(0, act, by, everything(true)))
	}
	require.NoError(t, l.do(0, data.ActCheck, checker, everything(true)))
	require.NoError(t, l.do(0, data.ActApprove, approver, everything(true)))
	refusedAs(t, l.do(0, data.ActPublish, clerk, data.Statement{}), "publish.filing")
}

func TestAnEditAfterApprovalIsANewVersionFromTheBeginning(t *testing.T) {
	l := upTo(t, data.ByDeputy, "")
	require.NoError(t, l.do(0, data.ActRevise, clerk, data.Statement{}))
	require.Equal(t, data.Published, l.versions[0].Status, "the old one stays up")
	require.Equal(t, data.Draft, l.versions[1].Status)
	require.Empty(t, l.versions[1].Steps)
	refusedAs(t, l.do(0, data.ActRevise, clerk, data.Statement{}), "revise.newer")
}

func TestAProposalToWithholdIsForTheSuperiorToRule(t *testing.T) {
	for publish, want := range map[bool]data.Status{false: data.WithheldTell, true: data.Returned} {
		l := upTo(t, data.ByDeputy, data.ActPropose)
		require.NoError(t, l.do(0, data.ActWithhold, clerk, everything(publish)))
		require.Equal(t, data.Withholding, l.versions[0].Status)
		require.NoError(t, l.do(0, data.ActReport, checker, everything(publish)))
		require.Equal(t, data.WithheldWait, l.versions[0].Status)
		require.NoError(t, l.do(0, data.ActSuperior, checker, everything(publish)))
		require.Equal(t, want, l.versions[0].Status)
		if publish {
			continue
		}
		refusedAs(t, l.do(0, data.ActTell, clerk, everything(false)), "act.role")
		refusedAs(t, l.do(0, data.ActTell, checker, data.Statement{}), "act.telling")
		require.NoError(t, l.do(0, data.ActTell, checker, everything(false)))
		require.Equal(t, data.Withheld, l.versions[0].Status)
	}
}

func TestReplayFindsAStepThatDoesNotFollow(t *testing.T) {
	it := upTo(t, data.ByDeputy, "").versions[0]
	missing := it
	missing.Steps = slices.Delete(slices.Clone(it.Steps), 1, 2)
	_, err := data.Replay(missing)
	refusedAs(t, err, "replay.status")
	own := it
	own.Steps = slices.Clone(it.Steps)
	own.Steps[1].PersonID = own.Steps[0].PersonID
	_, err = data.Replay(own)
	refusedAs(t, err, "replay.own")
	said := it
	said.Steps = slices.Clone(it.Steps)
	said.Steps[1].Statement = data.Statement{}
	_, err = data.Replay(said)
	refusedAs(t, err, "replay.said")
	require.NoError(t, data.Stands(it))
	require.Error(t, data.Stands(missing))
}
