package reports

import (
	"context"
	"slices"
	"strconv"

	"gongkailan/data"
	"gongkailan/reports/page"
	"gongkailan/reports/picture"
)

// Pictures gives an attachment that is placed in the body, ready for paper.
type Pictures func(a data.Attachment) (page.Image, error)

// PicturesOf makes the pictures of a notice from the files of its attachments.
func PicturesOf(ctx context.Context, file func(context.Context, data.Attachment) ([]byte, error)) Pictures {
	return func(a data.Attachment) (page.Image, error) {
		raw, err := file(ctx, a)
		if err != nil {
			return page.Image{}, err
		}
		return picture.Prepare("附件", a.Name, raw)
	}
}

// mostPlaced is how many pictures a notice may have in its body: each is in the public file too.
const mostPlaced = 9

// placed gives the attachments that the body calls, ［图：name｜caption］, in their order; and the others, which the note
// under the body names. It fails with data.ErrInvalid where there are too many pictures.
func placed(item data.Item) (inBody, others []data.Attachment, err error) {
	var names []string
	for _, b := range blocks(clean(item.Body)) {
		if b.figure != "" {
			names = append(names, b.figure)
		}
	}
	for _, a := range item.Attachments {
		if slices.Contains(names, a.Name) {
			inBody = append(inBody, a)
		} else {
			others = append(others, a)
		}
	}
	if len(inBody) > 0 && len(names) > mostPlaced {
		return nil, nil, data.Refuse(data.ErrInvalid, "picture.many", strconv.Itoa(mostPlaced))
	}
	return inBody, others, nil
}

// figures makes the pictures that the body calls. Without files they stay lines of text.
func figures(inBody []data.Attachment, pictures Pictures) (map[string]page.Image, error) {
	if pictures == nil {
		return nil, nil
	}
	made := map[string]page.Image{}
	for _, a := range inBody {
		image, err := pictures(a)
		if err != nil {
			return nil, err
		}
		made[a.Name] = image
	}
	return made, nil
}

// Enclosures gives the attachments that the note under the body of a notice names, in its order: those that the body does
// not call as pictures. It fails with data.ErrInvalid where the body calls too many.
func Enclosures(item data.Item) ([]data.Attachment, error) {
	_, others, err := placed(item)
	return others, err
}
