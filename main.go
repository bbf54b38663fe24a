// Command gongkailan (公开栏) runs a public body's 党务公开 from the catalogue to the wall: a desk for the office, a
// touch view for the lobby, and every piece of work that a script needs without a window.
package main

import (
	"context"
	"os"
	"os/signal"

	"gongkailan/app"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := app.Main(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}
