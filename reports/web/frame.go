package web

import (
	"html/template"
	"strings"
	"time"

	"gongkailan/data"
)

// view is what a page shows, with the frame around it.
type view interface{ File() string }

// frame is what stands around every page.
type frame struct {
	site  *site
	page  string // the file's name without type and ending
	title string
	Large bool
}

func (s *site) frame(page, title string, large bool) frame {
	return frame{site: s, page: page, title: title, Large: large}
}

// File names the file of the page.
func (f frame) File() string { return fileOf(f.page, f.Large) }

// Other names the file of the same page in the other type.
func (f frame) Other() string { return fileOf(f.page, !f.Large) }

// Link leads to another page in the same type.
func (f frame) Link(page string) string { return fileOf(page, f.Large) }

// mostWindow is how many characters of a page's title the reader's window bears; the page has all of it.
const mostWindow = 40

// Title is what the reader's window is called.
func (f frame) Title() string {
	title := []rune(strings.Join(strings.Fields(f.title), " "))
	if len(title) > mostWindow {
		title = append(title[:mostWindow], '…')
	}
	return string(title) + " - " + f.site.Unit.Name
}

// T puts something into words.
func (f frame) T(key string, args ...any) string { return f.site.Words.T(key, args...) }

// Unit is whose pages these are.
func (f frame) Unit() data.Unit { return f.site.Unit }

// Demo tells that the unit is invented.
func (f frame) Demo() bool { return f.site.Unit.Demo }

// Inside tells that the folder is for the unit's own network.
func (f frame) Inside() bool { return f.site.Channel == data.LAN }

const (
	langChinese = "zh-CN"
	langEnglish = "en"
)

// Lang is the language of the page, for whatever reads it aloud.
func (f frame) Lang() string {
	if f.site.Language == langEnglish {
		return langEnglish
	}
	return langChinese
}

// Chinese marks a part whose text is Chinese on a page that is not.
func (f frame) Chinese() template.HTMLAttr {
	if f.Lang() == langChinese {
		return ""
	}
	return ` lang="` + langChinese + `"`
}

// Own marks a part in the page's own language inside of one that is Chinese.
func (f frame) Own() template.HTMLAttr {
	if f.Lang() == langChinese {
		return ""
	}
	return ` lang="` + langEnglish + `"`
}

// AsOf writes of what time the items are.
func (f frame) AsOf() string {
	return f.site.Words.Date(f.site.today) + " " + f.site.At.In(data.Shanghai()).Format("15:04")
}

// Instant is the same time for machines.
func (f frame) Instant() string { return f.site.At.In(data.Shanghai()).Format(time.RFC3339) }

// section is one of the places that every page leads to.
type section struct {
	Link, Text string
	Here       bool
}

// Sections are the places that every page leads to.
func (f frame) Sections() []section {
	var list []section
	for _, s := range [][2]string{{"index", "web.home"}, {"catalogue", "web.catalogue"}, {"about", "web.about"}} {
		list = append(list, section{Link: f.Link(s[0]), Text: f.T(s[1]), Here: f.page == s[0]})
	}
	return list
}

// day is a date for people and for machines.
type day struct{ ISO, Text string }

// day writes a date; nil for none.
func (f frame) day(d data.Date) *day {
	if d == "" {
		return nil
	}
	return &day{string(d), f.site.Words.Date(d)}
}
