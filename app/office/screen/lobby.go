package screen

import (
	"errors"

	"gongkailan/app/issuing"
)

// LobbySection is the section of the settings in which the lobby's screen is looked after; other areas lead there.
const LobbySection = "lobby"

// Late words why the lobby does not know yet what has changed: the public file could not be made, which the text of the
// key says of the reason, or it was made and some places did not get it.
func (e Env) Late(err error, key string, before ...any) string {
	var unreached issuing.Unreached
	if errors.As(err, &unreached) {
		return e.Words.Error(err)
	}
	return e.Words.T(key, append(before, e.Words.Error(err))...)
}
