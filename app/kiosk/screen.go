package kiosk

import (
	"fmt"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"gongkailan/app/pageview"
	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data"
	"gongkailan/data/outbox"
	"gongkailan/reports/bulletin"
	"gongkailan/reports/page"
)

// screen is what a visitor sees and touches. It shows a session; every change of the session builds it anew, and the
// clock and the countdowns change in place.
type screen struct {
	options Options
	chinese words.Words // both are read once: reading takes milliseconds, and the screen asks all the time
	english words.Words
	loader  *ui.Loader // of PIN checks
	letters *ui.Loader // of what is sent and asked for
	boxes   *ui.Loader // of looks at the outbox
	pace    outbox.Pace
	closed  error // why this machine takes no messages; nil where it does
	session Session
	hand    hand

	bulletin bulletin.Bulletin
	edition  int   // counts the files that were read
	problem  error // why there is nothing to show; nil for a file that holds
	trouble  error // why the file that lies there is not the one that is shown; nil where it is
	day      data.Date
	time     timekeeper
	kept     time.Time // when the time was last put away
	shelf    *shelf
	leaves   leaves

	teacher  *ui.Loader
	learning *shelf // for which the typist is ready, or made ready
	typist   typist
	found    finding

	worker *ui.Loader // of what staff have done
	asker  *ui.Loader // of what the staff's place tells
	facts  facts
	prints []time.Time // that visitors had made

	frame frame
	root  *fyne.Container
	body  *fyne.Container
	sheet *pageview.Sheet
	// others are the sheets beside it on a wide board
	others []*pageview.Sheet
	dark   bool // dimmed for the night
	tiles  []*tile
	spare  []*tile                     // all that were ever made, those on the screen first
	signs  map[string][]*canvas.Raster // all icons that were ever made, by what they show

	date, clock, countdown *canvas.Text
	well                   wellness
}

func newScreen(o Options, loader *ui.Loader) *screen {
	s := &screen{options: o, loader: loader, session: NewSession(o.Now()), body: container.NewWithoutLayout(), signs: map[string][]*canvas.Raster{}}
	s.letters, s.boxes, s.teacher = loader.Again(), loader.Again(), loader.Again()
	s.chinese, s.english = o.Words(words.Chinese), o.Words(words.English)
	s.sheet = pageview.NewSheet(o.Faces, loader.Again()).Steady()
	s.time = openClock(o.Folder).read(o.Now(), o.Elapsed(), time.Time{})
	s.session.pin = openLock(o.Folder).pad(o.Now())
	s.worker, s.asker = loader.Again(), loader.Again()
	s.root = container.New(rootLayout{s}, s.body)
	s.stock()
	return s
}

// rootLayout builds the screen whenever it gets another size.
type rootLayout struct{ screen *screen }

// MinSize lets the window be as small as it likes.
func (rootLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 320) }

// Layout builds the screen for a new size.
func (l rootLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.screen.body.Resize(size)
	l.screen.stock()
	l.screen.build()
}

// show takes a public file that holds, or the reason why there is none.
func (s *screen) show(b bulletin.Bulletin, problem error) {
	s.bulletin, s.problem = b, problem
	s.leaves = leaves{from: b.Pages}
	s.edition++
	s.stock()
	kind := FileGood
	if problem != nil {
		kind = FileBroken
	}
	s.session = s.session.Handle(Event{Kind: kind}, s.options.Now(), s.shelf)
	s.build()
}

// take shows a newer public file.
func (s *screen) take(b bulletin.Bulletin) { s.show(b, nil) }

// refuse takes note that the file that lies there is not shown, and why; nil where it is. What was shown before stays;
// where there is nothing to go on with, visitors are told.
func (s *screen) refuse(trouble error) {
	s.trouble = trouble
	if trouble != nil && (s.problem != nil || s.edition == 0) {
		s.show(bulletin.Bulletin{}, trouble)
	}
}

// stock puts on the shelf what may be shown today and tells it how much the screen shows at once. Where the file does
// not hold, the shelf is empty: nothing of it can be shown, whatever else goes wrong.
func (s *screen) stock() {
	if s.problem != nil {
		s.bulletin = bulletin.Bulletin{}
	}
	s.day = s.time.day(s.options.Now(), s.bulletin.IssuedAt())
	s.shelf = newShelf(s.bulletin, s.day)
	s.shelf.pages = s.leaves.of
	size := s.body.Size()
	s.shelf.parts = func(at Spot, p page.Page) []part {
		f := newFrame(size.Width, size.Height, s.least(), false, Loop)
		if it, ok := s.shelf.item(at.Number); ok && f.portrait && len(it.Attachments) > 0 {
			f = f.enclosed(true, 0)
		}
		place := f.readingPlace()
		return parts(p, float64(place.w)/float64(place.h))
	}
	s.shelf.places = func(session Session) int {
		return len(newFrame(size.Width, size.Height, s.least(), false, Loop).slots(session.Large))
	}
	s.shelf.lists = func(on *shelf, session Session) int {
		switch session.At {
		case Browse:
			return s.groupLists(on, session)
		case Category:
			per := rowsOn(newFrame(size.Width, size.Height, s.least(), session.Low, Category).list.h, session.Large)
			return (len(on.under(session.Category)) + per - 1) / per
		case Search:
			per := s.foundOn(s.frameFor(session, Search), session)
			return (len(s.results(session)) + per - 1) / per
		case Staff:
			return s.staffLists(session)
		}
		return 1
	}
}

// handle lets something happen and shows what it changed.
func (s *screen) handle(e Event) {
	before := s.session
	s.session = before.Handle(e, s.options.Now(), s.shelf)
	if s.session.Left {
		if !before.Left {
			s.options.leave()
		}
		return
	}
	if s.session.Slide != before.Slide || s.session.Reading != before.Reading {
		s.well.turns++
	}
	s.learn()
	s.afterStaff(before)
	if s.session.search == (search{}) {
		s.found = finding{}
	}
	if s.session.look() != before.look() || s.dark != s.session.dims(s.options.Night, s.options.Now()) {
		s.build()
	}
	s.begin(before)
}

// tick lets time pass.
func (s *screen) tick() {
	now := s.options.Now()
	s.passes(now)
	newDay := s.time.day(now, s.bulletin.IssuedAt()) != s.day
	if newDay { // what had its last day yesterday comes down
		s.stock()
	}
	s.held(now)
	s.handle(Event{Kind: Tick})
	if newDay {
		s.build()
	}
	s.pulse(now)
	s.sayWell(now)
}

// pulse writes what changes by itself: the clock and the countdowns.
func (s *screen) pulse(now time.Time) {
	rewrite := func(t *canvas.Text, text string) {
		if t != nil && t.Text != text {
			t.Text = text
			t.Refresh()
		}
	}
	rewrite(s.date, s.words().Date(s.day)+" "+s.words().Weekday(s.day))
	rewrite(s.clock, now.In(data.Shanghai()).Format("15:04"))
	rewrite(s.countdown, s.counting(now))
}

// counting says what the countdown on the screen says.
func (s *screen) counting(now time.Time) string {
	switch s.session.At {
	case StillThere:
		return s.words().T("kiosk.still.text", s.session.Countdown(now))
	case AskBack:
		return s.askMessage(now)
	}
	return s.padMessage(now)
}

// look is all of a session that can be seen on the screen without a clock.
func (s Session) look() Session {
	s.touched, s.slid, s.asked = time.Time{}, time.Time{}, time.Time{}
	if s.At != Loop && s.Under != Loop && !s.Low {
		s.Slide = Spot{}
	}
	return s
}

// words gives the texts in the language that the visitor chose.
func (s *screen) words() words.Words {
	if s.session.Foreign {
		return s.english
	}
	return s.chinese
}

// enlarged is how much larger the texts of the screen are under large type.
func (s *screen) enlarged() float32 {
	if s.session.Large {
		return 1.2
	}
	return 1
}

// build puts the whole screen together for the session as it is.
func (s *screen) build() {
	at := s.session.At
	if at == StillThere {
		at = s.session.Under
	}
	s.frame = s.frameFor(s.session, at)
	s.dark = s.session.dims(s.options.Night, s.options.Now())
	e := &easel{frame: s.frame, colours: s.colours(), screen: s, signs: map[string]int{}}
	s.date, s.clock, s.countdown = nil, nil, nil
	e.ground()
	e.catcher()
	s.head(e, at)
	switch at {
	case Loop:
		s.loop(e)
	case Browse:
		s.browse(e)
	case Category:
		s.category(e)
	case Item:
		s.item(e)
	case Verify:
		s.verify(e)
	case Speak:
		s.speak(e)
	case Ballot:
		s.ballotPage(e)
	case AskBack:
		s.askBack(e)
	case Search:
		s.searching(e)
	case PINPad:
		s.pad(e)
	case Staff:
		s.staffPlace(e)
	case Broken:
		s.brokenPage(e)
	}
	if s.session.At == StillThere {
		s.stillThere(e)
	}
	s.clear(e)
	s.tiles = e.tiles
	for _, t := range s.spare[len(s.tiles):] {
		t.target = target{} // what it did may hold what a visitor typed
	}
	s.body.Objects = e.objects
	s.body.Refresh()
	s.pulse(s.options.Now())
}

// key names a picture of the pages.
func (s *screen) key(at Spot) string {
	mark := s.bulletin.LeafMark(at.Number)
	if mark == "" {
		mark = strconv.Itoa(s.edition) + " " + at.Number
	}
	return fmt.Sprintf("%s %d %d %v", mark, at.Page, at.Part, s.session.Large)
}
