package app

import (
	"bytes"
	"context"
	"database/sql"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	_ "github.com/mattn/go-sqlite3"
	"github.com/stretchr/testify/require"

	"gongkailan/app/demo"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/seal"
	"gongkailan/data/store"
	"gongkailan/reports/bulletin"
)

func cheap() seal.Cost { return seal.Cost{Time: 1, Memory: 8, Threads: 1} }

func built(t *testing.T) (demo.Built, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "演示.db")
	b, err := demo.Build(context.Background(), path, demo.Options{Now: time.Now, Cost: cheap()})
	require.NoError(t, err)
	t.Cleanup(func() { b.Desk.Close() })
	return b, path
}

func issue(t *testing.T, b demo.Built, path string) bulletin.Bulletin {
	t.Helper()
	issued, err := IssueBulletin(context.Background(), b.Desk, b.Session, path, time.Now())
	require.NoError(t, err)
	raw, err := os.ReadFile(path)
	require.NoError(t, err)
	fingerprint, err := b.Desk.Fingerprint(context.Background())
	require.NoError(t, err)
	read, err := bulletin.Read(raw, fingerprint)
	require.NoError(t, err)
	require.Equal(t, issued.Summary(), read.Summary())
	return read
}

func has(b bulletin.Bulletin, number string) bool {
	for _, it := range b.Items {
		if it.Number == number {
			return true
		}
	}
	return false
}

func TestTheBulletinHoldsOnlyWhatIsPublic(t *testing.T) {
	b, _ := built(t)
	read := issue(t, b, filepath.Join(t.TempDir(), "b.gkb"))
	require.True(t, has(read, b.Item.Number))
	all, err := b.Desk.Items(context.Background(), desk.Filter{})
	require.NoError(t, err)
	for _, it := range all {
		require.Equal(t, it.Audience == data.Society && it.Status == data.Published, has(read, it.Number), it.Title)
	}
	require.Empty(t, read.LeftOut)
}

func TestAnItemChangedByHandIsLeftOutAndNamed(t *testing.T) {
	b, path := built(t)
	db, err := sql.Open("sqlite3", path)
	require.NoError(t, err)
	_, err = db.Exec("update items set title='x' where number=?", b.Item.Number)
	require.NoError(t, err)
	require.NoError(t, db.Close())

	verification, err := b.Desk.Verify(context.Background())
	require.NoError(t, err)
	require.False(t, verification.OK)
	require.Equal(t, b.Item.Number, verification.Broken[0].Number)

	read := issue(t, b, filepath.Join(t.TempDir(), "b.gkb"))
	require.False(t, has(read, b.Item.Number))
	require.Len(t, read.LeftOut, 1)
	require.Equal(t, b.Item.Number, read.LeftOut[0].Number)
	require.Contains(t, read.LeftOut[0].Why, "不予公开")
}

func TestAWithdrawnItemIsGoneFromTheNextBulletin(t *testing.T) {
	b, _ := built(t)
	ctx := context.Background()
	_, err := b.Session.Withdraw(ctx, b.Item, data.Statement{Note: "内容有误，先行撤下。"})
	require.NoError(t, err)
	read := issue(t, b, filepath.Join(t.TempDir(), "b.gkb"))
	require.False(t, has(read, b.Item.Number))
}

func TestAnOlderBulletinNeverReplacesANewerOne(t *testing.T) {
	b, _ := built(t)
	ctx := context.Background()
	out := filepath.Join(t.TempDir(), "b.gkb")
	issue(t, b, out)
	newer := issue(t, b, out)
	require.Equal(t, 2, newer.Serial)
	raw, err := os.ReadFile(out)
	require.NoError(t, err)
	require.Error(t, notBehind(ctx, b.Desk, bulletin.Bulletin{Serial: 2}, out))
	require.NoError(t, notBehind(ctx, b.Desk, bulletin.Bulletin{Serial: 3}, out))
	other := filepath.Join(t.TempDir(), "other.gkb")
	require.NoError(t, os.WriteFile(other, raw[:len(raw)-1], 0o600))
	require.NoError(t, notBehind(ctx, b.Desk, bulletin.Bulletin{Serial: 1}, other), "a damaged file may be replaced")
}

func TestAUnitOrCatalogueChangedByHandIsNotSignedAnew(t *testing.T) {
	for _, change := range []string{
		"update unit set name='假单位'", "update categories set title='假类别'", "update entries set title='假事项'",
	} {
		b, path := built(t)
		db, err := sql.Open("sqlite3", path)
		require.NoError(t, err)
		_, err = db.Exec(change)
		require.NoError(t, err)
		require.NoError(t, db.Close())
		_, err = IssueBulletin(context.Background(), b.Desk, b.Session, filepath.Join(t.TempDir(), "b.gkb"), time.Now())
		require.ErrorIs(t, err, data.ErrBroken, change)
	}
}

func TestAnItemWhosePictureIsGoneIsLeftOutAndTheOthersStay(t *testing.T) {
	b, path := built(t)
	ctx := context.Background()
	before := issue(t, b, filepath.Join(t.TempDir(), "b.gkb"))
	as := func(name string) *desk.Session {
		s, err := b.Desk.SignIn(ctx, name, demo.Read().Password)
		require.NoError(t, err)
		return s
	}
	must := func(it data.Item, err error) data.Item {
		require.NoError(t, err)
		return it
	}
	clerk := as("陈静")
	var photo bytes.Buffer
	require.NoError(t, png.Encode(&photo, image.NewGray(image.Rect(0, 0, 300, 200))))
	file, err := clerk.KeepFile(ctx, "现场.png", photo.Bytes())
	require.NoError(t, err)
	draft := must(clerk.NewDraft(ctx, "3.1"))
	draft.Body, draft.Attachments = "分工情况。\n［图：现场.png｜现场］", []data.Attachment{file}
	it := must(clerk.SaveDraft(ctx, draft))
	it = must(clerk.Propose(ctx, it, data.Statement{}))
	it = must(as("梁敏").Check(ctx, it, data.Statement{Findings: &data.Findings{NotSecret: true, Necessary: true, Accurate: true}}))
	it = must(as("邓丽华").Approve(ctx, it, data.Statement{}))
	it = must(clerk.Publish(ctx, it, data.Statement{}))

	with := issue(t, b, filepath.Join(t.TempDir(), "b.gkb"))
	require.True(t, has(with, it.Number))
	require.NoError(t, os.Remove(filepath.Join(store.FilesBeside(path), file.Digest[:2], file.Digest)))
	without := issue(t, b, filepath.Join(t.TempDir(), "b.gkb"))
	require.False(t, has(without, it.Number))
	require.Equal(t, it.Number, without.LeftOut[len(without.LeftOut)-1].Number)
	require.Len(t, without.Items, len(before.Items), "the others stay")
}
