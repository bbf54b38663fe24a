package app

import (
	"context"
	"os"
	"os/exec"
	"os/signal"
	"strconv"
	"syscall"
	"time"

	"gongkailan/app/cli"
	"gongkailan/app/kiosk/folder"
	"gongkailan/app/kiosk/supervisor"
)

// superviseEvery is how often the supervisor looks at the clock.
const superviseEvery = 250 * time.Millisecond

// supervise keeps the lobby's window up in a process of its own, and returns when staff have left it or the machine
// asks for the end.
func (l *lobby) supervise(ctx context.Context) error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	ticker := time.NewTicker(superviseEvery)
	defer ticker.Stop()
	nightly, ever := l.settings.RestartAt()
	if !ever {
		nightly = -1
	}
	memory, tidy := l.memory()
	defer tidy()
	l.call.Memory = memory
	code := supervisor.Run(ctx, supervisor.Options{
		Rules: supervisor.Usual(nightly), Folder: l.folder, PID: os.Getpid(), Now: time.Now, Tick: ticker.C,
		Start: func(which supervisor.Which, tell func(supervisor.Event)) (supervisor.Process, error) {
			return supervisor.Launch(exec.Command(program, l.childWords(which)...), which, tell)
		},
		Say: func(said []byte) { _, _ = os.Stderr.Write(said) }, // where there is no error stream, the exit code tells
		Warn: func(err error) {
			l.call.Say("cli.kiosk.unlogged", l.folder.Path(), err)
		},
	})
	if code != cli.Done {
		return cli.Ended{Code: code} // the screen has said why
	}
	return nil
}

// childWords are the words by which a child is started: whatever was chosen, as it stands now.
func (l *lobby) childWords(which supervisor.Which) []string {
	if l.kept { // staff may have chosen anew
		if now, err := l.folder.Settings(); err == nil && now.Bulletin != "" {
			l.settings = now
		}
	}
	part := "--child"
	if which == supervisor.Notice {
		part = "--out-of-service"
	}
	words := []string{"kiosk", part, "--folder=" + l.folder.Path(), "--lang=" + l.call.Language}
	if l.call.Memory != "" {
		words = append(words, "--memory="+l.call.Memory)
	}
	if l.call.Windowed {
		words = append(words, "--windowed")
	}
	return append(words, settingWords(l.settings)...)
}

func settingWords(s folder.Settings) []string {
	var words []string
	for _, named := range []struct{ flag, value string }{
		{"bulletin", s.Bulletin}, {"outbox", s.Outbox}, {"unit-key", s.Unit}, {"monitor", s.Monitor},
	} {
		if named.value != "" {
			words = append(words, "--"+named.flag+"="+named.value)
		}
	}
	if s.PanelInches > 0 {
		words = append(words, "--panel-inches="+strconv.FormatFloat(s.PanelInches, 'f', -1, 64))
	}
	return words
}
