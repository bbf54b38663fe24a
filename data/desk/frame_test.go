package desk_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/desk"
)

func TestTheFrameOfABulletinIsWhatWasLastSigned(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	require.NoError(t, u.SoundFrame(ctx))
	require.NoError(t, unfounded(t).SoundFrame(ctx))

	admin := u.as("赵管理")
	renamed := setup().Unit
	renamed.Name = "云岭县市场监督管理局"
	require.NoError(t, admin.SaveUnit(ctx, renamed))
	require.NoError(t, admin.SaveOffices(ctx, []data.Office{{ID: "bgs", Name: "综合办"}, {ID: "rs", Name: "人事股"}}))
	_, err := admin.ReviseCatalogue(ctx, desk.Revision{Catalogue: setup().Catalogue})
	require.NoError(t, err)
	u.publish(u.draft("李经办", "3.5"))
	require.NoError(t, u.SoundFrame(ctx), "what was changed lawfully is sound")
}

func TestAFrameChangedInTheDatabaseIsRefused(t *testing.T) {
	for statement, code := range map[string]string{
		"UPDATE unit SET name = '别的单位'":                                                    "unit.broken",
		"UPDATE unit SET contact_phone = '110'":                                            "unit.broken",
		"UPDATE unit SET root = x'00'":                                                     "unit.root",
		"UPDATE unit SET root = NULL":                                                      "unit.root",
		"UPDATE offices SET name = '财务股' WHERE id = 'rs'":                                  "office.broken",
		"UPDATE offices SET position = 9 WHERE id = 'rs'":                                  "office.broken",
		"UPDATE categories SET title = '改'":                                                "catalogue.broken",
		"UPDATE categories SET short = '改'":                                                "catalogue.broken",
		"DELETE FROM categories":                                                           "catalogue.broken",
		"UPDATE entries SET title = '改' WHERE code = '3.5'":                                "catalogue.broken",
		"UPDATE entries SET audience = 'party' WHERE code = '3.5'":                         "catalogue.broken",
		"DELETE FROM entries WHERE code = '3.1'":                                           "catalogue.broken",
		"UPDATE catalogues SET from_on = '2020-01-01'":                                     "catalogue.broken",
		"INSERT INTO catalogues VALUES (2, '2026-03-01')":                                  "catalogue.broken",
		`UPDATE log SET statement = replace(statement, '食品', '药品') WHERE kind = 'founded'`: "seal.hash",
		"DELETE FROM log WHERE kind = 'founded'":                                           "unit.root",
		"DELETE FROM log WHERE kind = 'catalogue'":                                         "catalogue.broken",
		"DELETE FROM log": "unit.broken",
	} {
		t.Run(statement, func(t *testing.T) {
			u := newUnit(t)
			ctx := context.Background()
			u.tamper(statement)
			refused(t, u.SoundFrame(ctx), data.ErrBroken, code)
			v, err := u.Verify(ctx)
			require.NoError(t, err)
			require.False(t, v.OK, "Verify says the same")
		})
	}
}

func TestACatalogueTakenOutOfTheDatabaseIsMissedInTheFrame(t *testing.T) {
	u := newUnit(t)
	u.tamper("PRAGMA foreign_keys = off", "DELETE FROM categories", "DELETE FROM entries", "DELETE FROM catalogues")
	refused(t, u.SoundFrame(context.Background()), data.ErrBroken, "log.missing")
}
