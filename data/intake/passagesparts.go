package intake

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"

	"gongkailan/data"
)

// names lists the parts of a package in order.
func (p pack) names() []string {
	names := make([]string, 0, len(p.parts))
	for name := range p.parts {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// eachToken reads a part of XML. Entities of HTML and odd encodings are no reason to stop; a broken part is.
func eachToken(raw []byte, take func(xml.Token)) error {
	decoder := xml.NewDecoder(bytes.NewReader(raw))
	decoder.Strict = false
	decoder.Entity = xml.HTMLEntity
	decoder.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return data.Refuse(data.ErrInvalid, "passages.damaged")
		}
		take(token)
	}
}

// plainParts reads the text of every part of a package whose inner order is of no matter: slides, OpenDocument, OFD.
func (c *collector) plainParts(p pack) error {
	for _, name := range p.names() {
		if !strings.HasSuffix(name, ".xml") || containsWord(name, "theme", "styles.xml", "settings.xml", "[Content_Types]", "/_rels/", "META-INF", "slideMaster", "slideLayout", "Res.xml", "tableStyles") {
			continue
		}
		raw, err := p.read(name)
		if err != nil {
			return err
		}
		where := "body"
		switch {
		case containsWord(name, "comment", "notes"):
			where = "comment"
		case containsWord(name, "docProps", "meta.xml", "OFD.xml"):
			where = "property"
		}
		if err := c.plainPart(where, raw); err != nil {
			return err
		}
	}
	return c.relations(p)
}

func containsWord(name string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(name, w) })
}

// plainPart reads the text of a part of XML, a line for each paragraph, cell or lone element.
func (c *collector) plainPart(where string, raw []byte) error {
	var text strings.Builder
	err := eachToken(raw, func(token xml.Token) {
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "tab":
				text.WriteByte('\t')
			case "br", "line-break":
				text.WriteByte('\n')
			case "s":
				text.WriteByte(' ')
			}
			for _, a := range t.Attr {
				if isTelling(a.Name.Local) && strings.TrimSpace(a.Value) != "" {
					c.add(Passage{Where: "attribute", Text: a.Value})
				}
			}
		case xml.EndElement:
			if !isInline(t.Name.Local) {
				text.WriteByte('\n')
			}
		case xml.CharData:
			if s := string(t); strings.TrimSpace(s) != "" {
				text.WriteString(s)
			}
		}
	})
	if err != nil {
		return err
	}
	c.add(Passage{Where: where, Text: squeezed(text.String())})
	return c.full()
}

// isInline tells the elements that cut a paragraph into pieces without ending it.
func isInline(name string) bool {
	switch name {
	case "t", "r", "rPr", "span", "a", "s", "tab", "solidFill", "srgbClr", "latin", "ea", "cs", "br", "line-break", "endParaRPr", "hlinkClick", "sz":
		return true
	}
	return false
}

// isTelling tells the attributes in which a person's words may stand: the description of a picture, a tip, a watermark.
func isTelling(name string) bool {
	switch name {
	case "descr", "title", "alt", "tooltip", "string", "prompt", "promptTitle", "errorTitle", "error", "display", "author", "userId", "providerId":
		return true
	}
	return false
}

// squeezed leaves blank lines out.
func squeezed(text string) string {
	var lines []string
	for l := range strings.SplitSeq(text, "\n") {
		if strings.TrimSpace(l) != "" {
			lines = append(lines, l)
		}
	}
	return strings.Join(lines, "\n")
}

// properties reads what a document says of itself, custom properties included.
func (c *collector) properties(p pack) error {
	for _, name := range p.names() {
		if !strings.HasPrefix(name, "docProps/") && !strings.HasPrefix(name, "customXml/item") || !strings.HasSuffix(name, ".xml") {
			continue
		}
		raw, err := p.read(name)
		if err != nil {
			return err
		}
		var lines []string
		err = eachToken(raw, func(token xml.Token) {
			switch t := token.(type) {
			case xml.StartElement:
				if value := attribute(t, "name"); value != "" {
					lines = append(lines, value)
				}
			case xml.CharData:
				if s := strings.TrimSpace(string(t)); s != "" {
					lines = append(lines, s)
				}
			}
		})
		if err != nil {
			return err
		}
		c.add(Passage{Where: "property", Text: strings.Join(lines, "\n")})
	}
	return c.relations(p)
}

// relations reads where links lead: mailto: and tel: name people.
func (c *collector) relations(p pack) error {
	for _, name := range p.names() {
		if !strings.HasSuffix(name, ".rels") {
			continue
		}
		raw, err := p.read(name)
		if err != nil {
			return err
		}
		err = eachToken(raw, func(token xml.Token) {
			if t, ok := token.(xml.StartElement); ok && attribute(t, "TargetMode") == "External" {
				c.add(Passage{Where: "attribute", Text: unescaped(attribute(t, "Target"))})
			}
		})
		if err != nil {
			return err
		}
	}
	return c.full()
}
