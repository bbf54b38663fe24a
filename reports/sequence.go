package reports

import "gongkailan/data"

// inSequence refuses dates of a template's fields that run backwards in the order given; an empty one is passed over.
func inSequence(v Values, template string, keys ...string) error {
	var last data.Date
	before := ""
	for _, key := range keys {
		d := v.date(key)
		if d == "" {
			continue
		}
		if d < last {
			return data.Refuse(data.ErrInvalid, "document.order",
				Place(template, key), d.Chinese(), Place(template, before), last.Chinese())
		}
		last, before = d, key
	}
	return nil
}

// fromOne refuses a field of numbers that says 0: nothing is a box, a piece or a leaf without one.
func fromOne(v Values, template string, keys ...string) error {
	for _, key := range keys {
		if numberIn(v, key) == 0 {
			return data.Refuse(data.ErrInvalid, "document.zero", Place(template, key))
		}
	}
	return nil
}

// numberIn reads a field's number that was checked before; an empty one is 0.
func numberIn(v Values, key string) int { return int(amount(v.text(key))) }
