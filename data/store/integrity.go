package store

import (
	"context"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
)

const integrityCheck = `PRAGMA integrity_check`

// Damage lets the engine read the whole file and gives what it finds wrong, in its own words; nothing for a sound file.
func (t *Tx) Damage(ctx context.Context) ([]string, error) {
	var found []string
	if err := t.all(ctx, &found, integrityCheck); err != nil {
		return nil, fmt.Errorf("check the file: %w", err)
	}
	if slices.Equal(found, []string{"ok"}) {
		return nil, nil
	}
	return found, nil
}

const triggersSelect = `
SELECT sql
  FROM sqlite_master
 WHERE type = 'trigger'`

// TriggersIntact tells whether the triggers that keep the log as it is are all there, as the migrations made them, and
// no other trigger is.
func (t *Tx) TriggersIntact(ctx context.Context) (bool, error) {
	var there []string
	if err := t.all(ctx, &there, triggersSelect); err != nil {
		return false, fmt.Errorf("read the triggers: %w", err)
	}
	ours, err := ourTriggers()
	if err != nil {
		return false, err
	}
	for i := range there {
		there[i] = oneLine(there[i])
	}
	slices.Sort(there)
	return slices.Equal(there, ours), nil
}

// ourTriggers gives the statements of the migrations that make triggers, sorted.
func ourTriggers() ([]string, error) {
	names, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return nil, fmt.Errorf("migrations: %w", err)
	}
	making := regexp.MustCompile(`(?s)CREATE TRIGGER .*?\bEND\b`)
	var ours []string
	for _, name := range names {
		text, err := migrations.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("migrations: %w", err)
		}
		for _, statement := range making.FindAllString(string(text), -1) {
			ours = append(ours, oneLine(statement))
		}
	}
	slices.Sort(ours)
	return ours, nil
}

// oneLine evens out white space: a program built on Windows may have other line ends in its migrations.
func oneLine(statement string) string { return strings.Join(strings.Fields(statement), " ") }
