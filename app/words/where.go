package words

import "strings"

// Where words the place of a passage within a file: a code, and after a colon the name of a sheet or the number of a page.
// What stands in a file within the file names both.
func (w Words) Where(where string) string {
	if inner, ok := strings.CutPrefix(where, "embedded/"); ok {
		return w.T("where.inside", w.Where(inner))
	}
	code, detail, _ := strings.Cut(where, ":")
	return w.T("where."+code, detail)
}
