package reports

import (
	"fmt"
	"slices"
	"strings"

	"gongkailan/data"
)

// mostNamed is how many codes or numbers a piece of evidence names before it only counts.
const mostNamed = 30

// facts are the counts that evidence is worded from. They come from the input alone.
type facts struct {
	in       ChecklistInput
	up       []data.Item // 公开中
	waiting  []data.Item // 已批准待公开
	upOf     map[string]int
	latestOf map[string]data.Date
}

func factsOf(in ChecklistInput) facts {
	f := facts{in: in, upOf: map[string]int{}, latestOf: map[string]data.Date{}}
	for _, it := range in.Items {
		switch it.StatusOn(in.On) {
		case data.Published:
			f.up = append(f.up, it)
			f.upOf[it.EntryCode]++
		case data.Approved:
			f.waiting = append(f.waiting, it)
		}
		f.latestOf[it.EntryCode] = max(f.latestOf[it.EntryCode], it.PublishedOn())
	}
	return f
}

// which picks the items for which the question holds.
func which(items []data.Item, holds func(data.Item) bool) []data.Item {
	var picked []data.Item
	for _, it := range items {
		if holds(it) {
			picked = append(picked, it)
		}
	}
	return picked
}

func entriesWhere(entries []data.Entry, holds func(data.Entry) bool) []data.Entry {
	return slices.DeleteFunc(slices.Clone(entries), func(e data.Entry) bool { return !holds(e) })
}

func (f facts) disclosed(e data.Entry) bool { return f.latestOf[e.Code] != "" }

// sentences joins statements to one text.
func sentences(list ...string) string {
	list = slices.DeleteFunc(list, func(text string) bool { return text == "" })
	return strings.Join(list, "；") + "。"
}

// named lists the items at fault behind what is said of them; nothing where there is none.
func named(said string, items []data.Item) string {
	names := make([]string, len(items))
	for i, it := range items {
		names[i] = numberOf(it)
	}
	return listed(said, "件", names)
}

func namedEntries(said string, entries []data.Entry) string {
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Code
	}
	return listed(said, "项", names)
}

func listed(said, measure string, names []string) string {
	if len(names) == 0 {
		return ""
	}
	more := ""
	if len(names) > mostNamed {
		names, more = names[:mostNamed], fmt.Sprintf("等%d%s", len(names), measure)
	}
	return said + "：" + strings.Join(names, "、") + more
}

// approvedOn is the day on which the last act before publication was done, "" if none was.
func approvedOn(it data.Item) data.Date {
	var last data.Date
	for _, act := range data.Required(it.Decision) {
		if step, ok := it.Step(act); ok && act != data.ActPublish {
			last = max(last, data.DateOf(step.At))
		}
	}
	return last
}

// late tells whether more working days than that lie between the approval and the day.
func (f facts) late(it data.Item, until data.Date, days int) bool {
	from := approvedOn(it)
	return from != "" && from < until && f.in.WorkingDays(from, until) > days
}

// actWord names an act in evidence, in one short word.
func actWord(act data.Act) string {
	return map[data.Act]string{
		data.ActPropose: "提出", data.ActCheck: "审核", data.ActApprove: "审批", data.ActDecide: "党组研究",
		data.ActSuperior: "上级审核", data.ActSendBack: "退回", data.ActPublish: "公开", data.ActWithdraw: "撤下",
		data.ActRevise: "修改", data.ActWithhold: "拟不公开", data.ActReport: "报上级审定",
	}[act]
}

// dueActs lists the signed acts that must stand on the item as far as it has come.
func dueActs(it data.Item, on data.Date) []data.Act {
	all := data.Required(it.Decision)
	switch it.StatusOn(on) {
	case data.ToCheck:
		return all[:1]
	case data.ToApprove:
		return all[:2]
	case data.ToDecide:
		return all[:3]
	case data.ToSuperior, data.Approved:
		return all[:len(all)-1]
	case data.Published, data.Expired, data.Withdrawn, data.Archived:
		return all
	default:
		return nil
	}
}

// sealed tells whether every signature that is due stands and was found to hold, and none of the others is broken.
func sealed(it data.Item, on data.Date) bool {
	for _, act := range dueActs(it, on) {
		if step, ok := it.Step(act); !ok || step.Seal != data.SealGood {
			return false
		}
	}
	return !slices.ContainsFunc(it.Steps, func(s data.Step) bool { return s.Seal == data.SealBroken })
}

// sealSummary tells how an item's signatures stand: which are broken, missing or not looked at.
func sealSummary(it data.Item, on data.Date) string {
	var broken, unseen, missing []string
	for _, step := range it.Steps {
		word := actWord(step.Act)
		switch {
		case step.Seal == data.SealBroken && !slices.Contains(broken, word):
			broken = append(broken, word)
		case step.Seal == data.SealUnchecked && !slices.Contains(unseen, word):
			unseen = append(unseen, word)
		}
	}
	due := dueActs(it, on)
	for _, act := range due {
		if _, ok := it.Step(act); !ok {
			missing = append(missing, actWord(act))
		}
	}
	var said []string
	for _, part := range []struct {
		word string
		acts []string
	}{{"签名有误", broken}, {"缺签名", missing}, {"未核验", unseen}} {
		if len(part.acts) > 0 {
			said = append(said, part.word+"："+strings.Join(part.acts, "、"))
		}
	}
	switch {
	case len(said) > 0:
		return strings.Join(said, "；")
	case len(it.Steps) == 0:
		return "尚未签名"
	case it.StatusOn(on).IsApproved():
		return "签名齐全，均有效"
	default:
		return fmt.Sprintf("已签%d步，均有效", len(it.Steps))
	}
}
