package cli

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"

	"gongkailan/app/demo"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/workday"
	"gongkailan/reports"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

// demoCommand does the main job without a window, on a demonstration unit.
type demoCommand struct {
	Out  string `required:"" help:"The folder for what it writes; made where it is missing." placeholder:"DIR"`
	Plan string `help:"The plan to import in place of the demonstration unit's own." placeholder:"FILE"`
}

// demoDocument is what the demonstration made, as JSON; the keys are a contract.
type demoDocument struct {
	Number string    `json:"number"`
	Title  string    `json:"title"`
	Status string    `json:"status"`
	Files  demoFiles `json:"files"`
}

type demoFiles struct {
	Notice    string `json:"notice"`
	Approval  string `json:"approval"`
	Checklist string `json:"checklist"`
	Bulletin  string `json:"bulletin"`
	DB        string `json:"db"`
	Desk      string `json:"desk"`
	Kiosk     string `json:"kiosk"`
}

// Run imports the plan, proposes, checks, approves and publishes, and writes every document of it. Everything is made in
// a folder of its own and moved when it is whole, so that a full disk or a second run leaves no half unit behind.
func (m *demoCommand) Run(c *call) error {
	plan, err := m.plan(c)
	if err != nil {
		return err
	}
	out, err := filepath.Abs(m.Out)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return data.Refuse(data.ErrInvalid, "file.unwritable", m.Out)
	}
	files := demoFilesIn(out)
	if err := mayReplaceDemo(c, files.DB); err != nil {
		return err
	}
	workshop, err := os.MkdirTemp(out, ".demo-*")
	if err != nil {
		return data.Refuse(data.ErrInvalid, "file.unwritable", m.Out)
	}
	built, err := m.build(c, demoFilesIn(workshop), plan)
	if err == nil {
		err = moveDemo(demoFilesIn(workshop), files)
	}
	if err := errors.Join(err, os.RemoveAll(workshop)); err != nil {
		return err
	}
	doc := demoDocument{
		Number: built.Number, Title: built.Title, Status: c.words.T("status." + string(built.Status)), Files: files,
	}
	c.print("%s  %s  %s", doc.Number, doc.Status, doc.Title)
	for _, path := range files.all() {
		c.say("cli.wrote", path)
	}
	return c.document(doc)
}

// build makes the unit and its documents and closes the database.
func (m *demoCommand) build(c *call, files demoFiles, plan []byte) (data.Item, error) {
	built, err := demo.Build(c.ctx, files.DB, demo.Options{Plan: plan, Now: c.Now})
	if err != nil {
		return data.Item{}, err
	}
	return built.Item, errors.Join(m.write(c, built, files), built.Desk.Close())
}

func demoFilesIn(folder string) demoFiles {
	in := func(name string) string { return filepath.Join(folder, name) }
	return demoFiles{
		in("notice.pdf"), in("approval.pdf"), in("checklist.xlsx"), in("bulletin.gkb"), in("demo.db"), in("desk.png"), in("kiosk.png"),
	}
}

func (f demoFiles) all() []string {
	return []string{f.Notice, f.Approval, f.Checklist, f.Bulletin, f.DB, f.Desk, f.Kiosk}
}

// moveDemo puts the files where they belong; what an older demonstration's database left beside it goes.
func moveDemo(from, to demoFiles) error {
	for _, ending := range []string{"-wal", "-shm"} {
		if err := os.Remove(to.DB + ending); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return data.Refuse(data.ErrInvalid, "file.unwritable", to.DB)
		}
	}
	for i, path := range from.all() {
		if err := os.Rename(path, to.all()[i]); err != nil {
			return data.Refuse(data.ErrInvalid, "file.unwritable", to.all()[i])
		}
	}
	return nil
}

func (m *demoCommand) plan(c *call) ([]byte, error) {
	if m.Plan == "" {
		return nil, nil
	}
	return c.read(m.Plan)
}

// mayReplaceDemo tells whether a demonstration may be put at the path. Only the database of an earlier demonstration is
// replaced; any other file of that name is somebody's work and is left.
func mayReplaceDemo(c *call, path string) error {
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	old, err := desk.Open(c.ctx, path, c.options())
	if err != nil {
		return data.Refuse(data.ErrRefused, "demo.taken", path)
	}
	unit, err := old.Unit(c.ctx)
	if err := errors.Join(err, old.Close()); err != nil {
		return err
	}
	if !unit.Demo {
		return data.Refuse(data.ErrRefused, "demo.taken", path)
	}
	return nil
}

func (m *demoCommand) write(c *call, built demo.Built, files demoFiles) error {
	faces := face.Embedded()
	notice, err := reports.NoticeOf(built.Item, workday.New().Between, reports.PicturesOf(c.ctx, built.Desk.File), faces)
	if err != nil {
		return err
	}
	if err := c.putPDF(files.Notice, notice, faces); err != nil {
		return err
	}
	form, err := approvalOf(c, built.Desk, built.Item.Number, faces)
	if err != nil {
		return err
	}
	if err := c.putPDF(files.Approval, form, faces); err != nil {
		return err
	}
	book, err := checklistOf(c, built.Desk)
	if err != nil {
		return err
	}
	if err := c.put(files.Checklist, book); err != nil {
		return err
	}
	issued, err := c.Issue(c.ctx, built.Desk, built.Session, files.Bulletin, c.Now())
	if err != nil {
		return err
	}
	picture, err := c.DeskPicture(c.ctx, built.Desk, built.Session, built.Item.Number)
	if err != nil {
		return err
	}
	if err := c.putPNG(files.Desk, picture); err != nil {
		return err
	}
	if picture, err = c.KioskPicture(issued); err != nil {
		return err
	}
	return c.putPNG(files.Kiosk, picture)
}

func (c *call) putPNG(path string, picture image.Image) error {
	var out bytes.Buffer
	smallest := png.Encoder{CompressionLevel: png.BestCompression}
	if err := smallest.Encode(&out, picture); err != nil {
		return err
	}
	return c.put(path, out.Bytes())
}

func (c *call) putPDF(path string, doc page.Document, faces *face.Set) error {
	raw, err := c.paintPDF(doc, faces)
	if err != nil {
		return err
	}
	return c.put(path, raw)
}
