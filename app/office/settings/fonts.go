package settings

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkailan/app/platform"
	"gongkailan/app/ui"
)

// fonts shows which face paints which part of a document, where it comes from, and why another is not used.
type fonts struct {
	*Settings
	place *fyne.Container
}

func newFonts(s *Settings) section {
	f := fonts{s, container.NewStack(ui.Text(s.t("settings.fonts.looking"), ui.SizeText, ui.SecondInk()))}
	ui.Load(s.asker, func(context.Context) ([]platform.FaceUse, error) {
		if s.env.FaceUses == nil {
			return platform.FaceUses(nil), nil
		}
		return s.env.FaceUses(), nil
	}, func(uses []platform.FaceUse, _ error) { f.show(uses) })
	return f
}

func (fonts) dirty() bool { return false }

func (f fonts) object() fyne.CanvasObject {
	return ui.Card(f.t("settings.fonts"), nil, ui.Column(12, f.note(f.t("settings.fonts.note")), f.place))
}

func (f fonts) show(uses []platform.FaceUse) {
	columns := []column{{f.t("settings.fonts.use"), 2}, {f.t("settings.fonts.face"), 2.4}, {f.t("settings.fonts.from"), 4}}
	var rows [][]fyne.CanvasObject
	for _, use := range uses {
		from := muted(f.t("settings.fonts.embedded"))
		if use.Path != "" {
			from = muted(use.Path)
		}
		rows = append(rows, []fyne.CanvasObject{cell(f.t("face." + string(use.Role))), cell(use.Title), from})
		for _, refused := range use.Refused {
			why := f.t("cli.font.refused", filepath.Base(refused.Path), f.env.Words.Error(refused.Why))
			rows = append(rows, []fyne.CanvasObject{ui.Space(1, 1), muted(f.t("settings.fonts.notused")), ui.Flush(ui.Muted(why))})
		}
	}
	f.place.Objects = []fyne.CanvasObject{sheet(columns, rows)}
	f.place.Refresh()
}
