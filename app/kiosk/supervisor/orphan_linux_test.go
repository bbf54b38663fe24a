package supervisor

import (
	"bufio"
	"io"
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// A child that listens ends because its input is closed, one that hangs because the system ends it.
func TestNoScreenOutlivesItsSupervisor(t *testing.T) {
	for _, role := range []string{"well", "deaf"} {
		held := whenKilled(t, role)
		require.NoError(t, held.SetReadDeadline(time.Now().Add(longest)))
		_, err := io.Copy(io.Discard, held)
		require.NoError(t, err, "%s: nobody holds the pipe any more", role)
	}
}

// whenKilled starts a supervisor whose screen plays the role, kills the supervisor, and gives the end of the pipe that
// only the screen holds then.
func whenKilled(t *testing.T, role string) *os.File {
	t.Helper()
	read, write, err := os.Pipe()
	require.NoError(t, err)
	t.Cleanup(func() { _ = read.Close() })
	command := play("supervisor")
	command.Env = append(command.Env, "GONGKAILAN_TEST_SCREEN="+role)
	command.ExtraFiles = []*os.File{write}
	out, err := command.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, command.Start())
	require.NoError(t, write.Close())
	line, err := bufio.NewReader(out).ReadString('\n')
	require.NoError(t, err)
	require.Equal(t, "up\n", line)
	require.NoError(t, command.Process.Kill())
	_ = command.Wait() // it was killed
	return read
}
