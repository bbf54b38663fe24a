package desk_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data"
	"gongkailan/data/desk"
)

// letter is an opinion whose every part can be looked for.
func letter() data.OpinionText {
	return data.OpinionText{Subject: "标题乙丙", Text: "反映某某收受礼金MARKERTEXT", Name: "匿名人甲乙", Contact: "13800138000"}
}

func (u unit) register(name, item string) data.Opinion {
	o, err := u.as(name).RegisterOpinion(context.Background(),
		data.OpinionSaid{ReceivedOn: "2026-03-04", Way: data.WayBox, ItemNumber: item}, letter())
	require.NoError(u.t, err)
	return o
}

func TestAnOpinionGoesFromTheBoxToItsAnswer(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	o := u.register("李经办", "")
	require.Equal(t, "意见-2026-0001", o.Number)
	require.Equal(t, data.OpinionToAssign, o.State)
	require.Equal(t, data.Date("2026-03-25"), o.Due, "15 working days, the day it came in not counted")
	checker, clerk := u.as("王审核"), u.as("李经办")
	waiting, err := checker.WaitingOpinions(ctx)
	require.NoError(t, err)
	require.Equal(t, []data.Opinion{o}, waiting)

	_, err = clerk.ReadOpinion(ctx, o.Number)
	refused(t, err, data.ErrRefused, "opinion.read") // who only wrote it down
	_, err = clerk.AssignOpinion(ctx, o.Number, u.person("李经办").ID)
	refused(t, err, data.ErrRefused, "opinion.assign.who")
	o, err = checker.AssignOpinion(ctx, o.Number, u.person("李经办").ID)
	require.NoError(t, err)
	sheets, err := clerk.ReadOpinion(ctx, o.Number)
	require.NoError(t, err)
	require.Equal(t, []desk.OpinionSheet{{Step: 0, OpinionText: letter()}}, sheets)
	_, err = u.as("赵管理").ReadOpinion(ctx, o.Number)
	refused(t, err, data.ErrRefused, "opinion.read") // the administrator holds the root key and still reads nothing

	_, err = clerk.AnswerOpinion(ctx, o.Number, "已答复", true)
	refused(t, err, data.ErrRefused, "opinion.unhandled")
	_, err = checker.HandleOpinion(ctx, o.Number, "核实")
	refused(t, err, data.ErrRefused, "opinion.handle.who")
	_, err = clerk.HandleOpinion(ctx, o.Number, " ")
	refused(t, err, data.ErrInvalid, "opinion.text")
	_, err = clerk.HandleOpinion(ctx, o.Number, "已向财务核实")
	require.NoError(t, err)
	o, err = checker.ExtendOpinion(ctx, o.Number, "需要外调")
	require.NoError(t, err)
	require.Equal(t, data.Date("2026-04-15"), o.Due)
	_, err = checker.ExtendOpinion(ctx, o.Number, "再延")
	refused(t, err, data.ErrRefused, "opinion.extended")
	o, err = clerk.AnswerOpinion(ctx, o.Number, "已当面答复", true)
	require.NoError(t, err)
	require.Equal(t, data.OpinionAnswered, o.State)
	require.True(t, o.Published)
	_, err = clerk.HandleOpinion(ctx, o.Number, "再办")
	refused(t, err, data.ErrRefused, "opinion.state")
	sheets, err = checker.ReadOpinion(ctx, o.Number)
	require.NoError(t, err)
	require.Equal(t, []string{letter().Text, "已向财务核实", "需要外调", "已当面答复"},
		[]string{sheets[0].Text, sheets[1].Text, sheets[2].Text, sheets[3].Text})
	u.sound()
}

func TestWhoDraftedTheItemNeitherReadsNorHandlesOpinionsAboutIt(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	it := u.draft("周全能", "3.1") // who checks, too
	o := u.register("李经办", it.Number)
	all := u.as("周全能")
	_, err := all.ReadOpinion(ctx, o.Number)
	refused(t, err, data.ErrRefused, "opinion.read")
	_, err = all.AssignOpinion(ctx, o.Number, u.person("李经办").ID)
	refused(t, err, data.ErrRefused, "opinion.assign.who")
	_, err = u.as("王审核").AssignOpinion(ctx, o.Number, u.person("周全能").ID)
	refused(t, err, data.ErrRefused, "opinion.assign.author")
	waiting, err := all.WaitingOpinions(ctx)
	require.NoError(t, err)
	require.Empty(t, waiting)
	_, err = u.as("李经办").RegisterOpinion(ctx, data.OpinionSaid{ReceivedOn: "2026-03-04", Way: data.WayBox, ItemNumber: "2026-9999"}, letter())
	refused(t, err, data.ErrNotFound, "item.none")
	u.sound()
}

func TestWhoHandsTheOpinionOnCanOpenItNoMore(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	o := u.register("王审核", "")
	checker := u.as("王审核")
	_, err := checker.AssignOpinion(ctx, o.Number, u.person("李经办").ID)
	require.NoError(t, err)
	_, err = checker.AssignOpinion(ctx, o.Number, u.person("陈局长").ID)
	require.NoError(t, err)
	_, err = u.as("李经办").ReadOpinion(ctx, o.Number)
	refused(t, err, data.ErrRefused, "opinion.read")
	_, err = u.as("陈局长").ReadOpinion(ctx, o.Number)
	require.NoError(t, err)
	u.sound()
}

func TestAnOpinionWhoseHandlerHasLeftWaitsToBeAssignedAnew(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	o := u.register("王审核", "")
	checker := u.as("王审核")
	_, err := checker.AssignOpinion(ctx, o.Number, u.person("李经办").ID)
	require.NoError(t, err)
	waiting, err := checker.WaitingOpinions(ctx)
	require.NoError(t, err)
	require.Empty(t, waiting)
	gone := u.person("李经办")
	gone.Until = "2026-03-04"
	require.NoError(t, u.as("赵管理").SavePerson(ctx, gone))
	waiting, err = checker.WaitingOpinions(ctx)
	require.NoError(t, err)
	require.Len(t, waiting, 1)
	_, err = checker.AssignOpinion(ctx, o.Number, u.person("陈局长").ID)
	require.NoError(t, err)
	u.sound()
}

func TestANewKeyReadsNothingUntilSomebodyWhoCanReadGivesItAgain(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	o := u.register("李经办", "")
	require.NoError(t, u.as("赵管理").ResetPassword(ctx, u.person("王审核").ID, password))
	_, err := u.as("王审核").ReadOpinion(ctx, o.Number)
	refused(t, err, data.ErrRefused, "opinion.lost")
	view, err := u.as("周全能").Opinion(ctx, o.Number)
	require.NoError(t, err)
	require.Equal(t, []data.Person{u.person("王审核")}, view.Shareable)
	require.Contains(t, view.Acts, data.OpinionShare)
	_, err = u.as("周全能").ShareOpinion(ctx, o.Number, u.person("李经办").ID)
	refused(t, err, data.ErrRefused, "opinion.share.to")
	_, err = u.as("周全能").ShareOpinion(ctx, o.Number, u.person("王审核").ID)
	require.NoError(t, err)
	_, err = u.as("王审核").ReadOpinion(ctx, o.Number)
	require.NoError(t, err)
	u.sound()

	for _, name := range []string{"王审核", "周全能"} {
		require.NoError(t, u.as("赵管理").ResetPassword(ctx, u.person(name).ID, password))
	}
	_, err = u.as("王审核").ReadOpinion(ctx, o.Number)
	refused(t, err, data.ErrRefused, "opinion.lostforall")
}

func TestALockedSessionReadsNoOpinion(t *testing.T) {
	u := newUnit(t)
	o := u.register("王审核", "")
	s := u.as("王审核")
	s.Lock()
	_, err := s.ReadOpinion(context.Background(), o.Number)
	refused(t, err, data.ErrRefused, "session.locked")
}

func TestARoleOrAKeyWrittenIntoTheDatabaseIsGivenNoOpinion(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	u.tamper(`update people set roles = '["clerk","checker"]' where name = '李经办'`)
	o := u.register("王审核", "")
	view, err := u.as("王审核").Opinion(ctx, o.Number)
	require.NoError(t, err)
	for _, p := range view.Readers {
		require.NotEqual(t, "李经办", p.Name)
	}
	_, err = u.as("李经办").ReadOpinion(ctx, o.Number)
	refused(t, err, data.ErrBroken, "person.broken")
}

// leaks looks for the text in the file as it is, and as UTF-16.
func leaks(raw []byte, text string) bool {
	var wide, narrow []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		wide, narrow = append(wide, byte(unit>>8), byte(unit)), append(narrow, byte(unit), byte(unit>>8))
	}
	return bytes.Contains(raw, []byte(text)) || bytes.Contains(raw, wide) || bytes.Contains(raw, narrow)
}

func TestNoFileHoldsAWordOfWhatWasWritten(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	o := u.register("李经办", "")
	_, err := u.as("王审核").AssignOpinion(ctx, o.Number, u.person("李经办").ID)
	require.NoError(t, err)
	_, err = u.as("李经办").HandleOpinion(ctx, o.Number, "办理MARKERHANDLE")
	require.NoError(t, err)
	_, err = u.as("王审核").ExtendOpinion(ctx, o.Number, "延期MARKEREXTEND")
	require.NoError(t, err)
	_, err = u.as("李经办").AnswerOpinion(ctx, o.Number, "答复MARKERANSWER", false)
	require.NoError(t, err)
	marks := []string{
		letter().Subject, letter().Text, letter().Name, letter().Contact, "MARKERTEXT", "收受礼金",
		"MARKERHANDLE", "MARKEREXTEND", "MARKERANSWER",
	}
	files, err := os.ReadDir(filepath.Dir(u.path))
	require.NoError(t, err)
	seen := 0
	for _, f := range files {
		raw, err := os.ReadFile(filepath.Join(filepath.Dir(u.path), f.Name()))
		require.NoError(t, err)
		if leaks(raw, o.Number) {
			seen++
		}
		for _, mark := range marks {
			require.False(t, leaks(raw, mark), "%s holds %s", f.Name(), mark)
		}
	}
	require.Positive(t, seen, "what is open is found, so what is sealed would be")
	for _, mark := range marks {
		require.NotContains(t, u.dump(), mark)
	}
}

func TestWhatIsChangedAboutAnOpinionIsNamed(t *testing.T) {
	for name, statement := range map[string]string{
		"state":          "update opinions set state = 'answered'",
		"due":            "update opinions set due_on = '2027-01-01'",
		"assigned":       "update opinions set assigned_id = 'x'",
		"published":      "update opinions set published = 1",
		"text":           "update opinion_texts set box = x'00'",
		"text gone":      "delete from opinion_texts",
		"text moved":     "update opinion_texts set step = 5",
		"reader":         "update opinion_readers set person_id = 'x' where person_id = (select max(person_id) from opinion_readers)",
		"reader gone":    "delete from opinion_readers",
		"reader's box":   "update opinion_readers set box = x'00'",
		"opinion gone":   "delete from opinions",
		"what the log":   `update log set statement = replace(statement, '"way":"box"', '"way":"visit"') where kind = 'opinion'`,
		"number":         "update opinions set number = '意见-2026-0009'",
		"stray text":     "insert into opinion_texts values ('x', 0, x'00')",
		"opinion forged": "insert into opinions select 'x', '意见-2026-0002', received_on, way, item_id, item_number, state, due_on, extended, handled, assigned_id, published, kind, receipt_id, message_id from opinions",
	} {
		t.Run(name, func(t *testing.T) {
			u := newUnit(t)
			o := u.register("王审核", "")
			u.sound()
			u.tamper(statement)
			v, err := u.Verify(context.Background())
			require.NoError(t, err)
			require.False(t, v.OK)
			require.True(t, slices.ContainsFunc(v.Broken, func(b desk.Broken) bool {
				return b.Number != "" || b.Why.Code == "opinion.stray"
			}), "%v", v.Broken)
			if name == "text" || name == "what the log" {
				_, err = u.as("王审核").ReadOpinion(context.Background(), o.Number)
				refused(t, err, data.ErrBroken, "opinion.broken")
				_, err = u.as("王审核").AssignOpinion(context.Background(), o.Number, u.person("李经办").ID)
				refused(t, err, data.ErrBroken, "opinion.broken")
			}
			if name == "state" { // the next lawful act puts the row right
				_, err = u.as("王审核").AssignOpinion(context.Background(), o.Number, u.person("李经办").ID)
				require.NoError(t, err)
				u.sound()
			}
		})
	}
}

func TestAnActThatTheLogGivesNobodyTheRoleForIsNamed(t *testing.T) {
	u := newUnit(t)
	o := u.register("王审核", "")
	_, err := u.as("王审核").AssignOpinion(context.Background(), o.Number, u.person("李经办").ID)
	require.NoError(t, err)
	u.tamper(`update log set statement = replace(statement, '["checker"]', '["clerk"]') where kind = 'person'`)
	v, err := u.Verify(context.Background())
	require.NoError(t, err)
	require.True(t, slices.ContainsFunc(v.Broken, func(b desk.Broken) bool {
		return b.Number == o.Number && b.Why.Code == "opinion.unlawful"
	}), "%v", v.Broken)
}

// onOpinions lets a random person do a random act on a random opinion, often wrongly.
func (u unit) onOpinions(t *rapid.T, numbers []string, items []string, sessions []*desk.Session) error {
	ctx := context.Background()
	s := rapid.SampledFrom(sessions).Draw(t, "who")
	number := rapid.SampledFrom(append([]string{"意见-2026-9999"}, numbers...)).Draw(t, "number")
	people, err := u.People(ctx)
	require.NoError(t, err)
	to := rapid.SampledFrom(people).Draw(t, "to").ID
	text := rapid.SampledFrom([]string{"写了什么", "写了什么", ""}).Draw(t, "text")
	switch act := rapid.SampledFrom([]string{"register", "take", "assign", "handle", "answer", "extend", "share", "reset"}).Draw(t, "act"); act {
	case "register":
		on := data.Date("2026-03-05").AddDays(rapid.IntRange(-3, 1).Draw(t, "day"))
		_, err = s.RegisterOpinion(ctx, data.OpinionSaid{
			Kind:       rapid.SampledFrom(append(data.WrittenKinds(), "", data.MessageBallot)).Draw(t, "kind"),
			ReceivedOn: on, Way: rapid.SampledFrom(append(data.OpinionWays(), "fax")).Draw(t, "way"),
			ItemNumber: rapid.SampledFrom(append(items, "", "2026-9999")).Draw(t, "item"),
		}, data.OpinionText{Text: text})
	case "take":
		m := message(rapid.SampledFrom(data.WrittenKinds()).Draw(t, "kind"), rapid.SampledFrom(append(items, "")).Draw(t, "item"))
		_, err = s.TakeMessage(ctx, u.sent(m))
	case "assign":
		_, err = s.AssignOpinion(ctx, number, to)
	case "handle":
		_, err = s.HandleOpinion(ctx, number, text)
	case "answer":
		_, err = s.AnswerOpinion(ctx, number, text, rapid.Bool().Draw(t, "published"))
	case "extend":
		_, err = s.ExtendOpinion(ctx, number, text)
	case "share":
		_, err = s.ShareOpinion(ctx, number, to)
	default:
		return s.ResetPassword(ctx, to, password)
	}
	return err
}

func TestWhateverPeopleDoOnlyThoseWhoMayReadAnOpinionAndRefusedActsChangeNothing(t *testing.T) {
	folder, run := t.TempDir(), 0
	rapid.Check(t, func(rt *rapid.T) {
		if run++; run > 15 {
			return // each run has a database of its own
		}
		u := unitAt(t, filepath.Join(folder, fmt.Sprintf("%d.db", run)))
		ctx := context.Background()
		items := []string{u.draft("李经办", "3.1").Number, u.draft("周全能", "3.1").Number}
		var sessions []*desk.Session
		again := func() {
			sessions = nil
			for _, name := range []string{"李经办", "王审核", "周全能", "陈局长", "赵管理"} {
				sessions = append(sessions, u.as(name))
			}
		}
		again()
		numbers := []string{u.register("李经办", items[0]).Number, u.register("王审核", "").Number}
		for range rapid.SampledFrom([]int{10, 25, 40}).Draw(rt, "acts") {
			before := u.dump()
			err := u.onOpinions(rt, numbers, items, sessions)
			if err != nil {
				var refusal *data.Refusal
				require.ErrorAs(rt, err, &refusal)
				require.Equal(rt, before, u.dump(), "%v changed something", refusal)
				continue
			}
			again() // a password may have been reset
		}
		list, err := u.Opinions(ctx, desk.OpinionFilter{})
		require.NoError(rt, err)
		for _, o := range list {
			for _, s := range sessions {
				u.readsRightly(rt, s, o)
			}
		}
		v, err := u.Verify(ctx)
		require.NoError(rt, err)
		require.True(rt, v.OK, "%v", v.Broken)
	})
}

// readsRightly wants that who reads checks or is assigned, and did not draft the item.
func (u unit) readsRightly(t *rapid.T, s *desk.Session, o data.Opinion) {
	sheets, err := s.ReadOpinion(context.Background(), o.Number)
	if err != nil {
		return
	}
	p := s.Person()
	require.True(t, slices.Contains(p.Roles, data.Checker) || p.ID == o.AssignedID)
	require.NotEmpty(t, sheets)
	if o.ItemNumber != "" {
		it := u.must(u.Item(context.Background(), o.ItemNumber))
		require.NotEqual(t, it.CreatedBy, p.ID)
		require.NotEqual(t, it.CreatedBy, o.AssignedID)
	}
}
