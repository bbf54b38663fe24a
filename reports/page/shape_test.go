package page

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestATrapezoidGrowsOrShrinksFromLineToLine(t *testing.T) {
	require.True(t, isTrapezoid([]float64{12, 16}))
	require.True(t, isTrapezoid([]float64{16, 12}))
	require.True(t, isTrapezoid([]float64{10, 14, 18}))
	require.True(t, isTrapezoid([]float64{18, 18, 12}))
	require.False(t, isTrapezoid([]float64{10, 16, 12}))
}

func TestABlockIsNoTrapezoid(t *testing.T) {
	require.False(t, isTrapezoid([]float64{16, 16}))
	require.False(t, isTrapezoid([]float64{16, 16.2, 16}), "the eye sees no difference")
	require.True(t, isBlock([]float64{16, 16.2, 16}))
}

func TestADiamondIsLongestInTheMiddle(t *testing.T) {
	require.True(t, isDiamond([]float64{10, 16, 12}))
	require.True(t, isDiamond([]float64{8, 14, 18, 14, 9}))
	require.True(t, isDiamond([]float64{8, 18, 18, 9}))
	require.False(t, isDiamond([]float64{10, 14, 18}))
	require.False(t, isDiamond([]float64{18, 14, 10}))
}

func TestAnHourglassIsNeitherTrapezoidNorDiamond(t *testing.T) {
	for _, lines := range [][]float64{{16, 10, 14}, {10, 16, 12, 15}} {
		require.False(t, isTrapezoid(lines))
		require.False(t, isDiamond(lines))
		require.Greater(t, outlineCost(lines), outlineCost([]float64{16, 16}))
	}
}

func TestLinesOfLikeLengthHaveTwoFifthsOfTheLongest(t *testing.T) {
	require.True(t, isLikeLength([]float64{20, 8}))
	require.False(t, isLikeLength([]float64{20, 7.5}))
}
