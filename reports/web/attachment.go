package web

import (
	"fmt"
	"strings"

	"gongkailan/data"
)

// attached is an attachment on an item's page.
type attached struct {
	name    string
	size    int64
	file    string // "" where its bytes are not at hand
	content []byte
}

// attachmentsOf reads the attachments of an item and compares each with the digest that was signed. It fails with
// ErrBroken where one is not what was approved.
func (s *site) attachmentsOf(it data.Item) ([]attached, error) {
	var list []attached
	for _, a := range it.Attachments {
		f := attached{name: a.Name, size: a.Size}
		if s.Attachment != nil {
			content, err := s.Attachment(a.Digest)
			if err != nil || digestOf(content) != a.Digest {
				return nil, data.Refuse(data.ErrBroken, "web.attachment", a.Name)
			}
			f.file, f.content, f.size = attachmentFile(a), append([]byte{}, content...), int64(len(content))
		}
		list = append(list, f)
	}
	return list, nil
}

// sizeText writes a size as people read it.
func sizeText(bytes int64) string {
	const kilo = 1024
	switch {
	case bytes < kilo:
		return fmt.Sprintf("%d B", bytes)
	case bytes < kilo*kilo:
		return fmt.Sprintf("%d KB", (bytes+kilo-1)/kilo)
	default:
		return fmt.Sprintf("%.1f MB", float64(bytes)/(kilo*kilo))
	}
}

// kindText names the kind of a file by its ending.
func kindText(name string) string { return strings.ToUpper(endingOf(name)) }
