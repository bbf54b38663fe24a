package platform

import (
	"io/fs"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

// FontsVariable names the variable of the surroundings that adds a folder of faces.
const FontsVariable = "GONGKAILAN_FONTS"

// SystemFaces gives the faces to print in on this machine: the office's own 仿宋, 楷体, 黑体, 小标宋 and 宋体 where they are
// found, the embedded ones else. Database is the file that the office works with, "" for none.
func SystemFaces(database string, getenv func(string) string) *face.Set {
	return FaceSet(FindFaces(FontFolders(runtime.GOOS, database, getenv)))
}

// FontFolders lists the folders where faces may lie, the most wanted first: fonts beside the database, where an office
// lays its own; the one that GONGKAILAN_FONTS names; those of the user and of the system. System is as runtime.GOOS
// has it.
func FontFolders(system, database string, getenv func(string) string) []string {
	var all []string
	add := func(root string, parts ...string) {
		if root != "" {
			all = append(all, filepath.Join(append([]string{root}, parts...)...))
		}
	}
	if database != "" {
		add(filepath.Dir(database), "fonts")
	}
	add(getenv(FontsVariable))
	switch system {
	case "windows":
		add(getenv("LOCALAPPDATA"), "Microsoft", "Windows", "Fonts")
		add(getenv("WINDIR"), "Fonts")
	case "darwin":
		add(getenv("HOME"), "Library", "Fonts")
		add("/Library/Fonts")
		add("/System/Library/Fonts")
	default:
		add(getenv("XDG_DATA_HOME"), "fonts")
		add(getenv("HOME"), ".local", "share", "fonts")
		add(getenv("HOME"), ".fonts")
		add("/usr/local/share/fonts")
		add("/usr/share/fonts")
	}
	return all
}

// FoundFace is a font file that by its name may play a role.
type FoundFace struct {
	Role page.Face
	Path string
}

// names lists by what file names the faces of a role are known, in small letters, the most wanted first. A collection
// (.ttc) cannot be used; it is listed so that people are told.
func names() map[page.Face][]string {
	return map[page.Face][]string{
		page.FangSong: {
			"仿宋_gb2312.ttf", "仿宋gb2312.ttf", "fangsong_gb2312.ttf", "simfang.ttf", "仿宋.ttf", "fzfsk.ttf", "fzfsjw.ttf",
			"方正仿宋_gbk.ttf", "方正仿宋简体.ttf", "stfangso.ttf",
		},
		page.Kai: {
			"楷体_gb2312.ttf", "楷体gb2312.ttf", "kaiti_gb2312.ttf", "simkai.ttf", "楷体.ttf", "fzktk.ttf", "fzktjw.ttf",
			"方正楷体_gbk.ttf", "方正楷体简体.ttf", "stkaiti.ttf",
		},
		page.Hei: {"simhei.ttf", "黑体.ttf", "fzhtk.ttf", "fzhtjw.ttf", "方正黑体_gbk.ttf", "方正黑体简体.ttf"},
		page.TitleSong: {
			"fzxbsjw.ttf", "fzxbsk.ttf", "方正小标宋简体.ttf", "方正小标宋_gbk.ttf", "方正小标宋gbk.ttf", "fzxbsjt.ttf",
			"小标宋.ttf", "小标宋体.ttf",
		},
		page.Song: {"simsun.ttf", "宋体.ttf", "fzssk.ttf", "fzssjw.ttf", "方正书宋_gbk.ttf", "方正书宋简体.ttf", "simsun.ttc"},
	}
}

// deepest is how many folders inside one another are looked through: Linux sorts faces by kind and maker.
const deepest = 4

// FindFaces looks the folders through for faces by their names, small letters and capitals alike. For each role the
// wanted come first: those of an earlier folder, and within one in the order of the names. A folder that is not
// there or may not be read has none.
func FindFaces(folders []string) []FoundFace {
	var all []FoundFace
	for _, folder := range folders {
		there := fontFiles(folder)
		for _, role := range page.Faces() {
			for _, name := range names()[role] {
				for _, path := range there[name] {
					all = append(all, FoundFace{Role: role, Path: path})
				}
			}
		}
	}
	return all
}

// fontFiles gives the paths of the files in a folder by their names in small letters.
func fontFiles(folder string) map[string][]string {
	there := map[string][]string{}
	root := strings.Count(filepath.Clean(folder), string(filepath.Separator))
	// The separator lets a folder that is a link be looked through. What cannot be read is passed over: the faces beside
	// it can.
	_ = filepath.WalkDir(folder+string(filepath.Separator), func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil && entry != nil && entry.IsDir():
			return fs.SkipDir
		case err != nil:
			return nil
		case entry.IsDir() && strings.Count(path, string(filepath.Separator))-root >= deepest:
			return fs.SkipDir
		case !entry.IsDir():
			name := strings.ToLower(entry.Name())
			there[name] = append(there[name], path)
		}
		return nil
	})
	return there
}

// FaceSet gives the embedded faces with those found before them. A file is read when its role is first painted.
func FaceSet(found []FoundFace) *face.Set {
	set := face.Embedded()
	for i, f := range slices.Backward(found) { // the last offered is the first asked
		set.Offer(f.Role, "own"+strconv.Itoa(i), filepath.Base(f.Path), func() ([]byte, error) { return ReadFile(f.Path) })
	}
	return set
}

// FaceUse tells which face plays a role.
type FaceUse struct {
	Role    page.Face
	Title   string // what the face in use is known by
	Path    string // of its file; "" for an embedded face
	Refused []RefusedFace
}

// RefusedFace is a file that was found and cannot be used, with the reason.
type RefusedFace struct {
	Path string
	Why  error
}

// FaceUses tells of every role which face plays it, and why files found for it do not. It reads the files up to the first
// that can be used.
func FaceUses(found []FoundFace) []FaceUse {
	embedded := face.Embedded()
	uses := make([]FaceUse, 0, len(page.Faces()))
	for _, role := range page.Faces() {
		use := FaceUse{Role: role, Title: embedded.Main(role).Title}
		for _, f := range found {
			if f.Role != role {
				continue
			}
			raw, err := ReadFile(f.Path)
			if err == nil {
				err = face.Check(raw)
			}
			if err == nil {
				use.Title, use.Path = filepath.Base(f.Path), f.Path
				break
			}
			use.Refused = append(use.Refused, RefusedFace{f.Path, err})
		}
		uses = append(uses, use)
	}
	return uses
}
