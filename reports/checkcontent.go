package reports

import (
	"fmt"
	"slices"
	"strings"

	"gongkailan/data"
)

// head is one of the six of plan 四(三), with what to check under it.
type head struct {
	title  string
	points []point
}

// point is something to check, and what the desk knows about it.
type point struct{ asks, evidence string }

// notRecorded is said of what the desk's records of items cannot answer; the inspector looks for himself.
const notRecorded = "系统内无此项记录，请现场查阅"

// sixTitles are what an inspection looks at, in the plan's order (S19).
func sixTitles() []string {
	return []string{"内容是否全面", "程序是否规范", "形式是否恰当", "制度是否健全", "执行是否到位", "效果是否明显"}
}

// sixHeads gives the heads with their points.
func sixHeads(f facts) []head {
	points := [][]point{f.completeness(), f.procedure(), f.form(), f.system(), f.execution(), f.effect()}
	heads := make([]head, len(points))
	for i, title := range sixTitles() {
		heads[i] = head{title, points[i]}
	}
	return heads
}

func (f facts) completeness() []point {
	return []point{
		{"目录所列事项是否都已公开，有无应公开而未公开的事项。", f.entriesSaid()},
		{"各类别是否都有公开内容，有无整类未公开。", f.categoriesSaid()},
		{"定期公开事项是否每半年更新。", f.periodicSaid()},
		{"不予公开的事项是否写明理由、报上级审定，审定意见是否告知党员群众。", f.withheldSaid()},
	}
}

func (f facts) entriesSaid() string {
	entries := f.in.Catalogue.Entries
	done := entriesWhere(entries, f.disclosed)
	now := entriesWhere(entries, func(e data.Entry) bool { return f.upOf[e.Code] > 0 })
	never := entriesWhere(entries, func(e data.Entry) bool { return !f.disclosed(e) })
	return sentences(
		fmt.Sprintf("目录%d项，已公开%d项，其中目前公开中%d项", len(entries), len(done), len(now)),
		namedEntries(fmt.Sprintf("尚无公开记录%d项", len(never)), never),
	)
}

func (f facts) categoriesSaid() string {
	var said []string
	for _, k := range f.in.Catalogue.Categories {
		of := entriesWhere(f.in.Catalogue.Entries, func(e data.Entry) bool { return e.Category == k.Code })
		name := k.Short
		if name == "" {
			name = k.Title
		}
		said = append(said, fmt.Sprintf("%s%d项已公开%d项", name, len(of), len(entriesWhere(of, f.disclosed))))
	}
	return sentences(said...)
}

// periodicSaid counts what was disclosed anew since the half-year began (S9).
func (f facts) periodicSaid() string {
	periodic := entriesWhere(f.in.Catalogue.Entries, func(e data.Entry) bool { return e.Mode == data.Periodic })
	since := data.Date(fmt.Sprintf("%04d-01-01", f.in.On.Year()))
	if half := since.AddMonths(6); half <= f.in.On {
		since = half
	}
	old := entriesWhere(periodic, func(e data.Entry) bool { return f.latestOf[e.Code] < since })
	return sentences(
		fmt.Sprintf("定期公开目录%d项，本半年（%s起）已公开或更新%d项", len(periodic), since.Chinese(), len(periodic)-len(old)),
		namedEntries(fmt.Sprintf("本半年尚未更新%d项", len(old)), old),
	)
}

func (f facts) withheldSaid() string {
	under := which(f.in.Items, func(it data.Item) bool {
		return slices.Contains([]data.Status{data.Withholding, data.WithheldWait}, it.StatusOn(f.in.On))
	})
	ruled := which(f.in.Items, func(it data.Item) bool { return it.StatusOn(f.in.On) == data.Withheld })
	untold := which(ruled, func(it data.Item) bool {
		step, _ := it.Step(data.ActSuperior)
		return step.Ruling == nil || step.Ruling.ToldOn == ""
	})
	return sentences(
		fmt.Sprintf("拟不公开、尚待审定%d件；经上级审定不予公开%d件，其中审定意见已告知%d件", len(under), len(ruled), len(ruled)-len(untold)),
		named("未见告知记录", untold),
	)
}

func (f facts) procedure() []point {
	return []point{
		{"是否由责任股室提出，经审核、审批后公开，每一步是否有人签名负责。", f.signaturesSaid()},
		{"公开前是否进行保密审查，并核对公开必要性和内容准确性。", f.findingsSaid()},
		{"重要事项是否经党组集体研究，按规定应报上级党组织的是否报审。", f.decisionsSaid()},
		{"目录外事项是否有工作方案并报上级备案后公开。", f.filingsSaid()},
		{"退回、撤下是否写明理由。", f.reasonsSaid()},
	}
}

func (f facts) signaturesSaid() string {
	wanting := which(f.up, func(it data.Item) bool { return !sealed(it, f.in.On) })
	broken := which(f.in.Items, func(it data.Item) bool {
		return slices.ContainsFunc(it.Steps, func(s data.Step) bool { return s.Seal == data.SealBroken })
	})
	return sentences(
		fmt.Sprintf("公开中事项%d件，提出、审核、审批、公开等应有签名齐全有效%d件", len(f.up), len(f.up)-len(wanting)),
		named("签名缺少、有误或未核验", wanting),
		fmt.Sprintf("全部%d件（含各版）中签名核验有误%d件", len(f.in.Items), len(broken)),
	)
}

func (f facts) findingsSaid() string {
	wanting := which(f.up, func(it data.Item) bool {
		step, _ := it.Step(data.ActCheck)
		found := step.Findings
		return found == nil || !found.NotSecret || !found.Necessary || !found.Accurate
	})
	return sentences(
		fmt.Sprintf("公开中事项%d件，审核时“不涉密、有必要公开、内容准确”三项均有记录%d件", len(f.up), len(f.up)-len(wanting)),
		named("记录不全", wanting),
	)
}

func (f facts) decisionsSaid() string {
	collective := which(f.up, func(it data.Item) bool { return it.Decision == data.ByCollective || it.Decision == data.BySuperior })
	superior := which(f.up, func(it data.Item) bool { return it.Decision == data.BySuperior })
	noMeeting := which(collective, func(it data.Item) bool { step, _ := it.Step(data.ActDecide); return step.Meeting == nil })
	noAnswer := which(superior, func(it data.Item) bool { step, _ := it.Step(data.ActSuperior); return step.Ruling == nil })
	return sentences(
		fmt.Sprintf("公开中应经党组集体研究%d件，有会议记录%d件", len(collective), len(collective)-len(noMeeting)),
		named("无会议记录", noMeeting),
		fmt.Sprintf("应报上级审核%d件，有审核意见%d件", len(superior), len(superior)-len(noAnswer)),
		named("无审核意见", noAnswer),
	)
}

func (f facts) filingsSaid() string {
	outside := which(f.up, func(it data.Item) bool { return it.EntryCode == "" })
	unfiled := which(outside, func(it data.Item) bool {
		return it.Filing.On == "" || strings.TrimSpace(it.Filing.Plan) == "" || strings.TrimSpace(it.Filing.Number) == ""
	})
	return sentences(
		fmt.Sprintf("公开中目录外事项%d件，已备案%d件", len(outside), len(outside)-len(unfiled)),
		named("未见备案", unfiled),
	)
}

func (f facts) reasonsSaid() string {
	return sentences(f.actSaid(data.ActSendBack, "退回"), f.actSaid(data.ActWithdraw, "撤下"))
}

// actSaid counts the acts of a kind that must state a reason, and those that do.
func (f facts) actSaid(act data.Act, word string) string {
	all, reasoned := 0, 0
	for _, it := range f.in.Items {
		for _, step := range it.Steps {
			if step.Act != act {
				continue
			}
			all++
			if strings.TrimSpace(step.Note) != "" {
				reasoned++
			}
		}
	}
	switch {
	case all == 0:
		return word + "0件"
	case all == reasoned:
		return fmt.Sprintf("%s%d件，均写明理由", word, all)
	default:
		return fmt.Sprintf("%s%d件，写明理由%d件", word, all, reasoned)
	}
}
