package desk

import (
	"context"
	"strconv"
	"strings"

	"gongkailan/data"
	"gongkailan/data/guard"
	"gongkailan/data/intake"
)

// Exposures gives the personal data and secrecy marks in all that the version would disclose, its attachments too (S18),
// in the order in which they stand.
func (d *Desk) Exposures(ctx context.Context, it data.Item) ([]data.Exposure, error) {
	unit, err := d.Unit(ctx)
	if err != nil {
		return nil, err
	}
	return d.exposures(unit, it)
}

// Known is the contact data that the unit publishes of itself, which exposes nobody.
func Known(unit data.Unit) guard.Known {
	return guard.Known{
		Phones: []string{unit.Contact.Phone}, Emails: []string{unit.Contact.Mailbox}, Addresses: []string{unit.Contact.Address},
	}
}

func (d *Desk) exposures(unit data.Unit, it data.Item) ([]data.Exposure, error) {
	s := sieve{known: Known(unit)}
	s.text("part:title", it.Title)
	s.paragraphs("part:body", it.Body)
	s.text("part:correction", it.Correction)
	s.text("part:issuer", it.Issuer)
	s.text("part:filing", it.Filing.Plan)
	s.contact(it.Contact)
	for _, stage := range it.Stages {
		s.text("part:stages", stage.Name)
	}
	for _, a := range it.Attachments {
		raw, err := d.store.File(a.Digest)
		if err != nil {
			return nil, named(err, a.Name)
		}
		s.attachment(a, raw)
	}
	return s.found, nil
}

// sieve gathers what the guard finds, each datum once for every place.
type sieve struct {
	known guard.Known
	found []data.Exposure
}

func (s *sieve) text(where, text string) { s.keep(where, guard.FindBut(text, s.known)) }

func (s *sieve) keep(where string, findings []guard.Finding) {
	for _, f := range findings {
		s.add(data.Exposure{
			Key: f.Key(), Kind: string(f.Kind), Masked: f.Masked, Where: where, MayRemain: guard.MayKeep(f.Kind),
		})
	}
}

func (s *sieve) add(e data.Exposure) {
	for _, there := range s.found {
		if there == e {
			return
		}
	}
	s.found = append(s.found, e)
}

// paragraphs names the paragraph in which something stands, counted from 1.
func (s *sieve) paragraphs(where, text string) {
	for _, f := range guard.FindBut(text, s.known) {
		s.keep(where+"/"+strconv.Itoa(f.Line), []guard.Finding{f})
	}
}

// contact looks at how objections can be made: an office's phone and address belong there, somebody's own do not.
func (s *sieve) contact(c data.Contact) {
	whole := strings.Join([]string{c.Office, c.Phone, c.Address, c.Mailbox}, "\n")
	for _, f := range guard.FindBut(whole, s.known) {
		if f.Kind != guard.Landline && f.Kind != guard.Address && f.Kind != guard.Email {
			s.keep("part:contact", []guard.Finding{f})
		}
	}
}

// unreadable is the kind of an attachment that the guard cannot look into: two people must have looked at it.
const unreadable = "unreadable"

// attachment looks into a file, hidden parts and properties included.
func (s *sieve) attachment(a data.Attachment, raw []byte) {
	// What was found is signed with its place: a name that holds a datum is written masked.
	name := guard.Mask(a.Name, guard.FindBut(a.Name, s.known))
	where := "part:attachment/" + name
	passages, err := intake.Passages(a.Name, raw)
	if err != nil {
		s.add(data.Exposure{Key: unreadable + ":" + a.Digest, Kind: unreadable, Masked: name, Where: where, MayRemain: true})
		s.text(where, a.Name)
		return
	}
	for _, p := range passages {
		s.text(where+"/"+p.Where, p.Text)
	}
}
