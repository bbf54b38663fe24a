package items

import (
	"context"
	"sync"

	"gongkailan/app/office/screen"
	"gongkailan/data"
	"gongkailan/reports"
	"gongkailan/reports/page"
)

// pictures keeps the pictures of a notice as they were made ready for paper, because the page is drawn anew while one
// types, and a photo takes longer than a word.
type pictures struct {
	env screen.Env

	mu   sync.Mutex
	made map[string]page.Image // by their digests
}

func newPictures(env screen.Env) *pictures { return &pictures{env: env, made: map[string]page.Image{}} }

// of gives what makes the pictures of a notice ready.
func (p *pictures) of(ctx context.Context) reports.Pictures {
	make1 := reports.PicturesOf(ctx, p.env.Desk.File)
	return func(a data.Attachment) (page.Image, error) {
		p.mu.Lock()
		defer p.mu.Unlock()
		if image, ok := p.made[a.Digest]; ok {
			return image, nil
		}
		image, err := make1(a)
		if err == nil {
			p.made[a.Digest] = image
		}
		return image, err
	}
}
