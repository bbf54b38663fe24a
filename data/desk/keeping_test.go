package desk_test

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/desk"
)

// why gives the refusals of that code that Verify names.
func why(t *testing.T, u unit, code string) []*data.Refusal {
	t.Helper()
	v, err := u.Verify(context.Background())
	require.NoError(t, err)
	var found []*data.Refusal
	for _, b := range v.Broken {
		if b.Why.Code == code {
			require.Zero(t, b.Record)
			require.Empty(t, b.Number)
			found = append(found, b.Why)
		}
	}
	require.Equal(t, len(v.Broken) == 0, v.OK)
	return found
}

// damageIndex makes an index of the file disagree with its table, which only the engine's own check can find.
func damageIndex(u unit) {
	u.tamper(
		"PRAGMA writable_schema = on",
		"UPDATE sqlite_master SET sql = 'CREATE INDEX items_status ON items (title, id)' WHERE name = 'items_status'",
		"PRAGMA writable_schema = reset",
	)
}

func TestADamagedFileIsNamed(t *testing.T) {
	u := newUnit(t)
	u.draft("李经办", "3.5")
	require.Empty(t, why(t, u, "verify.file"))
	damageIndex(u)
	found := why(t, u, "verify.file")
	require.Len(t, found, 1)
	require.Equal(t, filepath.Base(u.path), found[0].Args[0])
	require.NotEqual(t, "0", found[0].Args[1])
}

func TestTriggersThatAreMissingOrChangedAreNamed(t *testing.T) {
	for name, statements := range map[string][]string{
		"one missing": {"DROP TRIGGER log_no_delete"},
		"one changed": {"DROP TRIGGER log_no_delete", "CREATE TRIGGER log_no_delete BEFORE DELETE ON log BEGIN SELECT 1; END"},
		"one added":   {"CREATE TRIGGER helpful AFTER INSERT ON items BEGIN SELECT 1; END"},
	} {
		t.Run(name, func(t *testing.T) {
			u := newUnit(t)
			require.Empty(t, why(t, u, "verify.triggers"))
			db := u.raw()
			for _, s := range statements {
				_, err := db.Exec(s)
				require.NoError(t, err)
			}
			require.NoError(t, db.Close())
			require.Len(t, why(t, u, "verify.triggers"), 1)
		})
	}
}

func TestWhoHasLostTheKeyIsNamed(t *testing.T) {
	const ofClerk = " WHERE person_id = (SELECT id FROM people WHERE name = '李经办')"
	for _, statement := range []string{
		"DELETE FROM secrets" + ofClerk,
		"UPDATE secrets SET locked = '改'" + ofClerk,
		"UPDATE secrets SET locked = '{}'" + ofClerk,
	} {
		t.Run(statement, func(t *testing.T) {
			u := newUnit(t)
			u.tamper(statement)
			found := why(t, u, "verify.secret")
			require.Len(t, found, 1)
			require.Equal(t, []string{"李经办"}, found[0].Args)
		})
	}
}

func TestWithoutTheTableOfSecretsEverybodyIsNamed(t *testing.T) {
	u := newUnit(t)
	u.tamper("DROP TABLE secrets")
	require.Len(t, why(t, u, "verify.secret"), 5)
	_, err := u.SignIn(context.Background(), "李经办", password)
	refused(t, err, data.ErrBroken, "store.damaged")
}

func TestWhoHasLeftNeedsNoKey(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	people, err := u.People(ctx)
	require.NoError(t, err)
	p := people[0]
	for _, other := range people {
		if other.Name == "周全能" {
			p = other
		}
	}
	p.Until = "2026-03-04"
	require.NoError(t, u.as("赵管理").SavePerson(ctx, p))
	u.tamper("DELETE FROM secrets WHERE person_id = '" + p.ID + "'")
	require.Empty(t, why(t, u, "verify.secret"))
}

func TestALogWhoseEndWasCutOffIsNamed(t *testing.T) {
	u := newUnit(t)
	u.tamper("DELETE FROM log WHERE kind = 'catalogue'", "DELETE FROM catalogues", "DELETE FROM entries", "DELETE FROM categories")
	found := why(t, u, "verify.cut")
	require.Len(t, found, 1)
	require.Equal(t, []string{"12", "13"}, found[0].Args)

	// What is lawfully written after does not cover it.
	_, err := u.as("李经办").SignBulletin(context.Background(), 1, []byte("x"))
	require.NoError(t, err)
	require.Len(t, why(t, u, "verify.cut"), 1)
	u.tamper("DELETE FROM counters WHERE name = 'log'")
	require.Len(t, why(t, u, "verify.cut"), 1)
}

func TestAUnitThatIsNotFoundedHasNothingToVerify(t *testing.T) {
	u := unfounded(t)
	v, err := u.Verify(context.Background())
	require.NoError(t, err)
	require.True(t, v.OK, "%v", v.Broken)
	require.Empty(t, v.Fingerprint)
	require.Zero(t, v.Records)
}

func unfounded(t *testing.T) unit {
	t.Helper()
	u := newUnit(t)
	start := setup()
	start.People = nil
	path := filepath.Join(t.TempDir(), "空.db")
	d, err := desk.Create(context.Background(), path, start, u.opt)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, d.Close()) })
	u.Desk, u.path = d, path
	return u
}
