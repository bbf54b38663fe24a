package data

import (
	"slices"
	"time"
)

// LobbyReason is why an item is, or is not, on the lobby's screen now.
type LobbyReason string

const (
	LobbyShown    LobbyReason = "shown"    // and has been since a day
	LobbyBroken   LobbyReason = "broken"   // its seals do not hold: what is broken is not published
	LobbyWithheld LobbyReason = "withheld" // on its way to 不予公开, or there (S17)
	LobbyAudience LobbyReason = "audience" // not for the whole society
	LobbyStage    LobbyReason = "stage"    // a stage before publication is still ahead
	LobbyAhead    LobbyReason = "ahead"    // the day on which it went up is still ahead, by the clock of this machine
	LobbyOver     LobbyReason = "over"     // past its last day
	LobbyDown     LobbyReason = "down"     // withdrawn
	LobbyReplaced LobbyReason = "replaced" // a later version took its place
	LobbyArchived LobbyReason = "archived"
	LobbyTooLarge LobbyReason = "toolarge" // the public file had no room for it, or a picture of it is gone
	LobbyWaiting  LobbyReason = "waiting"  // it may be shown, and the public file that was issued last does not hold it yet
)

// LobbyReasons lists every reason.
func LobbyReasons() []LobbyReason {
	return []LobbyReason{
		LobbyShown, LobbyBroken, LobbyWithheld, LobbyAudience, LobbyStage, LobbyAhead, LobbyOver, LobbyDown, LobbyReplaced,
		LobbyArchived, LobbyTooLarge, LobbyWaiting,
	}
}

// LobbyIssue is what the desk knows of the public file that it issued last.
type LobbyIssue struct {
	Serial  int
	At      time.Time
	Digests []string // of the versions in it
	LeftOut []string // numbers of the items that it names as left out
}

// Holds tells whether exactly this version is in the file.
func (l LobbyIssue) Holds(it Item) bool { return slices.Contains(l.Digests, it.Digest()) }

// LobbyItem is what the desk knows of an item when it is asked why the lobby does, or does not, show it.
type LobbyItem struct {
	Newest Item  // with its steps
	Up     *Item // the version that is up, with its steps, past its last day too; nil where none is
	// Newer is the number of the version that took the place of the newest one that was asked about, 0 for none.
	Newer  int
	Broken *Refusal // why the seals of what is up do not hold; nil where they do
	Last   *LobbyIssue
}

// LobbyState is the answer.
type LobbyState struct {
	Reason   LobbyReason
	Version  int      // which version is meant
	Status   Status   // of that version on the day
	Audience Audience // of that version
	On       Date     // since when it is shown, from when, until when, or when it came down; "" where that says nothing
	Newer    int      // the version that took its place, 0 for none
	Broken   *Refusal // of LobbyBroken
	// Next is the status of a later version that is on its way, "" for none.
	Next Status
	// Held tells that the public file that was issued last holds the version. Where that does not go with the reason, a
	// new file is due: the lobby may still show what is in the old one.
	Held bool
}

// Behind tells that the lobby may still show what it may not: the file that was issued last holds it. What is past its
// last day is not meant, since the lobby takes it off by itself.
func (s LobbyState) Behind() bool {
	return s.Held && s.Reason != LobbyShown && s.Reason != LobbyOver && s.Reason != LobbyAhead
}

// WhyInLobby tells why an item is, or is not, on the lobby's screen on the day. It says of an item with several versions
// what is so of the one that is up, and else of the newest. It agrees with Item.IsPublic and with what the desk leaves
// out of the public file.
func WhyInLobby(known LobbyItem, today Date) LobbyState {
	it := known.Newest
	if known.Up != nil {
		it = *known.Up
	}
	s := LobbyState{Version: it.Version, Status: it.StatusOn(today), Audience: it.Audience, Newer: known.Newer}
	if known.Newest.Version > it.Version {
		s.Next = known.Newest.StatusOn(today)
	}
	s.Held = known.Last != nil && known.Last.Holds(it)
	s.Reason = lobbyReason(known, it, today)
	switch s.Reason {
	case LobbyShown, LobbyAhead, LobbyTooLarge, LobbyWaiting:
		s.On = it.PublishedOn()
	case LobbyOver:
		s.On = it.To
	case LobbyDown:
		s.On = it.withdrawnOn()
	case LobbyBroken:
		s.Broken = known.Broken
	}
	return s
}

// lobbyReason asks in the order in which an answer ends the question: a broken seal leaves nothing else to trust, what is
// withheld is shown to nobody, and what is not for everybody is never in the lobby, wherever it stands.
func lobbyReason(known LobbyItem, it Item, today Date) LobbyReason {
	status := it.StatusOn(today)
	switch {
	case known.Broken != nil:
		return LobbyBroken
	case slices.Contains([]Status{Withholding, WithheldWait, WithheldTell, Withheld}, status):
		return LobbyWithheld
	case it.Audience != Society:
		return LobbyAudience
	}
	switch status {
	case Expired:
		return LobbyOver
	case Withdrawn:
		return LobbyDown
	case Replaced:
		return LobbyReplaced
	case Archived:
		return LobbyArchived
	case Published:
		return lobbyUp(known.Last, it, today)
	default:
		return LobbyStage
	}
}

// lobbyUp is of an item that is up, for everybody, whose seals hold.
func lobbyUp(last *LobbyIssue, it Item, today Date) LobbyReason {
	switch {
	case !it.IsPublic(today):
		return LobbyAhead
	case last != nil && slices.Contains(last.LeftOut, it.Number):
		return LobbyTooLarge
	case last == nil || !last.Holds(it):
		return LobbyWaiting
	default:
		return LobbyShown
	}
}
