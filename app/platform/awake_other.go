//go:build !windows

package platform

import (
	"context"
	"errors"
	"os"
	"os/exec"
)

// KeepAwake keeps an X screen from going dark: no screen saver, no power saving, no blanking. Under Wayland the
// compositor decides, and there is nothing to do here.
func KeepAwake(ctx context.Context) error {
	if os.Getenv("WAYLAND_DISPLAY") != "" || os.Getenv("DISPLAY") == "" {
		return nil
	}
	xset, err := exec.LookPath("xset")
	if err != nil {
		return err
	}
	saver := exec.CommandContext(ctx, xset, "s", "off", "s", "noblank").Run()
	return errors.Join(saver, exec.CommandContext(ctx, xset, "-dpms").Run())
}
