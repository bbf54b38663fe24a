package cli

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"gongkailan/data"
	"gongkailan/reports"
	"gongkailan/reports/scan"
)

// evidence is what somebody has of a notice: its code, all that its QR code says, or the file it was printed from.
type evidence struct {
	code  string
	seal  *data.NoticeSeal
	paper *reports.Paper
	file  []byte // of the paper
}

// mostEvidence is the largest file that is looked at, in bytes.
const mostEvidence = 64 << 20

// evidence reads what the words name: a code, the scanned text, a file with either in it, or standard input.
func (c *call) evidence(words string) (evidence, error) {
	if words == "-" {
		raw, err := io.ReadAll(io.LimitReader(c.In, mostEvidence+1))
		if err != nil {
			return evidence{}, err
		}
		return evidenceOf("-", raw)
	}
	if data.IsNoticeSeal(words) {
		return evidenceInText(words)
	}
	if looksLikeCode(words) {
		e, err := evidenceInText(words)
		if _, missing := os.Stat(words); err == nil || missing != nil {
			return e, err
		}
	}
	info, err := os.Stat(words)
	switch {
	case err != nil && filepath.Ext(words) == "":
		return evidence{}, data.Refuse(data.ErrInvalid, "verify.words", words)
	case err == nil && info.IsDir():
		return evidence{}, data.Refuse(data.ErrInvalid, "verify.kind", filepath.Base(words))
	case err == nil && info.Size() > mostEvidence:
		return evidence{}, data.Refuse(data.ErrInvalid, "verify.large", filepath.Base(words))
	}
	raw, err := c.read(words)
	if err != nil {
		return evidence{}, err
	}
	return evidenceOf(filepath.Base(words), raw)
}

// evidenceOf reads a file by what is in it, whatever its name says.
func evidenceOf(name string, raw []byte) (evidence, error) {
	switch {
	case len(raw) > mostEvidence:
		return evidence{}, data.Refuse(data.ErrInvalid, "verify.large", name)
	case bytes.HasPrefix(raw, []byte("%PDF-")):
		paper, err := reports.ReadPaper(raw)
		return evidence{code: paper.Code, paper: &paper, file: raw}, err
	case scan.IsPicture(raw):
		text, err := scan.Read(raw, data.IsNoticeSeal)
		if err != nil {
			return evidence{}, err
		}
		return evidenceInText(text)
	}
	text := string(raw)
	if !utf8.ValidString(text) || len(text) > mostScanned || !data.IsNoticeSeal(text) && !looksLikeCode(text) {
		return evidence{}, data.Refuse(data.ErrInvalid, "verify.kind", name)
	}
	return evidenceInText(text)
}

// mostScanned is how long a text may be that somebody has scanned, in bytes.
const mostScanned = 4096

// evidenceInText reads the text of a QR code, or the digits alone.
func evidenceInText(text string) (evidence, error) {
	if data.IsNoticeSeal(text) {
		seal, err := data.ParseNoticeSeal(text)
		return evidence{code: seal.Code, seal: &seal}, err
	}
	code, err := data.ParseNoticeCode(withoutLabel(text))
	return evidence{code: code}, err
}

// withoutLabel leaves out the word that stands before the digits on the paper.
func withoutLabel(text string) string {
	return strings.TrimPrefix(strings.TrimSpace(text), strings.TrimSpace(reports.CodeLine))
}

// looksLikeCode tells whether a text is digits and what may stand between them.
func looksLikeCode(text string) bool {
	digits := 0
	for _, r := range withoutLabel(text) {
		switch {
		case r >= '0' && r <= '9' || r >= '０' && r <= '９':
			digits++
		case unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) || r == '\ufeff' || r == '\u2212':
		default:
			return false
		}
	}
	return digits > 0
}
