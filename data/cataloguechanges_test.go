package data_test

import (
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/assets"
	"gongkailan/data"
)

func usual(t require.TestingT) data.Catalogue {
	c, err := data.ReadCatalogue(assets.DefaultCatalogue())
	require.NoError(t, err)
	return c
}

// edited makes random lawful changes in a catalogue.
func edited(t *rapid.T, c data.Catalogue) data.Catalogue {
	for range rapid.IntRange(0, 12).Draw(t, "edits") {
		var err error
		switch rapid.IntRange(0, 4).Draw(t, "edit") {
		case 0:
			k := rapid.SampledFrom(c.Categories).Draw(t, "category").Code
			c, err = c.Put(data.Entry{
				Code: c.NextEntryCode(k), Category: k, Title: "新事项" + strconv.Itoa(rapid.IntRange(0, 99).Draw(t, "title")),
				Mode: rapid.SampledFrom(data.Modes()).Draw(t, "mode"), Audience: data.Party, Decision: data.ByDeputy,
			})
		case 1:
			e := rapid.SampledFrom(c.Entries).Draw(t, "entry")
			e.Mode = rapid.SampledFrom(data.Modes()).Draw(t, "mode")
			e.Title += "等"
			c, err = c.Put(e)
		case 2:
			if len(c.Entries) > 1 {
				before := c
				c = c.Without(rapid.SampledFrom(c.Entries).Draw(t, "entry").Code).After([]data.Catalogue{{Entries: before.Retired}, before})
			}
		case 3:
			c, err = c.PutCategory(data.Category{Code: c.NextCategoryCode(), Title: "新类别"})
		case 4:
			k := rapid.SampledFrom(c.Categories).Draw(t, "category")
			k.Title += "情况"
			c, err = c.PutCategory(k)
		}
		require.NoError(t, err)
	}
	return c
}

// sorted gives a catalogue in the order of its codes.
func sorted(c data.Catalogue) data.Catalogue {
	return data.Catalogue{
		Categories: slices.SortedFunc(slices.Values(c.Categories), func(a, b data.Category) int { return data.CompareCodes(a.Code, b.Code) }),
		Entries:    slices.SortedFunc(slices.Values(c.Entries), func(a, b data.Entry) int { return data.CompareCodes(a.Code, b.Code) }),
	}
}

func TestEditsKeepCodesUniqueAndNeverUseARetiredOneAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := edited(t, usual(t))
		require.NoError(t, c.Check())
		retired := map[string]bool{}
		for _, e := range c.Retired {
			_, there := c.Entry(e.Code)
			require.False(t, there, e.Code)
			retired[e.Code] = true
		}
		for _, k := range c.Categories {
			require.False(t, retired[c.NextEntryCode(k.Code)])
		}
	})
}

func TestTheChangesOfAVersionMakeItFromTheOneBefore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := edited(t, usual(t))
		after := edited(t, before)
		changes := after.ChangesFrom(before)
		made, err := changes.ApplyTo(before)
		require.NoError(t, err)
		require.Equal(t, sorted(after), sorted(made))
		require.Zero(t, made.ChangesFrom(after).Count())
		require.Equal(t, changes.Count() == 0, sorted(before).SameList(sorted(after)))
	})
}

func TestChangesOfDifferentEntriesMeetAndOfTheSameOneDoNot(t *testing.T) {
	base := usual(t)
	change := func(code string, mode data.Mode) data.Catalogue {
		e, _ := base.Entry(code)
		e.Mode = mode
		c, err := base.Put(e)
		require.NoError(t, err)
		return c
	}
	mine, theirs := change("1.1", data.Staged), change("1.2", data.LongTerm)
	both, err := mine.ChangesFrom(base).ApplyTo(theirs)
	require.NoError(t, err)
	first, _ := both.Entry("1.1")
	second, _ := both.Entry("1.2")
	require.Equal(t, []data.Mode{data.Staged, data.LongTerm}, []data.Mode{first.Mode, second.Mode})
	_, err = mine.ChangesFrom(base).ApplyTo(change("1.1", data.Immediate))
	require.ErrorIs(t, err, data.ErrRefused)
	_, err = base.Without("1.1").ChangesFrom(base).ApplyTo(change("1.1", data.Immediate))
	require.ErrorIs(t, err, data.ErrRefused, "what somebody has just changed is not retired unseen")
}

func TestWhatIsWrongWithAnEntryIsNamed(t *testing.T) {
	c := usual(t).Without("3.7").After([]data.Catalogue{usual(t)})
	entry := func(change func(*data.Entry)) data.Entry {
		e := data.Entry{Code: "3.8", Category: "3", Title: "新事项", Mode: data.LongTerm, Audience: data.Party, Decision: data.ByDeputy}
		change(&e)
		return e
	}
	for code, e := range map[string]data.Entry{
		"catalogue.title":  entry(func(e *data.Entry) { e.Title = " " }),
		"catalogue.code":   entry(func(e *data.Entry) { e.Code = "4.8" }),
		"catalogue.reused": entry(func(e *data.Entry) { e.Code = "3.7" }),
		"catalogue.entry":  entry(func(e *data.Entry) { e.Mode = "" }),
		"name.control":     entry(func(e *data.Entry) { e.Title = "一\n二" }),
	} {
		_, err := c.Put(e)
		var refusal *data.Refusal
		require.ErrorAs(t, err, &refusal, code)
		require.Equal(t, code, refusal.Code)
	}
	back, err := c.Put(entry(func(e *data.Entry) { e.Code, e.Title = "3.7", "发展党员、评优评先情况" }))
	require.NoError(t, err, "a retired entry may come back as itself")
	require.Equal(t, "3.7", back.Entries[slices.IndexFunc(back.Entries, func(e data.Entry) bool { return e.Code == "4.1" })-1].Code, "in its place")
	for _, code := range []string{"", "3.", "3..1", "3.x y", "3.8"} {
		_, err := c.Put(entry(func(e *data.Entry) { e.Code = code }))
		require.Equal(t, code != "3.8", err != nil, code)
	}
}

func TestACategoryWithEntriesStays(t *testing.T) {
	c, err := usual(t).PutCategory(data.Category{Code: "7", Title: "一个很长很长的类别名称"})
	require.NoError(t, err)
	k, _ := c.Category("7")
	require.Equal(t, "一个很长很长的类", k.Short)
	_, err = c.WithoutCategory("3")
	require.ErrorIs(t, err, data.ErrRefused)
	c, err = c.WithoutCategory("7")
	require.NoError(t, err)
	require.True(t, c.SameList(usual(t)))
	for _, bad := range []data.Category{{Code: "7"}, {Code: "7.1", Title: "类"}, {Code: "7", Title: "类", Short: "九个字的类别简称呀"}} {
		_, err := usual(t).PutCategory(bad)
		require.ErrorIs(t, err, data.ErrInvalid)
	}
}

func TestARetiredEntryStillTellsWhatItsItemsAreAbout(t *testing.T) {
	now := usual(t).Without("3.5").After([]data.Catalogue{usual(t)})
	_, there := now.Entry("3.5")
	require.False(t, there)
	e, known := now.Known("3.5")
	require.True(t, known)
	require.Contains(t, e.Title, "干部选拔")
	require.Equal(t, "3", now.CategoryOf("3.5").Code)
	require.Equal(t, data.OutsideCatalogue(), now.CategoryOf("9.9"))
}

func TestCodesAreOrderedAsPeopleCount(t *testing.T) {
	codes := []string{"10", "1.10", "2", "1.9", "1", "1.2", "A.1"}
	slices.SortFunc(codes, data.CompareCodes)
	require.Equal(t, []string{"1", "1.2", "1.9", "1.10", "2", "10", "A.1"}, codes)
}

func TestAPlanIsLaidBesideTheCatalogue(t *testing.T) {
	current := usual(t)
	wanted := current.Without("2.2").Without("6")
	wanted.Categories = wanted.Categories[:5]
	wanted.Entries[0].Title = "改过的标题"
	wanted, err := wanted.Put(data.Entry{Code: "1.5", Category: "1", Title: "新事项", Mode: data.Staged, Audience: data.Party, Decision: data.ByDeputy})
	require.NoError(t, err)
	by := map[data.EntryStanding][]string{}
	rows := wanted.ComparedWith(current)
	for _, r := range rows {
		by[r.Standing] = append(by[r.Standing], r.Entry.Code)
	}
	require.Equal(t, []string{"1.5"}, by[data.StandsNew])
	require.Equal(t, []string{"1.1"}, by[data.StandsChanged])
	require.Equal(t, []string{"2.2", "6"}, by[data.StandsMissing])
	require.Len(t, by[data.StandsSame], 21)
	require.Equal(t, "2.2", rows[6].Entry.Code, "in its place by code")

	chosen := wanted.Choosing(map[string]bool{"1.5": true}, map[string]bool{"6": true}, current)
	require.NoError(t, chosen.Check())
	_, out := chosen.Entry("1.5")
	_, kept := chosen.Entry("6")
	_, gone := chosen.Entry("2.2")
	require.Equal(t, []bool{false, true, false}, []bool{out, kept, gone})
}
