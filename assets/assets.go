// Package assets holds what is embedded into the program: faces with their licences, the default catalogue, the
// translations, the table of standard characters, the dictionary of the pinyin pad, the icon, the templates of web
// pages and the demonstration unit's plan. It knows nothing of what the files mean; the rooms that use them read them.
package assets

import "embed"

// The faces are variables of their own: an embed.FS would copy millions of bytes at each reading.

//go:embed fonts/NotoSansSC-Regular.ttf
var sansRegular []byte

//go:embed fonts/NotoSansSC-Bold.ttf
var sansBold []byte

//go:embed fonts/NotoSerifSC-Regular.ttf
var serifRegular []byte

//go:embed fonts/NotoSerifSC-Bold.ttf
var serifBold []byte

//go:embed fonts/GongkailanKai-Regular.ttf
var kai []byte

//go:embed translations/*.json
var translations embed.FS

//go:embed catalogue/*.json
var catalogues embed.FS

//go:embed demo/plan.txt
var demoPlan []byte

//go:embed demo/unit.json
var demoUnit []byte

//go:embed help
var help embed.FS

//go:embed pictures
var pictures embed.FS

//go:embed icon.png
var icon []byte

//go:embed web/site.html
var webTemplates string

//go:embed web/style.css
var webStyle []byte

//go:embed hanzi-8105.txt
var hanzi []byte

//go:embed pinyin/dictionary.gz
var pinyin []byte

// Font gives the bytes of an embedded face by its file name without the ending, e.g. "NotoSansSC-Regular";
// nil where there is none of that name. The bytes are shared: nobody may change them.
func Font(name string) []byte {
	switch name {
	case "NotoSansSC-Regular":
		return sansRegular
	case "NotoSansSC-Bold":
		return sansBold
	case "NotoSerifSC-Regular":
		return serifRegular
	case "NotoSerifSC-Bold":
		return serifBold
	case "GongkailanKai-Regular":
		return kai
	default:
		return nil
	}
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
func DefaultCatalogue() []byte { return CatalogueSet("default") }

// CatalogueSets names the ready sets, the default one first.
func CatalogueSets() []string { return []string{"default", "village", "school"} }

// CatalogueSet gives a ready set as JSON; nil for one that is not there. What sets share with the default one is written
// there only, so they are read together (data.ReadCatalogueSet).
func CatalogueSet(name string) []byte {
	set, err := catalogues.ReadFile("catalogue/" + name + ".json")
	if err != nil {
		return nil
	}
	return set
}

// Hanzi gives the 通用规范汉字表: lines of U+XXXX, a tab and the character; lines with # are comments.
func Hanzi() []byte { return hanzi }

// Pinyin gives the dictionary of the lobby's pinyin pad, packed; pinyin.Read reads it.
func Pinyin() []byte { return pinyin }

// DemoPlan gives the text of the demonstration unit's plan.
func DemoPlan() []byte { return demoPlan }

// DemoUnit gives the demonstration unit: its people, offices and items, as JSON.
func DemoUnit() []byte { return demoUnit }

// WebTemplates gives the templates of the folder of web pages, for html/template.
func WebTemplates() string { return webTemplates }

// WebStyle gives the style sheet of the folder of web pages.
func WebStyle() []byte { return webStyle }

// Icon gives the program's icon, a PNG.
func Icon() []byte { return icon }

// Help gives a page of the help in a language, "zh" or "en"; nil where there is none.
func Help(language, topic string) []byte {
	page, err := help.ReadFile("help/" + language + "/" + topic + ".md")
	if err != nil {
		return nil
	}
	return page
}

// Picture gives a picture of a screen, a PNG, in a language or, where there is none, in any; nil where there is none of
// that name at all.
func Picture(language, name string) []byte {
	for _, path := range []string{"pictures/" + language + "/" + name + ".png", "pictures/" + name + ".png"} {
		if raw, err := pictures.ReadFile(path); err == nil {
			return raw
		}
	}
	return nil
}
