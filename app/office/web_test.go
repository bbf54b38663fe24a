package office

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
)

func TestWebPagesAreMadeFromTheMenuAndTheirUseIsRecordedOnce(t *testing.T) {
	h := newHand(t)
	number := h.published()
	h.files.folder = filepath.Join(t.TempDir(), "网页")
	h.office.webPages(data.LAN)
	require.FileExists(t, filepath.Join(h.files.folder, "index.html"))
	for range 2 {
		h.press(h.words.T("web.record"))
		uses, err := h.desk.Uses(t.Context(), h.item(number).ID)
		require.NoError(t, err)
		require.Len(t, uses, 1)
		require.Equal(t, data.LAN, uses[0].Channel)
		h.office.webPages(data.LAN)
	}
	h.files.folder = filepath.Join(t.TempDir(), "外网")
	h.office.webPages(data.Internet)
	require.Equal(t, h.words.T("web.empty", h.words.T("channel.internet"), h.files.folder), h.office.notices.Last())
	h.office.webPages(data.LAN)
	require.Equal(t, h.words.T("refuse.web.wider", h.files.folder), h.office.notices.Last(), "a folder for the world takes nothing that is for the staff")
}
