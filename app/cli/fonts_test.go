package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/assets"
)

// ownFace lays a copy of the embedded 楷体 into a folder under the name of the system's 仿宋, and a broken 楷体.
func ownFace(t *testing.T, folder string) string {
	t.Helper()
	require.NoError(t, os.MkdirAll(folder, 0o755))
	path := filepath.Join(folder, "simfang.ttf")
	require.NoError(t, os.WriteFile(path, assets.Font("GongkailanKai-Regular"), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "simkai.ttf"), []byte("ttcf, not a single face"), 0o600))
	return path
}

func TestFontsTellsWhichFaceIsInUseAndWhyAnotherIsNot(t *testing.T) {
	db, _ := demoDB(t)
	own := ownFace(t, filepath.Join(filepath.Dir(db), "fonts"))
	code, out, _ := at(t, nil, "fonts", "--db", db)
	require.Equal(t, Done, code)
	require.Contains(t, out, "仿宋（正文）："+own)
	require.Contains(t, out, "楷体（二级小标题）：内置 Gongkailan Kai")
	require.Contains(t, out, "未用 simkai.ttf：这是字体合集")

	code, out, _ = at(t, nil, "fonts", "--db", db, "--json")
	require.Equal(t, Done, code)
	var rows []fontRow
	require.NoError(t, json.Unmarshal([]byte(out), &rows))
	require.Equal(t, fontRow{Role: "fangsong", Name: "仿宋（正文）", Face: "simfang.ttf", File: own}, rows[0])
	require.True(t, rows[4].Embedded)
	require.Len(t, rows[4].Refused, 1)
}

// A demonstration unit's papers are the same on every machine, unless the system's faces are asked for.
func TestTheFacesOfAPaperCanBeChosen(t *testing.T) {
	db, number := demoDB(t)
	folder := t.TempDir()
	ownFace(t, folder)
	env := map[string]string{"GONGKAILAN_FONTS": folder}
	printed := func(choice ...string) string {
		out := filepath.Join(t.TempDir(), "n.pdf")
		code, _, messages := at(t, env, append([]string{"notice", number, "--db", db, "--out", out}, choice...)...)
		require.Equal(t, Done, code, messages)
		raw, err := os.ReadFile(out)
		require.NoError(t, err)
		return string(raw)
	}
	require.Contains(t, printed(), "+serif\n")
	require.NotContains(t, printed(), "fangsong")
	require.Contains(t, printed("--faces", "system"), "+own0fangsong\n")
	require.NotContains(t, printed("--faces=embedded"), "fangsong")

	code, _, _ := at(t, env, "notice", number, "--db", db, "--out", "n.pdf", "--faces", "other")
	require.Equal(t, WrongWords, code)
}

// What a text's lines are does not depend on the machine.
func TestATextIsSetInTheEmbeddedFaces(t *testing.T) {
	folder := t.TempDir()
	ownFace(t, folder)
	text := write(t, "a.txt", []byte("关于公示的公告\n根据Article 12的规定，2026年3月5日起公示。"))
	env := map[string]string{"GONGKAILAN_FONTS": folder}
	_, plain, _ := at(t, nil, "typeset", text, "--json")
	_, same, _ := at(t, env, "typeset", text, "--json")
	require.Equal(t, plain, same)
	_, other, _ := at(t, env, "typeset", text, "--json", "--faces", "system")
	require.NotEmpty(t, other)
}
