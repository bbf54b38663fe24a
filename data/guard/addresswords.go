package guard

import "strings"

func isDoor(unit string) bool {
	switch unit {
	case "组", "社", "队", "层", "小组", "户", "门", "楼":
		return false
	}
	return true
}

// flat tells whether numerals without a name before them are those of a flat: 3栋2单元501室.
func flat(elements []element) bool {
	has := func(units ...string) bool {
		for _, e := range elements {
			for _, u := range units {
				if e.unit == u {
					return true
				}
			}
		}
		return false
	}
	last := elements[len(elements)-1]
	return has("单元") && (has("室", "号", "层", "房") || last.bare || has("栋", "幢", "号楼", "座")) ||
		has("栋", "幢", "号楼", "#楼", "#") && (has("室", "房") || last.bare)
}

func isRoad(text string) bool {
	text = strings.TrimRight(text, " ")
	for _, end := range []string{"东", "西", "南", "北", "中", "附", "甲", "乙"} {
		text = strings.TrimSuffix(text, end)
	}
	for _, bad := range []string{"街道", "公交", "线路", "铁路", "公路", "道路", "网路", "一路"} {
		if strings.HasSuffix(text, bad) && len([]rune(text)) <= 4 || strings.HasSuffix(text, "街道") {
			return false
		}
	}
	for _, end := range []string{"路", "街", "大道", "巷", "弄", "胡同", "里", "坊", "段", "道", "条"} {
		if strings.HasSuffix(text, end) && len([]rune(text)) > len([]rune(end)) {
			return true
		}
	}
	return false
}

func isEstate(text string) bool {
	text = strings.TrimRight(text, " ")
	for _, end := range []string{
		"小区", "花园", "公寓", "新村", "苑", "家园", "庭", "宿舍", "大院", "家属院", "生活区", "安置房", "别墅", "山庄", "名郡", "华府", "新城", "花苑", "园",
		"家属楼", "住宅楼", "宿舍楼", "豪庭", "雅居", "名城", "公馆", "府",
	} {
		if strings.HasSuffix(text, end) && len([]rune(text)) > len([]rune(end)) && !containsAny(text[len(text)-min(len(text), 9):], "政府", "公园", "校园", "学园", "幼儿园") {
			return true
		}
	}
	return false
}

func isVillage(text string) bool {
	text = strings.TrimRight(text, " ")
	for _, end := range []string{"村", "屯", "社区", "寨", "庄"} {
		name := strings.TrimSuffix(text, end)
		if name != text && name != "" && !strings.HasSuffix(name, "个") && !strings.HasSuffix(name, "各") && !strings.HasSuffix(name, "全") {
			return true
		}
	}
	return false
}

// inVillage tells whether a village's name stands shortly before the end of the words: 洪塘村厦宿.
func inVillage(text string) bool {
	r := []rune(text)
	tail := string(r[max(0, len(r)-7):])
	i := strings.Index(tail, "村")
	return i > 0 && !strings.Contains(tail, "个村") && !strings.HasSuffix(tail, "支部")
}
