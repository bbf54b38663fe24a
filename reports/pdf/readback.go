package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"

	"gongkailan/data"
)

// Bounds of what is read back: a year's notices in one file stay far below.
const (
	mostFile     = 64 << 20
	mostObjects  = 200_000
	mostSheets   = 10_000
	mostUnpacked = 128 << 20
)

// Sheet is what a page of a file shows: its text in the order in which it was written, the text that spans give in
// place of what is painted included, and how much else there is.
type Sheet struct {
	Text                    string
	Strokes, Figures, Codes int
}

// ReadBack reads the pages of a file that Write made.
//
// It reads nothing but what Write makes, object by object, and refuses all else: a file that was appended to, that has
// a note stuck on, or that paints what a notice never has is no longer what this program wrote. It fails with
// ErrInvalid and says whether the file is another program's or was changed.
func ReadBack(raw []byte) ([]Sheet, error) {
	if !bytes.HasPrefix(raw, []byte("%PDF-")) || len(raw) > mostFile {
		return nil, data.Refuse(data.ErrInvalid, "pdf.foreign")
	}
	if !bytes.Contains(raw, []byte(ownProducer)) {
		return nil, data.Refuse(data.ErrInvalid, "pdf.foreign")
	}
	pages, err := readBack(raw)
	if err != nil {
		return nil, data.Refuse(data.ErrInvalid, "pdf.changed")
	}
	return pages, nil
}

// ownProducer is how Write's files name what made them: 公开栏.
const ownProducer = "/Producer (\xfe\xff\x51\x6c\x5f\x00\x68\x0f)"

func readBack(raw []byte) ([]Sheet, error) {
	f, err := readObjects(raw)
	if err != nil {
		return nil, err
	}
	kids, err := f.pages()
	if err != nil {
		return nil, err
	}
	sheets := make([]Sheet, len(kids))
	for i, kid := range kids {
		content, err := f.content(kid)
		if err != nil {
			return nil, err
		}
		if sheets[i], err = sheetOf(content); err != nil {
			return nil, err
		}
	}
	return sheets, nil
}

// object is one of a file: its dictionary, and its stream as it lies there.
type object struct{ dictionary, stream []byte }

type readFile struct {
	shapes   shapes
	objects  map[int]object
	unpacked int // bytes of streams so far
}

// readObjects cuts a file into its objects. They stand one behind the other up to the cross-references, and behind
// these there is the trailer and nothing else.
func readObjects(raw []byte) (*readFile, error) {
	f := &readFile{shapes: newShapes(), objects: map[int]object{}}
	rest := raw[bytes.IndexByte(raw, '\n')+1:]
	for !bytes.HasPrefix(rest, []byte("xref\n")) {
		number, after, ok := bytes.Cut(rest[:min(len(rest), 24)], []byte(" 0 obj\n"))
		n, err := strconv.Atoi(string(number))
		if !ok || err != nil || n < 1 || len(f.objects) >= mostObjects {
			return nil, errNotPlain
		}
		if _, twice := f.objects[n]; twice {
			return nil, errNotPlain
		}
		body := rest[len(rest[:min(len(rest), 24)])-len(after):]
		o, used, err := f.object(body)
		if err != nil {
			return nil, err
		}
		f.objects[n] = o
		rest = body[used:]
	}
	if !f.shapes.ending.Match(rest[len(rest)-min(len(rest), 400):]) || bytes.Count(rest, []byte("trailer")) != 1 || bytes.Contains(rest, []byte(" obj")) {
		return nil, errNotPlain
	}
	return f, nil
}

// object takes the object at the head of raw and tells how long it is.
func (f *readFile) object(raw []byte) (object, int, error) {
	end := bytes.Index(raw, []byte(endObject))
	if end < 0 {
		return object{}, 0, errNotPlain
	}
	begin := bytes.Index(raw[:end], []byte(beginStream))
	if begin < 0 {
		return object{dictionary: raw[:end]}, end + len(endObject), nil
	}
	length := f.shapes.length.FindSubmatch(raw[:begin])
	if length == nil {
		return object{}, 0, errNotPlain
	}
	n, err := strconv.Atoi(string(length[1]))
	body := begin + len(beginStream)
	if err != nil || n > len(raw)-body || !bytes.HasPrefix(raw[body+n:], []byte(endStream)) {
		return object{}, 0, errNotPlain
	}
	return object{dictionary: raw[:begin], stream: raw[body : body+n]}, body + n + len(endStream), nil
}

// shapes are what Write's files look like where a reader has to know.
type shapes struct{ length, ending, root, leaf, content *regexp.Regexp }

func newShapes() shapes {
	return shapes{
		length:  regexp.MustCompile(`/Length (\d{1,9})[ /\n>]`),
		ending:  regexp.MustCompile(`\ntrailer\n<<\n/Size \d+\n/Root \d+ 0 R\n/Info \d+ 0 R\n>>\nstartxref\n\d+\n%%EOF\n$`),
		root:    regexp.MustCompile(`^<</Type /Pages\n/Kids \[((?:\d+ 0 R )*)\]\n/Count \d+\n/MediaBox \[[\d. ]+\]\n>>$`),
		leaf:    regexp.MustCompile(`^<</Type /Page\n/Parent 1 0 R\n(?:/MediaBox \[[\d. ]+\]\n)?/Resources 2 0 R\n/Contents (\d+) 0 R>>$`),
		content: regexp.MustCompile(`^<</Length \d+ ?/Filter /FlateDecode>>$`),
	}
}

// pages gives the numbers of the pages' objects.
func (f *readFile) pages() ([]int, error) {
	found := f.shapes.root.FindSubmatch(f.objects[1].dictionary)
	if found == nil {
		return nil, errNotPlain
	}
	var kids []int
	for _, word := range strings.Split(string(found[1]), " 0 R ") {
		if word == "" {
			continue
		}
		n, err := strconv.Atoi(word)
		if err != nil || len(kids) >= mostSheets {
			return nil, errNotPlain
		}
		kids = append(kids, n)
	}
	return kids, nil
}

// content gives what a page paints.
func (f *readFile) content(page int) ([]byte, error) {
	found := f.shapes.leaf.FindSubmatch(f.objects[page].dictionary)
	if found == nil {
		return nil, errNotPlain
	}
	n, err := strconv.Atoi(string(found[1]))
	o := f.objects[n]
	if err != nil || !f.shapes.content.Match(o.dictionary) {
		return nil, errNotPlain
	}
	unpack, err := zlib.NewReader(bytes.NewReader(o.stream))
	if err != nil {
		return nil, errNotPlain
	}
	content, err := io.ReadAll(io.LimitReader(unpack, int64(mostUnpacked-f.unpacked+1)))
	if f.unpacked += len(content); err != nil || f.unpacked > mostUnpacked {
		return nil, errors.Join(errNotPlain, err)
	}
	return content, nil
}
