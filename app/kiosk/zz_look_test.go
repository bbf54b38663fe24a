package kiosk

import (
	"image/png"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestZZLook(t *testing.T) {
	o := optionsAt(t, &clock{start})
	for name, c := range map[string]struct {
		events []Event
		size   [2]float32
	}{
		"loop":     {nil, portrait()},
		"loop_en":  {does(ToggleLanguage), portrait()},
		"browse":   {does(OpenAll), portrait()},
		"entry":    {typing("1234567"), portrait()},
		"entry_en": {append(does(ToggleLanguage), typing("123456789012", CheckCode)...), portrait()},
		"valid":    {typing(digitsOf("2026-1001"), CheckCode), portrait()},
		"valid_en": {append(does(ToggleLanguage), typing(digitsOf("2026-1001"), CheckCode)...), portrait()},
		"down":     {typing(digitsOf("2025-0001"), CheckCode), portrait()},
		"unknown":  {append(does(ToggleContrast), typing(digitsOf("nothing"), CheckCode)...), portrait()},
		"wide":     {nil, [2]float32{1366, 768}},
		"widedown": {typing(digitsOf("2025-0001"), CheckCode), [2]float32{1366, 768}},
		"widepad":  {typing("1234"), [2]float32{1366, 768}},
	} {
		s := screenWith(o, manyItems(), c.size)
		for _, e := range c.events {
			s.handle(e)
		}
		f, err := os.Create("/tmp/vn/k_" + name + ".png")
		require.NoError(t, err)
		require.NoError(t, png.Encode(f, s.capture(int(c.size[0]), int(c.size[1]))))
		f.Close()
	}
}
