package data_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/assets"
	"gongkailan/data"
)

func TestEveryReadySetHoldsTogetherAndSharesWithTheDefault(t *testing.T) {
	base := usual(t)
	for _, name := range assets.CatalogueSets() {
		text := assets.CatalogueSet(name)
		set, err := data.ReadCatalogueSet(text, base)
		require.NoError(t, err, name)
		require.NoError(t, set.Check(), name)
		require.Greater(t, len(set.Entries), 20, name)
		for _, k := range set.Categories {
			require.NotEmpty(t, k.Short, name)
			require.LessOrEqual(t, len([]rune(k.Short)), 8, name)
		}
		if name == "default" {
			require.True(t, set.SameList(base), "the default is a set like the others")
			continue
		}
		var written struct {
			Entries []struct{ Code, Of, Title string }
		}
		require.NoError(t, json.Unmarshal(text, &written))
		titles := map[string]string{}
		for _, e := range base.Entries {
			titles[e.Title] = e.Code
		}
		shared := 0
		for _, w := range written.Entries {
			require.Empty(t, titles[w.Title], "%s: %s is written in the default already", name, w.Title)
			if w.Of == "" {
				continue
			}
			shared++
			of, _ := base.Entry(w.Of)
			got, _ := set.Entry(w.Code)
			require.Equal(t, of.Mode, got.Mode, "%s %s", name, w.Code)
			require.Equal(t, of.Decision, got.Decision, "%s %s", name, w.Code)
			if w.Title == "" {
				require.Equal(t, of.Title, got.Title, "%s %s", name, w.Code)
			}
		}
		require.Greater(t, shared, 8, "%s is made from the same data", name)
	}
}

func TestASetThatNamesWhatIsNotThereIsRefused(t *testing.T) {
	for _, text := range []string{"", `{"entries":[{"code":"1.1","of":"9.9"}]}`, `{"entries":[{"code":"1.1","title":"事项"}]}`} {
		_, err := data.ReadCatalogueSet([]byte(text), usual(t))
		require.ErrorIs(t, err, data.ErrInvalid, text)
	}
	require.Nil(t, assets.CatalogueSet("../demo/unit"))
}
