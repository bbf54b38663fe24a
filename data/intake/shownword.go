package intake

import (
	"encoding/xml"
	"strings"

	"gongkailan/data"
)

// showWord gives what a reader of a Word document sees on its pages: the heads and feet that its sections call, the body
// with its tables, text boxes and list numbers, and the notes that the body calls.
func showWord(p pack) (Shown, error) {
	styles, err := p.read("word/styles.xml")
	if err != nil {
		return Shown{}, err
	}
	lists, err := p.read("word/numbering.xml")
	if err != nil {
		return Shown{}, err
	}
	looks, err := wordLooks(styles)
	if err != nil {
		return Shown{}, err
	}
	body := &wordShown{lists: readNumbering(lists, styles), looks: looks, left: mostShownText}
	if err := body.part(p, "word/document.xml"); err != nil {
		return Shown{}, err
	}
	around, err := body.around(p)
	if err != nil {
		return Shown{}, err
	}
	notes, err := body.callNotes(p)
	if err != nil {
		return Shown{}, err
	}
	s := Shown{Drawn: body.drawn || around.drawn}
	s.Parts = append(append(append(around.heads, body.parts...), notes...), around.feet...)
	return s, nil
}

// wordShown reads one part of a Word document as the tokens pass by.
type wordShown struct {
	lists numbering
	looks map[string]look // of the styles
	left  int             // how much text may still come, in bytes

	parts  []Part
	open   []shownParagraph // a text box lies within a paragraph, so there may be several
	runs   []shownRun
	inText int
	unseen int // inside what is not shown: deletions, old properties, the second telling of a drawing
	boxes  int // text boxes, whose ground may be of any colour
	tables []shownTable

	note     string // the kind of notes read and the id of the one under way; "" for none
	noteText map[string][]string
	calls    []string // the notes that the text calls, in their order
	sections []string // relations of heads and feet
	first    bool     // a first page has its own
	drawn    bool
	foreign  bool // the document takes in another one when it is opened
	err      error
}

// shownParagraph is one under way.
type shownParagraph struct {
	text               strings.Builder
	style, list, level string
	shaded             bool
	inProperties       int
}

// shownRun is a run of text in one look.
type shownRun struct {
	look
	style        string
	inProperties bool
}

// part reads one part of the package; one that is not there has no text.
func (w *wordShown) part(p pack, name string) error {
	raw, err := p.read(name)
	if err != nil {
		return err
	}
	if err := eachToken(raw, w.take); err != nil {
		return err
	}
	switch {
	case w.err != nil:
		return w.err
	case w.foreign:
		return data.Refuse(data.ErrInvalid, "shown.parts")
	}
	return nil
}

func (w *wordShown) take(token xml.Token) {
	if w.err != nil {
		return
	}
	switch t := token.(type) {
	case xml.StartElement:
		w.start(t)
	case xml.EndElement:
		w.end(t.Name.Local)
	case xml.CharData:
		if w.inText > 0 {
			w.add(string(t))
		}
	}
}

// isUnseen tells the elements whose text a reader does not see: what was struck out or moved away, what a property was
// before a change, the reading over a character, and the second telling of a drawing for old programs.
func isUnseen(name string) bool {
	switch name {
	case "del", "moveFrom", "Fallback", "rt", "rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange":
		return true
	}
	return false
}

func (w *wordShown) start(t xml.StartElement) {
	if isUnseen(t.Name.Local) {
		w.unseen++
		return
	}
	if w.startText(t) || w.startTable(t) || w.unseen > 0 {
		return
	}
	switch t.Name.Local {
	case "txbxContent":
		w.boxes++
	case "footnote", "endnote":
		w.note = t.Name.Local + attribute(t, "id")
	case "footnoteReference", "endnoteReference":
		w.call(strings.TrimSuffix(t.Name.Local, "Reference") + attribute(t, "id"))
	case "headerReference", "footerReference":
		w.sections = append(w.sections, attribute(t, "type")+" "+relation(t))
	case "titlePg":
		w.first = attribute(t, "val") != "0" && attribute(t, "val") != "false"
	case "blip", "imagedata", "chart", "relIds", "OLEObject":
		w.drawn = true
	case "altChunk", "subDoc":
		w.foreign = true
	}
}

// startText takes the elements of paragraphs and runs.
func (w *wordShown) startText(t xml.StartElement) bool {
	switch t.Name.Local {
	case "p":
		w.open = append(w.open, shownParagraph{})
	case "r":
		w.runs = append(w.runs, shownRun{})
	case "pPr", "rPr":
		w.properties(t.Name.Local, 1)
	case "t":
		w.inText++
	case "tab", "ptab":
		if len(w.open) > 0 && w.open[len(w.open)-1].inProperties == 0 { // else it is a stop and no character
			w.add("\t")
		}
	case "br", "cr":
		w.add("\n")
	case "noBreakHyphen":
		w.add("-")
	case "sym":
		w.add(symbol(attribute(t, "char")))
	default:
		return w.property(t)
	}
	return true
}

// properties opens or closes the properties of a paragraph or of a run.
func (w *wordShown) properties(name string, by int) {
	n := len(w.open)
	switch {
	case n == 0:
	case name == "pPr":
		w.open[n-1].inProperties += by
	case len(w.runs) > 0 && w.open[n-1].inProperties == 0: // else they are those of the paragraph's end mark
		w.runs[len(w.runs)-1].inProperties = by > 0
	}
}

// property takes one property of the paragraph or run under way.
func (w *wordShown) property(t xml.StartElement) bool {
	if w.unseen > 0 {
		return false
	}
	if n := len(w.runs); n > 0 && w.runs[n-1].inProperties {
		if t.Name.Local == "rStyle" {
			w.runs[n-1].style = attribute(t, "val")
		}
		w.runs[n-1].note(t)
		return true
	}
	n := len(w.open)
	if n == 0 || w.open[n-1].inProperties == 0 {
		return false
	}
	p, value := &w.open[n-1], attribute(t, "val")
	switch t.Name.Local {
	case "pStyle":
		p.style = value
	case "numId":
		p.list = value
	case "ilvl":
		p.level = value
	case "shd":
		p.shaded = isShade(t)
	default:
		return false // the properties of a section lie within those of its last paragraph
	}
	return true
}

// add adds text to the paragraph under way, where it is seen.
func (w *wordShown) add(text string) {
	n := len(w.open)
	if n == 0 || w.unseen > 0 || w.isHidden() {
		return
	}
	p := &w.open[n-1]
	if w.left -= len(text); w.left < 0 {
		w.err = data.Refuse(data.ErrInvalid, "intake.large")
		return
	}
	p.text.WriteString(text)
}

// isHidden tells whether text that came now would not be seen for its look. A text box is hidden with the run that it
// hangs on.
func (w *wordShown) isHidden() bool {
	p := w.open[len(w.open)-1]
	onWhite := w.boxes == 0 && !p.shaded
	for _, t := range w.tables {
		onWhite = onWhite && !t.shadable
	}
	own := look{}
	for i, r := range w.runs {
		seen := r.over(w.looks[r.style])
		if i+1 == len(w.runs) {
			own = seen
		} else if seen.vanished != nil && *seen.vanished {
			return true
		}
	}
	return own.over(w.looks[p.style]).unseen(onWhite)
}

func (w *wordShown) end(name string) {
	switch {
	case isUnseen(name):
		w.unseen--
		return
	case w.endTable(name):
		return
	}
	switch name {
	case "t":
		w.inText--
	case "r":
		if len(w.runs) > 0 {
			w.runs = w.runs[:len(w.runs)-1]
		}
	case "pPr", "rPr":
		w.properties(name, -1)
	case "txbxContent":
		w.boxes--
	case "footnote", "endnote":
		w.note = ""
	case "p":
		w.endParagraph()
	}
}

// endParagraph gives a paragraph to where it stands: a note, a cell or the text.
func (w *wordShown) endParagraph() {
	n := len(w.open)
	if n == 0 {
		return
	}
	p := &w.open[n-1]
	text := p.text.String()
	w.open = w.open[:n-1]
	if trim(text) == "" {
		return
	}
	text = w.lists.next(p.style, p.list, p.level) + strings.Trim(text, " \t\n\u3000\u00a0")
	switch {
	case w.note != "":
		if w.noteText == nil {
			w.noteText = map[string][]string{}
		}
		w.noteText[w.note] = append(w.noteText[w.note], text)
	case len(w.tables) > 0:
		w.inCell(text)
	default:
		w.parts = append(w.parts, Part{Text: text})
	}
}
