package enclosure

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"gongkailan/data"
	"gongkailan/reports/page"
)

func TestAPDFIsPaintedWithEveryLineWhereItStands(t *testing.T) {
	doc, raw := notice(t, 3)
	pages := painted(t, raw)
	require.Len(t, pages, len(doc.Pages))
	for i, p := range pages {
		require.InDelta(t, 210, p.Width, 0.05)
		require.InDelta(t, 297, p.Height, 0.05)
		m := pictureOf(t, p)
		require.InDelta(t, 1240, m.Bounds().Dx(), 2)
		for _, l := range doc.Pages[i].Lines {
			em := l.Size * page.MMPerPoint
			for n, r := range []rune(l.Text) {
				if r != '　' && r != ' ' {
					require.Positive(t, ink(m, p, l.X+l.At[n], l.Y-0.88*em, l.X+l.At[n]+em, l.Y+0.2*em), "%c of %s", r, l.Text)
				}
			}
		}
		require.Zero(t, ink(m, p, 0, 0, 27, 297), "the left margin is white")
		require.Zero(t, ink(m, p, 0, 0, 210, 30), "the top margin is white")
		require.Less(t, len(p.Figures[0].Image), 120<<10, "a page of letters is small")
	}
}

func TestTextInAFontThatTheFileNamesOnlyIsPainted(t *testing.T) {
	for _, name := range []string{"STSong-Light", "SimHei", "KaiTi_GB2312", "#B7#C2#CB#CE_GB2312"} {
		text, err := simplifiedchinese.GBK.NewEncoder().String("关于表彰的公示，张三")
		require.NoError(t, err)
		raw := written("/Font<</F1 5 0 R>>", []leaf{a4(fmt.Sprintf("BT /F1 24 Tf 72 700 Td <%x> Tj ET", text))}, chineseFont(5, name)...)
		p := painted(t, raw)[0]
		m := pictureOf(t, p)
		for i := range 10 { // each of the ten characters
			x := (72 + float64(24*i)) * mmPerPoint
			require.Greater(t, ink(m, p, x, 297-706*mmPerPoint-6, x+24*mmPerPoint, 297-694*mmPerPoint), 5, "%s %d", name, i)
		}
	}
}

func TestSheetsKeepTheirSizeAndAbsurdOnesAreMadeFit(t *testing.T) {
	const point = 72 / mmPerInch
	raw := written("", []leaf{
		{297 * point, 210 * point, "0 0 50 50 re f"}, {420 * point, 297 * point, ""}, {841 * point, 1189 * point, ""}, {5080, 5080, ""}, {36, 72, ""},
	})
	var got []string
	for _, p := range painted(t, raw) {
		m := pictureOf(t, p)
		require.LessOrEqual(t, m.Bounds().Dx()*m.Bounds().Dy(), 4_510_000)
		require.InDelta(t, p.Width/p.Height, float64(m.Bounds().Dx())/float64(m.Bounds().Dy()), 0.01)
		got = append(got, fmt.Sprintf("%.0f×%.0f", p.Width, p.Height))
	}
	require.Equal(t, []string{"297×210", "420×297", "841×1189", "1500×1500", "50×100"}, got)
	_, err := press().PDF(context.Background(), "条.pdf", written("", []leaf{a4(""), {14400, 10, ""}}))
	requireRefusal(t, err, "enclosure.sheet", "条.pdf", "2")
}

func TestColourStaysAndGreyIsWrittenAsGrey(t *testing.T) {
	raw := written("", []leaf{a4("0.2 g 100 600 100 100 re f"), a4("0.8 0.1 0.1 rg 100 600 100 100 re f")})
	pages := painted(t, raw)
	require.Equal(t, pages, painted(t, raw), "the same file gives the same bytes")
	x, y := 150*mmPerPoint, 297-650*mmPerPoint
	for i, p := range pages {
		m := pictureOf(t, p)
		k := float64(m.Bounds().Dx()) / p.Width
		r, g, _, _ := m.At(int(x*k), int(y*k)).RGBA()
		require.Equal(t, i == 1, r > 3*g)
		require.Less(t, len(p.Figures[0].Image), 12<<10)
	}
}

// sealed is a page with the seal of a signature, a stamp, a hidden stamp and a note that is shut.
func sealed() []byte {
	box := func(colour string) string {
		return fmt.Sprintf("<</Type/XObject/Subtype/Form/BBox[0 0 100 100]/Length %d>>\nstream\n%s\nendstream", len(colour)+19, colour+" rg 0 0 100 100 re f")
	}
	return assembled([]string{
		"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]>>>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Annots[5 0 R 6 0 R 7 0 R 8 0 R]>>", "<</Length 0>>\nstream\n\nendstream",
		"<</Type/Annot/Subtype/Widget/FT/Sig/T(seal)/Rect[100 600 200 700]/F 4/P 3 0 R/AP<</N 9 0 R>>>>",
		"<</Type/Annot/Subtype/Stamp/Rect[300 600 400 700]/F 4/P 3 0 R/AP<</N 9 0 R>>>>",
		"<</Type/Annot/Subtype/Stamp/Rect[100 300 200 400]/F 2/P 3 0 R/AP<</N 9 0 R>>>>", // hidden
		"<</Type/Annot/Subtype/Popup/Rect[300 300 400 400]/Contents(secret)/P 3 0 R>>",   // the text of a note
		box("0.8 0 0"),
	})
}

func TestWhatIsFilledInAndSealedIsPaintedAndANoteThatIsShutIsNot(t *testing.T) {
	p := painted(t, sealed())[0]
	m := pictureOf(t, p)
	at := func(x, y float64) int {
		return ink(m, p, x*mmPerPoint, (842-y-100)*mmPerPoint, (x+100)*mmPerPoint, (842-y)*mmPerPoint)
	}
	require.Positive(t, at(100, 600), "the seal of a signature")
	require.Positive(t, at(300, 600), "a stamp")
	require.Zero(t, at(100, 300), "what is hidden")
	require.Zero(t, at(300, 300), "a note that is shut")
}

func TestWhatIsNoReadablePDFIsRefusedWithWhatToDo(t *testing.T) {
	locked, err := os.ReadFile("testdata/locked.pdf")
	require.NoError(t, err)
	_, whole := notice(t, 1)
	for name, c := range map[string]struct {
		raw  []byte
		code string
		args []string
	}{
		"locked":       {locked, "locked", nil},
		"nothing":      {[]byte("%PDF-1.7\n"), "damaged", nil},
		"noise":        {append([]byte("%PDF-1.7\n"), make([]byte, 5000)...), "damaged", nil},
		"cut off":      {whole[:300], "damaged", nil},
		"no page":      {written("", nil), "damaged", nil},
		"10,000 pages": {written("", make10000()), "pages", []string{"60"}},
		"too large":    {make([]byte, MostBytes+1), "large", []string{"64"}},
	} {
		_, err := press().PDF(context.Background(), "名单.pdf", c.raw)
		require.Error(t, err, name)
		requireRefusal(t, err, "enclosure."+c.code, append([]string{"名单.pdf"}, c.args...)...)
	}
}

func make10000() []leaf {
	leaves := make([]leaf, 10_000)
	for i := range leaves {
		leaves[i] = a4("")
	}
	return leaves
}

// heavy is a page that takes longer to paint than anybody waits.
func heavy() []byte {
	return written("", []leaf{a4(strings.Repeat("0 0 m 100 900 500 -100 595 842 c 0 842 l b* ", 400_000))})
}

func TestAPageThatTakesTooLongIsGivenUpAndTheNextFileIsPainted(t *testing.T) {
	p := pressWithin(Limits{Page: 300 * time.Millisecond, All: time.Minute, Memory: 512})
	_, err := p.PDF(context.Background(), "重.pdf", heavy())
	requireRefusal(t, err, "enclosure.slow", "重.pdf")
	pages, err := p.PDF(context.Background(), "轻.pdf", written("", []leaf{a4("0 0 9 9 re f")}))
	require.NoError(t, err)
	require.Len(t, pages, 1)
}

func TestPagesThatTakeTooLongTogetherAreGivenUp(t *testing.T) {
	_, err := pressWithin(Limits{Page: time.Minute, All: 300 * time.Millisecond, Memory: 512}).PDF(context.Background(), "重.pdf", heavy())
	requireRefusal(t, err, "enclosure.slow", "重.pdf")
}

func TestPaintingEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := press().PDF(ctx, "a.pdf", heavy())
	require.ErrorIs(t, err, context.Canceled)
	painted(t, written("", []leaf{a4("")})) // the press is free for the next
}

func TestAFileThatAsksForMoreMemoryThanThereIsIsRefused(t *testing.T) {
	p := pressWithin(Limits{Page: 20 * time.Second, All: time.Minute, Memory: 40})
	noise := "<</Type/XObject/Subtype/Image/Width 8000/Height 8000/ColorSpace/DeviceRGB/BitsPerComponent 8/Length 100>>\nstream\n" + strings.Repeat("x", 100) + "\nendstream"
	raw := written("/XObject<</I 5 0 R>>", []leaf{a4("500 0 0 500 0 0 cm /I Do")}, noise, strings.Repeat(" ", 38<<20))
	_, err := p.PDF(context.Background(), "大.pdf", raw)
	require.ErrorIs(t, err, data.ErrInvalid)
}

func TestTheSandboxSeesOneFaceAndNothingElse(t *testing.T) {
	only := onlyFace{[]byte("face")}
	require.NoError(t, fstest.TestFS(only, facePath))
	for _, name := range []string{"etc/passwd", "usr/share/fonts/other.ttf", "usr/bin", "../etc", "/usr"} {
		_, err := only.Open(name)
		require.Error(t, err, name)
	}
}

func TestNoChangeOfAFileMakesThePressFail(t *testing.T) {
	_, whole := notice(t, 1)
	bases := [][]byte{whole, sealed(), written("/Font<</F1 5 0 R>>", []leaf{a4("BT /F1 24 Tf 72 700 Td (text) Tj ET")}, chineseFont(5, "SimHei")...)}
	chance := rand.New(rand.NewPCG(5, 7))
	for n := range 24 {
		raw := append([]byte{}, bases[n%len(bases)]...)
		for range 1 + chance.IntN(20) {
			raw[chance.IntN(len(raw))] = byte(chance.IntN(256))
		}
		if chance.IntN(4) == 0 {
			raw = raw[:1+chance.IntN(len(raw))]
		}
		pages, err := press().PDF(context.Background(), "a.pdf", raw)
		if err != nil {
			require.ErrorIs(t, err, data.ErrInvalid)
			continue
		}
		requireSound(t, pages)
	}
}

func BenchmarkPDFOf20Pages(b *testing.B) {
	_, raw := notice(b, 20)
	painted(b, raw)
	size := 0
	for b.Loop() {
		size = 0
		for _, p := range painted(b, raw) {
			size += len(p.Figures[0].Image)
		}
	}
	b.ReportMetric(float64(size)/20/1024, "KiB/page")
}

func BenchmarkFirstPDF(b *testing.B) {
	raw := written("", []leaf{a4("0 0 9 9 re f")})
	for b.Loop() {
		p := NewPress(UsualLimits())
		_, err := p.PDF(context.Background(), "a.pdf", raw)
		require.NoError(b, err)
		require.NoError(b, p.Close(context.Background()))
	}
}
