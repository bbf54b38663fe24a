package desk

import (
	"context"
	"slices"
	"time"

	"gongkailan/data"
	"gongkailan/data/seal"
	"gongkailan/data/store"
)

// keyed is a person with a new key, not stored yet.
type keyed struct {
	person data.Person
	key    seal.Key
	cert   seal.Certificate
	secret store.Secret
}

// newKey makes a key for the person, certified by the root and locked under the password. Who administers is given the
// root key, sealed so that only the person's own key opens it.
func (d *Desk) newKey(unit data.Unit, person data.Person, password string, root seal.Key) (keyed, error) {
	if err := data.CheckPassword(password); err != nil {
		return keyed{}, err
	}
	key, err := seal.NewKey(d.opt.Random)
	if err != nil {
		return keyed{}, err
	}
	sealing, err := key.Sealing()
	if err != nil {
		return keyed{}, err
	}
	k := keyed{person: person, key: key}
	k.cert = root.Certify(d.certificate(unit, person, key.Public(), sealing))
	k.secret.Locked, err = seal.Lock(d.opt.Random, d.opt.Cost, password, person.ID, key.Seed())
	if err != nil {
		return keyed{}, err
	}
	k.secret.Root, err = d.rootFor(person, sealing, root)
	return k, err
}

// certificate is what the root is to sign for the person from today on.
func (d *Desk) certificate(unit data.Unit, person data.Person, public, sealing []byte) seal.Certificate {
	return seal.Certificate{
		Unit: unit.Name, PersonID: person.ID, Name: person.Name, Public: public, Sealing: sealing,
		From: d.Today(), Until: person.Until,
	}
}

// rootFor seals the root key to a person who administers, and gives nothing to others.
func (d *Desk) rootFor(person data.Person, sealing []byte, root seal.Key) ([]byte, error) {
	if !slices.Contains(person.Roles, data.Admin) {
		return nil, nil
	}
	return seal.SealTo(d.opt.Random, sealing, root.Seed())
}

// certifying is what the record of a certificate states.
type certifying struct {
	Certificate seal.Certificate `json:"certificate"`
}

// save writes key and certificate, and the person where new, with the records of both.
func (k keyed) save(ctx context.Context, tx *store.Tx, by signer, at time.Time, isNew bool) error {
	if isNew {
		if err := savePerson(ctx, tx, by, at, k.person); err != nil {
			return err
		}
	}
	if err := certify(ctx, tx, by, at, k.cert); err != nil {
		return err
	}
	return tx.SaveSecret(ctx, k.person.ID, k.secret)
}

func savePerson(ctx context.Context, tx *store.Tx, by signer, at time.Time, p data.Person) error {
	if err := tx.SavePerson(ctx, p); err != nil {
		return err
	}
	_, err := by.append(ctx, tx, at, seal.Record{Kind: kindPerson, ItemID: p.ID, Statement: stated(p)})
	return err
}

func certify(ctx context.Context, tx *store.Tx, by signer, at time.Time, c seal.Certificate) error {
	r := seal.Record{Kind: kindKey, ItemID: c.PersonID, Statement: stated(certifying{c})}
	r, err := by.append(ctx, tx, at, r)
	if err != nil {
		return err
	}
	return tx.SaveCertificate(ctx, c, r.Seq)
}

// admit gives the person as entered: with an id, the office's id in place of its name, and in office from today where
// nothing else is said. Two people of one name in one office could not be told apart and are refused.
func admit(n Newcomer, people []data.Person, offices []data.Office, today data.Date) (data.Person, error) {
	p := n.Person
	id, err := newID()
	if err != nil {
		return p, err
	}
	p.ID = id
	if p.From == "" {
		p.From = today
	}
	return p, entered(&p, people, offices)
}

// entered checks a person against the rules and the others, and puts the office's id in place of its name.
func entered(p *data.Person, people []data.Person, offices []data.Office) error {
	at := slices.IndexFunc(offices, func(o data.Office) bool { return o.ID == p.OfficeID || o.Name == p.OfficeID })
	if at >= 0 {
		p.OfficeID = offices[at].ID
	} else if p.OfficeID != "" {
		return data.Refuse(data.ErrInvalid, "person.nooffice", p.Name, p.OfficeID)
	}
	if err := p.Check(); err != nil {
		return err
	}
	for _, other := range people {
		if other.ID != p.ID && other.Name == p.Name && other.OfficeID == p.OfficeID {
			return data.Refuse(data.ErrRefused, "person.twin", p.Name)
		}
	}
	return nil
}

// AddPerson adds somebody, with a first password that the person changes later. For administrators.
func (s *Session) AddPerson(ctx context.Context, n Newcomer) (data.Person, error) {
	var added data.Person
	err := s.administer(ctx, PeopleChanged, func(w *work, root seal.Key) error {
		person, err := admit(n, w.people, w.offices, w.now.Today)
		if err != nil {
			return err
		}
		k, err := s.desk.newKey(w.unit, person, n.Password, root)
		if err != nil {
			return err
		}
		added = person
		return k.save(ctx, w.tx, w.by, w.at, true)
	})
	return added, err
}

// SavePerson changes somebody's name, office, duty, roles or dates of office. The key stays; where the name or the last
// day changes it is certified anew. For administrators.
func (s *Session) SavePerson(ctx context.Context, p data.Person) error {
	return s.administer(ctx, PeopleChanged, func(w *work, root seal.Key) error { return s.savePerson(ctx, w, p, root) })
}

func (s *Session) savePerson(ctx context.Context, w *work, p data.Person, root seal.Key) error {
	at := slices.IndexFunc(w.people, func(other data.Person) bool { return other.ID == p.ID })
	if at < 0 {
		return data.Refuse(data.ErrNotFound, "person.none", p.Name)
	}
	if err := entered(&p, w.people, w.offices); err != nil {
		return err
	}
	before := w.people[at]
	w.people[at] = p
	if !data.HasAdmin(w.people, w.now.Today) {
		return data.Refuse(data.ErrRefused, "people.noadmin")
	}
	if err := savePerson(ctx, w.tx, w.by, w.at, p); err != nil {
		return err
	}
	return s.desk.renew(ctx, w, before, p, root)
}

// renew gives a changed person a new certificate where the old one no longer says the truth, and the root key to who
// now administers; it takes it from who no longer does.
func (d *Desk) renew(ctx context.Context, w *work, before, p data.Person, root seal.Key) error {
	cert, ok, err := w.tx.Certificate(ctx, p.ID)
	if err != nil || !ok {
		return err
	}
	if before.Name != p.Name || before.Until != p.Until {
		renewed := root.Certify(d.certificate(w.unit, p, cert.Public, cert.Sealing))
		if err := certifyOnce(ctx, w, cert.Certificate, renewed); err != nil {
			return err
		}
	}
	secret, err := w.tx.Secret(ctx, p.ID)
	if err != nil {
		return err
	}
	if secret.Root, err = d.rootFor(p, cert.Sealing, root); err != nil {
		return err
	}
	return w.tx.SaveSecret(ctx, p.ID, secret)
}

// certifyOnce puts the renewed certificate in use, unless it says what the one in use says.
func certifyOnce(ctx context.Context, w *work, before, renewed seal.Certificate) error {
	if renewed.ID() == before.ID() {
		return nil
	}
	return certify(ctx, w.tx, w.by, w.at, renewed)
}

// ResetPassword gives somebody who has lost the password a new one. What the old one locked is lost with it, so the
// person gets a new key; the old certificate ends and what was signed by it stands. For administrators.
func (s *Session) ResetPassword(ctx context.Context, personID, password string) error {
	return s.administer(ctx, PeopleChanged, func(w *work, root seal.Key) error {
		at := slices.IndexFunc(w.people, func(p data.Person) bool { return p.ID == personID })
		if at < 0 {
			return data.Refuse(data.ErrNotFound, "person.none", personID)
		}
		if personID == s.personID {
			return data.Refuse(data.ErrRefused, "password.own")
		}
		k, err := s.desk.newKey(w.unit, w.people[at], password, root)
		if err != nil {
			return err
		}
		if err := w.tx.SaveAttempts(ctx, personID, store.Attempts{}); err != nil {
			return err
		}
		return k.save(ctx, w.tx, w.by, w.at, false)
	})
}

// ChangePassword puts the own key under a new password.
func (s *Session) ChangePassword(ctx context.Context, old, password string) error {
	if err := data.CheckPassword(password); err != nil {
		return err
	}
	return s.do(ctx, func(w *work) error {
		secret, err := w.tx.Secret(ctx, s.personID)
		if err != nil {
			return err
		}
		seed, err := secret.Locked.Open(old, s.personID)
		if err != nil {
			return data.Refuse(data.ErrRefused, "password.old")
		}
		if secret.Locked, err = seal.Lock(s.desk.opt.Random, s.desk.opt.Cost, password, s.personID, seed); err != nil {
			return err
		}
		if err := w.tx.SaveSecret(ctx, s.personID, secret); err != nil {
			return err
		}
		_, err = w.by.append(ctx, w.tx, w.at, seal.Record{Kind: kindPassword, ItemID: s.personID, Statement: "{}"})
		return err
	})
}
