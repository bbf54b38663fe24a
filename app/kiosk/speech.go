package kiosk

import (
	"strings"
	"unicode/utf8"

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
	typed   [fieldContact + 1]string
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
		s.write(e)
	case reviewing:
		s.review(e)
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
		s.speech.kind, s.speech.step, s.speech.field = kind, composing, fieldText
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

// write takes what is typed into a field.
func (s *Session) write(e Event) {
	p := &s.speech
	text := &p.typed[p.field]
	switch e.Kind {
	case Back:
		p.step = reviewing
		if p.field == fieldText {
			p.step = choosing
		}
	case FieldDone:
		if p.field == fieldText && strings.TrimSpace(*text) == "" {
			p.wrong = "opinion.text"
			return
		}
		p.step = reviewing
	case TypeText:
		if utf8.RuneCountInString(*text)+utf8.RuneCountInString(e.Text) <= p.field.most() {
			*text += e.Text
		}
	case Erase:
		_, size := utf8.DecodeLastRuneInString(*text)
		*text = (*text)[:len(*text)-size]
	case EraseAll:
		*text = ""
	}
}

func (f field) most() int { return [...]int{mostWritten, mostName, mostContact}[f] }

// review lets a visitor change a field, or send.
func (s *Session) review(e Event) {
	p := &s.speech
	switch e.Kind {
	case Back:
		p.step, p.field = composing, fieldText
	case EditName:
		p.step, p.field = composing, fieldName
	case EditContact:
		p.step, p.field = composing, fieldContact
	case Send:
		p.sending = true
	}
}

// written is what the visitor sends, without its receipt.
func (p speech) written(day data.Date) data.Message {
	return data.Message{
		Kind: p.kind, SentOn: day, ItemNumber: p.item,
		Text: data.OpinionText{
			Text: strings.TrimSpace(p.typed[fieldText]),
			Name: strings.TrimSpace(p.typed[fieldName]), Contact: strings.TrimSpace(p.typed[fieldContact]),
		},
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
