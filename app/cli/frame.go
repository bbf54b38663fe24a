package cli

import (
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/workday"
)

// frame is what every document of a unit is set in.
type frame struct {
	unit      data.Unit
	catalogue data.Catalogue
	offices   []data.Office
	calendar  workday.Calendar // with the holidays that the office added
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
	if f.offices, err = d.Offices(c.ctx); err != nil {
		return f, err
	}
	f.calendar, err = d.Calendar(c.ctx)
	return f, err
}
