package folder

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"time"
)

// Settings are what was chosen for this machine. A field that is empty was not chosen.
type Settings struct {
	// Bulletin is the public file, Outbox the folder for sealed messages; both are whole paths.
	Bulletin string `json:"bulletin,omitempty"`
	Outbox   string `json:"outbox,omitempty"`
	// Unit is the fingerprint of the unit whose file is shown.
	Unit string `json:"unit,omitempty"`
	// Monitor is the name of a monitor, or its number counted from 1.
	Monitor string `json:"monitor,omitempty"`
	// PanelInches is the diagonal of the panel; width and height in mm go before it where both are given.
	PanelInches   float64 `json:"panel_inches,omitempty"`
	PanelWidthMM  float64 `json:"panel_width_mm,omitempty"`
	PanelHeightMM float64 `json:"panel_height_mm,omitempty"`
	// NightFrom and NightTo are the hours of the dimmed screen, as 22:00.
	NightFrom string `json:"night_from,omitempty"`
	NightTo   string `json:"night_to,omitempty"`
	// Restart is when the lobby starts anew every night, as 03:30; RestartNever for never.
	Restart string `json:"nightly_restart,omitempty"`
	PIN     PIN    `json:"pin,omitzero"`
}

// RestartNever is the setting of a lobby that does not start anew at night.
const RestartNever = "never"

// PIN is what the machine keeps of the PIN by which staff leave: never the PIN, only what checks it.
type PIN struct {
	Salt []byte `json:"salt"`
	Sum  []byte `json:"sum"`
}

// IsZero tells that no PIN was set.
func (p PIN) IsZero() bool { return len(p.Sum) == 0 }

// Over gives the settings with what was chosen anew in the place of what was chosen before.
func (s Settings) Over(before Settings) Settings {
	text := func(now, then string) string {
		if now != "" {
			return now
		}
		return then
	}
	s.Bulletin, s.Outbox = text(s.Bulletin, before.Bulletin), text(s.Outbox, before.Outbox)
	s.Unit, s.Monitor = text(s.Unit, before.Unit), text(s.Monitor, before.Monitor)
	s.NightFrom, s.NightTo = text(s.NightFrom, before.NightFrom), text(s.NightTo, before.NightTo)
	s.Restart = text(s.Restart, before.Restart)
	switch {
	case s.PanelWidthMM > 0 && s.PanelHeightMM > 0:
	case s.PanelInches > 0: // a panel of another size has other sides
		s.PanelWidthMM, s.PanelHeightMM = 0, 0
	default:
		s.PanelInches, s.PanelWidthMM, s.PanelHeightMM = before.PanelInches, before.PanelWidthMM, before.PanelHeightMM
	}
	if s.PIN.IsZero() {
		s.PIN = before.PIN
	}
	return s
}

const (
	millimetresPerInch = 25.4
	usualInches        = 43 // the panel that the lobby is drawn for
)

// Panel gives width and height in mm of a panel of so many pixels; a 43-inch one where nothing was chosen.
func (s Settings) Panel(width, height int) (widthMM, heightMM float64) {
	if s.PanelWidthMM > 0 && s.PanelHeightMM > 0 {
		return s.PanelWidthMM, s.PanelHeightMM
	}
	inches := s.PanelInches
	if inches <= 0 {
		inches = usualInches
	}
	diagonal := math.Hypot(float64(width), float64(height))
	if diagonal == 0 {
		return 0, 0
	}
	pixel := inches * millimetresPerInch / diagonal
	return float64(width) * pixel, float64(height) * pixel
}

// usualRestart is a time at which nobody stands before the screen.
const usualRestart = 3*time.Hour + 30*time.Minute

// RestartAt gives when after midnight the lobby starts anew; false where it never does. A time that cannot be read is
// the usual one, 03:30.
func (s Settings) RestartAt() (time.Duration, bool) {
	if s.Restart == RestartNever {
		return 0, false
	}
	at, err := time.Parse("15:04", s.Restart)
	if err != nil {
		return usualRestart, true
	}
	return time.Duration(at.Hour())*time.Hour + time.Duration(at.Minute())*time.Minute, true
}

// mostSettings is far more than settings ever are.
const mostSettings = 1 << 20

// Settings reads what was chosen; nothing was where there is no file yet.
func (f Folder) Settings() (Settings, error) {
	var s Settings
	if err := read(f.settings(), &s); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return Settings{}, fmt.Errorf("settings of the lobby: %w", err)
	}
	return s, nil
}

// Choose keeps settings on the disk. Settings that are there already are not written again: a full disk must not keep a
// lobby from starting as it did yesterday.
func (f Folder) Choose(s Settings) error {
	if before, err := f.Settings(); err == nil {
		was, _ := json.Marshal(before)
		if is, _ := json.Marshal(s); string(was) == string(is) {
			return nil
		}
	}
	raw, err := json.MarshalIndent(s, "", " ")
	if err != nil {
		return err
	}
	if err := f.Make(); err != nil {
		return err
	}
	return write(f.settings(), append(raw, '\n'), true)
}

// read reads a JSON file of ours.
func read(path string, into any) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, mostSettings))
	if err != nil {
		return err
	}
	return json.Unmarshal(raw, into)
}
