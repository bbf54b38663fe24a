package office

import (
	"image/png"
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"gongkailan/app/words"
)

func (h *hand) shot(name string) {
	h.window.Resize(fyne.NewSize(1366, 768))
	f, _ := os.Create("/tmp/shots/" + name + ".png")
	png.Encode(f, h.window.Canvas().Capture())
	f.Close()
	h.window.Resize(fyne.NewSize(1366, 2400))
}

func TestZZShots(t *testing.T) {
	os.MkdirAll("/tmp/shots", 0o755)
	h := newHand(t)
	h.proposed()
	h.shot("check")
	h.press(h.words.T("open.sendback"))
	h.shot("sendback")
	h2 := newHand(t)
	number := h2.published()
	h2.press(h2.words.T("items.recorduse"))
	h2.fill(h2.words.T("items.useplace"), "局域网“党务公开”专栏")
	h2.fill(h2.words.T("items.useevidence"), "网页截图")
	h2.shot("use")
	h2.press(h2.words.T("items.usesave"))
	h2.shot("up")
	_ = number
	h2.office.switchLanguage()
	h2.shot("up-en")
	_ = words.English
}
