package desk_test

import (
	"context"
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/seal"
)

func (u unit) revoked() []string {
	ids, err := u.RevokedCertificates(context.Background())
	require.NoError(u.t, err)
	return ids
}

// signerOf is the certificate under which a person signs now.
func (u unit) signerOf(name string) string {
	ctx := context.Background()
	serial, err := u.NextBulletin(ctx)
	require.NoError(u.t, err)
	signed, err := u.as(name).SignBulletin(ctx, serial, []byte("x"))
	require.NoError(u.t, err)
	return signed.Certificate.ID()
}

func TestWhoHasLeftOrHasANewKeySignsNoMoreFiles(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	require.Empty(t, u.revoked())
	clerk, checker := u.signerOf("李经办"), u.signerOf("王审核")
	admin := u.as("赵管理")

	require.NoError(t, admin.ResetPassword(ctx, u.as("李经办").Person().ID, "新的密码2026"))
	require.Equal(t, []string{clerk}, u.revoked(), "the key before is taken back at once")

	require.NoError(t, admin.Depart(ctx, u.as("王审核").Person().ID, u.Today(), "退休", nil))
	require.Contains(t, u.revoked(), checker, "the certificate without a last day")
	last := u.signerOf("王审核")
	require.NotContains(t, u.revoked(), last, "the last day is included")
	u.clock.at = u.clock.at.Add(24 * time.Hour)
	require.Contains(t, u.revoked(), last)
}

func TestACertificateWrittenByHandIsNotTakenBackAndTakesNothingBack(t *testing.T) {
	u := newUnit(t)
	clerk := u.signerOf("李经办")
	person := u.as("李经办").Person()
	forged := seal.Certificate{Unit: "x", PersonID: person.ID, Name: "李经办", Public: make([]byte, 32), From: "2026-01-01"}
	said, err := json.Marshal(map[string]any{"certificate": forged})
	require.NoError(t, err)
	before := u.dump()
	u.tamper("UPDATE certificates SET ended = 3")
	require.Empty(t, u.revoked(), "the log has the last word")
	u.tamper("INSERT INTO log SELECT seq + 1000, 'forged', at, kind, person_id, key_id, name, duty, office, act, item_id, version, number," +
		" digest, '" + string(said) + "', prev, hash || 'x', signature FROM log WHERE kind = 'key' AND item_id = '" + person.ID + "'")
	require.NotEqual(t, before, u.dump())
	require.NotContains(t, u.revoked(), clerk)
	require.NotContains(t, u.revoked(), forged.ID())
}

func TestTheDeskKnowsOfAVersionWhatTheLobbyAsks(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	first := u.publish(u.draft("李经办", "3.5"))
	known, err := u.LobbyItem(ctx, first)
	require.NoError(t, err)
	require.Equal(t, 1, known.Up.Version)
	require.Nil(t, known.Broken)

	second := u.must(u.as("李经办").Revise(ctx, first, data.Statement{Note: "更正"}))
	known, err = u.LobbyItem(ctx, second)
	require.NoError(t, err)
	require.Equal(t, []int{2, 1}, []int{known.Newest.Version, known.Up.Version}, "the older one stays up")
	u.publish(second)
	known, err = u.LobbyItem(ctx, first)
	require.NoError(t, err)
	require.Nil(t, known.Up)
	require.Equal(t, 2, known.Newer)

	u.tamper("UPDATE items SET title = '改' WHERE version = 2")
	known, err = u.LobbyItem(ctx, second)
	require.NoError(t, err)
	require.Equal(t, "item.changed", known.Broken.Code)
	_, left, err := u.Public(ctx)
	require.NoError(t, err)
	require.Equal(t, left[0].Why, known.Broken, "the same refusal as in the public file")
}
