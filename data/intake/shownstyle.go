package intake

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// look is what decides whether a run of text is seen. A mark is nil where nothing is said, so that what is said nearer to
// the text counts: the run, its style, the paragraph's style.
type look struct{ vanished, white, tiny, shaded *bool }

// over gives what is said here, and what is said under it where nothing is said here.
func (l look) over(under look) look {
	pick := func(a, b *bool) *bool {
		if a != nil {
			return a
		}
		return b
	}
	return look{
		vanished: pick(l.vanished, under.vanished), white: pick(l.white, under.white),
		tiny: pick(l.tiny, under.tiny), shaded: pick(l.shaded, under.shaded),
	}
}

// unseen tells whether the text cannot be seen on white paper, or on a ground that may be of any colour.
func (l look) unseen(onWhite bool) bool {
	is := func(mark *bool) bool { return mark != nil && *mark }
	return is(l.vanished) || is(l.tiny) || is(l.white) && onWhite && !is(l.shaded)
}

// tinySize is up to which size letters cannot be seen, in half points.
const tinySize = 4

// note takes up what one property of a run says.
func (l *look) note(t xml.StartElement) {
	value := attribute(t, "val")
	switch t.Name.Local {
	case "vanish":
		l.vanished = said(value != "0" && value != "false" && value != "off")
	case "color":
		l.white = said(isWhite(value))
	case "sz":
		l.tiny = said(valueOf(value) > 0 && valueOf(value) <= tinySize)
	case "shd":
		l.shaded = said(isShade(t))
	case "highlight":
		l.shaded = said(value != "none" && value != "white")
	}
}

func said(is bool) *bool { return &is }

// isShade tells whether a ground is of another colour than paper.
func isShade(t xml.StartElement) bool {
	fill, pattern := attribute(t, "fill"), attribute(t, "val")
	return fill != "" && fill != "auto" && !isWhite(fill) || pattern != "" && pattern != "clear" && pattern != "nil"
}

// nearlyWhite is from which value on a channel counts as white.
const nearlyWhite = 0xF0

// isWhite reads a colour as RRGGBB, with or without its alpha before it.
func isWhite(colour string) bool {
	if len(colour) == len("AARRGGBB") {
		colour = colour[2:]
	}
	n, err := strconv.ParseUint(colour, 16, 32)
	return err == nil && len(colour) == len("RRGGBB") && n>>16 >= nearlyWhite && n>>8&0xFF >= nearlyWhite && n&0xFF >= nearlyWhite
}

// wordLooks reads what the styles of a Word document say of their text; styles that cannot be read say nothing.
func wordLooks(styles []byte) (map[string]look, error) {
	looks, bases := map[string]look{}, map[string]string{}
	id, inside := "", 0
	err := eachToken(styles, func(token xml.Token) {
		switch t := token.(type) {
		case xml.StartElement:
			switch {
			case t.Name.Local == "style":
				id = attribute(t, "styleId")
			case t.Name.Local == "basedOn":
				bases[id] = attribute(t, "val")
			case t.Name.Local == "rPr":
				inside++
			case inside > 0:
				l := looks[id]
				l.note(t)
				looks[id] = l
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "style":
				id = ""
			case "rPr":
				inside--
			}
		}
	})
	whole := map[string]look{}
	for id := range looks {
		whole[id] = looks[id]
	}
	for id, base := range bases {
		l := looks[id]
		for range mostBases {
			if base == "" {
				break
			}
			l = l.over(looks[base])
			base = bases[base]
		}
		whole[id] = l
	}
	return whole, err
}

// symbol gives a sign of a face of symbols as a character, where forms use it.
func symbol(char string) string {
	code := strings.ToUpper(char)
	if len(code) > 2 {
		code = code[len(code)-2:]
	}
	switch code {
	case "A3", "A8", "6F", "71":
		return "□"
	case "FE", "52", "54", "FD":
		return "☑"
	case "FC", "50":
		return "√"
	default:
		return "●"
	}
}
