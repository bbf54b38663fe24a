package cli

import (
	"gongkailan/data"
	"gongkailan/data/desk"
)

// frame is what every document of a unit is set in.
type frame struct {
	unit      data.Unit
	catalogue data.Catalogue
	offices   []data.Office
}

func (c *call) frame(d *desk.Desk) (frame, error) {
	var f frame
	var err error
	if f.unit, err = d.Unit(c.ctx); err != nil {
		return f, err
	}
	if f.catalogue, err = d.Catalogue(c.ctx, ""); err != nil {
		return f, err
	}
	f.offices, err = d.Offices(c.ctx)
	return f, err
}
