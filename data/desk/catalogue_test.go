package desk_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/desk"
)

// change gives the newest catalogue with another mode for an entry, as a revision of it.
func (u unit) change(code string, mode data.Mode) desk.Revision {
	c, err := u.Catalogue(context.Background(), "")
	require.NoError(u.t, err)
	e, ok := c.Entry(code)
	require.True(u.t, ok)
	e.Mode = mode
	base := c.Version
	c, err = c.Put(e)
	require.NoError(u.t, err)
	c.From = ""
	return desk.Revision{Catalogue: c, Base: base}
}

func TestWhatTwoKeepersChangeMeetsUnlessItIsTheSameEntry(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	mine, theirs, clash := u.change("3.1", data.Staged), u.change("3.5", data.LongTerm), u.change("3.1", data.Periodic)
	_, err := u.as("王审核").ReviseCatalogue(ctx, mine)
	require.NoError(t, err)
	before := u.dump()
	_, err = u.as("赵管理").ReviseCatalogue(ctx, clash)
	refused(t, err, data.ErrRefused, "catalogue.changed")
	require.Equal(t, before, u.dump())
	c, err := u.as("赵管理").ReviseCatalogue(ctx, theirs)
	require.NoError(t, err)
	first, _ := c.Entry("3.1")
	second, _ := c.Entry("3.5")
	require.Equal(t, []data.Mode{data.Staged, data.LongTerm}, []data.Mode{first.Mode, second.Mode})
	require.Equal(t, 3, c.Version)
	_, err = u.as("赵管理").ReviseCatalogue(ctx, desk.Revision{Catalogue: c, Base: 3})
	refused(t, err, data.ErrInvalid, "catalogue.nochange")
}

func TestARetiredEntryNeedsAReasonAndIsOutFromItsDayOn(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	it := u.publish(u.draft("李经办", "3.5"))
	c, err := u.Catalogue(ctx, "")
	require.NoError(t, err)
	wanted := c.Without("3.5")
	wanted.From = u.Today().AddDays(10)
	revision := desk.Revision{Catalogue: wanted, Base: c.Version}
	_, err = u.as("王审核").ReviseCatalogue(ctx, revision)
	refused(t, err, data.ErrInvalid, "catalogue.reason")
	revision.Reasons = []data.Retirement{{Code: "3.5", Reason: "并入3.1"}}
	_, err = u.as("王审核").ReviseCatalogue(ctx, revision)
	require.NoError(t, err)

	for day, there := range map[data.Date]bool{u.Today(): true, wanted.From.AddDays(-1): true, wanted.From: false} {
		on, err := u.Catalogue(ctx, day)
		require.NoError(t, err)
		_, has := on.Entry("3.5")
		require.Equal(t, there, has, day)
		require.Equal(t, "3", on.CategoryOf("3.5").Code, "its items hang where they hung")
	}
	editions, err := u.Editions(ctx)
	require.NoError(t, err)
	require.Len(t, editions, 2)
	require.Equal(t, "王审核", editions[1].By)
	require.Equal(t, revision.Reasons, editions[1].Reasons)
	require.Equal(t, "3.5", editions[1].Changes.Retired[0].Code)
	require.Equal(t, u.Today(), data.DateOf(editions[1].At))
	up, err := u.Up(ctx)
	require.NoError(t, err)
	require.Equal(t, it.Number, up["3.5"][0].Number)
	require.Equal(t, u.Today(), up["3.5"][0].PublishedOn(), "with its steps, by which its duties are told")
	v, err := u.Verify(ctx)
	require.NoError(t, err)
	require.True(t, v.OK, "%v", v.Broken)
}

func TestNoVersionTakesEffectOnADayThatHasPassed(t *testing.T) {
	u := newUnit(t)
	r := u.change("3.1", data.Staged)
	r.Catalogue.From = u.Today().AddDays(-1)
	_, err := u.as("赵管理").ReviseCatalogue(context.Background(), r)
	refused(t, err, data.ErrInvalid, "catalogue.past")
}

func TestBeforeTheUnitIsFoundedACatalogueTakesThePlaceOfTheOneBefore(t *testing.T) {
	u := unfounded(t)
	ctx := context.Background()
	for range 2 {
		c, err := u.ImportCatalogue(ctx, setup().Catalogue)
		require.NoError(t, err)
		require.Equal(t, 1, c.Version)
	}
	whole := setup()
	whole.Unit, whole.Catalogue.Entries = data.Unit{}, whole.Catalogue.Entries[:2]
	require.NoError(t, u.Found(ctx, whole))
	editions, err := u.Editions(ctx)
	require.NoError(t, err)
	require.Len(t, editions, 1)
	require.Len(t, editions[0].Entries, 2)
}

func TestUnsavedChangesOfTheCatalogueAreKeptForWhoMadeThem(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	refused(t, u.as("李经办").KeepCatalogueDraft(ctx, u.change("3.1", data.Staged)), data.ErrRefused, "catalogue.role")
	keeper := u.as("王审核")
	_, there, err := keeper.CatalogueDraft(ctx)
	require.NoError(t, err)
	require.False(t, there)
	kept := u.change("3.1", data.Staged)
	kept.Reasons = []data.Retirement{{Code: "3.5", Reason: "并入3.1"}}
	for range 2 {
		require.NoError(t, keeper.KeepCatalogueDraft(ctx, kept))
	}
	got, there, err := u.as("王审核").CatalogueDraft(ctx)
	require.NoError(t, err)
	require.True(t, there)
	require.Equal(t, kept.Base, got.Base)
	require.Equal(t, kept.Reasons, got.Reasons)
	require.True(t, kept.Catalogue.SameList(got.Catalogue))
	_, there, err = u.as("赵管理").CatalogueDraft(ctx)
	require.NoError(t, err)
	require.False(t, there, "it is nobody else's")
	require.NoError(t, keeper.KeepCatalogueDraft(ctx, desk.Revision{}))
	_, there, err = keeper.CatalogueDraft(ctx)
	require.NoError(t, err)
	require.False(t, there)
	v, err := u.Verify(ctx)
	require.NoError(t, err)
	require.True(t, v.OK, "%v", v.Broken)
}
