package intake

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	xunicode "golang.org/x/text/encoding/unicode"

	"gongkailan/data"
)

// Decode gives the text of a file in UTF-8, UTF-16 with its mark, or GB 18030 (with it GBK and GB 2312), which Windows
// programs here still write. It is refused where the bytes are a picture, another program's file or no text at all.
func Decode(raw []byte) (string, error) {
	if kind := kindOf(raw); kind != "" {
		return "", data.Refuse(data.ErrInvalid, "intake.kind", kind)
	}
	switch {
	case bytes.HasPrefix(raw, []byte{0xEF, 0xBB, 0xBF}) && utf8.Valid(raw):
		return checked(string(raw[3:]))
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE}):
		return decodeAs(xunicode.UTF16(xunicode.LittleEndian, xunicode.ExpectBOM), raw)
	case bytes.HasPrefix(raw, []byte{0xFE, 0xFF}):
		return decodeAs(xunicode.UTF16(xunicode.BigEndian, xunicode.ExpectBOM), raw)
	case isWide(raw, 1):
		return decodeAs(xunicode.UTF16(xunicode.LittleEndian, xunicode.IgnoreBOM), raw)
	case isWide(raw, 0):
		return decodeAs(xunicode.UTF16(xunicode.BigEndian, xunicode.IgnoreBOM), raw)
	case utf8.Valid(raw):
		return checked(string(raw))
	default:
		return decodeAs(simplifiedchinese.GB18030, raw)
	}
}

// isWide tells UTF-16 without its mark by the line feeds: each is a pair whose high byte, at the offset, is 0, and no
// other encoding of text has a 0.
func isWide(raw []byte, high int) bool {
	if len(raw)%2 != 0 || bytes.IndexByte(raw, 0) < 0 {
		return false
	}
	feeds := 0
	for i := 0; i < len(raw); i += 2 {
		switch {
		case raw[i+high] == 0 && raw[i+1-high] == 0:
			return false
		case raw[i+high] == 0 && raw[i+1-high] == '\n':
			feeds++
		}
	}
	return feeds > 0
}

func decodeAs(how encoding.Encoding, raw []byte) (string, error) {
	text, err := how.NewDecoder().Bytes(raw)
	if err != nil {
		return "", data.Refuse(data.ErrInvalid, "intake.notext")
	}
	return checked(string(text))
}

// checked refuses what decodes but is no text: bytes of a program read as characters give control signs, replacement
// signs and characters that no Chinese text uses.
func checked(text string) (string, error) {
	var all, odd int
	for _, r := range text {
		all++
		switch {
		case r == 0:
			return "", data.Refuse(data.ErrInvalid, "intake.notext")
		case r == utf8.RuneError, unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' && r != '\f' && r != '\v',
			unicode.In(r, unicode.Co), !unicode.IsPrint(r) && !unicode.IsSpace(r) && !unicode.In(r, unicode.Cf):
			odd++
		}
	}
	if odd*50 > all {
		return "", data.Refuse(data.ErrInvalid, "intake.notext")
	}
	return text, nil
}

// kindOf recognises files that are certainly not text by how they begin; "" for any other.
func kindOf(raw []byte) string {
	for magic, kind := range map[string]string{
		"\xFF\xD8\xFF": "JPEG", "\x89PNG": "PNG", "GIF8": "GIF", "BM": "BMP", "%PDF": "PDF",
		"\xD0\xCF\x11\xE0": "DOC/XLS", "Rar!": "RAR", "7z\xBC\xAF": "7Z", "MZ": "EXE", "PK\x03\x04": "ZIP",
		"SQLite format 3": "SQLite", "{\\rtf": "RTF", "\x7FELF": "ELF", "OFD": "OFD",
	} {
		if bytes.HasPrefix(raw, []byte(magic)) {
			// BM and MZ also begin texts; a text has no NUL.
			if len(magic) > 2 && kind != "OFD" || bytes.IndexByte(raw, 0) >= 0 {
				return kind
			}
		}
	}
	return ""
}
