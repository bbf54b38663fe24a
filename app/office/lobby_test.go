package office

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
	"github.com/stretchr/testify/require"

	"gongkailan/app/office/cases"
	"gongkailan/app/office/screen"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/outbox"
	"gongkailan/data/seal"
)

// sends has a visitor send something at the lobby's screen, into the folder that the person picks at the desk.
func (h *hand) sends(m data.Message) {
	h.t.Helper()
	keys, err := h.desk.OfficeKeys(h.t.Context())
	require.NoError(h.t, err)
	require.NoError(h.t, outbox.Prepare(h.files.folder))
	m.SentOn = h.desk.Today()
	require.NoError(h.t, outbox.Write(h.files.folder, m, keys, outbox.Options{}))
}

// visitor is what a visitor writes, found again by the receipt.
func visitor(kind data.MessageKind) data.Message {
	return data.Message{
		Kind: kind, Text: data.OpinionText{Text: complaint, Name: sender, Contact: "信箱12号"},
		Receipt: data.Receipt{ID: strings.Repeat("0a", 32), Key: make([]byte, 32)},
	}
}

func TestWhatVisitorsSentIsFetchedAtTheDeskAndNothingOfItIsTold(t *testing.T) {
	h := newHand(t)
	h.found()
	w := h.words
	h.files.folder = filepath.Join(t.TempDir(), "U盘", "outbox")
	h.sends(visitor(data.MessageTopic))
	foreign := strings.Repeat("0", 32) + outbox.Ending
	require.NoError(t, os.WriteFile(filepath.Join(h.files.folder, foreign), []byte("x"), 0o600))
	h.press(w.T("area.cases"))
	require.NotContains(t, h.buttons(), w.T("cases.fetch"), "a clerk opens nothing that comes in")

	h.switchTo("梁敏")
	h.office.opt.Prefs = memory{}
	h.press(w.T("area.cases"))
	h.press(w.T("cases.fetch"))
	h.press(w.T("cases.fetch.do"))
	require.Equal(t, w.T("refuse.postbag.choose"), h.office.notices.Last())
	h.press(w.T("settings.backup.choose"))
	h.press(w.T("cases.fetch.do"))
	h.see(w.T("cases.fetch.got", 1, 0, 0, 1))
	h.see(foreign)
	h.nowhere()
	require.Equal(t, 1, h.issued, "the public file tells by receipt how it stands")
	h.office.Go(screen.Route{Area: screen.Cases})
	h.press(w.T("cases.fetch"))
	require.Equal(t, h.files.folder, h.entryWith(w.T("cases.fetch.hint")).Text, "the folder is remembered")
	h.press(w.T("cases.fetch.do"))
	h.see(w.T("cases.fetch.got", 0, 0, 0, 1))

	h.press(w.T("area.cases"))
	h.see(w.T("message.kind.topic"))
	h.nowhere()
	h.pick(w.T("cases.kinds"), w.T("message.kind.question"))
	h.see(w.T("cases.nomatch"))
	h.pick(w.T("message.kind.question"), w.T("message.kind.topic"))
	list, err := h.desk.Opinions(t.Context(), desk.OpinionFilter{Kind: data.MessageTopic})
	require.NoError(t, err)
	h.press(list[0].Number)
	h.see(complaint)
	h.see(w.T("cases.receipt.given"))
	h.choose("梁敏")
	h.press(w.T("cases.do.assign"))
	h.write("cases.hint.handle", "已核实")
	h.press(w.T("cases.do.handle"))
	h.see(w.T("cases.receipt.answer"))
	h.write("cases.hint.answer", "已公开")
	h.press(w.T("cases.do.answer"))
	require.Equal(t, 4, h.issued, "with each act")
	replies, err := h.desk.Replies(t.Context())
	require.NoError(t, err)
	require.Equal(t, data.OpinionAnswered, replies[0].State)
}

func TestWhoComesToTheCounterIsToldACodeThatIsShownOnce(t *testing.T) {
	h := newHand(t)
	h.found()
	w := h.words
	h.press(w.T("area.cases"))
	h.press(w.T("cases.register"))
	h.pick(w.T("message.kind.opinion"), w.T("message.kind.application"))
	h.pick(w.T("opinion.way.box"), w.T("opinion.way.visit")) // ticks the code
	h.write("cases.text.hint", complaint)
	h.press(w.T("cases.register.do"))
	h.see(w.T("cases.receipt.tell"))
	h.nowhere()
	code := ""
	for _, o := range h.seen() {
		if text, ok := o.(*canvas.Text); ok {
			if read, err := data.ParseReceiptCode(text.Text); err == nil {
				code = read
			}
		}
	}
	require.NotEmpty(t, code)
	fingerprint, err := h.desk.Fingerprint(t.Context())
	require.NoError(t, err)
	replies, err := h.desk.Replies(t.Context())
	require.NoError(t, err)
	require.Len(t, replies, 1)
	require.Equal(t, seal.ReceiptOf(code, fingerprint, seal.ReceiptCost()).ID, replies[0].ID)
	require.Equal(t, data.MessageApplication, replies[0].Kind)

	page := h.office.screen
	h.press(w.T("area.today"))
	require.Equal(t, w.T("office.unsaved", w.T("refuse.opinion.untold")), h.office.notices.Last())
	h.press(w.T("cases.receipt.told"))
	require.Equal(t, screen.Cases, h.office.route.Area)
	require.NotEmpty(t, h.office.route.Number)
	h.missing(data.ShownReceipt(code))
	require.NotContains(t, allTexts(page.Object()), data.ShownReceipt(code), "the page itself is wiped")
}

// rounded sets a round of appraisal up on the screen and gives it.
func (h *hand) rounded() data.Round {
	h.t.Helper()
	w := h.words
	h.office.Go(screen.Route{Area: screen.Settings, Section: "lobby/new"})
	h.fill(w.T("settings.round.title"), "2026年上半年党务公开工作评议")
	h.fill(w.T("settings.round.from"), "2026-03-01")
	h.fill(w.T("settings.round.to"), "2026-03-31")
	h.write("settings.round.hint", "公开的内容全面吗？\n\n 公开及时吗？ ")
	h.press(w.T("settings.save"))
	settings, err := h.desk.Settings(h.t.Context())
	require.NoError(h.t, err)
	require.Len(h.t, settings.Rounds, 1, h.office.notices.Last())
	return settings.Rounds[0]
}

func TestAnAppraisalIsSetUpAnsweredAndItsResultDrafted(t *testing.T) {
	h := newHand(t)
	h.found()
	w := h.words
	h.files.folder = filepath.Join(t.TempDir(), "outbox")
	h.switchTo("梁敏")
	round := h.rounded()
	require.Equal(t, []string{"公开的内容全面吗？", "公开及时吗？"}, round.Questions)
	require.Equal(t, 1, h.issued)
	for _, votes := range [][]data.Vote{{data.Satisfied, ""}, {data.Satisfied, data.Unsatisfied}} {
		h.sends(data.Message{Kind: data.MessageBallot, RoundID: round.ID, Votes: votes})
	}
	h.office.Go(screen.Route{Area: screen.Cases, Section: cases.FetchSection})
	h.press(w.T("settings.backup.choose"))
	h.press(w.T("cases.fetch.do"))
	h.see(w.T("cases.fetch.got", 0, 2, 0, 0))
	h.press(w.T("area.cases"))
	h.press(w.T("cases.rounds"))
	h.see(w.T("cases.rounds.ballots", 2))
	h.see(w.T("cases.rounds.share", 2, 100))
	h.see(w.T("cases.rounds.share", 1, 50))
	require.NotContains(t, h.buttons(), w.T("cases.rounds.draft"), "a checker begins no item")

	h.office.Go(screen.Route{Area: screen.Settings, Section: "lobby"})
	h.press(w.T("wizard.remove"))
	require.Equal(t, w.T("refuse.round.ballots", round.Title), h.office.notices.Last())

	h.switchTo("陈静")
	h.office.Go(screen.Route{Area: screen.Cases, Section: cases.RoundsSection})
	h.press(w.T("cases.rounds.draft"))
	require.Equal(t, screen.Items, h.office.route.Area, h.office.notices.Last())
	it := h.item(h.office.route.Number)
	require.Equal(t, "appraisal", it.Form.Template)
	require.Contains(t, it.Title, "2026年上半年党务公开工作")
	for _, counted := range []string{"公开的内容全面吗？", "有效票2张", "100.0%", "50.0%"} {
		require.Contains(t, it.Body, counted)
	}
	v, err := h.desk.Verify(t.Context())
	require.NoError(t, err)
	require.True(t, v.OK, "%v", v.Broken)
}

func TestWhatTheLobbyOffersIsSetAndOnlyByThoseWhoMay(t *testing.T) {
	h := newHand(t)
	h.found()
	w := h.words
	section := screen.Route{Area: screen.Settings, Section: "lobby"}
	h.switchTo("徐建国")
	h.office.Go(section)
	require.NotContains(t, h.buttons(), w.T("settings.save"), "an approver reads it")
	h.switchTo("梁敏")
	h.office.Go(section)
	for _, o := range h.seen() {
		if box, ok := o.(*widget.Check); ok && box.Text == w.T("message.kind.question") {
			box.SetChecked(false)
		}
	}
	h.check(w.T("settings.lobby.print"))
	h.press(w.T("settings.save"))
	settings, err := h.desk.Settings(t.Context())
	require.NoError(t, err)
	require.Equal(t, data.LobbyOffer{Closed: []data.MessageKind{data.MessageQuestion}, Print: true}, settings.Lobby)
	require.Equal(t, 1, h.issued)
}

func TestAPublicFileThatWasOvertakenIsMadeAgain(t *testing.T) {
	h := newHand(t)
	h.found()
	calls, failing := 0, 1
	h.office.opt.Changed = func(context.Context, *desk.Session) error {
		if calls++; calls <= failing {
			return data.Refuse(data.ErrRefused, "bulletin.serial", "1", "2")
		}
		return nil
	}
	h.office.env().Issue()
	require.Equal(t, 2, calls)
	require.Empty(t, h.office.notices.Last())
	calls, failing = 0, 9
	h.office.env().Issue()
	require.Equal(t, 3, calls)
	require.Contains(t, h.office.notices.Last(), h.words.T("refuse.bulletin.serial", "1", "2"))
}
