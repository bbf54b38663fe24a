package store

import (
	"context"
	"fmt"
	"strings"
)

// A pasted title or sentence is a phrase of many characters, each of which stands in nearly every text; to bring the
// lists of all of them together takes a third of a second among a hundred thousand items. It is looked up by a few
// characters of it instead, and what is found is compared with the whole.

// leastLong is from how many tokens on a phrase is looked up so.
const leastLong = 8

// everywhere are the characters that stand in nearly every text of the field. The few by which a phrase is looked up are
// taken where the fewest of them are.
const everywhere = "的关于公示告情况局县市省党委组织部门工作人员干部单位管理监督根据有规定进行现将如下予以年月日第一二三四五六七八九十"

// longPhrase is a phrase that is looked up by a part of it.
type longPhrase struct {
	part  string // in the language of the index
	whole string // as the index holds it
}

// longPhraseOf gives what a person typed as such a phrase; false where it is shorter, of several words, or has letters,
// which may be meant as pinyin.
func longPhraseOf(typed string) (longPhrase, bool) {
	fields := strings.Fields(typed)
	if len(fields) != 1 {
		return longPhrase{}, false
	}
	list := tokensOf(fields[0])
	list = list[:min(mostTokens, len(list))]
	if len(list) < leastLong {
		return longPhrase{}, false
	}
	for _, t := range list {
		if t.class == letter {
			return longPhrase{}, false
		}
	}
	best, fewest := 0, mostStreamed+1
	for i := 0; i+mostStreamed < len(list); i++ { // the last token may be half typed
		common := 0
		for _, t := range list[i : i+mostStreamed] {
			if strings.Contains(everywhere, t.text) {
				common++
			}
		}
		if common < fewest {
			best, fewest = i, common
		}
	}
	return longPhrase{part: `"` + spaced(list[best:best+mostStreamed]) + `"`, whole: spaced(list)}, true
}

const whereWhole = `EXISTS (SELECT 1
          FROM search_docs AS w
          JOIN search_text AS t ON t.docid = w.doc
         WHERE w.item_id = i.id AND w.version = i.version
           AND (instr(t.title, ?) > 0 OR instr(t.body, ?) > 0 OR instr(t.names, ?) > 0))`

// sampled is of how many hits of the part the share that hold the whole is told.
const sampled = 500

const wholeShare = `
SELECT count(*)
  FROM (SELECT title, body, names
          FROM search_text
         WHERE search_text MATCH ?
         LIMIT ?) AS t
 WHERE instr(t.title, ?) > 0 OR instr(t.body, ?) > 0 OR instr(t.names, ?) > 0`

// leastShare of the sample must hold the whole, or going through the hits one by one would take too long.
const leastShare = sampled / 5

// askLong looks a long phrase up by its part; false where that does not pay and the phrase is to be looked up whole.
func (t *Tx) askLong(ctx context.Context, l longPhrase, p *parts) (bool, error) {
	h, err := t.hits(ctx, l.part, false, fewToList)
	if err != nil {
		return false, err
	}
	if h.Count > h.most {
		var share int
		if err := t.get(ctx, &share, wholeShare, l.part, sampled, l.whole, l.whole, l.whole); err != nil {
			return false, fmt.Errorf("search the index: %w", err)
		}
		if share < leastShare {
			return false, nil
		}
	}
	h.join(p)
	p.add(true, whereWhole, l.whole, l.whole, l.whole)
	return true, nil
}
