package intake

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
)

// looksLikeHTML tells a page by how it begins.
func looksLikeHTML(text string) bool {
	head := strings.ToLower(text[:min(len(text), 256)])
	head = strings.TrimSpace(head)
	return strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html")
}

// html reads a page: its text, block by block, its comments, and the words behind pictures and links.
func (c *collector) html(text string) error {
	tokens := html.NewTokenizer(strings.NewReader(text))
	var block strings.Builder
	line, begun := 1, 1
	end := func() {
		c.add(Passage{Where: "body", Line: begun, Text: strings.TrimRight(block.String(), "\n ")})
		block.Reset()
	}
	for kind := tokens.Next(); kind != html.ErrorToken; kind = tokens.Next() {
		here := line
		line += strings.Count(string(tokens.Raw()), "\n")
		token := tokens.Token()
		switch kind {
		case html.TextToken:
			if block.Len() == 0 {
				body := strings.TrimLeft(token.Data, " \t\r\n")
				here += strings.Count(token.Data[:len(token.Data)-len(body)], "\n")
				begun, token.Data = here, body
			}
			block.WriteString(token.Data)
		case html.CommentToken:
			c.add(Passage{Where: "comment", Line: here, Text: token.Data})
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			c.attributes(token, here)
			switch {
			case token.Data == "td" || token.Data == "th":
				if kind == html.EndTagToken && block.Len() > 0 {
					block.WriteByte('\t')
				}
			case !isInlineTag(token.Data):
				end()
			}
		}
	}
	end()
	return c.full()
}

func (c *collector) attributes(token html.Token, line int) {
	for _, a := range token.Attr {
		switch a.Key {
		case "href", "alt", "title", "content", "value", "placeholder", "data-phone", "data-id":
			c.add(Passage{Where: "attribute", Line: line, Text: unescaped(a.Val)})
		}
	}
}

// unescaped writes %40 and the like as what they stand for, and parts the number of a link from its scheme.
func unescaped(link string) string {
	link = strings.TrimPrefix(strings.TrimPrefix(link, "mailto:"), "tel:")
	if plain, err := url.PathUnescape(link); err == nil {
		return plain
	}
	return link
}

func isInlineTag(name string) bool {
	switch name {
	case "a", "b", "i", "u", "s", "em", "strong", "span", "font", "small", "big", "sub", "sup", "mark", "code", "wbr", "img", "input", "ins", "del", "label":
		return true
	}
	return false
}
