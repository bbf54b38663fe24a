package data

import (
	"cmp"
	"fmt"
	"slices"
)

// Stage is a part of 逐段公开 with the day by which it is disclosed (S9).
type Stage struct {
	Name    string `json:"name"`
	Due     Date   `json:"due"`
	Summary bool   `json:"summary,omitempty"` // the year-end summary of work that spans years
}

// WithSummaries gives the stages in the order of their days with a summary at the end of every year that the work goes
// beyond (S9). Summaries that were there and are no longer called for are left out; names that the office gave stay.
func WithSummaries(stages []Stage) []Stage {
	var work, kept []Stage
	for _, s := range stages {
		if s.Summary {
			kept = append(kept, s)
		} else {
			work = append(work, s)
		}
	}
	slices.SortStableFunc(work, func(a, b Stage) int { return cmp.Compare(a.Due, b.Due) })
	if len(work) == 0 {
		return nil
	}
	plan := slices.Clone(work)
	for year := work[0].Due.Year(); year < work[len(work)-1].Due.Year(); year++ {
		plan = append(plan, summaryOf(year, kept))
	}
	// A summary stands behind the stages of its year's last day.
	slices.SortStableFunc(plan, func(a, b Stage) int { return cmp.Compare(a.Due, b.Due) })
	return plan
}

func summaryOf(year int, kept []Stage) Stage {
	end := Date(fmt.Sprintf("%d-12-31", year))
	for _, s := range kept {
		if s.Due == end {
			return s
		}
	}
	return Stage{Name: fmt.Sprintf("%d年年终小结", year), Due: end, Summary: true}
}

// checkStages tells whether the stages can be kept: each has a name and a day, they follow each other, the year-end
// summaries are there, and the one that is disclosed is one of them. It fails with ErrInvalid.
func (c Content) checkStages() error {
	if c.Mode != Staged {
		if len(c.Stages) > 0 || c.Stage != 0 {
			return Refuse(ErrInvalid, "stage.mode")
		}
		return nil
	}
	if len(c.Stages) == 0 && c.Stage == 0 {
		return nil // drafted before stages were planned
	}
	for _, s := range c.Stages {
		if blank(s.Name) || s.Due == "" {
			return Refuse(ErrInvalid, "stage.name", s.Name)
		}
	}
	if !slices.Equal(c.Stages, WithSummaries(c.Stages)) {
		return Refuse(ErrInvalid, "stage.summary")
	}
	if c.Stage < 1 || c.Stage > len(c.Stages) {
		return Refuse(ErrInvalid, "stage.which")
	}
	return nil
}

// DefaultStages is the plan that a 逐段 item starts from: how the work begins, and how it ends with the period.
func DefaultStages(p Period) []Stage {
	return WithSummaries([]Stage{{Name: "启动", Due: p.From}, {Name: "完成", Due: p.To}})
}
