package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// readerTitles are titles as the offices write them, a stroke where a reader breaks them. They weigh the costs of the
// breaks against each other: who changes a cost or a word reads this list again.
var readerTitles = [...]string{
	"中共云岭县食品药品监督管理局党组|关于2026年上半年党费收缴|使用和管理情况的公示",
	"中共云岭县食品药品监督管理局党组|关于王䶮等8名同志任前公示的公告",
	"中共云岭县食品药品监督管理局党组|关于进一步加强和改进党务公开的若干意见",
	"关于进一步加强和改进全县|食品药品监督管理系统党务公开工作的通知",
	"关于印发《云岭县食品药品监督管理局|党务公开实施办法（试行）》的通知",
	"关于转发《中共云岭县委组织部关于做好|2026年度民主评议党员工作的通知》的通知",
	"关于阿卜杜热合曼·买买提·艾力等3名同志|拟任职务的公示",
	"关于欧阳春晓、司马文、诸葛明等5名同志|拟提拔任用的任前公示",
	"关于接收张𬱟、𬳽某某等2名同志|为中共预备党员的公示",
	"关于2026年度“优秀共产党员”|“优秀党务工作者”和“先进基层党组织”|拟表彰对象的公示",
	"云岭县食品药品监督管理局2026年度|机关党员干部年度考核优秀等次人员公示",
	"中共云岭县食品药品监督管理局机关委员会|关于召开第十二届党员代表大会的通知",
	"关于2026年第二季度|为民办实事项目进展情况的公告",
	"中共云岭县食品药品监督管理局党组|关于2026年度民主生活会召开情况|及整改措施的通报",
	"关于给予张某某党内警告处分的决定",
	"云岭县食品药品监督管理局关于2025年|部门决算和“三公”经费支出情况的公示",
	"关于开展2026年春节前食品安全|专项检查工作情况的通报",
	"关于征求《云岭县食品药品监督管理局|党务公开目录（2026年版）》意见的公告",
	"中共云岭县食品药品监督管理局党组|关于局领导班子成员分工调整的通知",
	"云岭县城关镇人民政府|关于2026年城乡居民最低生活保障对象的公示",
	"中共云岭县纪律检查委员会|关于5起违反中央八项规定精神|典型问题的通报",
	"关于撤下《关于李某等同志|任前公示的公告》的公告",
	"关于更正2026年上半年党费收缴|使用情况公示有关内容的公告",
	"关于对点题公开事项|“食堂承包合同执行情况”的答复",
	"中共云岭县食品药品监督管理局党组|关于成立党的二十届三中全会精神|学习宣传领导小组的通知",
	"云岭县市场监督管理局|关于公布2026年第12期食品安全|监督抽检不合格食品核查处置情况的通告",
	"中共云岭县委组织部 |中共云岭县食品药品监督管理局党组|关于联合开展基层党建示范点创建工作的通知",
	"关于调整中共云岭县食品药品监督管理局|机关党支部委员会组成人员的批复",
	"关于2026年党员干部|学习贯彻习近平新时代中国特色社会主义思想|专题培训班学员名单的公示",
	"关于2021—2026年度机关党支部|换届选举结果的公告",
	"中共云岭县食品药品监督管理局党组|2026年上半年巡察整改进展情况的通报",
	"关于不予公开2026年|信访举报办理事项的情况说明",
	"云岭县食品药品监督管理局|关于招聘编外聘用人员拟聘用名单的公示",
	"中共云岭县食品药品监督管理局|党组关于印发《党组会议议事规则》|和《“三重一大”事项集体决策制度》的通知",
	"关于2026年困难党员和老党员|春节慰问名单及慰问金发放情况的公示",
	"考察预告",
	"关于党员大会表决通过赵某某|转为中共正式党员的公示",
	"关于进一步规范党组中心组理论学习制度|切实加强思想政治建设的实施意见",
	"中共云岭县食品药品监督管理局党组|关于2026年度党风廉政建设|责任制执行情况的报告",
	"关于拟推荐全县先进基层党组织、|优秀共产党员和优秀党务工作者名单的公示",
	"关于对《党务公开实施方案》执行情况|进行监督检查的通知",
	"云岭县食品药品监督管理局|党务公开领导小组办公室|关于报送2026年第三季度|党务公开工作情况的通知",
	"关于在全县餐饮服务单位中开展|争创“食品安全示范店”活动的实施方案",
	"关于中共云岭县食品药品监督管理局|机关第三支部委员会换届选举大会|候选人预备人选的公示",
	"中共云岭县食品药品监督管理局党组|关于进一步深化党务公开工作切实保障|广大党员和人民群众知情权参与权表达权|监督权并自觉接受社会各界监督的|实施意见（征求意见稿）的公告",
	"关于2026年度“七一”表彰拟推荐|全市优秀共产党员、优秀党务工作者|和先进基层党组织的公示",
	"云岭县食品药品监督管理局|关于王某某同志任职试用期满考核情况的公示",
	"中共云岭县食品药品监督管理局党组|关于2026年党务公开工作要点的通知",
	"中共云岭县食品药品监督管理局机关党支部|关于发展对象李某某等4名同志|政治审查情况的公示",
	"关于买买提·吐尔逊同志|拟任县食品药品稽查大队大队长的任前公示",
	"关于2026年党费使用情况|及2027年党费使用计划的公示",
	"中共云岭县食品药品监督管理局党组|关于2026年“为民办实事”|项目年终完成情况的公告",
	"关于2026年清明节、端午节期间|值班安排的通知",
	"中共云岭县食品药品监督管理局|党组关于2025年度选人用人工作|“一报告两评议”结果的通报",
	"云岭县食品药品监督管理局|关于局机关公务用车、办公用房|和公务接待管理制度修订情况的公告",
}

func TestTitlesBreakAsAReaderWouldBreakThem(t *testing.T) {
	for _, want := range readerTitles {
		require.Equal(t, strings.Split(want, "|"), titled(strings.ReplaceAll(want, "|", "")))
	}
}

func TestTheOutlineOfATitleIsATrapezoidOrADiamond(t *testing.T) {
	for _, title := range readerTitles {
		rows := titleLines(strings.ReplaceAll(title, "|", ""), nil, titleRoom, halves{})
		var lengths []float64
		for _, r := range rows {
			lengths = append(lengths, r.em())
		}
		if len(rows) > 2 {
			require.True(t, isTrapezoid(lengths) || isDiamond(lengths), "%s: %v", title, lengths)
		}
	}
}

func TestTheLastLineOfATitleIsNoWordAlone(t *testing.T) {
	for _, title := range readerTitles {
		if rows := strings.Split(title, "|"); len(rows) > 1 {
			require.Greater(t, len(read(clusters(rows[len(rows)-1], TitleSong, halves{})).words), 1, "%q", title)
		}
	}
}

func TestALineOfATitleNeverEndsBehindOn(t *testing.T) {
	for _, title := range readerTitles {
		require.NotContains(t, title, "关于|")
		require.NotContains(t, title, "|的")
	}
}

// On a wider sheet, and in a smaller type, the same title breaks otherwise.
func TestATitleBreaksByTheRoomItHas(t *testing.T) {
	const title = "中共云岭县食品药品监督管理局党组关于2026年上半年党费收缴使用和管理情况的公示"
	for room, want := range map[float64]string{
		40: title,
		26: "中共云岭县食品药品监督管理局党组|关于2026年上半年党费收缴使用和管理情况的公示",
		14: "中共云岭县食品药品监督管理局|党组关于2026年上半年党费收缴|使用和管理情况的公示",
	} {
		var lines []string
		for _, r := range titleLines(title, nil, room, halves{}) {
			lines = append(lines, r.text())
		}
		require.Equal(t, want, strings.Join(lines, "|"), "room of %v", room)
	}
}
