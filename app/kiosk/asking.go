package kiosk

import (
	"strconv"
	"strings"
	"time"

	"gongkailan/data"
)

const (
	freeMisses = 10 // codes that lead nowhere, in one visit, before each further one costs a wait
	missLock   = time.Minute
)

// found is what there is under a receipt's code.
type found int

const (
	notAsked found = iota
	nothing        // no such receipt
	waits          // the message is still in this machine
	stands         // the public file tells how it stands
)

// Answer is what a receipt's code leads to. The text is what only the holder of the code can open.
type Answer struct {
	found found
	kind  data.MessageKind
	state data.OpinionState
	due   data.Date
	on    data.Date
	text  string
	torn  bool // there is a text, and it does not open
}

// asking is what a visitor types of a receipt's code, and the answer. Both are forgotten with the visitor.
type asking struct {
	from    Place
	typed   string
	wrong   string // the refusal's code
	looking bool   // the answer is being looked for
	missed  int    // codes that led nowhere
	until   time.Time
	answer  Answer
	page    int // of the answer's text, from 0
}

func (a asking) isLocked(now time.Time) bool { return now.Before(a.until) }

// openAsking lets a visitor ask what became of a message. Misses of this visit stay counted.
func (s Session) openAsking() Session {
	if s.At == Browse {
		s.At, s.asking = AskBack, asking{from: Browse, missed: s.asking.missed, until: s.asking.until}
	}
	return s
}

// onAsking handles what a visitor does who asks back.
func (s Session) onAsking(e Event, now time.Time) Session {
	a := &s.asking
	again := asking{from: a.from, missed: a.missed, until: a.until}
	switch {
	case e.Kind == Back:
		s.At, s.asking = a.from, again
	case e.Kind == AnotherReceipt:
		s.asking = again
	case e.Kind == TurnTo && a.answer.found == stands:
		a.page, _ = strconv.Atoi(e.Text)
	case a.looking, a.answer.found != notAsked, a.isLocked(now):
	default:
		a.key(e, now)
	}
	return s
}

// key takes what is typed of the code.
func (a *asking) key(e Event, now time.Time) {
	switch {
	case e.Kind == ReceiptKey && len(a.typed) < data.ReceiptLength && strings.Contains(data.ReceiptAlphabet(), e.Text):
		a.typed += e.Text
	case e.Kind == Erase && a.typed != "":
		a.typed = a.typed[:len(a.typed)-1]
	case e.Kind == EraseAll:
		a.typed = ""
	case e.Kind != AskReply:
		return
	}
	a.wrong = refusedReceipt(a.typed, e.Kind == AskReply)
	switch {
	case e.Kind != AskReply:
	case a.wrong == "":
		a.looking = true
	case len(a.typed) == data.ReceiptLength:
		a.miss(now)
	}
}

// refusedReceipt gives why what was typed is no code: as soon as it is whole, and where it is asked for before.
func refusedReceipt(typed string, asked bool) string {
	switch _, err := data.ParseReceiptCode(typed); {
	case err == nil, len(typed) < data.ReceiptLength && !asked:
		return ""
	case len(typed) < data.ReceiptLength:
		return "receipt.short"
	default:
		return "receipt.code"
	}
}

// miss counts a code that led nowhere.
func (a *asking) miss(now time.Time) {
	if a.missed++; a.missed >= freeMisses {
		a.until = now.Add(missLock)
	}
}

// answered takes what the code led to. An answer that nobody waits for any more is nothing.
func (s Session) answered(answer Answer, now time.Time) Session {
	a := &s.asking
	if !a.looking {
		return s
	}
	a.looking, a.answer = false, answer
	if answer.found == nothing {
		a.miss(now)
	}
	return s
}
