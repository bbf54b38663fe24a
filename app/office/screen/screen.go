// Package screen is what the areas of the desk share: where one can go, what every screen is given, and what the desk's
// frame asks of a screen. It keeps the areas from importing one another and the frame.
package screen

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data/desk"
	"gongkailan/data/workday"
	"gongkailan/reports/face"
)

// Area is one of the desk's areas, as the rail lists them.
type Area string

// The areas of the desk.
const (
	Today   Area = "today"
	Catalog Area = "catalog"
	Items   Area = "items"
)

// Route is a place of the desk: an area, and in it a thing. Routes compare with ==.
type Route struct {
	Area   Area
	Number string // of an item
	Query  string // what the list of items is narrowed to at first
	Status string
	New    bool // the page that begins a new item
}

// Screen is what fills the place beside the rail.
type Screen interface {
	Object() fyne.CanvasObject
	Load()  // reads what it shows, through its loader
	Leave() // called before another screen takes its place; saves what must not be lost
}

// Env is what every screen is given.
type Env struct {
	Desk     *desk.Desk
	Session  *desk.Session
	Words    words.Words
	Now      func() time.Time
	Calendar workday.Calendar
	Faces    *face.Set
	Loader   *ui.Loader // each screen takes one of its own with Again
	Notices  *ui.Notices
	After    func(time.Duration, func()) (cancel func())
	Go       func(Route) // opens another place
	Files    Files
	// Changed is called after what is public has changed; it issues the bulletin.
	Changed func(ctx context.Context, by *desk.Session) error
}

// Files is how screens meet the file system: by the system's dialogs and viewer.
type Files interface {
	// Open asks for a file with one of the endings and hands its name and bytes over; nothing when it is cancelled.
	Open(endings []string, take func(name string, raw []byte, err error))
	// Save writes bytes under a name that is proposed in the folder for documents, and opens the file with the system's
	// viewer. It gives the path.
	Save(name string, raw []byte) (path string, err error)
}
