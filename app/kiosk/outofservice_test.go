package kiosk

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/software"
	"github.com/stretchr/testify/require"
)

func TestThePauseIsToldWholeOnEveryPanel(t *testing.T) {
	for _, size := range []fyne.Size{fyne.NewSize(1080, 1920), fyne.NewSize(1920, 1080), fyne.NewSize(540, 960), fyne.NewSize(1024, 768), fyne.NewSize(320, 320)} {
		o := optionsAt(t, &clock{start})
		page := outOfService(o)
		c := software.NewCanvas()
		c.SetPadded(false)
		c.SetContent(page)
		c.Resize(size)
		var said []string
		foot := float32(0)
		for _, object := range page.(*fyne.Container).Objects {
			text, ok := object.(*canvas.Text)
			if !ok {
				continue
			}
			said = append(said, text.Text)
			require.LessOrEqual(t, text.MinSize().Width, text.Size().Width, text.Text)
			require.GreaterOrEqual(t, text.Position().Y, foot-1, "no line stands on another")
			foot = text.Position().Y + text.Size().Height
			require.LessOrEqual(t, foot, size.Height)
		}
		require.Contains(t, said, "暂停服务")
		require.Contains(t, said, "请到办公室窗口")
		require.Contains(t, said, "Out of service")
	}
}
