package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func titled(text string) []string {
	var all []string
	for _, r := range titleLines(text, nil, titleRoom, halves{}) {
		all = append(all, r.text())
	}
	return all
}

func TestATitleThatFitsIsOneLine(t *testing.T) {
	require.Equal(t, []string{"关于王某等同志任前公示的公告"}, titled("关于王某等同志任前公示的公告"))
}

func TestATitleHasNoLineWithOneCharacter(t *testing.T) {
	for n := 2; n <= 90; n++ {
		for _, line := range titled(strings.Repeat("公", n)) {
			require.Greater(t, len([]rune(line)), 1, "title of %d characters", n)
		}
	}
}

func TestATitleOfNinetyCharactersHasLinesOfLikeLength(t *testing.T) {
	title := "中共云岭县食品药品监督管理局党组关于进一步深化党务公开工作切实保障广大党员和人民群众知情权参与权表达权监督权" +
		"并自觉接受社会各界监督的实施意见及其重点任务分工方案（征求意见稿）的公告"
	require.Equal(t, 90, len([]rune(title)))
	lines := titled(title)
	require.Len(t, lines, 5)
	for _, line := range lines {
		require.InDelta(t, 18, len([]rune(line)), 4, "%q", line)
	}
}

func TestATitleOfThreeHundredCharactersFits(t *testing.T) {
	for _, text := range []string{"关于进一步加强党务公开工作的", "公", "王䶮、"} {
		title := string([]rune(strings.Repeat(text, 300))[:300])
		lines := titleLines(title, nil, titleRoom, halves{})
		joined := ""
		for _, r := range lines {
			require.LessOrEqual(t, r.em(), titleRoom+rounding)
			require.Greater(t, len(r.clusters), 6)
			joined += r.text()
		}
		require.Equal(t, title, joined)
	}
}

func TestATitleIsNotBrokenInsideABookTitle(t *testing.T) {
	lines := titled("关于印发县食品药品监督管理局《党务公开实施办法》的通知")
	require.Contains(t, strings.Join(lines, "\n"), "《党务公开实施办法》")
}

func TestATitleIsNotBrokenInsideAWordOrNumber(t *testing.T) {
	joined := strings.Join(titled("关于转发省局全面推进Administration公开工作2026年度12345678号文件的通知"), "\n")
	require.Contains(t, joined, "Administration")
	require.Contains(t, joined, "2026年")
	require.Contains(t, joined, "12345678号")
}

func TestATitleDoesNotBeginALineWithAParticle(t *testing.T) {
	for _, line := range titled("中共云岭县食品药品监督管理局党组关于进一步加强和改进党务公开的若干意见")[1:] {
		require.NotContains(t, "的地得和与及等了们", string([]rune(line)[0]))
	}
}

func TestATitleStandsInTheMiddle(t *testing.T) {
	s := NewSheet(halves{})
	s.Title("关于王某等同志任前公示的公告")
	line := s.Document("t").Pages[0].Lines[0]
	const em = TitleSize * MMPerPoint
	require.Equal(t, TitleSong, line.Face)
	require.Equal(t, TitleSize, line.Size)
	require.InDelta(t, Left+TypeWidth/2, line.X+14*em/2, 0.05)
}

func TestBlanksAroundATitleDoNotPushItOutOfTheMiddle(t *testing.T) {
	s := NewSheet(halves{})
	s.Title("　公告　")
	s.Title("公告")
	lines := s.Document("t").Pages[0].Lines
	require.Equal(t, "　公告　", lines[0].Text)
	require.InDelta(t, lines[1].X, lines[0].X, 0.05)
}

func TestABlankBetweenTwoIssuersTakesNoRoomAtTheLineEnd(t *testing.T) {
	rows := titleLines("中共云岭县委组织部　中共云岭县食品药品监督管理局党组关于联合开展基层党建工作的通知", nil, titleRoom, halves{})
	require.Equal(t, "中共云岭县委组织部　", rows[0].text())
	require.InDelta(t, 9, rows[0].em(), rounding)
}

func TestEveryTitleFitsAndNothingIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := mixed().Draw(t, "title")
		rows := titleLines(text, nil, titleRoom, halves{})
		joined := ""
		for _, r := range rows {
			joined += r.text()
			if len(r.clusters) > 1 {
				require.LessOrEqual(t, r.em(), titleRoom+rounding, "%q", r.text())
			}
		}
		require.Equal(t, text, joined)
	})
}

// In Chinese titles of common length no line is a single character, none is torn out of 《》, and no word or number
// is broken.
// fillsLine tells whether a row is names that leave no room for another character: names are whole before all else.
func fillsLine(r row) bool { return strings.Contains(r.text(), "·") && r.em() > titleRoom-1 }

// beside tells whether a row before or behind the one at i is so.
func beside(rows []row, i int, is func(row) bool) bool {
	return i > 0 && is(rows[i-1]) || i+1 < len(rows) && is(rows[i+1])
}

func TestTitlesBreakBySense(t *testing.T) {
	part := rapid.SampledFrom([]string{
		"中共云岭县食品药品监督管理局党组", "关于", "印发", "王䶮等8名同志", "《党务公开目录（2026年版）》", "《条例》", "任前公示", "的",
		"公告", "通知", "2026年度", "第12号", "GB/T", "和", "进一步加强", "、", "买买提·阿不都热合曼", "3.5万元",
	})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(part, 1, 12).Draw(t, "parts"), "")
		rows := titleLines(text, nil, titleRoom, halves{})
		for i, r := range rows {
			if len(rows) > 1 && !beside(rows, i, fillsLine) {
				require.Greater(t, len(r.clusters), 1, "%q in %q", r.text(), text)
			}
			require.Equal(t, strings.Count(r.text(), "《"), strings.Count(r.text(), "》"), "%q of %q", r.text(), text)
			if i > 0 {
				before := rows[i-1].clusters
				require.True(t, mayBreak(before[len(before)-1], r.clusters[0]), "%q before %q", rows[i-1].text(), r.text())
			}
		}
	})
}
