package web

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestAPageGoesUpAfterThoseToWhichItLeads keeps readers from a link to a page that is not there yet.
func TestAPageGoesUpAfterThoseToWhichItLeads(t *testing.T) {
	names := []string{
		"category-1.html", "index-large.html", "attachment-0.pdf", "index.html", "item-2026-0012.html", "style.css", "category-1-large.html",
	}
	slices.SortFunc(names, inOrder)
	require.Equal(t, []string{
		"attachment-0.pdf", "item-2026-0012.html", "style.css", "category-1-large.html", "category-1.html", "index-large.html", "index.html",
	}, names)
}

func TestNamesOfOursAreKnownAgain(t *testing.T) {
	for name, ours := range map[string]bool{
		"index.html": true, "index-large.html": true, "item-2026-0012-large.html": true, "category-x0123456789ab.html": true, "style.css": true,
		"../index.html": false, "notes.txt": false, "index.html.bak": false, "item-.html": false, markerFile: false, "": false,
	} {
		require.Equal(t, ours, isOurs(name), name)
	}
}
