package cli

// officeCommand opens the desk.
type officeCommand struct {
	Demo bool `help:"A demonstration unit with invented people, made anew where there is none."`
}

// Run opens the desk's window and returns when it is closed.
func (o *officeCommand) Run(c *call) error {
	return c.Office(c.ctx, OfficeCall{DB: c.DB, Demo: o.Demo, Language: c.Lang})
}
