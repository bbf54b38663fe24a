package desk_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/desk"
)

func TestAResetPasswordGivesANewKeyAndWhatWasSignedStands(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	before := u.as("李经办")
	it := u.publish(u.draft("李经办", "3.5"))
	require.NoError(t, u.as("赵管理").ResetPassword(ctx, before.Person().ID, "新的密码2026"))

	_, err := before.NewDraft(ctx, "3.5")
	refused(t, err, data.ErrRefused, "session.ended")
	_, err = u.SignIn(ctx, "李经办", password)
	refused(t, err, data.ErrRefused, "signin.password")
	s, err := u.SignIn(ctx, "李经办", "新的密码2026")
	require.NoError(t, err)
	_, err = s.NewDraft(ctx, "3.5")
	require.NoError(t, err)
	require.NoError(t, u.Sound(ctx, it))
	v, err := u.Verify(ctx)
	require.NoError(t, err)
	require.True(t, v.OK, "%v", v.Broken)
}

func TestTheOwnPasswordIsChangedWithTheOldOne(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	s := u.as("赵管理")
	refused(t, s.ChangePassword(ctx, "不对不对不对不对", "新的密码2026"), data.ErrRefused, "password.old")
	refused(t, s.ChangePassword(ctx, password, "短"), data.ErrInvalid, "password.short")
	require.NoError(t, s.ChangePassword(ctx, password, "新的密码2026"))
	_, err := u.SignIn(ctx, "赵管理", password)
	refused(t, err, data.ErrRefused, "signin.password")
	again, err := u.SignIn(ctx, "赵管理", "新的密码2026")
	require.NoError(t, err)
	_, err = again.AddPerson(ctx, person("新同志", "人事股", data.Clerk))
	require.NoError(t, err, "the unit's key is still there")
}

func TestThereIsAlwaysAnAdministrator(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	only := u.as("赵管理")
	p := only.Person()
	p.Roles = []data.Role{data.Checker}
	refused(t, only.SavePerson(ctx, p), data.ErrRefused, "people.noadmin")

	second := u.as("王审核").Person()
	second.Roles = append(second.Roles, data.Admin)
	require.NoError(t, only.SavePerson(ctx, second))
	require.NoError(t, only.SavePerson(ctx, p))
	_, err := only.AddPerson(ctx, person("新同志", "人事股", data.Clerk))
	refused(t, err, data.ErrRefused, "admin.role")
	_, err = u.as("王审核").AddPerson(ctx, person("新同志", "人事股", data.Clerk))
	require.NoError(t, err, "whoever comes to administer is given the unit's key")
	v, err := u.Verify(ctx)
	require.NoError(t, err)
	require.True(t, v.OK, "%v", v.Broken)
}

func TestOnlyAdministratorsChangeTheUnit(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	before := u.dump()
	clerk := u.as("李经办")
	refused(t, clerk.SaveUnit(ctx, data.Unit{Name: "别的单位"}), data.ErrRefused, "admin.role")
	refused(t, clerk.SaveOffices(ctx, nil), data.ErrRefused, "admin.role")
	refused(t, clerk.SavePerson(ctx, clerk.Person()), data.ErrRefused, "admin.role")
	_, err := clerk.ReviseCatalogue(ctx, desk.Revision{Catalogue: setup().Catalogue})
	refused(t, err, data.ErrRefused, "catalogue.role")
	admin := u.as("赵管理")
	refused(t, admin.SaveOffices(ctx, []data.Office{{ID: "bgs", Name: "办公室"}}), data.ErrRefused, "office.used")
	require.Equal(t, before, u.dump(), "what is refused changes nothing")

	named := setup().Unit
	named.Issuer = "中共云岭县食品药品监督管理局委员会"
	require.NoError(t, admin.SaveUnit(ctx, named))
	require.NoError(t, admin.SaveOffices(ctx, []data.Office{{ID: "bgs", Name: "综合办公室"}, {ID: "rs", Name: "人事股"}, {Name: "财务股"}}))
	offices, err := u.Offices(ctx)
	require.NoError(t, err)
	require.Equal(t, "综合办公室", offices[0].Name)
	require.NotEmpty(t, offices[2].ID)
	v, err := u.Verify(ctx)
	require.NoError(t, err)
	require.True(t, v.OK, "%v", v.Broken)
}

func TestTheCatalogueOfEachDayIsKept(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	next := setup().Catalogue
	next.Entries, next.From = next.Entries[:1], "2026-07-01"
	added, err := u.as("王审核").ReviseCatalogue(ctx, desk.Revision{Catalogue: next})
	require.NoError(t, err)
	require.Equal(t, 2, added.Version)
	now, err := u.Catalogue(ctx, "")
	require.NoError(t, err)
	require.Len(t, now.Entries, 3)
	later, err := u.Catalogue(ctx, "2026-07-01")
	require.NoError(t, err)
	require.Len(t, later.Entries, 1)
	_, err = u.Catalogue(ctx, "2025-01-01")
	refused(t, err, data.ErrNotFound, "catalogue.none")
	next.From = "2026-06-01"
	_, err = u.as("王审核").ReviseCatalogue(ctx, desk.Revision{Catalogue: next})
	refused(t, err, data.ErrInvalid, "catalogue.from")
}

func TestAUnitIsFoundedOnceAndTheCatalogueBeforeNeedsNoSignIn(t *testing.T) {
	c := newUnit(t).clock
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "空单位.db")
	d, err := desk.Create(ctx, path, desk.Setup{Unit: data.Unit{Name: "云岭县某局"}}, options(c))
	require.NoError(t, err)
	defer d.Close()
	founded, err := d.Founded(ctx)
	require.NoError(t, err)
	require.False(t, founded)
	v, err := d.Verify(ctx)
	require.NoError(t, err)
	require.True(t, v.OK)
	_, err = d.ImportCatalogue(ctx, setup().Catalogue)
	require.NoError(t, err)

	refused(t, d.Found(ctx, desk.Setup{People: []desk.Newcomer{person("李经办", "", data.Approver)}}), data.ErrInvalid, "people.noadmin")
	whole := setup()
	whole.Unit, whole.Catalogue = data.Unit{}, data.Catalogue{}
	require.NoError(t, d.Found(ctx, whole))
	refused(t, d.Found(ctx, whole), data.ErrRefused, "found.done")
	_, err = d.ImportCatalogue(ctx, setup().Catalogue)
	refused(t, err, data.ErrRefused, "catalogue.signin")
	v, err = d.Verify(ctx)
	require.NoError(t, err)
	require.True(t, v.OK, "%v", v.Broken)
}

func TestAFailedCreationLeavesNothing(t *testing.T) {
	c := newUnit(t).clock
	folder := t.TempDir()
	bad := setup()
	bad.People[4].Password = "短"
	_, err := desk.Create(context.Background(), filepath.Join(folder, "单位.db"), bad, options(c))
	refused(t, err, data.ErrInvalid, "password.short")
	left, err := os.ReadDir(folder)
	require.NoError(t, err)
	require.Empty(t, left)
}

func TestAnExistingFileIsNotOverwritten(t *testing.T) {
	u := newUnit(t)
	_, err := desk.Create(context.Background(), u.path, setup(), u.opt)
	refused(t, err, data.ErrRefused, "store.exists")
}
