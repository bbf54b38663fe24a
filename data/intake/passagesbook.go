package intake

import (
	"encoding/xml"
	"path"
	"strconv"
	"strings"
)

// workbook reads a workbook whole: every sheet, hidden ones too, hidden rows and columns, formulas that hold words, comments,
// shapes, names, headers and footers, properties, and text that no cell shows any more.
func (c *collector) workbook(p pack) error {
	raw, err := p.read("xl/workbook.xml")
	if err != nil {
		return err
	}
	targets, err := p.targets("xl/_rels/workbook.xml.rels", "xl")
	if err != nil {
		return err
	}
	shared, err := sharedStrings(p)
	if err != nil {
		return err
	}
	sheets, err := c.sheetList(raw)
	if err != nil {
		return err
	}
	read := map[string]bool{}
	for _, s := range sheets {
		part := targets[s.rel]
		read[part] = true
		if err := c.sheet(p, part, s, shared); err != nil {
			return err
		}
	}
	for _, name := range p.names() { // a sheet that the workbook no longer lists is still in the file
		if strings.HasPrefix(name, "xl/worksheets/") && strings.HasSuffix(name, ".xml") && !read[name] {
			if err := c.sheet(p, name, bookSheet{name: path.Base(name), hidden: true}, shared); err != nil {
				return err
			}
		}
	}
	var left []string
	for i, text := range shared.texts {
		if !shared.used[i] {
			left = append(left, text)
		}
	}
	c.add(Passage{Where: "hidden text", Text: strings.Join(left, "\n")})
	if err := c.bookParts(p); err != nil {
		return err
	}
	return c.properties(p)
}

// bookParts reads what hangs on the sheets: comments, shapes, charts.
func (c *collector) bookParts(p pack) error {
	for _, name := range p.names() {
		where := ""
		switch {
		case strings.Contains(name, "omments") && strings.HasSuffix(name, ".xml"), strings.HasPrefix(name, "xl/persons/"):
			where = "comment"
		case strings.HasPrefix(name, "xl/drawings/") && !strings.Contains(name, "_rels"), strings.HasPrefix(name, "xl/charts/chart"),
			strings.HasPrefix(name, "xl/diagrams/data"), strings.HasPrefix(name, "xl/pivotCache/"), strings.HasPrefix(name, "xl/tables/"):
			where = "body"
		}
		if where == "" || strings.Contains(name, "_rels") {
			continue
		}
		raw, err := p.read(name)
		if err != nil {
			return err
		}
		if err := c.plainPart(where, raw); err != nil {
			return err
		}
	}
	return nil
}

// bookSheet is a sheet as the workbook lists it.
type bookSheet struct {
	name, rel string
	hidden    bool // hidden or very hidden
}

// sheetList reads the names of the sheets and the defined names.
func (c *collector) sheetList(raw []byte) ([]bookSheet, error) {
	var sheets []bookSheet
	inName := false
	err := eachToken(raw, func(token xml.Token) {
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "sheet":
				state := attribute(t, "state")
				s := bookSheet{name: attribute(t, "name"), rel: relation(t), hidden: state != "" && state != "visible"}
				sheets = append(sheets, s)
				c.add(Passage{Where: s.where(), Text: s.name})
			case "definedName":
				inName = true
				c.add(Passage{Where: "defined name", Text: attribute(t, "name")})
				c.add(Passage{Where: "defined name", Text: attribute(t, "comment")})
			}
		case xml.EndElement:
			inName = inName && t.Name.Local != "definedName"
		case xml.CharData:
			if inName {
				c.add(Passage{Where: "defined name", Text: string(t)})
			}
		}
	})
	return sheets, err
}

func (s bookSheet) where() string {
	if s.hidden {
		return "hidden sheet:" + s.name
	}
	return "sheet:" + s.name
}

// relation is the id by which a sheet names its part.
func relation(t xml.StartElement) string {
	for _, a := range t.Attr {
		if a.Name.Local == "id" && a.Name.Space != "" {
			return a.Value
		}
	}
	return ""
}

// targets reads which part each relation of a part leads to.
func (p pack) targets(name, folder string) (map[string]string, error) {
	raw, err := p.read(name)
	if err != nil {
		return nil, err
	}
	targets := map[string]string{}
	err = eachToken(raw, func(token xml.Token) {
		if t, ok := token.(xml.StartElement); ok && t.Name.Local == "Relationship" {
			target := attribute(t, "Target")
			if strings.HasPrefix(target, "/") {
				target = strings.TrimPrefix(target, "/")
			} else {
				target = path.Join(folder, target)
			}
			targets[attribute(t, "Id")] = target
		}
	})
	return targets, err
}

// stringTable is the workbook's texts, and which of them a cell shows.
type stringTable struct {
	texts []string
	used  []bool
}

func sharedStrings(p pack) (*stringTable, error) {
	table := &stringTable{}
	raw, err := p.read("xl/sharedStrings.xml")
	if err != nil {
		return nil, err
	}
	var text strings.Builder
	inText, phonetic := false, false
	err = eachToken(raw, func(token xml.Token) {
		switch t := token.(type) {
		case xml.StartElement:
			inText = t.Name.Local == "t"
			phonetic = phonetic || t.Name.Local == "rPh"
		case xml.EndElement:
			switch t.Name.Local {
			case "si":
				table.texts = append(table.texts, text.String())
				text.Reset()
			case "rPh":
				phonetic = false
			}
			inText = false
		case xml.CharData:
			if inText && !phonetic {
				text.Write(t)
			}
		}
	})
	table.used = make([]bool, len(table.texts))
	return table, err
}

// at gives a text by its number, as a cell names it.
func (s *stringTable) at(number string) string {
	i, err := strconv.Atoi(strings.TrimSpace(number))
	if err != nil || i < 0 || i >= len(s.texts) {
		return ""
	}
	s.used[i] = true
	return s.texts[i]
}
