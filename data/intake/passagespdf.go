package intake

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/ledongthuc/pdf"

	"gongkailan/data"
)

// Bounds on a PDF. A book of laws has a thousand pages and is read in seconds.
const (
	mostPages   = 3000
	mostPDFTime = 60 * time.Second
	mostStream  = 64 << 20 // bytes that a page may unpack to
	mostForms   = 12       // drawings within drawings
	mostTree    = 64       // depth of the tree of pages
)

// pdf reads the text of every page, drawings inside pages, notes, filled-in fields and the document's description. The
// library that opens the file panics on a broken one and may go round in circles on a hostile one, so it works beside us,
// and its access to the file ends with the time.
func (c *collector) pdf(raw []byte) error {
	if err := checkPDF(raw); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(context.Background(), mostPDFTime)
	defer cancel()
	done := make(chan error, 1)
	r := pdfReader{ctx: ctx}
	go func() { done <- r.read(raw) }()
	select {
	case err := <-done:
		if err != nil {
			return err
		}
	case <-ctx.Done():
		return data.Refuse(data.ErrInvalid, "passages.slow")
	}
	for _, p := range r.found {
		c.add(p)
	}
	return c.full()
}

// expiring is a file that can be read until its time is over.
type expiring struct {
	ctx context.Context
	*bytes.Reader
}

func (e expiring) ReadAt(p []byte, at int64) (int, error) {
	if err := e.ctx.Err(); err != nil {
		panic(err) // the only way out of the library's loops; recovered in read
	}
	return e.Reader.ReadAt(p, at)
}

// pdfReader reads one file.
type pdfReader struct {
	ctx   context.Context
	found []Passage
	pages int
	size  int

	words    bool // any text was found on a page
	unmapped int  // characters of which the file does not say what they are
	mapped   int
}

func (r *pdfReader) read(raw []byte) (err error) {
	defer func() {
		if x := recover(); x != nil {
			err = data.Refuse(data.ErrInvalid, "passages.damaged")
			if refusal, ok := x.(*data.Refusal); ok {
				err = refusal
			}
		}
	}()
	// What stands before the header and after the end mark is no part of the file; the library wants it away.
	raw = raw[bytes.Index(raw, []byte("%PDF-")):]
	if at := bytes.LastIndex(raw, []byte("%%EOF")); at >= 0 {
		raw = raw[:at+len("%%EOF")]
	}
	file, err := pdf.NewReader(expiring{r.ctx, bytes.NewReader(raw)}, int64(len(raw)))
	switch {
	case errors.Is(err, pdf.ErrInvalidPassword), err != nil && strings.Contains(err.Error(), "encrypt"):
		return data.Refuse(data.ErrInvalid, "passages.locked")
	case err != nil && bytes.Contains(raw, []byte("/Encrypt")):
		return data.Refuse(data.ErrInvalid, "passages.locked")
	case err != nil:
		return data.Refuse(data.ErrInvalid, "passages.damaged")
	}
	root := file.Trailer().Key("Root")
	r.tree(root.Key("Pages"), pdf.Value{}, 0)
	r.fields(root.Key("AcroForm").Key("Fields"), 0)
	info := file.Trailer().Key("Info")
	for _, key := range info.Keys() {
		r.say("property", info.Key(key).Text())
	}
	r.names(root.Key("Names").Key("EmbeddedFiles"), 0)
	switch {
	case !r.words:
		return data.Refuse(data.ErrInvalid, "passages.scan")
	case r.unmapped > r.mapped:
		return data.Refuse(data.ErrInvalid, "passages.glyphs")
	}
	return nil
}

func (r *pdfReader) say(where, text string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	if r.size += len(text); r.size > mostPassages {
		panic(data.Refuse(data.ErrInvalid, "passages.large"))
	}
	r.found = append(r.found, Passage{Where: where, Text: text})
}

// tree goes through the tree of pages; resources of a branch hold for its pages.
func (r *pdfReader) tree(node, resources pdf.Value, depth int) {
	if depth > mostTree {
		panic(data.Refuse(data.ErrInvalid, "passages.damaged"))
	}
	if own := node.Key("Resources"); !own.IsNull() {
		resources = own
	}
	if kids := node.Key("Kids"); kids.Kind() == pdf.Array && node.Key("Type").Name() != "Page" {
		for i := range kids.Len() {
			r.tree(kids.Index(i), resources, depth+1)
		}
		return
	}
	if node.IsNull() {
		return
	}
	if r.pages++; r.pages > mostPages {
		panic(data.Refuse(data.ErrInvalid, "passages.large"))
	}
	page := &pdfPage{reader: r}
	page.content(node.Key("Contents"), resources, 0)
	text := page.whole()
	r.words = r.words || strings.TrimSpace(text) != ""
	r.say("page:"+strconv.Itoa(r.pages), text)
	r.annotations(node.Key("Annots"))
}

// annotations reads notes, links and what is typed into a page.
func (r *pdfReader) annotations(notes pdf.Value) {
	for i := range min(notes.Len(), 10_000) {
		note := notes.Index(i)
		for _, key := range []string{"Contents", "T", "V", "RC"} {
			r.say("annotation", note.Key(key).Text())
		}
		r.say("attribute", unescaped(note.Key("A").Key("URI").Text()))
	}
}

// fields reads the values of a form.
func (r *pdfReader) fields(list pdf.Value, depth int) {
	for i := range min(list.Len(), 10_000) {
		f := list.Index(i)
		r.say("annotation", f.Key("V").Text())
		if depth < 8 {
			r.fields(f.Key("Kids"), depth+1)
		}
	}
}

// names reads the names of files that are attached.
func (r *pdfReader) names(node pdf.Value, depth int) {
	list := node.Key("Names")
	for i := 0; i+1 < min(list.Len(), 2000); i += 2 {
		r.say("embedded", list.Index(i).Text())
	}
	if kids := node.Key("Kids"); depth < 8 {
		for i := range min(kids.Len(), 200) {
			r.names(kids.Index(i), depth+1)
		}
	}
}

// measured refuses a stream that unpacks to more than it may, before anybody reads it whole.
func (r *pdfReader) measured(stream pdf.Value) {
	if stream.Kind() == pdf.Array {
		for i := range stream.Len() {
			r.measured(stream.Index(i))
		}
		return
	}
	if stream.Kind() != pdf.Stream {
		return
	}
	in := io.LimitReader(stream.Reader(), mostStream+1)
	n, depth := 0, bracketDepth{}
	buffer := make([]byte, 32<<10)
	for {
		got, err := in.Read(buffer)
		n += got
		if depth.take(buffer[:got]); depth.over() {
			panic(data.Refuse(data.ErrInvalid, "passages.damaged"))
		}
		if err != nil {
			break
		}
	}
	if n > mostStream {
		panic(data.Refuse(data.ErrInvalid, "passages.large"))
	}
}
