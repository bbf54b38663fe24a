package data_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
)

func TestAChannelMustNotReachBeyondTheAudience(t *testing.T) {
	require.True(t, data.Party.Allows(data.Meeting))
	require.False(t, data.Party.Allows(data.LAN), "the local net reaches all staff")
	require.False(t, data.Party.Allows(data.Board), "everyone who walks past reads the board")
	require.True(t, data.Staff.Allows(data.LAN))
	require.False(t, data.Staff.Allows(data.Internet))
	for _, c := range data.Channels() {
		require.True(t, data.Society.Allows(c), c)
	}
}

func TestAWiderAudienceAllowsEveryChannelOfANarrowerOne(t *testing.T) {
	audiences := data.Audiences()
	for i := 1; i < len(audiences); i++ {
		for _, c := range data.Channels() {
			require.True(t, !audiences[i-1].Allows(c) || audiences[i].Allows(c), "%s %s", audiences[i], c)
		}
	}
}

func TestTheDefaultChannelsAreAllowed(t *testing.T) {
	for _, a := range data.Audiences() {
		require.NotEmpty(t, a.DefaultChannels())
		for _, c := range a.DefaultChannels() {
			require.True(t, a.Allows(c), "%s %s", a, c)
		}
	}
}

func TestNoUnknownAudienceOrChannelIsAllowedAnything(t *testing.T) {
	require.False(t, data.Audience("everyone").Allows(data.Meeting))
	require.False(t, data.Society.Allows("telepathy"))
}
