package settings

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/data/workday"
)

// yearView shows twelve months: the days that count on green, those that a notice gives or takes with a word.
func (f *holidayForm) yearView() fyne.CanvasObject {
	var months []fyne.CanvasObject
	for month := 1; month <= 12; month++ {
		months = append(months, f.month(month))
	}
	return ui.Columns(4, 18, months...)
}

// month shows one month, weeks from Monday on.
func (f *holidayForm) month(month int) fyne.CanvasObject {
	first := data.Date(strconv.Itoa(f.year) + "-" + twoDigits(month) + "-01")
	grid := container.New(cells{})
	for i := 1; i <= 7; i++ {
		grid.Add(tile(f.t("day."+strconv.Itoa(i%7)), ui.Plain, true))
	}
	for range (int(first.Time().Weekday()) + 6) % 7 {
		grid.Add(ui.Space(1, 1))
	}
	for _, d := range f.facts.calendar.Strip(first, first.AddMonths(1).AddDays(-1)) {
		grid.Add(f.dayTile(d))
	}
	return container.New(layout.NewCustomPaddedVBoxLayout(2), ui.Bold(f.t("month."+strconv.Itoa(month)), ui.SizeSmall, ui.Ink()), grid)
}

func (f *holidayForm) dayTile(d workday.Day) fyne.CanvasObject {
	number := strconv.Itoa(d.Date.Time().Day())
	said, ruled := f.facts.calendar.Said(d.Date)
	switch {
	case ruled && !said.Works:
		return tile(number+f.t("settings.holiday.off"), ui.Bad, false)
	case ruled:
		return tile(number+f.t("settings.holiday.on"), ui.Waiting, false)
	case d.Counts:
		return tile(number, ui.Good, false)
	default:
		return tile(number, ui.Plain, true)
	}
}

// legend says what the grounds and words of the days mean.
func (f *holidayForm) legend() fyne.CanvasObject {
	sample := func(text string, tone ui.Tone, plain bool, key string) fyne.CanvasObject {
		return ui.Line(6, ui.AtLeast(28, tile(text, tone, plain)), ui.Text(f.t(key), ui.SizeSmall, ui.SecondInk()))
	}
	return ui.Line(22,
		sample("5", ui.Good, false, "settings.legend.works"), sample("7", ui.Plain, true, "settings.legend.weekend"),
		sample("1"+f.t("settings.holiday.off"), ui.Bad, false, "settings.legend.holiday"),
		sample("8"+f.t("settings.holiday.on"), ui.Waiting, false, "settings.legend.moved"))
}

// cells lays out the days of a month in seven columns.
type cells struct{}

const (
	cellHeight float32 = 19
	cellWidth  float32 = 20 // at least; a wide window gives more
	cellSpace  float32 = 2
)

func (cells) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(7*cellWidth, 7*(cellHeight+cellSpace))
}

func (cells) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := size.Width / 7
	for i, object := range objects {
		object.Resize(fyne.NewSize(width-cellSpace, cellHeight))
		object.Move(fyne.NewPos(float32(i%7)*width, float32(i/7)*(cellHeight+cellSpace)))
	}
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
