package web_test

import (
	"bytes"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

func (s site) parse(t require.TestingT, name string) *html.Node {
	require.Contains(t, s, name)
	doc, err := html.Parse(bytes.NewReader(s[name]))
	require.NoError(t, err)
	return doc
}

// find gives the elements of that name in the order of reading.
func find(n *html.Node, name string) []*html.Node {
	var list []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && (name == "" || d.Data == name) {
			list = append(list, d)
		}
	}
	return list
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	var out strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			out.WriteString(d.Data)
		}
	}
	return out.String()
}

// strip takes blanks away and puts what no page can hold as pages show it.
func strip(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return -1
		case unicode.IsControl(r), r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE:
			return unicode.ReplacementChar
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
}

// obeyRules checks what every folder must be, whatever stands in it.
func obeyRules(t require.TestingT, s site) {
	name := regexp.MustCompile(`^[a-z0-9][a-z0-9.-]*$`)
	for _, file := range slices.Sorted(maps.Keys(s)) {
		require.Regexp(t, name, file)
		if strings.HasSuffix(file, ".html") {
			s.obeyRules(t, file)
		}
	}
}

func (s site) obeyRules(t require.TestingT, file string) {
	require.True(t, bytes.HasPrefix(s[file], []byte("<!DOCTYPE html>\n<html lang=")), file)
	nested(t, file, s[file])
	doc := s.parse(t, file)
	ids := map[string]bool{}
	for _, n := range find(doc, "") {
		onlyKnown(t, file, n)
		if id := attribute(n, "id"); id != "" {
			require.False(t, ids[id], "%s: %s is there twice", file, id)
			ids[id] = true
		}
	}
	for _, n := range find(doc, "") {
		if by := attribute(n, "aria-labelledby"); by != "" {
			require.True(t, ids[by], "%s: %s", file, by)
		}
	}
	links := append(find(doc, "a"), find(doc, "link")...)
	require.NotEmpty(t, links)
	for _, n := range links {
		s.leads(t, file, attribute(n, "href"))
	}
	headings(t, file, doc)
	for _, n := range find(doc, "table") {
		rectangular(t, file, n)
	}
	require.Len(t, find(doc, "title"), 1)
	require.NotEmpty(t, strip(textOf(find(doc, "title")[0])))
	require.Len(t, find(doc, "main"), 1)
}

// onlyKnown holds the elements and attributes to those that the templates use: nothing that was written becomes one.
func onlyKnown(t require.TestingT, file string, n *html.Node) {
	require.Contains(t, strings.Fields(`html head meta title link body a p header div nav ul li strong main footer time h1 h2 h3
		section span article dl dt dd table thead tbody tfoot tr th td caption br`), n.Data, file)
	for _, a := range n.Attr {
		require.Contains(t, strings.Fields(`lang class charset name content rel href id tabindex datetime aria-label aria-labelledby
			scope`), a.Key, "%s: <%s>", file, n.Data)
	}
}

// nested checks that every element is closed where it was opened: a parser would mend it in silence.
func nested(t require.TestingT, file string, page []byte) {
	var open []string
	for z := html.NewTokenizer(bytes.NewReader(page)); ; {
		switch z.Next() {
		case html.ErrorToken:
			require.Empty(t, open, file)
			return
		case html.StartTagToken:
			if tag, _ := z.TagName(); !slices.Contains([]string{"meta", "link", "br"}, string(tag)) {
				open = append(open, string(tag))
			}
		case html.EndTagToken:
			tag, _ := z.TagName()
			require.NotEmpty(t, open, file)
			require.Equal(t, open[len(open)-1], string(tag), file)
			open = open[:len(open)-1]
		case html.CommentToken:
			require.Fail(t, "a comment", "%s: %s", file, z.Raw())
		}
	}
}

// leads checks that a link leads to a file of the folder, and to a place that is there.
func (s site) leads(t require.TestingT, file, href string) {
	u, err := url.Parse(href)
	require.NoError(t, err)
	require.Empty(t, u.Scheme+u.Host, "%s: %s", file, href)
	target := u.Path
	if target == "" {
		target = file
	}
	require.Contains(t, s, target, file)
	if u.Fragment != "" {
		require.True(t, slices.ContainsFunc(find(s.parse(t, target), ""), func(n *html.Node) bool {
			return attribute(n, "id") == u.Fragment
		}), "%s: %s", file, href)
	}
}

// headings checks that there is one of the first rank and that no rank is passed over.
func headings(t require.TestingT, file string, doc *html.Node) {
	before, first := 0, 0
	for _, n := range find(doc, "") {
		if len(n.Data) != 2 || n.Data[0] != 'h' || n.Data[1] < '1' || n.Data[1] > '6' {
			continue
		}
		rank := int(n.Data[1] - '0')
		require.LessOrEqual(t, rank, before+1, "%s: %s", file, textOf(n))
		if before = rank; rank == 1 {
			first++
		}
	}
	require.Equal(t, 1, first, file)
}

// rectangular checks that all rows of a table have as many cells, and that its heads say of what they are.
func rectangular(t require.TestingT, file string, n *html.Node) {
	columns := 0
	for _, row := range find(n, "tr") {
		cells := len(find(row, "td")) + len(find(row, "th"))
		if columns == 0 {
			columns = cells
		}
		require.Equal(t, columns, cells, file)
	}
	require.Positive(t, columns, file)
	for _, head := range find(n, "th") {
		require.NotEmpty(t, attribute(head, "scope"), file)
	}
}
