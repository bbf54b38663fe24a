package settings

import (
	"fyne.io/fyne/v2"
)

// lobby is what the lobby's screen needs from this unit and this machine.
type lobby struct{ places *lobbyPlaces }

func newLobby(s *Settings) section { return lobby{newLobbyPlaces(s)} }

func (l lobby) object() fyne.CanvasObject { return stack(l.places.cards()...) }

func (l lobby) dirty() bool { return l.places.dirty() }
