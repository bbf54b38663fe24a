package desk_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/desk"
)

// namesBroken wants Verify to name the item among what is broken.
func namesBroken(t *testing.T, u unit, number string) {
	t.Helper()
	v, err := u.Verify(context.Background())
	require.NoError(t, err)
	require.False(t, v.OK)
	named := slices.ContainsFunc(v.Broken, func(b desk.Broken) bool { return b.Number == number })
	require.True(t, named, "%v", v.Broken)
}

func TestATitleChangedInTheDatabaseIsNamedAndNotShown(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	other := u.publish(u.draft("李经办", "3.1"))
	it := u.publish(u.draft("李经办", "3.5"))
	u.tamper("update items set title='x' where number='" + it.Number + "'")
	namesBroken(t, u, it.Number)
	shown, left, err := u.Public(ctx)
	require.NoError(t, err)
	require.Len(t, shown, 1)
	require.Equal(t, other.Number, shown[0].Number)
	require.Len(t, left, 1)
	require.Equal(t, it.Number, left[0].Number)
	require.Equal(t, "item.changed", left[0].Why.Code)
	read := u.must(u.Item(ctx, it.Number))
	require.Equal(t, "x", read.Title, "what is read is what is there")
	require.Equal(t, data.SealBroken, read.Steps[0].Seal)

	// It can still be taken down and begun anew.
	down := u.must(u.as("李经办").Withdraw(ctx, read, data.Statement{Note: "内容被改动"}))
	require.Equal(t, data.Withdrawn, down.Status)
	next := u.must(u.as("李经办").Revise(ctx, down, data.Statement{}))
	next.Title = "关于更正的公示"
	u.publish(u.must(u.as("李经办").SaveDraft(ctx, next)))
	shown, left, err = u.Public(ctx)
	require.NoError(t, err)
	require.Empty(t, left)
	require.Len(t, shown, 2)
}

func TestAChangeInAnyColumnOfAnItemIsNamedAndNotShown(t *testing.T) {
	u := newUnit(t)
	it := u.publish(u.draft("李经办", "3.5"))
	for _, column := range columns(u, "items") {
		value := "'改'"
		switch column {
		case "version", "stage":
			value = "7"
		case "template", "fields":
			continue // the office's working material: nobody is shown it, nobody signs it
		}
		t.Run(column, func(t *testing.T) {
			u.keeping("items", func() {
				u.t = t
				u.tamper(fmt.Sprintf("update items set %s=%s", column, value))
				number := it.Number
				if column == "number" {
					number = "改"
				}
				namesBroken(t, u, number)
				if column == "handler_id" {
					return // who has the item is no part of what is shown
				}
				shown, left, err := u.Public(context.Background())
				require.NoError(t, err)
				require.Empty(t, shown)
				require.NotEmpty(t, left)
			})
		})
	}
}

func TestAChangeInAnyColumnOfTheLogIsFound(t *testing.T) {
	u := newUnit(t)
	it := u.publish(u.draft("李经办", "3.5"))
	for _, column := range columns(u, "log") {
		value := "'改'"
		switch column {
		case "seq":
			value = "1000"
		case "version":
			value = "7"
		case "signature":
			value = "x'00'"
		}
		t.Run(column, func(t *testing.T) {
			u.keeping("log", func() {
				u.t = t
				u.tamper(fmt.Sprintf("update log set %s=%s where act='check'", column, value))
				namesBroken(t, u, it.Number)
				shown, left, err := u.Public(context.Background())
				require.NoError(t, err)
				require.Empty(t, shown)
				require.NotEmpty(t, left)
			})
		})
	}
}

// keeping puts the table back after the function.
func (u unit) keeping(table string, do func()) {
	u.tamper("CREATE TABLE kept AS SELECT * FROM " + table)
	defer u.tamper("DELETE FROM "+table, "INSERT INTO "+table+" SELECT * FROM kept", "DROP TABLE kept")
	do()
}

func columns(u unit, table string) []string {
	db := u.raw()
	defer db.Close()
	rows, err := db.Query("SELECT * FROM " + table)
	require.NoError(u.t, err)
	defer rows.Close()
	names, err := rows.Columns()
	require.NoError(u.t, err)
	require.NoError(u.t, rows.Err())
	return names
}

func TestWhatIsDoneByHandElsewhereIsFound(t *testing.T) {
	cases := map[string][]string{
		"item deleted":             {"delete from items where number='2026-0001'"},
		"last record deleted":      {"delete from log where seq=(select max(seq) from log)"},
		"record deleted":           {"delete from log where act='check'"},
		"first record deleted":     {"delete from log where seq=1"},
		"role given":               {`update people set roles='["clerk","approver"]' where name='李经办'`},
		"person added":             {"insert into people select 'x', '外人', office_id, duty, roles, from_on, until_on from people where name='陈局长'"},
		"unit renamed":             {"update unit set name='别的单位'"},
		"root key replaced":        {"update unit set root=x'00'"},
		"office renamed":           {"update offices set name='财务股' where id='rs'"},
		"entry changed":            {"update entries set decision='deputy' where code='3.5'"},
		"catalogue date changed":   {"update catalogues set from_on='2020-01-01'"},
		"certificate changed":      {`update certificates set body=replace(body, '"until":""', '"until":"2030-01-01"')`},
		"certificate unreadable":   {"update certificates set body='改'"},
		"certificate ended":        {"update certificates set ended=3"},
		"item without log":         {"insert into items (id, version, number, office_id, entry_code, kind, title, body, attachments, mode, audience, channels, decision, from_on, to_on, review_on, issuer, issue_date, contact_office, contact_phone, contact_address, contact_mailbox, filing_plan, filing_number, filing_on, status, created_by, created_at, updated_at) select 'x', 1, '2026-9999', office_id, entry_code, kind, title, body, attachments, mode, audience, channels, decision, from_on, to_on, review_on, issuer, issue_date, contact_office, contact_phone, contact_address, contact_mailbox, filing_plan, filing_number, filing_on, status, created_by, created_at, updated_at from items"},
		"all log gone":             {"delete from log"},
		"withdrawn by hand":        {"update items set status='withdrawn'"},
		"record after the chain":   {"insert into log select seq+1, 'x', at, kind, person_id, key_id, name, duty, office, act, item_id, version, number, digest, statement, hash, hash, signature from log order by seq desc limit 1"},
		"everything of it deleted": {"delete from items", "delete from log where kind in ('act','draft')"},
	}
	for name, statements := range cases {
		t.Run(name, func(t *testing.T) {
			u := newUnit(t)
			ctx := context.Background()
			u.publish(u.draft("李经办", "3.5"))
			u.as("李经办")
			if name == "everything of it deleted" {
				// The tail of a chain can be cut off without a trace in the chain; a bulletin that was signed
				// afterwards holds it.
				_, err := u.as("李经办").SignBulletin(ctx, 1, []byte("x"))
				require.NoError(t, err)
			}
			u.tamper(statements...)
			v, err := u.Verify(ctx)
			require.NoError(t, err)
			require.False(t, v.OK)
			require.NotEmpty(t, v.Broken)
		})
	}
}

func TestARoleGivenInTheDatabaseCountsForNothing(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	it := u.must(u.as("李经办").Propose(ctx, u.draft("李经办", "3.5"), data.Statement{}))
	u.tamper(`update people set roles='["admin","checker"]' where name='赵管理'`)
	_, err := u.as("赵管理").Check(ctx, it, checked())
	refused(t, err, data.ErrBroken, "person.broken")
}

func TestAStatusSetInTheDatabaseOpensNothing(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	it := u.must(u.as("李经办").Propose(ctx, u.draft("李经办", "3.5"), data.Statement{}))
	u.tamper("update items set status='approved'")
	it.Status = data.Approved
	_, err := u.as("李经办").Publish(ctx, it, data.Statement{})
	refused(t, err, data.ErrBroken, "item.broken")
	u.tamper("update items set status='draft'")
	it.Status = data.Draft
	_, err = u.as("李经办").SaveDraft(ctx, it)
	refused(t, err, data.ErrBroken, "item.broken")
	back := u.must(u.as("王审核").SendBack(ctx, it, data.Statement{Note: "状态被改动"}))
	require.Equal(t, data.Returned, back.Status)
	require.NoError(t, u.Sound(ctx, back), "the next lawful act puts the status right")
}

func TestEveryKindOfLifeVerifies(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	clerk, checker := u.as("李经办"), u.as("王审核")
	ruling := func(publish bool) data.Statement {
		return data.Statement{Ruling: &data.Ruling{Body: "县委", Number: "1号", On: "2026-03-05", Publish: publish, Opinion: "同意"}}
	}
	withheld := u.must(clerk.Withhold(ctx, u.draft("李经办", "3.1"), data.Statement{Note: "涉及个人隐私"}))
	withheld = u.must(checker.ReportWithheld(ctx, withheld, data.Statement{}))
	withheld = u.must(checker.RuleBySuperior(ctx, withheld, ruling(false)))
	require.Equal(t, data.WithheldTell, withheld.Status)
	withheld = u.must(checker.Tell(ctx, withheld, data.Statement{Telling: &data.Telling{On: "2026-03-05", How: "党员大会"}}))
	require.Equal(t, data.Withheld, withheld.Status)

	returned := u.must(clerk.Propose(ctx, u.draft("李经办", "3.5"), data.Statement{}))
	returned = u.must(checker.SendBack(ctx, returned, data.Statement{Note: "补充期限"}))
	again := u.must(clerk.Revise(ctx, returned, data.Statement{}))
	old, err := u.Version(ctx, again.Number, 1)
	require.NoError(t, err)
	require.Equal(t, data.Replaced, old.Status)

	outside := u.must(clerk.NewDraft(ctx, ""))
	outside.Title, outside.Body = "关于食品安全公开课的公告", "现公告如下。"
	outside.Decision = data.BySuperior
	outside = u.approve(u.must(clerk.SaveDraft(ctx, outside)))
	require.Equal(t, data.ToSuperior, outside.Status)
	outside = u.must(checker.RuleBySuperior(ctx, outside, ruling(true)))
	_, err = clerk.Publish(ctx, outside, data.Statement{})
	refused(t, err, data.ErrRefused, "publish.filing")

	up := u.publish(u.draft("李经办", "3.1"))
	u.must(clerk.Withdraw(ctx, up, data.Statement{Note: "更正"}))
	v, err := u.Verify(ctx)
	require.NoError(t, err)
	require.True(t, v.OK, "%v", v.Broken)
}

func TestReadingNeedsNoPasswordAndNoWholeChain(t *testing.T) {
	u := newUnit(t)
	it := u.publish(u.draft("李经办", "3.5"))
	u.tamper("update log set hash='改' where seq=2")
	read := u.must(u.Item(context.Background(), it.Number))
	for _, step := range read.Steps {
		require.Equal(t, data.SealGood, step.Seal)
	}
}

func BenchmarkVerify(b *testing.B) {
	c := &clock{time.Date(2026, 3, 5, 1, 0, 0, 0, time.UTC)}
	d, err := desk.Create(context.Background(), filepath.Join(b.TempDir(), "a.db"), setup(), options(c))
	require.NoError(b, err)
	defer d.Close()
	u := unit{Desk: d, t: b, clock: c}
	for range 500 {
		u.publish(u.draft("李经办", "3.5"))
	}
	for b.Loop() {
		v, err := d.Verify(context.Background())
		require.NoError(b, err)
		require.True(b, v.OK)
	}
}
