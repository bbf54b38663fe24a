package reports

import (
	"strings"
	"time"

	"gongkailan/data"
)

// The field's terms as documents print them. Documents are always in Chinese, whatever language the desk speaks.

func kindTerm(k data.Kind) string {
	return map[data.Kind]string{data.Announcement: "公告", data.Publicity: "公示"}[k]
}

func modeTerm(m data.Mode) string {
	return map[data.Mode]string{
		data.LongTerm: "长期公开", data.Periodic: "定期公开", data.Staged: "逐段公开", data.Immediate: "即时公开",
	}[m]
}

func audienceTerm(a data.Audience) string {
	return map[data.Audience]string{data.Party: "党内", data.Staff: "机关全体人员", data.Society: "全社会"}[a]
}

func channelTerm(c data.Channel) string {
	return map[data.Channel]string{
		data.Meeting: "会议", data.Document: "文件", data.Circular: "通报", data.Brief: "简报", data.Forum: "座谈会",
		data.LAN: "局域网", data.Board: "公开栏", data.Lobby: "大厅屏", data.Internet: "互联网", data.Media: "新闻媒体",
		data.Phone: "电话", data.Hearing: "听证会",
	}[c]
}

func decisionTerm(d data.Decision) string {
	return map[data.Decision]string{
		data.ByDeputy: "分管领导审批", data.ByCollective: "党组集体研究", data.BySuperior: "党组集体研究后报上级审核",
	}[d]
}

func statusTerm(s data.Status) string {
	return map[data.Status]string{
		data.Draft: "草拟", data.ToCheck: "待审核", data.ToApprove: "待审批", data.ToDecide: "待党组研究",
		data.ToSuperior: "待上级审核", data.Approved: "已批准待公开", data.Published: "公开中", data.Expired: "已到期",
		data.Withdrawn: "已撤下", data.Replaced: "已由新版代替", data.Archived: "已归档", data.Returned: "退回修改",
		data.Withholding: "拟不公开", data.WithheldWait: "待上级审定", data.Withheld: "不予公开",
	}[s]
}

// instant writes a point in time as forms do: 2026年3月5日 09:12, in Asia/Shanghai.
func instant(at time.Time) string {
	return data.DateOf(at).Chinese() + " " + at.In(data.Shanghai()).Format("15:04")
}

// stepTerm is the head of an act's row in a form, set in two lines where it is long.
func stepTerm(a data.Act) string {
	return map[data.Act]string{
		data.ActPropose: "责任股室\n提　　出", data.ActCheck: "审　　核", data.ActApprove: "审　　批",
		data.ActDecide: "党组集体\n研　　究", data.ActSuperior: "上级党组织\n审　　核", data.ActPublish: "实施公开",
		data.ActSendBack: "退回修改", data.ActWithdraw: "撤　　下", data.ActRevise: "修　　改",
		data.ActWithhold: "拟不公开", data.ActReport: "报上级审定", data.ActTell: "告　　知", data.ActReview: "复　　核",
	}[a]
}

func sealTerm(s data.SealState) string {
	switch s {
	case data.SealGood:
		return "签名有效"
	case data.SealBroken:
		return "签名失效"
	default:
		return "未核验"
	}
}

// exposureTerm names a kind of personal datum.
func exposureTerm(kind string) string {
	term, ok := map[string]string{
		"id": "身份证号", "mobile": "手机号码", "landline": "固定电话", "bankcard": "银行卡号", "address": "住址",
		"email": "电子邮箱", "plate": "车牌号", "secrecy": "密级标志", "unreadable": "无法检查的附件",
	}[kind]
	if !ok {
		return "个人信息"
	}
	return term
}

// partTerm names a part of an item in which something was found: body/3 is its third paragraph, attachment/名单.xlsx a
// place in that file.
func partTerm(part string) string {
	name, rest, _ := strings.Cut(strings.TrimPrefix(part, "part:"), "/")
	at, _, _ := strings.Cut(rest, "/")
	switch name {
	case "body":
		return "正文第" + at + "段"
	case "attachment":
		return "附件“" + at + "”"
	}
	term, ok := map[string]string{
		"title": "标题", "contact": "联系方式", "correction": "更正说明", "filing": "工作方案名称", "issuer": "落款", "stages": "阶段名称",
	}[name]
	if !ok {
		return "所公开内容"
	}
	return term
}
