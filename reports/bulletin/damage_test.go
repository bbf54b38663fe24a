package bulletin

import (
	"archive/zip"
	"bytes"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/reports/page"
)

func zipped(t require.TestingT, parts ...part) []byte {
	var out bytes.Buffer
	require.NoError(t, assemble(&out, parts))
	return out.Bytes()
}

// rezipped is the same content in a zip of another making: other methods, other order, a part more or less.
func rezipped(t require.TestingT, raw []byte, way int) []byte {
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	require.NoError(t, err)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	add := func(name string, method uint16, content []byte) {
		to, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		require.NoError(t, err)
		_, err = to.Write(content)
		require.NoError(t, err)
	}
	for i, f := range z.File {
		from, err := f.Open()
		require.NoError(t, err)
		content, err := io.ReadAll(from)
		require.NoError(t, err)
		switch {
		case way%4 == 1 && i == len(z.File)-1:
			continue // one part less
		case way%4 == 2 && i == way/4%len(z.File):
			add(f.Name, zip.Store, content) // one part twice
		case way%4 == 3 && i == 2:
			add("extra.json", zip.Store, []byte("{}"))
		}
		method := zip.Deflate
		if way%8 >= 4 {
			method = zip.Store // with data descriptors, as most programs write it
		}
		add(f.Name, method, content)
	}
	require.NoError(t, w.Close())
	return out.Bytes()
}

// TestWhateverWasDoneToAFileItIsRefused changes single bytes, cuts, lengthens and packs anew, 20,000 times, and every
// byte at least once.
func TestWhateverWasDoneToAFileItIsRefused(t *testing.T) {
	sign, fingerprint := signer(t)
	raw, err := Pack(example(), sign)
	require.NoError(t, err)
	refused := func(bad []byte, how string, at int) {
		_, err := Read(bad, fingerprint)
		var refusal *data.Refusal
		require.ErrorAs(t, err, &refusal, "%s at %d", how, at)
	}
	r := rand.New(rand.NewPCG(2026, 11))
	for n := range 20_000 {
		at := r.IntN(len(raw))
		if n < len(raw) {
			at = n
		}
		switch {
		case n < len(raw) || n%10 < 7:
			bad := bytes.Clone(raw)
			bad[at] ^= byte(1 + r.IntN(255))
			refused(bad, "another byte", at)
		case n%10 == 7:
			refused(raw[:at], "cut", at)
		case n%10 == 8:
			refused(bytes.Join([][]byte{raw[:at], {byte(r.IntN(256))}, raw[at:]}, nil), "one byte more", at)
		default:
			refused(rezipped(t, raw, n/10), "packed anew", n/10)
		}
	}
	refused(append(bytes.Clone(raw), 0), "something after it", len(raw))
	refused(append([]byte("#!\n"), raw...), "something before it", 0)
}

// TestASizeThatLiesIsRefused: the zip's own headers say other sizes than the parts have.
func TestASizeThatLiesIsRefused(t *testing.T) {
	sign, fingerprint := signer(t)
	raw, err := Pack(example(), sign)
	require.NoError(t, err)
	for _, size := range []uint64{0, 1, 1 << 20, 1<<32 - 1} {
		var out bytes.Buffer
		w := zip.NewWriter(&out)
		z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
		require.NoError(t, err)
		for _, f := range z.File {
			h := f.FileHeader
			h.UncompressedSize64 = size
			to, err := w.CreateRaw(&h)
			require.NoError(t, err)
			from, err := f.OpenRaw()
			require.NoError(t, err)
			_, err = io.Copy(to, from)
			require.NoError(t, err)
		}
		require.NoError(t, w.Close())
		_, err = Read(out.Bytes(), fingerprint)
		require.ErrorIs(t, err, data.ErrBroken)
	}
}

// Whoever signs may run a broken program: a small file must not fill the memory even so.
func TestASmallFileCannotFillTheMemory(t *testing.T) {
	sign, fingerprint := signer(t)
	huge := strings.Repeat("长", mostRecords/3+1)
	for name, spoil := range map[string]func(*Bulletin){
		"records": func(b *Bulletin) { b.Items[0].Title = huge },
		"pages":   func(b *Bulletin) { b.Items[0].Leaves[0].Lines[0].Text = huge },
	} {
		b := example()
		spoil(&b)
		raw, err := packed(b, sign)
		require.NoError(t, err)
		require.Less(t, len(raw), 1<<20)
		_, err = Read(raw, fingerprint)
		require.ErrorIs(t, err, data.ErrBroken, name)
	}
}

func TestAPictureOnManyPagesLiesInTheFileOnce(t *testing.T) {
	sign, fingerprint := signer(t)
	photo := make([]byte, 200_000)
	for i := range photo {
		photo[i] = byte(rand.Uint32())
	}
	b := example()
	sheet := page.Page{Width: 210, Height: 297, Figures: []page.Figure{{X: 20, Y: 20, Width: 100, Height: 80, Image: photo}}}
	b.Items[0] = b.Items[0].WithAttachment("一.pdf", []page.Page{sheet, sheet}, "").WithAttachment("二.pdf", []page.Page{sheet}, "")
	raw, err := Pack(b, sign)
	require.NoError(t, err)
	require.Less(t, len(raw), 220_000)
	read, err := Read(raw, fingerprint)
	require.NoError(t, err)
	require.Equal(t, b.Items[0].Leaves, read.Pages("2026-0012"))
}

func FuzzRead(f *testing.F) {
	sign, _ := signer(f)
	raw, err := Pack(example(), sign)
	require.NoError(f, err)
	f.Add(raw)
	f.Add([]byte("PK\x03\x04"))
	f.Add(rezipped(f, raw, 0))
	f.Fuzz(func(t *testing.T, raw []byte) {
		b, err := Read(raw, "")
		if err == nil {
			require.True(t, b.isSound() && b.haveSoundLeaves())
		}
	})
}

// FuzzUnpack tries parts whose signature holds: a broken program may have signed them.
func FuzzUnpack(f *testing.F) {
	parts, err := example().pack()
	require.NoError(f, err)
	f.Add(parts[0].raw, parts[1].raw, []byte("picture"))
	f.Fuzz(func(_ *testing.T, records, pages, picture []byte) {
		m := manifest{Format: format, Unit: "局", Serial: 1, Issued: "2026-03-06T00:30:00Z"}
		b, ok := unpack(m, []part{{recordsName, records}, {pagesName(0), pages}, {pictureFolder + "0f", picture}})
		if ok {
			for _, it := range b.Items {
				_ = b.NoticePages(it)
			}
		}
	})
}

// many is a bulletin of so many items of two full pages.
func many(items int) Bulletin {
	b := example()
	text := strings.Repeat("全心全意为人民服务，", 3)[:28*3]
	sheet := page.Page{Width: 210, Height: 297}
	for i := range 22 {
		l := examplePage(text).Lines[0]
		l.Y = 42 + 10.4*float64(i)
		sheet.Lines = append(sheet.Lines, l)
	}
	one := b.Items[0]
	b.Items = nil
	for i := range items {
		it := one
		it.Attachments = nil
		it.Number = data.Date("2026-01-01").AddDays(i).Chinese()
		b.Items = append(b.Items, it.WithNotice([]page.Page{sheet, sheet}))
	}
	return b
}

// BenchmarkOpen reads a public file of 2,000 items as the lobby does, BenchmarkRead with all of its pages, BenchmarkPages
// the pages of one item.
func BenchmarkOpen(b *testing.B) {
	sign, fingerprint := signer(b)
	raw, err := Pack(many(mostItems), sign)
	require.NoError(b, err)
	b.ReportMetric(float64(len(raw)), "file-bytes")
	for b.Loop() {
		_, err := Open(raw, fingerprint)
		require.NoError(b, err)
	}
}

func BenchmarkRead(b *testing.B) {
	sign, fingerprint := signer(b)
	raw, err := Pack(many(mostItems), sign)
	require.NoError(b, err)
	for b.Loop() {
		_, err := Read(raw, fingerprint)
		require.NoError(b, err)
	}
}

func BenchmarkPages(b *testing.B) {
	sign, fingerprint := signer(b)
	raw, err := Pack(many(10), sign)
	require.NoError(b, err)
	read, err := Read(raw, fingerprint)
	require.NoError(b, err)
	for b.Loop() {
		require.Len(b, read.Pages(read.Items[3].Number), 2)
	}
}
