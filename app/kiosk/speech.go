package kiosk

import (
	"strings"

	"gongkailan/data"
)

// How much a visitor may write, in characters: what somebody types standing, and little enough that every message
// fills the same room when it is sealed.
const (
	mostWritten = 1000
	mostName    = 50
	mostContact = 100
)

// speechStep is how far a visitor is who has something to say.
type speechStep int

const (
	choosing  speechStep = iota // what kind of message it is
	composing                   // a field is typed
	reviewing                   // everything is read once more
	received                    // the receipt is shown
)

// field is one of the texts that a visitor types.
type field int

const (
	fieldText field = iota
	fieldName
	fieldContact
)

// speech is what a visitor says. It lies here and nowhere else until it is sealed, and is forgotten with the visitor.
type speech struct {
	step    speechStep
	from    Place  // where 返回 leads
	item    string // the number of the item that it is about, "" for none
	kind    data.MessageKind
	field   field // which is typed
	typed   [fieldContact + 1]padEntry
	sending bool   // it is being sealed and written
	wrong   string // the refusal's code, "" where nothing was refused
	code    string // of the receipt
}

// openSpeech lets a visitor speak, about the item that is read.
func (s Session) openSpeech() Session {
	switch s.At {
	case Browse:
		s.speech = speech{from: Browse}
	case Item:
		s.speech = speech{from: Item, item: s.Reading.Number}
	default:
		return s
	}
	s.At = Speak
	return s
}

// onSpeech handles what a visitor does who has something to say.
func (s Session) onSpeech(e Event, shelf Shelf) Session {
	p := &s.speech
	if p.sending {
		return s
	}
	p.wrong = ""
	switch p.step {
	case choosing:
		return s.choose(e, shelf)
	case composing:
		p.compose(e)
	case reviewing:
		p.review(e, s.Foreign)
	case received:
		if e.Kind == Finish || e.Kind == Back {
			return s.leaveSpeech()
		}
	}
	return s
}

// choose takes the kind of message that a visitor wants to send.
func (s Session) choose(e Event, shelf Shelf) Session {
	switch kind := data.MessageKind(e.Text); {
	case e.Kind == Back:
		return s.leaveSpeech()
	case e.Kind != ChooseKind:
	case kind == data.MessageBallot:
		return s.openBallot(shelf)
	case shelf.Takes(kind):
		s.speech.kind = kind
		s.speech.open(fieldText, s.Foreign)
	}
	return s
}

// leaveSpeech goes back to where the visitor came from, and forgets what was said.
func (s Session) leaveSpeech() Session {
	s.At = s.speech.from
	if s.At == Item && s.Reading.Number == "" { // it came down meanwhile
		s.At = s.From
	}
	s.speech, s.ballot = speech{}, ballot{}
	return s
}

// open lets a field be typed. A way to reach somebody is a number mostly.
func (p *speech) open(f field, foreign bool) {
	p.step, p.field = composing, f
	if entry := &p.typed[f]; entry.most == 0 {
		*entry = newPadEntry([...]int{mostWritten, mostName, mostContact}[f], foreign)
		entry.signs = f == fieldContact
	}
}

// text is what was typed into a field.
func (p speech) text(f field) string { return strings.TrimSpace(p.typed[f].text) }

// compose takes what is typed into a field. Letters that still wait for their characters are taken as they are.
func (p *speech) compose(e Event) {
	entry := &p.typed[p.field]
	switch {
	case isTyping(e.Kind):
		*entry = entry.handle(e)
	case e.Kind == Back && p.field == fieldText:
		p.step = choosing
	case e.Kind == Back:
		p.step = reviewing
	case e.Kind == FieldDone:
		*entry = entry.settled()
		if p.field == fieldText && p.text(fieldText) == "" {
			p.wrong = "opinion.text"
			return
		}
		p.step = reviewing
	}
}

// review lets a visitor change a field, or send.
func (p *speech) review(e Event, foreign bool) {
	switch e.Kind {
	case Back:
		p.open(fieldText, foreign)
	case EditName:
		p.open(fieldName, foreign)
	case EditContact:
		p.open(fieldContact, foreign)
	case Send:
		p.sending = true
	}
}

// written is what the visitor sends, without its receipt.
func (p speech) written(day data.Date) data.Message {
	return data.Message{
		Kind: p.kind, SentOn: day, ItemNumber: p.item,
		Text: data.OpinionText{Text: p.text(fieldText), Name: p.text(fieldName), Contact: p.text(fieldContact)},
	}
}

// sent takes what came of sending: a receipt's code, of a ballot none, or a refusal. One that nobody waits for any more
// is nothing.
func (s Session) sent(e Event) Session {
	p, b := &s.speech, &s.ballot
	switch {
	case p.sending && e.Kind == Sent:
		*p = speech{step: received, from: p.from, kind: p.kind, code: e.Text} // what was written is sealed, and gone from here
		s.handed++
	case p.sending:
		p.sending, p.wrong = false, e.Text
	case b.sending && e.Kind == Sent:
		s.voted, s.handed = b.round, s.handed+1
		*b = ballot{round: b.round, done: true}
	case b.sending:
		b.sending, b.wrong = false, e.Text
	}
	return s
}
