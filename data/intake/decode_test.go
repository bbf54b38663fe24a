package intake

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	xunicode "golang.org/x/text/encoding/unicode"

	"gongkailan/assets"
	"gongkailan/data"
)

func TestPlansInEveryEncodingOfChineseOffices(t *testing.T) {
	want, err := ReadPlan(assets.DemoPlan())
	require.NoError(t, err)
	for name, how := range map[string]encoding.Encoding{
		"GB 18030":               simplifiedchinese.GB18030,
		"GBK":                    simplifiedchinese.GBK,
		"UTF-8 with BOM":         xunicode.UTF8BOM,
		"UTF-16 little":          xunicode.UTF16(xunicode.LittleEndian, xunicode.UseBOM),
		"UTF-16 big":             xunicode.UTF16(xunicode.BigEndian, xunicode.UseBOM),
		"UTF-8 with CRLF":        nil,
		"UTF-16 little, no mark": xunicode.UTF16(xunicode.LittleEndian, xunicode.IgnoreBOM),
		"UTF-16 big, no mark":    xunicode.UTF16(xunicode.BigEndian, xunicode.IgnoreBOM),
	} {
		raw := bytes.ReplaceAll(assets.DemoPlan(), []byte("\n"), []byte("\r\n"))
		if how != nil {
			raw, err = how.NewEncoder().Bytes(assets.DemoPlan())
			require.NoError(t, err)
		}
		got, err := ReadPlan(raw)
		require.NoError(t, err, name)
		require.Equal(t, want.Catalogue, got.Catalogue, name)
	}
}

func TestGB18030KeepsCharactersAboveTheBMP(t *testing.T) {
	raw, err := simplifiedchinese.GB18030.NewEncoder().String("张𬱟、王䶮")
	require.NoError(t, err)
	text, err := Decode([]byte(raw))
	require.NoError(t, err)
	require.Equal(t, "张𬱟、王䶮", text)
}

func TestWhatIsNotAPlanIsRefusedInWords(t *testing.T) {
	for name, c := range map[string]struct {
		raw  []byte
		code string
	}{
		"a JPEG":              {[]byte("\xFF\xD8\xFF\xE0\x00\x10JFIF\x00"), "intake.kind"},
		"a PDF":               {[]byte("%PDF-1.4\n"), "intake.kind"},
		"an old Word file":    {[]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "intake.kind"},
		"nothing":             {nil, "intake.empty"},
		"blank lines":         {[]byte(" \n\n\t"), "intake.empty"},
		"zeros":               {make([]byte, 4096), "intake.notext"},
		"a broken zip":        {[]byte("PK\x03\x04 and then nothing"), "intake.damaged"},
		"text without a list": {[]byte("今天天气很好。\n我们去开会。\n"), "intake.nolist"},
		"one line":            {[]byte("党务公开的内容"), "intake.nolist"},
		"another zip":         {packOf(t, map[string]string{"a.txt": "x"}), "intake.kind"},
		"a picture of a kind unheard of, named .txt": {append([]byte{0x89, 0xAA, 0x01, 0x02}, bytes.Repeat([]byte{0x03, 0xFE, 0xFF, 0x80}, 99)...), "intake.notext"},
		"a book":                 {bytes.Repeat([]byte("公开内容\n"), mostLines+1), "intake.large"},
		"a file that is too big": {bytes.Repeat([]byte("公"), MostBytes), "intake.large"},
	} {
		_, err := ReadPlan(c.raw)
		var refusal *data.Refusal
		require.ErrorAs(t, err, &refusal, name)
		require.Equal(t, c.code, refusal.Code, name)
	}
}

func FuzzReadPlan(f *testing.F) {
	f.Add(assets.DemoPlan())
	f.Add([]byte("公开内容\n1. 一\n2. 二\n"))
	f.Add([]byte("\xFF\xD8\xFF"))
	f.Add([]byte("PK\x03\x04"))
	f.Add(packOf(f, map[string]string{"word/document.xml": "<w:document><w:p><w:r><w:t>公开内容</w:t></w:r></w:p></w:document>"}))
	f.Fuzz(func(t *testing.T, raw []byte) {
		p, err := ReadPlan(raw)
		if err == nil {
			require.NoError(t, p.Catalogue.Check())
		}
	})
}
