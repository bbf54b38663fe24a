package intake

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"

	"gongkailan/data"
)

// Passage is a piece of text that a file holds, seen or unseen, with the place where it stands.
//
// Where is a code, with a colon and a detail where there is one: name, body, table, header, footer, footnote, comment,
// deleted (struck out under tracked changes), hidden text, watermark, attribute (text behind a picture or a link), property,
// embedded (the name of a file inside), sheet:名, hidden sheet:名, hidden row:名, hidden column:名, formula:名, defined name,
// page:3, annotation. Line is that of the text's first line, counted from 1; 0 where a file has none.
type Passage struct {
	Where string
	Line  int
	Text  string
}

// mostPassages bounds the text that is taken out of one file, in bytes.
const mostPassages = 64 << 20

// mostNested is how deep files within files are read.
const mostNested = 2

// Passages reads everything in a file that a person may have left there: what is shown, what is hidden, and what only the
// program that wrote it knows of. The name counts too. A file that cannot be read is refused with what to do about it, so
// that nobody takes silence for a clean file (S18). It knows text, CSV and HTML, .docx, .xlsx, .pptx, OpenDocument, OFD and
// .pdf; of pictures only the name and the description inside.
func Passages(name string, raw []byte) ([]Passage, error) {
	found := collector{}
	found.add(Passage{Where: "name", Text: filepath.Base(name)})
	if err := found.file(name, raw, 0); err != nil {
		return nil, worded(err)
	}
	return found.passages, nil
}

// worded says of a package that it cannot be checked, where reading it as a plan would say that it cannot be imported.
func worded(err error) error {
	var refusal *data.Refusal
	if errors.As(err, &refusal) {
		switch refusal.Code {
		case "intake.large":
			return data.Refuse(data.ErrInvalid, "passages.large")
		case "intake.damaged":
			return data.Refuse(data.ErrInvalid, "passages.damaged")
		}
	}
	return err
}

// collector gathers passages and watches how much they are.
type collector struct {
	passages []Passage
	size     int
	inside   string // before the place, for a file within a file
}

// add adds a passage; one after the other from the same place are one, line by line.
func (c *collector) add(p Passage) {
	if strings.TrimSpace(p.Text) == "" {
		return
	}
	p.Where = c.inside + p.Where
	c.size += len(p.Text)
	c.passages = append(c.passages, p)
}

// full refuses a file whose text is more than anybody could check.
func (c *collector) full() error {
	if c.size > mostPassages {
		return data.Refuse(data.ErrInvalid, "passages.large")
	}
	return nil
}

// file reads a file by its content, whatever it is called.
func (c *collector) file(name string, raw []byte, depth int) error {
	ending := strings.ToLower(filepath.Ext(name))
	switch {
	case len(raw) == 0:
		return nil
	case len(raw) > MostBytes:
		return data.Refuse(data.ErrInvalid, "passages.large")
	case bytes.HasPrefix(raw, []byte("PK\x03\x04")):
		return c.pack(raw, depth)
	case bytes.HasPrefix(raw, []byte("\xD0\xCF\x11\xE0")):
		if bytes.Contains(raw, wide("EncryptedPackage")) {
			return data.Refuse(data.ErrInvalid, "passages.locked")
		}
		return data.Refuse(data.ErrInvalid, "passages.old")
	case bytes.Contains(raw[:min(len(raw), 1024)], []byte("%PDF-")):
		return c.pdf(raw)
	case isPicture(raw):
		return c.picture(raw)
	}
	text, err := Decode(raw)
	if err != nil {
		return data.Refuse(data.ErrInvalid, "passages.unknown")
	}
	switch {
	case ending == ".html" || ending == ".htm" || looksLikeHTML(text):
		return c.html(text)
	case ending == ".csv":
		c.add(Passage{Where: "body", Line: 1, Text: withTabs(text)})
	default:
		c.add(Passage{Where: "body", Line: 1, Text: strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")})
	}
	return c.full()
}

// wide writes ASCII as UTF-16, as the names inside old Office files are written.
func wide(text string) []byte {
	var out []byte
	for i := range len(text) {
		out = append(out, text[i], 0)
	}
	return out
}

// withTabs writes the commas between the columns of a CSV file as tabs, so that a cell is told from a sentence.
func withTabs(text string) string {
	var out strings.Builder
	quoted := false
	for _, r := range strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n") {
		switch {
		case r == '"':
			quoted = !quoted
		case r == ',' && !quoted:
			out.WriteByte('\t')
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// pack reads an office document by what the package holds.
func (c *collector) pack(raw []byte, depth int) error {
	p, err := openPack(raw)
	if err != nil {
		return err
	}
	switch {
	case p.has("word/document.xml"):
		err = c.word(p)
	case p.has("xl/workbook.xml"):
		err = c.workbook(p)
	case p.has("ppt/presentation.xml"), p.has("content.xml"), p.has("OFD.xml"):
		err = c.plainParts(p)
	default:
		return data.Refuse(data.ErrInvalid, "passages.zip")
	}
	if err != nil {
		return err
	}
	return c.embedded(p, depth)
}

// embedded names the files inside a document, and reads those that are documents themselves.
func (c *collector) embedded(p pack, depth int) error {
	for _, name := range p.names() {
		folder := filepath.Base(filepath.Dir(name))
		if folder != "embeddings" && folder != "media" && folder != "attachments" && !isChunk(name) {
			continue
		}
		c.add(Passage{Where: "embedded", Text: filepath.Base(name)})
		raw, err := p.read(name)
		if err != nil {
			return err
		}
		if folder == "media" || depth >= mostNested || len(raw) == 0 {
			continue
		}
		inside := c.inside
		c.inside += "embedded/"
		err = c.file(name, raw, depth+1)
		c.inside = inside
		if err != nil {
			return data.Refuse(data.ErrInvalid, "passages.inside", filepath.Base(name))
		}
	}
	return c.full()
}

// isChunk tells the files that Word shows as a part of the text when the document is opened (altChunk).
func isChunk(name string) bool {
	if !strings.HasPrefix(name, "word/") {
		return false
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".htm", ".html", ".xhtml", ".mht", ".mhtml", ".txt", ".rtf", ".docx":
		return true
	}
	return false
}

// isPicture tells pictures by how they begin.
func isPicture(raw []byte) bool {
	for _, magic := range []string{"\xFF\xD8\xFF", "\x89PNG", "GIF8", "II*\x00", "MM\x00*"} {
		if bytes.HasPrefix(raw, []byte(magic)) {
			return true
		}
	}
	return bytes.HasPrefix(raw, []byte("BM")) && bytes.IndexByte(raw, 0) >= 0 || len(raw) > 12 && string(raw[:4]) == "RIFF" && string(raw[8:12]) == "WEBP"
}

// picture reads the description that a program has written into a picture (XMP). Nothing here reads what it shows.
func (c *collector) picture(raw []byte) error {
	from := bytes.Index(raw, []byte("<x:xmpmeta"))
	if from < 0 {
		return nil
	}
	to := bytes.Index(raw[from:], []byte("</x:xmpmeta>"))
	if to < 0 {
		return nil
	}
	return c.plainPart("property", raw[from:from+to+len("</x:xmpmeta>")])
}
