package data_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
)

func TestCadresMembersAndHonoursArePutUpForObjections(t *testing.T) {
	for title, want := range map[string]data.Kind{
		"干部选拔、任用及奖惩情况":                data.Publicity,
		"发展党员、评优评先情况":                 data.Publicity,
		"党员干部考察、学习培训情况":               data.Announcement,
		"党员违纪案件处理情况":                  data.Announcement,
		"党组研究的涉及群众利益的重大决策、政策及重要文件等情况": data.Announcement,
	} {
		require.Equal(t, want, data.KindFor(data.Entry{Title: title, Mode: data.Immediate}), title)
	}
	system := data.Entry{Title: "干部任用制度", Mode: data.LongTerm}
	require.Equal(t, data.Announcement, data.KindFor(system), "a rule about cadres is no choice of one")
}

func TestATitleIsProposedFromTheEntry(t *testing.T) {
	entry := data.Entry{Title: "党费收缴、管理、使用情况"}
	require.Equal(t, "关于党费收缴、管理、使用情况的公告", data.TitleFor(entry, data.Announcement))
	require.Equal(t, "关于党费收缴、管理、使用情况的公示", data.TitleFor(entry, data.Publicity))
	require.Equal(t, "", data.TitleFor(data.Entry{}, data.Announcement))
}

func TestTheResponsibleOfficeDraftsAndEdits(t *testing.T) {
	require.NoError(t, data.MayDraft(data.Entry{OfficeID: "rs"}, clerk, today))
	require.NoError(t, data.MayDraft(data.Entry{}, clerk, today), "no office is named yet")
	refusedAs(t, data.MayDraft(data.Entry{OfficeID: "bgs"}, clerk, today), "draft.office")
	refusedAs(t, data.MayDraft(data.Entry{}, checker, today), "draft.role")
	it := anItem(data.ByDeputy)
	require.NoError(t, data.MayEdit(it, clerk, today))
	refusedAs(t, data.MayEdit(it, checker, today), "draft.editor")
	it.Status = data.Approved
	refusedAs(t, data.MayEdit(it, clerk, today), "draft.proposed")
}
