package desk_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/desk"
)

func TestNobodysNumberIsSignedIntoTheLog(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	up := u.publish(u.draft("李经办", "3.1"))
	it := u.must(u.as("李经办").Propose(ctx, u.draft("李经办", "3.1"), data.Statement{}))
	before := u.dump()
	_, err := u.as("王审核").SendBack(ctx, it, data.Statement{Note: "请向本人核实：１３８ １２３４ ５６７８"})
	refused(t, err, data.ErrRefused, "statement.personal")
	_, err = u.as("李经办").RecordUse(ctx, up, data.Use{Channel: data.Board, On: "2026-03-05", Place: "一楼，钥匙找张三13812345678"})
	refused(t, err, data.ErrRefused, "statement.personal")
	given := lent(u, "赵管理", data.Approver)
	given.Reason = "外出，电话13812345678"
	_, err = u.as("陈局长").Delegate(ctx, given)
	refused(t, err, data.ErrRefused, "statement.personal")
	err = u.as("赵管理").HandOver(ctx, u.person("李经办").ID, "身份证350102198805161237调出",
		[]desk.Given{{Numbers: []string{it.Number}, ToID: u.person("周全能").ID}})
	refused(t, err, data.ErrRefused, "statement.personal")
	require.Equal(t, before, u.dump())
	u.must(u.as("王审核").SendBack(ctx, it, data.Statement{Note: "请向本人核实138****5678，正文不得有机密★标志，咨询0871-60000000"}))
	u.sound()
}
