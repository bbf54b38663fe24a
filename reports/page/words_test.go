package page

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// cutUp gives the words of a title, a blank between them.
func cutUp(title string) string {
	var words []string
	for _, w := range read(clusters(title, TitleSong, halves{})).words {
		words = append(words, w.text)
	}
	return strings.Join(words, " ")
}

func TestATitleIsCutIntoWords(t *testing.T) {
	for _, want := range []string{
		"中共 云岭县 委员会 关于 召开 第十二届 党员 代表大会 的 通知",
		"关于 全县 食品药品监督管理 系统 工作 的 通报",
		"关于 二〇二六年 党费收缴 情况 的 公示",
		"关于 于洋 等 8 名 同志 任前公示 的 公告",
		"关于 转发 省局 GB/T9704 号 文件 的 通知",
	} {
		require.Equal(t, want, cutUp(strings.ReplaceAll(want, " ", "")))
	}
}

func TestTheWordsOfTheFieldAreInOrder(t *testing.T) {
	lines := strings.Split(strings.TrimSuffix(fieldWords, "\n"), "\n")
	require.True(t, slices.IsSorted(lines))
	last := rune(0)
	for _, line := range lines {
		first, _ := utf8.DecodeRuneInString(line)
		require.Greater(t, first, last, "the words with %q stand on one line", first)
		last = first
		for _, w := range strings.Split(line, " ") {
			require.True(t, strings.HasPrefix(w, string(first)), w)
			require.GreaterOrEqual(t, utf8.RuneCountInString(w), 2, w)
			require.LessOrEqual(t, utf8.RuneCountInString(w), longestWord, w)
		}
		require.Equal(t, line, wordsWith(first))
	}
	require.Empty(t, wordsWith('龘'))
	require.Empty(t, wordsWith('A'))
	require.Empty(t, wordsWith(0x2EBF0))
}
