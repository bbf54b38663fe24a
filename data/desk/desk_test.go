package desk_test

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/seal"

	_ "github.com/mattn/go-sqlite3"
)

// weekdays is a calendar in which Monday to Friday count.
type weekdays struct{}

func (weekdays) Between(after, last data.Date) int {
	n := 0
	for d := after.AddDays(1); d <= last; d = d.AddDays(1) {
		if w := d.Time().Weekday(); w != time.Saturday && w != time.Sunday {
			n++
		}
	}
	return n
}

// clock is a time that tests put forward.
type clock struct{ at time.Time }

func (c *clock) now() time.Time { return c.at }

const password = "公开栏-2026"

func person(name, office string, roles ...data.Role) desk.Newcomer {
	return desk.Newcomer{
		Person:   data.Person{Name: name, OfficeID: office, Duty: "干部", Roles: roles, From: "2026-01-01"},
		Password: password,
	}
}

func setup() desk.Setup {
	return desk.Setup{
		Unit: data.Unit{
			Name: "云岭县食品药品监督管理局", Superior: "中共云岭县委", Issuer: "中共云岭县食品药品监督管理局党组",
			Contact: data.Contact{Office: "局机关党委", Phone: "0871-60000000", Address: "云岭县人民路1号"},
		},
		Offices: []data.Office{{ID: "rs", Name: "人事股"}, {ID: "bgs", Name: "办公室"}},
		People: []desk.Newcomer{
			person("李经办", "人事股", data.Clerk),
			person("王审核", "bgs", data.Checker),
			person("陈局长", "", data.Approver),
			person("赵管理", "办公室", data.Admin),
			person("周全能", "人事股", data.Clerk, data.Checker, data.Approver),
		},
		Catalogue: data.Catalogue{
			Categories: []data.Category{{Code: "3", Title: "党的组织建设情况", Short: "组织建设"}},
			Entries: []data.Entry{
				{Code: "3.1", Category: "3", Title: "领导班子成员职责分工情况", Mode: data.LongTerm, Audience: data.Society, Decision: data.ByDeputy},
				{Code: "3.5", Category: "3", Title: "干部选拔、任用及奖惩情况", Mode: data.Immediate, Audience: data.Society, Decision: data.ByCollective},
				{Code: "3.9", Category: "3", Title: "党员违纪案件处理情况", Mode: data.Immediate, Audience: data.Party, Decision: data.BySuperior, OfficeID: "bgs"},
			},
		},
	}
}

// unit is a desk on a new unit, in a folder with a name that has every nuisance in it.
type unit struct {
	*desk.Desk
	t     require.TestingT
	path  string
	clock *clock
	opt   desk.Options
}

func options(c *clock) desk.Options {
	return desk.Options{Now: c.now, Calendar: weekdays{}, Cost: seal.Cost{Time: 1, Memory: 8, Threads: 1}}
}

func newUnit(t *testing.T) unit {
	t.Helper()
	return unitAt(t, filepath.Join(t.TempDir(), "党务 公开#1?50%.db"))
}

func unitAt(t *testing.T, path string) unit {
	t.Helper()
	c := &clock{time.Date(2026, 3, 5, 1, 0, 0, 0, time.UTC)}
	u := unit{t: t, path: path, clock: c, opt: options(c)}
	d, err := desk.Create(context.Background(), path, setup(), u.opt)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, d.Close()) })
	u.Desk = d
	return u
}

func (u unit) as(name string) *desk.Session {
	s, err := u.SignIn(context.Background(), name, password)
	require.NoError(u.t, err)
	return s
}

func (u unit) must(it data.Item, err error) data.Item {
	require.NoError(u.t, err)
	return it
}

// draft begins an item of the entry and gives it a body.
func (u unit) draft(name, entry string) data.Item {
	s := u.as(name)
	it := u.must(s.NewDraft(context.Background(), entry))
	it.Body = "经研究，现将有关情况公开如下。"
	return u.must(s.SaveDraft(context.Background(), it))
}

// publish takes the draft through every step that its decision needs.
func (u unit) publish(it data.Item) data.Item {
	it = u.approve(it)
	return u.must(u.as("李经办").Publish(context.Background(), it, data.Statement{}))
}

func (u unit) approve(it data.Item) data.Item {
	ctx := context.Background()
	it = u.must(u.as("李经办").Propose(ctx, it, data.Statement{}))
	it = u.must(u.as("王审核").Check(ctx, it, checked()))
	it = u.must(u.as("陈局长").Approve(ctx, it, data.Statement{Note: "同意"}))
	if it.Decision != data.ByDeputy {
		it = u.must(u.as("王审核").Decide(ctx, it, decided()))
	}
	return it
}

func checked() data.Statement {
	return data.Statement{Findings: &data.Findings{NotSecret: true, Necessary: true, Accurate: true}}
}

func decided() data.Statement {
	return data.Statement{Meeting: &data.MeetingRecord{
		Name: "局党组会议", On: "2026-03-04", Minutes: "〔2026〕3号", Present: "陈局长等5人", Result: "同意",
	}}
}

// tamper writes into the database file as somebody with a tool would, with the log's triggers out of the way for the
// time being.
func (u unit) tamper(statements ...string) {
	db := u.raw()
	defer db.Close()
	triggers := []string{"log_no_update", "log_no_delete", "log_no_replace"}
	again := make([]string, len(triggers))
	for i, trigger := range triggers {
		require.NoError(u.t, db.QueryRow("SELECT sql FROM sqlite_master WHERE name = ?", trigger).Scan(&again[i]))
		_, err := db.Exec("DROP TRIGGER " + trigger)
		require.NoError(u.t, err)
	}
	for _, s := range append(statements, again...) {
		_, err := db.Exec(s)
		require.NoError(u.t, err, s)
	}
}

func (u unit) raw() *sql.DB {
	escaped := strings.NewReplacer("%", "%25", "#", "%23", "?", "%3F").Replace(u.path)
	db, err := sql.Open("sqlite3", "file:"+escaped+"?_busy_timeout=5000")
	require.NoError(u.t, err)
	return db
}

// dump gives every row of every table as text, to see that nothing has changed.
func (u unit) dump() string {
	db := u.raw()
	defer db.Close()
	var out strings.Builder
	for _, table := range []string{"unit", "offices", "people", "certificates", "secrets", "catalogues", "categories", "entries", "counters", "items", "settings", "delegations", "uses", "opinions", "opinion_texts", "opinion_readers", "opinion_replies", "ballots", "log"} {
		rows, err := db.Query("SELECT * FROM " + table + " ORDER BY 1, 2")
		require.NoError(u.t, err)
		columns, err := rows.Columns()
		require.NoError(u.t, err)
		for rows.Next() {
			values, into := make([]any, len(columns)), make([]any, len(columns))
			for i := range values {
				into[i] = &values[i]
			}
			require.NoError(u.t, rows.Scan(into...))
			fmt.Fprintln(&out, table, values)
		}
		require.NoError(u.t, rows.Err())
		require.NoError(u.t, rows.Close())
	}
	return out.String()
}

// refused wants the refusal of that code.
func refused(t require.TestingT, err error, kind error, code string) {
	var r *data.Refusal
	require.ErrorAs(t, err, &r)
	require.Equal(t, code, r.Code)
	require.ErrorIs(t, err, kind)
}

func TestAnItemGoesFromDraftToTheLobbyWithEveryStepSigned(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	it := u.publish(u.draft("李经办", "3.5"))
	require.Equal(t, data.Published, it.Status)
	require.Equal(t, "2026-0001", it.Number)

	read := u.must(u.Item(ctx, it.Number))
	acts := []data.Act{}
	for _, step := range read.Steps {
		require.Equal(t, data.SealGood, step.Seal)
		acts = append(acts, step.Act)
	}
	require.Equal(t, data.Required(data.ByCollective), acts)
	require.Equal(t, "局党组会议", read.Steps[3].Meeting.Name)
	require.Equal(t, "人事股", read.Steps[0].Office)
	require.NoError(t, u.Sound(ctx, read))

	shown, left, err := u.Public(ctx)
	require.NoError(t, err)
	require.Empty(t, left)
	require.Len(t, shown, 1)
	v, err := u.Verify(ctx)
	require.NoError(t, err)
	require.True(t, v.OK, "%v", v.Broken)
	require.Equal(t, 1+1+10+1+1+5, v.Records)
}

func TestWhatIsUpComesDownAfterItsLastDay(t *testing.T) {
	u := newUnit(t)
	it := u.publish(u.draft("李经办", "3.5"))
	u.clock.at = it.To.AddDays(1).Time()
	shown, left, err := u.Public(context.Background())
	require.NoError(t, err)
	require.Empty(t, shown)
	require.Empty(t, left)
	list, err := u.Items(context.Background(), desk.Filter{Status: []data.Status{data.Expired}})
	require.NoError(t, err)
	require.Len(t, list, 1)
}

func TestANewVersionReplacesTheOldOneOnlyWhenItIsUp(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	old := u.publish(u.draft("李经办", "3.5"))
	u.clock.at = u.clock.at.Add(time.Hour)
	next := u.must(u.as("李经办").Revise(ctx, old, data.Statement{Note: "更正姓名"}))
	require.Equal(t, 2, next.Version)
	require.Equal(t, data.Draft, next.Status)
	require.Equal(t, old.Number, next.Number)

	_, err := u.as("李经办").Revise(ctx, old, data.Statement{})
	refused(t, err, data.ErrRefused, "revise.newer")
	live := u.must(u.Live(ctx, old.Number))
	require.Equal(t, 1, live.Version)

	next.Title = "关于更正后的公示"
	next = u.must(u.as("李经办").SaveDraft(ctx, next))
	shown, _, err := u.Public(ctx)
	require.NoError(t, err)
	require.Equal(t, 1, shown[0].Version)

	u.publish(next)
	shown, _, err = u.Public(ctx)
	require.NoError(t, err)
	require.Len(t, shown, 1)
	require.Equal(t, "关于更正后的公示", shown[0].Title)
	history, err := u.History(ctx, old.Number)
	require.NoError(t, err)
	require.Equal(t, data.Replaced, history[0].Status)
	v, err := u.Verify(ctx)
	require.NoError(t, err)
	require.True(t, v.OK, "%v", v.Broken)
}

func TestAnActSignsWhatWasSeen(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	it := u.draft("李经办", "3.5")
	seen := it
	seen.Title = "另一个标题"
	_, err := u.as("李经办").Propose(ctx, seen, data.Statement{})
	refused(t, err, data.ErrRefused, "item.seen")
}

func TestADraftSavedElsewhereIsNotOverwritten(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	first := u.draft("李经办", "3.5")
	second := first
	first.Body = "甲"
	u.must(u.as("李经办").SaveDraft(ctx, first))
	second.Body = "乙"
	_, err := u.as("周全能").SaveDraft(ctx, second)
	refused(t, err, data.ErrRefused, "draft.stale")
	require.Equal(t, "甲", u.must(u.Item(ctx, first.Number)).Body)
}

func TestOnlyADraftCanBeEdited(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	it := u.must(u.as("李经办").Propose(ctx, u.draft("李经办", "3.5"), data.Statement{}))
	_, err := u.as("李经办").SaveDraft(ctx, it)
	refused(t, err, data.ErrRefused, "draft.proposed")
}

func TestDraftsStartFromTheEntryAndTheUnit(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	it := u.must(u.as("李经办").NewDraft(ctx, "3.5"))
	require.Equal(t, data.Publicity, it.Kind)
	require.Equal(t, "关于干部选拔、任用及奖惩情况的公示", it.Title)
	require.Equal(t, data.Date("2026-03-06"), it.From)
	require.Equal(t, data.Date("2026-03-16"), it.To)
	require.Equal(t, "局机关党委", it.Contact.Office)
	_, err := u.as("李经办").NewDraft(ctx, "3.9")
	refused(t, err, data.ErrRefused, "draft.office")
	_, err = u.as("李经办").NewDraft(ctx, "9.9")
	refused(t, err, data.ErrNotFound, "catalogue.noentry")
	_, err = u.as("陈局长").NewDraft(ctx, "3.5")
	refused(t, err, data.ErrRefused, "draft.role")
	outside := u.must(u.as("李经办").NewDraft(ctx, ""))
	require.Equal(t, data.ByCollective, outside.Decision)
	require.Equal(t, "2026-0002", outside.Number, "a refused draft uses no number up")
}

func TestWatchersAreToldAfterTheCommitOnly(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	var told []desk.Signal
	stop := u.Watch(func(s desk.Signal) {
		if s.Kind == desk.ItemChanged {
			_, err := u.Item(ctx, s.Number)
			require.NoError(t, err)
		}
		told = append(told, s)
	})
	it := u.must(u.as("李经办").NewDraft(ctx, "3.5"))
	_, err := u.as("李经办").Propose(ctx, it, data.Statement{})
	refused(t, err, data.ErrInvalid, "item.body")
	require.Equal(t, []desk.Signal{{Kind: desk.ItemChanged, Number: it.Number}}, told)
	stop()
	u.draft("李经办", "3.5")
	require.Len(t, told, 1)
}

func TestABulletinIsSignedWithItsSerialNumber(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	serial, err := u.NextBulletin(ctx)
	require.NoError(t, err)
	require.Equal(t, 1, serial)
	payload := []byte("公开内容")
	signed, err := u.as("李经办").SignBulletin(ctx, serial, payload)
	require.NoError(t, err)
	fingerprint, err := u.Fingerprint(ctx)
	require.NoError(t, err)
	require.NoError(t, seal.Verify(payload, signed, fingerprint))
	_, err = u.as("李经办").SignBulletin(ctx, serial, payload)
	refused(t, err, data.ErrRefused, "bulletin.serial")
	_, err = u.as("赵管理").SignBulletin(ctx, 2, payload)
	refused(t, err, data.ErrRefused, "bulletin.role")
}
