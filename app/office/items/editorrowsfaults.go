package items

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"gongkailan/reports"
)

// judge tells at each row how much in it is to be mended, and in the open one what.
func (r *rows) judge(faults map[string]string, all bool) {
	count := r.count(faults)
	for i, one := range r.list[:min(len(r.list), r.shown)] {
		at := r.placeOf(one)
		for n, cell := range one.slots {
			cell.at = at + "/" + r.field.Columns[n].Key
			cell.judge(faults, all || one.known)
		}
		told := 0
		if (all || one.known) && one != r.open {
			told = count[at]
		}
		if told != one.told {
			one.told = told
			one.line.Objects[0] = r.head(i)
			one.line.Refresh()
		}
	}
	said := ""
	if all {
		said = faults[reports.Place(r.words.template.Code, r.field.Key)]
	}
	if said != r.said {
		r.said = said
		show(r.wrong, said)
	}
}

// count tells how many faults there are at each row.
func (r *rows) count(faults map[string]string) map[string]int {
	count := map[string]int{}
	for place := range faults {
		if at := strings.LastIndexByte(place, '/'); at > 0 {
			count[place[:at]]++
		}
	}
	return count
}

// placeOf is the place of a row: rows in which nothing stands do not count. A blank one is where the next would be.
func (r *rows) placeOf(one *row) string {
	n := 1
	for _, before := range r.list {
		if before == one {
			break
		}
		if !before.isBlank() {
			n++
		}
	}
	at := reports.Place(r.words.template.Code, r.field.Key, strconv.Itoa(n))
	if one.isBlank() {
		at += "?"
	}
	return at
}

// find opens the row of the place.
func (r *rows) find(place string) fyne.CanvasObject {
	if place == reports.Place(r.words.template.Code, r.field.Key) {
		if len(r.list) == 0 {
			r.list = append(r.list, &row{texts: map[string]string{}})
		}
		r.open = r.list[0]
		r.draw()
		return r.open.slots[0].focus()
	}
	for i, one := range r.list {
		if rest, ok := strings.CutPrefix(place, r.placeOf(one)+"/"); ok {
			r.shown = max(r.shown, i+1)
			r.open = one
			r.draw()
			for _, cell := range one.slots {
				if cell.field.Key == rest {
					return cell.focus()
				}
			}
		}
	}
	return nil
}
