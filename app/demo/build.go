package demo

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"gongkailan/assets"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/intake"
	"gongkailan/data/seal"
	"gongkailan/data/workday"
)

// Built is a demonstration unit in its database.
type Built struct {
	Desk    *desk.Desk
	Session *desk.Session // of the checker, who may issue the bulletin
	Item    data.Item     // of the main job, published
}

// Options are what a demonstration is built with.
type Options struct {
	Bare bool   // items alone: no board of paper is described, no opinion has come in
	Plan []byte // the plan to import; nil for the embedded one
	Now  func() time.Time
	Cost seal.Cost // of passwords; zero for the usual
}

// Build makes the demonstration unit's database at the path and does the main job in it: the plan is imported, items
// are proposed, checked, approved and decided by different people, and published.
func Build(ctx context.Context, path string, o Options) (Built, error) {
	u := Read()
	if o.Plan == nil {
		o.Plan = assets.DemoPlan()
	}
	plan, err := intake.ReadPlan(o.Plan)
	if err != nil {
		return Built{}, err
	}
	usual, err := data.ReadCatalogue(assets.DefaultCatalogue())
	if err != nil {
		return Built{}, err
	}
	clock := NewClock(o.Now)
	clock.SetBack(oldest(u)+1, 0)
	setup := desk.Setup{Unit: u.Unit, Catalogue: u.owned(plan.Accept(), usual)}
	setup.Catalogue.From = data.DateOf(clock.Now())
	for _, name := range u.Offices {
		setup.Offices = append(setup.Offices, data.Office{ID: officeID(u.Offices, name), Name: name})
	}
	for _, p := range u.People {
		setup.People = append(setup.People, desk.Newcomer{
			Person:   data.Person{Name: p.Name, OfficeID: p.Office, Duty: p.Duty, Roles: p.Roles},
			Password: u.Password,
		})
	}
	calendar := workday.New()
	d, err := desk.Create(ctx, path, setup, desk.Options{Now: clock.Now, Calendar: calendar, Cost: o.Cost})
	if err != nil {
		return Built{}, err
	}
	b := builder{unit: u, desk: d, calendar: calendar, clock: clock, catalogue: setup.Catalogue, sessions: map[string]*desk.Session{}, bare: o.Bare}
	built, err := b.all(ctx)
	if err != nil {
		d.Close()
		return Built{}, err
	}
	clock.Release()
	return built, nil
}

// oldest is how many days ago the first item of the unit began.
func oldest(u Unit) int {
	days := u.Main.DaysAgo
	for _, i := range u.Items {
		days = max(days, i.DaysAgo)
	}
	return days
}

type builder struct {
	unit      Unit
	desk      *desk.Desk
	clock     *Clock
	calendar  workday.Calendar
	catalogue data.Catalogue
	sessions  map[string]*desk.Session
	bare      bool
}

// all makes every item that the plan has an entry for, and the main one last.
func (b *builder) all(ctx context.Context) (Built, error) {
	items := slices.Clone(b.unit.Items)
	slices.SortStableFunc(items, func(x, y Item) int { return y.DaysAgo - x.DaysAgo })
	for _, i := range items {
		entry, ok := i.entryFor(b.catalogue)
		if !ok {
			continue
		}
		if _, err := b.item(ctx, i, entry); err != nil {
			return Built{}, fmt.Errorf("demonstration item %q: %w", i.Title, err)
		}
	}
	item, err := b.main(ctx)
	if err != nil {
		return Built{}, err
	}
	if !b.bare {
		if err := b.around(ctx); err != nil {
			return Built{}, fmt.Errorf("demonstration board and opinions: %w", err)
		}
	}
	checker, err := b.as(ctx, b.unit.With(data.Checker, ""))
	return Built{Desk: b.desk, Session: checker, Item: item}, err
}

// main makes the item of the main job: a 任前公示 where the plan has an entry for it, else an announcement under the
// plan's first entry.
func (b *builder) main(ctx context.Context) (data.Item, error) {
	i := b.unit.Main
	entry, ok := i.entryFor(b.catalogue)
	if !ok {
		entry = b.catalogue.Entries[0]
		i.Title = strings.ReplaceAll(b.unit.General.Title, "{entry}", entry.Title)
		i.Body = strings.ReplaceAll(b.unit.General.Body, "{entry}", entry.Title)
	}
	// What the lobby shows is for the whole society, whatever the plan's default for the entry.
	entry.Audience = data.Society
	if ok {
		entry.Mode, entry.Decision = data.Immediate, data.ByCollective
	}
	return b.item(ctx, i, entry)
}

func (b *builder) as(ctx context.Context, name string) (*desk.Session, error) {
	if s := b.sessions[name]; s != nil {
		return s, nil
	}
	s, err := b.desk.SignIn(ctx, name, b.unit.Password)
	b.sessions[name] = s
	return s, err
}

// item drafts an item and brings it as far as it says, by the people whose part each step is.
func (b *builder) item(ctx context.Context, i Item, entry data.Entry) (data.Item, error) {
	clerk, err := b.as(ctx, b.unit.With(data.Clerk, i.Office))
	if err != nil {
		return data.Item{}, err
	}
	b.clock.SetBack(i.DaysAgo, 12)
	item, err := clerk.NewDraft(ctx, entry.Code)
	if err != nil {
		return data.Item{}, err
	}
	content := data.NewContent(entry, b.unit.Unit, b.desk.Today(), b.calendar.Between)
	content.Title = i.Title
	today := data.DateOf(b.clock.real())
	content.Body = strings.ReplaceAll(i.Body, "{meeting}", today.Chinese())
	if content.Kind == data.Publicity {
		// The records are made in the past; the notice period runs from today, when the item goes up.
		content.IssueDate = today
		content.From = today.AddDays(1)
		content.To = data.LastWorkingDay(today, data.MinPublicityDays, b.calendar.Between)
	}
	item.Content = content
	if item, err = clerk.SaveDraft(ctx, item); err != nil {
		return data.Item{}, err
	}
	return b.bring(ctx, item, i, clerk)
}

// bring does the acts up to the one that the item says.
func (b *builder) bring(ctx context.Context, item data.Item, i Item, clerk *desk.Session) (data.Item, error) {
	if i.Until == "draft" {
		return item, nil
	}
	acts := data.Required(item.Decision)
	if i.Until == data.ActSendBack {
		acts = []data.Act{data.ActPropose, data.ActSendBack}
	}
	last := slices.Index(acts, i.Until)
	for n, act := range acts {
		if n > last {
			break
		}
		b.clock.SetBack(max(0, i.DaysAgo-n), 25+n*47)
		done, err := b.act(ctx, act, item, i, clerk)
		if err != nil {
			return data.Item{}, err
		}
		item = done
	}
	return item, nil
}

// kept keeps what the guard finds in a plan's own words, as a phone number in the title of an entry: the demonstration
// shows a plan as it is.
func (b *builder) kept(ctx context.Context, item data.Item) ([]data.Kept, error) {
	found, err := b.desk.Exposures(ctx, item)
	var kept []data.Kept
	for _, e := range found {
		kept = append(kept, data.Kept{Key: e.Key, Kind: e.Kind, Masked: e.Masked, Where: e.Where, Reason: b.unit.Notes.Propose})
	}
	return kept, err
}

// yearIn puts the year in the place of {year}.
func yearIn(text string, today data.Date) string {
	return strings.ReplaceAll(text, "{year}", fmt.Sprint(today.Year()))
}

func (b *builder) act(ctx context.Context, act data.Act, item data.Item, i Item, clerk *desk.Session) (data.Item, error) {
	checker, err := b.as(ctx, b.unit.With(data.Checker, ""))
	if err != nil {
		return data.Item{}, err
	}
	approver, err := b.as(ctx, b.unit.With(data.Approver, ""))
	if err != nil {
		return data.Item{}, err
	}
	today := b.desk.Today()
	switch act {
	case data.ActPropose:
		kept, err := b.kept(ctx, item)
		if err != nil {
			return data.Item{}, err
		}
		return clerk.Propose(ctx, item, data.Statement{Note: b.unit.Notes.Propose, Kept: kept})
	case data.ActCheck:
		kept, err := b.kept(ctx, item)
		if err != nil {
			return data.Item{}, err
		}
		return checker.Check(ctx, item, data.Statement{
			Note: b.unit.Notes.Check, Findings: &data.Findings{NotSecret: true, Necessary: true, Accurate: true}, Kept: kept,
		})
	case data.ActApprove:
		return approver.Approve(ctx, item, data.Statement{Note: b.unit.Notes.Approve})
	case data.ActDecide:
		m := b.unit.Meeting
		return approver.Decide(ctx, item, data.Statement{Meeting: &data.MeetingRecord{
			Name: m.Name, On: today, Minutes: yearIn(m.Minutes, today),
			Present: m.Present, Result: m.Result,
		}})
	case data.ActSendBack:
		return checker.SendBack(ctx, item, data.Statement{Note: i.Note})
	default:
		return clerk.Publish(ctx, item, data.Statement{Note: b.unit.Notes.Publish})
	}
}
