package desk_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
)

// online gives the numbers of what the folder may hold, and the codes of what is left out.
func (u unit) online(channel data.Channel) (numbers, left []string) {
	shown, out, err := u.Online(context.Background(), channel)
	require.NoError(u.t, err)
	for _, it := range shown {
		numbers = append(numbers, it.Number)
	}
	for _, l := range out {
		left = append(left, l.Number+" "+l.Why.Code)
	}
	return numbers, left
}

// publishedFor publishes an item for the audience over the channels.
func (u unit) publishedFor(audience data.Audience, channels ...data.Channel) data.Item {
	it := u.draft("李经办", "3.1")
	it.Audience, it.Channels = audience, channels
	return u.publish(u.must(u.as("李经办").SaveDraft(context.Background(), it)))
}

func TestAFolderHoldsWhatIsForThoseWhoReadThere(t *testing.T) {
	u := newUnit(t)
	everywhere := u.publishedFor(data.Society, data.Board, data.LAN, data.Internet)
	inside := u.publishedFor(data.Society, data.Board, data.LAN)
	staff := u.publishedFor(data.Staff, data.Meeting, data.LAN)
	u.publishedFor(data.Party, data.Meeting)
	u.publishedFor(data.Society, data.Board)
	u.approve(u.draft("李经办", "3.1"))
	numbers, left := u.online(data.Internet)
	require.Equal(t, []string{everywhere.Number}, numbers)
	require.Empty(t, left)
	numbers, left = u.online(data.LAN)
	require.Equal(t, []string{everywhere.Number, inside.Number, staff.Number}, numbers)
	require.Empty(t, left)

	u.must(u.as("李经办").Withdraw(context.Background(), staff, data.Statement{Note: "内容有误"}))
	numbers, _ = u.online(data.LAN)
	require.Equal(t, []string{everywhere.Number, inside.Number}, numbers)
}

func TestWhatWasWidenedByHandIsNotOnlineAndNamed(t *testing.T) {
	u := newUnit(t)
	member := u.publishedFor(data.Party, data.Meeting)
	u.tamper(`update items set audience = 'society', channels = '["internet","lan"]' where number = '` + member.Number + "'")
	for _, channel := range []data.Channel{data.LAN, data.Internet} {
		numbers, left := u.online(channel)
		require.Empty(t, numbers)
		require.Equal(t, []string{member.Number + " item.changed"}, left)
	}
}
