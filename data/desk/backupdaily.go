package desk

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gongkailan/data"
)

// BackupName gives the name of a unit's back-up of a day.
func BackupName(unit string, on data.Date) string {
	return strings.Map(plainInNames, unit) + "-" + string(on) + BackupEnding
}

// plainInNames puts a line in place of what no file name may hold.
func plainInNames(r rune) rune {
	if r < ' ' || strings.ContainsRune(`<>:"/\|?*`, r) {
		return '_'
	}
	return r
}

// KeepLast removes the oldest of the unit's daily back-ups in a folder beyond the newest so many; other files stay. It
// gives the names that stay, the newest first.
func KeepLast(folder, unit string, most int) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, data.Refuse(data.ErrNotFound, "backup.nofolder", folder)
	}
	var names []string
	for _, entry := range slices.Backward(entries) { // by name, so the newest last
		if entry.Type().IsRegular() && isDaily(entry.Name(), unit) {
			names = append(names, entry.Name())
		}
	}
	for len(names) > most {
		last := len(names) - 1
		if err := os.Remove(filepath.Join(folder, names[last])); err != nil {
			return names, notBackedUp(err)
		}
		names = names[:last]
	}
	return names, nil
}

func isDaily(name, unit string) bool {
	rest, ok := strings.CutPrefix(name, strings.Map(plainInNames, unit)+"-")
	day, ended := strings.CutSuffix(rest, BackupEnding)
	return ok && ended && len(day) == len("2006-01-02") && !data.Date(day).Time().IsZero()
}
