package ui

// ScrollTo brings a row into sight.
func (t *Table) ScrollTo(row int) {
	if row >= 0 && row < len(t.rows) {
		t.list.ScrollTo(row)
	}
}
