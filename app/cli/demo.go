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

// Run imports the plan, proposes, checks, approves and publishes, and writes every document of it.
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
	in := func(name string) string { return filepath.Join(out, name) }
	files := demoFiles{
		in("notice.pdf"), in("approval.pdf"), in("checklist.xlsx"), in("bulletin.gkb"), in("demo.db"), in("desk.png"), in("kiosk.png"),
	}
	if err := clearOld(c, files.DB); err != nil {
		return err
	}
	built, err := demo.Build(c.ctx, files.DB, demo.Options{Plan: plan, Now: c.Now})
	if err != nil {
		return err
	}
	if err := errors.Join(m.write(c, built, files), built.Desk.Close()); err != nil {
		return err
	}
	doc := demoDocument{
		Number: built.Item.Number, Title: built.Item.Title, Status: c.words.T("status." + string(built.Item.Status)), Files: files,
	}
	c.print("%s  %s  %s", doc.Number, doc.Status, doc.Title)
	for _, path := range []string{files.Notice, files.Approval, files.Checklist, files.Bulletin, files.DB, files.Desk, files.Kiosk} {
		c.print("  %s", path)
	}
	return c.document(doc)
}

func (m *demoCommand) plan(c *call) ([]byte, error) {
	if m.Plan == "" {
		return nil, nil
	}
	return c.read(m.Plan)
}

// clearOld makes room for a new demonstration. Only the database of an earlier demonstration is taken away; any other
// file of that name is somebody's work and is left.
func clearOld(c *call, path string) error {
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
	for _, ending := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(path + ending); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return data.Refuse(data.ErrInvalid, "file.unwritable", path)
		}
	}
	return nil
}

func (m *demoCommand) write(c *call, built demo.Built, files demoFiles) error {
	faces := face.Embedded()
	notice, err := reports.NoticeOf(built.Item, workday.New().Between, faces)
	if err != nil {
		return err
	}
	if err := c.writePDF(files.Notice, notice, faces); err != nil {
		return err
	}
	form, err := approvalOf(c, built.Desk, built.Item.Number)
	if err != nil {
		return err
	}
	if err := c.writePDF(files.Approval, form, faces); err != nil {
		return err
	}
	book, err := checklistOf(c, built.Desk)
	if err != nil {
		return err
	}
	if err := c.write(files.Checklist, book); err != nil {
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
	if err := c.writePNG(files.Desk, picture); err != nil {
		return err
	}
	if picture, err = c.KioskPicture(issued); err != nil {
		return err
	}
	return c.writePNG(files.Kiosk, picture)
}

func (c *call) writePNG(path string, picture image.Image) error {
	var out bytes.Buffer
	if err := png.Encode(&out, picture); err != nil {
		return err
	}
	return c.write(path, out.Bytes())
}
