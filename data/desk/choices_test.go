package desk_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAListIsNarrowedByWhatTheRecordsHave(t *testing.T) {
	u := newUnit(t)
	c, err := u.Choices(context.Background())
	require.NoError(t, err)
	require.Empty(t, c.Years)
	it := u.draft("李经办", "3.5")
	c, err = u.Choices(context.Background())
	require.NoError(t, err)
	require.Equal(t, []int{it.IssueDate.Year()}, c.Years)
	offices, err := u.Offices(context.Background())
	require.NoError(t, err)
	require.Equal(t, offices, c.Offices)
	catalogue, err := u.Catalogue(context.Background(), "")
	require.NoError(t, err)
	require.Equal(t, catalogue.Categories, c.Categories)
}
