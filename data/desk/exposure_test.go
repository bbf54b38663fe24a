package desk_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
)

// leaking is a draft with a made-up mobile number in its second paragraph.
func (u unit) leaking() data.Item {
	it := u.draft("李经办", "3.1")
	it.Body = "现将有关情况公开如下。\n联系人手机１３８ １２３４ ５６７８。"
	return u.must(u.as("李经办").SaveDraft(context.Background(), it))
}

func TestAPersonalDatumStopsTheProposalUntilItIsMaskedOrKeptByTwo(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	it := u.leaking()
	_, err := u.as("李经办").Propose(ctx, it, data.Statement{})
	refused(t, err, data.ErrRefused, "expose.propose")
	found, err := u.Exposures(ctx, it)
	require.NoError(t, err)
	require.Len(t, found, 1)
	require.Equal(t, "part:body/2", found[0].Where)
	require.Equal(t, "mobile", found[0].Kind)

	kept := []data.Kept{{Key: found[0].Key, Kind: found[0].Kind, Masked: found[0].Masked, Where: found[0].Where, Reason: "本人同意公开"}}
	it = u.must(u.as("李经办").Propose(ctx, it, data.Statement{Kept: kept}))
	_, err = u.as("王审核").Check(ctx, it, checked())
	refused(t, err, data.ErrRefused, "expose.check")
	said := checked()
	said.Kept = kept
	it = u.must(u.as("王审核").Check(ctx, it, said))
	u.sound()
	for _, step := range it.Steps {
		for _, k := range step.Kept {
			require.NotContains(t, k.Masked+k.Key+k.Reason, "12345678", "the datum itself is not recorded")
		}
	}
}

func TestASecrecyMarkStopsTheItemWhoeverAgrees(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	it := u.draft("李经办", "3.1")
	it.Body = "机密★10年\n现将有关情况公开如下。"
	it = u.must(u.as("李经办").SaveDraft(ctx, it))
	found, err := u.Exposures(ctx, it)
	require.NoError(t, err)
	require.NotEmpty(t, found)
	_, err = u.as("李经办").Propose(ctx, it, data.Statement{Kept: []data.Kept{{Key: found[0].Key, Reason: "已解密"}}})
	refused(t, err, data.ErrRefused, "expose.never")
}

func TestTheUnitsOwnPhoneExposesNobody(t *testing.T) {
	u := newUnit(t)
	it := u.draft("李经办", "3.1")
	it.Body = "咨询电话：0871-60000000。"
	found, err := u.Exposures(context.Background(), it)
	require.NoError(t, err)
	require.Empty(t, found)
}

func TestWhatAnAttachmentHidesIsFoundAndWhatCannotBeReadIsLookedAtByTwo(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	clerk := u.as("李经办")
	leak, err := clerk.KeepFile(ctx, "名单.txt", []byte("张三，手机13812345678"))
	require.NoError(t, err)
	shut, err := clerk.KeepFile(ctx, "旧文件.doc", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old"))
	require.NoError(t, err)
	it := u.draft("李经办", "3.1")
	it.Attachments = []data.Attachment{leak, shut}
	it = u.must(clerk.SaveDraft(ctx, it))
	found, err := u.Exposures(ctx, it)
	require.NoError(t, err)
	require.Len(t, found, 2)
	require.Equal(t, "mobile", found[0].Kind)
	require.Contains(t, found[0].Where, "part:attachment/名单.txt/")
	require.Equal(t, "unreadable", found[1].Kind)
	_, err = clerk.Propose(ctx, it, data.Statement{})
	refused(t, err, data.ErrRefused, "expose.propose")
}
