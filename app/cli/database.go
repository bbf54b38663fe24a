package cli

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/term"

	"gongkailan/app/demo"
	"gongkailan/assets"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/workday"
)

// UsualDatabase is where the desk keeps its database when no other is named.
func UsualDatabase() (string, error) {
	folder, err := os.UserConfigDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(folder, "gongkailan", "gongkailan.db"), nil
}

// open opens the database that the call names.
func (c *call) open() (*desk.Desk, error) {
	path, err := c.database()
	if err != nil {
		return nil, err
	}
	return desk.Open(c.ctx, path, c.options())
}

// database is the path of the database that the call names.
func (c *call) database() (string, error) {
	if c.DB != "" {
		return c.DB, nil
	}
	return UsualDatabase()
}

func (c *call) options() desk.Options {
	return desk.Options{Now: c.Now, Calendar: workday.New()}
}

// with opens the database, does something with it and closes it.
func (c *call) with(do func(*desk.Desk) error) error {
	d, err := c.open()
	if err != nil {
		return err
	}
	return errors.Join(do(d), d.Close())
}

// signIn signs in whom --as names. A demonstration unit signs its checker in by itself; its password is no secret.
func (c *call) signIn(d *desk.Desk) (*desk.Session, error) {
	unit, err := d.Unit(c.ctx)
	if err != nil {
		return nil, err
	}
	name := c.As
	password := c.Getenv("GONGKAILAN_PASSWORD")
	if unit.Demo {
		u := demo.Read()
		if name == "" {
			name = u.With(data.Checker, "")
		}
		if password == "" {
			password = u.Password
		}
	}
	if name == "" {
		return nil, data.Refuse(data.ErrInvalid, "cli.who")
	}
	if password == "" {
		if password, err = c.secret("GONGKAILAN_PASSWORD", "cli.password.prompt"); err != nil {
			return nil, err
		}
	}
	return d.SignIn(c.ctx, name, password)
}

// secret reads a password or PIN from the variable or, where a person sits at a terminal, from a prompt.
func (c *call) secret(variable, prompt string) (string, error) {
	if value := c.Getenv(variable); value != "" {
		return value, nil
	}
	fmt.Fprint(c.Err, c.words.T(prompt))
	if file, ok := c.In.(*os.File); ok && term.IsTerminal(int(file.Fd())) {
		typed, err := term.ReadPassword(int(file.Fd()))
		fmt.Fprintln(c.Err)
		return string(typed), err
	}
	line, err := bufio.NewReader(c.In).ReadString('\n')
	if line = strings.TrimRight(line, "\r\n"); line == "" {
		return "", data.Refuse(data.ErrInvalid, "cli.secret", variable)
	}
	if err != nil && line == "" {
		return "", err
	}
	return line, nil
}

// usualCatalogue reads the embedded default catalogue.
func usualCatalogue() (data.Catalogue, error) { return data.ReadCatalogue(assets.DefaultCatalogue()) }

// catalogueSet reads an embedded ready set.
func catalogueSet(name string) (data.Catalogue, error) {
	usual, err := usualCatalogue()
	if err != nil {
		return data.Catalogue{}, err
	}
	return data.ReadCatalogueSet(assets.CatalogueSet(name), usual)
}
