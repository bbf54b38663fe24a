package settings

import (
	"fyne.io/fyne/v2"

	"gongkailan/app/ui"
)

// look is how the desk shows itself on this machine; it changes nothing of the unit.
type look struct{ *Settings }

func newLook(s *Settings) section { return look{s} }

func (look) dirty() bool { return false }

func (l look) object() fyne.CanvasObject {
	cards := []fyne.CanvasObject{ui.Card(l.t("settings.language"), nil, ui.Column(10,
		ui.Line(12, ui.Text(l.t("settings.language.now"), ui.SizeText, ui.Ink()), ui.NewButton(l.t("lang.other"), l.env.SwitchLanguage)),
		l.note(l.t("settings.language.note"))))}
	if l.env.Enlarge != nil {
		key := "settings.type.large"
		if l.env.Large {
			key = "settings.type.usual"
		}
		cards = append(cards, ui.Card(l.t("settings.type"), nil, ui.Line(12, ui.NewButton(l.t(key), l.enlarge))))
	}
	return stack(cards...)
}

func (l look) enlarge() { l.env.Enlarge(!l.env.Large) }
