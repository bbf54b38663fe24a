package web

import (
	"bytes"
	"html/template"
	"strings"
	"unicode"

	"gongkailan/assets"
)

// pages are the templates of the pages. html/template escapes every text for the place in which it stands.
type pages struct{ templates *template.Template }

func newPages() (pages, error) {
	t, err := template.New("site").Parse(assets.WebTemplates())
	return pages{t}, err
}

func style() []byte { return assets.WebStyle() }

// render makes one page.
func (p pages) render(kind string, view view) ([]byte, error) {
	var out bytes.Buffer
	if err := p.templates.ExecuteTemplate(&out, kind, view); err != nil {
		return nil, err
	}
	return append([]byte(strings.Map(printable, strings.TrimSpace(out.String()))), '\n'), nil
}

// printable puts a visible sign for what no page of HTML may hold, control characters and code points that are none
// (HTML, 13.2.3.5), and a blank for a control character that is one.
func printable(r rune) rune {
	switch {
	case r == '\n', r == '\t':
		return r
	case unicode.IsControl(r) && unicode.IsSpace(r):
		return ' '
	case unicode.IsControl(r), r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE:
		return unicode.ReplacementChar
	}
	return r
}
