//go:build !windows

package platform

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
)

// printFile sends a PDF to the usual printer at its own size, where the system has a print queue and a printer. Without,
// it opens the file with the viewer, from which it can be printed, and tells that it was not sent.
func printFile(path string) (sent bool, err error) {
	if queue, missing := exec.LookPath("lp"); missing == nil {
		// "None" keeps every page at 100 %.
		if exec.Command(queue, "-o", "print-scaling=none", path).Run() == nil {
			return true, nil
		}
	}
	if err := OpenFile(path); err != nil {
		return false, fmt.Errorf("print: %w", err)
	}
	return false, nil
}

// sendToPrinter hands a PDF to the system's print queue, which keeps a copy of its own.
func sendToPrinter(ctx context.Context, path string) error {
	queue, err := exec.LookPath("lp")
	if err != nil {
		return errNoPrinting
	}
	if err := exec.CommandContext(ctx, queue, "-o", "print-scaling=none", path).Run(); err != nil {
		return errors.Join(errUnsent, err)
	}
	return nil
}
