package page

import "strings"

// fieldWords are two-character words that titles of the field are made of. A title that breaks inside one of them does
// not break by sense. Words that are not here may break anywhere, which is a matter of looks only.
const fieldWords = "|党务|党组|党委|党费|党员|党建|党章|党课|党支|支部|总支|公开|公示|公告|公布|通告|通知|通报|决定|决议|决策|意见|办法|" +
	"方案|规定|制度|条例|细则|计划|规划|总结|报告|情况|结果|名单|目录|事项|事务|工作|任务|任前|任用|任免|任期|任职|干部|" +
	"领导|班子|成员|同志|人员|人选|群众|职工|机关|单位|部门|股室|办公|公室|中心|委员|员会|小组|全县|全市|全省|全局|全国|中共|" +
	"中国|共产|产党|中央|人民|政府|食品|药品|监督|管理|检查|督查|督导|巡察|考核|考察|评议|评选|评优|评先|表彰|奖励|奖惩|处分|" +
	"选举|选拔|选任|推荐|推选|发展|对象|预备|转正|接收|收缴|使用|缴纳|培训|学习|教育|专题|主题|活动|会议|会务|民主|生活|组织|" +
	"整改|落实|贯彻|执行|实施|开展|推进|推动|加强|加快|改进|改革|完善|健全|规范|提高|提升|促进|深化|深入|进一|一步|有关|相关|" +
	"若干|关于|印发|转发|征求|反馈|信息|咨询|申请|受理|办理|服务|民生|实事|项目|资金|经费|预算|决算|采购|招标|招聘|录用|聘用|" +
	"年度|季度|半年|上半|下半|第一|第二|第三|第四|季节|春节|廉洁|廉政|自律|作风|建设|纪律|纪检|监察|审查|审计|审批|审核|安全|" +
	"生产|质量|卫生|健康|环境|保护|基层|先进|优秀|模范|集体|个人|先锋|示范|标准|重大|重要|重点|主要|责任|分工|履职|述职|试行|" +
	"修订|调整|补充|更正|撤销|撤下|废止|时间|期限|地址|电话|方式|内容|范围|程序|思想|政治|理论|文化|宣传|统战|工会|青年|妇女|"

// isInsideWord tells whether a break between two characters would tear a word of the field.
func isInsideWord(a, b rune) bool {
	return strings.Contains(fieldWords, "|"+string(a)+string(b)+"|")
}
