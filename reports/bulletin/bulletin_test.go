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
		Items: []Item{Item{
			Number: "2026-0012", Title: "关于张𬱟任前公示的公告", Category: "3", Audience: data.Society, From: "2026-03-05", To: "2026-03-12",
		}.WithNotice([]page.Page{examplePage("张𬱟")}).
			WithAttachment("现场.png", []page.Page{{Width: 210, Height: 297, Figures: []page.Figure{{X: 20, Y: 20, Width: 100, Height: 80, Image: []byte("a picture")}}}}, "").
			WithAttachment("旧表.doc", nil, "enclosure.kind")},
		LeftOut: []LeftOut{},
		Office:  []data.OfficeKey{{Fingerprint: "0f", Sealing: make([]byte, 32)}},
		Rounds:  []data.Round{{ID: "1", Title: "评议", From: "2026-03-01", To: "2026-03-31", Questions: []string{"是否及时？"}}},
		Replies: []data.Reply{{ID: strings.Repeat("0f", 32), Kind: data.MessageTopic, State: data.OpinionToAssign, Due: "2026-03-20"}},
	}
}

// opened is a bulletin that was read, with its pages, as it was before it was written.
func opened(b Bulletin) Bulletin {
	for i := range b.Items {
		b.Items[i].Leaves = b.Pages(b.Items[i].Number)
	}
	b.parts, b.Fingerprint, b.Signer, b.Mark = nil, "", "", ""
	return b
}

func examplePage(text string) page.Page {
	line := page.Line{Text: text, X: 28, Y: 42, Size: 15.75, Face: page.FangSong}
	for i := range []rune(text) {
		line.At = append(line.At, float64(i)*page.Em)
	}
	return page.Page{Width: 210, Height: 297, Lines: []page.Line{line}}
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
	require.Equal(t, fingerprint, got.Fingerprint)
	require.Equal(t, example().Items[0].Leaves, got.Pages("2026-0012"))
	require.Equal(t, []page.Page{examplePage("张𬱟")}, got.NoticePages(got.Items[0]))
	require.Nil(t, got.Pages("2026-0013"))
	require.Equal(t, example(), opened(got))
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
		"older":       {"GKLBUL1\nabc", "bulletin.older"},
		"cut short":   {"PK\x03\x04 and no more", "bulletin.truncated"},
		"another zip": {string(zipped(t, part{"word/document.xml", []byte("<x/>")})), "bulletin.foreign"},
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
	p := &it.Leaves[0]
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
		func() { it.Leaves = nil },
		func() { it.Leaves, it.Sheets = nil, 0 },
		func() { it.Sheets++ },
		func() { it.Attachments[0].Sheets = mostPages },
		func() { it.Attachments[0].Name = "" },
		func() { it.Attachments[1].Why = "" },
		func() { it.Leaves[1].Figures[0].Width = far },
		func() { it.ClosedTo = []int{1} },
		func() { b.Office[0].Sealing = nil },
		func() { b.Rounds[0].Questions = nil },
		func() { b.Replies[0].ID = "0f" },
		func() { b.Replies[0].Box = make([]byte, mostReply+1) },
		func() { b.Replies[0].Kind = data.MessageBallot },
		func() { b.Offer.Closed = []data.MessageKind{"x"} },
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
