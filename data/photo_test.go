package data_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/jpeg"
	"image/png"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
)

func TestOnlyWhatIsAPictureIsTakenAsAPhoto(t *testing.T) {
	var asPNG, asJPEG bytes.Buffer
	picture := image.NewGray(image.Rect(0, 0, 30, 40))
	require.NoError(t, png.Encode(&asPNG, picture))
	require.NoError(t, jpeg.Encode(&asJPEG, picture, nil))
	for _, c := range []struct {
		name string
		raw  []byte
		code string // "" where it is taken
	}{
		{"照片.png", asPNG.Bytes(), ""},
		{`C:\照片\IMG_1.JPG`, asJPEG.Bytes(), ""},
		{"照片.jpg", asPNG.Bytes(), ""}, // what it is counts, not what it is called
		{"照片.exe", asPNG.Bytes(), "photo.kind"},
		{"照片", asPNG.Bytes(), "photo.kind"},
		{"照片.png", []byte("not a picture"), "photo.unreadable"},
		{"照片.png", asPNG.Bytes()[:len(asPNG.Bytes())-20], "photo.unreadable"},
		{"照片.jpg", nil, "photo.unreadable"},
		{"照片.png", enormous(asPNG.Bytes()), "photo.large"},
		{"照片.png", make([]byte, data.MostPhoto+1), "photo.large"},
	} {
		got, err := data.Photo(c.name, c.raw)
		if c.code == "" {
			require.NoError(t, err, c.name)
			require.Equal(t, picture.Bounds(), got.Bounds())
			continue
		}
		var refusal *data.Refusal
		require.ErrorAs(t, err, &refusal, "%s: %s", c.name, c.code)
		require.Equal(t, c.code, refusal.Code)
		require.ErrorIs(t, err, data.ErrInvalid)
	}
}

// enormous makes the PNG say that it has a billion pixels.
func enormous(raw []byte) []byte {
	raw = bytes.Clone(raw)
	binary.BigEndian.PutUint32(raw[16:], 40_000)
	binary.BigEndian.PutUint32(raw[20:], 40_000)
	binary.BigEndian.PutUint32(raw[29:], crc32.ChecksumIEEE(raw[12:29]))
	return raw
}
