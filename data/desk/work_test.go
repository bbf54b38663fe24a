package desk_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/store"
)

func (u unit) person(name string) data.Person {
	people, err := u.People(context.Background())
	require.NoError(u.t, err)
	for _, p := range people {
		if p.Name == name {
			return p
		}
	}
	require.Fail(u.t, "no such person", name)
	return data.Person{}
}

func (u unit) sound() {
	v, err := u.Verify(context.Background())
	require.NoError(u.t, err)
	require.True(u.t, v.OK, "%v", v.Broken)
}

func TestADelegateActsInTheNameOfWhoIsAway(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	it := u.must(u.as("李经办").Propose(ctx, u.draft("李经办", "3.1"), data.Statement{}))
	it = u.must(u.as("王审核").Check(ctx, it, checked()))
	_, err := u.as("赵管理").Approve(ctx, it, data.Statement{})
	refused(t, err, data.ErrRefused, "act.role")

	given, err := u.as("陈局长").Delegate(ctx, data.Delegation{
		ToID: u.person("赵管理").ID, Roles: []data.Role{data.Approver}, From: "2026-03-05", Until: "2026-03-20", Reason: "外出学习",
	})
	require.NoError(t, err)
	next, err := u.WhoNext(ctx, it)
	require.NoError(t, err)
	require.Equal(t, data.ActApprove, next.Act)
	require.Contains(t, next.People, u.person("赵管理"))
	it = u.must(u.as("赵管理").Approve(ctx, it, data.Statement{Note: "同意"}))
	step, _ := it.Step(data.ActApprove)
	require.Equal(t, "陈局长", step.For.Name)
	u.sound()

	// Taken back, or changed by hand, it lets nobody act.
	second := u.must(u.as("李经办").Propose(ctx, u.draft("李经办", "3.1"), data.Statement{}))
	second = u.must(u.as("王审核").Check(ctx, second, checked()))
	require.NoError(t, u.as("陈局长").EndDelegation(ctx, given.ID))
	_, err = u.as("赵管理").Approve(ctx, second, data.Statement{})
	refused(t, err, data.ErrRefused, "act.role")
	u.sound()
	u.tamper(`update delegations set body = replace(body, ',"ended":"2026-03-05"', '')`)
	_, err = u.as("赵管理").Approve(ctx, second, data.Statement{})
	refused(t, err, data.ErrRefused, "act.role")
	v, err := u.Verify(ctx)
	require.NoError(t, err)
	require.False(t, v.OK)
}

func TestNobodyDelegatesWhatTheyDoNotHoldNorJudgesThroughAnother(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	_, err := u.as("李经办").Delegate(ctx, data.Delegation{
		ToID: u.person("赵管理").ID, Roles: []data.Role{data.Approver}, From: "2026-03-05", Until: "2026-03-20", Reason: "外出",
	})
	refused(t, err, data.ErrRefused, "delegation.role")
	_, err = u.as("周全能").Delegate(ctx, data.Delegation{
		ToID: u.person("赵管理").ID, Roles: []data.Role{data.Checker}, From: "2026-03-05", Until: "2026-03-20", Reason: "外出",
	})
	require.NoError(t, err)
	it := u.must(u.as("周全能").Propose(ctx, u.draft("周全能", "3.1"), data.Statement{}))
	_, err = u.as("赵管理").Check(ctx, it, checked())
	refused(t, err, data.ErrRefused, "act.role") // the principal proposed it
}

func TestOpenWorkIsHandedOverInsideTheOffice(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	it := u.draft("李经办", "3.1")
	from, heir := u.person("李经办").ID, u.person("周全能").ID
	to := func(id string) []desk.Given { return []desk.Given{{Numbers: []string{it.Number}, ToID: id}} }
	open, err := u.OpenWork(ctx, from)
	require.NoError(t, err)
	require.Len(t, open, 1)
	refused(t, u.as("赵管理").HandOver(ctx, from, "调离", to(u.person("王审核").ID)), data.ErrRefused, "handover.to")
	refused(t, u.as("王审核").HandOver(ctx, from, "调离", to(heir)), data.ErrRefused, "handover.who")
	require.NoError(t, u.as("赵管理").HandOver(ctx, from, "调离", to(heir)))
	require.Equal(t, heir, u.must(u.Item(ctx, it.Number)).HandlerID)
	u.sound()
	u.tamper("update items set handler_id = created_by")
	namesBroken(t, u, it.Number)
}

func TestWhatHangsIsRecordedAndAPocketHoldsOneSheet(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	require.NoError(t, u.as("王审核").SaveSettings(ctx, data.Settings{Board: data.BoardGrid{Rows: 2, Columns: 3}}))
	it, other := u.publish(u.draft("李经办", "3.1")), u.publish(u.draft("李经办", "3.5"))
	clerk := u.as("李经办")
	photo, err := clerk.KeepFile(ctx, "照片.png", []byte("png"))
	require.NoError(t, err)
	hung := data.Use{Channel: data.Board, On: "2026-03-05", Pockets: []data.BoardPlace{{Row: 1, Column: 2}}, File: &photo}
	use, err := clerk.RecordUse(ctx, it, hung)
	require.NoError(t, err)
	_, err = clerk.RecordUse(ctx, other, hung)
	refused(t, err, data.ErrRefused, "use.taken")
	_, err = clerk.RecordUse(ctx, other, data.Use{Channel: data.Media, On: "2026-03-05", Place: "日报", Evidence: "第2版"})
	refused(t, err, data.ErrRefused, "use.channel")
	_, err = u.as("赵管理").RecordUse(ctx, other, hung)
	refused(t, err, data.ErrRefused, "use.who")
	posted, err := u.Posted(ctx)
	require.NoError(t, err)
	require.Len(t, posted, 1)
	require.NoError(t, clerk.EndUse(ctx, use.ID, data.UseEnd{On: "2026-03-05"}))
	refused(t, clerk.EndUse(ctx, use.ID, data.UseEnd{On: "2026-03-05"}), data.ErrRefused, "use.ended")
	_, err = clerk.RecordUse(ctx, other, data.Use{Channel: data.Board, On: "2026-03-05", Pockets: hung.Pockets})
	require.NoError(t, err)
	u.sound()
	u.tamper(`update uses set body = replace(body, '2026-03-05', '2026-03-06')`)
	v, err := u.Verify(ctx)
	require.NoError(t, err)
	require.False(t, v.OK)
}

func TestAFileThatIsGoneOrChangedIsNamed(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	clerk := u.as("李经办")
	it := u.draft("李经办", "3.1")
	file, err := clerk.KeepFile(ctx, `C:\资料\名单.docx`, []byte("名单"))
	require.NoError(t, err)
	require.Equal(t, "名单.docx", file.Name)
	it.Attachments = []data.Attachment{file}
	u.publish(u.must(clerk.SaveDraft(ctx, it)))
	raw, err := u.File(ctx, file)
	require.NoError(t, err)
	require.Equal(t, "名单", string(raw))
	u.sound()
	path := filepath.Join(store.FilesBeside(u.path), file.Digest[:2], file.Digest)
	require.NoError(t, os.WriteFile(path, []byte("改了"), 0o600))
	_, err = u.File(ctx, file)
	refused(t, err, data.ErrBroken, "file.changed")
	namesBroken(t, u, it.Number)
	require.NoError(t, os.Remove(path))
	_, err = u.File(ctx, file)
	refused(t, err, data.ErrNotFound, "file.gone")
	namesBroken(t, u, it.Number)
}

func TestACorrectionPullsAtOnceAndSaysWhatWasWrong(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	up := u.publish(u.draft("李经办", "3.1"))
	draft := u.must(u.as("李经办").Correct(ctx, up, data.Statement{Note: "姓名有误"}))
	require.Equal(t, 2, draft.Version)
	require.Equal(t, "姓名有误", draft.Correction)
	shown, _, err := u.Public(ctx)
	require.NoError(t, err)
	require.Empty(t, shown)
	u.publish(draft)
	u.sound()
}

func TestAReviewMovesTheNextDayAndStaysUp(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	up := u.publish(u.draft("李经办", "3.1"))
	up = u.must(u.as("李经办").Review(ctx, up, data.Statement{Review: &data.Review{Next: "2028-01-01"}}))
	require.Equal(t, data.Published, up.Status)
	require.Equal(t, data.Date("2028-01-01"), up.ReviewOn())
	shown, left, err := u.Public(ctx)
	require.NoError(t, err)
	require.Empty(t, left)
	require.Len(t, shown, 1)
	u.sound()
}

func TestTheHolidaysOfTheOfficeCountInEveryClock(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	holidays := []data.Holiday{{Date: "2031-01-01", Name: "元旦"}}
	refused(t, u.as("李经办").SaveSettings(ctx, data.Settings{Holidays: holidays}), data.ErrRefused, "settings.role")
	require.NoError(t, u.as("赵管理").SaveSettings(ctx, data.Settings{Holidays: holidays}))
	calendar, err := u.Calendar(ctx)
	require.NoError(t, err)
	require.True(t, calendar.Official(2031))
	require.False(t, calendar.Day("2031-01-01").Counts)
	u.sound()
	u.tamper(`update settings set body = '{}'`)
	v, err := u.Verify(ctx)
	require.NoError(t, err)
	require.False(t, v.OK)
}
