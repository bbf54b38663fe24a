package kiosk

import (
	"context"
	"crypto/rand"
	"errors"
	"math/big"
	"strings"

	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/data/outbox"
	"gongkailan/data/seal"
)

// begin starts, beside the main goroutine, what the session has begun to wait for.
func (s *screen) begin(before Session) {
	now := s.session
	if now.At == Speak && before.At != Speak {
		s.tryOutbox()
	}
	if now.pin.checking && !before.pin.checking {
		s.check(now.pin.typed)
	}
	if now.speech.sending && !before.speech.sending {
		s.send(now.speech.written(s.day))
	}
	if now.ballot.sending && !before.ballot.sending {
		s.send(now.ballot.cast(s.day))
	}
	if now.asking.looking && !before.asking.looking {
		s.lookUp(now.asking.typed)
	}
}

// tryOutbox asks whether this machine can take messages, so that nobody writes a page for nothing.
func (s *screen) tryOutbox() {
	folder := s.options.OutboxFolder
	ui.Load(s.boxes, func(context.Context) (struct{}, error) { return struct{}{}, ready(folder) }, func(_ struct{}, err error) {
		was := s.closed
		if s.closed = err; (was == nil) != (err == nil) {
			s.build()
		}
	})
}

func ready(folder string) error {
	if folder == "" {
		return data.Refuse(data.ErrRefused, "outbox.place")
	}
	return outbox.Prepare(folder)
}

// sender seals one message and writes it. It holds the visitor's text only while it works.
type sender struct {
	folder string
	unit   string
	keys   []data.OfficeKey
}

// send seals the message and writes it; the session is told the receipt's code when it is on the disk, or why it is not.
func (s *screen) send(m data.Message) {
	keys, err := s.shelf.keysFor(m.ItemNumber)
	if err == nil {
		err = s.pace.Allow(s.session.handed, s.options.Now())
	}
	if err != nil {
		s.handle(Event{Kind: Unsent, Text: codeOf(err)})
		return
	}
	by := sender{s.options.OutboxFolder, s.shelf.unit, keys}
	ui.Load(s.letters, func(context.Context) (string, error) { return by.send(m) }, func(code string, err error) {
		if err != nil {
			s.handle(Event{Kind: Unsent, Text: codeOf(err)})
			return
		}
		s.pace = s.pace.Sent(s.options.Now())
		s.handle(Event{Kind: Sent, Text: code})
	})
}

// send gives the code of the receipt, of a ballot none. It is slow: a code is derived dearly.
func (by sender) send(m data.Message) (code string, err error) {
	if by.folder == "" {
		return "", data.Refuse(data.ErrRefused, "outbox.place")
	}
	if m.Kind != data.MessageBallot {
		if code, m.Receipt, err = by.receipt(); err != nil {
			return "", err
		}
	}
	return code, outbox.Write(by.folder, m, by.keys, outbox.Options{})
}

// receipt draws a code under which no other message waits here.
func (by sender) receipt() (string, data.Receipt, error) {
	for {
		code, err := data.NewReceiptCode(draw)
		if err != nil {
			return "", data.Receipt{}, err
		}
		receipt := seal.ReceiptOf(code, by.unit, seal.ReceiptCost())
		if !outbox.Waits(by.folder, receipt.ID) {
			return code, receipt, nil
		}
	}
}

// draw gives a random number from 0 to n−1.
func draw(n int) (int, error) {
	drawn, err := rand.Int(rand.Reader, big.NewInt(int64(n)))
	if err != nil {
		return 0, err
	}
	return int(drawn.Int64()), nil
}

// codeOf gives the code of a refusal; whatever else goes wrong, the machine cannot take the message.
func codeOf(err error) string {
	var refusal *data.Refusal
	if errors.As(err, &refusal) {
		return refusal.Code
	}
	return "outbox.place"
}

// lookUp looks for what became of the message of a receipt.
func (s *screen) lookUp(code string) {
	folder, desk := s.options.OutboxFolder, s.shelf.counter
	ui.Load(s.letters, func(context.Context) (Answer, error) { return desk.answer(code, folder), nil }, func(a Answer, _ error) {
		s.handle(Event{Kind: Answered, Answer: a})
	})
}

// answer gives what a code leads to. It is slow, so that nobody tries codes one after the other.
func (c counter) answer(code, folder string) Answer {
	receipt := seal.ReceiptOf(code, c.unit, seal.ReceiptCost())
	reply, ok := c.reply(receipt.ID)
	if !ok {
		if folder != "" && outbox.Waits(folder, receipt.ID) {
			return Answer{found: waits}
		}
		return Answer{found: nothing}
	}
	a := Answer{found: stands, kind: reply.Kind, state: reply.State, due: reply.Due, on: reply.On}
	if len(reply.Box) > 0 {
		text, err := seal.Disclose(receipt.Key, data.ReplyTo(receipt.ID), reply.Box)
		a.text, a.torn = strings.TrimRight(string(text), " "), err != nil // the blanks hide how long it is
	}
	return a
}
