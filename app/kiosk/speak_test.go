package kiosk

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/data/outbox"
	"gongkailan/data/seal"
	"gongkailan/reports/bulletin"
)

const opinion = "食堂采购账目三个月没有公开了"

// lobby is a screen that takes messages into a folder, and the office's key that opens them.
type lobby struct {
	*screen
	clock  *clock
	folder string
	key    seal.Key
}

func openLobby(t *testing.T, size [2]float32, change func(*bulletin.Bulletin)) lobby {
	key, public := office(t)
	l := lobby{clock: &clock{start}, folder: filepath.Join(t.TempDir(), "outbox"), key: key}
	o := optionsAt(t, l.clock)
	o.OutboxFolder = l.folder
	b := withOffice(exampleBulletin(), public)
	if change != nil {
		change(&b)
	}
	l.screen = screenWith(o, b, size)
	return l
}

// does lets events happen.
func (l lobby) does(events ...Event) {
	for _, e := range events {
		l.handle(e)
	}
}

func choose(kind data.MessageKind) Event { return Event{Kind: ChooseKind, Text: string(kind)} }

// speaks writes a message up to where everything is read once more.
func (l lobby) speaks(text string) {
	l.does(does(OpenAll, OpenSpeech)...)
	l.does(choose(data.MessageTopic))
	l.does(taking(text)...)
	l.does(Event{Kind: FieldDone})
}

// whole is every text on the screen as one.
func (l lobby) whole() string { return strings.ReplaceAll(l.said(), "\n", "") }

// messages opens what lies in the folder.
func (l lobby) messages(t *testing.T) []data.Message {
	names, err := outbox.List(l.folder)
	require.NoError(t, err)
	var list []data.Message
	for _, name := range names {
		raw, err := outbox.Read(l.folder, name)
		require.NoError(t, err)
		m, err := outbox.Open(raw, l.key)
		require.NoError(t, err)
		list = append(list, m)
	}
	return list
}

func TestAVisitorSpeaksAndAsksBackByTouchAlone(t *testing.T) {
	l := openLobby(t, portrait(), nil)
	tap(l.screen, tileUnder(t, l.screen, "全部公开"), 0, 0)
	tap(l.screen, tileUnder(t, l.screen, "提意见"), 0, 0)
	require.Contains(t, l.whole(), "只有党务公开办公室和承办人能看")
	tap(l.screen, tileUnder(t, l.screen, "点题公开"), 0, 0)
	tap(l.screen, tileUnder(t, l.screen, "写好了"), 0, 0)
	require.Contains(t, l.said(), "还没有写内容")
	l.does(taking(opinion)...)
	tap(l.screen, tileUnder(t, l.screen, "写好了"), 0, 0)
	require.Contains(t, l.whole(), opinion)
	tap(l.screen, tileUnder(t, l.screen, "联系方式"), 0, 0)
	l.does(taking("13800001234")...)
	tap(l.screen, tileUnder(t, l.screen, "写好了"), 0, 0)
	require.Contains(t, l.whole(), "13800001234")
	tap(l.screen, tileUnder(t, l.screen, "提交"), 0, 0)
	code := l.session.speech.code
	require.Contains(t, l.whole(), code)
	require.NotContains(t, l.whole(), opinion)
	sent := l.messages(t)
	require.Len(t, sent, 1)
	require.Equal(t, data.OpinionText{Text: opinion, Contact: "13800001234"}, sent[0].Text)
	require.Equal(t, data.MessageTopic, sent[0].Kind)
	require.Equal(t, seal.ReceiptOf(code, "0f0f", seal.ReceiptCost()), sent[0].Receipt)
	tap(l.screen, tileUnder(t, l.screen, "记好了，完成"), 0, 0)
	require.Equal(t, Browse, l.session.At)
	tap(l.screen, tileUnder(t, l.screen, "查回复"), 0, 0)
	for _, letter := range code {
		tap(l.screen, tileUnder(t, l.screen, string(letter)), 0, 0)
	}
	tap(l.screen, tileUnder(t, l.screen, "查询"), 0, 0)
	require.Contains(t, l.whole(), "等待工作人员取走")
}

func TestWhoSpeaksAboutAnItemIsNotReadByThoseWhoWroteIt(t *testing.T) {
	author, public := office(t)
	l := openLobby(t, portrait(), func(b *bulletin.Bulletin) {
		b.Office = append(b.Office, public)
		b.Items[0].ClosedTo = []int{1}
	})
	l.does(Event{Kind: OpenAll}, Event{Kind: OpenItem, Text: "2026-0001"})
	tap(l.screen, tileUnder(t, l.screen, "对这件提意见"), 0, 0)
	l.does(choose(data.MessageOpinion))
	l.does(taking(opinion)...)
	l.does(does(FieldDone, Send)...)
	require.Equal(t, "2026-0001", l.messages(t)[0].ItemNumber)
	names, err := outbox.List(l.folder)
	require.NoError(t, err)
	raw, err := outbox.Read(l.folder, names[0])
	require.NoError(t, err)
	_, err = outbox.Open(raw, author)
	require.Error(t, err)
	l.does(Event{Kind: Finish})
	require.Equal(t, Item, l.session.At)
}

func TestWhatAnswersAReceiptIsOpenedByItsCodeAlone(t *testing.T) {
	code := codeFor(t, "ABCDEFG")
	receipt := seal.ReceiptOf(code, "0f0f", seal.ReceiptCost())
	box, err := seal.Enclose(zeros{}, receipt.Key, data.ReplyTo(receipt.ID), []byte("已于3月5日公布"))
	require.NoError(t, err)
	answered := data.Reply{ID: receipt.ID, Kind: data.MessageTopic, State: data.OpinionAnswered, Due: "2026-03-20", On: "2026-03-05", Box: box}
	inHand := data.Reply{ID: receipt.ID, Kind: data.MessageQuestion, State: data.OpinionInHand, Due: "2026-03-20"}
	torn := answered
	torn.Box = torn.Box[1:]
	for name, c := range map[string]struct {
		replies []data.Reply
		want    []string
	}{
		"answered": {[]data.Reply{answered}, []string{"已答复", "2026年3月5日答复", "已于3月5日公布"}},
		"in hand":  {[]data.Reply{inHand}, []string{"办理中", "最迟2026年3月20日答复", "党内事务咨询"}},
		"torn":     {[]data.Reply{torn}, []string{"已答复", "答复在这里打不开"}},
		"unknown":  {nil, []string{"没有找到", "请对照照片"}},
	} {
		l := openLobby(t, portrait(), func(b *bulletin.Bulletin) { b.Replies = c.replies })
		l.does(asks(code)...)
		for _, want := range c.want {
			require.Contains(t, l.whole(), want, name)
		}
	}
}

// codeFor completes seven characters to a receipt's code.
func codeFor(t *testing.T, seven string) string {
	for _, check := range data.ReceiptAlphabet() {
		if code, err := data.ParseReceiptCode(seven + string(check)); err == nil {
			return code
		}
	}
	require.Fail(t, "no check character fits "+seven)
	return ""
}

func asks(code string) []Event {
	events := does(OpenAll, OpenAsking)
	for _, letter := range code {
		events = append(events, Event{Kind: ReceiptKey, Text: string(letter)})
	}
	return append(events, Event{Kind: AskReply})
}

// zeros stands in for randomness.
type zeros struct{}

func (zeros) Read(into []byte) (int, error) { return len(into), nil }

func TestAWrongCharacterIsToldAtOnceAndTryingCodesCostsTime(t *testing.T) {
	l := openLobby(t, portrait(), nil)
	code := []byte(codeFor(t, "ABCDEFG"))
	code[2] = '2'
	l.does(asks(string(code))[:2+data.ReceiptLength]...)
	require.Contains(t, l.said(), "回执码有误", "before it is asked for")
	l.does(Event{Kind: Erase})
	require.NotContains(t, l.said(), "回执码有误")
	l.does(Event{Kind: AskReply})
	require.Contains(t, l.said(), "还没有输完")
	l.does(Event{Kind: ReceiptKey, Text: string(code[7])})
	for range freeMisses {
		require.False(t, l.session.asking.isLocked(l.clock.now))
		l.does(Event{Kind: AskReply})
	}
	require.True(t, l.session.asking.isLocked(l.clock.now))
	l.does(does(Back, OpenAsking)...)
	require.Contains(t, l.said(), "请 60 秒后再试")
	l.does(asks(codeFor(t, "ABCDEFG"))[2:]...)
	require.Equal(t, notAsked, l.session.asking.answer.found)
	l.clock.pass(missLock)
	l.does(asks(codeFor(t, "ABCDEFG"))[2:]...)
	require.Contains(t, l.said(), "没有找到")
}

func TestABallotIsCastOnceInAVisit(t *testing.T) {
	l := openLobby(t, portrait(), nil)
	l.does(does(OpenAll, OpenSpeech)...)
	tap(l.screen, tileUnder(t, l.screen, "满意度评议"), 0, 0)
	for range 3 {
		tap(l.screen, tileUnder(t, l.screen, "这题不答"), 0, 0)
	}
	tap(l.screen, tileUnder(t, l.screen, "提交"), 0, 0)
	require.Contains(t, l.said(), "还没有选任何一项")
	tap(l.screen, tileUnder(t, l.screen, "返回"), 0, 0)
	tap(l.screen, tileUnder(t, l.screen, "返回"), 0, 0)
	require.Contains(t, l.said(), "第 2 题 / 共 3 题")
	tap(l.screen, tileUnder(t, l.screen, "基本满意"), 0, 0)
	tap(l.screen, tileUnder(t, l.screen, "不满意"), 0, 0)
	tap(l.screen, tileUnder(t, l.screen, "提交"), 0, 0)
	require.Contains(t, l.said(), "谢谢您的评议")
	require.Equal(t, []data.Message{{
		Kind: data.MessageBallot, SentOn: "2026-03-06", RoundID: "2026-1", Votes: []data.Vote{"", data.Mostly, data.Unsatisfied},
	}}, l.messages(t))
	tap(l.screen, tileUnder(t, l.screen, "完成"), 0, 0)
	l.does(Event{Kind: OpenSpeech})
	require.NotContains(t, l.said(), "满意度评议")
	l.does(choose(data.MessageBallot))
	require.Equal(t, Speak, l.session.At)
	l.clock.pass(IdleTime)
	l.tick()
	l.clock.pass(AnswerTime)
	l.tick()
	l.does(does(OpenAll, OpenSpeech)...)
	require.Contains(t, l.said(), "满意度评议", "the next visitor has a voice of their own")
}

func TestARoundThatIsOverClosesItsBallot(t *testing.T) {
	l := openLobby(t, portrait(), nil)
	l.does(append(does(OpenAll, OpenSpeech), choose(data.MessageBallot))...)
	require.Equal(t, Ballot, l.session.At)
	b := l.bulletin
	b.Rounds = nil
	l.show(b, nil)
	require.Equal(t, Speak, l.session.At)
	require.NotContains(t, l.said(), "满意度评议")
}

func TestWhereNothingIsTakenTheScreenSaysWhereItIs(t *testing.T) {
	every := data.LobbyOffer{Closed: data.WrittenKinds()}
	for name, c := range map[string]struct {
		change func(*bulletin.Bulletin)
		spoil  func(*lobby)
	}{
		"no office":     {func(b *bulletin.Bulletin) { b.Office = nil }, nil},
		"closed":        {func(b *bulletin.Bulletin) { b.Offer, b.Rounds = every, nil }, nil},
		"no folder":     {nil, func(l *lobby) { l.options.OutboxFolder = "" }},
		"a file for it": {nil, func(l *lobby) { require.NoError(t, os.WriteFile(l.folder, nil, 0o600)) }},
	} {
		l := openLobby(t, portrait(), c.change)
		if c.spoil != nil {
			c.spoil(&l)
		}
		l.does(does(OpenAll, OpenSpeech)...)
		require.Contains(t, l.said(), "请到窗口", name)
		require.NotContains(t, l.said(), "意见建议", name)
		tap(l.screen, tileUnder(t, l.screen, "返回"), 0, 0)
		require.Equal(t, Browse, l.session.At)
	}
	alone := openLobby(t, portrait(), func(b *bulletin.Bulletin) { b.Items[0].ClosedTo = []int{0} })
	alone.does(Event{Kind: OpenAll}, Event{Kind: OpenItem, Text: "2026-0001"}, Event{Kind: OpenSpeech})
	require.Contains(t, alone.said(), "请到窗口", "nobody may read it but who wrote the item")
	l := openLobby(t, portrait(), func(b *bulletin.Bulletin) { b.Offer.Closed = []data.MessageKind{data.MessageApplication} })
	l.does(does(OpenAll, OpenSpeech)...)
	require.NotContains(t, l.said(), "依申请公开")
	require.Contains(t, l.said(), "意见建议")
}

func TestWhatCannotBeSentStaysOnTheScreenWithTheReason(t *testing.T) {
	l := openLobby(t, portrait(), nil)
	l.speaks(opinion)
	require.NoError(t, os.RemoveAll(l.folder))
	require.NoError(t, os.WriteFile(l.folder, nil, 0o600))
	l.does(Event{Kind: Send})
	require.Contains(t, l.whole(), "请到窗口")
	require.Contains(t, l.whole(), opinion)
	require.NoError(t, os.Remove(l.folder))
	require.NoError(t, os.Mkdir(l.folder, 0o700))
	l.does(Event{Kind: Send})
	require.Len(t, l.messages(t), 1)
}

func TestNobodySendsMoreThanAVisitHolds(t *testing.T) {
	l := openLobby(t, portrait(), nil)
	for range 5 {
		l.does(append(does(OpenAll, OpenSpeech), choose(data.MessageTopic))...)
		l.does(taking(opinion)...)
		l.does(does(FieldDone, Send, Finish)...)
	}
	l.speaks(opinion)
	l.does(Event{Kind: Send})
	require.Contains(t, l.whole(), "到窗口接着说")
	require.Len(t, l.messages(t), 5)
}

func TestNothingOfAVisitorIsLeftAfterIdleness(t *testing.T) {
	const name, phone, reply = "欧阳建国同志", "13800001234", "答复只有持码人可见"
	code := codeFor(t, "HJKMNPQ")
	receipt := seal.ReceiptOf(code, "0f0f", seal.ReceiptCost())
	box, err := seal.Enclose(zeros{}, receipt.Key, data.ReplyTo(receipt.ID), []byte(reply))
	require.NoError(t, err)
	l := openLobby(t, portrait(), func(b *bulletin.Bulletin) {
		b.Replies = []data.Reply{{ID: receipt.ID, Kind: data.MessageTopic, State: data.OpinionAnswered, On: "2026-03-05", Box: box}}
	})
	written := func() {
		l.speaks(opinion)
		l.does(Event{Kind: EditName})
		l.does(taking(name)...)
		l.does(does(FieldDone, EditContact)...)
		l.does(taking(phone)...)
		l.does(Event{Kind: FieldDone})
	}
	away := func() {
		l.capture(540, 960)
		l.clock.pass(IdleTime)
		l.tick()
		require.Equal(t, StillThere, l.session.At)
		l.clock.pass(AnswerTime)
		l.tick()
		require.Equal(t, Loop, l.session.At)
	}
	secrets := []string{opinion, name, phone, code, reply, data.ShownReceipt(code)}
	for visit, do := range map[string]func(){
		"while writing":  written,
		"with a receipt": func() { written(); l.does(Event{Kind: Send}); secrets = append(secrets, l.session.speech.code) },
		"with an answer": func() { l.does(asks(code)...) },
	} {
		do()
		require.NotEmpty(t, remains(l.screen, secrets), "%s: the search finds what is there", visit)
		away()
		require.Empty(t, remains(l.screen, secrets), visit)
		for _, tile := range l.spare[len(l.tiles):] {
			require.Nil(t, tile.tapped, "a function may hold what was typed")
		}
	}
}

// remains walks everything that hangs on the screen and gives which of the texts it finds, and where.
func remains(s *screen, texts []string) []string {
	w := walker{texts: texts, seen: map[seenAt]bool{}}
	w.walk(reflect.ValueOf(s), "screen")
	return w.found
}

type seenAt struct {
	at uintptr
	of reflect.Type
}

type walker struct {
	texts []string
	seen  map[seenAt]bool
	found []string
}

func (w *walker) match(text, path string) {
	for _, wanted := range w.texts {
		if strings.Contains(text, wanted) {
			w.found = append(w.found, path+" has "+wanted)
		}
	}
}

func (w *walker) walk(v reflect.Value, path string) {
	switch v.Kind() {
	case reflect.String:
		w.match(v.String(), path)
	case reflect.Pointer:
		if at := (seenAt{v.Pointer(), v.Type()}); !v.IsNil() && !w.seen[at] {
			w.seen[at] = true
			w.walk(v.Elem(), path)
		}
	case reflect.Interface:
		if !v.IsNil() {
			w.walk(v.Elem(), path)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			w.walk(v.Field(i), path+"."+v.Type().Field(i).Name)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			w.walk(key, path+"[key]")
			w.walk(v.MapIndex(key), path+"[]")
		}
	case reflect.Slice, reflect.Array:
		w.elements(v, path)
	}
}

func (w *walker) elements(v reflect.Value, path string) {
	if v.Type().Elem().Kind() == reflect.Uint8 {
		if v.Kind() == reflect.Slice {
			w.match(string(v.Bytes()), path)
		}
		return
	}
	for i := range v.Len() {
		w.walk(v.Index(i), path+"[]")
	}
}

func TestALateAnswerReachesNobodyElse(t *testing.T) {
	key, public := office(t)
	c := &clock{start}
	o := optionsAt(t, c)
	o.OutboxFolder = t.TempDir()
	var pending []func()
	o.Go = func(work func()) { pending = append(pending, work) }
	l := lobby{screen: newScreen(o, ui.NewLoader(o.Go, o.Do)), clock: c, folder: o.OutboxFolder, key: key}
	l.show(withOffice(exampleBulletin(), public), nil)
	l.speaks(opinion)
	l.does(Event{Kind: Send})
	slow := pending
	pending = nil
	c.pass(IdleTime)
	l.tick()
	c.pass(AnswerTime)
	l.tick()
	l.speaks("另一位")
	l.does(Event{Kind: Send})
	for _, work := range slow {
		work()
	}
	require.True(t, l.session.speech.sending)
	require.Empty(t, l.session.speech.code, "the first visitor's receipt is nothing to the second")
	for _, work := range pending {
		work()
	}
	require.NotEmpty(t, l.session.speech.code)
	require.Len(t, l.messages(t), 2, "and the first one's message is not lost")
}

func TestFromEveryFormThereIsAWayBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, now := anySession(t)
		for range 40 {
			for _, e := range does(Touch, Back) {
				s = s.Handle(e, now, fullBoard())
			}
			if s.speech.sending || s.ballot.sending {
				s = s.Handle(Event{Kind: Unsent, Text: "outbox.place"}, now, fullBoard())
			}
		}
		require.Contains(t, []Place{Loop, Broken}, s.At)
	})
}

func TestTheSessionTakesNoMoreThanItMay(t *testing.T) {
	s := after(NewSession(start), start, append(does(OpenAll, OpenSpeech), choose(data.MessageOpinion))...)
	for range 2000 {
		s = after(s, start.Add(time.Second), taking("字")...)
	}
	require.Len(t, []rune(s.speech.written("2026-03-06").Text.Text), mostWritten)
}
