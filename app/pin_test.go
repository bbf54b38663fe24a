package app

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestOnlyThePINOpensTheWayOut(t *testing.T) {
	p, err := newPIN("246801")
	require.NoError(t, err)
	require.True(t, p.opens("246801"))
	require.False(t, p.opens("246802"))
	require.False(t, p.opens(""))
	require.False(t, pin{}.opens(""), "without a PIN nobody leaves by touch")
}
