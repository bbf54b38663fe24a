package items

import (
	"path/filepath"
	"slices"
	"strings"

	"gongkailan/data"
	"gongkailan/reports"
)

// isPicture tells whether a file can stand in the body: a JPEG or PNG picture.
func isPicture(name string) bool {
	return slices.Contains([]string{".jpg", ".jpeg", ".png"}, strings.ToLower(filepath.Ext(name)))
}

// figureMark begins the line that stands for a picture in a body: ［图：name｜caption］.
func figureMark(name string) string { return "［图：" + name + "｜" }

// captionOf is what stands under a picture at first: its name without the ending.
func captionOf(name string) string { return strings.TrimSuffix(name, filepath.Ext(name)) }

// picturesOf gives the attachments that are pictures, for the field of a template that takes pictures.
func picturesOf(list []data.Attachment) []reports.Picture {
	var found []reports.Picture
	for _, a := range list {
		if isPicture(a.Name) {
			found = append(found, reports.Picture{File: a.Name, Caption: captionOf(a.Name)})
		}
	}
	return found
}
