package reports_test

import (
	"bytes"
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
	offices := []data.Office{{ID: "bgs", Name: "办公室"}}
	require.NoError(t, reports.CatalogueBook(&out, data.Unit{Name: "云岭县食品药品监督管理局"}, c, offices))
	return out.Bytes()
}

// sameCatalogue asks that a catalogue came back with all that the workbook shows of it.
func sameCatalogue(t require.TestingT, want, got data.Catalogue) {
	require.Len(t, got.Categories, len(want.Categories))
	for i, k := range want.Categories {
		require.Equal(t, k.Code, got.Categories[i].Code)
		require.Equal(t, k.Title, got.Categories[i].Title)
	}
	require.Len(t, got.Entries, len(want.Entries))
	for i, e := range want.Entries {
		e.OfficeID = ""
		require.Equal(t, e, got.Entries[i])
	}
}

func TestTheCatalogueComesBackAsItWent(t *testing.T) {
	c, err := data.ReadCatalogue(assets.DefaultCatalogue())
	require.NoError(t, err)
	c.Entries[0].OfficeID = "bgs"
	plan, err := intake.ReadPlan(catalogueBook(t, c))
	require.NoError(t, err)
	require.Empty(t, plan.Corrections)
	sameCatalogue(t, c, plan.Catalogue)
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
		}
		c.Entries[3].Title = rapid.SampledFrom([]string{"=1+1", "+其他", "-1", "@甲", "𬳵䶮·", "_x0041_", "1.10"}).Draw(t, "title")
		plan, err := intake.ReadPlan(catalogueBook(t, c))
		require.NoError(t, err)
		sameCatalogue(t, c, plan.Catalogue)
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
