package bulletin

import (
	"encoding/base64"
	"encoding/hex"
	"slices"

	"gongkailan/data"
)

// Gone is a notice that was public for the whole society and is down. It says nothing of what stood there.
type Gone struct {
	Code   string      `json:"code"`
	Digest string      `json:"digest"`
	Number string      `json:"number"`
	State  data.Reason `json:"state"` // withdrawn, expired, replaced or archived
	On     data.Date   `json:"on"`    // the day on which it came down
	Newer  string      `json:"newer"` // code of the version that replaced it and is up, "" where none is
}

// Sealed gives the item with what its verification code says.
func (it Item) Sealed(s data.NoticeSeal) Item {
	it.Code, it.Digest, it.Signature = s.Code, s.Digest, base64.RawURLEncoding.EncodeToString(s.Signature)
	return it
}

// Judge tells how the notice of that code stands on the day, as far as the public file knows: it holds what is up for
// the whole society, and what came down of it in the last two years. A code that it does not know may be that of a
// genuine notice for members or staff.
func (b Bulletin) Judge(code string, today data.Date) data.Verdict {
	if it, ok := b.ItemOf(code); ok {
		v := data.Verdict{State: data.NoticeDown, Number: it.Number, Title: it.Title, From: it.period(), To: it.To}
		switch {
		case it.To != "" && it.To < today:
			v.Reason, v.On = data.ReasonExpired, it.To
		case it.From > today:
			v.Reason = data.ReasonPending
		default:
			v = v.Up(it.Kind, it.From, today)
		}
		return v
	}
	i := slices.IndexFunc(b.Gone, func(g Gone) bool { return g.Code == code })
	if i < 0 {
		return data.UnlistedNotice()
	}
	g := b.Gone[i]
	v := data.Verdict{State: data.NoticeDown, Reason: g.State, Number: g.Number, On: g.On}
	if newer, ok := b.ItemOf(g.Newer); ok && (newer.To == "" || today <= newer.To) {
		v.Newer = g.Newer
	}
	return v
}

// SealOf gives what the QR code of an item of the file says; false where there is no such item.
func (b Bulletin) SealOf(code string) (data.NoticeSeal, bool) {
	it, ok := b.ItemOf(code)
	if !ok {
		return data.NoticeSeal{}, false
	}
	signature, err := base64.RawURLEncoding.DecodeString(it.Signature)
	if err != nil {
		return data.NoticeSeal{}, false
	}
	return data.NoticeSeal{
		Code: it.Code, Title: data.ShortTitle(it.Title), From: it.period(), To: it.To, Digest: it.Digest, Signature: signature,
	}, true
}

// period is the first day that stands on the notice; From is the day on which it went up.
func (it Item) period() data.Date {
	if it.First != "" {
		return it.First
	}
	return it.From
}

// ItemOf gives the item whose notice has the code.
func (b Bulletin) ItemOf(code string) (Item, bool) {
	i := slices.IndexFunc(b.Items, func(it Item) bool { return it.Code == code })
	if i < 0 || code == "" {
		return Item{}, false
	}
	return b.Items[i], true
}

// isSoundSeal checks code, digest and signature of an item; one that was laid out before there were codes has none.
func (it Item) isSoundSeal() bool {
	if it.Code == "" && it.Digest == "" && it.Signature == "" {
		return true
	}
	signature, err := base64.RawURLEncoding.DecodeString(it.Signature)
	return err == nil && len(signature) == signatureBytes && belongs(it.Code, it.Digest)
}

const (
	signatureBytes = 64
	digestBytes    = 32
	sealingBytes   = 32
)

func (g Gone) isSound() bool {
	states := []data.Reason{data.ReasonWithdrawn, data.ReasonExpired, data.ReasonReplaced, data.ReasonArchived}
	return slices.Contains(states, g.State) && isText(g.Number, 1) && (g.On == "" || isDay(g.On)) &&
		belongs(g.Code, g.Digest) && (g.Newer == "" || isCode(g.Newer))
}

// belongs tells whether a code is that of the digest.
func belongs(code, digest string) bool {
	raw, err := hex.DecodeString(digest)
	return err == nil && len(raw) == digestBytes && data.NoticeCodeOf(digest) == code
}

func isCode(text string) bool {
	code, err := data.ParseNoticeCode(text)
	return err == nil && code == text
}
