package cli

import (
	"os"
	"path/filepath"
	"runtime"

	"gongkailan/app/platform"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

// facesOption is the choice of faces that a command has which lays out paper.
type facesOption struct {
	Faces string `help:"The faces to print in: the system's where they are found, or the embedded ones." enum:",system,embedded" default:"" placeholder:"system|embedded"`
}

// facesOf gives the faces to print a document of the database in, with a file in the place of the body's where one is
// named. Without a choice they are the system's, as the office is used to them; a demonstration unit's papers look the
// same on every machine.
func (o facesOption) facesOf(c *call, d *desk.Desk, font string) (*face.Set, error) {
	unit, err := d.Unit(c.ctx)
	if err != nil {
		return nil, err
	}
	return o.faces(c, unit.Demo, font)
}

// faces gives the faces of the choice; same asks, where none was made, for those that are the same on every machine.
func (o facesOption) faces(c *call, same bool, font string) (*face.Set, error) {
	var set *face.Set
	if o.Faces == "embedded" || o.Faces == "" && same {
		set = face.Embedded()
	} else {
		set = platform.FaceSet(c.foundFaces())
	}
	if font == "" {
		return set, nil
	}
	if info, err := os.Stat(font); err == nil && info.Size() > mostFont {
		return nil, data.Refuse(data.ErrInvalid, "font.kind")
	}
	raw, err := c.read(font)
	if err != nil {
		return nil, err
	}
	return set, set.Replace(page.FangSong, "own", raw)
}

// foundFaces looks for the faces of this machine, those beside the call's database first.
func (c *call) foundFaces() []platform.FoundFace {
	database, err := c.database()
	if err != nil {
		database = "" // the system has no place for a user's files; its own faces are there
	}
	return platform.FindFaces(platform.FontFolders(runtime.GOOS, database, c.Getenv))
}

// mostFont is the largest font file that is read, in bytes.
const mostFont = 64 << 20

// fontsCommand tells which face plays which role.
type fontsCommand struct{}

// fontRow is a role as JSON.
type fontRow struct {
	Role     page.Face     `json:"role"`
	Name     string        `json:"name"` // of the role, in words
	Face     string        `json:"face"`
	Embedded bool          `json:"embedded"`
	File     string        `json:"file,omitempty"`
	Refused  []refusedFont `json:"refused,omitempty"`
}

type refusedFont struct {
	File string `json:"file"`
	Why  string `json:"why"`
}

// Run lists the roles with the faces that this machine has for them, and why files found for them are not used.
func (f *fontsCommand) Run(c *call) error {
	rows := []fontRow{}
	for _, use := range platform.FaceUses(c.foundFaces()) {
		row := fontRow{
			Role: use.Role, Name: c.words.T("face." + string(use.Role)), Face: use.Title, Embedded: use.Path == "", File: use.Path,
		}
		if row.Embedded {
			c.print("%s", c.words.T("cli.font.embedded", row.Name, row.Face))
		} else {
			c.print("%s", c.words.T("cli.font.file", row.Name, row.File))
		}
		for _, refused := range use.Refused {
			why := refusedFont{refused.Path, c.words.Error(refused.Why)}
			c.print("    %s", c.words.T("cli.font.refused", filepath.Base(why.File), why.Why))
			row.Refused = append(row.Refused, why)
		}
		rows = append(rows, row)
	}
	return c.document(rows)
}
