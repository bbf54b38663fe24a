package office

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data"
)

// frame lays out the rail and the place beside it.
func (o *Office) frame() {
	o.rail = map[screen.Area]*ui.RailItem{}
	var areas []fyne.CanvasObject
	for _, area := range []screen.Area{screen.Today, screen.Catalog, screen.Items, screen.Cases} {
		item := ui.NewRailItem(o.words.T("area."+string(area)), func() { o.Go(screen.Route{Area: area}) })
		o.rail[area] = item
		areas = append(areas, item)
	}
	brand := ui.Column(1, ui.Serif("公开栏", 18, ui.Red()), unitName(o.about.unit.Name))
	o.mark()
	o.put(ui.Frame(nil, nil, ui.Rail(brand, ui.Column(2, areas...), o.foot()), nil, o.withNotices(o.place)))
}

// unitName is the unit's name in the rail, in two lines where it is long.
func unitName(name string) fyne.CanvasObject {
	const line = 12
	runes := []rune(name)
	if len(runes) <= line {
		return ui.Text(name, ui.SizeSmall, ui.SecondInk())
	}
	rest := runes[line:]
	if len(rest) > line {
		rest = append(rest[:line-1], '…')
	}
	return ui.Column(-4, ui.Text(string(runes[:line]), ui.SizeSmall, ui.SecondInk()), ui.Text(string(rest), ui.SizeSmall, ui.SecondInk()))
}

// foot is who is signed in, and the ways out.
func (o *Office) foot() fyne.CanvasObject {
	p, today := o.session.Person(), data.DateOf(o.opt.Now())
	var roles []string
	for _, r := range p.Roles {
		if p.Has(r, today) {
			roles = append(roles, o.words.T("role."+string(r)))
		}
	}
	line := canvas.NewRectangle(ui.Hairline())
	line.SetMinSize(fyne.NewSize(148, 1))
	return ui.Column(4, line, ui.Space(1, 4),
		ui.Line(6, ui.Bold(p.Name, ui.SizeText, ui.Ink()), ui.Text("· "+strings.Join(roles, o.words.T("list.comma")), ui.SizeText, ui.SecondInk())),
		ui.Text(o.about.office(p.OfficeID), ui.SizeSmall, ui.SecondInk()),
		ui.Line(16, ui.NewLink(o.words.T("office.lock"), o.Lock), ui.NewLinkIn(o.words.T("lang.other"), ui.SizeText, ui.SecondInk(), o.switchLanguage)))
}

// switchLanguage shows the desk in the other language, at the same place.
func (o *Office) switchLanguage() {
	if o.session == nil {
		o.speak(o.otherLanguage())
		o.begin()
		return
	}
	o.leave(func() {
		o.speak(o.otherLanguage())
		o.frame()
		o.show(o.route, o.page(o.route))
	})
}

func (o *Office) speak(language string) {
	o.words = words.For(language)
	if o.opt.Spoken != nil {
		o.opt.Spoken(o.words)
	}
	o.notices.Clear()
	o.renamed()
}

func countText(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
