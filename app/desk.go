package app

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/cli"
	"gongkailan/app/demo"
	"gongkailan/app/issuing"
	"gongkailan/app/office"
	"gongkailan/app/office/settings"
	"gongkailan/app/platform"
	"gongkailan/app/prefs"
	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/assets"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/workday"
	"gongkailan/reports/bulletin"
	"gongkailan/reports/face"
)

// appID names the program to the system.
const appID = "cn.gongkailan.desk"

// newApp starts the window library in the house's look and language.
func newApp(language string) (fyne.App, error) {
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return nil, data.Refuse(data.ErrRefused, "app.nodisplay")
	}
	// A bare machine's locale "C" is none that the library knows; ours does not depend on it.
	if locale := os.Getenv("LANG"); locale == "" || locale == "C" || locale == "POSIX" || locale == "C.UTF-8" {
		if err := os.Setenv("LANG", "zh_CN.UTF-8"); err != nil {
			return nil, err
		}
	}
	a := fyneapp.NewWithID(appID)
	a.Settings().SetTheme(ui.Theme{})
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon()))
	return a, speak(language)
}

// speak has the library's own few texts follow the language of the desk, not that of the system.
func speak(language string) error {
	return lang.AddTranslationsForLocale(assets.Translation(language), lang.SystemLocale())
}

// onMain runs work off the main goroutine and shows its result on it.
func onMain() *ui.Loader { return ui.NewLoader(func(work func()) { go work() }, fyne.Do) }

// later runs a function after a time, on the main goroutine, unless it is called off before.
func later(wait time.Duration, do func()) (cancel func()) {
	timer := time.AfterFunc(wait, func() { fyne.Do(do) })
	return func() { timer.Stop() }
}

// openOffice opens the desk's window and returns when it is closed.
func openOffice(ctx context.Context, call cli.OfficeCall) error {
	a, err := newApp(words.Chinese)
	if err != nil {
		return err
	}
	remembered := prefs.In(a.Preferences())
	spoken := words.For(cmp.Or(call.Language, remembered.Language()))
	if err := speak(spoken.Language); err != nil {
		return err
	}
	size := newTypeSize(a, remembered.Large())
	d, unit, err := openDesk(ctx, call)
	if err != nil {
		showRefusal(a, spoken, err)
		return err
	}
	files := crashBeside(d.Path())
	crash, err := watchCrash(files)
	if err != nil {
		fyne.LogError("how this run ends will not be recorded", err)
	}
	w := a.NewWindow("公开栏")
	loader, faces := onMain(), facesOf(unit != nil, d.Path())
	issuer := issuerOf(d, faces, a.Preferences())
	o := office.New(office.Options{
		Desk: d, Language: spoken.Language, Now: time.Now, Faces: faces,
		Loader: loader, After: later, Issuer: issuer, Demo: unit,
		Files: platform.Files{
			Window: w, Words: func() words.Words { return spoken }, Folder: documents(d.Path()), Loader: loader,
		},
		Spoken: func(now words.Words) {
			spoken = now
			remembered.SetLanguage(now.Language)
			if err := speak(now.Language); err != nil {
				fyne.LogError("the texts of the window library stay in the language before", err)
			}
		},
		Machine: office.Machine{
			Large: remembered.Large(), Crash: crash,
			Enlarge: func(large bool) {
				remembered.SetLarge(large)
				size.enlarge(w, large)
			},
			CloseDialogs: func() { platform.CloseDialogs(w) },
			Closing:      func() { rememberWindow(remembered, w) },
		},
		Prefs:    a.Preferences(),
		FaceUses: func() []platform.FaceUse { return faceUses(unit != nil, d.Path()) },
	})
	o.Attach(w)
	w.Resize(fyne.NewSize(remembered.Size()))
	w.CenterOnScreen()
	if place, known := remembered.Place(); known {
		a.Lifecycle().SetOnStarted(func() { platform.PutAt(w, place) })
	}
	w.ShowAndRun()
	issuer.Stop()
	backUpAtLast(ctx, d, a.Preferences())
	return errors.Join(d.Close(), files.ended())
}

// rememberWindow keeps how large the window is and, where the system tells it, where it stands.
func rememberWindow(p prefs.Prefs, w fyne.Window) {
	size := w.Canvas().Size()
	p.SetSize(size.Width, size.Height)
	if place, known := platform.PlaceOf(w); known {
		p.SetPlace(place)
	}
}

// backUpAtLast makes the back-up of the day when the desk closes, where the day's first sign-in has not: a desk that is
// left open for days has its own too.
func backUpAtLast(ctx context.Context, d *desk.Desk, prefs fyne.Preferences) {
	daily, due := settings.Due(prefs, d)
	if !due {
		return
	}
	made, err := settings.BackUp(ctx, d, daily.Folder)
	if err != nil {
		fyne.LogError("the back-up of the day was not made; the next sign-in tries again", err)
		return
	}
	daily.Made(made)
}

// openDesk opens the database of the call, and makes a new one where there is none: a demonstration with --demo, else
// one that the first-start wizard founds.
func openDesk(ctx context.Context, call cli.OfficeCall) (*desk.Desk, *demo.Unit, error) {
	path := call.DB
	if path == "" {
		usual, err := cli.UsualDatabase()
		if err != nil {
			return nil, nil, err
		}
		if path = usual; call.Demo {
			path = filepath.Join(filepath.Dir(usual), "demo.db")
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return nil, nil, err
		}
	}
	_, err := os.Stat(path)
	missing := errors.Is(err, fs.ErrNotExist)
	opt := desk.Options{Now: time.Now, Calendar: workday.New()}
	var d *desk.Desk
	switch {
	case missing && call.Demo:
		d, err = newDemo(ctx, path, opt)
	case missing:
		d, err = newDatabase(ctx, path, opt)
	default:
		d, err = desk.Open(ctx, path, opt)
	}
	if err != nil {
		return nil, nil, err
	}
	unit, err := d.Unit(ctx)
	if err != nil {
		return nil, nil, errors.Join(err, d.Close())
	}
	if !unit.Demo {
		return d, nil, nil
	}
	who := demo.Read()
	return d, &who, nil
}

// newDemo makes the demonstration unit beside and renames it, so that a run that is broken off leaves no half unit.
func newDemo(ctx context.Context, path string, opt desk.Options) (*desk.Desk, error) {
	beside := path + ".new"
	for _, ending := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(beside + ending); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	built, err := demo.Build(ctx, beside, demo.Options{Now: opt.Now})
	if err != nil {
		return nil, err
	}
	if err := errors.Join(built.Desk.Close(), os.Rename(beside, path)); err != nil {
		return nil, err
	}
	return desk.Open(ctx, path, opt)
}

// newDatabase makes a database with the default catalogue for a unit that the wizard will name.
func newDatabase(ctx context.Context, path string, opt desk.Options) (*desk.Desk, error) {
	catalogue, err := data.ReadCatalogue(assets.DefaultCatalogue())
	if err != nil {
		return nil, err
	}
	catalogue.From = data.DateOf(opt.Now())
	return desk.Create(ctx, path, desk.Setup{Unit: data.Unit{Name: data.Unnamed}, Catalogue: catalogue}, opt)
}

// documents is the folder for what is printed: 公开栏 in the user's documents, else beside the database.
func documents(database string) string {
	if home, err := os.UserHomeDir(); err == nil {
		for _, name := range []string{"Documents", "文档"} {
			if info, err := os.Stat(filepath.Join(home, name)); err == nil && info.IsDir() {
				return filepath.Join(home, name, "公开栏")
			}
		}
	}
	return filepath.Join(filepath.Dir(database), "公开栏文件")
}

// issuerOf keeps the public files of the database's unit up to date on this machine.
func issuerOf(d *desk.Desk, faces *face.Set, remembered issuing.Prefs) *issuing.Issuer {
	with := newTypesetting(faces)
	return issuing.New(issuing.Options{
		Desk: d, Path: bulletinBeside(d.Path()), Prefs: remembered, Now: time.Now,
		Make: func(ctx context.Context, by *desk.Session, path string) (bulletin.Bulletin, error) {
			return issueIn(ctx, d, by, path, time.Now(), with)
		},
		Due: func(ctx context.Context, last bulletin.Bulletin) (bool, error) {
			return bulletinDue(ctx, d, last, time.Now(), faces)
		},
		Go: func(work func()) { go work() }, After: inTime,
	})
}

// inTime runs a function after a time, beside the main goroutine, unless it is called off before.
func inTime(wait time.Duration, do func()) (cancel func()) {
	timer := time.AfterFunc(wait, do)
	return func() { timer.Stop() }
}

// bulletinBeside is where the desk keeps the public file: beside the database, under its name.
func bulletinBeside(database string) string {
	return database[:len(database)-len(filepath.Ext(database))] + ".gkb"
}

// showRefusal tells in a window why the desk does not open; a program without a console has no other way.
func showRefusal(a fyne.App, w words.Words, err error) {
	window := a.NewWindow("公开栏")
	closing := widget.NewButton(w.T("app.close"), window.Close)
	closing.Importance = widget.HighImportance
	window.SetContent(container.NewCenter(container.NewStack(ui.Space(560, 1), ui.Panel(ui.Inset(28, ui.Column(14,
		ui.Serif("公开栏", 24, ui.Red()), ui.Paragraph(w.Error(err)), ui.Line(8, closing)))))))
	window.Resize(fyne.NewSize(720, 360))
	window.CenterOnScreen()
	window.ShowAndRun()
}
