package ui

// SetShares gives the columns other shares of the width; 0 leaves a column out. The table keeps its place and the focus.
func (t *Table) SetShares(shares ...float32) {
	for i := range t.columns {
		if i < len(shares) {
			t.columns[i].Share = shares[i] // the layouts of head and rows hold the same columns
		}
	}
	t.body.Refresh()
}
