package intake

import (
	"encoding/xml"
	"strings"
)

// word reads a Word document: body, tables, text boxes, headers, footers, notes, comments, tracked changes both ways, hidden
// text, watermarks, properties.
func (c *collector) word(p pack) error {
	for _, name := range p.names() {
		where, ok := wordPart(name)
		if !ok {
			continue
		}
		raw, err := p.read(name)
		if err != nil {
			return err
		}
		w := wordPassages{into: c, where: where, seen: map[string]bool{}}
		if err := eachToken(raw, w.take); err != nil {
			return err
		}
		w.endLine()
		w.flush()
		for _, text := range w.second {
			if !w.seen[text] {
				c.add(Passage{Where: where, Text: text})
			}
		}
		if err := c.full(); err != nil {
			return err
		}
	}
	return c.properties(p)
}

// wordPart tells which parts hold a person's words.
func wordPart(name string) (where string, ok bool) {
	if !strings.HasPrefix(name, "word/") || !strings.HasSuffix(name, ".xml") || containsWord(name, "/theme/", "styles", "fontTable", "webSettings", "numbering", "stylesWithEffects") {
		return "", false
	}
	base := strings.TrimPrefix(name, "word/")
	switch {
	case strings.HasPrefix(base, "header"):
		return "header", true
	case strings.HasPrefix(base, "footer"):
		return "footer", true
	case strings.HasPrefix(base, "footnotes"), strings.HasPrefix(base, "endnotes"):
		return "footnote", true
	case strings.HasPrefix(base, "comments"), strings.HasPrefix(base, "people"):
		return "comment", true
	case strings.HasPrefix(base, "settings"):
		return "property", true
	}
	return "body", true
}

// wordPassages collects the text of one part as the tokens pass by.
type wordPassages struct {
	into  *collector
	where string

	open   []*wordParagraph // a text box lies within a paragraph, so there may be several
	row    strings.Builder
	tables int
	lines  []string // of the passage under way
	kind   string   // its place

	inText, deleted, fallback int
	hidden                    bool
	seen                      map[string]bool
	second                    []string // the second telling of drawings, for old programs
}

type wordParagraph struct {
	text, struck strings.Builder
	hidden       bool
}

func (w *wordPassages) take(token xml.Token) {
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

func (w *wordPassages) add(text string) {
	if len(w.open) == 0 {
		w.open = append(w.open, &wordParagraph{})
	}
	p := w.open[len(w.open)-1]
	if w.deleted > 0 {
		p.struck.WriteString(text)
		return
	}
	p.hidden = p.hidden || w.hidden
	p.text.WriteString(text)
}

func (w *wordPassages) start(t xml.StartElement) {
	switch t.Name.Local {
	case "p":
		w.open = append(w.open, &wordParagraph{})
	case "r":
		w.hidden = false
	case "vanish", "webHidden":
		value := attribute(t, "val")
		w.hidden = t.Name.Local == "vanish" && value != "0" && value != "false"
	case "t", "delText", "instrText", "delInstrText", "v":
		w.inText++
	case "del", "moveFrom":
		w.deleted++
	case "Fallback":
		w.fallback++
	case "tab", "ptab":
		w.add("\t")
	case "br", "cr":
		w.add("\n")
	case "noBreakHyphen", "softHyphen":
		w.add("-")
	case "tbl":
		w.tables++
	case "docVar", "default", "statusText", "helpText", "alias", "listItem", "placeholder":
		w.say("attribute", attribute(t, "val"))
	}
	w.attributes(t)
}

// attributes reads the words behind pictures, and those that are drawn as a watermark.
func (w *wordPassages) attributes(t xml.StartElement) {
	for _, a := range t.Attr {
		if isTelling(a.Name.Local) {
			where := "attribute"
			if a.Name.Local == "string" {
				where = "watermark"
			}
			w.say(where, a.Value)
		}
	}
}

// say adds words that stand in no paragraph.
func (w *wordPassages) say(where, text string) {
	if w.fallback == 0 || where == "watermark" {
		w.into.add(Passage{Where: where, Text: text})
	}
}

func (w *wordPassages) end(name string) {
	switch name {
	case "t", "delText", "instrText", "delInstrText", "v":
		w.inText--
	case "del", "moveFrom":
		w.deleted--
	case "Fallback":
		w.fallback--
	case "p":
		w.endParagraph()
	case "tc":
		if w.tables > 0 {
			w.row.WriteByte('\t')
		}
	case "tr":
		if w.tables == 1 {
			w.line("table", strings.Trim(w.row.String(), "\t"))
			w.row.Reset()
		}
	case "tbl":
		w.tables--
	}
}

// endParagraph writes the paragraph as a line, or puts it into the row in which it stands.
func (w *wordPassages) endParagraph() {
	if len(w.open) == 0 {
		return
	}
	p := w.open[len(w.open)-1]
	w.open = w.open[:len(w.open)-1]
	text := p.text.String()
	w.into.add(Passage{Where: "deleted", Text: p.struck.String()})
	switch {
	case w.fallback > 0:
		w.second = append(w.second, text)
		return
	case p.hidden:
		w.line("hidden text", text)
	case w.tables > 0 && w.where == "body":
		if w.row.Len() > 0 && !strings.HasSuffix(w.row.String(), "\t") && text != "" {
			w.row.WriteByte('\n')
		}
		w.row.WriteString(text)
	default:
		w.line(w.where, text)
	}
	w.seen[text] = true
}

// endLine writes what no paragraph has closed.
func (w *wordPassages) endLine() {
	for len(w.open) > 0 {
		w.endParagraph()
	}
	w.line("table", strings.Trim(w.row.String(), "\t"))
}

// line adds a line to the passage under way, or begins one where the place is another.
func (w *wordPassages) line(where, text string) {
	if where != w.kind {
		w.flush()
		w.kind = where
	}
	w.lines = append(w.lines, text)
}

func (w *wordPassages) flush() {
	w.into.add(Passage{Where: w.kind, Text: strings.Join(w.lines, "\n")})
	w.lines = nil
}
