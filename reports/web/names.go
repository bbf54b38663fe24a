package web

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"regexp"
	"slices"
	"strings"

	"gongkailan/data"
)

// Names of files are ASCII without blanks and in small letters, so that they are the same on every system, and come from
// numbers and codes alone, so that an address that somebody keeps goes on leading to the same item.
const (
	styleFile   = "style.css"
	largeEnding = "-large"
	pageEnding  = ".html"
	hashed      = 12 // digits of a digest that stand for what makes no name
)

var (
	plainNumber = regexp.MustCompile(`^\d{4}-\d{1,8}$`)
	plainCode   = regexp.MustCompile(`^[0-9a-wyz][0-9a-z]{0,19}$`) // an x begins what stands for another code
	ourName     = regexp.MustCompile(`^((index|catalogue|about|(item|category)-[0-9a-z-]{1,40})\.html|style\.css|attachment-[0-9a-f]{64}\.[a-z0-9]{1,5})$`)
)

// isOurs tells whether a file in the folder may have been made here, by its name.
func isOurs(name string) bool {
	return ourName.MatchString(strings.Replace(name, largeEnding+pageEnding, pageEnding, 1))
}

func itemPage(number string) string { return "item-" + plain(number, plainNumber) }

func categoryPage(code string) string { return "category-" + plain(code, plainCode) }

func fileOf(page string, large bool) string {
	if large {
		page += largeEnding
	}
	return page + pageEnding
}

// plain gives a number or code that is fit for a name, and what stands for any other.
func plain(text string, fit *regexp.Regexp) string {
	if fit.MatchString(text) {
		return text
	}
	sum := sha256.Sum256([]byte(text))
	return "x" + hex.EncodeToString(sum[:])[:hashed]
}

// endings lists what an attachment's file may end in. A page or a script among them would be run by the browser as one of
// ours.
func endings() []string {
	return []string{
		"pdf", "ofd", "doc", "docx", "wps", "xls", "xlsx", "et", "ppt", "pptx", "dps", "rtf", "txt", "csv", "png", "jpg", "jpeg", "zip",
	}
}

// attachmentFile names the file of an attachment by the digest of its bytes.
func attachmentFile(a data.Attachment) string {
	return "attachment-" + a.Digest + "." + endingOf(a.Name)
}

func endingOf(name string) string {
	ending := strings.ToLower(strings.TrimPrefix(path.Ext(name), "."))
	if !slices.Contains(endings(), ending) {
		return "bin"
	}
	return ending
}

// digestOf gives the SHA-256 in hex.
func digestOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}
