package desk

import (
	"maps"
	"slices"

	"gongkailan/data"
	"gongkailan/data/seal"
)

// brokenTables compares unit, offices, people, certificates and catalogues with what the log last says of them.
func (e evidence) brokenTables() []Broken {
	if e.root == nil {
		return e.unfounded()
	}
	c := comparison{signed: e.lastSigned()}
	c.frame(e)
	for _, p := range e.people {
		c.compare(kindPerson+p.ID, stated(p), "person.broken", p.Name)
	}
	for id, cert := range e.seals.certs {
		c.compare(kindKey+id, stated(certifying{cert.Certificate})+ended(cert.ended), "key.broken", cert.Name)
	}
	c.work(e)
	c.missing()
	return c.list
}

// work compares how the unit works with what was signed: settings, delegations, uses of channels, and who has an item.
func (c *comparison) work(e evidence) {
	if c.signed[kindSettings].seq != 0 || e.settings != stated(data.Settings{}) {
		c.compare(kindSettings, e.settings, "settings.broken", "")
	}
	for _, given := range e.given {
		c.compare(kindDelegation+given.ID, stated(given), "delegation.broken", "")
	}
	for _, u := range e.uses {
		c.compare(kindUse+u.ID, stated(usage{u.ItemID, u.Number, u.Version, u.Use}), "use.broken", u.Number)
	}
	handlers := map[string]string{}
	for _, of := range e.dossiers {
		for _, it := range of.versions {
			if it.Version == 1 {
				handlers[it.ID] = it.CreatedBy
			}
		}
		for _, it := range of.versions {
			wanted, ok := c.signed[kindHandover+it.ID]
			if !ok {
				wanted.statement = handlers[it.ID]
			}
			if it.HandlerID != wanted.statement {
				c.list = append(c.list, Broken{Record: wanted.seq, Number: it.Number, Why: data.Refuse(data.ErrBroken, "item.handler", it.Number)})
			}
		}
		if len(of.versions) > 0 {
			delete(c.signed, kindHandover+of.versions[0].ID)
		}
	}
}

// usage is a use with the version that it is of, to compare the two.
type usage struct {
	ItemID  string
	Number  string
	Version int
	Use     data.Use
}

// comparison is of what is there with what was last signed; what has been compared is taken out of signed.
type comparison struct {
	signed map[string]saying
	list   []Broken
}

func (c *comparison) compare(key, there, code, name string) {
	if r, ok := c.signed[key]; !ok || r.statement != there {
		c.list = append(c.list, Broken{Record: r.seq, Why: data.Refuse(data.ErrBroken, code, name)})
	}
	delete(c.signed, key)
}

// frame compares what every bulletin is set in: unit, offices and catalogues.
func (c *comparison) frame(e evidence) {
	c.compare(kindUnit, stated(e.unit), "unit.broken", e.unit.Name)
	c.compare(kindOffices, stated(e.offices), "office.broken", "")
	for _, catalogue := range e.catalogues {
		c.compare(catalogueKey(catalogue.Version), stated(catalogue), "catalogue.broken", "")
	}
}

// missing names what was signed and is not there.
func (c *comparison) missing() {
	for _, key := range slices.Sorted(maps.Keys(c.signed)) {
		c.list = append(c.list, Broken{Record: c.signed[key].seq, Why: data.Refuse(data.ErrBroken, "log.missing")})
	}
}

// unfounded: a unit without a root key has no people, no items and no log.
func (e evidence) unfounded() []Broken {
	if len(e.people) == 0 && len(e.log) == 0 && len(e.seals.certs) == 0 {
		return nil
	}
	return []Broken{{Why: data.Refuse(data.ErrBroken, "unit.root")}}
}

// saying is the last word of the log on something.
type saying struct {
	seq       int64
	statement string
}

// lastSigned folds the log into what it last says of each thing.
func (e evidence) lastSigned() map[string]saying {
	last := map[string]saying{}
	current := map[string]string{} // person to the key of the certificate in use
	for _, r := range e.log {
		switch r.Kind {
		case kindFounded:
			if f, ok := parsed[founding](r); ok {
				last[kindUnit] = saying{r.Seq, stated(f.Unit)}
			}
		case kindUnit, kindOffices, kindSettings:
			last[r.Kind] = saying{r.Seq, r.Statement}
		case kindPerson:
			last[kindPerson+r.ItemID] = saying{r.Seq, r.Statement}
		case kindCatalogue:
			if l, ok := parsed[listing](r); ok {
				last[catalogueKey(r.Version)] = saying{r.Seq, stated(l.Catalogue)}
			}
		case kindKey:
			recordKey(last, current, r)
		case kindDelegation:
			last[kindDelegation+r.ItemID] = saying{r.Seq, r.Statement}
		case kindHandover:
			if h, ok := parsed[data.Handover](r); ok {
				last[kindHandover+r.ItemID] = saying{r.Seq, h.ToID}
			}
		case kindUse:
			if u, ok := parsed[data.Use](r); ok {
				last[kindUse+u.ID] = saying{r.Seq, stated(usage{r.ItemID, r.Number, r.Version, u})}
			}
		}
	}
	return last
}

// recordKey notes a certificate, and that the person's one before ended with it.
func recordKey(last map[string]saying, current map[string]string, r seal.Record) {
	c, ok := parsed[certifying](r)
	if !ok {
		return
	}
	if before, ok := current[r.ItemID]; ok {
		s := last[before]
		s.statement = s.statement[:len(s.statement)-len(ended(0))] + ended(r.Seq)
		last[before] = s
	}
	key := kindKey + c.Certificate.ID()
	current[r.ItemID] = key
	last[key] = saying{r.Seq, stated(c) + ended(0)}
}

func ended(record int64) string { return " ended " + stated(record) }

func catalogueKey(version int) string { return kindCatalogue + stated(version) }

// unlawful goes through the log once more and asks the law of every act, with the people and the roles that had been
// signed for by then. So it shows when somebody was given a role in the database, acted, and was given the old one back.
func (e evidence) unlawful() []Broken {
	items := map[string]map[int]data.Item{}
	for _, of := range e.dossiers {
		of.sealed(e.seals)
		for _, it := range of.versions {
			if items[it.ID] == nil {
				items[it.ID] = map[int]data.Item{}
			}
			past := it
			past.Steps, past.Status = nil, data.Draft
			items[it.ID][it.Version] = past
		}
	}
	people := map[string]data.Person{}
	given := map[string]data.Delegation{}
	var list []Broken
	for _, r := range e.log {
		switch r.Kind {
		case kindDelegation:
			if d, ok := parsed[data.Delegation](r); ok {
				given[d.ID] = d
			}
		case kindPerson:
			if p, ok := parsed[data.Person](r); ok {
				people[p.ID] = p
			}
		case kindAct:
			if it, ok := items[r.ItemID][r.Version]; ok && r.Digest == it.Digest() {
				after, why := e.relive(it, r, people, given)
				items[r.ItemID][r.Version] = after
				if why != nil {
					list = append(list, Broken{Record: r.Seq, Number: r.Number, Why: why})
				}
			}
		}
	}
	return list
}

// relive does the act of the record once more. Whether enough working days were left is not asked again: the calendar
// may have been completed by a notice of the State Council since.
func (e evidence) relive(it data.Item, r seal.Record, people map[string]data.Person, given map[string]data.Delegation) (data.Item, *data.Refusal) {
	step := e.seals.step(it, r)
	status, err := data.After(it, step.Act, people[r.PersonID], step.Statement, data.Circumstances{
		Today:       data.DateOf(step.At),
		People:      slices.Collect(maps.Values(people)),
		Delegations: slices.Collect(maps.Values(given)),
		WorkingDays: func(data.Date, data.Date) int { return data.MinPublicityDays },
	})
	if err != nil {
		// The stage is followed all the same, so that one unlawful act does not make all after it look unlawful.
		reached := it
		reached.Steps = append(slices.Clone(it.Steps), step)
		if followed, err := data.Replay(reached); err == nil {
			reached.Status = followed
		}
		return reached, data.Refuse(data.ErrBroken, "act.unlawful", string(step.Act), r.Name)
	}
	it.Status = status
	it.Steps = append(slices.Clone(it.Steps), step)
	return it, nil
}
