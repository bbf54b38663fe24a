package ui

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// DateWords are the texts of a date field: the title of a month from its year and number, and the seven days of the
// week from Monday on.
type DateWords struct {
	Month    func(year, month int) string
	Weekdays [7]string
	Wrong    string // under the field, when what was typed is no date
}

// DateField takes a date by typing or from a month's page. Parse turns what was typed into 2026-03-05 or fails; the
// field shows what Parse gives when it loses the focus.
type DateField struct {
	widget.BaseWidget
	Entry    *widget.Entry
	parse    func(string) (string, error)
	words    DateWords
	today    func() time.Time
	wrong    *canvas.Text
	OnChange func(date string)
}

// NewDateField makes an empty date field; today is where the month's page opens when the field is empty.
func NewDateField(words DateWords, parse func(string) (string, error), today func() time.Time) *DateField {
	f := &DateField{Entry: widget.NewEntry(), parse: parse, words: words, today: today}
	f.Entry.SetPlaceHolder("2026-03-05")
	f.wrong = Text(words.Wrong, SizeSmall, Red())
	f.wrong.Hide()
	f.Entry.OnChanged = f.typed
	f.ExtendBaseWidget(f)
	return f
}

// Date gives the date in the field as 2026-03-05; "" where there is none or none that can be read.
func (f *DateField) Date() string {
	date, err := f.parse(f.Entry.Text)
	if err != nil {
		return ""
	}
	return date
}

// SetDate shows a date.
func (f *DateField) SetDate(date string) { f.Entry.SetText(date) }

// CreateRenderer shows the entry and the button that opens the month's page.
func (f *DateField) CreateRenderer() fyne.WidgetRenderer {
	open := widget.NewButtonWithIcon("", theme.CalendarIcon(), f.openMonth)
	open.Importance = widget.LowImportance
	return widget.NewSimpleRenderer(Frame(nil, f.wrong, nil, open, f.Entry))
}

func (f *DateField) typed(text string) {
	date, err := "", error(nil)
	if text != "" {
		date, err = f.parse(text)
	}
	if shown := err != nil; shown != f.wrong.Visible() {
		f.wrong.Hidden = !shown
		f.Refresh()
	}
	if err == nil && f.OnChange != nil {
		f.OnChange(date)
	}
}

func (f *DateField) openMonth() {
	shown := f.today()
	if chosen, err := time.Parse(time.DateOnly, f.Date()); err == nil {
		shown = chosen
	}
	holder := fyne.CurrentApp().Driver().CanvasForObject(f)
	if holder == nil {
		return
	}
	page := container.NewStack()
	popup := widget.NewPopUp(page, holder)
	f.fillMonth(page, popup, time.Date(shown.Year(), shown.Month(), 1, 0, 0, 0, 0, time.UTC))
	popup.ShowAtRelativePosition(fyne.NewPos(0, f.Size().Height+2), f)
}

// fillMonth lays out one month, weeks from Monday on, with buttons to the months beside it.
func (f *DateField) fillMonth(page *fyne.Container, popup *widget.PopUp, first time.Time) {
	turn := func(months int) func() {
		return func() { f.fillMonth(page, popup, first.AddDate(0, months, 0)) }
	}
	title := Bold(f.words.Month(first.Year(), int(first.Month())), SizeText, Ink())
	head := container.NewBorder(nil, nil, widget.NewButton("‹", turn(-1)), widget.NewButton("›", turn(1)), container.NewCenter(title))
	grid := container.New(layout.NewGridLayoutWithColumns(7))
	for _, day := range f.words.Weekdays {
		grid.Add(container.NewCenter(Text(day, SizeSmall, SecondInk())))
	}
	for range (int(first.Weekday()) + 6) % 7 {
		grid.Add(Space(1, 1))
	}
	for day := first; day.Month() == first.Month(); day = day.AddDate(0, 0, 1) {
		date := day.Format(time.DateOnly)
		button := widget.NewButton(strconv.Itoa(day.Day()), func() {
			f.SetDate(date)
			popup.Hide()
		})
		button.Importance = widget.LowImportance
		if date == f.Date() {
			button.Importance = widget.HighImportance
		}
		grid.Add(button)
	}
	page.Objects = []fyne.CanvasObject{Inset(8, Column(6, head, grid))}
	page.Refresh()
	popup.Resize(popup.MinSize())
}
