package desk_test

import (
	"context"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
)

func TestManyPeopleActAtOnce(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	clerk, checker, head, all := u.as("李经办"), u.as("王审核"), u.as("陈局长"), u.as("周全能")
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for range 6 {
				it, err := clerk.NewDraft(ctx, "3.1")
				if err != nil {
					t.Error(err)
					return
				}
				it.Body = "经研究，现将有关情况公开如下。"
				if it, err = clerk.SaveDraft(ctx, it); err != nil {
					t.Error(err)
					return
				}
				it, _ = clerk.Propose(ctx, it, data.Statement{})
				var both sync.WaitGroup
				for _, s := range []func(){
					func() { _, _ = checker.Check(ctx, it, checked()) },
					func() { _, _ = all.Check(ctx, it, checked()) },
					func() { _, _ = checker.SendBack(ctx, it, data.Statement{Note: "补充"}) },
				} {
					both.Go(s)
				}
				both.Wait()
				now, err := u.Item(ctx, it.Number)
				if err == nil && now.Status == data.ToApprove {
					_, _ = head.Approve(ctx, now, data.Statement{})
				}
				if _, err := u.Verify(ctx); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wait.Wait()
	v, err := u.Verify(ctx)
	require.NoError(t, err)
	require.True(t, v.OK, "%v", v.Broken)
}
