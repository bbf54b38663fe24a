package desk_test

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/store"
)

// backedUp makes a unit with one item and one file, and its back-up.
func backedUp(t *testing.T) (u unit, backup string, file data.Attachment) {
	t.Helper()
	u = newUnit(t)
	file, err := u.as("李经办").KeepFile(t.Context(), "名单.docx", []byte("名单"))
	require.NoError(t, err)
	it := u.draft("李经办", "3.1")
	it.Attachments = []data.Attachment{file}
	u.publish(u.must(u.as("李经办").SaveDraft(t.Context(), it)))
	backup = filepath.Join(t.TempDir(), "备份 #1.gkbak")
	b, err := u.Backup(t.Context(), backup)
	require.NoError(t, err)
	require.Equal(t, 1, b.Files)
	require.Positive(t, b.Size)
	return u, backup, file
}

func names(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	require.NoError(t, err)
	list := []string{}
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}

func TestWhatWasBackedUpComesBackWhole(t *testing.T) {
	u, backup, file := backedUp(t)
	require.Equal(t, []string{"备份 #1.gkbak"}, names(t, filepath.Dir(backup)), "nothing is left beside it")
	for _, name := range names(t, filepath.Dir(u.path)) {
		require.NotContains(t, name, "backup")
	}
	path := filepath.Join(t.TempDir(), "恢复.db")
	r, err := desk.Restore(t.Context(), backup, path)
	require.NoError(t, err)
	require.Equal(t, "云岭县食品药品监督管理局", r.Unit)
	require.Equal(t, 1, r.Files)
	d, err := desk.Open(t.Context(), path, u.opt)
	require.NoError(t, err)
	defer d.Close()
	v, err := d.Verify(t.Context())
	require.NoError(t, err)
	require.True(t, v.OK, "%v", v.Broken)
	raw, err := d.File(t.Context(), file)
	require.NoError(t, err)
	require.Equal(t, "名单", string(raw))
	_, err = d.SignIn(t.Context(), "李经办", password)
	require.NoError(t, err)
	was, err := u.Items(t.Context(), desk.Filter{})
	require.NoError(t, err)
	is, err := d.Items(t.Context(), desk.Filter{})
	require.NoError(t, err)
	require.Equal(t, was, is)
	_, err = desk.Restore(t.Context(), backup, path)
	refused(t, err, data.ErrRefused, "store.exists")
}

func TestABackUpThatIsBrokenOffLeavesTheOneBefore(t *testing.T) {
	u, backup, _ := backedUp(t)
	before, err := os.ReadFile(backup)
	require.NoError(t, err)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = u.Backup(ctx, backup)
	require.ErrorIs(t, err, context.Canceled)
	after, err := os.ReadFile(backup)
	require.NoError(t, err)
	require.Equal(t, before, after)
	require.Len(t, names(t, filepath.Dir(backup)), 1)
	_, err = u.Backup(t.Context(), filepath.Join(t.TempDir(), "nowhere", "x.gkbak"))
	refused(t, err, data.ErrNotFound, "backup.nofolder")
	_, err = u.Backup(t.Context(), u.path)
	refused(t, err, data.ErrRefused, "backup.place")
}

func TestADamagedFileIsLeftOutOfTheBackUpAndNamed(t *testing.T) {
	u, backup, file := backedUp(t)
	require.NoError(t, os.WriteFile(filepath.Join(store.FilesBeside(u.path), file.Digest[:2], file.Digest), []byte("改了"), 0o600))
	b, err := u.Backup(t.Context(), backup)
	require.NoError(t, err)
	require.Equal(t, []string{file.Digest}, b.LeftOut)
	require.Zero(t, b.Files)
	_, err = desk.Restore(t.Context(), backup, filepath.Join(t.TempDir(), "r.db"))
	require.NoError(t, err)
}

// Half a file, or one in which a byte has changed, restores nothing that is not exactly what was backed up.
func TestADamagedBackUpIsRefusedAndLeavesNothing(t *testing.T) {
	_, backup, file := backedUp(t)
	whole, err := os.ReadFile(backup)
	require.NoError(t, err)
	folder := t.TempDir()
	path := filepath.Join(folder, "r.db")
	rapid.Check(t, func(rt *rapid.T) {
		raw := bytes.Clone(whole)
		at := rapid.IntRange(0, len(raw)-1).Draw(rt, "at")
		if rapid.Bool().Draw(rt, "cut") {
			raw = raw[:at]
		} else {
			raw[at] ^= byte(rapid.IntRange(1, 255).Draw(rt, "bits"))
		}
		require.NoError(rt, os.WriteFile(backup, raw, 0o600))
		_, err := desk.Restore(t.Context(), backup, path)
		if err == nil { // the byte says nothing, such as a time in a header
			kept, readErr := os.ReadFile(filepath.Join(store.FilesBeside(path), file.Digest[:2], file.Digest))
			require.NoError(rt, readErr)
			require.Equal(rt, "名单", string(kept))
			require.NoError(rt, os.Remove(path))
			require.NoError(rt, os.RemoveAll(store.FilesBeside(path)))
			return
		}
		require.ErrorIs(rt, err, data.ErrBroken)
		require.Empty(rt, names(t, folder))
	})
}

// repacked gives the back-up with its parts as the function wants them.
func repacked(t *testing.T, backup string, change func(name string, raw []byte) (string, []byte), more ...string) string {
	t.Helper()
	in, err := zip.OpenReader(backup)
	require.NoError(t, err)
	defer in.Close()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	add := func(name string, raw []byte) {
		method := zip.Deflate
		if strings.HasPrefix(name, "files/") {
			method = zip.Store
		}
		part, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		require.NoError(t, err)
		_, err = part.Write(raw)
		require.NoError(t, err)
	}
	for _, f := range in.File {
		part, err := f.Open()
		require.NoError(t, err)
		raw, err := io.ReadAll(part)
		require.NoError(t, err)
		if name, raw := change(f.Name, raw); name != "" {
			add(name, raw)
		}
	}
	for _, name := range more {
		add(name, []byte("x"))
	}
	require.NoError(t, w.Close())
	path := filepath.Join(t.TempDir(), "hostile.gkbak")
	require.NoError(t, os.WriteFile(path, out.Bytes(), 0o600))
	return path
}

func TestAHostileBackUpIsRefused(t *testing.T) {
	_, backup, file := backedUp(t)
	same := func(name string, raw []byte) (string, []byte) { return name, raw }
	of := func(which string, become func(raw []byte) (string, []byte)) string {
		return repacked(t, backup, func(name string, raw []byte) (string, []byte) {
			if strings.HasPrefix(name, which) {
				return become(raw)
			}
			return name, raw
		})
	}
	sum := sha256.Sum256([]byte("x"))
	hostile := map[string]string{
		"a way out of the folder": repacked(t, backup, same, "../../x.db"),
		"a name of its own":       repacked(t, backup, same, "files/readme.txt"),
		"a part twice":            repacked(t, backup, same, "files/"+file.Digest),
		"one file more":           repacked(t, backup, same, "files/"+hex.EncodeToString(sum[:])),
		"no description":          of("backup.json", func([]byte) (string, []byte) { return "", nil }),
		"no database":             of("database.db", func([]byte) (string, []byte) { return "", nil }),
		"another program's database": of("database.db", func(raw []byte) (string, []byte) {
			return "database.db", append([]byte("SQLite format 3\x00"), raw[16:]...)[:len(raw)-1]
		}),
		"a file that is not what its name says": of("files/", func([]byte) (string, []byte) { return "files/" + file.Digest, []byte("改了") }),
		"a bomb":                                of("database.db", func([]byte) (string, []byte) { return "database.db", make([]byte, 8<<20) }),
		"a description without end": of("backup.json", func(raw []byte) (string, []byte) {
			return "backup.json", append(raw, bytes.Repeat([]byte(" "), 1<<17)...)
		}),
	}
	for what, path := range hostile {
		folder := t.TempDir()
		_, err := desk.Restore(t.Context(), path, filepath.Join(folder, "r.db"))
		refused(t, err, data.ErrBroken, "backup.bad")
		require.Empty(t, names(t, folder), what)
	}
	newer := of("backup.json", func(raw []byte) (string, []byte) {
		return "backup.json", bytes.Replace(raw, []byte(`"format":1`), []byte(`"format":9`), 1)
	})
	_, err := desk.Restore(t.Context(), newer, filepath.Join(t.TempDir(), "r.db"))
	refused(t, err, data.ErrRefused, "backup.newer")
	_, err = desk.Restore(t.Context(), t.TempDir(), filepath.Join(t.TempDir(), "r.db"))
	refused(t, err, data.ErrBroken, "backup.bad")
	_, err = desk.Restore(t.Context(), filepath.Join(t.TempDir(), "none"), filepath.Join(t.TempDir(), "r.db"))
	refused(t, err, data.ErrNotFound, "file.missing")
}

func TestTheLastThirtyDailyBackUpsAreKeptAndNothingElseGoes(t *testing.T) {
	folder := t.TempDir()
	others := []string{"别的单位-2020-01-01.gkbak", "云岭局-2020-01-01.gkbak.txt", "云岭局-手工.gkbak", "云岭局-2020-13-01.gkbak"}
	for _, name := range others {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), nil, 0o600))
	}
	for i := range 33 {
		name := desk.BackupName("云岭局", data.Date("2026-01-01").AddDays(i))
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), nil, 0o600))
	}
	kept, err := desk.KeepLast(folder, "云岭局", 30)
	require.NoError(t, err)
	require.Len(t, kept, 30)
	require.Equal(t, "云岭局-2026-02-02.gkbak", kept[0])
	require.Equal(t, "云岭局-2026-01-04.gkbak", kept[29])
	require.Subset(t, names(t, folder), others)
	require.Len(t, names(t, folder), 30+len(others))
	require.Equal(t, "a_b_-2026-01-01.gkbak", desk.BackupName(`a/b:`, "2026-01-01"))
	_, err = desk.KeepLast(filepath.Join(folder, "gone"), "云岭局", 30)
	refused(t, err, data.ErrNotFound, "backup.nofolder")
}

func TestTheLogTellsWhoHeldWhichRoleOnADay(t *testing.T) {
	u := newUnit(t)
	li := u.person("李经办")
	u.clock.at = u.clock.at.AddDate(0, 0, 10) // 2026-03-15
	li.Roles = []data.Role{data.Approver}
	require.NoError(t, u.as("赵管理").SavePerson(t.Context(), li))
	could := func(day data.Date) string {
		people, err := u.PeopleOn(t.Context(), day)
		require.NoError(t, err)
		var list []string
		for _, p := range data.PowersOn(data.Approver, people, nil, day) {
			list = append(list, p.Person.Name)
		}
		return fmt.Sprint(list)
	}
	require.Equal(t, "[陈局长 周全能]", could("2026-03-14"))
	require.Equal(t, "[李经办 陈局长 周全能]", could("2026-03-15"))
	require.Equal(t, "[陈局长 周全能]", could("2026-02-01"), "before the program, as first entered")
	require.Equal(t, "[]", could("2025-12-31"))
	keys, err := u.KeyStates(t.Context())
	require.NoError(t, err)
	require.Equal(t, desk.KeyGood, keys[li.ID])
	li.Until = "2026-03-15"
	require.NoError(t, u.as("赵管理").SavePerson(t.Context(), li))
	u.clock.at = u.clock.at.AddDate(0, 0, 1)
	u.tamper("delete from secrets where person_id = '" + u.person("陈局长").ID + "'")
	keys, err = u.KeyStates(t.Context())
	require.NoError(t, err)
	require.Equal(t, desk.KeyOver, keys[li.ID])
	require.Equal(t, desk.KeyMissing, keys[u.person("陈局长").ID])
}

func TestWhoLeavesHandsEverythingOverOrNothing(t *testing.T) {
	u := newUnit(t)
	first, second := u.draft("李经办", "3.1"), u.draft("李经办", "3.1")
	from, to := u.person("李经办").ID, u.person("周全能").ID
	admin := u.as("赵管理")
	refused(t, admin.Depart(t.Context(), from, "2026-03-31", "调离", []desk.Given{
		{Numbers: []string{first.Number}, ToID: to}, {Numbers: []string{second.Number}, ToID: u.person("王审核").ID},
	}), data.ErrRefused, "handover.to")
	require.Equal(t, from, u.must(u.Item(t.Context(), first.Number)).HandlerID, "nothing has changed")
	require.Empty(t, u.person("李经办").Until)
	all := []desk.Given{{Numbers: []string{first.Number, second.Number}, ToID: to}}
	refused(t, u.as("李经办").Depart(t.Context(), from, "2026-03-31", "调离", all), data.ErrRefused, "admin.role")
	refused(t, admin.Depart(t.Context(), from, "", "调离", all), data.ErrInvalid, "depart.last")
	require.NoError(t, admin.Depart(t.Context(), from, "2026-03-31", "调离", all))
	require.Equal(t, data.Date("2026-03-31"), u.person("李经办").Until)
	require.Equal(t, to, u.must(u.Item(t.Context(), second.Number)).HandlerID)
	u.sound()
	only := u.person("赵管理")
	refused(t, admin.Depart(t.Context(), only.ID, "2026-03-04", "退休", nil), data.ErrRefused, "people.noadmin")
}

func TestAMemberOfTheGroupIsSomebodyOfTheUnit(t *testing.T) {
	u := newUnit(t)
	group := []data.GroupMember{{PersonID: "nobody", Duty: data.GroupHead, From: "2026-01-01"}}
	refused(t, u.as("赵管理").SaveSettings(t.Context(), data.Settings{Group: group}), data.ErrInvalid, "group.name")
	group[0].PersonID = u.person("陈局长").ID
	require.NoError(t, u.as("赵管理").SaveSettings(t.Context(), data.Settings{Group: group}))
	u.sound()
}

func TestWhatABrokenOffRestoreLeftIsClearedAway(t *testing.T) {
	_, backup, _ := backedUp(t)
	folder := t.TempDir()
	old, young := filepath.Join(folder, ".gongkailan-restore-1"), filepath.Join(folder, ".gongkailan-restore-2")
	for _, left := range []string{old, young} {
		require.NoError(t, os.Mkdir(left, 0o700))
	}
	before := time.Now().Add(-48 * time.Hour)
	require.NoError(t, os.Chtimes(old, before, before))
	_, err := desk.Restore(context.Background(), backup, filepath.Join(folder, "新.db"))
	require.NoError(t, err)
	require.NoDirExists(t, old)
	require.DirExists(t, young, "another restore may be at work in it")
}
