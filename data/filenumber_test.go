package data_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data"
)

func fileNumber() data.FileNumber {
	return data.FileNumber{Fonds: "Z109", Class: "WS", Year: 2026, Retention: data.ThirtyYears, Office: "BGS", Piece: 1}
}

func TestAFileNumberIsWrittenAsTheStandardWritesIt(t *testing.T) {
	n := fileNumber()
	require.Equal(t, "Z109-WS·2026-D30-BGS-0001", n.String())
	require.NoError(t, n.Check())
	n.Office = ""
	require.Equal(t, "Z109-WS·2026-D30-0001", n.String(), "files that are not kept by office leave its code out")
	require.NoError(t, n.Check())
}

func TestRetentionIsForEverOrThirtyOrTenYears(t *testing.T) {
	n := fileNumber()
	for _, r := range data.Retentions() {
		n.Retention = r
		require.NoError(t, n.Check(), r)
	}
	for _, r := range []data.Retention{"", "D5", "D20", "D100", "y", "永久"} {
		n.Retention = r
		require.ErrorIs(t, n.Check(), data.ErrInvalid, r)
	}
}

func TestAFileNumberWithAFaultIsRefused(t *testing.T) {
	faults := map[string]func(*data.FileNumber){
		"no fonds":            func(n *data.FileNumber) { n.Fonds = "" },
		"small letters":       func(n *data.FileNumber) { n.Fonds = "z109" },
		"fonds of five":       func(n *data.FileNumber) { n.Fonds = "Z1090" },
		"class of one letter": func(n *data.FileNumber) { n.Class = "W" },
		"year of two digits":  func(n *data.FileNumber) { n.Year = 26 },
		"office in Chinese":   func(n *data.FileNumber) { n.Office = "办公室" },
		"office of two":       func(n *data.FileNumber) { n.Office = "BG" },
		"piece nought":        func(n *data.FileNumber) { n.Piece = 0 },
		"piece negative":      func(n *data.FileNumber) { n.Piece = -1 },
		"piece of five":       func(n *data.FileNumber) { n.Piece = 10000 },
	}
	for name, fault := range faults {
		n := fileNumber()
		fault(&n)
		require.ErrorIs(t, n.Check(), data.ErrInvalid, name)
	}
	for _, text := range []string{"", "Z109-WS.2026-D30-BGS-0001", "Z109-WS·2026-D30-BGS-1", "Z109-WS·2026-D30-BGS-0001 "} {
		_, err := data.ParseFileNumber(text)
		require.ErrorIs(t, err, data.ErrInvalid, text)
	}
}

func TestAFileNumberComesBackAsItWent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := data.FileNumber{
			Fonds: rapid.StringMatching(`[A-Z0-9]{4}`).Draw(t, "fonds"), Class: rapid.StringMatching(`[A-Z]{2}`).Draw(t, "class"),
			Year: rapid.IntRange(1949, 2099).Draw(t, "year"), Retention: rapid.SampledFrom(data.Retentions()).Draw(t, "retention"),
			Office: rapid.StringMatching(`([A-Z0-9]{3})?`).Draw(t, "office"), Piece: rapid.IntRange(1, 9999).Draw(t, "piece"),
		}
		require.NoError(t, n.Check())
		read, err := data.ParseFileNumber(n.String())
		require.NoError(t, err)
		require.Equal(t, n, read)
	})
}
