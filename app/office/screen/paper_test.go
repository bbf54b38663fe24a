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

func TestWhatIsBrokenOffIsRefusedInWords(t *testing.T) {
	test.NewTempApp(t)
	w := words.For(words.Chinese)
	e := Env{Words: w, Notices: ui.NewNotices(func(time.Duration, func()) {})}
	for _, err := range []error{context.Canceled, errors.Join(errors.New("half a page"), context.Canceled)} {
		e.Refused(err)
		require.Equal(t, w.T("refuse.work.cancelled"), e.Notices.Last())
	}
	full := data.Refuse(data.ErrRefused, "store.full")
	e.Refused(full)
	require.Equal(t, w.Error(full), e.Notices.Last())
}
