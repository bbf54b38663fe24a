package desk_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
)

// changes gives the numbers that go up and come down on the day, and the codes of what is left out.
func (u unit) changes(day data.Date) (up, down, left []string) {
	c, out, err := u.BoardChanges(context.Background(), day)
	require.NoError(u.t, err)
	for _, h := range c.Up {
		up = append(up, h.Item.Number)
	}
	for _, l := range c.Down {
		down = append(down, l.Item.Number+" "+string(l.Why))
	}
	for _, l := range out {
		left = append(left, l.Number+" "+l.Why.Code)
	}
	return up, down, left
}

func TestTheBoardTellsWhatIsHungAndTakenOffToday(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	stays := u.publish(u.draft("李经办", "3.1"))
	ends := u.publish(u.draft("李经办", "3.5"))
	waits := u.approve(u.draft("李经办", "3.5"))
	u.draft("李经办", "3.1") // a draft is not for the board yet
	first := u.Today()
	up, down, left := u.changes(first)
	require.Equal(t, []string{stays.Number, ends.Number, waits.Number}, up)
	require.Empty(t, down)
	require.Empty(t, left)

	u.clock.at = u.clock.at.AddDate(0, 0, 1)
	u.must(u.as("李经办").Withdraw(ctx, stays, data.Statement{Note: "内容有误"}))
	up, down, _ = u.changes(u.Today())
	require.Equal(t, []string{waits.Number}, up)
	require.Equal(t, []string{stays.Number + " withdrawn"}, down)
	up, _, _ = u.changes(first)
	require.Equal(t, []string{stays.Number, ends.Number, waits.Number}, up, "the list of an earlier day stays what it was")

	_, down, _ = u.changes(ends.To.AddDays(1))
	require.Equal(t, []string{ends.Number + " ended"}, down)

	hanging, _, err := u.BoardStanding(ctx, first)
	require.NoError(t, err)
	require.Len(t, hanging, 2)
	hanging, _, err = u.BoardStanding(ctx, u.Today())
	require.NoError(t, err)
	require.Len(t, hanging, 1)
	require.Equal(t, ends.Number, hanging[0].Item.Number)
	require.Equal(t, "组织建设", hanging[0].Category.Short)
}

func TestWhatIsBrokenIsNotHungAndNamed(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	good := u.publish(u.draft("李经办", "3.1"))
	changed := u.publish(u.draft("李经办", "3.5"))
	gone := u.publish(u.draft("李经办", "3.5"))
	waits := u.approve(u.draft("李经办", "3.5"))
	u.tamper(
		"update items set title = 'x' where number = '"+changed.Number+"'",
		"delete from items where number = '"+gone.Number+"'",
		"update items set body = 'x' where number = '"+waits.Number+"'",
	)
	up, _, left := u.changes(u.Today())
	require.Equal(t, []string{good.Number}, up)
	require.Equal(t, []string{changed.Number + " item.changed", waits.Number + " item.changed"}, left)

	hanging, out, err := u.BoardStanding(ctx, u.Today())
	require.NoError(t, err)
	require.Len(t, hanging, 1)
	require.Len(t, out, 2)
	require.Equal(t, "item.missing", out[1].Why.Code)
}

func TestANewVersionTakesTheOldOneOffTheBoard(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	old := u.publish(u.draft("李经办", "3.5"))
	u.clock.at = u.clock.at.AddDate(0, 0, 1)
	next := u.must(u.as("李经办").Revise(ctx, old, data.Statement{Note: "更正"}))
	next.Title = "更正"
	next = u.must(u.as("李经办").SaveDraft(ctx, next))
	_, down, _ := u.changes(u.Today())
	require.Empty(t, down, "the old one hangs until the new one is up")
	u.publish(next)
	up, down, left := u.changes(u.Today())
	require.Equal(t, []string{old.Number}, up)
	require.Equal(t, []string{old.Number + " replaced"}, down)
	require.Empty(t, left)
}
