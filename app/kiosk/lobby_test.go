package kiosk

import (
	"crypto/rand"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/seal"
	"gongkailan/reports/bulletin"
)

func exampleRound() data.Round {
	return data.Round{
		ID: "2026-1", Title: "2026年上半年党务公开评议", From: "2026-03-01", To: "2026-03-31",
		Questions: []string{"公开的内容是否全面、真实？", "公开是否及时？", "对您提的意见，答复是否满意？"},
	}
}

// office gives a key of the office and what is public of it.
func office(t require.TestingT) (seal.Key, data.OfficeKey) {
	key, err := seal.NewKey(rand.Reader)
	require.NoError(t, err)
	sealing, err := key.Sealing()
	require.NoError(t, err)
	return key, data.OfficeKey{Fingerprint: seal.Fingerprint(key.Public()), Sealing: sealing}
}

// withOffice lets a bulletin take messages.
func withOffice(b bulletin.Bulletin, keys ...data.OfficeKey) bulletin.Bulletin {
	b.Fingerprint, b.Office, b.Rounds = "0f0f", keys, []data.Round{exampleRound()}
	return b
}

// taking is a text that is typed on the pad.
func taking(text string) []Event { return []Event{{Kind: Take, Text: text}} }
