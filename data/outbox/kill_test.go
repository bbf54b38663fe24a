package outbox

import (
	"bufio"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
)

// writerFolder makes this test's program a lobby that writes message after message into the folder, to the key, until it
// is killed.
const (
	writerFolder = "GONGKAILAN_TEST_OUTBOX"
	writerKey    = "GONGKAILAN_TEST_SEALING"
)

func TestMain(m *testing.M) {
	if folder := os.Getenv(writerFolder); folder != "" {
		writeUntilKilled(folder, os.Getenv(writerKey))
	}
	os.Exit(m.Run())
}

// failing stands in for a test in the child: what goes wrong there ends it with a message.
type failing struct{}

func (failing) Errorf(format string, args ...any) { fmt.Fprintf(os.Stderr, format, args...) }
func (failing) FailNow()                          { os.Exit(3) }

func writeUntilKilled(folder, sealing string) {
	var t failing
	public, err := hex.DecodeString(sealing)
	require.NoError(t, err)
	require.NoError(t, Prepare(folder))
	for {
		m := written(t)
		require.NoError(t, Write(folder, m, []data.OfficeKey{{Sealing: public}}, Options{}))
		fmt.Println(m.Receipt.ID) // the moment at which a visitor sees the receipt
	}
}

func TestNoMessageIsHalfAndNoneIsLostOnceItsReceiptWasShownWheneverTheProgramIsKilled(t *testing.T) {
	folder := t.TempDir()
	key, public := office(t)
	kills := 120
	if testing.Short() {
		kills = 20
	}
	whole := map[string]bool{} // files that opened
	found := map[string]bool{} // receipts inside them
	for range kills {
		for _, id := range writeAndKill(t, folder, public) {
			found[id] = false
		}
		names, err := List(folder)
		require.NoError(t, err)
		for _, name := range names {
			if whole[name] {
				continue
			}
			raw, err := Read(folder, name)
			require.NoError(t, err)
			m, err := Open(raw, key)
			require.NoError(t, err, "half a message under its name")
			require.Equal(t, said, m.Text.Text)
			whole[name], found[m.Receipt.ID] = true, true
		}
	}
	require.Greater(t, len(whole), kills)
	for id, there := range found {
		require.True(t, there, "the receipt %s was shown and its message is gone", id)
	}
	require.NoError(t, Prepare(folder))
	left, err := os.ReadDir(folder)
	require.NoError(t, err)
	require.Len(t, left, len(whole), "nothing but messages stays")
}

// writeAndKill starts a lobby, kills it at a random moment after a few receipts, and gives the receipts it has shown.
func writeAndKill(t *testing.T, folder string, public data.OfficeKey) []string {
	child := exec.Command(os.Args[0], "-test.run=^$")
	child.Env = append(os.Environ(), writerFolder+"="+folder, writerKey+"="+hex.EncodeToString(public.Sealing))
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, child.Start())
	var shown []string
	lines, enough := bufio.NewScanner(out), rand.IntN(3)
	for lines.Scan() {
		shown = append(shown, lines.Text())
		if len(shown) == enough+1 {
			time.AfterFunc(time.Duration(rand.IntN(6000))*time.Microsecond, func() { _ = child.Process.Kill() })
		}
	}
	require.Error(t, child.Wait(), "it was killed")
	return shown
}
