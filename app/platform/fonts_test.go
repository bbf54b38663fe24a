package platform_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/app/platform"
	"gongkailan/assets"
	"gongkailan/data"
	"gongkailan/reports/page"
)

func lay(t *testing.T, raw []byte, parts ...string) string {
	t.Helper()
	path := filepath.Join(parts...)
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(t, os.WriteFile(path, raw, 0o600))
	return path
}

func none(string) string { return "" }

func TestTheOfficesFolderComesFirstThenTheVariablesThenTheUsersThenTheSystems(t *testing.T) {
	surroundings := map[string]string{
		"GONGKAILAN_FONTS": "/srv/fonts", "HOME": "/home/a", "XDG_DATA_HOME": "/data", "WINDIR": "/win", "LOCALAPPDATA": "/local",
	}
	getenv := func(name string) string { return surroundings[name] }
	cases := map[string][]string{
		"windows": {"/db/fonts", "/srv/fonts", "/local/Microsoft/Windows/Fonts", "/win/Fonts"},
		"darwin":  {"/db/fonts", "/srv/fonts", "/home/a/Library/Fonts", "/Library/Fonts", "/System/Library/Fonts"},
		"linux": {
			"/db/fonts", "/srv/fonts", "/data/fonts", "/home/a/.local/share/fonts", "/home/a/.fonts",
			"/usr/local/share/fonts", "/usr/share/fonts",
		},
	}
	for system, wanted := range cases {
		got := platform.FontFolders(system, filepath.FromSlash("/db/a.db"), getenv)
		for i := range got {
			got[i] = filepath.ToSlash(got[i])
		}
		require.Equal(t, wanted, got, system)
	}
	require.Empty(t, platform.FontFolders("windows", "", none))
}

func TestAFaceOfTheOfficeIsFoundByItsNameAndPaintsItsRole(t *testing.T) {
	own, system := t.TempDir(), t.TempDir()
	kai := assets.Font("GongkailanKai-Regular")
	first := lay(t, kai, own, "SimFang.TTF")
	second := lay(t, kai, system, "truetype", "zh", "simfang.ttf")
	title := lay(t, kai, system, "方正小标宋简体.ttf")
	lay(t, kai, system, "a", "b", "c", "d", "simhei.ttf") // too deep
	lay(t, kai, system, "other.ttf")
	found := platform.FindFaces([]string{filepath.Join(own, "missing"), own, system})
	require.Equal(t, []platform.FoundFace{
		{Role: page.FangSong, Path: first}, {Role: page.FangSong, Path: second}, {Role: page.TitleSong, Path: title},
	}, found)
	set := platform.FaceSet(found)
	require.Equal(t, "SimFang.TTF", set.Main(page.FangSong).Title)
	require.Equal(t, "方正小标宋简体.ttf", set.Main(page.TitleSong).Title)
	require.Equal(t, "Noto Sans SC", set.Main(page.Hei).Title)
}

func TestAFolderThatIsALinkIsLookedThrough(t *testing.T) {
	own, link := t.TempDir(), filepath.Join(t.TempDir(), "fonts")
	lay(t, []byte("x"), own, "simhei.ttf")
	if err := os.Symlink(own, link); err != nil {
		t.Skip("no links here")
	}
	require.Equal(t, []platform.FoundFace{{Role: page.Hei, Path: filepath.Join(link, "simhei.ttf")}}, platform.FindFaces([]string{link}))
}

func TestAFaceThatCannotBeUsedIsPassedOverAndNamedWithTheReason(t *testing.T) {
	own, system := t.TempDir(), t.TempDir()
	broken := lay(t, []byte("公开栏"), own, "simfang.ttf")
	good := lay(t, assets.Font("NotoSerifSC-Regular"), system, "simfang.ttf")
	collection := lay(t, append([]byte("ttcf"), make([]byte, 100)...), system, "simsun.ttc")
	found := platform.FindFaces([]string{own, system})
	uses := map[page.Face]platform.FaceUse{}
	for _, use := range platform.FaceUses(found) {
		uses[use.Role] = use
	}
	require.Len(t, uses, len(page.Faces()))

	body := uses[page.FangSong]
	require.Equal(t, good, body.Path)
	require.Equal(t, "simfang.ttf", body.Title)
	require.Len(t, body.Refused, 1)
	require.Equal(t, broken, body.Refused[0].Path)
	require.ErrorIs(t, body.Refused[0].Why, data.ErrInvalid)

	song := uses[page.Song]
	require.Empty(t, song.Path)
	require.Equal(t, "Noto Serif SC", song.Title)
	require.Equal(t, collection, song.Refused[0].Path)
	var refusal *data.Refusal
	require.ErrorAs(t, song.Refused[0].Why, &refusal)
	require.Equal(t, "font.collection", refusal.Code)

	// The set agrees with the list: it paints with what is named there, though it had offered the broken file.
	set := platform.FaceSet(found)
	for role, use := range uses {
		require.Equal(t, use.Title, set.Main(role).Title, role)
	}
	require.Equal(t, 1.0, set.Em(page.FangSong, '中'))
}

// A file that was there when the folder was looked through and is gone, or whose folder may not be read, costs nothing.
func TestAFaceThatIsGoneIsPaintedByTheNext(t *testing.T) {
	set := platform.FaceSet([]platform.FoundFace{{Role: page.Kai, Path: filepath.Join(t.TempDir(), "simkai.ttf")}})
	require.Equal(t, "Gongkailan Kai", set.Main(page.Kai).Title)
}
