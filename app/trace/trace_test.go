package trace

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWhatTheRuntimeSaysIsKeptAndValuesAreNot(t *testing.T) {
	kept := Places([]byte("panic: runtime error: index out of range [3] with length 2\n\ngoroutine 1 [running]:\n" +
		"main.(*T).Do(0xc0001, {0x12, 0x3})\n\t/src/main.go:12 +0x1d\n2026/03/05 王䶮 was typed\n\t王䶮\ncreated by main.run in goroutine 1\n\t/src/main.go:9 +0x1d\nexit status 2\n"))
	require.Equal(t, "panic: runtime error: index out of range [3] with length 2\ngoroutine 1 [running]:\n"+
		"main.(*T).Do(…)\n\t/src/main.go:12 +0x1d\ncreated by main.run in goroutine 1\n\t/src/main.go:9 +0x1d\n", string(kept))
}

func TestTheFirstGoroutineIsTheOneThatEndedIt(t *testing.T) {
	require.Equal(t, "panic: (left out)\ngoroutine 7 [running]:\na(…)\n",
		string(First([]byte("panic: (left out)\ngoroutine 7 [running]:\na(…)\ngoroutine 1 [select]:\nb(…)\n"))))
	require.Equal(t, "goroutine 1 [running]:\na(…)\n", string(First([]byte("goroutine 1 [running]:\na(…)\ngoroutine 2 [select]:\nb(…)\n"))))
	for _, whole := range []string{"", "fatal error: x\n", "goroutine 1 [running]:\na(…)\n", "fatal error: x\ngoroutine 1 [running]:\n"} {
		require.Equal(t, whole, string(First([]byte(whole))))
	}
}

func TestTheMainGoroutineIsTheOneThatHangs(t *testing.T) {
	require.Equal(t, "goroutine 1 [sleep]:\nb(…)\n",
		string(Main([]byte("goroutine 0 [idle]:\na(…)\ngoroutine 1 [sleep]:\nb(…)\ngoroutine 12 [select]:\nc(…)\n"))))
	require.Equal(t, "x\ngoroutine 12 [select]:\n", string(Main([]byte("x\ngoroutine 12 [select]:\n"))))
	require.Empty(t, Main(nil))
}
