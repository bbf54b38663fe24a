package platform

import (
	"context"
	"errors"
)

// PrintOnly sends a PDF to the usual printer. Unlike Files.Print it never opens a window with the file instead: it is
// for a screen that nobody may leave. It fails where there is no printer, and with the context's error once that ends.
func PrintOnly(ctx context.Context, path string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return sendToPrinter(ctx, path)
}

// errUnsent tells that the printer did not take a file.
var errUnsent = errors.New("the printer did not take the file")
