package guard

import "strings"

// institution tells whether an address is that of an office, by what was written before it or by what stands in it. Where
// somebody is said to live is nobody's office.
func (s *scan) institution(h head, elements []element, follow string) bool {
	label := strings.TrimRight(h.label, " :：(为是在于")
	if endsInAny(label, "住", "家", "住址", "住所", "户籍", "户籍地", "家庭地址") {
		return false
	}
	if officeLabel(label) || !flat(elements) && isOffice(pastNeutral(h.label)) {
		return true
	}
	end := elements[len(elements)-1].end
	if rest, ok := strings.CutPrefix(follow, "("); ok && !flat(elements) && namesOffice(clause(rest)) {
		return true
	}
	return namesOffice(h.text + string(s.r[elements[0].start:end]) + clause(follow))
}

// neutralLabelled tells whether an address after a label that offices use as people do (地址, 联系地址) is an office's: one
// stands right before the label or right after the address.
func (s *scan) neutralLabelled(label, start, end int) bool {
	switch word := strings.TrimRight(string(s.r[label:start]), " :：(\t为是在于"); word {
	case "地址", "通讯地址", "通信地址", "邮寄地址", "收件地址":
	default:
		return false
	}
	before := s.before(label, 16)
	follow := strings.TrimPrefix(s.after(end, 20), "(")
	return officeLabel(before+"地址") || isOffice(pastNeutral(before)) || namesOffice(string(s.r[start:end])+clause(follow))
}

// officeLabel tells whether a label says that people come together or are received at the place. 举报人地址 is
// a person's.
func officeLabel(label string) bool {
	for _, word := range []string{
		"办公", "来访", "单位", "会议", "受理", "活动", "集合", "报名", "开会", "注册", "接待", "递交", "接收", "举办", "开标", "考试", "培训", "报到", "办理",
		"公司", "机关", "企业", "学校", "网站", "办事", "经营", "营业", "项目", "建设", "施工", "查阅", "咨询", "投诉", "举报", "来信", "信访", "公示", "审查", "报送", "投递", "提交", "送交", "领取", "缴费", "参观", "开庭", "面试", "评审",
	} {
		_, rest, ok := strings.Cut(label, word)
		if ok && containsAny(rest, "地址", "地点", "场所", "地") && !containsAny(rest, "人", "者", "户", "对象", "员", "住") {
			return true
		}
	}
	return endsInAny(label, "设在", "设于", "设置在", "设", "举行", "召开", "会场", "会议室") || strings.HasSuffix(label, "地点") && !strings.Contains(label, "住")
}

// pastNeutral cuts the neutral label and the marks between from the end of what stands before an address.
func pastNeutral(before string) string {
	const marks = " :：,，;；(\t"
	before = strings.TrimRight(before, marks)
	for _, word := range []string{"地址", "位于", "坐落于", "联系", "通讯", "通信", "邮寄", "收件", "联系方式"} {
		before = strings.TrimRight(strings.TrimSuffix(before, word), marks)
	}
	return before
}

// isOffice tells whether a text ends in the name of an office.
func isOffice(text string) bool {
	return endsInAny(text, "局", "办公室", "委", "委员会", "政府", "中心", "厅", "医院", "法院", "检察院", "学院", "大学", "中学", "小学", "学校", "党校", "银行", "支行",
		"公司", "组织部", "宣传部", "统战部", "工作部", "派出所", "研究所", "研究院", "研究室", "事务所", "信访室", "接待室", "会议室", "支部", "总支", "工会", "协会", "联合会", "窗口",
		"人大", "政协", "纪委", "监委", "党委", "党组", "图书馆", "档案馆", "博物馆", "文化馆", "体育馆", "办事处", "村委会", "居委会", "服务站", "工作站", "本单位", "我单位", "监督室",
		"管委会", "商会", "管理处", "人事科", "办公厅", "支队", "大队", "总队", "法庭", "社会组织", "基金会", "服务所", "司法所", "财政所",
		"办", "武装部", "项目部", "卫生院", "卫生所", "供电所", "税务所")
}

// namesOffice tells whether a text names an office anywhere or ends in the name of one.
func namesOffice(text string) bool { return isOffice(text) || holdsOffice(text) }

// holdsOffice tells whether a text names an office. A road or a house of flats may be called after one: 学院路, 市委宿舍.
func holdsOffice(text string) bool {
	for _, word := range []string{
		"办公楼", "机关", "委员会", "会议室", "办公室", "行政中心", "服务中心", "商务中心", "活动中心", "交易中心", "大厅", "报告厅", "礼堂", "会堂", "党校", "学校", "小学", "中学",
		"大学", "学院", "医院", "法院", "检察院", "公安", "派出所", "信访", "市委", "县委", "区委", "省委", "政府", "银行", "公司", "酒店", "宾馆", "纪委", "党委", "党群", "支部",
		"村委会", "居委会", "图书馆", "博物馆", "档案馆", "文化馆", "体育馆", "组织部", "宣传部", "教育局", "管理局", "分局", "支队", "大队", "人民局", "局机关", "写字楼", "营业厅",
		"办事处", "接待室", "窗口", "监督室",
	} {
		for rest := text; ; {
			_, after, ok := strings.Cut(rest, word)
			if !ok {
				break
			}
			if !namesHomes(after) {
				return true
			}
			rest = after
		}
	}
	return false
}

// namesHomes tells whether what follows the name of an office makes it that of a road or of homes.
func namesHomes(after string) bool {
	for _, dir := range []string{"东", "西", "南", "北", "中", "前", "后", "一", "二", "三"} {
		if rest, ok := strings.CutPrefix(after, dir); ok {
			after = rest
			break
		}
	}
	for _, word := range []string{"路", "街", "巷", "弄", "里", "大道", "宿舍", "家属", "教工", "职工", "新村", "小区", "花园", "公寓", "旁", "附近", "对面"} {
		if strings.HasPrefix(after, word) {
			return true
		}
	}
	return false
}

// officeCompound tells whether the words before the numerals end in the compound of an office, 市政府大院.
func officeCompound(text string) bool {
	before, ok := strings.CutSuffix(text, "大院")
	return ok && endsInAny(before, "政府", "机关", "市委", "县委", "区委", "省委")
}

func endsInAny(text string, words ...string) bool {
	for _, w := range words {
		if strings.HasSuffix(text, w) {
			return true
		}
	}
	return false
}

// clause gives a text up to the first mark.
func clause(text string) string {
	if i := strings.IndexAny(text, " ,，。；;、\t()（）:："); i >= 0 {
		return text[:i]
	}
	return text
}
