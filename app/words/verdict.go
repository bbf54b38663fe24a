package words

import "gongkailan/data"

// Standing heads the answer about a notice: 有效, 已撤下 or 内容不符. One that is approved but not up yet was never down,
// and a code that the public file does not hold says nothing against the paper.
func (w Words) Standing(v data.Verdict) string {
	switch v.Reason {
	case data.ReasonPending, data.ReasonUnlisted:
		return w.T("verdict.head." + string(v.Reason))
	}
	return w.T("verdict.head." + string(v.State))
}

// Verdict words why a notice stands as it does, and where the version that is up now is found.
func (w Words) Verdict(v data.Verdict) string {
	key, detail, on := string(v.Reason), v.Detail, w.Date(v.On)
	switch v.Reason {
	case data.ReasonReplaced:
		if v.On == "" {
			key = "undated"
		}
	case data.ReasonAhead:
		if v.On == "" {
			key = "ahead.today"
		}
		on, detail = w.ShortDate(v.On), w.ShortDate(v.From)
	case data.ReasonOther:
		detail = w.T("verdict.part." + v.Detail)
	}
	text := w.T("verdict."+key, on, v.Page, detail, v.Record)
	if v.Newer != "" {
		if w.Language == English {
			text += " "
		}
		text += w.T("verdict.newer", v.Newer)
	}
	return text
}

// Period words from when to when a notice stands; "" where it is not known.
func (w Words) Period(v data.Verdict) string {
	switch {
	case v.From == "":
		return ""
	case v.To == "":
		return w.T("verdict.since", w.Date(v.From))
	default:
		return w.T("verdict.period", w.Date(v.From), w.Date(v.To))
	}
}
