package cli

import (
	"image"
	"os"
	"path/filepath"

	"gongkailan/data"
)

// screensCommand paints the pictures of README and help, from the real program on a demonstration unit.
type screensCommand struct {
	Out string `required:"" help:"The folder for the pictures; made where it is missing." placeholder:"DIR"`
}

// Run writes DIR/zh/today.png and so on; pictures that are there are replaced.
func (m *screensCommand) Run(c *call) error {
	return c.Screens(c.ctx, func(name string, picture image.Image) error {
		path := filepath.Join(m.Out, filepath.FromSlash(name)+".png")
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return data.Refuse(data.ErrInvalid, "file.unwritable", filepath.Dir(path))
		}
		c.say("cli.wrote", path)
		return c.putPNG(path, picture)
	})
}
