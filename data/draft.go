package data

import (
	"slices"
	"strings"
)

// NewContent is what a draft starts from: the entry's defaults and the unit's, so that nobody types a fact twice.
// An entry without a code gives an item outside the catalogue (S4), which the 党组 decides.
func NewContent(entry Entry, unit Unit, today Date, workingDays func(after, last Date) int) Content {
	if entry.Code == "" {
		entry.Mode, entry.Audience, entry.Decision = Immediate, Staff, ByCollective
	}
	kind := KindFor(entry)
	period := DefaultPeriod(entry.Mode, kind, today, workingDays)
	c := Content{
		EntryCode: entry.Code,
		Kind:      kind,
		Title:     TitleFor(entry, kind),
		Mode:      entry.Mode,
		Audience:  entry.Audience,
		Channels:  entry.Audience.DefaultChannels(),
		Decision:  entry.Decision,
		From:      period.From,
		To:        period.To,
		Review:    period.Review,
		Issuer:    unit.Issuer,
		IssueDate: today,
		Contact:   unit.Contact,
	}
	if c.Mode == Staged {
		c.Stages, c.Stage = DefaultStages(period), 1
	}
	return c
}

// KindFor tells whether an entry's items are put up for objections before they take effect: choosing cadres, taking
// in members and giving honours are (S9, 任前公示 and 考察预告). A system or a rule about them is not, so only 即时
// entries count.
func KindFor(entry Entry) Kind {
	if entry.Mode != Immediate {
		return Announcement
	}
	for _, word := range []string{"公示", "选拔", "任用", "任前", "考察预告", "发展党员", "发展对象", "评优", "评先"} {
		if strings.Contains(entry.Title, word) {
			return Publicity
		}
	}
	return Announcement
}

// TitleFor proposes a title in the form of the field, 关于……的公示 or 关于……的公告; "" where there is no entry.
func TitleFor(entry Entry, kind Kind) string {
	about := strings.TrimSpace(entry.Title)
	if about == "" {
		return ""
	}
	about = strings.TrimPrefix(about, "关于")
	if kind == Publicity {
		return "关于" + about + "的公示"
	}
	return "关于" + about + "的公告"
}

// NextVersion is the draft with which a new version begins: what is there, at its next stage where 逐段 work goes on.
func NextVersion(it Item) Item {
	next := it
	next.Version, next.Steps = it.Version+1, nil
	next.Correction = ""
	next.Stages = slices.Clone(it.Stages)
	if it.Status == Published && it.Stage > 0 && it.Stage < len(it.Stages) {
		next.Stage++
	}
	return next
}

// Corrected is the draft with which the correction of what was pulled begins: the same stage, and what was wrong (更正).
func Corrected(it Item, wrong string) Item {
	next := NextVersion(it)
	next.Stage, next.Correction = it.Stage, wrong
	return next
}

// MayDraft tells whether the person may begin an item of the entry on that day: a clerk of the office that answers
// for it (谁主管谁负责, S2), of any office while none is named.
func MayDraft(entry Entry, by Person, today Date) error {
	switch {
	case !by.InOffice(today):
		return Refuse(ErrRefused, "act.office", by.Name)
	case !by.Has(Clerk, today):
		return Refuse(ErrRefused, "draft.role")
	case entry.OfficeID != "" && entry.OfficeID != by.OfficeID:
		return Refuse(ErrRefused, "draft.office", entry.Code+" "+entry.Title)
	default:
		return nil
	}
}

// MayEdit tells whether the person may change this version on that day: a draft only, and only by a clerk of the
// responsible office. Whatever has been proposed is changed by a new version (ActRevise).
func MayEdit(it Item, by Person, today Date) error {
	switch {
	case !by.InOffice(today):
		return Refuse(ErrRefused, "act.office", by.Name)
	case it.Status != Draft:
		return Refuse(ErrRefused, "draft.proposed", it.Number, string(it.Status))
	case !by.Has(Clerk, today) || by.OfficeID != it.OfficeID:
		return Refuse(ErrRefused, "draft.editor", it.Number)
	default:
		return nil
	}
}
