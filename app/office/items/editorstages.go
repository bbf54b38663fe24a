package items

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// stages is the plan of 逐段公开: the stages of the work, the year-end summaries that follow from their days, and which of
// them this version discloses (S9). Rows stay where they are while one types; the plan is in the order of the days.
type stages struct {
	editor *editor
	rows   []*stageRow
	kept   []data.Stage // the summaries as the office named them
	now    data.Stage   // what this version discloses
	which  *ui.Select
	list   *fyne.Container
	yearly *fyne.Container
	form   fyne.CanvasObject
	object *fyne.Container // the form, for what is disclosed by stages
}

// stageRow is a stage of the work as it is being typed.
type stageRow struct {
	name *widget.Entry
	due  *ui.DateField
}

func (r *stageRow) stage() data.Stage {
	return data.Stage{Name: r.name.Text, Due: data.Date(r.due.Date())}
}

func newStages(e *editor) *stages {
	w := e.page.env.Words
	s := &stages{editor: e, list: ui.Column(6), yearly: container.NewStack()}
	s.which = ui.NewSelect(nil, s.choose)
	add := ui.NewLinkIn(w.T("editor.stage.add"), ui.SizeSmall, ui.Red(), func() {
		s.add(data.Stage{})
		s.editor.reveal(s.rows[len(s.rows)-1].name)
	})
	s.object, s.form = container.NewStack(), ui.Column(7,
		ui.Named(w.T("editor.stages"), ui.Column(6, s.list, ui.Pad(2, 2, 0, 0, ui.Line(0, add)), s.yearly)),
		ui.Named(w.T("editor.stage.which"), s.which))
	return s
}

func (s *stages) fill(c data.Content) {
	s.now = data.Stage{}
	if c.Stage > 0 && c.Stage <= len(c.Stages) {
		s.now = c.Stages[c.Stage-1]
	}
	s.begin(c.Stages)
}

// begin shows a plan.
func (s *stages) begin(plan []data.Stage) {
	s.rows, s.kept, s.list.Objects = nil, nil, nil
	for i, stage := range plan {
		if stage.Summary {
			s.kept = append(s.kept, stage)
		} else {
			s.add(stage)
		}
		if i == 0 && s.now.Name == "" {
			s.now = stage
		}
	}
	s.list.Refresh()
}

// add puts a row at the end.
func (s *stages) add(stage data.Stage) {
	w := s.editor.page.env.Words
	row := &stageRow{name: widget.NewEntry(), due: s.editor.page.env.DateField()}
	row.name.SetText(stage.Name)
	row.name.SetPlaceHolder(w.T("editor.stage.name"))
	row.due.SetDate(string(stage.Due))
	changed := func(string) {
		if s.now == stage { // the stage of this version keeps being it under another name or day
			s.now = row.stage()
		}
		stage = row.stage()
		s.editor.changed()
	}
	row.name.OnChanged, row.due.OnChange = changed, changed
	s.rows = append(s.rows, row)
	var line *fyne.Container
	remove := ui.NewLinkIn(w.T("editor.remove"), ui.SizeSmall, ui.Red(), func() {
		s.rows = slices.DeleteFunc(s.rows, func(r *stageRow) bool { return r == row })
		s.list.Remove(line)
		s.editor.changed()
		s.editor.relaid()
	})
	const dayWidth = 142
	day := container.NewStack(ui.Space(dayWidth, 1), row.due)
	line = ui.Frame(nil, nil, nil, ui.Line(8, ui.Space(0, 1), day, remove), row.name)
	s.list.Add(line)
	s.editor.relaid()
}

// plan gives the stages in the order of their days with the summaries that they call for, then those without a day; and
// which of them this version discloses.
func (s *stages) plan() ([]data.Stage, int) {
	var dated, undated []data.Stage
	for _, row := range s.rows {
		if stage := row.stage(); stage.Due == "" {
			undated = append(undated, stage)
		} else {
			dated = append(dated, stage)
		}
	}
	plan := append(data.WithSummaries(append(dated, s.kept...)), undated...)
	if len(plan) == 0 {
		return nil, 0
	}
	at := slices.Index(plan, s.now)
	if at < 0 {
		at = slices.IndexFunc(plan, func(stage data.Stage) bool { return s.now.Summary && stage.Summary && stage.Due == s.now.Due })
	}
	return plan, max(0, at) + 1
}

// choose notes which stage this version discloses.
func (s *stages) choose(string) {
	plan, now := s.plan()
	if at := s.which.SelectedIndex(); at >= 0 && at < len(plan) && at != now-1 {
		s.now = plan[at]
		s.editor.changed()
	}
}

// show shows which summaries follow, and offers the stages for this version.
func (s *stages) show(c data.Content) {
	w := s.editor.page.env.Words
	s.object.Objects, s.object.Hidden = nil, c.Mode != data.Staged
	if !s.object.Hidden {
		s.object.Objects = []fyne.CanvasObject{s.form}
	}
	var names, yearly []string
	for i, stage := range c.Stages {
		name := stage.Name
		if name == "" {
			name = "…"
		}
		names = append(names, strconv.Itoa(i+1)+". "+name+"　"+w.Date(stage.Due))
		if stage.Summary {
			yearly = append(yearly, w.T("editor.stage.summary", w.Date(stage.Due)))
		}
	}
	s.yearly.Objects = nil
	if len(yearly) > 0 {
		column := ui.Column(2)
		for _, line := range yearly {
			column.Add(ui.Text(line, ui.SizeSmall, ui.SecondInk()))
		}
		s.yearly.Objects = []fyne.CanvasObject{column}
	}
	s.which.Options = names
	if c.Stage > 0 {
		s.which.Selected = names[c.Stage-1]
	}
	s.which.Refresh()
	s.object.Refresh()
}
