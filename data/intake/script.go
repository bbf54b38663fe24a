package intake

import "strings"

// simplifier writes the words by which headings are recognised in simplified script. Titles keep the script of the plan;
// only what the patterns look at is rewritten.
func simplifier() *strings.Replacer {
	const traditional = "開內務黨會項錄範圍單時間則導組織領機關責監驟義議決選舉評職幹計劃規財況設對應當員眾總網體類辦個"
	const simplified = "开内务党会项录范围单时间则导组织领机关责监骤义议决选举评职干计划规财况设对应当员众总网体类办个"
	from, to := []rune(traditional), []rune(simplified)
	pairs := make([]string, 0, 2*len(from))
	for i, r := range from {
		pairs = append(pairs, string(r), string(to[i]))
	}
	return strings.NewReplacer(pairs...)
}

// simple gives a text in simplified script.
func (r reader) simple(text string) string { return r.script.Replace(text) }
