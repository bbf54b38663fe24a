package desk_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/desk"
)

func TestAnUnknownNameAndAWrongPasswordReadTheSame(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	_, unknown := u.SignIn(ctx, "没有此人", password)
	_, wrong := u.SignIn(ctx, "李经办", "不对不对不对不对")
	refused(t, unknown, data.ErrRefused, "signin.password")
	require.Equal(t, unknown.Error(), wrong.Error())
}

func TestFiveWrongPasswordsPutTheNextSignInOffAndARestartDoesNotHelp(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	for range 5 {
		_, err := u.SignIn(ctx, "李经办", "不对不对不对不对")
		refused(t, err, data.ErrRefused, "signin.password")
	}
	_, err := u.SignIn(ctx, "李经办", password)
	refused(t, err, data.ErrRefused, "signin.wait")
	again, err := desk.Open(ctx, u.path, u.opt)
	require.NoError(t, err)
	defer again.Close()
	_, err = again.SignIn(ctx, "李经办", password)
	refused(t, err, data.ErrRefused, "signin.wait")

	u.clock.at = u.clock.at.Add(time.Minute)
	_, err = u.SignIn(ctx, "李经办", "不对不对不对不对")
	refused(t, err, data.ErrRefused, "signin.password")
	u.clock.at = u.clock.at.Add(time.Minute)
	_, err = u.SignIn(ctx, "李经办", password)
	refused(t, err, data.ErrRefused, "signin.wait") // the second delay is two minutes
	u.clock.at = u.clock.at.Add(time.Minute)
	u.as("李经办")
	_, err = u.SignIn(ctx, "李经办", "不对不对不对不对")
	refused(t, err, data.ErrRefused, "signin.password") // counted from nought again
	u.as("李经办")
}

func TestTwoPeopleOfOneNameSignInWithTheirOffice(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	_, err := u.as("赵管理").AddPerson(ctx, person("李经办", "办公室", data.Clerk))
	require.NoError(t, err)
	_, err = u.SignIn(ctx, "李经办", password)
	refused(t, err, data.ErrRefused, "signin.ambiguous")
	s, err := u.SignIn(ctx, " 李经办＠办公室", password)
	require.NoError(t, err)
	require.Equal(t, "bgs", s.Person().OfficeID)
	_, err = u.as("赵管理").AddPerson(ctx, person("李经办", "办公室", data.Checker))
	refused(t, err, data.ErrRefused, "person.twin")
}

func TestALockedSessionDoesNothingUntilThePasswordIsGiven(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	s := u.as("李经办")
	s.Lock()
	require.True(t, s.Locked())
	_, err := s.NewDraft(ctx, "3.5")
	refused(t, err, data.ErrRefused, "session.locked")
	require.Error(t, s.Unlock(ctx, "不对不对不对不对"))
	require.NoError(t, s.Unlock(ctx, password))
	_, err = s.NewDraft(ctx, "3.5")
	require.NoError(t, err)
}

func TestWhoHasLeftOfficeCannotSignInOrAct(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	s := u.as("李经办")
	leaving := s.Person()
	leaving.Until = u.Today()
	require.NoError(t, u.as("赵管理").SavePerson(ctx, leaving))
	it := u.draft("李经办", "3.5")
	require.NotEmpty(t, it.Number)
	u.clock.at = u.clock.at.Add(24 * time.Hour)
	_, err := s.NewDraft(ctx, "3.5")
	refused(t, err, data.ErrRefused, "act.office")
	_, err = u.SignIn(ctx, "李经办", password)
	refused(t, err, data.ErrRefused, "signin.password")
	v, err := u.Verify(ctx)
	require.NoError(t, err)
	require.True(t, v.OK, "%v", v.Broken)
}
