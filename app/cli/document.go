package cli

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/workday"
	"gongkailan/reports"
	"gongkailan/reports/page"
	"gongkailan/reports/picture"
)

type documentCommands struct {
	List documentList `cmd:"" help:"List the document templates."`
	Show documentShow `cmd:"" help:"Show the fields of a template, as JSON to fill in."`
	Make documentMake `cmd:"" help:"Make a document from a template and its fields."`
}

// styleFlags choose the sheet that a document is set on.
type styleFlags struct {
	Large      bool `help:"The large-type edition, in 20 pt."`
	A3         bool `help:"On A3 paper, the same lines enlarged." name:"a3"`
	Lengthwise bool `help:"With the sheet lying on its long side."`
}

func (f styleFlags) style() page.Style {
	style := page.Style{Large: f.Large, Lengthwise: f.Lengthwise}
	if f.A3 {
		style.Paper = page.PaperA3
	}
	return style
}

type documentList struct{}

// templateRow is a template as JSON.
type templateRow struct {
	Code   string          `json:"code"`
	Name   string          `json:"name"`
	Entry  string          `json:"entry"`
	Fields []reports.Field `json:"fields"`
}

// Run prints every template.
func (documentList) Run(c *call) error {
	rows := []templateRow{}
	for _, t := range reports.Templates() {
		name := c.words.T("template." + t.Code)
		c.print("%-22s %s", t.Code, name)
		rows = append(rows, templateRow{t.Code, name, t.Entry, t.Fields})
	}
	return c.document(rows)
}

type documentShow struct {
	Template string `arg:"" help:"The template's code or name."`
}

// Run prints the fields with their types and words; with --json a form to fill in.
func (s *documentShow) Run(c *call) error {
	t, err := c.template(s.Template)
	if err != nil {
		return err
	}
	form := map[string]any{}
	for _, f := range t.Fields {
		form[f.Key] = blank(f)
		c.field("", f, t.Code, f.Key)
		for _, column := range f.Columns {
			c.field("    ", column, t.Code, f.Key, column.Key)
		}
	}
	return c.document(form)
}

// field prints a field that stands at a place: the template, the field, and the column of its rows.
func (c *call) field(indent string, f reports.Field, at ...string) {
	must := "*"
	if f.Optional {
		must = " "
	}
	words := c.words.Field(at...)
	if len(f.Options) > 0 {
		words += "：" + strings.Join(f.Options, " / ")
	}
	c.print("%s%s %-18s %-8s %s", indent, must, f.Key, f.Type, words)
}

// blank is an empty field as JSON.
func blank(f reports.Field) any {
	switch f.Type {
	case reports.PictureField:
		return []map[string]string{{"file": "", "caption": ""}}
	case reports.PeopleField, reports.TableField:
		row := map[string]string{}
		for _, column := range f.Columns {
			row[column.Key] = ""
		}
		return []map[string]string{row}
	default:
		return ""
	}
}

// template finds a template by its code, or by its name in either language.
func (c *call) template(name string) (reports.Template, error) {
	for _, t := range reports.Templates() {
		if c.words.T("template."+t.Code) == name {
			return t, nil
		}
	}
	return reports.TemplateOf(name)
}

type documentMake struct {
	Template string `arg:"" help:"The template's code or name."`
	Fields   string `required:"" help:"The fields, as JSON." placeholder:"FILE.json"`
	Out      string `required:"" help:"The PDF to write." placeholder:"FILE.pdf"`
	styleFlags
	facesOption
}

// Run fills the template and writes the PDF. With --db, issuer and contact come from the unit where the fields do not
// give them.
func (m *documentMake) Run(c *call) error {
	t, err := c.template(m.Template)
	if err != nil {
		return err
	}
	values, err := c.values(t, m.Fields)
	if err != nil {
		return err
	}
	faces, err := m.faces(c, false, "")
	if err != nil {
		return err
	}
	doc, err := t.Pages(values, workday.New().Between, m.style(), faces)
	if err != nil {
		return err
	}
	return c.writePDF(m.Out, doc, faces)
}

// values reads the fields of a document from a file, with the unit's own for those that it leaves out.
func (c *call) values(t reports.Template, path string) (reports.Values, error) {
	raw, err := c.read(path)
	if err != nil {
		return nil, err
	}
	given, err := t.Read(raw)
	if err != nil {
		return nil, err
	}
	values := reports.Values{}
	if c.DB != "" {
		if values, err = c.unitValues(t); err != nil {
			return nil, err
		}
	}
	for key, value := range given {
		values[key] = value
	}
	return values, c.pictures(t, values, filepath.Dir(path))
}

func (c *call) unitValues(t reports.Template) (reports.Values, error) {
	var values reports.Values
	err := c.with(func(d *desk.Desk) error {
		unit, err := d.Unit(c.ctx)
		if err != nil {
			return err
		}
		between := workday.New().Between
		values = reports.FrameOf(t, unit, data.DefaultPeriod(data.Immediate, t.Kind, d.Today(), between), d.Today())
		return nil
	})
	return values, err
}

// pictures reads the files that picture fields name, relative to the folder of the fields.
func (c *call) pictures(t reports.Template, values reports.Values, folder string) error {
	for _, f := range t.Fields {
		if f.Type != reports.PictureField {
			continue
		}
		var list []reports.Picture
		for i, row := range values[f.Key].Rows {
			switch {
			case row["file"] == "" && row["caption"] == "":
				continue // as the form to fill in has it
			case row["file"] == "":
				return data.Refuse(data.ErrInvalid, "document.missing", reports.Place(t.Code, f.Key, strconv.Itoa(i+1), "file"))
			}
			path := row["file"]
			if !filepath.IsAbs(path) {
				path = filepath.Join(folder, path)
			}
			if info, err := os.Stat(path); err == nil && info.Size() > picture.MostBytes {
				return data.Refuse(data.ErrInvalid, "picture.bytes", reports.Place(t.Code, f.Key), filepath.Base(path))
			}
			raw, err := c.read(path)
			if err != nil {
				return err
			}
			image, err := picture.Prepare(reports.Place(t.Code, f.Key), filepath.Base(path), raw)
			if err != nil {
				return err
			}
			list = append(list, reports.Picture{File: row["file"], Caption: row["caption"], Image: image})
		}
		values[f.Key] = reports.Value{Pictures: list}
	}
	return nil
}
