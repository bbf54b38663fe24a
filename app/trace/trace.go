// Package trace makes of what a program leaves when it crashes a record that tells where it happened and nothing of
// what anybody had typed.
package trace

import (
	"bufio"
	"bytes"
	"strings"
)

// Most is how much of a crash is worth reading: more says nothing new.
const Most = 1 << 20

// Places keeps of a crash what tells where in the program it happened. What went wrong is kept where the runtime itself
// says it, since only then it cannot quote what somebody has typed; the values that were passed are left out.
func Places(raw []byte) []byte {
	var kept bytes.Buffer
	lines := bufio.NewScanner(bytes.NewReader(raw[:min(len(raw), Most)]))
	lines.Buffer(nil, Most)
	stack := false
	for lines.Scan() {
		line := lines.Text()
		switch {
		case strings.HasPrefix(line, "panic: runtime error:"), strings.HasPrefix(line, "fatal error:"), strings.HasPrefix(line, "[signal "):
		case strings.HasPrefix(line, "goroutine "):
			stack = true
		case strings.HasPrefix(line, "panic:"):
			line = "panic: (left out)"
		case !stack || !isPlace(line):
			continue // a value of several lines, or what somebody else wrote into the same stream
		case !strings.HasPrefix(line, "\t"):
			line = withoutArguments(line)
		}
		kept.WriteString(line + "\n")
	}
	return kept.Bytes()
}

// isPlace tells whether a line of a stack names a call or the line of a source file.
func isPlace(line string) bool {
	if place, ok := strings.CutPrefix(line, "\t"); ok {
		return strings.Contains(place, ".go:") || strings.Contains(place, ".s:")
	}
	return strings.HasSuffix(line, ")") || strings.HasPrefix(line, "created by ")
}

// First keeps of the places those of the first goroutine, which is the one that ended a program that crashed.
func First(places []byte) []byte {
	parts := split(places)
	return bytes.Join(parts[:min(2, len(parts))], nil)
}

// Main keeps of the places those of the main goroutine, which is the one that draws; those of the first where the main
// one is not among them.
func Main(places []byte) []byte {
	for _, part := range split(places)[1:] {
		if bytes.HasPrefix(part, []byte("goroutine 1 ")) {
			return part
		}
	}
	return First(places)
}

// split cuts the places into what stands before the goroutines, and each goroutine.
func split(places []byte) [][]byte {
	parts := [][]byte{{}}
	for line := range bytes.Lines(places) {
		if bytes.HasPrefix(line, []byte("goroutine ")) {
			parts = append(parts, nil)
		}
		parts[len(parts)-1] = append(parts[len(parts)-1], line...)
	}
	return parts
}

// withoutArguments takes the values out of a call, "pkg.Call(0x1, 0x2)".
func withoutArguments(call string) string {
	if at := strings.LastIndexByte(call, '('); at > 0 && strings.HasSuffix(call, ")") {
		return call[:at] + "(…)"
	}
	return call
}
