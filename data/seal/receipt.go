package seal

import (
	"encoding/hex"

	"golang.org/x/crypto/argon2"

	"gongkailan/data"
)

// ReceiptCost is the cost of deriving a receipt from its code: a visitor waits a fraction of a second, and whoever tries
// all 31⁷ codes waits for hundreds of years.
func ReceiptCost() Cost { return Cost{Time: 2, Memory: 32 * 1024, Threads: 1} }

const (
	receiptID  = 32 // bytes
	receiptKey = 32
)

// ReceiptOf derives the receipt of a code (data.ParseReceiptCode) at the unit of the fingerprint. It is slow on purpose:
// call it off the main goroutine.
func ReceiptOf(code, fingerprint string, cost Cost) data.Receipt {
	derived := argon2.IDKey([]byte(code), canonical(forReceipt, []byte(fingerprint)), cost.Time, cost.Memory, cost.Threads, receiptID+receiptKey)
	return data.Receipt{ID: hex.EncodeToString(derived[:receiptID]), Key: derived[receiptID:]}
}
