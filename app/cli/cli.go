// Package cli does the program's work without a window, for schedules, scripts and checks.
//
// Each command is one struct with a Run method beside its relatives; the words of a command line are the contract of
// scripts, so JSON keys and exit codes do not change: 0 done, 1 refused or a check failed, 2 wrong words. With --json
// one JSON document goes to the output; messages for people go to the error stream.
package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"io"
	"time"

	"github.com/alecthomas/kong"

	"gongkailan/app/words"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/reports/bulletin"
)

// Exit codes of the program.
const (
	Done       = 0
	Refused    = 1
	WrongWords = 2
)

// World is what the commands need from outside: streams, surroundings, the clock, and what only the composition can
// do, because it needs a window or joins several rooms.
type World struct {
	In       io.Reader
	Out, Err io.Writer
	Getenv   func(string) string
	Now      func() time.Time

	// Office and Kiosk open the windows and return when they are closed.
	Office func(context.Context, OfficeCall) error
	Kiosk  func(context.Context, KioskCall) error
	// SetPIN keeps the PIN by which staff leave the lobby view on this machine, in the lobby's folder; "" for the usual one.
	SetPIN func(folder, pin string) error
	// Issue makes the bulletin of what is public now and signs it as the person of the session.
	Issue func(ctx context.Context, d *desk.Desk, by *desk.Session, path string, now time.Time) (bulletin.Bulletin, error)
	// DeskPicture and KioskPicture paint the real screens without a display.
	DeskPicture  func(ctx context.Context, d *desk.Desk, by *desk.Session, number string) (image.Image, error)
	KioskPicture func(b bulletin.Bulletin) (image.Image, error)
	// Screens paints every screen of the desk in both languages and hands each over by name, zh/today.
	Screens func(ctx context.Context, put func(name string, picture image.Image) error) error
}

// OfficeCall is how the desk is opened.
type OfficeCall struct {
	DB       string // the database; "" for the usual place
	Demo     bool   // a demonstration unit, made anew where there is none
	Language string // "" where none was asked for: the one that the desk spoke last
}

// KioskPart is which part of the lobby a process is.
type KioskPart int

// The parts of the lobby.
const (
	KioskSupervised   KioskPart = iota // keeps the window up, in a process of its own
	KioskWindow                        // the window alone
	KioskChild                         // the window, kept up by a supervisor
	KioskOutOfService                  // what the supervisor shows while there is no window
)

// KioskCall is how the lobby view is opened. What is not named is as it was chosen before on this machine.
type KioskCall struct {
	Bulletin    string
	Outbox      string
	UnitKey     string
	Monitor     string
	PanelInches float64
	Folder      string // of the lobby on this machine; "" for the usual place
	Memory      string // of a child: where it remembers the public files that it has shown; "" for nowhere
	Windowed    bool
	Language    string
	Part        KioskPart
	Say         func(key string, args ...any) // tells a person something on the error stream
}

// Ended ends a command with an exit code of its own. Err is what is said before; nil says nothing.
type Ended struct {
	Code int
	Err  error
}

func (e Ended) Error() string { return fmt.Sprintf("ended with code %d", e.Code) }

// call is one call of the program: the world, the options that every command takes, and the words to answer in.
type call struct {
	World
	Globals
	ctx     context.Context
	words   words.Words
	sources []string // what was read from outside
}

// Globals are the options that every command takes.
type Globals struct {
	DB   string `help:"The database file." placeholder:"FILE" name:"db"`
	JSON bool   `help:"Print one JSON document on standard output." name:"json"`
	As   string `help:"Who acts. The password comes from GONGKAILAN_PASSWORD or a prompt." placeholder:"NAME"`
	Lang string `help:"Language of messages: zh or en." default:"" enum:"zh,en," env:"GONGKAILAN_LANG"`
}

// commands is the command line; each field is one command.
type commands struct {
	Globals

	Office       officeCommand       `cmd:"" default:"withargs" help:"The desk: the office's window."`
	Kiosk        kioskCommand        `cmd:"" help:"The lobby view, full screen."`
	Demo         demoCommand         `cmd:"" help:"The main job without a window, on a demonstration unit."`
	Init         initCommand         `cmd:"" help:"Make a new database for a unit."`
	Catalog      catalogCommands     `cmd:"" help:"The catalogue of what must be disclosed."`
	Item         itemCommands        `cmd:"" help:"The items."`
	Notice       noticeCommand       `cmd:"" help:"The notice of one item as PDF, as it hangs on the board."`
	Board        boardCommand        `cmd:"" help:"What changes today on the board of paper, as one PDF to print."`
	Document     documentCommands    `cmd:"" help:"The documents of the field, filled in from templates."`
	Approval     approvalCommand     `cmd:"" help:"The approval form of one item as PDF."`
	Checklist    checklistCommand    `cmd:"" help:"The inspection checklist in Excel."`
	Bulletin     bulletinCommands    `cmd:"" help:"The signed public file that the lobby reads."`
	Outbox       outboxCommands      `cmd:"" help:"What visitors sent at the lobby's screen."`
	Web          webCommand          `cmd:"" help:"A folder of web pages of what is published, to be read from a file share or a web server."`
	Backup       backupCommand       `cmd:"" help:"Make a back-up of the database and the kept files."`
	Restore      restoreCommand      `cmd:"" help:"Make a new database from a back-up."`
	Verify       verifyCommand       `cmd:"" help:"Check every signature and the whole chain."`
	VerifyNotice verifyNoticeCommand `cmd:"" help:"Check whether a notice is genuine and up now."`
	Guard        guardCommand        `cmd:"" help:"Look for personal data and secrecy marks in files."`
	Workday      workdayCommand      `cmd:"" help:"The last day of N working days, with its proof."`
	Typeset      typesetCommand      `cmd:"" help:"Lay a text out as a notice: first line is the title."`
	Screens      screensCommand      `cmd:"" help:"Pictures of every screen of the desk, for README and help."`
	Fonts        fontsCommand        `cmd:"" help:"Which face paints which part of a document, and where it comes from."`
}

// Run reads the words of a command line, does what they say and gives the exit code.
func Run(ctx context.Context, args []string, world World) int {
	var wanted commands
	exited := -1
	parser, err := kong.New(&wanted,
		kong.Name("gongkailan"), kong.Description("公开栏: a unit's 党务公开 from the catalogue to the wall."),
		kong.Writers(world.Out, world.Err), kong.Exit(func(code int) { exited = code }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}))
	if err != nil {
		panic(err) // the struct above is wrong; the first test would not run
	}
	speaks := words.For(languageOf(args, world.Getenv))
	wordHelp(parser.Model.Node, speaks)
	parsed, err := parser.Parse(args)
	if exited >= 0 { // --help
		return exited
	}
	if err != nil {
		fmt.Fprintln(world.Err, speaks.T("cli.usage", err))
		return WrongWords
	}
	c := &call{World: world, Globals: wanted.Globals, ctx: ctx, words: words.For(wanted.Lang)}
	if err := parsed.Run(c); err != nil {
		return c.ended(err)
	}
	return Done
}

// ended says why a command has failed and gives the exit code.
func (c *call) ended(err error) int {
	own := Ended{Code: Refused, Err: err}
	errors.As(err, &own)
	if own.Err != nil && !errors.Is(own.Err, errSaid) {
		fmt.Fprintln(c.Err, c.words.Error(own.Err))
	}
	return own.Code
}

// errSaid ends a command with exit code 1 whose message has been given already.
var errSaid = errors.New("said")

// say prints a message for people on the error stream.
func (c *call) say(key string, args ...any) { fmt.Fprintln(c.Err, c.words.T(key, args...)) }

// print prints a line of the answer on the output; with --json there is only the document.
func (c *call) print(format string, args ...any) {
	if !c.JSON {
		fmt.Fprintf(c.Out, format+"\n", args...)
	}
}

// document prints the JSON document, when --json asks for one.
func (c *call) document(value any) error {
	if !c.JSON {
		return nil
	}
	encoder := json.NewEncoder(c.Out)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(value)
}

// today is the civil date of the clock.
func (c *call) today() data.Date { return data.DateOf(c.Now()) }
