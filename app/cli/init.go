package cli

import (
	"os"
	"path/filepath"
	"strings"

	"gongkailan/data"
	"gongkailan/data/desk"
)

// initCommand makes a new database for a unit. With --as it is founded at once, with that person as administrator;
// without, the first-start wizard asks for the people.
type initCommand struct {
	Unit     string `required:"" help:"The unit's name." placeholder:"NAME"`
	Superior string `help:"The superior Party organisation." placeholder:"NAME"`
	// The usual one is the default, so that scripts from before there were others go on.
	Catalogue string `help:"The ready catalogue to begin with: default, village or school." default:"default" enum:"default,village,school"`
}

// Run makes the database; it is refused where there is a file already.
func (i *initCommand) Run(c *call) error {
	if strings.TrimSpace(i.Unit) == "" {
		return data.Refuse(data.ErrInvalid, "cli.unit")
	}
	catalogue, err := catalogueSet(i.Catalogue)
	if err != nil {
		return err
	}
	catalogue.From = c.today()
	name := strings.TrimSpace(i.Unit)
	setup := desk.Setup{Catalogue: catalogue, Unit: data.Unit{
		Name: name, Superior: strings.TrimSpace(i.Superior), Issuer: "中共" + name + "党组",
	}}
	if c.As != "" {
		password, err := c.secret("GONGKAILAN_PASSWORD", "cli.password.prompt")
		if err != nil {
			return err
		}
		setup.Offices = []data.Office{{Name: "办公室"}}
		setup.People = []desk.Newcomer{{
			Person: data.Person{Name: c.As, OfficeID: "办公室", Roles: []data.Role{data.Admin}}, Password: password,
		}}
	}
	path := c.DB
	if path == "" {
		if path, err = UsualDatabase(); err != nil {
			return err
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return err
		}
	}
	d, err := desk.Create(c.ctx, path, setup, c.options())
	if err != nil {
		return err
	}
	c.say("cli.init.done", name, filepath.Base(path))
	return d.Close()
}
