package app

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestCrashes is run anew by the test below, as a program of its own that ends badly.
func TestCrashes(t *testing.T) {
	path := os.Getenv("GONGKAILAN_TEST_CRASH")
	if path == "" {
		t.Skip("run by TestTheRecordOfACrashHoldsNothingThatWasTyped")
	}
	_, err := watchCrash(crashBeside(path))
	require.NoError(t, err)
	done := make(chan struct{})
	go func() {
		defer close(done)
		panic("王䶮\n身份证号110101199003070010")
	}()
	<-done
}

func TestTheRecordOfACrashHoldsNothingThatWasTyped(t *testing.T) {
	files := crashBeside(filepath.Join(t.TempDir(), "公开栏 1.db"))
	record, err := files.keep()
	require.NoError(t, err)
	require.Empty(t, record, "a first start has no record")

	command := exec.Command(os.Args[0], "-test.run", "^TestCrashes$")
	command.Env = append(os.Environ(), "GONGKAILAN_TEST_CRASH="+filepath.Join(filepath.Dir(files.raw), "公开栏 1.db"))
	require.Error(t, command.Run())
	record, err = files.keep()
	require.NoError(t, err)
	require.Equal(t, files.record, record)
	kept, err := os.ReadFile(record)
	require.NoError(t, err)
	require.Contains(t, string(kept), "panic: (left out)")
	require.Contains(t, string(kept), "TestCrashes")
	require.NotContains(t, string(kept), "王䶮")
	require.NotContains(t, string(kept), "110101199003070010")

	record, err = files.keep()
	require.NoError(t, err)
	require.Empty(t, record, "it is told once")
}

func TestARunThatEndsWellLeavesNothing(t *testing.T) {
	files := crashBeside(filepath.Join(t.TempDir(), "desk.db"))
	record, err := watchCrash(files)
	require.NoError(t, err)
	require.Empty(t, record)
	require.FileExists(t, files.raw)
	require.NoError(t, files.ended())
	require.NoFileExists(t, files.raw)
	require.NoError(t, files.ended())

	require.NoError(t, os.WriteFile(files.raw, []byte("goroutine 1 [running]:"), 0o600))
	require.NoError(t, files.ended())
	require.FileExists(t, files.raw, "what another run has left is still to be told")
}
