package app

import (
	"os"

	"gongkailan/app/platform"
	"gongkailan/reports/face"
)

// facesOf gives the faces that an office's papers are laid out, shown and printed in: the system's where they are found.
// A demonstration unit's are the embedded ones, so that its papers look the same on every machine.
func facesOf(demo bool, database string) *face.Set {
	if demo {
		return face.Embedded()
	}
	return platform.SystemFaces(database, os.Getenv)
}
