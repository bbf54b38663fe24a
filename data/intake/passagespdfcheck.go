package intake

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"

	"gongkailan/data"
)

// mostObject bounds the numbers in a PDF for which the library sets memory aside before it has seen that much.
const mostObject = 8_000_000

// checkPDF refuses what would make the library fall over in ways that cannot be caught: tables said to be enormous, and
// brackets nested so deeply, in the file or in what unpacks from it, that the stack overflows.
func checkPDF(raw []byte) error {
	for _, pattern := range []string{`/(?:Size|Columns|Prev|First|N)\s+(\d+)`, `(?:xref|\n|\r)\s*(\d{7,})\s+\d+\s*[\r\n]`, `/(?:Index|W)\s*\[([\d\s]*)\]`} {
		for _, m := range regexp.MustCompile(pattern).FindAllSubmatch(raw, -1) {
			for _, number := range bytes.Fields(m[1]) {
				if n, err := strconv.Atoi(string(number)); err != nil || n > max(mostObject, len(raw)) {
					return data.Refuse(data.ErrInvalid, "passages.damaged")
				}
			}
		}
	}
	depth := bracketDepth{}
	if depth.take(raw); depth.over() {
		return data.Refuse(data.ErrInvalid, "passages.damaged")
	}
	return checkStreams(raw)
}

// mostUnpacked bounds what all streams of a PDF may unpack to.
const mostUnpacked = 1 << 30

// checkStreams unpacks what is packed, to see how deeply its brackets nest.
func checkStreams(raw []byte) error {
	left := int64(mostUnpacked)
	for at := 0; ; {
		next := bytes.Index(raw[at:], []byte("stream"))
		if next < 0 {
			return nil
		}
		at += next + len("stream")
		body := bytes.TrimLeft(raw[at:min(len(raw), at+4)], "\r\n")
		start := at + min(4, len(raw)-at) - len(body)
		if len(body) < 2 || body[0]&0x0f != 8 {
			continue
		}
		unpacked, err := zlib.NewReader(bytes.NewReader(raw[start:]))
		if err != nil {
			continue
		}
		depth := bracketDepth{}
		n, _ := io.Copy(&depth, io.LimitReader(unpacked, left)) // where it breaks off is the library's concern
		if left -= n; left <= 0 {
			return data.Refuse(data.ErrInvalid, "passages.large")
		}
		if depth.over() {
			return data.Refuse(data.ErrInvalid, "passages.damaged")
		}
	}
}

// bracketDepth counts how deeply brackets nest in bytes that pass by.
type bracketDepth struct{ now, most int }

// mostNesting is far above what any file needs and far below what the stack bears.
const mostNesting = 50_000

func (n *bracketDepth) over() bool { return n.most > mostNesting }

func (n *bracketDepth) take(p []byte) {
	for _, b := range p {
		switch b {
		case '[', '<':
			n.now++
			n.most = max(n.most, n.now)
		case ']', '>':
			n.now = max(0, n.now-1)
		}
	}
}

// Write lets a stream be copied into the count.
func (n *bracketDepth) Write(p []byte) (int, error) {
	n.take(p)
	return len(p), nil
}
