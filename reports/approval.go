package reports

import (
	"fmt"
	"slices"
	"strings"

	"gongkailan/data"
	"gongkailan/reports/page"
)

// ApprovalInput is what the approval form is made from.
type ApprovalInput struct {
	Unit      data.Unit
	Item      data.Item
	Catalogue data.Catalogue
	Offices   []data.Office
	Today     data.Date
}

// Widths of the form's columns, in mm.
const (
	labelWidth = 26.0
	sealWidth  = 31.0
	saidWidth  = formWidth - labelWidth - sealWidth
)

// approvalTitle is the form's own name.
const approvalTitle = "党务公开审批表"

// ApprovalForm lays out the 《党务公开审批表》 of an item's version: what is to be disclosed to whom and how, and every
// step that its decision needs with opinion, name, date and the state of the seal; a step not yet done has room for a
// signature and says so (S2–S4).
func ApprovalForm(in ApprovalInput, widths page.Widths) page.Document {
	it := in.Item
	f := newForm(widths, approvalTitle, "填报单位："+clean(in.Unit.Name), fmt.Sprintf("编号：%s　第%d版", it.Number, it.Version))
	subject(f, in)
	for _, act := range data.Required(it.Decision) {
		stepRow(f, act, in)
	}
	otherSteps(f, it)
	f.note("签名状态由系统按签名、证书和记录链核验。“内容摘要”是所签内容的SHA-256值，本版为：\n" + it.Digest())
	return f.Document(approvalTitle + " " + it.Number)
}

// subject sets the rows that say what is to be disclosed.
func subject(f form, in ApprovalInput) {
	it := in.Item
	wide := func(name, text string) {
		f.row(1, label(name), value(clean(text), formWidth-labelWidth))
	}
	pair := func(a, b, c, d string) {
		const half = formWidth/2 - labelWidth
		f.row(1, label(a), value(b, half), label(c), value(d, half))
	}
	wide("公开事项", it.Title)
	pair("目录项", entryText(in.Catalogue, it.EntryCode), "责任股室", officeName(in.Offices, it.OfficeID))
	pair("公开方式", modeTerm(it.Mode)+"（"+kindTerm(it.Kind)+"）", "公开范围", audienceTerm(it.Audience))
	wide("公开渠道", channelTerms(it.Channels))
	wide("公开期限", periodTerm(it.Content))
	pair("决定方式", decisionTerm(it.Decision), "当前状态", statusTerm(it.StatusOn(in.Today)))
	wide("公开内容", contentSummary(it))
	if len(it.Stages) > 0 {
		wide("阶段", stageLines(it))
	}
	if wrong := strings.TrimSpace(clean(it.Correction)); wrong != "" {
		wide("更正说明", wrong)
	}
	if it.EntryCode == "" {
		wide("工作方案备案", fmt.Sprintf("%s　%s　%s", it.Filing.Plan, it.Filing.Number, it.Filing.On.Chinese()))
	}
}

func entryText(c data.Catalogue, code string) string {
	if entry, ok := c.Known(code); ok {
		return entry.Code + " " + entry.Title
	}
	if code == "" {
		return "目录外事项"
	}
	return code
}

func officeName(offices []data.Office, id string) string {
	for _, o := range offices {
		if o.ID == id {
			return o.Name
		}
	}
	return "—"
}

func channelTerms(channels []data.Channel) string {
	terms := make([]string, len(channels))
	for i, c := range channels {
		terms[i] = channelTerm(c)
	}
	return strings.Join(terms, "、")
}

func periodTerm(c data.Content) string {
	if c.To == "" {
		return c.From.Chinese() + "起长期公开，" + c.Review.Chinese() + "复核"
	}
	return c.From.Chinese() + "至" + c.To.Chinese()
}

// stageLines lists the stages of 逐段公开 with their days, and says which of them this version discloses.
func stageLines(it data.Item) string {
	lines := make([]string, len(it.Stages))
	for i, s := range it.Stages {
		lines[i] = fmt.Sprintf("%d．%s，%s前", i+1, clean(s.Name), s.Due.Chinese())
		if i+1 == it.Stage {
			lines[i] += "（本次公开）"
		}
	}
	return strings.Join(lines, "\n")
}

// summaryLength is how many characters of the body a form shows; the notice itself is attached to the form.
const summaryLength = 180

// contentSummary gives the beginning of the body, and the attachments by their names.
func contentSummary(it data.Item) string {
	text := strings.TrimSpace(clean(it.Body))
	if body := []rune(text); len(body) > summaryLength {
		text = string(body[:summaryLength]) + "……（全文见所附正文）"
	}
	for i, a := range it.Attachments {
		text += fmt.Sprintf("\n附件%d：%s", i+1, a.Name)
	}
	return text
}

// stepRow sets the row of a required step: what it is, what was said and by whom, and the state of its seal.
func stepRow(f form, act data.Act, in ApprovalInput) {
	const least = 3
	said, foot, seal := pending(act, in.Unit), "签名：　　　　　　　　　　　年　　月　　日", "未办理"
	if step, ok := in.Item.Step(act); ok {
		said, foot, seal = clean(statement(step, in.Item)), signature(step), sealText(step)
	}
	f.row(least, label(stepTerm(act)), page.Cell{Text: said, Foot: foot, Width: saidWidth}, centred(seal, sealWidth))
}

// statement words what a step says.
func statement(step data.Step, it data.Item) string {
	var lines []string
	switch step.Act {
	case data.ActPropose:
		lines = append(lines, "所填内容真实、准确，提请审核。")
	case data.ActPublish:
		lines = append(lines, "已通过"+channelTerms(it.Channels)+"公开。")
	}
	if f := step.Findings; f != nil {
		lines = append(lines, findingLines(*f)...)
	}
	if m := step.Meeting; m != nil {
		lines = append(lines, "会议："+m.Name+"，"+m.On.Chinese(), "纪要编号："+m.Minutes+"；出席："+m.Present, "研究结果："+m.Result)
	}
	if r := step.Ruling; r != nil {
		lines = append(lines, rulingLines(*r)...)
	}
	if t := step.Telling; t != nil {
		lines = append(lines, t.On.Chinese()+"，"+t.How)
	}
	if r := step.Review; r != nil {
		lines = append(lines, reviewLine(*r))
	}
	for _, k := range step.Kept {
		lines = append(lines, keptLine(step.Act, k))
	}
	if step.Note != "" {
		lines = append(lines, "意见："+step.Note)
	}
	return strings.Join(lines, "\n")
}

// findingLines are the ticks of the check, and under them what was found (S3).
func findingLines(f data.Findings) []string {
	lines := []string{fmt.Sprintf("%s 不涉密　　%s 有必要公开　　%s 内容准确", tick(f.NotSecret), tick(f.Necessary), tick(f.Accurate))}
	for _, found := range []struct{ head, text string }{{"保密", f.Secrecy}, {"必要性", f.Necessity}, {"准确性", f.Accuracy}} {
		if strings.TrimSpace(found.text) != "" {
			lines = append(lines, found.head+"审核发现："+found.text)
		}
	}
	return lines
}

func reviewLine(r data.Review) string {
	if r.Next == "" {
		return "已核对，继续公开。"
	}
	return "已复核，继续公开；下次复核：" + r.Next.Chinese()
}

// keptLine says which personal datum stays in the text and why: who proposes keeps it, who checks agrees (S18). The datum
// stands masked, as it does in the log.
func keptLine(act data.Act, k data.Kept) string {
	verb := "保留"
	if act == data.ActCheck {
		verb = "同意保留"
	}
	return fmt.Sprintf("%s%s的%s“%s”，理由：%s", verb, partTerm(k.Where), exposureTerm(k.Kind), k.Masked, k.Reason)
}

func rulingLines(r data.Ruling) []string {
	sent := ""
	if r.SentOn != "" {
		sent = "；报送日期：" + r.SentOn.Chinese()
	}
	return []string{
		"审核机关：" + r.Body + sent,
		"文号：" + r.Number + "；日期：" + r.On.Chinese(),
		"审核意见：" + r.Opinion,
	}
}

// pending words a step that is still ahead, with room for what it will say.
func pending(act data.Act, unit data.Unit) string {
	switch act {
	case data.ActCheck:
		return "□ 不涉密　　□ 有必要公开　　□ 内容准确"
	case data.ActDecide:
		return "会议：　　　　　　　　　　　纪要编号：\n出席：\n研究结果："
	case data.ActSuperior:
		return "审核机关：" + clean(unit.Superior) + "\n文号：　　　　　　　　　　　日期：\n审核意见："
	case data.ActPublish:
		return ""
	default:
		return "意见："
	}
}

func tick(yes bool) string {
	if yes {
		return "√"
	}
	return "□"
}

// signature is the line of a step that stands for the handwritten one.
func signature(step data.Step) string {
	who := step.Person
	if step.Duty != "" {
		who += "（" + step.Duty + "）"
	}
	if step.For != nil {
		who += "，受" + step.For.Name + "委托代办"
	}
	return clean("签名：" + who + "　" + instant(step.At))
}

// sealText words the state of a step's seal, and where it stands in the log.
func sealText(step data.Step) string {
	const short = 8
	digest := step.Digest[:min(short, len(step.Digest))]
	return fmt.Sprintf("%s\n记录第%d号\n摘要%s", sealTerm(step.Seal), step.Record, digest)
}

// otherSteps lists what was done to the version besides: sent back, withdrawn, withheld.
func otherSteps(f form, it data.Item) {
	required := data.Required(it.Decision)
	for _, step := range it.Steps {
		if slices.Contains(required, step.Act) {
			continue
		}
		said := page.Cell{Text: clean(statement(step, it)), Foot: signature(step), Width: saidWidth}
		f.row(1, label(stepTerm(step.Act)), said, centred(sealText(step), sealWidth))
	}
}
