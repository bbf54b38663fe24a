package settings

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"gongkailan/app/office/screen"
	"gongkailan/data"
	"gongkailan/data/desk"
)

// mostDaily is how many daily back-ups of a unit a folder keeps.
const mostDaily = 30

// kept is what this machine remembers about the back-ups of one database.
type kept struct {
	prefs    screen.Prefs
	database string
}

func keptBy(prefs screen.Prefs, database string) kept { return kept{prefs, database} }

func (k kept) get(key string) string {
	if k.prefs == nil {
		return ""
	}
	return k.prefs.String("backup." + key + ":" + k.database)
}

func (k kept) set(key, value string) { k.prefs.SetString("backup."+key+":"+k.database, value) }

// folder is where back-ups go, "" for nowhere.
func (k kept) folder() string { return k.get("folder") }

// last gives the last back-up and its day.
func (k kept) last() (path string, on data.Date) {
	day, path, _ := strings.Cut(k.get("last"), " ")
	return path, data.Date(day)
}

func (k kept) remember(made desk.Backup, on data.Date) { k.set("last", string(on)+" "+made.Path) }

// BackUp makes the unit's back-up of today in a folder, in place of an earlier one of the day, and keeps the newest
// thirty.
func BackUp(ctx context.Context, d *desk.Desk, folder string) (desk.Backup, error) {
	unit, err := d.Unit(ctx)
	if err != nil {
		return desk.Backup{}, err
	}
	made, err := d.Backup(ctx, filepath.Join(folder, desk.BackupName(unit.Name, d.Today())))
	if err != nil {
		return made, err
	}
	_, err = desk.KeepLast(folder, unit.Name, mostDaily)
	return made, err
}

// Daily is the back-up of the day that this machine still owes its database.
type Daily struct {
	Folder string
	kept   kept
	today  data.Date
}

// Due gives the back-up of the day; false where no folder is set, or today's is made.
func Due(prefs screen.Prefs, d *desk.Desk) (Daily, bool) {
	k := keptBy(prefs, d.Path())
	_, on := k.last()
	daily := Daily{k.folder(), k, d.Today()}
	return daily, daily.Folder != "" && on != daily.today
}

// Made remembers that the back-up was made.
func (d Daily) Made(made desk.Backup) { d.kept.remember(made, d.today) }

// mayKeep tells whether back-ups can be written into a folder; "" makes none.
func mayKeep(folder string) error {
	if folder == "" {
		return nil
	}
	info, err := os.Stat(folder)
	if err != nil || !info.IsDir() {
		return data.Refuse(data.ErrNotFound, "backup.nofolder", folder)
	}
	file, err := os.CreateTemp(folder, ".gongkailan-*")
	if err != nil {
		return data.Refuse(data.ErrRefused, "store.folder.readonly", folder)
	}
	if err := file.Close(); err != nil {
		return err
	}
	return os.Remove(file.Name())
}
