package data_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
)

const lobbyToday = data.Date("2026-03-05")

// upOn is an item with the steps that its status needs, that went up on the day.
func upOn(status data.Status, audience data.Audience, day, to data.Date) data.Item {
	it := data.Item{ID: "1", Number: "2026-0001", Version: 1, Status: status}
	it.Audience, it.From, it.To, it.Title = audience, day, to, "公告"
	if status == data.Published || status == data.Withdrawn || status == data.Archived || status == data.Replaced {
		it.Steps = []data.Step{{Act: data.ActPublish, At: day.Time().Add(2 * time.Hour)}}
	}
	if status == data.Withdrawn {
		it.Steps = append(it.Steps, data.Step{Act: data.ActWithdraw, At: lobbyToday.Time().Add(3 * time.Hour)})
	}
	return it
}

func issueWith(items ...data.Item) *data.LobbyIssue {
	last := &data.LobbyIssue{Serial: 7, At: lobbyToday.Time()}
	for _, it := range items {
		last.Digests = append(last.Digests, it.Digest())
	}
	return last
}

// Every status, every audience and every period: the desk's answer is 在 exactly where the item is public, and names the
// stage, the audience or the day else.
func TestTheReasonFollowsStatusAudienceAndPeriod(t *testing.T) {
	type period struct{ up, to data.Date }
	periods := map[string]period{
		"running": {"2026-03-01", "2026-03-31"}, "last day": {"2026-03-01", lobbyToday}, "without an end": {"2026-03-01", ""},
		"over": {"2026-03-01", "2026-03-04"}, "ahead": {"2026-03-06", "2026-03-31"},
	}
	stages := map[data.Status]data.LobbyReason{
		data.Draft: data.LobbyStage, data.ToCheck: data.LobbyStage, data.ToApprove: data.LobbyStage, data.ToDecide: data.LobbyStage,
		data.ToSuperior: data.LobbyStage, data.Approved: data.LobbyStage, data.Returned: data.LobbyStage, data.Withdrawn: data.LobbyDown,
		data.Replaced: data.LobbyReplaced, data.Archived: data.LobbyArchived, data.Withholding: data.LobbyWithheld,
		data.WithheldWait: data.LobbyWithheld, data.WithheldTell: data.LobbyWithheld, data.Withheld: data.LobbyWithheld,
		data.Expired: data.LobbyOver,
	}
	published := map[string]data.LobbyReason{
		"running": data.LobbyShown, "last day": data.LobbyShown, "without an end": data.LobbyShown, "over": data.LobbyOver,
		"ahead": data.LobbyAhead,
	}
	for _, status := range data.Statuses() {
		for _, audience := range data.Audiences() {
			for name, p := range periods {
				it := upOn(status, audience, p.up, p.to)
				s := data.WhyInLobby(data.LobbyItem{Newest: it, Last: issueWith(it)}, lobbyToday)
				wanted, known := stages[status]
				if !known {
					wanted = published[name]
				}
				if audience != data.Society && wanted != data.LobbyWithheld {
					wanted = data.LobbyAudience
				}
				require.Equal(t, wanted, s.Reason, "%s for %s, %s", status, audience, name)
				require.Equal(t, it.IsPublic(lobbyToday), s.Reason == data.LobbyShown, "%s for %s, %s", status, audience, name)
				require.Equal(t, it.StatusOn(lobbyToday), s.Status)
				require.Contains(t, data.LobbyReasons(), s.Reason)
			}
		}
	}
}

func TestTheReasonNamesItsDay(t *testing.T) {
	shown := upOn(data.Published, data.Society, "2026-03-02", "2026-03-31")
	over := upOn(data.Published, data.Society, "2026-03-02", "2026-03-04")
	down := upOn(data.Withdrawn, data.Society, "2026-03-02", "2026-03-31")
	for _, c := range []struct {
		it data.Item
		on data.Date
	}{{shown, "2026-03-02"}, {over, "2026-03-04"}, {down, lobbyToday}, {upOn(data.Draft, data.Society, "2026-03-02", ""), ""}} {
		require.Equal(t, c.on, data.WhyInLobby(data.LobbyItem{Newest: c.it, Last: issueWith(c.it)}, lobbyToday).On)
	}
}

func TestABrokenSealIsTheReasonBeforeAnyOther(t *testing.T) {
	why := data.Refuse(data.ErrBroken, "item.changed", "2026-0001")
	for _, status := range data.Statuses() {
		s := data.WhyInLobby(data.LobbyItem{Newest: upOn(status, data.Party, "2026-03-02", ""), Broken: why}, lobbyToday)
		require.Equal(t, data.LobbyBroken, s.Reason)
		require.Equal(t, why, s.Broken)
	}
}

func TestWhatIsUpIsShownOnlyOnceTheFileHoldsIt(t *testing.T) {
	it := upOn(data.Published, data.Society, "2026-03-02", "")
	changed := it
	changed.Title = "另一份公告"
	large := issueWith()
	large.LeftOut = []string{it.Number}
	for reason, last := range map[data.LobbyReason][]*data.LobbyIssue{
		data.LobbyWaiting: {nil, issueWith(), issueWith(changed)}, data.LobbyTooLarge: {large}, data.LobbyShown: {issueWith(changed, it)},
	} {
		for _, l := range last {
			s := data.WhyInLobby(data.LobbyItem{Newest: it, Last: l}, lobbyToday)
			require.Equal(t, reason, s.Reason)
			require.Equal(t, reason == data.LobbyShown, s.Held)
			require.False(t, s.Behind())
		}
	}
}

func TestWhatIsUpCountsWhileANewVersionIsOnItsWay(t *testing.T) {
	up, next := upOn(data.Published, data.Society, "2026-03-02", ""), upOn(data.ToApprove, data.Party, "2026-03-02", "")
	next.Version = 2
	s := data.WhyInLobby(data.LobbyItem{Newest: next, Up: &up, Last: issueWith(up)}, lobbyToday)
	require.Equal(t, data.LobbyShown, s.Reason)
	require.Equal(t, 1, s.Version)
	require.Equal(t, data.ToApprove, s.Next)
}

func TestAFileThatStillHoldsWhatCameDownIsBehind(t *testing.T) {
	for status, behind := range map[data.Status]bool{
		data.Withdrawn: true, data.Replaced: true, data.Archived: true, data.Expired: false, data.Published: false,
	} {
		it := upOn(status, data.Society, "2026-03-02", "")
		require.Equal(t, behind, data.WhyInLobby(data.LobbyItem{Newest: it, Newer: 2, Last: issueWith(it)}, lobbyToday).Behind(), status)
		require.False(t, data.WhyInLobby(data.LobbyItem{Newest: it, Last: issueWith()}, lobbyToday).Behind(), status)
	}
}
