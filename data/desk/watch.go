package desk

// Signal tells that something has changed and is committed.
type Signal struct {
	Kind   Change
	Number string // of the item or opinion, "" where none is concerned
}

// Change is what a signal is about.
type Change string

const (
	ItemChanged      Change = "item"
	OpinionChanged   Change = "opinion"
	PeopleChanged    Change = "people" // people, their roles, offices
	UnitChanged      Change = "unit"
	CatalogueChanged Change = "catalogue"
	BulletinIssued   Change = "bulletin"
	SettingsChanged  Change = "settings" // clocks, holidays, the board, the lobby
	BallotTaken      Change = "ballot"
)

// Watch has the function called after every commit, on the goroutine that committed, until stop is called. The
// function must be quick and must not act on the desk itself.
func (d *Desk) Watch(told func(Signal)) (stop func()) {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	id := d.next
	d.next++
	d.watchers[id] = told
	return func() {
		d.mutex.Lock()
		defer d.mutex.Unlock()
		delete(d.watchers, id)
	}
}

// tell passes a signal on. The lock is not held while watchers run, so that they may stop watching.
func (d *Desk) tell(s Signal) {
	d.mutex.Lock()
	told := make([]func(Signal), 0, len(d.watchers))
	for _, f := range d.watchers {
		told = append(told, f)
	}
	d.mutex.Unlock()
	for _, f := range told {
		f(s)
	}
}
