package pdf

import (
	"bufio"
	"bytes"
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
	var objects []part
	rest := raw[head:]
	for !bytes.HasPrefix(rest, []byte("xref\n")) {
		o, length, err := readPart(rest)
		if err != nil {
			return err
		}
		objects = append(objects, o)
		rest = rest[length:]
	}
	out := &counted{to: bufio.NewWriterSize(w, 1<<16)}
	out.write(raw[:head])
	offsets := make([]int, len(objects)+1)
	for packed := range compressed(objects, codes, len(raw) > largeFile) {
		if packed.err != nil {
			return packed.err
		}
		if packed.number < 1 || packed.number >= len(offsets) {
			return errNotPlain
		}
		offsets[packed.number] = out.n
		packed.write(out)
	}
	if err := out.references(rest, offsets); err != nil {
		return err
	}
	return errors.Join(out.err, out.to.Flush())
}

// largeFile is from how many bytes on time counts more than a smaller file: a pack of notices, not one.
const largeFile = 1 << 20

var errNotPlain = errors.New("the file is not as gofpdf writes it")

const (
	beginStream = "\nstream\n"
	endStream   = "\nendstream\nendobj\n"
	endObject   = "\nendobj\n"
)

// part is one object of a file. One without a stream, or with one that stays as it is, is all in plain.
type part struct {
	number     int
	plain      []byte
	dictionary []byte // up to its length and what stands behind that
	behind     []byte
	body       []byte
	deflated   bool   // the body is compressed already
	packed     []byte // the body, compressed anew
	err        error
}

// readPart reads the object at the head of raw and tells how long it is.
func readPart(raw []byte) (part, int, error) {
	number, _, ok := bytes.Cut(raw, []byte(" 0 obj\n"))
	n, err := strconv.Atoi(string(number))
	if !ok || err != nil {
		return part{}, 0, errNotPlain
	}
	end := bytes.Index(raw, []byte(endObject))
	begin := bytes.Index(raw, []byte(beginStream))
	if end < 0 {
		return part{}, 0, errNotPlain
	}
	if begin < 0 || begin > end {
		whole := end + len(endObject)
		return part{number: n, plain: capitalTag(raw[:whole])}, whole, nil
	}
	return withStream(n, raw, begin)
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

// withStream reads an object whose dictionary ends at begin and is followed by a stream.
func withStream(number int, raw []byte, begin int) (part, int, error) {
	dictionary := raw[:begin]
	at := bytes.Index(dictionary, []byte("/Length "))
	if at < 0 {
		return part{}, 0, errNotPlain
	}
	from := at + len("/Length ")
	to := from
	for to < len(dictionary) && dictionary[to] >= '0' && dictionary[to] <= '9' {
		to++
	}
	length, err := strconv.Atoi(string(dictionary[from:to]))
	body := begin + len(beginStream)
	if err != nil || body+length > len(raw) || !bytes.HasPrefix(raw[body+length:], []byte(endStream)) {
		return part{}, 0, errNotPlain
	}
	whole := body + length + len(endStream)
	deflated := bytes.Contains(dictionary, []byte("/Filter /FlateDecode"))
	if !deflated && bytes.Contains(dictionary, []byte("/Filter ")) { // a JPEG picture is as small as it gets
		return part{number: number, plain: raw[:whole]}, whole, nil
	}
	return part{
		number: number, dictionary: dictionary[:from], behind: dictionary[to:], body: raw[body : body+length], deflated: deflated,
	}, whole, nil
}

// write writes the object with its stream compressed.
func (o *part) write(out *counted) {
	if o.body == nil {
		out.write(o.plain)
		return
	}
	out.write(o.dictionary)
	out.write(strconv.AppendInt(nil, int64(len(o.packed)), 10))
	if !o.deflated {
		out.write([]byte(" /Filter /FlateDecode"))
	}
	out.write(o.behind)
	out.write([]byte(beginStream))
	out.write(o.packed)
	out.write([]byte(endStream))
}

// counted writes and knows how far it has come.
type counted struct {
	to  *bufio.Writer
	n   int
	err error
}

func (c *counted) write(text []byte) {
	n, err := c.to.Write(text)
	c.n += n
	c.err = errors.Join(c.err, err)
}

// references writes the cross-references anew and copies the trailer.
func (c *counted) references(raw []byte, offsets []int) error {
	begin := bytes.Index(raw, []byte("trailer\n"))
	end := bytes.Index(raw, []byte("startxref\n"))
	if begin < 0 || end < begin {
		return errNotPlain
	}
	start := c.n
	var text bytes.Buffer
	fmt.Fprintf(&text, "xref\n0 %d\n0000000000 65535 f \n", len(offsets))
	for _, at := range offsets[1:] {
		if at == 0 {
			return errNotPlain
		}
		fmt.Fprintf(&text, "%010d 00000 n \n", at)
	}
	text.Write(raw[begin:end])
	fmt.Fprintf(&text, "startxref\n%d\n%%%%EOF\n", start)
	c.write(text.Bytes())
	return nil
}
