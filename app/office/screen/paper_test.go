package screen

import (
	"context"
	"errors"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data"
)

func TestWorkTellsWhatCameOfIt(t *testing.T) {
	test.NewTempApp(t)
	e := Env{Words: words.For(words.Chinese), Loader: ui.AtOnce()}
	e.Works = ui.NewWorks(func(time.Duration, func()) func() { return func() {} }, func() string { return "" })
	full := data.Refuse(data.ErrRefused, "store.full")
	for _, c := range []struct{ came, told error }{
		{nil, nil},
		{full, full},
		{context.Canceled, data.Refuse(data.ErrRefused, "work.cancelled")},
		{errors.Join(errors.New("half a page"), context.Canceled), data.Refuse(data.ErrRefused, "work.cancelled")},
	} {
		told := errors.New("nothing was told")
		e.Work("导出", func(_ context.Context, tell ui.Progress) error {
			tell("第1页", 1, 2)
			return c.came
		}, func(err error) { told = err })
		require.Equal(t, c.told, told)
	}
}

func TestWhatIsBrokenOffIsRefusedInWords(t *testing.T) {
	test.NewTempApp(t)
	w := words.For(words.Chinese)
	e := Env{Words: w, Notices: ui.NewNotices(func(time.Duration, func()) {})}
	e.Refused(context.Canceled)
	require.Equal(t, w.T("refuse.work.cancelled"), e.Notices.Last())
}
