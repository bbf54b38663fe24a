package cli

import (
	"path/filepath"
	"strings"

	"gongkailan/data"
)

// kioskCommand opens the lobby view.
type kioskCommand struct {
	Bulletin     string  `help:"The public file." placeholder:"FILE"`
	Outbox       string  `help:"The folder for visitors' sealed messages." placeholder:"DIR"`
	UnitKey      string  `help:"The unit's fingerprint; a file of any other unit is refused." placeholder:"FINGERPRINT" name:"unit-key"`
	Monitor      string  `help:"The monitor to fill, by its name or its number counted from 1." placeholder:"NAME|N"`
	PanelInches  float64 `help:"The panel's diagonal in inches." placeholder:"N" name:"panel-inches"`
	Folder       string  `help:"The folder where the lobby keeps its settings, status and log on this machine." placeholder:"DIR"`
	Windowed     bool    `help:"In a window instead of the full screen."`
	NoSupervisor bool    `help:"Only the window: whoever starts it must start it anew when it ends." name:"no-supervisor"`
	SetPIN       bool    `help:"Set the PIN by which staff leave the lobby view on this machine, and stop." name:"set-pin"`

	// What the supervisor starts; nobody else has a use for them.
	Child        bool   `hidden:"" name:"child"`
	OutOfService bool   `hidden:"" name:"out-of-service"`
	Memory       string `hidden:"" name:"memory"`
}

// The panels that there are, in inches, with room to spare.
const (
	smallestPanel = 10
	largestPanel  = 200
)

// Run opens the lobby view and returns when staff have left it.
func (k *kioskCommand) Run(c *call) error {
	if err := k.wholePaths(); err != nil {
		return err
	}
	if k.SetPIN {
		return k.setPIN(c)
	}
	if k.PanelInches != 0 && (k.PanelInches < smallestPanel || k.PanelInches > largestPanel) {
		return data.Refuse(data.ErrInvalid, "kiosk.panel")
	}
	return c.Kiosk(c.ctx, KioskCall{
		Bulletin: k.Bulletin, Outbox: k.Outbox, UnitKey: k.UnitKey, Monitor: k.Monitor, PanelInches: k.PanelInches,
		Folder: k.Folder, Memory: k.Memory, Windowed: k.Windowed, Language: c.words.Language, Part: k.part(), Say: c.say,
	})
}

// wholePaths makes whole paths of those that were named: they are kept, and the next start may come from another folder.
func (k *kioskCommand) wholePaths() error {
	for _, path := range []*string{&k.Bulletin, &k.Outbox, &k.Folder} {
		if *path == "" {
			continue
		}
		whole, err := filepath.Abs(*path)
		if err != nil {
			return err
		}
		*path = whole
	}
	return nil
}

func (k *kioskCommand) part() KioskPart {
	switch {
	case k.OutOfService:
		return KioskOutOfService
	case k.Child:
		return KioskChild
	case k.NoSupervisor:
		return KioskWindow
	default:
		return KioskSupervised
	}
}

func (k *kioskCommand) setPIN(c *call) error {
	pin, err := c.secret("GONGKAILAN_PIN", "cli.pin.prompt")
	if err != nil {
		return err
	}
	if pin = strings.TrimSpace(pin); !isPIN(pin) {
		return data.Refuse(data.ErrInvalid, "kiosk.pin")
	}
	if err := c.World.SetPIN(k.Folder, pin); err != nil {
		return err
	}
	c.say("cli.pin.set")
	return nil
}

func isPIN(pin string) bool {
	for _, r := range pin {
		if r < '0' || r > '9' {
			return false
		}
	}
	return len(pin) >= 6 && len(pin) <= 12
}
