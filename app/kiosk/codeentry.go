package kiosk

import "gongkailan/data"

// noticeDigits is how many digits a verification code has.
const noticeDigits = 12

// codeEntry is what a visitor types of a notice's verification code. It is forgotten with the visitor.
type codeEntry struct {
	typed string
	asked bool   // the answer is shown
	wrong string // the refusal of what was typed, "" where it may be right
	from  Place  // where 返回 leads
}

// openCode begins to verify a notice, from where there is a way in.
func (s Session) openCode() Session {
	if s.At == Loop || s.At == Browse {
		s.code, s.At = codeEntry{from: s.At}, Verify
	}
	return s
}

// onCode handles what a visitor does who verifies a notice.
func (s Session) onCode(e Event) Session {
	c := &s.code
	switch {
	case e.Kind == Back:
		s.At, s.code = c.from, codeEntry{}
	case e.Kind == AnotherCode:
		s.code = codeEntry{from: c.from}
	case c.asked:
	case e.Kind == Digit && len(c.typed) < noticeDigits:
		c.typed, c.wrong = c.typed+e.Text, ""
	case e.Kind == Erase && c.typed != "":
		c.typed, c.wrong = c.typed[:len(c.typed)-1], ""
	case e.Kind == EraseAll:
		c.typed, c.wrong = "", ""
	case e.Kind == CheckCode:
		c.wrong = refusedCode(c.typed)
		c.asked = c.wrong == ""
	}
	return s
}

// refusedCode gives why digits are no code, "" where they are one.
func refusedCode(typed string) string {
	_, err := data.ParseNoticeCode(typed)
	switch {
	case err == nil:
		return ""
	case len(typed) < noticeDigits:
		return "kiosk.verify.short"
	default:
		return "kiosk.verify.wrong"
	}
}
