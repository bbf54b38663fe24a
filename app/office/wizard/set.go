package wizard

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/assets"
	"gongkailan/data"
)

// setChoice asks which ready catalogue the unit begins with. One that was imported into the database before is kept
// unless another is chosen.
type setChoice struct {
	words   words.Words
	choices []choice
	pick    *ui.Select
	about   *fyne.Container
	touched bool
	card    fyne.CanvasObject
}

// choice is a catalogue that can be begun with.
type choice struct {
	name, about string
	catalogue   data.Catalogue
	there       bool // the database holds it already
}

func newSetChoice(w words.Words) *setChoice {
	s := &setChoice{words: w, about: container.NewStack()}
	for _, name := range assets.CatalogueSets() {
		if set, err := readySet(name); err == nil { // ours; a test reads them all
			s.choices = append(s.choices, choice{name: w.T("set." + name), about: w.T("set." + name + ".about"), catalogue: set})
		}
	}
	s.pick = ui.NewSelect(nil, nil)
	s.show(0)
	s.card = ui.Card(w.T("wizard.set"), nil, container.New(shares{1, 2.2}, ui.Column(10, s.pick, note(w, w.T("wizard.set.note"))), s.about))
	return s
}

func readySet(name string) (data.Catalogue, error) {
	usual, err := data.ReadCatalogue(assets.DefaultCatalogue())
	if err != nil {
		return usual, err
	}
	return data.ReadCatalogueSet(assets.CatalogueSet(name), usual)
}

// fill marks what the database holds, and puts one that is none of ours before them.
func (s *setChoice) fill(there data.Catalogue) {
	if len(there.Entries) == 0 {
		return
	}
	at := -1
	for i, c := range s.choices {
		if c.catalogue.SameList(there) {
			s.choices[i].there = true
			at = i
		}
	}
	if at < 0 {
		own := choice{name: s.words.T("wizard.set.own"), about: s.words.T("wizard.set.ownabout"), catalogue: there, there: true}
		s.choices = append([]choice{own}, s.choices...)
		at = 0
	}
	if s.touched {
		at = s.pick.SelectedIndex() + len(s.choices) - len(s.pick.Options)
	}
	s.show(at)
}

// show offers the choices and says what the chosen one holds.
func (s *setChoice) show(at int) {
	s.pick.OnChanged = nil
	s.pick.Options = nil
	for _, c := range s.choices {
		s.pick.Options = append(s.pick.Options, c.name)
	}
	s.pick.SetSelectedIndex(at)
	s.describe()
	s.pick.OnChanged = func(string) {
		s.touched = true
		s.describe()
	}
}

func (s *setChoice) chosen() choice { return s.choices[max(0, s.pick.SelectedIndex())] }

// describe says what the chosen catalogue is for, and lists its categories.
func (s *setChoice) describe() {
	c := s.chosen()
	heads := make([]string, len(c.catalogue.Categories))
	for i, k := range c.catalogue.Categories {
		heads[i] = k.Short
	}
	s.about.Objects = []fyne.CanvasObject{ui.Column(4, ui.Flush(flowing(s.words, ui.Paragraph(c.about))), note(s.words, s.counted()+s.words.T("wizard.set.colon")+strings.Join(heads, s.words.T("wizard.and"))))}
	s.about.Refresh()
}

// counted is how much the chosen catalogue holds.
func (s *setChoice) counted() string {
	c := s.chosen().catalogue
	return s.words.T("wizard.set.counts", len(c.Categories), len(c.Entries))
}

// catalogue is what the unit is founded with; an empty one where the database holds it already.
func (s *setChoice) catalogue(today data.Date) data.Catalogue {
	c := s.chosen()
	if c.there {
		return data.Catalogue{}
	}
	c.catalogue.From = today
	return c.catalogue
}
