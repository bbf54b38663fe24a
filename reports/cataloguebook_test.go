package reports_test

import (
	"bytes"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/assets"
	"gongkailan/data"
	"gongkailan/data/intake"
	"gongkailan/reports"
)

func catalogueBook(t require.TestingT, c data.Catalogue) []byte {
	var out bytes.Buffer
	require.NoError(t, reports.CatalogueBook(&out, data.Unit{Name: "云岭县食品药品监督管理局"}, c, offices()))
	return out.Bytes()
}

func offices() []data.Office {
	return []data.Office{{ID: "bgs", Name: "办公室"}, {ID: "rs", Name: "组织人事股"}}
}

// sameCatalogue asks that a catalogue comes back with all that it says, when a unit that has another one takes it in.
func sameCatalogue(t require.TestingT, want data.Catalogue, plan intake.Plan) {
	other := want
	other.Categories, other.Entries = slices.Clone(want.Categories), slices.Clone(want.Entries)
	for i := range other.Entries {
		other.Entries[i].OfficeID, other.Entries[i].Mode, other.Entries[i].Decision = "rs", data.LongTerm, data.BySuperior
	}
	for i := range other.Categories {
		other.Categories[i].Short = "别的"
	}
	got, unknown := plan.WithOffices(plan.WithDefaultsOf(plan.Catalogue, other), offices())
	require.Empty(t, unknown)
	require.Equal(t, want.Categories, got.Categories)
	require.Equal(t, want.Entries, got.Entries)
}

func TestTheCatalogueComesBackAsItWent(t *testing.T) {
	c, err := data.ReadCatalogue(assets.DefaultCatalogue())
	require.NoError(t, err)
	c.Entries[0].OfficeID = "bgs"
	plan, err := intake.ReadPlan(catalogueBook(t, c))
	require.NoError(t, err)
	require.Empty(t, plan.Corrections)
	sameCatalogue(t, c, plan)
}

func TestAnyTermsOfACatalogueComeBack(t *testing.T) {
	base, err := data.ReadCatalogue(assets.DefaultCatalogue())
	require.NoError(t, err)
	rapid.Check(t, func(t *rapid.T) {
		c := base
		c.Entries = append([]data.Entry{}, base.Entries...)
		for i := range c.Entries {
			c.Entries[i].Mode = rapid.SampledFrom(data.Modes()).Draw(t, "mode")
			c.Entries[i].Audience = rapid.SampledFrom(data.Audiences()).Draw(t, "audience")
			c.Entries[i].Decision = rapid.SampledFrom(data.Decisions()).Draw(t, "decision")
			c.Entries[i].OfficeID = rapid.SampledFrom([]string{"", "bgs", "rs"}).Draw(t, "office")
		}
		c.Categories = append([]data.Category{}, base.Categories...)
		c.Categories[2].Short = rapid.SampledFrom([]string{"组织", "=组织", "六"}).Draw(t, "short")
		if rapid.Bool().Draw(t, "empty") {
			c.Categories = append(c.Categories, data.Category{Code: "7", Title: "还没有事项的类别", Short: "空"})
		}
		c.Entries[3].Title = rapid.SampledFrom([]string{"=1+1", "+其他", "-1", "@甲", "𬳵䶮·", "_x0041_", "1.10"}).Draw(t, "title")
		plan, err := intake.ReadPlan(catalogueBook(t, c))
		require.NoError(t, err)
		sameCatalogue(t, c, plan)
	})
}

func TestEntriesOutOfOrderAreGatheredByCategory(t *testing.T) {
	c, err := data.ReadCatalogue(assets.DefaultCatalogue())
	require.NoError(t, err)
	want := append([]data.Entry{}, c.Entries...)
	last := len(c.Entries) - 1
	c.Entries[0], c.Entries[last] = c.Entries[last], c.Entries[0]
	plan, err := intake.ReadPlan(catalogueBook(t, c))
	require.NoError(t, err)
	require.Equal(t, want[last].Code, plan.Catalogue.Entries[last].Code)
	require.Len(t, plan.Catalogue.Categories, len(c.Categories))
}

func TestEqualCataloguesGiveEqualBytes(t *testing.T) {
	c, err := data.ReadCatalogue(assets.DefaultCatalogue())
	require.NoError(t, err)
	require.Equal(t, catalogueBook(t, c), catalogueBook(t, c))
}

func TestAnOfficeThatTheUnitDoesNotHaveIsNamed(t *testing.T) {
	c, err := data.ReadCatalogue(assets.DefaultCatalogue())
	require.NoError(t, err)
	c.Entries[0].OfficeID, c.Entries[1].OfficeID = "bgs", "rs"
	plan, err := intake.ReadPlan(catalogueBook(t, c))
	require.NoError(t, err)
	got, unknown := plan.WithOffices(plan.WithDefaultsOf(plan.Catalogue, c), offices()[:1])
	require.Equal(t, []string{"组织人事股"}, unknown)
	require.Equal(t, "rs", got.Entries[1].OfficeID, "what is not known is left as it was")
}

func usualCatalogue(t *testing.T) data.Catalogue {
	t.Helper()
	c, err := data.ReadCatalogue(assets.DefaultCatalogue())
	require.NoError(t, err)
	return c
}
