package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// namesIn gives the persons that are found in a title without being told.
func namesIn(title string) []string {
	var names []string
	for _, w := range read(clusters(title, TitleSong, halves{})).words {
		if w.kind == person {
			names = append(names, w.text)
		}
	}
	return names
}

func TestNamesAreKnownByWhatStandsBehindThem(t *testing.T) {
	for title, want := range map[string][]string{
		"关于王䶮等8名同志任前公示的公告":         {"王䶮"},
		"关于接收张𬱟、𬳽某、李晓红为预备党员的公示":    {"张𬱟"},
		"关于欧阳春晓、司马文、诸葛明等同志的通知":     {"欧阳春晓", "司马文", "诸葛明"},
		"关于于洋同志任职的通知":              {"于洋"},
		"关于给予张某某党内警告处分的决定":         {"张某某"},
		"关于王建国先生、李丽女士的答复":          {"王建国", "李丽"},
		"关于阿卜杜热合曼·买买提·艾力等3名同志的公示":  {"阿卜杜热合曼·买买提·艾力"},
		"关于党费收缴、使用和管理情况的公示":        nil,
		"关于安全生产、食品安全和重大项目等工作情况的通报": nil,
		"关于进一步加强和改进党务公开工作的若干意见等文件": nil,
	} {
		require.Equal(t, want, namesIn(title), title)
	}
}

func TestTheUntoldNameBeforeAndSoOnStaysWhole(t *testing.T) {
	for n := 1; n < 24; n++ {
		joined := strings.Join(titled(strings.Repeat("县", n)+"关于王䶮等8名同志任前公示的公告"), "\n")
		require.Contains(t, joined, "王䶮等8名同志")
	}
}

func TestANameLongerThanALineBreaksAtItsDots(t *testing.T) {
	name := "阿卜杜热合曼阿卜杜·买买提吐尔逊买买提·艾力江阿不都热依木·吐尔逊"
	for _, names := range [][]string{nil, {name}} {
		rows := titleLines("关于"+name+"同志任前公示的公告", names, titleRoom, halves{})
		joined := ""
		for _, r := range rows {
			require.LessOrEqual(t, r.em(), titleRoom)
			joined += r.text() + "\n"
		}
		for _, part := range strings.Split(name, "·") {
			require.Contains(t, joined, part)
		}
	}
}

func TestANameOfFiftyCharactersWithoutDotsFits(t *testing.T) {
	name := strings.Repeat("木", 50)
	joined := ""
	for _, r := range titleLines("关于"+name+"的公告", []string{name}, titleRoom, halves{}) {
		require.LessOrEqual(t, r.em(), titleRoom)
		joined += r.text()
	}
	require.Equal(t, "关于"+name+"的公告", joined)
}

// Whatever stands around them, names that the caller tells are torn on no line.
func TestToldNamesAreNeverTorn(t *testing.T) {
	names := []string{"王䶮", "党务公开", "阿卜杜热合曼·买买提·艾力", "买买提", "葛\U000E0100一", "Smith John"}
	part := rapid.SampledFrom(append([]string{
		"中共云岭县食品药品监督管理局党组", "关于", "任前公示", "的", "公告", "2026年度", "和", "、", "等", "同志", "《条例》",
	}, names...))
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(part, 1, 14).Draw(t, "parts")
		text := strings.Join(parts, "")
		joined := ""
		for _, r := range titleLines(text, names, titleRoom, halves{}) {
			joined += r.text() + "\n"
		}
		for _, name := range names {
			require.Equal(t, strings.Count(text, name), strings.Count(joined, name), "%q in %q", name, joined)
		}
	})
}
