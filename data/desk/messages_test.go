package desk_test

import (
	"context"
	"encoding/base64"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/outbox"
	"gongkailan/data/seal"
)

// receipt is one whose code is X.
func receipt(x byte) data.Receipt {
	return data.Receipt{ID: strings.Repeat(string(x), 64), Key: []byte(strings.Repeat(string(x)+"k", 16))}
}

// message is what a visitor wrote, with every part to be looked for.
func message(kind data.MessageKind, item string) data.Message {
	return data.Message{Kind: kind, SentOn: "2026-03-04", ItemNumber: item, Text: letter(), Receipt: receipt('a')}
}

// sent seals a message as the lobby does and gives its file.
func (u unit) sent(m data.Message) []byte {
	keys, err := u.OfficeKeys(context.Background())
	require.NoError(u.t, err)
	folder, err := os.MkdirTemp(filepath.Dir(filepath.Dir(u.path)), "outbox")
	require.NoError(u.t, err)
	require.NoError(u.t, outbox.Write(folder, m, keys, outbox.Options{}))
	names, err := outbox.List(folder)
	require.NoError(u.t, err)
	raw, err := outbox.Read(folder, names[0])
	require.NoError(u.t, err)
	return raw
}

func (u unit) take(name string, m data.Message) desk.Taken {
	taken, err := u.as(name).TakeMessage(context.Background(), u.sent(m))
	require.NoError(u.t, err)
	return taken
}

func TestEachKindFromTheLobbyHasItsNumbersAndItsDays(t *testing.T) {
	for kind, want := range map[data.MessageKind]struct {
		number        string
		due, extended data.Date
	}{
		data.MessageOpinion:     {"意见-2026-0001", "2026-03-25", "2026-04-15"},
		data.MessageTopic:       {"点题-2026-0001", "2026-03-18", "2026-04-01"},
		data.MessageApplication: {"申请-2026-0001", "2026-03-09", "2026-03-18"}, // to at most ten days after it came in (S12)
		data.MessageQuestion:    {"咨询-2026-0001", "2026-03-11", "2026-03-18"},
	} {
		t.Run(string(kind), func(t *testing.T) {
			u := newUnit(t)
			ctx := context.Background()
			taken := u.take("王审核", message(kind, ""))
			require.Equal(t, desk.Taken{Number: want.number, Kind: kind}, taken)
			list, err := u.Opinions(ctx, desk.OpinionFilter{Kind: kind})
			require.NoError(t, err)
			require.Len(t, list, 1)
			require.Equal(t, data.WayLobby, list[0].Way)
			require.Equal(t, want.due, list[0].Due)
			require.Equal(t, data.Date("2026-03-04"), list[0].ReceivedOn, "the day it was sent, not the day it was collected")
			o, err := u.as("王审核").ExtendOpinion(ctx, want.number, "需要核实")
			require.NoError(t, err)
			require.Equal(t, want.extended, o.Due)
			u.sound()
		})
	}
}

func TestAnApplicationThatHasItsLongestTimeIsNotExtended(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	require.NoError(t, u.as("王审核").SaveSettings(ctx, data.Settings{Clocks: data.Clocks{Application: 10, ApplicationMost: 10}}))
	number := u.take("王审核", message(data.MessageApplication, "")).Number
	_, err := u.as("王审核").ExtendOpinion(ctx, number, "需要核实")
	refused(t, err, data.ErrRefused, "opinion.most")
}

func TestAFileFromTheLobbyIsTakenOnceHoweverOftenItIsOffered(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	raw := u.sent(message(data.MessageTopic, ""))
	first, err := u.as("王审核").TakeMessage(ctx, raw)
	require.NoError(t, err)
	before := u.dump()
	again, err := u.as("周全能").TakeMessage(ctx, raw)
	require.NoError(t, err)
	require.Equal(t, desk.Taken{Number: first.Number, Already: true}, again)
	require.Equal(t, before, u.dump())
}

func TestAMessageIsTakenOnlyByThoseToWhomItIsSealed(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	raw := u.sent(message(data.MessageOpinion, ""))
	before := u.dump()
	_, err := u.as("李经办").TakeMessage(ctx, raw)
	refused(t, err, data.ErrRefused, "message.who")
	_, err = u.as("王审核").TakeMessage(ctx, raw[:len(raw)-1])
	refused(t, err, data.ErrBroken, "outbox.broken")
	require.Equal(t, before, u.dump())
	require.NoError(t, u.as("赵管理").ResetPassword(ctx, u.person("王审核").ID, password))
	_, err = u.as("王审核").TakeMessage(ctx, raw)
	refused(t, err, data.ErrRefused, "outbox.others") // another key than the one it was sealed to
	_, err = u.as("周全能").TakeMessage(ctx, raw)
	require.NoError(t, err)
}

func TestWhoDraftedTheItemDoesNotTakeAMessageAboutIt(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	it := u.draft("周全能", "3.1") // who checks, too
	raw := u.sent(message(data.MessageOpinion, it.Number))
	before := u.dump()
	_, err := u.as("周全能").TakeMessage(ctx, raw)
	refused(t, err, data.ErrRefused, "message.author")
	var refusal *data.Refusal
	require.ErrorAs(t, err, &refusal)
	require.Equal(t, []string{"王审核"}, refusal.Args, "another checker is named, and nothing else")
	require.Equal(t, before, u.dump())
	taken, err := u.as("王审核").TakeMessage(ctx, raw)
	require.NoError(t, err)
	_, err = u.as("周全能").ReadOpinion(ctx, taken.Number)
	refused(t, err, data.ErrRefused, "opinion.read")
	gone := u.person("王审核")
	gone.Until = "2026-03-04"
	require.NoError(t, u.as("赵管理").SavePerson(ctx, gone))
	_, err = u.as("周全能").TakeMessage(ctx, u.sent(message(data.MessageOpinion, it.Number)))
	refused(t, err, data.ErrRefused, "message.nobody")
	u.sound()
}

func TestAMessageIsNotLostForAClockOrAnItemThatIsNotThere(t *testing.T) {
	u := newUnit(t)
	m := message(data.MessageOpinion, "2026-9999")
	m.SentOn = "2031-01-01"
	taken := u.take("王审核", m)
	list, err := u.Opinions(context.Background(), desk.OpinionFilter{})
	require.NoError(t, err)
	require.Equal(t, taken.Number, list[0].Number)
	require.Equal(t, data.Date("2026-03-05"), list[0].ReceivedOn)
	require.Empty(t, list[0].ItemNumber)
	u.sound()
}

func TestTheLobbySealsToWhomTheLogGaveTheRole(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	keys, err := u.OfficeKeys(ctx)
	require.NoError(t, err)
	require.Len(t, keys, 2, "王审核 and 周全能")
	for _, key := range keys {
		require.Equal(t, seal.Fingerprint(key.Sealing), key.Fingerprint)
	}
	u.tamper(`update people set roles = '["clerk","checker"]' where name = '李经办'`)
	keys, err = u.OfficeKeys(ctx)
	require.NoError(t, err)
	require.Len(t, keys, 2, "a role that was written by hand is sealed nothing")
}

func TestWhatIsSaidAboutAnItemIsNotSealedToWhoWroteIt(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	own, other := u.draft("周全能", "3.1"), u.draft("李经办", "3.1")
	o, err := u.Opening(ctx)
	require.NoError(t, err)
	require.Empty(t, o.ClosedTo(other.ID))
	places := o.ClosedTo(own.ID)
	require.Len(t, places, 1)
	gone := u.person("王审核")
	gone.Until = "2026-03-04"
	require.NoError(t, u.as("赵管理").SavePerson(ctx, gone))
	left, err := u.OfficeKeys(ctx)
	require.NoError(t, err)
	require.Equal(t, []data.OfficeKey{o.Keys[places[0]]}, left, "the key of 周全能 it was")
	require.NoError(t, u.as("赵管理").HandOver(ctx, u.person("李经办").ID, "调离",
		[]desk.Given{{Numbers: []string{other.Number}, ToID: u.person("周全能").ID}}))
	o, err = u.Opening(ctx)
	require.NoError(t, err)
	require.Equal(t, []int{0}, o.ClosedTo(other.ID), "who took it over, too")
}

// answered takes a message through to its answer.
func (u unit) answered(number string) {
	ctx := context.Background()
	_, err := u.as("王审核").AssignOpinion(ctx, number, u.person("李经办").ID)
	require.NoError(u.t, err)
	clerk := u.as("李经办")
	_, err = clerk.HandleOpinion(ctx, number, "已核实")
	require.NoError(u.t, err)
	_, err = clerk.AnswerOpinion(ctx, number, "答复MARKERREPLY", false)
	require.NoError(u.t, err)
}

func (u unit) replies() []data.Reply {
	replies, err := u.Replies(context.Background())
	require.NoError(u.t, err)
	return replies
}

func TestTheAnswerIsReadWithTheReceiptAlone(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	u.register("王审核", "") // came by the box: no receipt, no reply
	number := u.take("王审核", message(data.MessageTopic, "")).Number
	want := data.Reply{ID: receipt('a').ID, Kind: data.MessageTopic, State: data.OpinionToAssign, Due: "2026-03-18"}
	require.Equal(t, []data.Reply{want}, u.replies())
	u.answered(number)
	list := u.replies()
	require.Len(t, list, 1)
	require.Equal(t, data.OpinionAnswered, list[0].State)
	require.Equal(t, data.Date("2026-03-05"), list[0].On)
	text, err := seal.Disclose(receipt('a').Key, data.ReplyTo(list[0].ID), list[0].Box)
	require.NoError(t, err)
	require.Equal(t, "答复MARKERREPLY", strings.TrimRight(string(text), " "))
	require.Zero(t, len(text)%512, "its length tells nothing")
	_, err = seal.Disclose(receipt('b').Key, data.ReplyTo(list[0].ID), list[0].Box)
	require.Error(t, err)
	u.sound()

	require.NoError(t, u.as("赵管理").ResetPassword(ctx, u.person("王审核").ID, password))
	require.Equal(t, list, u.replies(), "nobody's key is needed for it")
	u.clock.at = u.clock.at.AddDate(2, 0, 1)
	require.Empty(t, u.replies(), "after two years it is not carried along any more")
}

func TestAnotherMessageUnderAReceiptTakesNothingFromTheFirst(t *testing.T) {
	u := newUnit(t)
	first, forged := message(data.MessageTopic, ""), message(data.MessageQuestion, "")
	forged.Receipt.Key = make([]byte, 32) // IDs are public: whoever knows one can send under it, with a key of their own
	u.answered(u.take("王审核", first).Number)
	before := u.replies()
	u.answered(u.take("王审核", forged).Number)
	require.Equal(t, before, u.replies())
	u.sound()
}

func TestNoFileHoldsAWordOfAMessageNorTheKeyOfItsReceipt(t *testing.T) {
	u := newUnit(t)
	number := u.take("王审核", message(data.MessageTopic, "")).Number
	u.answered(number)
	files, err := os.ReadDir(filepath.Dir(u.path))
	require.NoError(t, err)
	seen := false
	for _, f := range files {
		raw, err := os.ReadFile(filepath.Join(filepath.Dir(u.path), f.Name()))
		require.NoError(t, err)
		seen = seen || leaks(raw, number) && leaks(raw, receipt('a').ID)
		for _, mark := range []string{
			letter().Subject, letter().Text, letter().Name, letter().Contact, "MARKERREPLY",
			string(receipt('a').Key), base64.StdEncoding.EncodeToString(receipt('a').Key),
		} {
			require.False(t, leaks(raw, mark), "%s holds %s", f.Name(), mark)
		}
	}
	require.True(t, seen, "what is open is found, so what is sealed would be")
}

func TestWhoGivesSomethingAtTheCounterGetsACode(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	o, code, err := u.as("李经办").RegisterWithReceipt(ctx,
		data.OpinionSaid{Kind: data.MessageQuestion, ReceivedOn: "2026-03-04", Way: data.WayVisit}, letter())
	require.NoError(t, err)
	require.Equal(t, "咨询-2026-0001", o.Number)
	u.answered(o.Number)
	fingerprint, err := u.Fingerprint(ctx)
	require.NoError(t, err)
	read, err := data.ParseReceiptCode(code)
	require.NoError(t, err)
	mine := seal.ReceiptOf(read, fingerprint, seal.ReceiptCost())
	list := u.replies()
	require.Len(t, list, 1)
	require.Equal(t, mine.ID, list[0].ID)
	_, err = seal.Disclose(mine.Key, data.ReplyTo(mine.ID), list[0].Box)
	require.NoError(t, err)
	require.False(t, strings.Contains(u.dump(), code))
	u.sound()
}

func TestWhatIsChangedAboutAMessageIsNamedAndItsReplyNotPublished(t *testing.T) {
	for name, c := range map[string]struct {
		statement string
		published int // replies that are still given
	}{
		"kind":          {"update opinions set kind = 'question'", 1}, // the log's word is followed
		"receipt":       {"update opinions set receipt_id = 'x'", 1},
		"message":       {"update opinions set message_id = 'x'", 1},
		"reply":         {"update opinion_replies set box = x'00'", 0},
		"reply gone":    {"delete from opinion_replies", 0},
		"reply moved":   {"update opinion_replies set opinion_id = 'x'", 0},
		"stray reply":   {"insert into opinion_replies values ('x', x'00')", 1},
		"what was said": {`update log set statement = replace(statement, '"kind":"topic"', '"kind":"question"') where kind = 'opinion'`, 0},
		"reply's word":  {`update log set statement = replace(statement, '"reply":"', '"reply":"0') where kind = 'opinion'`, 0},
	} {
		t.Run(name, func(t *testing.T) {
			u := newUnit(t)
			u.answered(u.take("王审核", message(data.MessageTopic, "")).Number)
			u.sound()
			u.tamper(c.statement)
			u.broke()
			require.Len(t, u.replies(), c.published)
		})
	}
}

func TestARestoredDatabaseStillHasItsRepliesAndBallots(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	round := u.round()
	u.answered(u.take("王审核", message(data.MessageTopic, "")).Number)
	u.take("王审核", ballot(round, data.Satisfied, data.Mostly))
	copied := filepath.Join(filepath.Dir(u.path), "备份.gkbak")
	_, err := u.Backup(ctx, copied)
	require.NoError(t, err)
	there := filepath.Join(filepath.Dir(u.path), "恢复.db")
	_, err = desk.Restore(ctx, copied, there)
	require.NoError(t, err)
	d, err := desk.Open(ctx, there, u.opt)
	require.NoError(t, err)
	defer d.Close()
	restored := unit{Desk: d, t: t, path: there, clock: u.clock, opt: u.opt}
	restored.sound()
	require.Equal(t, u.replies(), restored.replies())
	tally, err := d.Tally(ctx, round.ID)
	require.NoError(t, err)
	require.Equal(t, 1, tally.Ballots)
}

func TestADatabaseFromBeforeTheKindsHoldsOpinions(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	o := u.register("王审核", "") // says no kind, as then
	require.False(t, strings.Contains(u.dump(), `"kind":`), "so that what was signed keeps its digest")
	require.NoError(t, u.Close())
	u.tamper("drop index opinions_message", "drop index opinions_kind", "alter table opinions drop column kind",
		"alter table opinions drop column receipt_id", "alter table opinions drop column message_id",
		"drop table opinion_replies", "drop table ballots", "delete from goose_db_version where version_id >= 7")
	d, err := desk.Open(ctx, u.path, u.opt)
	require.NoError(t, err)
	defer d.Close()
	u.Desk = d
	list, err := d.Opinions(ctx, desk.OpinionFilter{Kind: data.MessageOpinion})
	require.NoError(t, err)
	require.Equal(t, []data.Opinion{o}, list)
	u.sound()
}
