package app

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// room is a package of ours with what it imports itself and what it needs in all.
type room struct {
	ImportPath string
	Imports    []string
	Deps       []string
	Standard   bool
	Module     *struct{ Path string }
}

const module = "gongkailan"

func rooms(t *testing.T) []room {
	t.Helper()
	command := exec.Command("go", "list", "-tags", "migrated_fynedo", "-json=ImportPath,Imports,Deps", module+"/...")
	out, err := command.Output()
	require.NoError(t, err)
	decoder := json.NewDecoder(bytes.NewReader(out))
	var all []room
	for decoder.More() {
		var r room
		require.NoError(t, decoder.Decode(&r))
		all = append(all, r)
	}
	return all
}

// in tells whether a path is the room or lies inside it.
func in(path, room string) bool {
	return path == module+"/"+room || strings.HasPrefix(path, module+"/"+room+"/")
}

func inAny(path string, rooms ...string) bool {
	return slices.ContainsFunc(rooms, func(room string) bool { return in(path, room) })
}

func ours(path string) bool { return path == module || strings.HasPrefix(path, module+"/") }

// within tells whether a path is a package or one inside it, for packages of others.
func within(path, root string) bool { return path == root || strings.HasPrefix(path, root+"/") }

// TestNoRoomReachesWhereItMayNot holds the walls of the house: what may import what.
func TestNoRoomReachesWhereItMayNot(t *testing.T) {
	for _, r := range rooms(t) {
		if i := slices.IndexFunc(r.Imports, func(path string) bool { return !mayImport(r.ImportPath, path) }); i >= 0 {
			t.Errorf("%s may not import %s", r.ImportPath, r.Imports[i])
		}
		if i := slices.IndexFunc(r.Deps, func(path string) bool { return !mayNeed(r.ImportPath, path) }); i >= 0 {
			t.Errorf("%s may not need %s, not even through another package", r.ImportPath, r.Deps[i])
		}
	}
}

// onlyIn lists packages of others that only the rooms named may import.
func onlyIn() map[string][]string {
	return map[string][]string{
		"database/sql":                    {"data/store"},
		"github.com/jmoiron/sqlx":         {"data/store"},
		"github.com/mattn/go-sqlite3":     {"data/store"},
		"github.com/pressly/goose/v3":     {"data/store"},
		"github.com/jung-kurt/gofpdf":     {"reports/pdf"},
		"github.com/xuri/excelize/v2":     {"reports/sheet", "data/intake"},
		"fyne.io/fyne/v2":                 {"app"},
		"github.com/alecthomas/kong":      {"app/cli"},
		"github.com/6tail/lunar-go":       {"data/workday"},
		"golang.org/x/crypto/argon2":      {"data/seal", "app"},
		"github.com/mozillazg/go-pinyin":  {"data", "app"},
		"github.com/ledongthuc/pdf":       {"data/intake"},
		"golang.org/x/net/html":           {"data/intake"},
		"github.com/makiuchi-d/gozxing":   {"reports/scan"},
		"rsc.io/qr":                       {"reports"},
		"html/template":                   {"reports/web"},
		"github.com/klippa-app/go-pdfium": {"reports/enclosure"},
		"github.com/tetratelabs/wazero":   {"reports/enclosure"},
	}
}

// mayImport holds for what a package imports itself.
func mayImport(from, path string) bool {
	for foreign, rooms := range onlyIn() {
		if within(path, foreign) && !inAny(from, rooms...) {
			return false
		}
	}
	if !ours(path) {
		return true
	}
	switch {
	case path == module+"/app":
		return from == module // only main starts the composition
	case in(path, "app"):
		return mayImportWithinApp(from, path)
	case in(from, "data"):
		return mayImportWithinData(from, path)
	case from == module+"/reports/page":
		return false
	case in(from, "reports"):
		return inAny(path, "reports", "assets") || path == module+"/data" || path == module+"/data/seal" && from == module+"/reports/bulletin"
	case inAny(from, "app/ui", "app/prefs"):
		return in(path, "assets")
	case in(from, "app"):
		return true
	}
	return from == module && path == module+"/app"
}

// mayImportWithinApp: widgets know no screen, what a machine remembers knows nothing, and the areas of the desk know what
// they share and neither each other nor the frame.
func mayImportWithinApp(from, path string) bool {
	switch {
	case inAny(from, "app/ui", "app/prefs"):
		return false
	case in(from, "app/office") && from != module+"/app/office" && in(path, "app/office"):
		return inAny(path, "app/office/screen", "app/office/packstrip")
	default:
		return in(from, "app")
	}
}

// mayImportWithinData: the field imports nothing of ours, its rooms import the field, the desk imports its rooms.
func mayImportWithinData(from, path string) bool {
	switch {
	case from == module+"/data":
		return false
	case in(from, "data/desk"):
		return in(path, "data")
	case in(path, "data/store"), in(path, "data/desk"):
		return false
	default:
		return in(path, "data")
	}
}

// mayNeed holds for everything that a package needs, through others too.
func mayNeed(from, path string) bool {
	switch {
	case in(from, "data") && (in(path, "reports") || in(path, "app")):
		return false
	case in(from, "reports") && (inAny(path, "data/store", "data/desk", "app") || within(path, "fyne.io/fyne/v2") || path == "database/sql"):
		return false
	case in(from, "app/kiosk") && inAny(path, "data/store", "data/desk"):
		return false
	case inAny(from, "data", "reports") && within(path, "fyne.io/fyne/v2"):
		return false
	}
	return true
}

// TestTheTopLevelHoldsOnlyWhatBelongsThere keeps the front of the house tidy.
func TestTheTopLevelHoldsOnlyWhatBelongsThere(t *testing.T) {
	root, err := filepath.Abs("..")
	require.NoError(t, err)
	listed, err := exec.Command("git", "-C", root, "ls-files").Output()
	if err != nil {
		t.Skip("not a git checkout")
	}
	allowed := []string{
		"main.go", "app", "data", "reports", "assets", "FyneApp.toml", "go.mod", "go.sum", "README.md", "Makefile", "LICENSE",
	}
	for _, path := range strings.Fields(string(listed)) {
		top, _, _ := strings.Cut(path, "/")
		if !strings.HasPrefix(top, ".") {
			require.Contains(t, allowed, top)
		}
	}
}

// TestEveryRoomSaysWhatItIsFor asks each package for a file of its own name with a package comment.
func TestEveryRoomSaysWhatItIsFor(t *testing.T) {
	for _, r := range rooms(t) {
		if r.ImportPath == module {
			continue
		}
		folder := strings.TrimPrefix(r.ImportPath, module+"/")
		source, err := os.ReadFile(filepath.Join("..", folder, filepath.Base(folder)+".go"))
		require.NoError(t, err)
		require.Contains(t, string(source), "// Package "+filepath.Base(folder)+" ", folder)
	}
}
