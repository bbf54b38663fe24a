package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"io"
	"iter"
	"runtime"
	"strconv"
)

// noticeLevel costs half of what the highest level does, and a notice comes out two bytes in a thousand larger.
const noticeLevel = 5

// compressed gives the objects in their order, each as soon as its stream is compressed. Several are compressed at a
// time, which changes nothing in what comes out.
func compressed(objects []part, codes []placedCode, large bool) iter.Seq[*part] {
	level := noticeLevel
	if large {
		level = zlib.BestSpeed
	}
	return func(yield func(*part) bool) {
		workers := min(runtime.GOMAXPROCS(0), len(objects))
		done := make([]chan struct{}, len(objects))
		for i := range done {
			done[i] = make(chan struct{})
		}
		stop := make(chan struct{})
		defer close(stop)
		for first := range workers {
			go func() {
				c := compressor{codes: codes}
				for i := first; i < len(objects); i += workers {
					select {
					case <-stop:
						return
					default:
					}
					objects[i].err = c.object(&objects[i], level)
					close(done[i])
				}
			}()
		}
		for i := range objects {
			<-done[i]
			if !yield(&objects[i]) {
				return
			}
			objects[i].packed = nil // written; a pack of notices need not be there twice
		}
	}
}

// compressor compresses one stream after another.
type compressor struct {
	deflate *zlib.Writer
	codes   []placedCode
	path    []byte // of the code at hand
}

// object compresses an object's stream, which may be compressed already.
func (c *compressor) object(o *part, level int) error {
	if o.body == nil {
		return nil
	}
	if c.deflate == nil {
		deflate, err := zlib.NewWriterLevel(io.Discard, level)
		if err != nil {
			return err
		}
		c.deflate = deflate
	}
	var out bytes.Buffer
	c.deflate.Reset(&out)
	var err error
	if o.deflated {
		err = c.again(o.body)
	} else {
		err = c.content(o.body)
	}
	err = errors.Join(err, c.deflate.Close())
	o.packed = out.Bytes()
	return err
}

// again unpacks a stream and compresses it better.
func (c *compressor) again(body []byte) error {
	plain, err := zlib.NewReader(bytes.NewReader(body))
	if err != nil {
		return err
	}
	_, err = io.Copy(c.deflate, plain)
	return err
}

// content compresses what a page paints, the codes in the places of their marks.
func (c *compressor) content(body []byte) error {
	for {
		before, after, marked := bytes.Cut(body, []byte(codeMark))
		if _, err := c.deflate.Write(before); err != nil || !marked {
			return err
		}
		number, rest, _ := bytes.Cut(after, []byte("\n"))
		n, err := strconv.Atoi(string(number))
		if err != nil || n < 0 || n >= len(c.codes) {
			return errNotPlain
		}
		c.path = c.codes[n].path(c.path[:0])
		if _, err := c.deflate.Write(c.path); err != nil {
			return err
		}
		body = rest
	}
}
