package data_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
)

func catalogue() data.Catalogue {
	return data.Catalogue{
		Categories: []data.Category{{Code: "3", Title: "党的组织建设情况", Short: "组织建设"}},
		Entries: []data.Entry{
			{Code: "3.5", Category: "3", Title: "干部选拔、任用及奖惩情况", Mode: data.Immediate, Audience: data.Society, Decision: data.ByCollective, OfficeID: "rs"},
		},
	}
}

func TestACatalogueSurvivesWritingAndReading(t *testing.T) {
	text, err := json.Marshal(catalogue())
	require.NoError(t, err)
	read, err := data.ReadCatalogue(text)
	require.NoError(t, err)
	require.Equal(t, catalogue(), read)
	_, err = data.ReadCatalogue([]byte("不是目录"))
	require.ErrorIs(t, err, data.ErrInvalid)
}

func TestACatalogueThatDoesNotHoldTogetherIsRefused(t *testing.T) {
	faults := map[string]func(*data.Catalogue){
		"code twice":       func(c *data.Catalogue) { c.Entries = append(c.Entries, c.Entries[0]) },
		"category twice":   func(c *data.Catalogue) { c.Categories = append(c.Categories, c.Categories[0]) },
		"no title":         func(c *data.Catalogue) { c.Entries[0].Title = " " },
		"no category":      func(c *data.Catalogue) { c.Entries[0].Category = "9" },
		"unknown mode":     func(c *data.Catalogue) { c.Entries[0].Mode = "sometimes" },
		"unknown audience": func(c *data.Catalogue) { c.Entries[0].Audience = "all" },
		"unknown decision": func(c *data.Catalogue) { c.Entries[0].Decision = "dice" },
	}
	for name, fault := range faults {
		c := catalogue()
		fault(&c)
		require.ErrorIs(t, c.Check(), data.ErrInvalid, name)
	}
}

func TestAnImportedPlanTakesTheDefaultsOfLikeEntriesOnly(t *testing.T) {
	plan := catalogue()
	plan.Entries[0] = data.Entry{Code: "3.5", Category: "3", Title: "干部选拔任用及奖惩", Mode: data.LongTerm, Audience: data.Party, Decision: data.ByDeputy}
	got, _ := plan.WithDefaultsOf(catalogue()).Entry("3.5")
	require.Equal(t, data.Immediate, got.Mode)
	require.Equal(t, "rs", got.OfficeID)
	require.Equal(t, "干部选拔任用及奖惩", got.Title, "the plan's wording stays")
	plan.Entries[0].Title = "党费收缴、管理、使用"
	got, _ = plan.WithDefaultsOf(catalogue()).Entry("3.5")
	require.Equal(t, data.LongTerm, got.Mode)
}
