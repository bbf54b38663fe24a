package reports

import (
	"fmt"
	"slices"
	"strings"

	"gongkailan/data"
)

func (f facts) form() []point {
	return []point{
		{"公开渠道是否与公开范围相符，有无超出范围公开。", f.channelsSaid()},
		{"公开形式是否便于党员群众知晓，对外公开事项是否上栏、上屏。", f.placesSaid()},
		{"公示是否写明期限和反映问题的方式，公示期是否不少于5个工作日。", f.publicitySaid()},
	}
}

func (f facts) channelsSaid() string {
	used, wide := 0, 0
	for _, it := range f.up {
		used += len(it.Channels)
		for _, c := range it.Channels {
			if !it.Audience.Allows(c) {
				wide++
			}
		}
	}
	tooWide := which(f.up, func(it data.Item) bool {
		return slices.ContainsFunc(it.Channels, func(c data.Channel) bool { return !it.Audience.Allows(c) })
	})
	var by []string
	for _, a := range data.Audiences() {
		of := which(f.up, func(it data.Item) bool { return it.Audience == a })
		by = append(by, fmt.Sprintf("%s%d件", audienceTerm(a), len(of)))
	}
	return sentences(
		fmt.Sprintf("公开中事项%d件，按范围：%s", len(f.up), strings.Join(by, "、")),
		fmt.Sprintf("共用渠道%d个，超出范围的渠道%d个", used, wide),
		named("涉及事项", tooWide),
	)
}

func (f facts) placesSaid() string {
	open := which(f.up, func(it data.Item) bool { return it.Audience == data.Society })
	var by []string
	for _, c := range []data.Channel{data.Board, data.Lobby, data.Internet, data.Media} {
		of := which(open, func(it data.Item) bool { return slices.Contains(it.Channels, c) })
		by = append(by, fmt.Sprintf("%s%d件", channelTerm(c), len(of)))
	}
	return sentences(fmt.Sprintf("公开中面向全社会事项%d件，其中：%s", len(open), strings.Join(by, "、")))
}

func (f facts) publicitySaid() string {
	all := which(f.in.Items, func(it data.Item) bool { return it.Kind == data.Publicity && it.PublishedOn() != "" })
	short := which(all, func(it data.Item) bool {
		return it.To == "" || it.To <= it.PublishedOn() || f.in.WorkingDays(it.PublishedOn(), it.To) < data.MinPublicityDays
	})
	mute := which(all, func(it data.Item) bool {
		return strings.TrimSpace(it.Contact.Phone+it.Contact.Address+it.Contact.Mailbox) == ""
	})
	return sentences(
		fmt.Sprintf("已公开的公示%d件，公开后满%d个工作日%d件，写明电话、地址或邮箱%d件", len(all), data.MinPublicityDays, len(all)-len(short), len(all)-len(mute)),
		named("公示期不足", short),
		named("无联系方式", mute),
	)
}

func (f facts) system() []point {
	return []point{
		{"是否制定党务公开目录，并按规定修订。", f.catalogueSaid()},
		{"目录各项是否明确责任股室，做到谁主管谁负责。", f.ownersSaid()},
		{"目录各项的公开方式、范围和决定方式是否明确。", f.termsSaid()},
		{"例行公开、依申请公开、征求意见、信息反馈、定期评议等制度是否建立。", sentences(notRecorded + "各项制度文件及执行台账")},
	}
}

func (f facts) catalogueSaid() string {
	c := f.in.Catalogue
	from := "未记施行日期"
	if c.From != "" {
		from = "自" + c.From.Chinese() + "起施行"
	}
	return sentences(fmt.Sprintf("现行目录为第%d版，%s，设%d类%d项", c.Version, from, len(c.Categories), len(c.Entries)))
}

func (f facts) ownersSaid() string {
	entries := f.in.Catalogue.Entries
	none := entriesWhere(entries, func(e data.Entry) bool {
		return !slices.ContainsFunc(f.in.Offices, func(o data.Office) bool { return o.ID == e.OfficeID })
	})
	return sentences(
		fmt.Sprintf("目录%d项，已明确责任股室%d项", len(entries), len(entries)-len(none)),
		namedEntries(fmt.Sprintf("未明确%d项", len(none)), none),
	)
}

func (f facts) termsSaid() string {
	entries := f.in.Catalogue.Entries
	var modes, decisions []string
	for _, m := range data.Modes() {
		n := len(entriesWhere(entries, func(e data.Entry) bool { return e.Mode == m }))
		modes = append(modes, fmt.Sprintf("%s%d项", modeTerm(m), n))
	}
	for _, d := range data.Decisions() {
		n := len(entriesWhere(entries, func(e data.Entry) bool { return e.Decision == d }))
		decisions = append(decisions, fmt.Sprintf("%s%d项", decisionTerm(d), n))
	}
	return sentences("按方式："+strings.Join(modes, "、"), "按决定方式："+strings.Join(decisions, "、"))
}

func (f facts) execution() []point {
	return []point{
		{"经批准的事项是否及时公开。", f.promptSaid()},
		{fmt.Sprintf("即时公开事项是否在批准后%d个工作日内公开。", f.in.Clocks.ToPublish(data.Immediate)), f.immediateSaid()},
		{"到期事项是否按时撤下，长期公开事项是否按期复核。", f.endsSaid()},
		{"在办事项是否积压，退回修改的事项是否抓紧重报。", f.pendingSaid()},
	}
}

func (f facts) promptSaid() string {
	days := f.in.Clocks.Complete().Publish
	late := which(f.waiting, func(it data.Item) bool { return f.late(it, f.in.On, days) })
	slow := which(f.up, func(it data.Item) bool { return f.late(it, it.PublishedOn(), days) })
	return sentences(
		fmt.Sprintf("已批准尚未公开%d件，其中超过%d个工作日%d件", len(f.waiting), days, len(late)),
		named("超过的事项", late),
		fmt.Sprintf("公开中事项%d件，批准后%d个工作日内公开%d件", len(f.up), days, len(f.up)-len(slow)),
		named("其余", slow),
	)
}

func (f facts) immediateSaid() string {
	days := f.in.Clocks.ToPublish(data.Immediate)
	immediate := func(it data.Item) bool { return it.Mode == data.Immediate }
	up, waiting := which(f.up, immediate), which(f.waiting, immediate)
	slow := which(up, func(it data.Item) bool { return f.late(it, it.PublishedOn(), days) })
	late := which(waiting, func(it data.Item) bool { return f.late(it, f.in.On, days) })
	return sentences(
		fmt.Sprintf("公开中即时事项%d件，批准后%d个工作日内公开%d件", len(up), days, len(up)-len(slow)),
		named("其余", slow),
		fmt.Sprintf("已批准尚未公开的即时事项%d件，其中超过%d个工作日%d件", len(waiting), days, len(late)),
		named("超过的事项", late),
	)
}

func (f facts) endsSaid() string {
	on := f.in.On
	expired := which(f.in.Items, func(it data.Item) bool { return it.StatusOn(on) == data.Expired })
	long := which(f.up, func(it data.Item) bool { return it.Mode == data.LongTerm })
	due := which(long, func(it data.Item) bool { return it.Review != "" && it.Review < on })
	return sentences(
		fmt.Sprintf("已到期%d件，到期后系统不再对外显示，公开栏张贴请现场核对", len(expired)),
		fmt.Sprintf("长期公开事项%d件，已过复核日期%d件", len(long), len(due)),
		named("已过复核日期", due),
	)
}

func (f facts) pendingSaid() string {
	var by []string
	total := 0
	for _, s := range []data.Status{data.Draft, data.ToCheck, data.ToApprove, data.ToDecide, data.ToSuperior, data.Returned} {
		n := len(which(f.in.Items, func(it data.Item) bool { return it.StatusOn(f.in.On) == s }))
		total += n
		if n > 0 {
			by = append(by, fmt.Sprintf("%s%d件", statusTerm(s), n))
		}
	}
	return sentences(fmt.Sprintf("在办事项%d件", total), strings.Join(by, "、"))
}

func (f facts) effect() []point {
	return []point{
		{"党务公开是否经常、持续，有无突击公开。", f.steadySaid()},
		{"党员群众的意见建议是否及时受理、答复，有无长期未答复。", sentences(notRecorded + "意见登记和答复台账")},
		{"党员群众对党务公开是否知晓、满意。", sentences(notRecorded + "评议结果，并随机询问党员群众")},
	}
}

// steadySaid tells how what was published this year lies over its quarters.
func (f facts) steadySaid() string {
	year := data.Date(fmt.Sprintf("%04d-01-01", f.in.On.Year()))
	var by []string
	total := 0
	for quarter := range 4 {
		first, next := year.AddMonths(3*quarter), year.AddMonths(3*quarter+3)
		if first > f.in.On {
			break
		}
		n := len(which(f.in.Items, func(it data.Item) bool { return first <= it.PublishedOn() && it.PublishedOn() < next }))
		total += n
		by = append(by, fmt.Sprintf("第%d季度%d件", quarter+1, n))
	}
	var latest data.Date
	for _, on := range f.latestOf {
		latest = max(latest, on)
	}
	last := ""
	if latest != "" {
		last = "最近一次公开在" + latest.Chinese()
	}
	return sentences(fmt.Sprintf("%d年共公开%d件：%s", f.in.On.Year(), total, strings.Join(by, "、")), last)
}
