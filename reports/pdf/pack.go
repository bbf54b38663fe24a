package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
)

// packing takes a file from gofpdf, which hands it over in one piece, and packs it on the way. A copy of a pack of
// notices is saved so.
type packing struct {
	to    io.Writer
	codes []placedCode
}

func (p packing) Write(raw []byte) (int, error) { return len(raw), pack(p.to, raw, p.codes) }

// pack writes a file that gofpdf made with every stream compressed anew, and with the cross-references
// that belong to it. Gofpdf itself makes a compressor for each page, which costs more than painting it, and packs fonts
// loosely; a notice comes out a seventh smaller so. The paths of QR codes are put in the places of their marks.
//
// Gofpdf's files are plain: objects one after another, each a dictionary, some with a stream whose length stands in
// it, then the cross-references and the trailer. Anything else is an error.
func pack(w io.Writer, raw []byte, codes []placedCode) error {
	head := bytes.IndexByte(raw, '\n') + 1
	level := noticeLevel
	if len(raw) > largeFile {
		level = zlib.BestSpeed
	}
	deflate, err := zlib.NewWriterLevel(io.Discard, level)
	if err != nil {
		return err
	}
	p := &packer{deflate: deflate, codes: codes, offsets: map[int]int{}}
	p.out.Grow(len(raw)/2 + head)
	p.out.Write(raw[:head])
	rest := raw[head:]
	for !bytes.HasPrefix(rest, []byte("xref\n")) {
		next, err := p.object(rest)
		if err != nil {
			return err
		}
		rest = rest[next:]
	}
	if err := p.references(rest); err != nil {
		return err
	}
	_, err = w.Write(p.out.Bytes())
	return err
}

const (
	// noticeLevel costs half of what the highest level does, and a notice comes out two bytes in a thousand larger.
	noticeLevel = 5
	// largeFile is from how many bytes on time counts more than a smaller file: a pack of notices, not one.
	largeFile = 1 << 20
)

type packer struct {
	out     bytes.Buffer
	deflate *zlib.Writer
	stream  bytes.Buffer // the stream at hand, compressed
	codes   []placedCode
	path    []byte      // of the code at hand
	offsets map[int]int // of each object in out
}

var errNotPlain = errors.New("the file is not as gofpdf writes it")

const (
	beginStream = "\nstream\n"
	endStream   = "\nendstream\nendobj\n"
	endObject   = "\nendobj\n"
)

// object copies the object at the head of raw and tells how long it was there.
func (p *packer) object(raw []byte) (int, error) {
	number, _, ok := bytes.Cut(raw, []byte(" 0 obj\n"))
	n, err := strconv.Atoi(string(number))
	if !ok || err != nil {
		return 0, errNotPlain
	}
	p.offsets[n] = p.out.Len()
	end := bytes.Index(raw, []byte(endObject))
	begin := bytes.Index(raw, []byte(beginStream))
	if end < 0 {
		return 0, errNotPlain
	}
	if begin < 0 || begin > end {
		p.out.Write(capitalTag(raw[:end+len(endObject)]))
		return end + len(endObject), nil
	}
	return p.withStream(raw, begin)
}

// capitalTag puts the tag of a subset's name into capital letters, as readers of the file know it by, and takes
// gofpdf's own mark off: /utf8abcdef+serif becomes /ABCDEF+serif.
func capitalTag(dictionary []byte) []byte {
	const mark = "/utf8"
	before, name, ok := bytes.Cut(dictionary, []byte(mark))
	if !ok || len(name) <= tagLength || name[tagLength] != '+' {
		return dictionary
	}
	out := append(slices.Clone(before), '/')
	out = append(out, bytes.ToUpper(name[:tagLength])...)
	return append(out, name[tagLength:]...)
}

// withStream copies an object whose dictionary ends at begin and is followed by a stream.
func (p *packer) withStream(raw []byte, begin int) (int, error) {
	dictionary := raw[:begin]
	at := bytes.Index(dictionary, []byte("/Length "))
	if at < 0 {
		return 0, errNotPlain
	}
	from := at + len("/Length ")
	to := from
	for to < len(dictionary) && dictionary[to] >= '0' && dictionary[to] <= '9' {
		to++
	}
	length, err := strconv.Atoi(string(dictionary[from:to]))
	body := begin + len(beginStream)
	if err != nil || body+length > len(raw) || !bytes.HasPrefix(raw[body+length:], []byte(endStream)) {
		return 0, errNotPlain
	}
	packed := bytes.Contains(dictionary, []byte("/Filter /FlateDecode"))
	if !packed && bytes.Contains(dictionary, []byte("/Filter ")) { // a JPEG picture is as small as it gets
		whole := body + length + len(endStream)
		p.out.Write(raw[:whole])
		return whole, nil
	}
	if err := p.compress(raw[body:body+length], packed); err != nil {
		return 0, err
	}
	p.out.Write(dictionary[:from])
	p.out.WriteString(strconv.Itoa(p.stream.Len()))
	if !packed {
		p.out.WriteString(" /Filter /FlateDecode")
	}
	p.out.Write(dictionary[to:])
	p.out.WriteString(beginStream)
	p.out.Write(p.stream.Bytes())
	p.out.WriteString(endStream)
	return body + length + len(endStream), nil
}

// compress fills stream with a body that may be compressed already.
func (p *packer) compress(body []byte, packed bool) error {
	p.stream.Reset()
	p.deflate.Reset(&p.stream)
	if !packed {
		return errors.Join(p.content(body), p.deflate.Close())
	}
	plain, err := zlib.NewReader(bytes.NewReader(body))
	if err != nil {
		return err
	}
	if _, err := io.Copy(p.deflate, plain); err != nil {
		return err
	}
	return p.deflate.Close()
}

// content compresses what a page paints, the codes in the places of their marks.
func (p *packer) content(body []byte) error {
	for {
		before, after, marked := bytes.Cut(body, []byte(codeMark))
		if _, err := p.deflate.Write(before); err != nil || !marked {
			return err
		}
		number, rest, _ := bytes.Cut(after, []byte("\n"))
		n, err := strconv.Atoi(string(number))
		if err != nil || n < 0 || n >= len(p.codes) {
			return errNotPlain
		}
		p.path = p.codes[n].path(p.path[:0])
		if _, err := p.deflate.Write(p.path); err != nil {
			return err
		}
		body = rest
	}
}

// references writes the cross-references anew and copies the trailer.
func (p *packer) references(raw []byte) error {
	begin := bytes.Index(raw, []byte("trailer\n"))
	end := bytes.Index(raw, []byte("startxref\n"))
	if begin < 0 || end < begin {
		return errNotPlain
	}
	start := p.out.Len()
	fmt.Fprintf(&p.out, "xref\n0 %d\n0000000000 65535 f \n", len(p.offsets)+1)
	for n := 1; n <= len(p.offsets); n++ {
		at, ok := p.offsets[n]
		if !ok {
			return errNotPlain
		}
		fmt.Fprintf(&p.out, "%010d 00000 n \n", at)
	}
	p.out.Write(raw[begin:end])
	fmt.Fprintf(&p.out, "startxref\n%d\n%%%%EOF\n", start)
	return nil
}
