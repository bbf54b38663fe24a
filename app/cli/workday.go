package cli

import (
	"strconv"

	"gongkailan/data"
	"gongkailan/data/workday"
)

// workdayCommand answers when a clock of working days ends, and shows why each day counts or not.
type workdayCommand struct {
	From string `arg:"" help:"The day of the event, e.g. 2026-03-05; it does not count."`
	N    string `arg:"" help:"How many working days."`
}

// Run prints the last day and the strip of days; it fails on a date or number that cannot be read.
func (w *workdayCommand) Run(c *call) error {
	from, err := data.ParseDate(w.From)
	if err != nil {
		return err
	}
	n, err := strconv.Atoi(w.N)
	if err != nil {
		return data.Refuse(data.ErrInvalid, "workday.number", w.N)
	}
	proof, err := workday.New().Last(from, n)
	if err != nil {
		return err
	}
	for _, day := range proof.Days {
		sign := "  "
		if day.Counts {
			sign = "+ "
		}
		c.print("%s%s %s  %s", sign, day.Date, c.words.Weekday(day.Date), c.words.Why(day.Reason))
	}
	c.print("%s", c.words.T("cli.workday.last", n, c.words.Date(proof.Last)))
	if !proof.Official {
		c.say("cli.workday.estimated")
	}
	return c.document(proof)
}
