package bulletin

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"encoding/json"
	"fmt"

	"gongkailan/data"
	"gongkailan/data/seal"
)

// magic begins every public file; the digit is the version of the format.
const magic = "GKLBUL1\n"

// Pack gives the bytes of the public file: magic, the signature block and the packed payload, each block with its
// length before it. Sign signs the payload as it stands in the file. An item that is not for the whole society, or has
// no page, is refused, and with it the file; so is anything that Read would refuse.
func Pack(b Bulletin, sign func(payload []byte) (seal.Signed, error)) ([]byte, error) {
	for _, it := range b.Items {
		if it.Audience != data.Society || len(it.Pages) == 0 {
			return nil, data.Refuse(data.ErrRefused, "bulletin.audience", it.Number)
		}
	}
	if !b.isSound() {
		return nil, data.Refuse(data.ErrInvalid, "bulletin.unsound")
	}
	return packed(b, sign)
}

func packed(b Bulletin, sign func(payload []byte) (seal.Signed, error)) ([]byte, error) {
	payload, err := pack(b)
	if err != nil {
		return nil, err
	}
	signed, err := sign(payload)
	if err != nil {
		return nil, err
	}
	block, err := json.Marshal(signed)
	if err != nil {
		return nil, fmt.Errorf("write the bulletin's signature: %w", err)
	}
	out := bytes.NewBufferString(magic)
	for _, part := range [][]byte{block, payload} {
		out.Write(binary.BigEndian.AppendUint32(nil, uint32(len(part))))
		out.Write(part)
	}
	return out.Bytes(), nil
}

func pack(b Bulletin) ([]byte, error) {
	var out bytes.Buffer
	squeeze := gzip.NewWriter(&out) // without name and time: equal bulletins give equal bytes
	if err := json.NewEncoder(squeeze).Encode(b); err != nil {
		return nil, fmt.Errorf("write the bulletin: %w", err)
	}
	if err := squeeze.Close(); err != nil {
		return nil, fmt.Errorf("write the bulletin: %w", err)
	}
	return out.Bytes(), nil
}
