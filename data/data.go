// Package data is the field itself: what must be disclosed, by whom, to whom and for how long (党务公开).
//
// It holds types and rules only. Every rule is a pure function: time, people and the calendar come in, nothing is
// asked for. The package knows no database, no window and no file, and imports nothing else of ours, so that each
// clause of the plan (S1–S20) can be read and tested in one place.
package data
