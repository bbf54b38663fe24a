// Package assets holds what is embedded into the program: faces with their licences, the default catalogue, the
// translations, the table of standard characters, the icon and the demonstration unit's plan. It knows nothing of
// what the files mean; the rooms that use them read them.
package assets

import "embed"

//go:embed fonts/*.ttf
var fonts embed.FS

//go:embed translations/*.json
var translations embed.FS

//go:embed catalogue/default.json
var catalogue []byte

//go:embed hanzi-8105.txt
var hanzi []byte

// Font gives the bytes of an embedded face by its file name without the ending, e.g. "NotoSansSC-Regular";
// nil where there is none of that name.
func Font(name string) []byte {
	face, err := fonts.ReadFile("fonts/" + name + ".ttf")
	if err != nil {
		return nil
	}
	return face
}

// Translation gives the JSON table of a language, "zh" or "en"; nil for any other.
func Translation(language string) []byte {
	table, err := translations.ReadFile("translations/" + language + ".json")
	if err != nil {
		return nil
	}
	return table
}

// DefaultCatalogue gives the catalogue that a new unit starts from, as JSON (data.ReadCatalogue reads it).
func DefaultCatalogue() []byte { return catalogue }

// Hanzi gives the 通用规范汉字表: lines of U+XXXX, a tab and the character; lines with # are comments.
func Hanzi() []byte { return hanzi }
