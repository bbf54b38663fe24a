// Package app is the composition: it opens the database, signs in, and shows the desk or the lobby.
//
// Here, and nowhere else, rooms that do not know of each other are put together: the desk's records, the reports that
// lay them out, and the windows. What a window and the command line both do is one function here.
package app

import (
	"context"
	"os"
	"time"

	"gongkailan/app/cli"
	"gongkailan/app/platform"
)

// Main does what the words of the command line say and gives the exit code.
func Main(ctx context.Context, args []string) int {
	platform.AttachConsole()
	return cli.Run(ctx, args, cli.World{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv, Now: time.Now,
		Office: openOffice, Kiosk: openKiosk, SetPIN: setPIN, Issue: IssueBulletin,
		DeskPicture: deskPicture, KioskPicture: kioskPicture, Screens: screenPictures,
	})
}
