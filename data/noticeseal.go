package data

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"strings"
	"unicode/utf8"
)

// NoticeSeal is what the QR code on a notice says: which item, and the signature by which it was approved. It holds
// nothing about a person but what the title says.
type NoticeSeal struct {
	Code      string
	Title     string // cut where it is long
	From      Date
	To        Date   // "" for 长期
	Digest    string // of the item, in hex
	Signature []byte // of the step that completed the approval, as it lies in the log
}

const (
	sealLead    = "公开栏核验 "
	mostTitle   = 100 // characters of the title that the code holds
	digestBytes = 32
	signBytes   = 64
)

// SealOf gives what stands on the item's notice; false where its approval is not complete or its signature is not at
// hand.
func SealOf(it Item) (NoticeSeal, bool) {
	if !it.Status.IsApproved() {
		return NoticeSeal{}, false
	}
	step, ok := it.ApprovedBy()
	if !ok || len(step.Signature) != signBytes || step.Seal == SealBroken {
		return NoticeSeal{}, false
	}
	digest := it.Digest()
	return NoticeSeal{
		Code: NoticeCodeOf(digest), Title: ShortTitle(it.Title), From: it.From, To: it.To, Digest: digest,
		Signature: step.Signature,
	}, true
}

// ApprovedBy gives the step that completed the approval: the last that must stand before publication.
func (it Item) ApprovedBy() (Step, bool) {
	acts := Required(it.Decision)
	return it.Step(acts[len(acts)-2]) // ActPublish is the last
}

// ShortTitle gives a title as the code holds it: on one line, cut with … where it is long.
func ShortTitle(title string) string {
	title = strings.Join(strings.Fields(strings.ToValidUTF8(title, "\uFFFD")), " ")
	if runes := []rune(title); len(runes) > mostTitle {
		return string(runes[:mostTitle]) + "…"
	}
	return title
}

// Text is what somebody reads who scans the code with a phone, in five lines: code, title, period, digest, signature.
func (s NoticeSeal) Text() string {
	digest, err := hex.DecodeString(s.Digest)
	if err != nil {
		digest = nil // a seal that was not made by SealOf says so by its empty line
	}
	return strings.Join([]string{
		sealLead + s.Code,
		s.Title,
		string(s.From) + "/" + string(s.To),
		base64.RawURLEncoding.EncodeToString(digest),
		base64.RawURLEncoding.EncodeToString(s.Signature),
	}, "\n")
}

// IsNoticeSeal tells whether a text begins as the code on a notice does.
func IsNoticeSeal(text string) bool {
	return strings.HasPrefix(strings.TrimLeft(text, " \t\r\n\ufeff　"), strings.TrimSpace(sealLead))
}

// mostScanned is how long a scanned text may be, in bytes; ours has at most six hundred.
const mostScanned = 4096

// ParseNoticeSeal reads what was scanned. It fails with ErrInvalid where it is no text of ours, is cut short, or its
// code does not belong to its digest.
func ParseNoticeSeal(text string) (NoticeSeal, error) {
	bad := Refuse(ErrInvalid, "noticeseal.bad")
	lines := sealLines(text)
	if len(lines) != 5 {
		return NoticeSeal{}, bad
	}
	code, err := ParseNoticeCode(strings.TrimPrefix(lines[0], strings.TrimSpace(sealLead)))
	if err != nil {
		return NoticeSeal{}, err
	}
	s := NoticeSeal{Code: code, Title: lines[1]}
	from, to, ok := strings.Cut(lines[2], "/")
	digest, isDigest := sealBytes(lines[3], digestBytes)
	signature, isSignature := sealBytes(lines[4], signBytes)
	if s.From, s.To = Date(from), Date(to); !ok || !isDigest || !isSignature || !isDay(s.From) || s.To != "" && !isDay(s.To) {
		return NoticeSeal{}, bad
	}
	s.Digest, s.Signature = hex.EncodeToString(digest), signature
	if NoticeCodeOf(s.Digest) != s.Code {
		return NoticeSeal{}, Refuse(ErrInvalid, "noticeseal.code")
	}
	return s, nil
}

// sealLines gives the lines of a scanned text that are not empty; none where it is no text of ours.
func sealLines(text string) []string {
	if len(text) > mostScanned || !utf8.ValidString(text) || !IsNoticeSeal(text) {
		return nil
	}
	var lines []string
	for line := range strings.SplitSeq(strings.TrimPrefix(text, "\ufeff"), "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// sealBytes reads base64url of exactly so many bytes.
func sealBytes(text string, n int) ([]byte, bool) {
	raw, err := base64.RawURLEncoding.DecodeString(text)
	return raw, err == nil && len(raw) == n
}

func isDay(d Date) bool {
	day, err := ParseDate(string(d))
	return err == nil && day == d
}

// Differs names the first part in which a scanned seal is not the one of the record, "" where there is none.
func (s NoticeSeal) Differs(record NoticeSeal) string {
	switch {
	case s.Code != record.Code:
		return "code"
	case s.Title != record.Title:
		return "title"
	case s.From != record.From || s.To != record.To:
		return "period"
	case s.Digest != record.Digest:
		return "digest"
	case !bytes.Equal(s.Signature, record.Signature):
		return "signature"
	default:
		return ""
	}
}
