package desk

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"gongkailan/data"
	"gongkailan/data/seal"
	"gongkailan/data/store"
)

// NextBulletin gives the serial number that the next bulletin must bear.
func (d *Desk) NextBulletin(ctx context.Context) (int, error) {
	serial := 0
	err := d.store.Read(ctx, func(tx *store.Tx) error {
		n, err := tx.CountRecords(ctx, kindBulletin)
		serial = n + 1
		return err
	})
	return serial, err
}

// SignBulletin signs the bytes of the bulletin of that serial number, for those who may publish. It is refused where
// another bulletin has taken the number since; lay it out again then.
func (s *Session) SignBulletin(ctx context.Context, serial int, payload []byte) (seal.Signed, error) {
	var signed seal.Signed
	err := s.do(ctx, func(w *work) error {
		if err := w.anyRole("bulletin.role", data.Clerk, data.Checker, data.Approver); err != nil {
			return err
		}
		n, err := w.tx.CountRecords(ctx, kindBulletin)
		if err != nil {
			return err
		}
		if serial != n+1 {
			return data.Refuse(data.ErrRefused, "bulletin.serial", strconv.Itoa(serial), strconv.Itoa(n+1))
		}
		sum := sha256.Sum256(payload)
		_, err = w.by.append(ctx, w.tx, w.at, seal.Record{
			Kind: kindBulletin, Version: serial, Digest: hex.EncodeToString(sum[:]), Statement: "{}",
		})
		if err != nil {
			return err
		}
		signed = w.by.key.SignPayload(payload, w.root, w.by.cert, w.at)
		w.tell(Signal{Kind: BulletinIssued})
		return nil
	})
	return signed, err
}
