package items

import "slices"

// choices are codes of the field with their words, in order.
type choices struct {
	codes []string
	names []string
}

func choicesOf[T ~string](p *Page, prefix string, codes []T) choices {
	var c choices
	for _, code := range codes {
		c.codes = append(c.codes, string(code))
		c.names = append(c.names, p.env.Words.T(prefix+string(code)))
	}
	return c
}

func (c choices) code(name string) string {
	if i := slices.Index(c.names, name); i >= 0 {
		return c.codes[i]
	}
	return ""
}

func (c choices) name(code string) string {
	if i := slices.Index(c.codes, code); i >= 0 {
		return c.names[i]
	}
	return ""
}
