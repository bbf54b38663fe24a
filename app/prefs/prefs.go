// Package prefs is what a machine remembers of the desk that stands on it: the language, the large type, and the
// window's size and place.
//
// Nothing of the unit or of a person is kept here: whoever has a look at it learns how somebody likes a window.
package prefs

// Store keeps small values by name; the window library's preferences are one, a test's map is another.
type Store interface {
	String(key string) string
	SetString(key, value string)
	Bool(key string) bool
	SetBool(key string, value bool)
	Int(key string) int
	SetInt(key string, value int)
	Float(key string) float64
	SetFloat(key string, value float64)
}

// Prefs reads and writes what is remembered.
type Prefs struct{ store Store }

// In gives what is remembered in a store.
func In(store Store) Prefs { return Prefs{store} }

const (
	keyLanguage  = "desk.language"
	keyLarge     = "desk.large"
	keyWidth     = "desk.window.width"
	keyHeight    = "desk.window.height"
	keyPlaced    = "desk.window.placed"
	keyLeft      = "desk.window.left"
	keyTop       = "desk.window.top"
	keyRight     = "desk.window.right"
	keyBottom    = "desk.window.bottom"
	keyMaximised = "desk.window.maximised"
)

// Language gives the language that the desk was last switched to, "" where it never was.
func (p Prefs) Language() string { return p.store.String(keyLanguage) }

// SetLanguage remembers a language.
func (p Prefs) SetLanguage(language string) { p.store.SetString(keyLanguage, language) }

// Large tells whether the desk is shown in large type.
func (p Prefs) Large() bool { return p.store.Bool(keyLarge) }

// SetLarge remembers it.
func (p Prefs) SetLarge(large bool) { p.store.SetBool(keyLarge, large) }

// The window is never opened smaller than the desk can be used, nor larger than any screen.
const (
	leastWidth, leastHeight = 800, 500
	mostWidth, mostHeight   = 8192, 8192
	usualWidth, usualHeight = 1366, 768
)

// Size gives the window's size, in device-independent pixels; the usual one where none that can be used is remembered.
func (p Prefs) Size() (width, height float32) {
	w, h := p.store.Float(keyWidth), p.store.Float(keyHeight)
	usable := w >= leastWidth && w <= mostWidth && h >= leastHeight && h <= mostHeight // false for NaN
	if !usable {
		return usualWidth, usualHeight
	}
	return float32(w), float32(h)
}

// SetSize remembers the window's size.
func (p Prefs) SetSize(width, height float32) {
	p.store.SetFloat(keyWidth, float64(width))
	p.store.SetFloat(keyHeight, float64(height))
}

// Place is where a window stands, in the pixels of the system, and whether it fills the screen.
type Place struct {
	Left, Top, Right, Bottom int
	Maximised                bool
}

// Place gives where the window stood; false where that is not known.
func (p Prefs) Place() (Place, bool) {
	at := Place{
		Left: p.store.Int(keyLeft), Top: p.store.Int(keyTop), Right: p.store.Int(keyRight), Bottom: p.store.Int(keyBottom),
		Maximised: p.store.Bool(keyMaximised),
	}
	return at, p.store.Bool(keyPlaced) && at.Right > at.Left && at.Bottom > at.Top
}

// SetPlace remembers where the window stands.
func (p Prefs) SetPlace(at Place) {
	p.store.SetInt(keyLeft, at.Left)
	p.store.SetInt(keyTop, at.Top)
	p.store.SetInt(keyRight, at.Right)
	p.store.SetInt(keyBottom, at.Bottom)
	p.store.SetBool(keyMaximised, at.Maximised)
	p.store.SetBool(keyPlaced, true)
}
