package data

import "errors"

// Kinds of refusal. Callers test with errors.Is; what a person reads comes from the refusal's Code and Args.
var (
	ErrRefused  = errors.New("refused")   // a rule of the field forbids the act now
	ErrInvalid  = errors.New("invalid")   // what was entered cannot be used
	ErrNotFound = errors.New("not found") // there is no such record
	ErrBroken   = errors.New("broken")    // a signature, digest or file does not hold
)

// Refusal is an error that a person can act on. Code names the text in both translation files
// (assets/translations, key "refuse." + Code); Args fill its places {1}, {2}, … in order.
// The text is made in one place, package app/words, so that window and command line say the same.
type Refusal struct {
	Kind error
	Code string
	Args []string
}

// Refuse makes a refusal of the kind with the code of its text and the text's arguments.
func Refuse(kind error, code string, args ...string) *Refusal {
	return &Refusal{Kind: kind, Code: code, Args: args}
}

func (r *Refusal) Error() string {
	text := r.Code
	for _, arg := range r.Args {
		text += " «" + arg + "»"
	}
	return text
}

// Unwrap gives the kind, for errors.Is.
func (r *Refusal) Unwrap() error { return r.Kind }
