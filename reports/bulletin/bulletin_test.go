package bulletin

import (
	"crypto/rand"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data"
	"gongkailan/data/seal"
	"gongkailan/reports/page"
)

func example() Bulletin {
	return Bulletin{
		Unit: "清溪县水务局", Serial: 3, Issued: "2026-03-06T00:30:00Z",
		Categories: []Category{{Code: "3", Title: "组织建设", Short: "组织建设"}},
		Items: []Item{{
			Number: "2026-0012", Title: "关于张𬱟任前公示的公告", Category: "3", Audience: data.Society, From: "2026-03-05", To: "2026-03-12",
			Pages: []page.Page{{Width: 210, Height: 297, Lines: []page.Line{{Text: "张𬱟", X: 28, Y: 42, Size: 15.75, Face: page.FangSong, At: []float64{0, 5.57}}}}},
		}},
		LeftOut: []LeftOut{},
	}
}

// signer makes a unit with one person who may sign.
func signer(t require.TestingT) (sign func([]byte) (seal.Signed, error), fingerprint string) {
	root, err := seal.NewKey(rand.Reader)
	require.NoError(t, err)
	key, err := seal.NewKey(rand.Reader)
	require.NoError(t, err)
	cert := root.Certify(seal.Certificate{Unit: "清溪县水务局", PersonID: "1", Name: "李明", Public: key.Public(), From: "2020-01-01"})
	return func(payload []byte) (seal.Signed, error) {
		return key.SignPayload(payload, root.Public(), cert, time.Date(2026, 3, 6, 0, 30, 0, 0, time.UTC)), nil
	}, seal.Fingerprint(root.Public())
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	sign, fingerprint := signer(t)
	raw, err := Pack(example(), sign)
	require.NoError(t, err)
	got, err := Read(raw, fingerprint)
	require.NoError(t, err)
	require.Equal(t, example(), got)
	again, err := Pack(example(), sign)
	require.NoError(t, err)
	require.Equal(t, raw, again, "equal bulletins give equal bytes")
}

func TestNothingButWholeSocietyEntersTheFile(t *testing.T) {
	sign, _ := signer(t)
	b := example()
	b.Items[0].Audience = data.Party
	_, err := Pack(b, sign)
	require.ErrorIs(t, err, data.ErrRefused)
	raw, err := packed(b, sign)
	require.NoError(t, err)
	_, err = Read(raw, "")
	require.ErrorIs(t, err, data.ErrBroken, "nor is it read")
}

func TestAnyChangedByteBreaksTheFile(t *testing.T) {
	sign, fingerprint := signer(t)
	raw, err := Pack(example(), sign)
	require.NoError(t, err)
	for at := range raw {
		for _, change := range []byte{1, 0x20, 0x80} {
			bad := append([]byte{}, raw...)
			bad[at] ^= change
			_, err := Read(bad, fingerprint)
			require.Error(t, err, "byte %d", at)
		}
	}
	for cut := range raw {
		_, err := Read(raw[:cut], fingerprint)
		require.Error(t, err)
	}
	_, err = Read(append(raw, 0), fingerprint)
	require.Error(t, err, "nothing may follow")
}

func TestAnotherUnitsFileIsRefused(t *testing.T) {
	sign, _ := signer(t)
	_, other := signer(t)
	raw, err := Pack(example(), sign)
	require.NoError(t, err)
	_, err = Read(raw, other)
	require.ErrorIs(t, err, data.ErrBroken)
}

func TestForeignFilesAreRefusedInWords(t *testing.T) {
	for name, c := range map[string]struct{ raw, code string }{
		"nothing":     {"", "bulletin.foreign"},
		"a JPEG":      {"\xFF\xD8\xFF\xE0", "bulletin.foreign"},
		"newer":       {"GKLBUL9\nabc", "bulletin.newer"},
		"cut short":   {magic + "\x00\x00", "bulletin.truncated"},
		"a bad block": {magic + "\x00\x00\x00\x02{}\x00\x00\x00\x00", "bulletin.broken"},
	} {
		_, err := Read([]byte(c.raw), "")
		var refusal *data.Refusal
		require.ErrorAs(t, err, &refusal, name)
		require.Equal(t, c.code, refusal.Code, name)
	}
}

func TestAnItemVanishesAfterItsLastDayWithoutANewerFile(t *testing.T) {
	require.Len(t, example().On("2026-03-12"), 1)
	require.Empty(t, example().On("2026-03-13"))
	require.Empty(t, example().On("2026-03-04"))
}

// spoilt makes a bulletin that no painter should be given, and says how.
func spoilt(t *rapid.T) Bulletin {
	b := example()
	it := &b.Items[0]
	p := &it.Pages[0]
	line := &p.Lines[0]
	far := rapid.Float64Range(501, 1e300).Draw(t, "far")
	ways := []func(){
		func() { line.X = far },
		func() { line.Y = -far },
		func() { line.Size = far },
		func() { line.Size = 0 },
		func() { line.At = line.At[:1] },
		func() { line.At[1] = far },
		func() { p.Width = 10 * far },
		func() { p.Strokes = []page.Stroke{{X2: far}} },
		func() { p.Strokes = []page.Stroke{{Width: far}} },
		func() { p.Lines = slices.Repeat(p.Lines, mostLines+1) },
		func() { it.Pages = nil },
		func() { it.Pages = slices.Repeat(it.Pages, mostPages+1) },
		func() { it.Category = "9" },
		func() { it.Number = "" },
		func() { it.From = "yesterday" },
		func() { it.To = "2026-03-01" },
		func() { it.Title = strings.Repeat("长", mostText+1) },
		func() { b.Items = slices.Repeat(b.Items, 2) },
		func() { b.Categories = slices.Repeat(b.Categories, 2) },
		func() { b.Issued = "today" },
		func() { b.Serial = 0 },
		func() { b.Unit = "" },
	}
	ways[rapid.IntRange(0, len(ways)-1).Draw(t, "way")]()
	return b
}

func TestWhatNoPainterShouldBeGivenIsNeitherWrittenNorRead(t *testing.T) {
	sign, fingerprint := signer(t)
	rapid.Check(t, func(t *rapid.T) {
		b := spoilt(t)
		_, err := Pack(b, sign)
		require.Error(t, err)
		raw, err := packed(b, sign)
		require.NoError(t, err)
		_, err = Read(raw, fingerprint)
		require.ErrorIs(t, err, data.ErrBroken)
	})
}

func TestASmallFileCannotFillTheMemory(t *testing.T) {
	sign, fingerprint := signer(t)
	b := example()
	b.Items[0].Title = strings.Repeat("长", mostUnpacked/3)
	raw, err := packed(b, sign)
	require.NoError(t, err)
	require.Less(t, len(raw), 1<<20)
	_, err = Read(raw, fingerprint)
	require.ErrorIs(t, err, data.ErrBroken)
}

func FuzzRead(f *testing.F) {
	sign, _ := signer(f)
	raw, err := Pack(example(), sign)
	require.NoError(f, err)
	f.Add(raw)
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, raw []byte) {
		b, err := Read(raw, "")
		if err == nil {
			require.True(t, b.isSound())
		}
	})
}
