package app

import (
	"os"
	"runtime"

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

// faceUses tells which of them plays which role, for the settings.
func faceUses(demo bool, database string) []platform.FaceUse {
	if demo {
		return platform.FaceUses(nil)
	}
	return platform.FaceUses(platform.FindFaces(platform.FontFolders(runtime.GOOS, database, os.Getenv)))
}
