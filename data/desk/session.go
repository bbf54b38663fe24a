package desk

import (
	"bytes"
	"context"
	"slices"
	"sync"
	"time"

	"gongkailan/data"
	"gongkailan/data/seal"
	"gongkailan/data/store"
)

// Session is a person who has signed in. Its methods are what the person can do; each asks anew, inside its
// transaction, whether the person may.
type Session struct {
	desk     *Desk
	personID string

	mutex  sync.Mutex
	open   bool
	person data.Person
	key    seal.Key
	root   *seal.Key
}

// Person is who has signed in, as of the sign-in.
func (s *Session) Person() data.Person {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.person
}

// Locked tells whether the session is locked or signed out.
func (s *Session) Locked() bool {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return !s.open
}

// Lock forgets the keys: nothing can be done until Unlock.
func (s *Session) Lock() {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if !s.open {
		return
	}
	s.open = false
	s.key.Wipe()
	if s.root != nil {
		s.root.Wipe()
	}
	s.key, s.root = seal.Key{}, nil
}

// Unlock opens a locked session with the person's password.
func (s *Session) Unlock(ctx context.Context, password string) error {
	u, err := s.desk.open(ctx, s.personID, password)
	if err != nil {
		return err
	}
	s.Lock()
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.open, s.person, s.key, s.root = true, u.person, u.key, u.root
	return nil
}

// work is a transaction of a session: who acts, as of now, and what the rules ask about.
type work struct {
	desk    *Desk
	tx      *store.Tx
	by      signer
	unit    data.Unit
	root    []byte // the unit's public root key
	people  []data.Person
	offices []data.Office
	at      time.Time
	now     data.Circumstances
	signals []Signal
}

// tell has the signal sent after the commit.
func (w *work) tell(s Signal) { w.signals = append(w.signals, s) }

// anyRole refuses who has none of the roles, with the text of that code.
func (w *work) anyRole(code string, roles ...data.Role) error {
	if slices.ContainsFunc(roles, func(r data.Role) bool { return w.by.person.Has(r, w.now.Today) }) {
		return nil
	}
	return data.Refuse(data.ErrRefused, code)
}

// do runs the function in one transaction in the name of the person, and tells watchers after the commit.
func (s *Session) do(ctx context.Context, act func(*work) error) error {
	signals, err := s.transact(ctx, act)
	if err != nil {
		return err
	}
	for _, signal := range signals {
		s.desk.tell(signal)
	}
	return nil
}

func (s *Session) transact(ctx context.Context, act func(*work) error) ([]Signal, error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if !s.open {
		return nil, data.Refuse(data.ErrRefused, "session.locked")
	}
	w := &work{desk: s.desk, at: s.desk.instant()}
	err := s.desk.store.Write(ctx, func(tx *store.Tx) error {
		w.tx = tx
		if err := w.load(ctx); err != nil {
			return err
		}
		if err := w.identify(ctx, s.personID, s.key); err != nil {
			return err
		}
		return act(w)
	})
	return w.signals, err
}

// load reads what every act asks about.
func (w *work) load(ctx context.Context) error {
	var err error
	if w.unit, w.root, err = w.tx.Unit(ctx); err != nil {
		return err
	}
	if w.offices, err = w.tx.Offices(ctx); err != nil {
		return err
	}
	w.now, err = w.desk.circumstances(ctx, w.tx)
	w.people = w.now.People
	return err
}

// identify makes sure that the person is still who signed in: in office, with the same key under a certificate in use,
// and with the roles that an administrator signed for. Roles written into the database by hand count for nothing.
func (w *work) identify(ctx context.Context, personID string, key seal.Key) error {
	at := slices.IndexFunc(w.people, func(p data.Person) bool { return p.ID == personID })
	if at < 0 {
		return data.Refuse(data.ErrRefused, "session.ended")
	}
	person := w.people[at]
	if !person.InOffice(w.now.Today) {
		return data.Refuse(data.ErrRefused, "act.office", person.Name)
	}
	cert, ok, err := w.tx.Certificate(ctx, personID)
	if err != nil {
		return err
	}
	if !ok || !bytes.Equal(cert.Public, key.Public()) {
		return data.Refuse(data.ErrRefused, "session.ended")
	}
	if err := cert.CheckOn(w.root, w.now.Today); err != nil {
		return err
	}
	if err := w.vouched(ctx, person); err != nil {
		return err
	}
	w.by = signer{person: person, office: officeName(w.offices, person.OfficeID), cert: cert.Certificate, key: key}
	return nil
}

// vouched refuses a person who is not as the log last says, under a good signature.
func (w *work) vouched(ctx context.Context, person data.Person) error {
	r, err := w.tx.LastAbout(ctx, kindPerson, person.ID)
	if err != nil {
		return err
	}
	certs, err := readSeals(ctx, w.tx, w.root)
	if err != nil {
		return err
	}
	if certs.check(r) != nil || r.Statement != stated(person) {
		return data.Refuse(data.ErrBroken, "person.broken", person.Name)
	}
	return nil
}

// administer runs the function with the unit's root key, in the name of an administrator.
func (s *Session) administer(ctx context.Context, change Change, act func(*work, seal.Key) error) error {
	return s.do(ctx, func(w *work) error {
		if err := w.anyRole("admin.role", data.Admin); err != nil {
			return err
		}
		if s.root == nil || !bytes.Equal(s.root.Public(), w.root) {
			return data.Refuse(data.ErrRefused, "session.ended")
		}
		w.tell(Signal{Kind: change})
		return act(w, *s.root)
	})
}
