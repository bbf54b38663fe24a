package bulletin

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/reports/page"
)

func digestOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// sealed is the example with the code on its notice, and one notice that is down.
func sealed() (Bulletin, data.NoticeSeal) {
	b := example()
	it := b.Items[0]
	s := data.NoticeSeal{
		Code: data.NoticeCodeOf(digestOf("it")), Title: it.Title, From: "2026-03-06", To: it.To, Digest: digestOf("it"),
		Signature: []byte(strings.Repeat("s", 64)),
	}
	it.First = s.From
	b.Items[0] = it.Sealed(s)
	b.Gone = []Gone{
		{Code: data.NoticeCodeOf(digestOf("old")), Digest: digestOf("old"), Number: "2026-0012", State: data.ReasonReplaced, On: "2026-03-05", Newer: s.Code},
	}
	return b, s
}

func TestTheFileTellsHowANoticeStands(t *testing.T) {
	b, s := sealed()
	require.Equal(t, data.Verdict{
		State: data.NoticeValid, Reason: data.ReasonUp, Number: "2026-0012", Title: s.Title, From: s.From, To: s.To,
	}, b.Judge(s.Code, "2026-03-12"))
	late := b.Judge(s.Code, "2026-03-13")
	require.Equal(t, data.NoticeDown, late.State)
	require.Equal(t, data.ReasonExpired, late.Reason)
	require.Equal(t, data.Date("2026-03-12"), late.On)
	require.Equal(t, data.NoticeDown, b.Judge(s.Code, "2026-03-04").State, "not up yet")
	old := data.NoticeCodeOf(digestOf("old"))
	require.Equal(t, data.Verdict{
		State: data.NoticeDown, Reason: data.ReasonReplaced, Number: "2026-0012", On: "2026-03-05", Newer: s.Code,
	}, b.Judge(old, "2026-03-06"))
	require.Empty(t, b.Judge(old, "2026-03-13").Newer, "what replaced it is down too")
	require.Equal(t, data.UnlistedNotice(), b.Judge("1234-5678-9015", "2026-03-06"))
	require.Equal(t, data.UnlistedNotice(), example().Judge("", "2026-03-06"), "an item without a code is found by none")
	got, ok := b.SealOf(s.Code)
	require.True(t, ok)
	require.Equal(t, s, got)
}

func TestANoticeHangsBeforeItsPeriodBegins(t *testing.T) {
	b, s := sealed()
	b.Items[0].Kind, b.Items[0].From, b.Items[0].First = data.Publicity, "2026-03-04", "2026-03-06"
	first := b.Judge(s.Code, "2026-03-04")
	require.Equal(t, data.NoticeValid, first.State)
	require.Equal(t, data.ReasonAhead, first.Reason)
	require.Empty(t, first.On, "it went up today")
	require.Equal(t, data.Date("2026-03-04"), b.Judge(s.Code, "2026-03-05").On)
	require.Equal(t, data.ReasonUp, b.Judge(s.Code, "2026-03-06").Reason)
	b.Items[0].Kind = data.Announcement
	require.Equal(t, data.ReasonUp, b.Judge(s.Code, "2026-03-04").Reason, "only a 公示 has a period that begins later")
}

func TestCodesAndWhatIsDownAreWrittenAndRead(t *testing.T) {
	sign, fingerprint := signer(t)
	b, _ := sealed()
	b.Items[0].Leaves[0].Codes = []page.Code{aCode()}
	raw, err := Pack(b, sign)
	require.NoError(t, err)
	got, err := Read(raw, fingerprint)
	require.NoError(t, err)
	require.Equal(t, b, opened(got))
}

func aCode() page.Code {
	c := page.Code{X: 28, Y: 266, Side: 22}
	for range 21 {
		c.Rows = append(c.Rows, strings.Repeat("10", 10)+"1")
	}
	return c
}

func TestUnsoundCodesAreNeitherWrittenNorRead(t *testing.T) {
	sign, fingerprint := signer(t)
	for name, spoil := range map[string]func(*Bulletin){
		"no rows":          func(b *Bulletin) { b.Items[0].Leaves[0].Codes[0].Rows = nil },
		"a short row":      func(b *Bulletin) { b.Items[0].Leaves[0].Codes[0].Rows[3] = "101" },
		"another sign":     func(b *Bulletin) { b.Items[0].Leaves[0].Codes[0].Rows[3] = strings.Repeat("2", 21) },
		"not square":       func(b *Bulletin) { b.Items[0].Leaves[0].Codes[0].Rows = b.Items[0].Leaves[0].Codes[0].Rows[:20] },
		"beside the sheet": func(b *Bulletin) { b.Items[0].Leaves[0].Codes[0].X = 200 },
		"under the sheet":  func(b *Bulletin) { b.Items[0].Leaves[0].Codes[0].Y = 290 },
		"no size":          func(b *Bulletin) { b.Items[0].Leaves[0].Codes[0].Side = 0 },
		"too many":         func(b *Bulletin) { b.Items[0].Leaves[0].Codes = make([]page.Code, 1000) },
		"a figure outside": func(b *Bulletin) {
			b.Items[0].Leaves[0].Figures = []page.Figure{{X: 300, Y: 1, Width: 5, Height: 5, Image: []byte("x")}}
		},
		"an empty figure":    func(b *Bulletin) { b.Items[0].Leaves[0].Figures = []page.Figure{{X: 30, Y: 1, Width: 5, Height: 5}} },
		"another's code":     func(b *Bulletin) { b.Items[0].Code = data.NoticeCodeOf(digestOf("other")) },
		"no digest":          func(b *Bulletin) { b.Items[0].Digest = "" },
		"half a signature":   func(b *Bulletin) { b.Items[0].Signature = base64.RawURLEncoding.EncodeToString([]byte("half")) },
		"down but up":        func(b *Bulletin) { b.Gone[0].State = data.ReasonUp },
		"down on no day":     func(b *Bulletin) { b.Gone[0].On = "soon" },
		"down without code":  func(b *Bulletin) { b.Gone[0].Code = "" },
		"replaced by no one": func(b *Bulletin) { b.Gone[0].Newer = "1234" },
	} {
		b, _ := sealed()
		b.Items[0].Leaves[0].Codes = []page.Code{aCode()}
		spoil(&b)
		_, err := Pack(b, sign)
		require.Error(t, err, name)
		raw, err := packed(b, sign)
		require.NoError(t, err)
		_, err = Read(raw, fingerprint)
		require.ErrorIs(t, err, data.ErrBroken, name)
	}
}
