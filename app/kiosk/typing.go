package kiosk

import (
	"strings"
	"unicode/utf8"
)

// mostLetters is how much pinyin waits for its characters: a long sentence.
const mostLetters = 48

// Faces of the pad, as the Text of SetLayer.
const (
	layerPinyin = "pinyin"
	layerLatin  = "latin"
	layerSigns  = "signs"   // digits and marks
	layerBack   = "letters" // back from the signs to the letters
	layerUpper  = "upper"   // capital letters, and back
)

// padEntry is what a visitor types on the pad of letters. It is a value that lives in the session only, so that it is
// forgotten with the visitor.
type padEntry struct {
	text    string
	letters string // pinyin that waits for its characters
	page    int    // of the candidates, from 0
	most    int    // characters that text may have
	latin   bool   // letters are themselves
	upper   bool   // and capital
	signs   bool   // digits and marks are up
}

// isTyped tells whether the pad of letters is up, or was before staff or silence came between.
func (s Session) isTyped() bool {
	return s.At == Search || s.At == Speak && s.speech.step == composing
}

// newPadEntry is an empty entry of so many characters at most; who reads English begins with letters.
func newPadEntry(most int, foreign bool) padEntry { return padEntry{most: most, latin: foreign} }

// isTyping tells whether an event is one of the pad's.
func isTyping(kind Kind) bool {
	return kind >= Key && kind <= SetLayer || kind == Erase || kind == EraseAll
}

// handle gives the entry after something was touched on the pad.
func (p padEntry) handle(e Event) padEntry {
	switch e.Kind {
	case Key:
		return p.key(e.Text)
	case Take:
		taken := max(0, min(e.Count, len(p.letters)))
		p.letters, p.page = strings.TrimLeft(p.letters[taken:], "'"), 0
		return p.append(e.Text)
	case MoreCandidates:
		p.page++
	case FewerCandidates:
		p.page = max(0, p.page-1)
	case SetLayer:
		return p.layer(e.Text)
	case Erase:
		return p.erase()
	case EraseAll:
		p.text, p.letters, p.page = "", "", 0
	}
	return p
}

// key takes a letter, a digit or a mark.
func (p padEntry) key(key string) padEntry {
	isLetter := len(key) == 1 && key[0] >= 'a' && key[0] <= 'z'
	switch {
	case isLetter && !p.latin && !p.signs:
		if len(p.letters) < mostLetters {
			p.letters, p.page = p.letters+key, 0
		}
		return p
	case isLetter && p.upper:
		p.upper = false // one capital, as on a telephone
		return p.append(strings.ToUpper(key))
	}
	return p.append(key)
}

// append adds to the text what there is room for.
func (p padEntry) append(more string) padEntry {
	if utf8.RuneCountInString(p.text)+utf8.RuneCountInString(more) <= p.most {
		p.text += more
	}
	return p
}

func (p padEntry) layer(name string) padEntry {
	switch name {
	case layerPinyin:
		p.latin, p.signs, p.upper = false, false, false
	case layerLatin:
		p = p.settled()
		p.latin, p.signs = true, false
	case layerSigns:
		p.signs = true
	case layerBack:
		p.signs = false
	case layerUpper:
		p.upper = !p.upper
	}
	return p
}

// erase takes the last letter of the pinyin back, or the last character.
func (p padEntry) erase() padEntry {
	p.page = 0
	if p.letters != "" {
		p.letters = p.letters[:len(p.letters)-1]
		return p
	}
	_, size := utf8.DecodeLastRuneInString(p.text)
	p.text = p.text[:len(p.text)-size]
	return p
}

// settled takes letters that wait for their characters as they are.
func (p padEntry) settled() padEntry {
	p = p.append(p.letters)
	p.letters, p.page = "", 0
	return p
}

// isEmpty tells that nothing is typed.
func (p padEntry) isEmpty() bool { return p.text == "" && p.letters == "" }
