package issuing

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"time"

	"gongkailan/data"
	"gongkailan/reports/bulletin"
)

// held is the file beside the database as it was read last, without its pages.
type held struct {
	size int64
	at   time.Time
	bulletin.Bulletin
}

// Last gives the public file that lies beside the database, without its pages; serial 0 where none does. It is read once
// per change: call it off the main goroutine. It fails where the file does not hold.
func (i *Issuer) Last(ctx context.Context) (bulletin.Bulletin, error) {
	about, err := os.Stat(i.opt.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return bulletin.Bulletin{}, nil
	}
	if err != nil {
		return bulletin.Bulletin{}, err
	}
	i.mu.Lock()
	known := i.held
	i.mu.Unlock()
	if known.Serial > 0 && known.size == about.Size() && known.at.Equal(about.ModTime()) {
		return known.Bulletin, nil
	}
	p, err := i.parcel(ctx)
	if err != nil {
		return bulletin.Bulletin{}, err
	}
	i.mu.Lock()
	defer i.mu.Unlock()
	i.held = held{about.Size(), about.ModTime(), p.Records()}
	return i.held.Bulletin, nil
}

// Lobby gives what data.WhyInLobby asks about the file that was issued last; nil where there is none that holds.
func (i *Issuer) Lobby(ctx context.Context) (*data.LobbyIssue, error) {
	b, err := i.Last(ctx)
	if err != nil || b.Serial == 0 {
		return nil, err
	}
	last := &data.LobbyIssue{Serial: b.Serial, At: b.IssuedAt()}
	for _, it := range b.Items {
		last.Digests = append(last.Digests, it.Digest)
	}
	for _, l := range b.LeftOut {
		last.LeftOut = append(last.LeftOut, l.Number)
	}
	return last, nil
}
