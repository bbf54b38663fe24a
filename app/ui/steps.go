package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// StepState tells how far a step of a course is.
type StepState int

const (
	StepAhead StepState = iota
	StepNow
	StepDone
)

// StepView is one step of a course: its name, and who and when.
type StepView struct {
	Name   string
	Detail string
	State  StepState
}

// Steps shows a course from left to right in one card. The sign before the name tells the state without colour.
func Steps(steps []StepView) *fyne.Container {
	cells := make([]fyne.CanvasObject, len(steps))
	for i, step := range steps {
		cells[i] = stepCell(step, i > 0)
	}
	return container.NewStack(box(White(), Hairline()), Pad(1, 1, 1, 1, Columns(max(1, len(steps)), 0, cells...)))
}

func stepCell(step StepView, divided bool) fyne.CanvasObject {
	sign, ink, ground := "○ ", SecondInk(), Clear()
	switch step.State {
	case StepDone:
		sign, ink = "✓ ", Green()
	case StepNow:
		sign = "● "
		ink, _ = Waiting.Colours()
		ground = rgb(0xFFFBEA)
	}
	sheet := canvas.NewRectangle(ground)
	sheet.CornerRadius = 7
	divider := canvas.NewRectangle(Clear())
	if divided {
		divider.FillColor = Hairline()
	}
	divider.SetMinSize(fyne.NewSize(1, 1))
	name := Bold(sign+step.Name, SizeText, ink)
	detail := newCellView()
	detail.show(Cell{Text: step.Detail, Muted: true})
	return container.NewStack(sheet, Frame(nil, nil, divider, nil, Pad(8, 8, 17, 6, Column(0, name, detail))))
}

// DayView is one day in a strip: the day and its weekday above, what it counts for below.
type DayView struct {
	Day    string
	Note   string
	Tone   Tone
	Framed bool // the last day
}

// DayStrip shows days side by side, in as many lines as the width asks for.
func DayStrip(days []DayView) *fyne.Container {
	cells := make([]fyne.CanvasObject, len(days))
	for i, day := range days {
		cells[i] = dayCell(day)
	}
	return container.New(layout.NewGridWrapLayout(fyne.NewSize(57, 45)), cells...)
}

func dayCell(day DayView) fyne.CanvasObject {
	ink, ground := day.Tone.Colours()
	sheet := canvas.NewRectangle(ground)
	sheet.CornerRadius = 5
	if day.Framed {
		sheet.StrokeColor, sheet.StrokeWidth = Green(), 2
	}
	top, note := Text(day.Day, SizeSmall, ink), Text(day.Note, SizeSmall, ink)
	top.Alignment, note.Alignment = fyne.TextAlignCenter, fyne.TextAlignCenter
	return container.NewStack(sheet, container.NewCenter(Column(-3, top, note)))
}
