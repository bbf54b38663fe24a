package desk_test

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
)

func TestTheBoardIsReadWithWhatIsToBeDone(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	clerk := u.as("李经办")
	up, waits := u.publish(u.draft("李经办", "3.1")), u.approve(u.draft("李经办", "3.1"))
	todo := func(wanted int) data.BoardState {
		state, left, err := u.BoardState(ctx)
		require.NoError(t, err)
		require.Empty(t, left)
		require.Equal(t, wanted, state.ToDo(clerk.Person()))
		n, err := u.BoardToDo(ctx, clerk.Person())
		require.NoError(t, err)
		require.Equal(t, wanted, n, "the quick count is the same")
		return state
	}
	state := todo(1)
	require.Len(t, state.Hanging, 2)
	require.Equal(t, waits.Number, state.Hanging[1].Item.Number)
	require.True(t, state.Hanging[1].Awaits)

	use, err := clerk.RecordUse(ctx, up, data.Use{Channel: data.Board, On: "2026-03-05", Place: "大厅"})
	require.NoError(t, err)
	_, err = clerk.RecordUse(ctx, up, data.Use{Channel: data.Board, On: "2026-03-05", Place: "大厅"})
	refused(t, err, data.ErrRefused, "use.hangs")
	state = todo(0)
	require.Empty(t, state.Posted[0].Why)

	u.must(clerk.Withdraw(ctx, up, data.Statement{Note: "内容有误"}))
	state = todo(1)
	require.Equal(t, data.TakenDown, state.Posted[0].Why)
	u.clock.at = u.clock.at.Add(40 * 24 * time.Hour)
	todo(1)
	require.NoError(t, u.as("王审核").EndUse(ctx, use.ID, data.UseEnd{On: "2026-03-06"}))
	todo(0)
}

func TestWhatDoesNotHoldIsTakenDown(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	up, other := u.publish(u.draft("李经办", "3.1")), u.publish(u.draft("李经办", "3.5"))
	_, err := u.as("李经办").RecordUse(ctx, up, data.Use{Channel: data.Board, On: "2026-03-05", Place: "大厅"})
	require.NoError(t, err)
	u.tamper(`update items set body = '改过' where number = '` + up.Number + `'`)
	state, left, err := u.BoardState(ctx)
	require.NoError(t, err)
	require.Equal(t, up.Number, left[0].Number)
	require.Equal(t, data.Unsound, state.Posted[0].Why)
	require.Len(t, state.Hanging, 1)
	require.Equal(t, other.Number, state.Hanging[0].Item.Number)
	require.NoError(t, u.as("李经办").EndUse(ctx, state.Posted[0].ID, data.UseEnd{On: "2026-03-05"}), "it can be taken down")
}

func TestAPhotoIsKeptOnlyIfItIsOne(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	_, err := u.as("李经办").KeepPhoto(ctx, "照片.png", []byte("no picture"))
	refused(t, err, data.ErrInvalid, "photo.unreadable")
	var raw bytes.Buffer
	require.NoError(t, png.Encode(&raw, image.NewGray(image.Rect(0, 0, 3, 4))))
	kept, err := u.as("李经办").KeepPhoto(ctx, "照片.png", raw.Bytes())
	require.NoError(t, err)
	back, err := u.File(ctx, kept)
	require.NoError(t, err)
	require.Equal(t, raw.Bytes(), back)
}
