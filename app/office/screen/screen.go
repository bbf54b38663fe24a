// Package screen is what the areas of the desk share: where one can go, what every screen is given, and what the desk's
// frame asks of a screen. It keeps the areas from importing one another and the frame.
package screen

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"gongkailan/app/platform"
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
	Today    Area = "today"
	Catalog  Area = "catalog"
	Items    Area = "items"
	Board    Area = "board"
	Cases    Area = "cases"
	Help     Area = "help"
	Settings Area = "settings"
)

// Route is a place of the desk: an area, and in it a thing. Routes compare with ==.
type Route struct {
	Area   Area
	Number string // of an item or an opinion
	Query  string // what the list of items is narrowed to at first
	Status string
	New    bool   // the page on which an item or an opinion is entered
	Find   bool   // the list of items with the caret in its search box
	Topic  string // of the help
	// Section is one of the settings, "" for the first, or a page of the opinions beside the list; a page inside one after a
	// stroke.
	Section string
}

// Screen is what fills the place beside the rail.
type Screen interface {
	Object() fyne.CanvasObject
	Load()  // reads what it shows, through its loader
	Leave() // called before another screen takes its place
}

// Keeper is a screen on which something is typed that must not be lost: before it is left for good, the desk locked or
// the window closed, it is asked to save, and tells on the main goroutine whether all is safe.
type Keeper interface {
	Keep(then func(err error))
}

// Finder is a screen with a box to search in; Ctrl+F leads there.
type Finder interface {
	Focus() fyne.Focusable
}

// Guided is a screen that knows which page of the help fits what is open on it; F1 and Ctrl+H open that page.
type Guided interface {
	Topic() string
}

// Printer is a screen that has something to print; Ctrl+P prints it.
type Printer interface {
	Print()
}

// Exporter is a screen whose paper can be opened with the system's viewer, or put elsewhere as a file.
type Exporter interface {
	ShowPaper()
	SavePaperAs()
}

// Packer is a screen that makes a pack for the board: all that changes today, or the whole board as it stands.
type Packer interface {
	Pack(whole bool)
}

// Dropper is a screen that takes files that are let go over the window.
type Dropper interface {
	Dropped(files []DroppedFile)
}

// DroppedFile is a file that was let go over the window. Read reads it, beside the main goroutine.
type DroppedFile struct {
	Name string
	Read func() ([]byte, error)
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
	Works    *ui.Works // shows work that takes longer than a moment; nil in a test
	After    func(time.Duration, func()) (cancel func())
	Go       func(Route) // opens another place
	Files    Files
	// Changed is called after what is public has changed; it issues the bulletin.
	Changed func(ctx context.Context, by *desk.Session) error

	Prefs          Prefs                     // nil where this machine remembers nothing, as in a picture
	FaceUses       func() []platform.FaceUse // which faces the desk prints in; nil for the embedded ones
	SwitchLanguage func()
	Large          bool       // the desk is in large type
	Enlarge        func(bool) // nil where that cannot be chosen
}

// Prefs is what this machine remembers, beside the database.
type Prefs interface {
	String(key string) string
	SetString(key, value string)
}

// FolderPicker asks for a folder with the system's dialog; nothing is told when it is cancelled. Files may offer it.
type FolderPicker interface {
	PickFolder(chosen func(path string))
}

// Files is how screens meet the file system: by the system's dialogs and viewer.
type Files interface {
	// Open asks for a file with one of the endings and hands its name and bytes over; nothing when it is cancelled.
	Open(endings []string, take func(name string, raw []byte, err error))
	// Save writes bytes under a name that is proposed in the folder for documents, and opens the file with the system's
	// viewer. It gives the path, with an error beside it where the file is written but nothing can show it.
	Save(name string, raw []byte) (path string, err error)
	// Put does what Save does and does not open the file.
	Put(name string, raw []byte) (path string, err error)
	// Show opens a file with the system's viewer.
	Show(path string) error
	// Print sends a file to the printer. It tells whether it was sent; where the system has no printer, the viewer is
	// open with it instead.
	Print(path string) (sent bool, err error)
	// SaveAs asks where bytes are to be put and tells where they are; nothing when it is cancelled.
	SaveAs(name string, raw []byte, done func(path string, err error))
	// ShowFolder shows the folder for documents.
	ShowFolder() error
}
