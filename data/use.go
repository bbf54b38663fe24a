package data

import "slices"

// Use is one use of a channel: when, where, and what shows it (S7). What hangs on the board of paper is a use of the
// board, from 已张贴 to 已取下, in the pockets that it fills.
type Use struct {
	ID       string       `json:"id"`
	Channel  Channel      `json:"channel"`
	On       Date         `json:"on"`
	Place    string       `json:"place"`    // where: the room, the paper and its number, the address of the page
	Evidence string       `json:"evidence"` // what shows it: the minutes, the number of copies
	File     *Attachment  `json:"file,omitempty"`
	Pockets  []BoardPlace `json:"pockets,omitempty"` // of the board, a sheet each
	ByID     string       `json:"by"`
	By       string       `json:"by_name"`
	Ended    *UseEnd      `json:"ended,omitempty"` // 已取下; nil while it stands or where a channel knows no end
}

// UseEnd is how a use ended.
type UseEnd struct {
	On   Date        `json:"on"`
	Note string      `json:"note,omitempty"`
	File *Attachment `json:"file,omitempty"`
	ByID string      `json:"by"`
	By   string      `json:"by_name"`
}

// ItemUse is a use with the version of the item that it disclosed.
type ItemUse struct {
	Use
	ItemID  string
	Number  string
	Version int
}

// MayRecordUse tells whether the person may record what a channel did for the item: a clerk of the responsible office,
// or the 党务公开办公室.
func MayRecordUse(it Item, by Person, today Date) error {
	switch {
	case !by.InOffice(today):
		return Refuse(ErrRefused, "act.office", by.Name)
	case by.Has(Checker, today), by.Has(Clerk, today) && by.OfficeID == it.OfficeID:
		return nil
	default:
		return Refuse(ErrRefused, "use.who", it.Number)
	}
}

// CheckUse tells whether the use can have been: the item went up by then, on a channel that was agreed to, and it is
// told where and what shows it. It fails with ErrRefused or ErrInvalid.
func CheckUse(it Item, u Use, grid BoardGrid, today Date) error {
	up := it.PublishedOn()
	switch {
	case up == "":
		return Refuse(ErrRefused, "use.notup", it.Number)
	case !slices.Contains(it.Channels, u.Channel):
		return Refuse(ErrRefused, "use.channel", string(u.Channel), it.Number)
	case u.On == "" || u.On < up || u.On > today:
		return Refuse(ErrInvalid, "use.day", up.Chinese(), today.Chinese())
	case blank(u.Place) && len(u.Pockets) == 0:
		return Refuse(ErrInvalid, "use.place")
	case u.Channel != Board && u.File == nil && blank(u.Evidence):
		return Refuse(ErrInvalid, "use.evidence")
	case u.Channel != Board && len(u.Pockets) > 0:
		return Refuse(ErrInvalid, "use.place")
	default:
		return u.checkPockets(grid)
	}
}

// checkPockets: pockets are on the board, where it was described, and named once.
func (u Use) checkPockets(grid BoardGrid) error {
	for i, p := range u.Pockets {
		if grid.Described() && !grid.Has(p) || slices.Contains(u.Pockets[:i], p) {
			return Refuse(ErrInvalid, "use.pocket", p.String())
		}
	}
	return nil
}

// CheckUseEnd tells whether the use can have ended so. It fails with ErrRefused or ErrInvalid.
func CheckUseEnd(u Use, end UseEnd, today Date) error {
	switch {
	case u.Ended != nil:
		return Refuse(ErrRefused, "use.ended", u.Ended.On.Chinese())
	case end.On == "" || end.On < u.On || end.On > today:
		return Refuse(ErrInvalid, "use.day", u.On.Chinese(), today.Chinese())
	default:
		return nil
	}
}
