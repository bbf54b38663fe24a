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

// areas lists the areas of the desk in the order of the rail; the menu and its Ctrl+1, Ctrl+2, … follow it.
func areas() []screen.Area {
	return []screen.Area{screen.Today, screen.Catalog, screen.Items, screen.Board, screen.Cases, screen.Settings}
}

// frame lays out the rail and the place beside it.
func (o *Office) frame() {
	o.rail = map[screen.Area]*ui.RailItem{}
	var places []fyne.CanvasObject
	for _, area := range areas() {
		item := ui.NewRailItem(o.words.T("area."+string(area)), func() { o.Go(screen.Route{Area: area}) })
		o.rail[area] = item
		places = append(places, item)
	}
	brand := ui.Column(1, ui.Serif("公开栏", 18, ui.Red()), unitName(o.about.unit.Name))
	o.mark()
	o.put(ui.Frame(nil, nil, ui.Rail(brand, ui.Column(2, places...), o.foot()), nil, o.withNotices(o.place)))
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
	return ui.Column(4, line, ui.Space(1, 4), o.signedIn(p.Name, roles),
		ui.Text(o.about.office(p.OfficeID), ui.SizeSmall, ui.SecondInk()),
		ui.NewLink(o.words.T("office.lock"), o.Lock), ui.Line(14, o.manners()...))
}

// railWords is how wide words in the rail can be.
const railWords float32 = 150

// signedIn is a name with its roles beside it, or in lines below where the rail is too narrow for that.
func (o *Office) signedIn(name string, roles []string) fyne.CanvasObject {
	said := func(text string) fyne.CanvasObject { return ui.Text(text, ui.SizeText, ui.SecondInk()) }
	who, comma := ui.Bold(name, ui.SizeText, ui.Ink()), o.words.T("list.comma")
	beside := ui.Line(6, who, said("· "+strings.Join(roles, comma)))
	if beside.MinSize().Width <= railWords {
		return beside
	}
	lines := []fyne.CanvasObject{who}
	for first := 0; first < len(roles); {
		last := first + 1
		for last < len(roles) && said(strings.Join(roles[first:last+1], comma)).MinSize().Width <= railWords {
			last++
		}
		lines = append(lines, said(strings.Join(roles[first:last], comma)))
		first = last
	}
	return ui.Column(-2, lines...)
}

// manners are the links that suit the desk to whoever sits at it: help, type and language.
func (o *Office) manners() []fyne.CanvasObject {
	link := func(text string, do func()) fyne.CanvasObject {
		return ui.NewLinkIn(text, ui.SizeText, ui.SecondInk(), do)
	}
	links := []fyne.CanvasObject{link(o.words.T("menu.help"), o.help)}
	if o.opt.Machine.Enlarge != nil {
		links = append(links, link(o.words.T(o.typeKey()), o.switchType))
	}
	return append(links, link(o.words.T("lang.other"), o.switchLanguage))
}

// typeKey names what the type switch leads to.
func (o *Office) typeKey() string {
	if o.large {
		return "type.usual"
	}
	return "type.large"
}

// switchType shows the desk in large type, or in the usual type again, at the same place with all that is typed.
func (o *Office) switchType() {
	if o.opt.Machine.Enlarge == nil {
		return
	}
	o.large = !o.large
	o.opt.Machine.Enlarge(o.large)
	o.renamed()
	switch {
	case o.session != nil:
		o.frame()
	case o.about.founded:
		o.begin()
	}
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
