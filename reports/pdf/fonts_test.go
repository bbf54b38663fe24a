package pdf_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/assets"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

func TestFontsAreNamedAsTheSubsetsThatTheyAre(t *testing.T) {
	faces := face.Embedded()
	raw := string(written(t, set(faces, "关于公示的公告", "一、拟任人选", "（一）说明。正文"), faces))
	names := regexp.MustCompile(`/(?:BaseFont|FontName) /([^\s]+)`).FindAllStringSubmatch(raw, -1)
	require.Len(t, names, 4*3) // four faces: font, its descendant and descriptor
	for _, name := range names {
		require.Regexp(t, `^[A-Z]{6}\+[a-z]+$`, name[1])
	}
	other := string(written(t, set(faces, "关于王某的公告", "一、拟任人选", "（一）说明。正文"), faces))
	require.NotEqual(t, raw[:strings.Index(raw, "+serifbold")], other[:strings.Index(other, "+serifbold")], "another subset has another tag")
}

func TestPdffontsCallsThemEmbeddedSubsetsWithText(t *testing.T) {
	if _, err := exec.LookPath("pdffonts"); err != nil {
		t.Skip("pdffonts is not installed")
	}
	faces := face.Embedded()
	path := filepath.Join(t.TempDir(), "a.pdf")
	require.NoError(t, os.WriteFile(path, written(t, set(faces, "关于公示的公告", "一、拟任人选", "（一）说明。正文"), faces), 0o600))
	out, err := exec.Command("pdffonts", path).Output()
	require.NoError(t, err)
	rows := strings.Split(strings.TrimSpace(string(out)), "\n")[2:]
	require.Len(t, rows, 4)
	for _, row := range rows {
		require.Regexp(t, `yes yes yes`, row)
	}
}

// The lobby has the embedded faces only and paints pages that an office laid out in its own.
func TestPagesLaidOutInAnotherFaceKeepTheirText(t *testing.T) {
	own := face.Embedded()
	for _, role := range page.Faces() {
		require.NoError(t, own.Replace(role, "own", assets.Font("GongkailanKai-Regular")))
	}
	require.NotEqual(t, own.Em(page.FangSong, '8'), face.Embedded().Em(page.FangSong, '8'))
	body := "王䶮，女，1986年10月生，Article 12；经费3.5万元，占100%——见《条例》（试行）……" + strings.Repeat("“二”三四五", 9)
	raw := written(t, set(own, "关于王䶮等8名同志任前公示的公告", body), face.Embedded())
	require.Equal(t, "关于王䶮等8名同志任前公示的公告"+strings.ReplaceAll(body, " ", ""), strings.ReplaceAll(readBack(t, raw), " ", ""))
	require.False(t, bytes.Contains(raw, []byte("+own")))
}
