package desk

import (
	"context"

	"gongkailan/data"
	"gongkailan/data/store"
)

// LobbyItem gives what data.WhyInLobby asks about a version of an item, but for the public file that was issued last. It
// reads only the item's own records. It fails with ErrNotFound where there is no such version.
func (d *Desk) LobbyItem(ctx context.Context, it data.Item) (data.LobbyItem, error) {
	return view(ctx, d, func(tx *store.Tx) (data.LobbyItem, error) {
		certs, err := certificates(ctx, tx)
		if err != nil {
			return data.LobbyItem{}, err
		}
		of, err := readDossier(ctx, tx, certs, it.ID)
		if err != nil {
			return data.LobbyItem{}, err
		}
		version, ok := of.version(it.Version)
		if !ok {
			return data.LobbyItem{}, data.Refuse(data.ErrNotFound, "item.none", it.Number)
		}
		known := data.LobbyItem{Newest: version}
		up, left := certs.standing(of)
		switch newest := of.newest(); {
		case version.Version < newest && (up == nil || up.Version != version.Version):
			known.Newer = newest
		case left != nil:
			known.Broken = left.Why
		default:
			known.Up = up
		}
		return known, nil
	})
}
