package page

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestATitleIsNotBrokenInsideAWordOfTheField(t *testing.T) {
	require.Equal(t, []string{
		"关于进一步加强和改进全县食品药品",
		"监督管理系统党务公开工作的通知",
	}, titled("关于进一步加强和改进全县食品药品监督管理系统党务公开工作的通知"))
	require.Equal(t, []string{
		"中共云岭县食品药品监督管理局党组",
		"关于2026年上半年党费收缴情况的公示",
	}, titled("中共云岭县食品药品监督管理局党组关于2026年上半年党费收缴情况的公示"))
}
