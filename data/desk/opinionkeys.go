package desk

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"gongkailan/data"
	"gongkailan/data/seal"
	"gongkailan/data/store"
)

// What is written about an opinion lies under a key of its own, and that key is sealed to each of those who may read:
// the database file alone gives nothing away. Who gets a new key, because the password was lost, can no longer open what
// was sealed to the old one; somebody who can read gives it to them again (Share).

// boxDigest names a sealed box in the log.
func boxDigest(box []byte) string {
	sum := sha256.Sum256(box)
	return hex.EncodeToString(sum[:])
}

// bound is what a sealed text is bound to: it opens at its own place only.
func bound(opinionID string, step int) string { return opinionID + " " + strconv.Itoa(step) }

// padded makes the length of a text a multiple of a step, so that it does not tell whether a name is in it. Blanks after
// JSON mean nothing.
func padded(text []byte) []byte {
	const step = 512
	return append(text, strings.Repeat(" ", (step-len(text)%step)%step)...)
}

// sealedText is what lies in the box of an act: what was written, and with the first act the key of the receipt, under
// which the answer will be enclosed.
type sealedText struct {
	data.OpinionText
	ReceiptKey []byte `json:"receipt_key,omitempty"`
}

// enclose seals what was written with the act of that number.
func (w *work) enclose(key []byte, opinionID string, step int, text sealedText) (store.OpinionBox, error) {
	raw, err := json.Marshal(text)
	if err != nil {
		return store.OpinionBox{}, err
	}
	box, err := seal.Enclose(w.desk.opt.Random, key, bound(opinionID, step), padded(raw))
	return store.OpinionBox{OpinionID: opinionID, Step: step, Box: box}, err
}

// disclose opens a sealed text.
func disclose(key []byte, b store.OpinionBox) (sealedText, error) {
	var text sealedText
	raw, err := seal.Disclose(key, bound(b.OpinionID, b.Step), b.Box)
	if err != nil {
		return text, err
	}
	return text, json.Unmarshal(raw, &text)
}

// vouching is what tells whether a person and a key can be trusted.
type vouching struct {
	tx    *store.Tx
	certs seals
	root  []byte
	today data.Date
}

// sealingOf gives the key to which something may be sealed for the person, nil where there is none. Person and
// certificate must be as the log last says under a good signature: a role or a key that was written into the database by
// hand is given nothing.
func (v vouching) sealingOf(ctx context.Context, p data.Person) ([]byte, error) {
	said, err := v.tx.LastAbout(ctx, kindPerson, p.ID)
	if err != nil || v.certs.check(said) != nil || said.Statement != stated(p) {
		return nil, err
	}
	cert, ok, err := v.tx.Certificate(ctx, p.ID)
	if err != nil || !ok || cert.CheckOn(v.root, v.today) != nil {
		return nil, err
	}
	given, err := v.tx.LastAbout(ctx, kindKey, p.ID)
	if err != nil || v.certs.check(given) != nil || given.Statement != stated(certifying{cert.Certificate}) {
		return nil, err
	}
	return cert.Sealing, nil
}

// readerFor seals the opinion's key to the person; false where the person has no key that can be trusted.
func (w *work) readerFor(ctx context.Context, certs seals, p data.Person, opinionID string, key []byte) (store.OpinionReader, bool, error) {
	sealing, err := vouching{w.tx, certs, w.root, w.now.Today}.sealingOf(ctx, p)
	if err != nil || sealing == nil {
		return store.OpinionReader{}, false, err
	}
	box, err := seal.SealTo(w.desk.opt.Random, sealing, key)
	return store.OpinionReader{OpinionID: opinionID, PersonID: p.ID, Sealing: seal.Fingerprint(sealing), Box: box}, err == nil, err
}

// firstReaders seals a new opinion's key to everybody who may read it. It is refused where nobody can.
func (w *work) firstReaders(ctx context.Context, certs seals, o data.Opinion, facts data.OpinionFacts, key []byte) ([]store.OpinionReader, error) {
	var readers []store.OpinionReader
	for _, p := range w.people {
		if data.MayReadOpinion(o, p, facts) != nil {
			continue
		}
		r, ok, err := w.readerFor(ctx, certs, p, o.ID, key)
		if err != nil {
			return nil, err
		}
		if ok {
			readers = append(readers, r)
		}
	}
	if len(readers) == 0 {
		return nil, data.Refuse(data.ErrRefused, "opinion.noreader")
	}
	return readers, nil
}

// nextReaders are those who can read after an act: of those before, who still may, and the one to whom it is given now.
func (w *work) nextReaders(ctx context.Context, certs seals, f opinionFile, after data.Opinion, said data.OpinionSaid, facts data.OpinionFacts, key []byte) ([]store.OpinionReader, error) {
	var readers []store.OpinionReader
	for _, r := range f.readers {
		p, there := personOf(w.people, r.PersonID)
		if there && p.ID != said.ToID && data.MayReadOpinion(after, p, facts) == nil {
			readers = append(readers, r)
		}
	}
	to, there := personOf(w.people, said.ToID)
	if !there {
		return readers, nil
	}
	r, ok, err := w.readerFor(ctx, certs, to, after.ID, key)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, data.Refuse(data.ErrBroken, "person.broken", to.Name)
	}
	return append(readers, r), nil
}

// keyOf opens the opinion's key with the person's own. It is refused with the names of those who can read, where the
// person has none that opens.
func (w *work) keyOf(ctx context.Context, f opinionFile) ([]byte, error) {
	for _, r := range f.readers {
		if r.PersonID != w.by.person.ID {
			continue
		}
		if key, err := w.by.key.OpenSealed(r.Box); err == nil {
			return key, nil
		}
	}
	able, err := readersOf(ctx, w.tx, f, w.people, w.now.Today)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, p := range able {
		if p.ID != w.by.person.ID {
			names = append(names, p.Name)
		}
	}
	if len(names) == 0 {
		return nil, data.Refuse(data.ErrRefused, "opinion.lostforall", f.opinion.Number)
	}
	return nil, data.Refuse(data.ErrRefused, "opinion.lost", f.opinion.Number, strings.Join(names, "、"))
}

// readersOf lists who holds a sealed key that the own key of today opens.
func readersOf(ctx context.Context, tx *store.Tx, f opinionFile, people []data.Person, today data.Date) ([]data.Person, error) {
	var able []data.Person
	for _, p := range people {
		at := slices.IndexFunc(f.readers, func(r store.OpinionReader) bool { return r.PersonID == p.ID })
		if at < 0 || !p.InOffice(today) {
			continue
		}
		cert, ok, err := tx.Certificate(ctx, p.ID)
		if err != nil {
			return nil, err
		}
		if ok && seal.Fingerprint(cert.Sealing) == f.readers[at].Sealing {
			able = append(able, p)
		}
	}
	return able, nil
}
