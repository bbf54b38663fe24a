package screen

import (
	"context"
	"errors"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// paper is a file that was sent to the printer, or opened in the viewer where there is no printer.
type paper struct {
	path string
	sent bool
}

// Print sends to the printer what write makes, and says what became of it. Write runs beside the main goroutine and gives
// the file's path.
func (e Env) Print(loader *ui.Loader, write func(context.Context) (path string, err error)) {
	ui.Run(e.Works, loader, e.Words.T("work.print"), func(ctx context.Context, _ ui.Progress) (paper, error) {
		path, err := write(ctx)
		if err = errors.Join(err, ctx.Err()); err != nil {
			return paper{}, err
		}
		sent, err := e.Files.Print(path)
		return paper{path, sent}, err
	}, func(p paper, err error) {
		switch {
		case err != nil:
			e.Refused(err)
		case p.sent:
			e.done("paper.sent", p.path)
		default:
			e.done("paper.opened", p.path)
		}
	})
}

// ShowPaper opens with the viewer what write makes.
func (e Env) ShowPaper(loader *ui.Loader, write func(context.Context) (path string, err error)) {
	ui.Run(e.Works, loader, e.Words.T("work.open"), func(ctx context.Context, _ ui.Progress) (string, error) {
		path, err := write(ctx)
		if err = errors.Join(err, ctx.Err()); err != nil {
			return "", err
		}
		return path, e.Files.Show(path)
	}, func(path string, err error) {
		if err != nil {
			e.Refused(err)
			return
		}
		e.done("items.saved", path)
	})
}

// done says where a file is, and leads to its folder.
func (e Env) done(key, path string) {
	e.Notices.DoneWith(e.Words.T(key, path), e.Words.T("file.folder"), e.ShowFolder)
}

// ShowFolder shows the folder for documents, or says why it cannot.
func (e Env) ShowFolder() {
	if err := e.Files.ShowFolder(); err != nil {
		e.Refused(err)
	}
}

// cancelled gives the refusal that says that the person broke something off, for an error that tells so; any other error
// as it is.
func cancelled(err error) error {
	if errors.Is(err, context.Canceled) {
		return data.Refuse(data.ErrRefused, "work.cancelled")
	}
	return err
}

// Refused says why something was not done.
func (e Env) Refused(err error) { e.Notices.Refused(e.Words.Error(cancelled(err))) }
