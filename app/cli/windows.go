package cli

import (
	"strings"

	"gongkailan/data"
)

// officeCommand opens the desk.
type officeCommand struct {
	Demo bool `help:"A demonstration unit with invented people, made anew where there is none."`
}

// Run opens the desk's window and returns when it is closed.
func (o *officeCommand) Run(c *call) error {
	return c.Office(c.ctx, OfficeCall{DB: c.DB, Demo: o.Demo, Language: c.Lang})
}

// kioskCommand opens the lobby view.
type kioskCommand struct {
	Bulletin string `help:"The public file." placeholder:"FILE"`
	Windowed bool   `help:"In a window instead of the full screen."`
	UnitKey  string `help:"The unit's fingerprint; a file of any other unit is refused." placeholder:"FINGERPRINT" name:"unit-key"`
	SetPIN   bool   `help:"Set the PIN by which staff leave the lobby view on this machine, and stop." name:"set-pin"`
}

// Run opens the lobby view and returns when staff have left it.
func (k *kioskCommand) Run(c *call) error {
	if k.SetPIN {
		pin, err := c.secret("GONGKAILAN_PIN", "cli.pin.prompt")
		if err != nil {
			return err
		}
		if pin = strings.TrimSpace(pin); !isPIN(pin) {
			return data.Refuse(data.ErrInvalid, "kiosk.pin")
		}
		if err := c.World.SetPIN(pin); err != nil {
			return err
		}
		c.say("cli.pin.set")
		return nil
	}
	if k.Bulletin == "" {
		return data.Refuse(data.ErrInvalid, "kiosk.nofile")
	}
	return c.Kiosk(c.ctx, KioskCall{
		Bulletin: k.Bulletin, UnitKey: k.UnitKey, Windowed: k.Windowed, Language: c.words.Language,
	})
}

func isPIN(pin string) bool {
	for _, r := range pin {
		if r < '0' || r > '9' {
			return false
		}
	}
	return len(pin) >= 6 && len(pin) <= 12
}
