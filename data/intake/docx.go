package intake

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"gongkailan/data"
)

// docxLines reads the paragraphs of a Word document, tables included, each as one line. Numbers that Word's own lists
// put before a paragraph stand outside its text; they are put back, since the plan's order hangs on them.
func docxLines(p pack) ([]line, error) {
	document, err := p.read("word/document.xml")
	if err != nil {
		return nil, err
	}
	numbering, err := p.read("word/numbering.xml")
	if err != nil {
		return nil, err
	}
	w := wordReader{lists: readNumbering(numbering)}
	decoder := xml.NewDecoder(bytes.NewReader(document))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, data.Refuse(data.ErrInvalid, "intake.damaged")
		}
		w.take(token)
	}
	return splitLines(w.text.String()), nil
}

// wordReader collects the text of paragraphs as the tokens pass by.
type wordReader struct {
	lists   numbering
	text    strings.Builder
	current strings.Builder
	list    string // numId of the paragraph under way
	level   string
	inText  int
	deleted int // inside tracked deletions
}

func (w *wordReader) take(token xml.Token) {
	switch t := token.(type) {
	case xml.StartElement:
		w.start(t)
	case xml.EndElement:
		w.end(t.Name.Local)
	case xml.CharData:
		if w.inText > 0 && w.deleted == 0 {
			w.current.Write(t)
		}
	}
}

func (w *wordReader) start(t xml.StartElement) {
	switch t.Name.Local {
	case "p":
		w.current.Reset()
		w.list, w.level = "", "0"
	case "t":
		w.inText++
	case "del":
		w.deleted++
	case "tab":
		w.current.WriteString(" ")
	case "br", "cr":
		w.current.WriteString("\n")
	case "numId":
		w.list = attribute(t, "val")
	case "ilvl":
		w.level = attribute(t, "val")
	}
}

func (w *wordReader) end(name string) {
	switch name {
	case "t":
		w.inText--
	case "del":
		w.deleted--
	case "p":
		text := w.current.String()
		if strings.TrimSpace(text) != "" {
			w.text.WriteString(w.lists.next(w.list, w.level))
		}
		w.text.WriteString(text + "\n")
		w.current.Reset()
	}
}

func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
